import type { Keyset } from '../../kernel/keyset.js';
import { fromRows, insertRows, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Backup } from './backup.entity.js';

/** Newest first, after the last one of the page before. */
export async function listBackups(reader: Reader, after: Keyset | null, limit: number): Promise<Backup[]> {
  const beyond = after ? 'WHERE started_at < ? OR (started_at = ? AND id < ?)' : '';
  const place = after ? [after.value, after.value, after.id] : [];
  const sql = `SELECT * FROM backup ${beyond} ORDER BY started_at DESC, id DESC LIMIT ?`;
  return fromRows(reader, Backup, await reader.query(sql, [...place, limit]));
}

export async function findBackup(reader: Reader, id: string): Promise<Backup | null> {
  return fromRows(reader, Backup, await reader.query('SELECT * FROM backup WHERE id = ?', [id]))[0] ?? null;
}

/** The newest one that is complete. */
export async function lastGoodBackup(reader: Reader): Promise<Backup | null> {
  const sql = `SELECT * FROM backup WHERE state = 'DONE' ORDER BY started_at DESC, id DESC LIMIT 1`;
  return fromRows(reader, Backup, await reader.query(sql))[0] ?? null;
}

export async function insertBackup(tx: Tx, backup: Backup): Promise<void> {
  await insertRows(tx, Backup, [backup]);
}

export async function endBackup(tx: Tx, id: string, end: Pick<Backup, 'state' | 'bytes' | 'error'>): Promise<void> {
  await updateRows(tx, Backup, { id }, { ...end, endedAt: tx.now });
}

/** Those that began and whose process ended before they did. */
export async function failUnended(tx: Tx): Promise<void> {
  await tx.execute(`UPDATE backup SET state = 'FAILED', ended_at = ?, error = ? WHERE state = 'RUNNING'`, [
    tx.now,
    'The process that made it ended before it did.',
  ]);
}
