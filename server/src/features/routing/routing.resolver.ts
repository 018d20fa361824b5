import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { canInInbox } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { grouped } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { agentLoader, type User } from '../agents/index.js';
import { type Channel, channelLoader } from '../channels/index.js';
import type { Conversation } from '../conversations/index.js';
import type { Inbox } from '../inboxes/index.js';
import { type Team, teamLoader } from '../teams/index.js';
import type { Candidate, RoutingDecision } from './routing-decision.entity.js';
import type { RoutingRule } from './routing-rule.entity.js';
import { decisionsOf, rulesOf } from './routing.repository.js';
import { type Preview, type RoutingSave, RoutingService, type RuleInput } from './routing.service.js';

/** `Inbox.routing`, how it is saved and tried. */
@Resolver('Inbox')
export class InboxRoutingResolver {
  constructor(
    private readonly routing: RoutingService,
    private readonly uow: UnitOfWork,
  ) {}

  @ResolveField('routing')
  async of(inbox: Inbox, _args: unknown, gql: GqlContext): Promise<{ version: number; rules: RoutingRule[] } | null> {
    if (!canInInbox(gql.ctx.principal, 'manage', inbox.id)) return null;
    const loader = gql.loader('inbox.routing', () => {
      return new DataLoader(async (ids: readonly string[]) => {
        return grouped(ids, await rulesOf(this.uow.reader, ids), (rule) => rule.inboxId);
      });
    });
    const rules = await loader.load(inbox.id);
    return { version: rules[0]?.version ?? 0, rules };
  }

  @Query('routingPreview')
  preview(@Context() gql: GqlContext, @Args('inboxId') inboxId: string, @Args('rule') rule: RuleInput): Promise<Preview> {
    return this.routing.preview(gql.ctx, inboxId, rule);
  }

  @Mutation('routingSave')
  save(@Context() gql: GqlContext, @Args('input') input: RoutingSave) {
    const work = async () => ({ inbox: await this.routing.save(gql.ctx, input) });
    return payload<{ inbox: Inbox | null }>({ inbox: null }, work, ['input']);
  }
}

@Resolver('RoutingRule')
export class RoutingRuleResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('channel')
  channel({ channelId }: RoutingRule, _args: unknown, gql: GqlContext): Promise<Channel | null> | null {
    return channelId === '' ? null : channelLoader(gql, this.uow.reader).load(channelId);
  }

  @ResolveField('agents')
  async agents({ agentIds }: RoutingRule, _args: unknown, gql: GqlContext): Promise<User[]> {
    return (await Promise.all(agentIds.map((id) => agentLoader(gql, this.uow.reader).load(id)))).filter((one) => one !== null);
  }

  @ResolveField('teams')
  async teams({ teamIds }: RoutingRule, _args: unknown, gql: GqlContext): Promise<Team[]> {
    return (await Promise.all(teamIds.map((id) => teamLoader(gql, this.uow.reader).load(id)))).filter((one) => one !== null);
  }
}

/** `Conversation.routingDecisions`: who sees the conversation may ask why it went where it went (N13). */
@Resolver('Conversation')
export class ConversationRoutingResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('routingDecisions')
  decisions(conversation: Conversation): Promise<RoutingDecision[]> {
    return decisionsOf(this.uow.reader, conversation.id);
  }
}

@Resolver('RoutingCandidate')
export class RoutingCandidateResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('owner')
  owner({ owner }: Candidate): boolean {
    return owner === true;
  }

  @ResolveField('agent')
  agent({ agentId }: Candidate, _args: unknown, gql: GqlContext): Promise<User | null> {
    return agentLoader(gql, this.uow.reader).load(agentId);
  }
}

@Resolver('RoutingDecision')
export class RoutingDecisionResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('agent')
  agent({ agentId }: RoutingDecision, _args: unknown, gql: GqlContext): Promise<User | null> | null {
    return agentId === null ? null : agentLoader(gql, this.uow.reader).load(agentId);
  }
}

@Resolver('RoutingPreview')
export class RoutingPreviewResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('agent')
  agent({ agentId }: Preview, _args: unknown, gql: GqlContext): Promise<User | null> | null {
    return agentId === null ? null : agentLoader(gql, this.uow.reader).load(agentId);
  }
}
