import DataLoader from 'dataloader';
import type { GqlContext } from '../../kernel/request.js';
import { grouped, inOrder } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import type { TeamMember } from './team-member.entity.js';
import type { Team } from './team.entity.js';
import { findTeams, teamMembersOf, teamsOfAgents } from './team.repository.js';

/** Teams by id, deleted ones too: every agent may know their names. */
export function teamLoader(gql: GqlContext, reader: Reader): DataLoader<string, Team | null> {
  return gql.shared('team', () => {
    return new DataLoader(async (ids: readonly string[]) => inOrder(ids, await findTeams(reader, ids), (team) => team.id));
  });
}

/** Who is in a team. */
export function teamMemberLoader(gql: GqlContext, reader: Reader): DataLoader<string, TeamMember[]> {
  return gql.shared('team.members', () => {
    return new DataLoader(async (ids: readonly string[]) =>
      grouped(ids, await teamMembersOf(reader, ids), (member) => member.teamId),
    );
  });
}

/** The teams of an agent. */
export function agentTeamLoader(gql: GqlContext, reader: Reader): DataLoader<string, TeamMember[]> {
  return gql.shared('agent.teams', () => {
    return new DataLoader(async (ids: readonly string[]) =>
      grouped(ids, await teamsOfAgents(reader, ids), (member) => member.userId),
    );
  });
}
