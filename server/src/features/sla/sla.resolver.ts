import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { GqlContext } from '../../kernel/request.js';
import { grouped } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { type Channel, channelLoader } from '../channels/index.js';
import type { Conversation } from '../conversations/index.js';
import type { Inbox } from '../inboxes/index.js';
import { closingView, policiesOf, type SlaClock, type SlaPolicy } from '../sla-clock/index.js';
import { type SlaPolicyOf, type SlaPolicySave, SlaService } from './sla.service.js';

type Limits = Pick<SlaPolicy, 'version' | 'channelId' | 'firstMinutes' | 'nextMinutes' | 'closingMinutes' | 'counts'>;
const NONE: Limits = {
  ...{ version: 0, channelId: '', counts: 'WORKING' },
  ...{ firstMinutes: null, nextMinutes: null, closingMinutes: null },
};

/** `Inbox.slaPolicy` and `Inbox.slaPolicies`, and how they are saved. */
@Resolver('Inbox')
export class InboxSlaResolver {
  constructor(
    private readonly service: SlaService,
    private readonly uow: UnitOfWork,
  ) {}

  @ResolveField('slaPolicy')
  async slaPolicy(inbox: Inbox, _args: unknown, gql: GqlContext): Promise<Limits> {
    return (await this.policies(inbox, {}, gql)).find(({ channelId }) => channelId === '') ?? NONE;
  }

  @ResolveField('slaPolicies')
  policies(inbox: Inbox, _args: unknown, gql: GqlContext): Promise<Limits[]> {
    const loader = gql.loader('inbox.slaPolicies', () => {
      return new DataLoader(async (ids: readonly string[]) =>
        grouped(ids, await policiesOf(this.uow.reader, ids), (policy) => policy.inboxId),
      );
    });
    return loader.load(inbox.id);
  }

  @Mutation('slaPolicySave')
  save(@Context() gql: GqlContext, @Args('input') input: SlaPolicySave) {
    const work = async () => ({ inbox: await this.service.save(gql.ctx, input) });
    return payload<{ inbox: Inbox | null }>({ inbox: null }, work, ['input']);
  }

  @Mutation('slaPolicyRemove')
  remove(@Context() gql: GqlContext, @Args('input') input: SlaPolicyOf & { channelId: string }) {
    const work = async () => ({ inbox: await this.service.remove(gql.ctx, input) });
    return payload<{ inbox: Inbox | null }>({ inbox: null }, work, ['input']);
  }
}

@Resolver('SlaPolicy')
export class SlaPolicyResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('channel')
  channel({ channelId }: Limits, _args: unknown, gql: GqlContext): Promise<Channel | null> | null {
    return channelId === '' ? null : channelLoader(gql, this.uow.reader).load(channelId);
  }
}

/** The clock of a conversation as the schema tells of it. */
interface Clock {
  kind: NonNullable<SlaClock['slaKind']> | 'CLOSING';
  dueAt: number | null;
  missedAt: number | null;
  paused: boolean;
}

/** `Conversation.sla` and `Conversation.slaClosing`. */
@Resolver('Conversation')
export class SlaResolver {
  @ResolveField('sla')
  sla(conversation: Conversation): Clock | null {
    return told(conversation, conversation);
  }

  @ResolveField('slaClosing')
  closing(conversation: Conversation): Clock | null {
    const clock = told(conversation, closingView(conversation));
    return clock && { ...clock, kind: 'CLOSING' };
  }
}

function told({ status, placement }: Conversation, { slaKind, slaSince, slaDueAt, slaMissedAt }: SlaClock): Clock | null {
  if (slaKind === null || slaSince === null || status === 'CLOSED' || placement !== 'INBOX') return null;
  return { kind: slaKind, dueAt: slaDueAt, missedAt: slaMissedAt, paused: slaDueAt === null };
}
