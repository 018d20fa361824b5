import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GqlContext } from '../../kernel/request.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { payload } from '../../kernel/user-errors.js';
import { agentLoader, type User } from '../agents/index.js';
import type { TeamMember } from './team-member.entity.js';
import type { Team } from './team.entity.js';
import { agentTeamLoader, teamLoader, teamMemberLoader } from './team.loader.js';
import { type TeamSave, TeamService } from './team.service.js';

/** `teams`, `teamSave`, `teamDelete`, and who is in a team. */
@Resolver('Team')
export class TeamResolver {
  constructor(
    private readonly teams: TeamService,
    private readonly uow: UnitOfWork,
  ) {}

  @Query('teams')
  list(): Promise<Team[]> {
    return this.teams.list();
  }

  @Mutation('teamSave')
  save(@Context() gql: GqlContext, @Args('input') input: TeamSave) {
    const work = async () => ({ team: await this.teams.save(gql.ctx, input) });
    return payload<{ team: Team | null }>({ team: null }, work, ['input']);
  }

  @Mutation('teamDelete')
  delete(@Context() gql: GqlContext, @Args('id') id: string, @Args('expectedVersion') expectedVersion?: number | null) {
    const work = async () => ({ deletedIds: [await this.teams.delete(gql.ctx, id, expectedVersion ?? null)] });
    return payload<{ deletedIds: string[] }>({ deletedIds: [] }, work);
  }

  @ResolveField('members')
  members(team: Team, _args: unknown, gql: GqlContext): Promise<TeamMember[]> {
    return teamMemberLoader(gql, this.uow.reader).load(team.id);
  }
}

/** The agent behind a membership. */
@Resolver('TeamMember')
export class TeamMemberResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('agent')
  agent(member: TeamMember, _args: unknown, gql: GqlContext): Promise<User | null> {
    return agentLoader(gql, this.uow.reader).load(member.userId);
  }
}

/** The team behind a membership. */
@Resolver('AgentTeam')
export class AgentTeamResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('team')
  team(member: TeamMember, _args: unknown, gql: GqlContext): Promise<Team | null> {
    return teamLoader(gql, this.uow.reader).load(member.teamId);
  }
}

/** `Agent.teams`. */
@Resolver('Agent')
export class TeamsOfAgentResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @ResolveField('teams')
  teams(agent: User, _args: unknown, gql: GqlContext): Promise<TeamMember[]> {
    return agentTeamLoader(gql, this.uow.reader).load(agent.id);
  }
}
