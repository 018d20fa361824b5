import { fromRows, insertRows, placeholders, updateRows } from '../../../kernel/rows.js';
import type { Reader, Tx } from '../../../kernel/uow.js';
import { PushKey } from './push-key.entity.js';
import { PushSubscription } from './push-subscription.entity.js';

type Raw = Record<string, unknown>;
const KEY = 'vapid';

export async function findKey(reader: Reader): Promise<PushKey | null> {
  const rows = await reader.query<Raw>('SELECT * FROM push_key WHERE id = ?', [KEY]);
  return fromRows(reader, PushKey, rows)[0] ?? null;
}

/** Keeps a pair of keys unless there is one. */
export async function insertKey(tx: Tx, key: Pick<PushKey, 'publicKey' | 'privateKey'>): Promise<void> {
  await insertRows(tx, PushKey, [{ id: KEY, ...key, createdAt: tx.now }], 'ON CONFLICT DO NOTHING');
}

/** Forgets a pair of keys, and with it everything that was subscribed by it. */
export async function forgetKey(tx: Tx, publicKey: string): Promise<void> {
  if ((await tx.execute('DELETE FROM push_key WHERE public_key = ?', [publicKey])) > 0)
    await tx.execute('DELETE FROM push_subscription');
}

/** The newest first. */
export async function subscriptionsOf(reader: Reader, userIds: readonly string[]): Promise<PushSubscription[]> {
  if (userIds.length === 0) return [];
  const sql = `SELECT * FROM push_subscription WHERE user_id IN (${placeholders(userIds)}) ORDER BY id DESC`;
  return fromRows(reader, PushSubscription, await reader.query<Raw>(sql, userIds));
}

export async function findSubscription(reader: Reader, id: string): Promise<PushSubscription | null> {
  const rows = await reader.query<Raw>('SELECT * FROM push_subscription WHERE id = ?', [id]);
  return fromRows(reader, PushSubscription, rows)[0] ?? null;
}

/** Puts a browser in; one that was there is its new person's only. */
export async function insertSubscription(tx: Tx, row: PushSubscription): Promise<void> {
  await tx.execute('DELETE FROM push_subscription WHERE endpoint_hash = ?', [row.endpointHash]);
  await insertRows(tx, PushSubscription, [row]);
}

export async function noteFailures(tx: Tx, id: string, failures: number): Promise<void> {
  await updateRows(tx, PushSubscription, { id }, { failures });
}

/** Answers whose it was; null when it was gone. */
export async function deleteSubscription(tx: Tx, id: string): Promise<string | null> {
  const sql = 'DELETE FROM push_subscription WHERE id = ? RETURNING user_id';
  return (await tx.query<{ user_id: string }>(sql, [id]))[0]?.user_id ?? null;
}

/** What was subscribed in sessions that have ended. */
export async function forgetSessions(tx: Tx, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return;
  await tx.execute(`DELETE FROM push_subscription WHERE session_id IN (${placeholders(sessionIds)})`, sessionIds);
}
