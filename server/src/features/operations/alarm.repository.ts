import type { Keyset } from '../../kernel/keyset.js';
import { fromRows, insertRows, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Alarm } from './alarm.entity.js';

/** Newest first, after the last one of the page before. */
export async function listAlarms(reader: Reader, after: Keyset | null, limit: number): Promise<Alarm[]> {
  const beyond = after ? 'WHERE raised_at < ? OR (raised_at = ? AND id < ?)' : '';
  const place = after ? [after.value, after.value, after.id] : [];
  const sql = `SELECT * FROM alarm ${beyond} ORDER BY raised_at DESC, id DESC LIMIT ?`;
  return fromRows(reader, Alarm, await reader.query(sql, [...place, limit]));
}

export async function findAlarm(reader: Reader, id: string): Promise<Alarm | null> {
  return fromRows(reader, Alarm, await reader.query('SELECT * FROM alarm WHERE id = ?', [id]))[0] ?? null;
}

/** Those that were not cleared. */
export async function openAlarms(reader: Reader): Promise<Alarm[]> {
  return fromRows(reader, Alarm, await reader.query('SELECT * FROM alarm WHERE cleared_at IS NULL ORDER BY raised_at, id'));
}

export async function insertAlarm(tx: Tx, alarm: Alarm): Promise<void> {
  await insertRows(tx, Alarm, [alarm]);
}

export async function clearAlarm(tx: Tx, id: string): Promise<void> {
  await updateRows(tx, Alarm, { id }, { clearedAt: tx.now });
}

/** Forgets those that were cleared before then. */
export async function forgetAlarms(tx: Tx, before: number): Promise<void> {
  await tx.execute('DELETE FROM alarm WHERE cleared_at < ?', [before]);
}
