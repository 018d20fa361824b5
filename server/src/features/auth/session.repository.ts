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

/** How many sessions of one person are listed. */
const LISTED = 100;

/** The sessions of an agent that hold, newest first; at most 100. */
export async function listLiveSessions(reader: Reader, userId: string, now: number): Promise<Session[]> {
  const sql = 'SELECT * FROM session WHERE user_id = ? AND revoked_at IS NULL AND expires_at > ? ORDER BY id DESC LIMIT ?';
  return fromRows(reader, Session, await reader.query<Raw>(sql, [userId, now, LISTED]));
}

export async function insertSession(tx: Tx, session: Session): Promise<void> {
  await insertRows(tx, Session, [session]);
}

export async function updateSession(tx: Tx, id: string, patch: Partial<Session>): Promise<void> {
  await updateRows(tx, Session, { id }, patch);
}

/** Ends sessions, of one agent or of everybody, but `except`; answers those that held until now. */
export async function endSessions(
  tx: Tx,
  of: { userId: string | null; except: string | null },
): Promise<{ id: string; userId: string }[]> {
  const values: unknown[] = [tx.now, tx.now];
  const only = (condition: string, value: string | null): string => {
    if (value === null) return '';
    values.push(value);
    return ` AND ${condition}`;
  };
  const where = `revoked_at IS NULL AND expires_at > ?${only('user_id = ?', of.userId)}${only('id <> ?', of.except)}`;
  const rows = await tx.query<{ id: string; user_id: string }>(
    `UPDATE session SET revoked_at = ? WHERE ${where} RETURNING id, user_id`,
    values,
  );
  return rows.map((row) => ({ id: row.id, userId: row.user_id }));
}
