import { placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';

/** A lease that lasts so many times longer than one does was taken while the clock was ahead, and counts as run out (reliability F18). */
const TOO_LONG = 60;

/** Takes the lease of a channel when it is free, run out or ours; answers its new epoch, or null while another process has it. */
export async function acquireLease(tx: Tx, channelId: string, owner: string, ttlMs: number): Promise<number | null> {
  await tx.execute(
    'INSERT INTO channel_lease (channel_id, owner, epoch, expires_at) VALUES (?, ?, 0, 0) ON CONFLICT DO NOTHING',
    [channelId, owner],
  );
  const taken = await tx.execute(
    `UPDATE channel_lease SET owner = ?, epoch = epoch + 1, expires_at = ?
     WHERE channel_id = ? AND (expires_at <= ? OR expires_at > ? OR owner = ?)`,
    [owner, tx.now + ttlMs, channelId, tx.now, tx.now + TOO_LONG * ttlMs, owner],
  );
  if (taken === 0) return null;
  const [row] = await tx.query<{ epoch: number }>('SELECT epoch FROM channel_lease WHERE channel_id = ?', [channelId]);
  return row ? Number(row.epoch) : null;
}

/** False when the lease is no longer ours: whoever holds this epoch must stop. */
export async function renewLease(tx: Tx, channelId: string, owner: string, epoch: number, ttlMs: number): Promise<boolean> {
  const sql = 'UPDATE channel_lease SET expires_at = ? WHERE channel_id = ? AND owner = ? AND epoch = ?';
  return (await tx.execute(sql, [tx.now + ttlMs, channelId, owner, epoch])) === 1;
}

/** Lets the next process listen at once. The epoch stays, so that it only ever grows. */
export async function releaseLease(tx: Tx, channelId: string, owner: string, epoch: number): Promise<void> {
  const sql = 'UPDATE channel_lease SET expires_at = 0 WHERE channel_id = ? AND owner = ? AND epoch = ?';
  await tx.execute(sql, [channelId, owner, epoch]);
}

/** How far a channel has been read. */
export interface Reading {
  channelId: string;
  /** Until when nothing can have been missed. */
  lastSuccessAt: number | null;
  position: string | null;
}

/** Notes how far whoever listens has read. */
export async function noteReading(tx: Tx, { channelId, lastSuccessAt, position }: Reading): Promise<void> {
  const sql =
    'UPDATE channel_lease SET last_success_at = COALESCE(?, last_success_at), position = COALESCE(?, position) WHERE channel_id = ?';
  await tx.execute(sql, [lastSuccessAt, position, channelId]);
}

/** How far these channels have been read, in no order. */
export async function findReadings(reader: Reader, channelIds: readonly string[]): Promise<Reading[]> {
  if (channelIds.length === 0) return [];
  const rows = await reader.query<{ channel_id: string; last_success_at: number | string | null; position: string | null }>(
    `SELECT channel_id, last_success_at, position FROM channel_lease WHERE channel_id IN (${placeholders(channelIds)})`,
    channelIds,
  );
  return rows.map((row) => ({
    channelId: row.channel_id,
    lastSuccessAt: row.last_success_at === null ? null : Number(row.last_success_at),
    position: row.position,
  }));
}
