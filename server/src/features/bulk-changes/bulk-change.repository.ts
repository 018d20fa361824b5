import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { BulkChange } from './bulk-change.entity.js';
import { BulkChangeItem } from './bulk-change-item.entity.js';

type Raw = Record<string, unknown>;

export async function findBulkChange(reader: Reader, id: string): Promise<BulkChange | null> {
  return fromRows(reader, BulkChange, await reader.query<Raw>('SELECT * FROM bulk_change WHERE id = ?', [id]))[0] ?? null;
}

/** As it is now, and nobody goes on with it before the unit has ended. */
export async function lockBulkChange(tx: Tx, id: string): Promise<BulkChange | null> {
  const lock = tx.dialect === 'postgres' ? ' FOR UPDATE' : '';
  return fromRows(tx, BulkChange, await tx.query<Raw>(`SELECT * FROM bulk_change WHERE id = ?${lock}`, [id]))[0] ?? null;
}

/** Those of one person, the newest first. */
export async function bulkChangesOf(reader: Reader, userId: string, limit: number): Promise<BulkChange[]> {
  const sql = 'SELECT * FROM bulk_change WHERE by_id = ? ORDER BY started_at DESC, id DESC LIMIT ?';
  return fromRows(reader, BulkChange, await reader.query<Raw>(sql, [userId, limit]));
}

/** How many of one person's are under way. */
export async function countUnderWay(reader: Reader, userId: string): Promise<number> {
  const sql = `SELECT COUNT(*) AS n FROM bulk_change WHERE by_id = ? AND state IN ('RUNNING', 'UNDOING')`;
  const [row] = await reader.query<{ n: number | string }>(sql, [userId]);
  return Number(row?.n ?? 0);
}

/** False when the id is taken. */
export async function insertBulkChange(tx: Tx, one: BulkChange): Promise<boolean> {
  return (await insertRows(tx, BulkChange, [one], 'ON CONFLICT DO NOTHING')) === 1;
}

/** False when it is no longer where it was known to be: it was stopped, or somebody else goes on with it. */
export async function advanceBulkChange(
  tx: Tx,
  { id, state, done, undone, failed }: BulkChange,
  patch: Partial<BulkChange>,
): Promise<boolean> {
  return (await updateRows(tx, BulkChange, { id, state, done, undone, failed }, patch)) === 1;
}

export async function insertBulkItems(tx: Tx, items: readonly BulkChangeItem[]): Promise<void> {
  await insertRows(tx, BulkChangeItem, items, 'ON CONFLICT DO NOTHING');
}

/** The next of those that can still be taken back. */
export async function bulkItemsOf(reader: Reader, bulkChangeId: string, limit: number): Promise<BulkChangeItem[]> {
  const sql = 'SELECT * FROM bulk_change_item WHERE bulk_change_id = ? ORDER BY node_id LIMIT ?';
  return fromRows(reader, BulkChangeItem, await reader.query<Raw>(sql, [bulkChangeId, limit]));
}

export async function removeBulkItems(tx: Tx, bulkChangeId: string, nodeIds: readonly string[]): Promise<void> {
  await tx.execute(`DELETE FROM bulk_change_item WHERE bulk_change_id = ? AND node_id IN (${placeholders(nodeIds)})`, [
    bulkChangeId,
    ...nodeIds,
  ]);
}

/** Forgets the ways back of what ended before then. */
export async function forgetWaysBack(tx: Tx, before: number): Promise<void> {
  await tx.execute(
    'DELETE FROM bulk_change_item WHERE bulk_change_id IN (SELECT id FROM bulk_change WHERE ended_at IS NOT NULL AND ended_at <= ?)',
    [before],
  );
}

/** Forgets what ended before then altogether. */
export async function forgetBulkChanges(tx: Tx, before: number): Promise<void> {
  await tx.execute('DELETE FROM bulk_change WHERE ended_at IS NOT NULL AND ended_at <= ?', [before]);
}
