import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { CheckLine } from '@balie/plugin-sdk';
import { canInInbox } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload, toUserError, type UserErrorRow } from '../../kernel/user-errors.js';
import { inboxLoader, type Inbox } from '../inboxes/index.js';
import { ChannelSecrets } from './channel-secrets.js';
import type { Channel } from './channel.entity.js';
import { channelTypeLoader, inboxChannelLoader } from './channel.loader.js';
import {
  ChannelService,
  type ChannelPreviewInput,
  type ChannelSetupInput,
  type ChannelTestInput,
  type SetupAnswer,
} from './channel.service.js';
import type { SetupPlace } from './channel-setups.js';
import { PluginGateway, type ChannelTypeInfo } from './plugin-gateway.js';

interface SetupPayload {
  place: SetupPlace | null;
  step: string | null;
  form: object | null;
  redirectUrl: string | null;
  display: object | null;
  channel: Channel | null;
  checks: CheckLine[];
}
interface TestPayload {
  ok: boolean;
  account: string | null;
  checks: CheckLine[];
}
const NO_SETUP: SetupPayload = {
  place: null,
  step: null,
  form: null,
  redirectUrl: null,
  display: null,
  channel: null,
  checks: [],
};
const NO_TEST: TestPayload = { ok: false, account: null, checks: [] };

/** `channelTypes`, the mutations of channels, and the fields of a channel that are not columns. */
@Resolver('Channel')
export class ChannelResolver {
  constructor(
    private readonly channels: ChannelService,
    private readonly secrets: ChannelSecrets,
    private readonly gateway: PluginGateway,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('channelTypes')
  types(): Promise<ChannelTypeInfo[]> {
    return this.gateway.channelTypes();
  }

  @Mutation('channelSetup')
  setup(@Context() gql: GqlContext, @Args('input') input: ChannelSetupInput) {
    return setupAnswer(() => this.channels.setup(gql.ctx, input), ['input']);
  }

  @Mutation('channelSetupReturn')
  setupReturn(@Context() gql: GqlContext, @Args('state') state: string, @Args('data') data: ChannelSetupInput['data']) {
    return setupAnswer(() => this.channels.setupReturn(gql.ctx, state, data ?? {}), []);
  }

  @Mutation('channelTest')
  async test(@Context() gql: GqlContext, @Args('input') input: ChannelTestInput) {
    const errors: UserErrorRow[] = [];
    const answer = await payload<TestPayload>(NO_TEST, async () => {
      const { outcome, checks, failures } = await this.channels.test(gql.ctx, input);
      errors.push(...failures.map((failure) => toUserError(failure, ['input'])));
      return { ok: failures.length === 0, account: outcome?.account ?? null, checks };
    }, ['input']);
    return { ...answer, userErrors: [...answer.userErrors, ...errors] };
  }

  @Mutation('channelPreview')
  async preview(@Context() gql: GqlContext, @Args('input') input: ChannelPreviewInput) {
    const errors: UserErrorRow[] = [];
    const answer = await payload<{ page: string | null }>(
      { page: null },
      async () => {
        const { page, failures } = await this.channels.preview(gql.ctx, input);
        errors.push(...failures.map((failure) => toUserError(failure, ['input'])));
        return { page };
      },
      ['input'],
    );
    return { ...answer, userErrors: [...answer.userErrors, ...errors] };
  }

  @Mutation('channelSetActive')
  setActive(@Context() gql: GqlContext, @Args('id') id: string, @Args('active') active: boolean) {
    const work = async () => ({ channel: await this.channels.setActive(gql.ctx, id, active) });
    return payload<{ channel: Channel | null }>({ channel: null }, work);
  }

  @Mutation('channelRemove')
  remove(@Context() gql: GqlContext, @Args('id') id: string) {
    const work = async () => ({ channel: await this.channels.remove(gql.ctx, id) });
    return payload<{ channel: Channel | null }>({ channel: null }, work);
  }

  @ResolveField('type')
  type(channel: Channel, _args: unknown, gql: GqlContext): Promise<ChannelTypeInfo | null> {
    return channelTypeLoader(gql, this.gateway).load(channel.type);
  }

  @ResolveField('inbox')
  inbox(channel: Channel, _args: unknown, gql: GqlContext): Promise<Inbox | null> {
    return inboxLoader(gql, this.uow.reader).load(channel.inboxId);
  }

  @ResolveField('settings')
  settings(channel: Channel, _args: unknown, gql: GqlContext): Record<string, unknown> | null {
    return canInInbox(gql.ctx.principal, 'manage', channel.inboxId) ? channel.settings : null;
  }

  @ResolveField('secretsSet')
  secretsSet(channel: Channel, _args: unknown, gql: GqlContext): string[] {
    return canInInbox(gql.ctx.principal, 'manage', channel.inboxId) ? this.secrets.names(channel) : [];
  }
}

/** The channels of an inbox. */
@Resolver('Inbox')
export class InboxChannelsResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('channels')
  channels(inbox: Inbox, _args: unknown, gql: GqlContext): Promise<Channel[]> {
    return inboxChannelLoader(gql, this.uow.reader).load(inbox.id);
  }
}

/** What is wrong with a step's answer comes beside the step itself. */
async function setupAnswer(work: () => Promise<SetupAnswer>, path: string[]) {
  const errors: UserErrorRow[] = [];
  const answer = await payload<SetupPayload>(
    NO_SETUP,
    async () => {
      const made = await work();
      errors.push(...made.failures.map((failure) => toUserError(failure, path)));
      return setupPayload(made);
    },
    path,
  );
  return { ...answer, userErrors: [...answer.userErrors, ...errors] };
}

function setupPayload({ place, next, values, secretsSet, channel, checks }: SetupAnswer): SetupPayload {
  const base = { ...NO_SETUP, place, channel, checks };
  if (!next || next.show === 'done') return base;
  const { step } = next;
  switch (next.show) {
    case 'form':
      return { ...base, step, form: { schema: next.schema, values, secretsSet, error: next.error ?? null } };
    case 'redirect':
      return { ...base, step, redirectUrl: next.url };
    case 'text':
    case 'qr':
      return { ...base, step, display: { show: next.show, data: next.data, help: next.help } };
  }
}
