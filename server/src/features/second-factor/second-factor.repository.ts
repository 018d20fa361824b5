import { newId } from '../../kernel/ids.js';
import { fromRows, insertRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { SecondFactor } from './second-factor.entity.js';

type Raw = Record<string, unknown>;

/** The key of somebody, confirmed or not. */
export async function findFactor(reader: Reader, userId: string): Promise<SecondFactor | null> {
  const rows = await reader.query<Raw>('SELECT * FROM second_factor WHERE user_id = ?', [userId]);
  return fromRows(reader, SecondFactor, rows)[0] ?? null;
}

/** Who of these has a second step that counts. */
export async function withFactor(reader: Reader, userIds: readonly string[]): Promise<string[]> {
  const sql = `SELECT user_id FROM second_factor WHERE user_id IN (${placeholders(userIds)}) AND confirmed_at IS NOT NULL`;
  return (await reader.query<{ user_id: string }>(sql, userIds)).map((row) => row.user_id);
}

/** Keeps a key that nobody has confirmed yet, in the place of another such; false when there is one that counts. */
export async function putUnconfirmed(tx: Tx, userId: string, secret: string): Promise<boolean> {
  await tx.execute('DELETE FROM second_factor WHERE user_id = ? AND confirmed_at IS NULL', [userId]);
  const row: SecondFactor = { userId, secret, lastStep: 0, createdAt: tx.now, confirmedAt: null };
  return (await insertRows(tx, SecondFactor, [row], 'ON CONFLICT DO NOTHING')) === 1;
}

/** Lets a key count from now on; false when it counted already, or is another one. */
export async function confirmFactor(tx: Tx, factor: SecondFactor, step: number): Promise<boolean> {
  const sql =
    'UPDATE second_factor SET confirmed_at = ?, last_step = ? WHERE user_id = ? AND secret = ? AND confirmed_at IS NULL';
  return (await tx.execute(sql, [tx.now, step, factor.userId, factor.secret])) === 1;
}

/** Uses the codes up to a time step; false when one as new was used before. */
export async function useStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const sql = 'UPDATE second_factor SET last_step = ? WHERE user_id = ? AND confirmed_at IS NOT NULL AND last_step < ?';
  return (await tx.execute(sql, [step, userId, step])) === 1;
}

/** Uses a recovery code; false when there is none such, or no more. */
export async function useRecoveryCode(tx: Tx, userId: string, hash: string): Promise<boolean> {
  const sql = 'UPDATE recovery_code SET used_at = ? WHERE user_id = ? AND code_hash = ? AND used_at IS NULL';
  return (await tx.execute(sql, [tx.now, userId, hash])) === 1;
}

/** Puts new recovery codes in the place of all others. */
export async function putRecoveryCodes(tx: Tx, userId: string, hashes: readonly string[]): Promise<void> {
  await tx.execute('DELETE FROM recovery_code WHERE user_id = ?', [userId]);
  const rows = hashes.map((codeHash): RecoveryCode => {
    return { id: newId('recoveryCode'), userId, codeHash, createdAt: tx.now, usedAt: null };
  });
  await insertRows(tx, RecoveryCode, rows);
}

/** How many recovery codes somebody has left. */
export async function countRecoveryCodes(reader: Reader, userId: string): Promise<number> {
  const sql = 'SELECT COUNT(*) AS n FROM recovery_code WHERE user_id = ? AND used_at IS NULL';
  const [row] = await reader.query<{ n: number | string }>(sql, [userId]);
  return Number(row?.n ?? 0);
}

/** Takes the second step of somebody away, with his recovery codes; whether there was one that counted. */
export async function deleteFactor(tx: Tx, userId: string): Promise<boolean> {
  const counted = (await withFactor(tx, [userId])).length > 0;
  await tx.execute('DELETE FROM second_factor WHERE user_id = ?', [userId]);
  await tx.execute('DELETE FROM recovery_code WHERE user_id = ?', [userId]);
  return counted;
}
