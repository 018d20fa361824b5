import { fromRows, insertRows, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Session } from './session.entity.js';

type Raw = Record<string, unknown>;

/** The session with this secret or id, as long as it holds. */
export async function findLiveSession(
  reader: Reader,
  by: 'secret_hash' | 'id',
  value: string,
  now: number,
): Promise<Session | null> {
  const rows = await reader.query<Raw>(`SELECT * FROM session WHERE ${by} = ? AND revoked_at IS NULL AND expires_at > ?`, [
    value,
    now,
  ]);
  return fromRows(reader, Session, rows)[0] ?? null;
}

/** The sessions of an agent that hold, newest first. */
export async function listLiveSessions(reader: Reader, userId: string, now: number): Promise<Session[]> {
  const sql = 'SELECT * FROM session WHERE user_id = ? AND revoked_at IS NULL AND expires_at > ? ORDER BY id DESC';
  return fromRows(reader, Session, await reader.query<Raw>(sql, [userId, now]));
}

export async function insertSession(tx: Tx, session: Session): Promise<void> {
  await insertRows(tx, Session, [session]);
}

export async function updateSession(tx: Tx, id: string, patch: Partial<Session>): Promise<void> {
  await updateRows(tx, Session, { id }, patch);
}
