import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { WorkingHours } from './working-hours.entity.js';

/** The hours of these inboxes or agents, in no order; none of those that have none. */
export async function hoursOf(reader: Reader, ownerIds: readonly string[]): Promise<WorkingHours[]> {
  if (ownerIds.length === 0) return [];
  const sql = `SELECT * FROM working_hours WHERE owner_id IN (${placeholders(ownerIds)})`;
  return fromRows(reader, WorkingHours, await reader.query<Record<string, unknown>>(sql, ownerIds));
}

/** Null as long as nobody has said when it or he works. */
export async function findHours(reader: Reader, ownerId: string): Promise<WorkingHours | null> {
  return (await hoursOf(reader, [ownerId]))[0] ?? null;
}

/** Takes the hours away that were at `version`; false when they were changed since. */
export async function dropHours(tx: Tx, ownerId: string, version: number): Promise<boolean> {
  return (await tx.execute('DELETE FROM working_hours WHERE owner_id = ? AND version = ?', [ownerId, version])) === 1;
}

/** Writes the hours in the place of those at `version`, 0 for none; false when they were changed since. */
export async function storeHours(tx: Tx, hours: WorkingHours, version: number): Promise<boolean> {
  if (version === 0) return (await insertRows(tx, WorkingHours, [hours], 'ON CONFLICT DO NOTHING')) === 1;
  return (await updateRows(tx, WorkingHours, { ownerId: hours.ownerId, version }, hours)) === 1;
}
