import type { InboxRole, WorkspaceRole } from '../../kernel/access.js';
import { fromRows, insertRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { type RoleSources, roleOf } from './inbox-roles.js';
import { InboxMember } from './inbox-member.entity.js';
import { InboxTeam } from './inbox-team.entity.js';

type Raw = Record<string, unknown>;

/** The active agents who are named as members of these inboxes. */
export async function membersOf(reader: Reader, inboxIds: readonly string[]): Promise<InboxMember[]> {
  if (inboxIds.length === 0) return [];
  const sql = `SELECT m.* FROM inbox_member m JOIN app_user u ON u.id = m.user_id
    WHERE m.inbox_id IN (${placeholders(inboxIds)}) AND u.state = 'ACTIVE' ORDER BY LOWER(u.name), u.id`;
  return fromRows(reader, InboxMember, await reader.query<Raw>(sql, inboxIds));
}

/** The teams that are named as members of these inboxes. */
export async function inboxTeamsOf(reader: Reader, inboxIds: readonly string[]): Promise<InboxTeam[]> {
  if (inboxIds.length === 0) return [];
  const sql = `SELECT m.* FROM inbox_team m JOIN team t ON t.id = m.team_id
    WHERE m.inbox_id IN (${placeholders(inboxIds)}) ORDER BY t.name_key, t.id`;
  return fromRows(reader, InboxTeam, await reader.query<Raw>(sql, inboxIds));
}

/** The inboxes of which these teams are members. */
export async function inboxesOfTeams(reader: Reader, teamIds: readonly string[]): Promise<InboxTeam[]> {
  if (teamIds.length === 0) return [];
  const sql = `SELECT m.* FROM inbox_team m JOIN inbox i ON i.id = m.inbox_id
    WHERE m.team_id IN (${placeholders(teamIds)}) AND i.deleted_at IS NULL ORDER BY i.name_key, i.id`;
  return fromRows(reader, InboxTeam, await reader.query<Raw>(sql, teamIds));
}

/** Puts these in the place of the active agents who were named; who is deactivated keeps his place for when he comes back. */
export async function replaceMembers(tx: Tx, inboxId: string, members: readonly InboxMember[]): Promise<void> {
  await tx.execute(
    "DELETE FROM inbox_member WHERE inbox_id = ? AND user_id IN (SELECT id FROM app_user WHERE state = 'ACTIVE')",
    [inboxId],
  );
  await insertRows(tx, InboxMember, members);
}

export async function replaceInboxTeams(tx: Tx, inboxId: string, teams: readonly InboxTeam[]): Promise<void> {
  await tx.execute('DELETE FROM inbox_team WHERE inbox_id = ?', [inboxId]);
  await insertRows(tx, InboxTeam, teams);
}

/** Everything that makes one agent a member of inboxes: a row for each team of his, or one without. */
const SOURCES = `SELECT i.id AS inbox_id, i.audience, m.role AS own_role, t.role AS team_role
  FROM inbox i
  LEFT JOIN inbox_member m ON m.inbox_id = i.id AND m.user_id = ?
  LEFT JOIN (
    SELECT g.inbox_id, g.role FROM team_member p JOIN inbox_team g ON g.team_id = p.team_id WHERE p.user_id = ?
  ) t ON t.inbox_id = i.id`;

interface SourceRow {
  inbox_id: string;
  audience: 'EVERYONE' | 'MEMBERS';
  own_role: InboxRole | null;
  team_role: InboxRole | null;
}

/**
 * The roles that an active agent holds, by inbox. The workspace role gives none: owners and admins see the other inboxes too,
 * but act in them only as members (S4, S5).
 */
export async function loadInboxRoles(
  reader: Reader,
  userId: string,
  _workspaceRole: WorkspaceRole,
): Promise<Map<string, InboxRole>> {
  const member = "i.audience = 'EVERYONE' OR m.role IS NOT NULL OR t.role IS NOT NULL";
  return rolesIn(await reader.query<SourceRow>(`${SOURCES} WHERE i.deleted_at IS NULL AND (${member})`, [userId, userId]));
}

/** Some of the active agents who answer in an inbox: those who are available first, then by name. */
export async function answerersOf(
  reader: Reader,
  inboxId: string,
  limit: number,
): Promise<{ name: string; avatarUrl: string | null; meetingUrl: string | null; available: boolean }[]> {
  const rows = await reader.query<{
    name: string;
    avatar_url: string | null;
    meeting_url: string | null;
    availability: string;
  }>(
    `SELECT u.name, u.avatar_url, u.meeting_url, u.availability FROM app_user u JOIN inbox i ON i.id = ? WHERE u.state = 'ACTIVE' AND (i.audience = 'EVERYONE'
       OR EXISTS (SELECT 1 FROM inbox_member m WHERE m.inbox_id = i.id AND m.user_id = u.id AND m.role <> 'VIEWER')
       OR EXISTS (SELECT 1 FROM team_member p JOIN inbox_team g ON g.team_id = p.team_id
         WHERE p.user_id = u.id AND g.inbox_id = i.id AND g.role <> 'VIEWER'))
     ORDER BY CASE u.availability WHEN 'AVAILABLE' THEN 0 ELSE 1 END, LOWER(u.name), u.id LIMIT ?`,
    [inboxId, limit],
  );
  return rows.map((row) => ({
    name: row.name,
    avatarUrl: row.avatar_url,
    meetingUrl: row.meeting_url,
    available: row.availability === 'AVAILABLE',
  }));
}

/** Which of these agents are members of an inbox, in whatever role. */
export async function membersAmong(reader: Reader, inboxId: string, userIds: readonly string[]): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await reader.query<{ id: string }>(
    `SELECT u.id AS id FROM app_user u JOIN inbox i ON i.id = ? WHERE u.id IN (${placeholders(userIds)}) AND (i.audience = 'EVERYONE'
       OR EXISTS (SELECT 1 FROM inbox_member m WHERE m.inbox_id = i.id AND m.user_id = u.id)
       OR EXISTS (SELECT 1 FROM team_member p JOIN inbox_team g ON g.team_id = p.team_id
         WHERE p.user_id = u.id AND g.inbox_id = i.id))`,
    [inboxId, ...userIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The role of one active agent in one inbox; null when he is no member of it. */
export async function findInboxRole(reader: Reader, userId: string, inboxId: string): Promise<InboxRole | null> {
  const rows = await reader.query<SourceRow>(`${SOURCES} WHERE i.id = ? AND i.deleted_at IS NULL`, [userId, userId, inboxId]);
  return rolesIn(rows).get(inboxId) ?? null;
}

function rolesIn(rows: readonly SourceRow[]): Map<string, InboxRole> {
  const sources = new Map<string, RoleSources & { byTeams: InboxRole[] }>();
  for (const row of rows) {
    const source = sources.get(row.inbox_id) ?? { audience: row.audience, own: row.own_role, byTeams: [] };
    if (row.team_role) source.byTeams.push(row.team_role);
    sources.set(row.inbox_id, source);
  }
  const roles = new Map<string, InboxRole>();
  for (const [inboxId, source] of sources) {
    const role = roleOf(source);
    if (role) roles.set(inboxId, role);
  }
  return roles;
}
