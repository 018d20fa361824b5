import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { TeamMember } from './team-member.entity.js';
import { Team } from './team.entity.js';

type Raw = Record<string, unknown>;

/** Teams by id, deleted ones too, in no order. */
export async function findTeams(reader: Reader, ids: readonly string[]): Promise<Team[]> {
  if (ids.length === 0) return [];
  const rows = await reader.query<Raw>(`SELECT * FROM team WHERE id IN (${placeholders(ids)})`, ids);
  return fromRows(reader, Team, rows);
}

/** Those that were not deleted, by name. */
export async function listTeams(reader: Reader): Promise<Team[]> {
  const rows = await reader.query<Raw>('SELECT * FROM team WHERE deleted_at IS NULL ORDER BY name_key, id');
  return fromRows(reader, Team, rows);
}

export async function findTeamByName(reader: Reader, nameKey: string): Promise<Team | null> {
  return fromRows(reader, Team, await reader.query<Raw>('SELECT * FROM team WHERE name_key = ?', [nameKey]))[0] ?? null;
}

export async function insertTeam(tx: Tx, team: Team): Promise<void> {
  await insertRows(tx, Team, [team]);
}

/** False when it was changed since `version`. */
export async function updateTeam(tx: Tx, id: string, version: number, patch: Partial<Team>): Promise<boolean> {
  return (await updateRows(tx, Team, { id, version }, patch)) === 1;
}

/** Who is in these teams: only active agents. */
export async function teamMembersOf(reader: Reader, teamIds: readonly string[]): Promise<TeamMember[]> {
  if (teamIds.length === 0) return [];
  const sql = `SELECT m.* FROM team_member m JOIN app_user u ON u.id = m.user_id
    WHERE m.team_id IN (${placeholders(teamIds)}) AND u.state = 'ACTIVE' ORDER BY LOWER(u.name), u.id`;
  return fromRows(reader, TeamMember, await reader.query<Raw>(sql, teamIds));
}

/** In which teams these people are. */
export async function teamsOfAgents(reader: Reader, userIds: readonly string[]): Promise<TeamMember[]> {
  if (userIds.length === 0) return [];
  const sql = `SELECT m.* FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.user_id IN (${placeholders(userIds)}) ORDER BY t.name_key, t.id`;
  return fromRows(reader, TeamMember, await reader.query<Raw>(sql, userIds));
}

/** Puts these in the place of the active members; who is deactivated keeps his place for when he comes back. */
export async function replaceTeamMembers(tx: Tx, teamId: string, members: readonly TeamMember[]): Promise<void> {
  await tx.execute("DELETE FROM team_member WHERE team_id = ? AND user_id IN (SELECT id FROM app_user WHERE state = 'ACTIVE')", [
    teamId,
  ]);
  await insertRows(tx, TeamMember, members);
}

/** Takes everybody out of the team, and the team out of every inbox. */
export async function dissolveTeam(tx: Tx, teamId: string): Promise<void> {
  await tx.execute('DELETE FROM team_member WHERE team_id = ?', [teamId]);
  await tx.execute('DELETE FROM inbox_team WHERE team_id = ?', [teamId]);
}

/** What was the main team of these people, if it was another one, becomes an extra one. */
export async function demoteOtherMainTeams(tx: Tx, teamId: string, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  await tx.execute(
    `UPDATE team_member SET membership = 'EXTRA' WHERE membership = 'MAIN' AND team_id <> ? AND user_id IN (${placeholders(userIds)})`,
    [teamId, ...userIds],
  );
}
