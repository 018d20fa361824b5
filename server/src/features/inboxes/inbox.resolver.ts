import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { canInInbox, type InboxRole } from '../../kernel/access.js';
import { wordsIn } from '../../kernel/language.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { agentLoader, type User } from '../agents/index.js';
import { type Team, teamLoader } from '../teams/index.js';
import type { InboxView } from './inbox-views.js';
import type { Inbox } from './inbox.entity.js';
import {
  type EffectiveMember,
  grantLoader,
  type InboxGrant,
  inboxesOfTeamLoader,
  inboxLoader,
  memberLoader,
  viewLoader,
} from './inbox.loader.js';
import { type InboxSave, InboxService } from './inbox.service.js';

const ACTIONS = [
  ['MANAGE', 'manage'],
  ['ACT', 'act'],
  ['COMMENT', 'comment'],
] as const;

/** `inboxes`, `inboxSave`, and the fields of an inbox that are not columns. */
@Resolver('Inbox')
export class InboxResolver {
  constructor(
    private readonly inboxes: InboxService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('inboxes')
  list(@Context() gql: GqlContext): Promise<Inbox[]> {
    return this.inboxes.list(gql.ctx);
  }

  @Mutation('inboxSave')
  save(@Context() gql: GqlContext, @Args('input') input: InboxSave) {
    const work = async () => ({ inbox: await this.inboxes.save(gql.ctx, input) });
    return payload<{ inbox: Inbox | null }>({ inbox: null }, work, ['input']);
  }

  @ResolveField('members')
  members(inbox: Inbox, _args: unknown, gql: GqlContext): Promise<EffectiveMember[]> {
    return memberLoader(gql, this.uow.reader).load(inbox);
  }

  @ResolveField('grants')
  grants(inbox: Inbox, _args: unknown, gql: GqlContext): Promise<InboxGrant[]> {
    return grantLoader(gql, this.uow.reader).load(inbox.id);
  }

  @ResolveField('viewerRole')
  viewerRole(inbox: Inbox, _args: unknown, gql: GqlContext): InboxRole | null {
    const { principal } = gql.ctx;
    return principal.kind === 'user' ? (principal.inboxRoles.get(inbox.id) ?? null) : null;
  }

  @ResolveField('viewerCan')
  viewerCan(inbox: Inbox, _args: unknown, gql: GqlContext): string[] {
    return ACTIONS.filter(([, action]) => canInInbox(gql.ctx.principal, action, inbox.id)).map(([name]) => name);
  }

  @ResolveField('views')
  views(inbox: Inbox, _args: unknown, gql: GqlContext): Promise<InboxView[]> {
    return viewLoader(gql, this.uow.reader).load(inbox.id);
  }
}

/** The words of a view. */
@Resolver('InboxView')
export class InboxViewResolver {
  @ResolveField('title')
  title(view: InboxView, { language }: { language?: string | null }): string | null {
    return view.words === null ? null : wordsIn(view.words, language);
  }
}

/** Who is named as a member. */
@Resolver('InboxGrant')
export class InboxGrantResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('agent')
  agent({ userId }: InboxGrant, _args: unknown, gql: GqlContext): Promise<User | null> | null {
    return userId === null ? null : agentLoader(gql, this.uow.reader).load(userId);
  }

  @ResolveField('team')
  team({ teamId }: InboxGrant, _args: unknown, gql: GqlContext): Promise<Team | null> | null {
    return teamId === null ? null : teamLoader(gql, this.uow.reader).load(teamId);
  }
}

/** `Team.inboxes`: a team is no way to learn of an inbox that one does not see. */
@Resolver('Team')
export class InboxesOfTeamResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('inboxes')
  async inboxes(team: Team, _args: unknown, gql: GqlContext): Promise<Inbox[]> {
    const ids = await inboxesOfTeamLoader(gql, this.uow.reader).load(team.id);
    const visible = ids.filter((id) => canInInbox(gql.ctx.principal, 'view', id));
    const inboxes = await Promise.all(visible.map((id) => inboxLoader(gql, this.uow.reader).load(id)));
    return inboxes.filter((inbox) => inbox !== null);
  }
}
