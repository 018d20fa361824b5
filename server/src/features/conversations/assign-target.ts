import { DomainError } from '../../kernel/errors.js';
import type { Reader } from '../../kernel/uow.js';
import { findAgents, type User } from '../agents/index.js';
import { effectiveMembers, findInboxes, findInboxRole } from '../inboxes/index.js';
import { findTeams, type Team, teamMembersOf } from '../teams/index.js';
import type { Conversation } from './conversation.entity.js';

/** To whom a conversation is given. */
export interface AssignTo {
  agentId: string | null;
  /** Null takes the team off; when not given it stays with an agent, and goes with nobody. */
  teamId?: string | null | undefined;
}

type Holder = Pick<Conversation, 'assigneeUserId' | 'assigneeTeamId'>;

/** Who gets it, checked: INVALID names the field. */
export interface Target {
  agent: User | null;
  teamIdFor: (conversation: Conversation) => string | null;
  /** INVALID when the agent, or none of the team, works in its inbox. */
  requireWork: (conversation: Conversation) => Promise<void>;
}

export async function targetOf(reader: Reader, { agentId, teamId }: AssignTo): Promise<Target> {
  const agent = agentId === null ? null : await activeAgent(reader, agentId);
  const team = teamId ? await livingTeam(reader, teamId) : null;
  const mayWork = agent && memoized((inboxId) => worksIn(reader, agent.id, inboxId));
  const teamWorks = team && memoized((inboxId) => teamWorksIn(reader, team.id, inboxId));
  const refuse = (name: string, what: string): never => {
    throw new DomainError('INVALID', `${name} does not work in this inbox. Choose one of its ${what}.`);
  };
  return {
    agent,
    teamIdFor: ({ assigneeTeamId }) => (teamId !== undefined ? (team?.id ?? null) : agent ? assigneeTeamId : null),
    requireWork: async ({ inboxId, assigneeUserId, assigneeTeamId }) => {
      if (agent && agent.id !== assigneeUserId && !(await mayWork?.(inboxId))) refuse(agent.name, 'members');
      if (team && team.id !== assigneeTeamId && !(await teamWorks?.(inboxId))) refuse(team.name, 'teams');
    },
  };
}

/** Names and ids that the sentence in the timeline needs. */
export async function assignment(reader: Reader, before: Holder, after: Holder): Promise<Record<string, unknown>> {
  const given = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null);
  const agents = await findAgents(reader, given([before.assigneeUserId, after.assigneeUserId]));
  const teams = await findTeams(reader, given([before.assigneeTeamId, after.assigneeTeamId]));
  const named = (rows: readonly { id: string; name: string }[], id: string | null): string | null =>
    rows.find((row) => row.id === id)?.name ?? null;
  return {
    assigneeId: after.assigneeUserId,
    assigneeName: named(agents, after.assigneeUserId),
    previousAssigneeId: before.assigneeUserId,
    previousAssigneeName: named(agents, before.assigneeUserId),
    teamId: after.assigneeTeamId,
    teamName: named(teams, after.assigneeTeamId),
    previousTeamId: before.assigneeTeamId,
    previousTeamName: named(teams, before.assigneeTeamId),
  };
}

/** Whether somebody of the team works in an inbox. */
export async function teamWorksIn(reader: Reader, teamId: string, inboxId: string): Promise<boolean> {
  const [members = []] = await effectiveMembers(reader, await findInboxes(reader, [inboxId]));
  const workers = new Set(members.filter(({ role }) => role !== 'VIEWER').map(({ agent }) => agent.id));
  return (await teamMembersOf(reader, [teamId])).some(({ userId }) => workers.has(userId));
}

async function activeAgent(reader: Reader, id: string): Promise<User> {
  const agent = (await findAgents(reader, [id]))[0];
  if (agent?.state === 'ACTIVE') return agent;
  throw new DomainError('INVALID', 'There is no active agent with this id.', { path: ['assigneeId'] });
}

async function livingTeam(reader: Reader, id: string): Promise<Team> {
  const team = (await findTeams(reader, [id]))[0];
  if (team && team.deletedAt === null) return team;
  throw new DomainError('INVALID', 'There is no team with this id.', { path: ['teamId'] });
}

async function worksIn(reader: Reader, userId: string, inboxId: string): Promise<boolean> {
  const role = await findInboxRole(reader, userId, inboxId);
  return role === 'AGENT' || role === 'MANAGER';
}

function memoized<V>(load: (key: string) => Promise<V>): (key: string) => Promise<V> {
  const known = new Map<string, Promise<V>>();
  return (key) => {
    const value = known.get(key) ?? load(key);
    known.set(key, value);
    return value;
  };
}
