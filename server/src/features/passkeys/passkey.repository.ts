import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Passkey } from './passkey.entity.js';

type Raw = Record<string, unknown>;

/** Those of one person, oldest first. */
export async function passkeysOf(reader: Reader, userId: string): Promise<Passkey[]> {
  return fromRows(reader, Passkey, await reader.query<Raw>('SELECT * FROM passkey WHERE user_id = ? ORDER BY id', [userId]));
}

export async function findPasskey(reader: Reader, by: 'id' | 'credential_id', value: string): Promise<Passkey | null> {
  return fromRows(reader, Passkey, await reader.query<Raw>(`SELECT * FROM passkey WHERE ${by} = ?`, [value]))[0] ?? null;
}

/** Who of these has one. */
export async function withPasskey(reader: Reader, userIds: readonly string[]): Promise<string[]> {
  const sql = `SELECT DISTINCT user_id FROM passkey WHERE user_id IN (${placeholders(userIds)})`;
  return (await reader.query<{ user_id: string }>(sql, userIds)).map((row) => row.user_id);
}

/** False when the authenticator's key is there already. */
export async function insertPasskey(tx: Tx, passkey: Passkey): Promise<boolean> {
  return (await insertRows(tx, Passkey, [passkey], 'ON CONFLICT DO NOTHING')) === 1;
}

export async function renamePasskey(tx: Tx, id: string, name: string): Promise<void> {
  await updateRows(tx, Passkey, { id }, { name });
}

/** Remembers a use; false when the same or a later one was there before, so that a copy of the key is seen (WebAuthn Level 3, 6.1.1). */
export async function usePasskey(tx: Tx, id: string, counter: number): Promise<boolean> {
  const sql = 'UPDATE passkey SET counter = ?, last_used_at = ? WHERE id = ? AND (counter < ? OR (counter = 0 AND ? = 0))';
  return (await tx.execute(sql, [counter, tx.now, id, counter, counter])) === 1;
}

export async function deletePasskey(tx: Tx, id: string): Promise<void> {
  await tx.execute('DELETE FROM passkey WHERE id = ?', [id]);
}

/** Takes all of a person away; answers how many. */
export async function deletePasskeys(tx: Tx, userId: string): Promise<number> {
  return tx.execute('DELETE FROM passkey WHERE user_id = ?', [userId]);
}
