import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { hasScope } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { inOrder, placeholders } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import type { User } from '../agents/index.js';
import type { Channel } from '../channels/index.js';
import { lastLinksOf } from './access-link.js';
import { AccessService, type ProfileSave } from './access.service.js';
import { type AgentDeactivate, type AgentInvite, type AgentUpdate, type LinkAnswer, PeopleService } from './people.service.js';
import { mayManage } from './people-rules.js';
import { SystemMail } from './system-mail.js';

const NO_LINK: LinkAnswer = { agent: null, link: null, expiresAt: null, mailed: false };
const NOBODY = { agent: null as User | null };
const OPEN_MOST = 1_000;

/** Who works here, for admins, and what is one's own. */
@Resolver('Agent')
export class PeopleResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly access: AccessService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('people')
  list(): Promise<User[]> {
    return this.people.list();
  }

  @ResolveField('viewerCan')
  viewerCan({ role, state }: User, _args: unknown, { ctx }: GqlContext): ('EDIT' | 'REMOVE')[] {
    if (!mayManage(ctx.principal, role)) return [];
    return state === 'DEACTIVATED' ? ['EDIT'] : ['EDIT', 'REMOVE'];
  }

  @Mutation('agentInvite')
  invite(@Context() { ctx }: GqlContext, @Args('input') input: AgentInvite) {
    return payload(NO_LINK, () => this.people.invite(ctx, input), ['input']);
  }

  @Mutation('agentLinkCreate')
  createLink(@Context() { ctx }: GqlContext, @Args('id') id: string, @Args('mail') mail: boolean) {
    return payload(NO_LINK, () => this.people.createLink(ctx, id, mail));
  }

  @Mutation('agentInviteRevoke')
  revoke(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    return payload({ deletedIds: [] as string[] }, async () => ({ deletedIds: [await this.people.revokeInvite(ctx, id)] }));
  }

  @Mutation('agentUpdate')
  update(@Context() { ctx }: GqlContext, @Args('input') input: AgentUpdate) {
    return payload(NOBODY, async () => ({ agent: await this.people.update(ctx, input) }), ['input']);
  }

  @Mutation('agentDeactivate')
  deactivate(@Context() { ctx }: GqlContext, @Args('input') input: AgentDeactivate) {
    return payload(NOBODY, async () => ({ agent: await this.people.deactivate(ctx, input) }), ['input']);
  }

  @Mutation('agentReactivate')
  reactivate(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    return payload(NOBODY, async () => ({ agent: await this.people.reactivate(ctx, id) }));
  }

  @Mutation('agentSignOut')
  signOut(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    return payload(NOBODY, async () => ({ agent: await this.people.signOut(ctx, id) }));
  }

  @Mutation('agentSecondFactorReset')
  resetSecondFactor(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    return payload(NOBODY, async () => ({ agent: await this.people.resetSecondFactor(ctx, id) }));
  }

  @Mutation('agentSignInReset')
  resetSignIn(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    return payload(NOBODY, async () => ({ agent: await this.people.resetSignIn(ctx, id) }));
  }

  @Mutation('agentPasskeysRemove')
  removePasskeys(@Context() { ctx }: GqlContext, @Args('id') id: string) {
    return payload(NOBODY, async () => ({ agent: await this.people.removePasskeys(ctx, id) }));
  }

  @Mutation('everybodySignOut')
  signOutEverybody(@Context() { ctx }: GqlContext) {
    return payload({ ended: 0 }, async () => ({ ended: await this.people.signOutEverybody(ctx) }));
  }

  @Mutation('profileSave')
  saveProfile(@Context() { ctx }: GqlContext, @Args('input') input: ProfileSave) {
    return payload(NOBODY, async () => ({ agent: await this.access.saveProfile(ctx, input) }), ['input']);
  }

  @Mutation('passwordChange')
  changePassword(@Context() { ctx }: GqlContext, @Args('current') current: string, @Args('password') password: string) {
    return payload(NOBODY, async () => ({ agent: await this.access.changePassword(ctx, current, password) }));
  }

  @ResolveField('invitedUntil')
  async invitedUntil(agent: User, _args: unknown, gql: GqlContext): Promise<number | null> {
    if (agent.state !== 'INVITED' || !hasScope(gql.ctx.principal, ['ADMIN'])) return null;
    const loader = gql.loader('agent.invitedUntil', () => {
      return new DataLoader(async (ids: readonly string[]) =>
        inOrder(ids, await lastLinksOf(this.uow.reader, ids), ({ userId }) => userId),
      );
    });
    return (await loader.load(agent.id))?.until ?? null;
  }

  @ResolveField('openCount')
  async openCount(agent: User, _args: unknown, gql: GqlContext): Promise<number | null> {
    if (!hasScope(gql.ctx.principal, ['ADMIN'])) return null;
    const loader = gql.loader('agent.openCount', () => {
      return new DataLoader(async (ids: readonly string[]) => {
        const counts = await this.uow.reader.query<{ key: string; n: number | string }>(
          `SELECT "key", SUM("count") AS n FROM inbox_count WHERE "scope" = 'assignee' AND "key" IN (${placeholders(ids)}) GROUP BY "key"`,
          ids,
        );
        return inOrder(ids, counts, ({ key }) => key);
      });
    });
    return Math.min(Number((await loader.load(agent.id))?.n ?? 0), OPEN_MOST);
  }
}

/** The channel of system mail. */
@Resolver('SystemMail')
export class SystemMailResolver {
  constructor(private readonly mail: SystemMail) {}

  @Query('systemMail')
  current(): object {
    return {};
  }

  @Mutation('systemMailSave')
  save(@Context() { ctx }: GqlContext, @Args('channelId') channelId?: string | null) {
    const work = async () => {
      await this.mail.choose(ctx, channelId ?? null);
      return { systemMail: {} };
    };
    return payload<{ systemMail: object | null }>({ systemMail: null }, work);
  }

  @ResolveField('channel')
  channel(): Promise<Channel | null> {
    return this.mail.channel();
  }

  @ResolveField('candidates')
  candidates(): Promise<Channel[]> {
    return this.mail.candidates();
  }
}
