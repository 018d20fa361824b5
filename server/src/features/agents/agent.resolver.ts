import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Scope } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { agentLoader } from './agent.loader.js';
import { AgentService, type NewAgent } from './agent.service.js';
import type { User } from './user.entity.js';

const NONE = { agent: null as User | null };

/** `viewer`, `agents`, `agentCreate`, `preferencesSave`, and what only oneself may see of an agent. */
@Resolver('Agent')
export class AgentResolver {
  constructor(
    private readonly agents: AgentService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('viewer')
  viewer(@Context() gql: GqlContext): Promise<User | null> | null {
    const { principal } = gql.ctx;
    return principal.kind === 'user' ? agentLoader(gql, this.uow.reader).load(principal.userId) : null;
  }

  @Query('agents')
  list(): Promise<User[]> {
    return this.agents.list();
  }

  @Query('formerAgents')
  former(): Promise<User[]> {
    return this.agents.former();
  }

  @Mutation('agentCreate')
  create(@Context() gql: GqlContext, @Args('input') input: NewAgent) {
    return payload(NONE, async () => ({ agent: await this.agents.create(gql.ctx, input) }));
  }

  @Mutation('preferencesSave')
  savePreferences(@Context() gql: GqlContext, @Args('preferences') preferences: unknown) {
    return payload(NONE, async () => ({ agent: await this.agents.savePreferences(gql.ctx, preferences) }));
  }

  @ResolveField('scopes')
  scopes(agent: User, _args: unknown, gql: GqlContext): Scope[] {
    const { principal } = gql.ctx;
    return principal.kind === 'user' && principal.userId === agent.id ? [...principal.scopes] : [];
  }

  @ResolveField('preferences')
  preferences(agent: User, _args: unknown, gql: GqlContext): Record<string, unknown> | null {
    const { principal } = gql.ctx;
    return principal.kind === 'user' && principal.userId === agent.id ? agent.preferences : null;
  }
}
