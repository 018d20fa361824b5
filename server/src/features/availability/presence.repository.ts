import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { findAgents, User } from '../agents/index.js';
import { WorkingHours } from '../working-hours/index.js';
import { Presence } from './presence.entity.js';
import type { Standing } from './presence-rules.js';

type Raw = Record<string, unknown>;

/** Why these agents are what they are, in no order; none of those about whom nothing was decided. */
export async function presencesOf(reader: Reader, userIds: readonly string[]): Promise<Presence[]> {
  if (userIds.length === 0) return [];
  const rows = await reader.query<Raw>(`SELECT * FROM presence WHERE user_id IN (${placeholders(userIds)})`, userIds);
  return fromRows(reader, Presence, rows);
}

/** The agents as they are now, held until the end of the unit, by id so that two units never wait for each other. */
export async function lockAgents(tx: Tx, ids: readonly string[]): Promise<User[]> {
  const sorted = [...new Set(ids)].toSorted();
  if (sorted.length === 0) return [];
  // SQLite has one writer at a time: the open unit is the lock.
  if (tx.dialect === 'sqlite') return findAgents(tx, sorted);
  const sql = `SELECT * FROM app_user WHERE id IN (${placeholders(sorted)}) ORDER BY id FOR NO KEY UPDATE`;
  return fromRows(tx, User, await tx.query<Raw>(sql, sorted));
}

/** An agent's word together with its reason. */
export function standingOf(agent: User, presence: Presence | null): Standing {
  const reason = presence ?? { source: 'SCHEDULE' as const, reassignReplies: false, until: null, setById: null, setByName: null };
  const { source, reassignReplies, until, setById, setByName } = reason;
  return { status: agent.availability, source, reassignReplies, until, setById, setByName };
}

/** Keeps both; the caller holds the agent. */
export async function storeStanding(tx: Tx, agent: User, before: Presence | null, standing: Standing): Promise<Presence> {
  const { status, ...reason } = standing;
  const changedAt = status === agent.availability && before ? before.changedAt : tx.now;
  const row: Presence = { userId: agent.id, ...reason, changedAt, version: (before?.version ?? 0) + 1 };
  if (before) await updateRows(tx, Presence, { userId: agent.id }, row);
  else await insertRows(tx, Presence, [row]);
  if (status !== agent.availability) await updateRows(tx, User, { id: agent.id }, { availability: status, updatedAt: tx.now });
  return row;
}

/** The hours of all persons, and whose choice has ended: all that the clock may change. */
export async function whatTimeChanges(reader: Reader, now: number): Promise<{ hours: WorkingHours[]; ended: string[] }> {
  const rows = await reader.query<Raw>("SELECT * FROM working_hours WHERE owner_id >= 'usr_' AND owner_id < 'usr`'");
  const ended = await reader.query<{ user_id: string }>('SELECT user_id FROM presence WHERE until <= ?', [now]);
  return { hours: fromRows(reader, WorkingHours, rows), ended: ended.map((row) => row.user_id) };
}
