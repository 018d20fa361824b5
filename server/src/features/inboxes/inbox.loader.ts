import DataLoader from 'dataloader';
import type { InboxRole } from '../../kernel/access.js';
import type { GqlContext } from '../../kernel/request.js';
import { grouped, inOrder } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { listActiveAgents, type User } from '../agents/index.js';
import { findTeams, teamMembersOf, teamsOfAgents } from '../teams/index.js';
import { keptCounts } from './inbox-counts.js';
import { type InboxView, viewsOf } from './inbox-views.js';
import type { Inbox } from './inbox.entity.js';
import { inboxesOfTeams, inboxTeamsOf, membersOf } from './inbox-grant.repository.js';
import { roleOf } from './inbox-roles.js';
import { channelViewsOf, findInboxes } from './inbox.repository.js';

/** Inboxes by id, whoever asks: the caller has looked at the rights. */
export function inboxLoader(gql: GqlContext, reader: Reader): DataLoader<string, Inbox | null> {
  return gql.shared('inbox', () => {
    return new DataLoader(async (ids: readonly string[]) => inOrder(ids, await findInboxes(reader, ids), (inbox) => inbox.id));
  });
}

/** A member as the schema shows him. */
export interface EffectiveMember {
  agent: User;
  role: InboxRole;
}

/** Who works in an inbox, by name. */
export function memberLoader(gql: GqlContext, reader: Reader): DataLoader<Inbox, EffectiveMember[]> {
  return gql.loader('inbox.members', () => new DataLoader((inboxes: readonly Inbox[]) => effectiveMembers(reader, inboxes)));
}

/** Who works in each of these inboxes, by name. */
export async function effectiveMembers(reader: Reader, inboxes: readonly Inbox[]): Promise<EffectiveMember[][]> {
  const ids = inboxes.map((inbox) => inbox.id);
  const agents = await listActiveAgents(reader);
  const named = grouped(ids, await membersOf(reader, ids), (member) => member.inboxId);
  const grants = await inboxTeamsOf(reader, ids);
  const people = await teamMembersOf(reader, [...new Set(grants.map(({ teamId }) => teamId))]);
  const grantsBy = grouped(ids, grants, (grant) => grant.inboxId);
  return inboxes.map((inbox, index) => {
    const own = new Map((named[index] ?? []).map((member) => [member.userId, member.role]));
    const teamRoles = new Map((grantsBy[index] ?? []).map(({ teamId, role }) => [teamId, role]));
    const byTeams = new Map<string, InboxRole[]>();
    for (const { teamId, userId } of people) {
      const role = teamRoles.get(teamId);
      if (role) byTeams.set(userId, [...(byTeams.get(userId) ?? []), role]);
    }
    return agents.flatMap((agent) => {
      const role = roleOf({ audience: inbox.audience, own: own.get(agent.id) ?? null, byTeams: byTeams.get(agent.id) ?? [] });
      return role ? [{ agent, role }] : [];
    });
  });
}

/** An agent or a team that is named as a member. */
export interface InboxGrant {
  userId: string | null;
  teamId: string | null;
  role: InboxRole;
}

/** Who is named: teams, then agents, each by name. */
export function grantLoader(gql: GqlContext, reader: Reader): DataLoader<string, InboxGrant[]> {
  return gql.shared('inbox.grants', () => {
    return new DataLoader(async (ids: readonly string[]) => {
      const [members, teams] = await Promise.all([membersOf(reader, ids), inboxTeamsOf(reader, ids)]);
      const all = [
        ...teams.map(({ inboxId, teamId, role }) => ({ inboxId, userId: null, teamId, role })),
        ...members.map(({ inboxId, userId, role }) => ({ inboxId, userId, teamId: null, role })),
      ];
      return grouped(ids, all, ({ inboxId }) => inboxId);
    });
  });
}

/** The inboxes of which a team is a member, whoever asks: the caller looks at the rights. */
export function inboxesOfTeamLoader(gql: GqlContext, reader: Reader): DataLoader<string, string[]> {
  return gql.shared('team.inboxes', () => {
    return new DataLoader(async (ids: readonly string[]) => {
      const rows = grouped(ids, await inboxesOfTeams(reader, ids), ({ teamId }) => teamId);
      return rows.map((grants) => grants.map(({ inboxId }) => inboxId));
    });
  });
}

/** The left bar of an inbox. */
export function viewLoader(gql: GqlContext, reader: Reader): DataLoader<string, InboxView[]> {
  return gql.loader('inbox.views', () => {
    return new DataLoader(async (ids: readonly string[]) => {
      const { principal } = gql.ctx;
      const userId = principal.kind === 'user' ? principal.userId : null;
      const [counts, channels] = await Promise.all([keptCounts(reader, ids, userId), channelViewsOf(reader, ids)]);
      const own = userId === null ? [] : await teamsOfAgents(reader, [userId]);
      const named = inOrder(
        own.map(({ teamId }) => teamId),
        await findTeams(
          reader,
          own.map(({ teamId }) => teamId),
        ),
        (team) => team.id,
      ).filter((team) => team !== null);
      const countsBy = grouped(ids, counts, (count) => count.inboxId);
      const channelsBy = grouped(ids, channels, (view) => view.inboxId);
      return ids.map((_, index) => viewsOf(countsBy[index] ?? [], channelsBy[index] ?? [], named));
    });
  });
}
