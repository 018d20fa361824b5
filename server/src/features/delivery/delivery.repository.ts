import { fromRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Delivery } from './delivery.entity.js';
import type { Status } from './status.js';

export async function deliveriesOf(reader: Reader, messageIds: readonly string[]): Promise<Delivery[]> {
  if (messageIds.length === 0) return [];
  const sql = `SELECT * FROM delivery WHERE message_id IN (${placeholders(messageIds)}) ORDER BY id`;
  return fromRows(reader, Delivery, await reader.query<Record<string, unknown>>(sql, messageIds));
}

export async function insertDeliveries(tx: Tx, rows: Delivery[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 50) await tx.manager.insert(Delivery, rows.slice(at, at + 50));
}

/** What changes with a step of a delivery. */
export interface Step {
  status: Status;
  reason?: string | null;
  error?: string | null;
  nextAttemptAt?: number | null;
  providerId?: string | null;
  transport?: string | null;
  /** Takes back the attempt that the claim counted. */
  uncount?: boolean;
}

/**
 * Moves one delivery on if it is still in one of the states `from` and, where `attempt` is given, at that attempt: a worker
 * that was paused and overtaken changes nothing. Answers whether it was moved.
 */
export async function step(tx: Tx, id: string, from: readonly Status[], to: Step, attempt?: number): Promise<boolean> {
  const sets = ['status = ?', 'updated_at = ?', 'version = version + 1', 'next_attempt_at = ?'];
  const values: unknown[] = [to.status, tx.now, to.nextAttemptAt ?? null];
  for (const [column, value] of [
    ['reason', to.reason],
    ['error', to.error],
    ['provider_id', to.providerId],
    ['transport', to.transport],
  ] as const) {
    if (value === undefined) continue;
    sets.push(`${column} = ?`);
    values.push(value);
  }
  if (to.uncount) sets.push('attempts = attempts - 1');
  const where = [`id = ?`, `status IN (${placeholders(from)})`];
  values.push(id, ...from);
  if (attempt !== undefined) {
    where.push('attempts = ?');
    values.push(attempt);
  }
  return (await tx.execute(`UPDATE delivery SET ${sets.join(', ')} WHERE ${where.join(' AND ')}`, values)) === 1;
}

/** Takes a delivery for a call: SENDING and one attempt more, if it is still in the state in which it was read. */
export async function take(tx: Tx, row: Delivery): Promise<boolean> {
  const sql =
    "UPDATE delivery SET status = 'SENDING', attempts = attempts + 1, next_attempt_at = NULL, updated_at = ?, version = version + 1 " +
    'WHERE id = ? AND status = ? AND attempts = ?';
  return (await tx.execute(sql, [tx.now, row.id, row.status, row.attempts])) === 1;
}

/** Keeps the network's own key of a thread where there is none yet and no other thread has it. */
export async function adoptThreadKey(tx: Tx, threadId: string, key: string): Promise<void> {
  const taken = 'SELECT 1 FROM thread other WHERE other.channel_id = thread.channel_id AND other.external_key = ?';
  const sql = `UPDATE thread SET external_key = ? WHERE id = ? AND external_key IS NULL AND NOT EXISTS (${taken})`;
  await tx.execute(sql, [key, threadId, key]);
}
