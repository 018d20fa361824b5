import type { InboxRole } from '../../kernel/access.js';
import { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { findAgents, listActiveAgents } from '../agents/index.js';
import { findTeams, teamMembersOf } from '../teams/index.js';
import { roleOf } from './inbox-roles.js';
import type { Inbox } from './inbox.entity.js';
import { inboxTeamsOf, membersOf, replaceInboxTeams, replaceMembers } from './inbox-grant.repository.js';

/** An agent or a team, and what they may do in the inbox; exactly one of both. */
export interface MemberInput {
  agentId?: string | null;
  teamId?: string | null;
  role: InboxRole;
}

/** Puts these agents and teams in the place of those who were named (S75, S84). Whether anything changed. */
export async function setGrants(tx: Tx, inboxId: string, members: readonly MemberInput[]): Promise<boolean> {
  members.forEach(({ agentId, teamId }, index) => {
    if ((agentId == null) !== (teamId == null)) return;
    throw new DomainError('INVALID', 'Name an agent or a team.', { path: ['members', String(index)] });
  });
  const agents = await setAgents(tx, inboxId, members);
  const teams = await setTeams(tx, inboxId, members);
  return agents || teams;
}

/** The agents who work in an inbox now, by themselves, by a team or because it is for everyone. */
export async function workersOf(tx: Tx, inbox: Pick<Inbox, 'id' | 'audience'>): Promise<string[]> {
  const own = new Map((await membersOf(tx, [inbox.id])).map(({ userId, role }) => [userId, role]));
  const teams = new Map((await inboxTeamsOf(tx, [inbox.id])).map(({ teamId, role }) => [teamId, role]));
  const people = await teamMembersOf(tx, [...teams.keys()]);
  return (await listActiveAgents(tx)).flatMap(({ id }) => {
    const byTeams = people.flatMap(({ userId, teamId }) => (userId === id ? (teams.get(teamId) ?? []) : []));
    const role = roleOf({ audience: inbox.audience, own: own.get(id) ?? null, byTeams });
    return role === 'AGENT' || role === 'MANAGER' ? [id] : [];
  });
}

/** Who is named, in words for the audit log: what they are called now. */
export async function grantsInWords(tx: Tx, inboxId: string): Promise<string[]> {
  const [members, grants] = [await membersOf(tx, [inboxId]), await inboxTeamsOf(tx, [inboxId])];
  const agents = await findAgents(
    tx,
    members.map(({ userId }) => userId),
  );
  const teams = await findTeams(
    tx,
    grants.map(({ teamId }) => teamId),
  );
  const names = new Map([...agents, ...teams].map(({ id, name }) => [id, name]));
  const line = (id: string, role: InboxRole): string => `${names.get(id) ?? id} (${role})`;
  return [...grants.map(({ teamId, role }) => line(teamId, role)), ...members.map(({ userId, role }) => line(userId, role))];
}

async function setAgents(tx: Tx, inboxId: string, members: readonly MemberInput[]): Promise<boolean> {
  const wanted = rolesBy(members, 'agentId');
  const known = new Map((await membersOf(tx, [inboxId])).map((member) => [member.userId, member]));
  if (sameRoles(wanted, known)) return false;
  const agents = await findAgents(tx, [...wanted.keys()]);
  const active = new Set(agents.filter(({ state }) => state === 'ACTIVE').map(({ id }) => id));
  requireKnown(members, 'agentId', active, 'There is no active agent with this id.');
  const rows = [...wanted].map(([userId, role]) => {
    const old = known.get(userId);
    return { id: old?.id ?? newId('inboxMember'), inboxId, userId, role, createdAt: old?.createdAt ?? tx.now };
  });
  await replaceMembers(tx, inboxId, rows);
  return true;
}

async function setTeams(tx: Tx, inboxId: string, members: readonly MemberInput[]): Promise<boolean> {
  const wanted = rolesBy(members, 'teamId');
  const known = new Map((await inboxTeamsOf(tx, [inboxId])).map((grant) => [grant.teamId, grant]));
  if (sameRoles(wanted, known)) return false;
  const teams = await findTeams(tx, [...wanted.keys()]);
  const there = new Set(teams.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id));
  requireKnown(members, 'teamId', there, 'There is no team with this id.');
  const rows = [...wanted].map(([teamId, role]) => {
    return { inboxId, teamId, role, createdAt: known.get(teamId)?.createdAt ?? tx.now };
  });
  await replaceInboxTeams(tx, inboxId, rows);
  return true;
}

function rolesBy(members: readonly MemberInput[], key: 'agentId' | 'teamId'): Map<string, InboxRole> {
  return new Map(members.flatMap((member) => (member[key] == null ? [] : [[member[key], member.role]])));
}

function sameRoles(wanted: ReadonlyMap<string, InboxRole>, known: ReadonlyMap<string, { role: InboxRole }>): boolean {
  return wanted.size === known.size && [...wanted].every(([id, role]) => known.get(id)?.role === role);
}

function requireKnown(
  members: readonly MemberInput[],
  key: 'agentId' | 'teamId',
  known: ReadonlySet<string>,
  message: string,
): void {
  members.forEach((member, index) => {
    const id = member[key];
    if (id == null || known.has(id)) return;
    throw new DomainError('INVALID', message, { path: ['members', String(index), key] });
  });
}
