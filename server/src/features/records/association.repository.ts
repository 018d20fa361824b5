import { kindOfId } from '../../kernel/ids.js';
import { fromRows, insertRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { indexContacts } from '../list-index/index.js';
import { Association } from './association.entity.js';
import type { CrmRecord } from './record.entity.js';

/** What these records hang on, in no order. */
export async function associationsOf(reader: Reader, fromIds: readonly string[]): Promise<Association[]> {
  if (fromIds.length === 0) return [];
  const sql = `SELECT * FROM association WHERE from_id IN (${placeholders(fromIds)}) ORDER BY to_id`;
  return fromRows(reader, Association, await reader.query<Record<string, unknown>>(sql, fromIds));
}

/** Ties a record to things; answers how many of the ties are new. */
export async function associate(tx: Tx, record: CrmRecord, toIds: readonly string[]): Promise<number> {
  const rows = toIds.map((toId) => ({
    fromId: record.id,
    toId,
    type: record.type,
    toKind: kindOfId(toId) ?? '',
    at: record.createdAt,
  }));
  const tied = await insertRows(tx, Association, rows, 'ON CONFLICT DO NOTHING');
  if (tied > 0) await followCompany(tx, record.id, toIds);
  return tied;
}

/** Unties; answers whether there was a tie. */
export async function dissociate(tx: Tx, fromId: string, toId: string): Promise<boolean> {
  const untied = (await tx.execute('DELETE FROM association WHERE from_id = ? AND to_id = ?', [fromId, toId])) > 0;
  if (untied) await followCompany(tx, fromId, [toId]);
  return untied;
}

/** Contacts are found by the companies that they are tied to. */
async function followCompany(tx: Tx, fromId: string, toIds: readonly string[]): Promise<void> {
  if (kindOfId(fromId) !== 'company') return;
  await indexContacts(
    tx,
    toIds.filter((id) => kindOfId(id) === 'contact'),
  );
}

/** The inboxes in which the conversations of these records lie now, or lay when they were deleted for ever. */
export async function inboxesOf(reader: Reader, fromIds: readonly string[]): Promise<{ fromId: string; inboxId: string }[]> {
  if (fromIds.length === 0) return [];
  const rows = await reader.query<{ from_id: string; inbox_id: string }>(
    `SELECT a.from_id, c.inbox_id FROM association a JOIN conversation c ON c.id = a.to_id
       WHERE a.from_id IN (${placeholders(fromIds)}) AND a.to_kind = 'conversation'
     UNION SELECT from_id, to_id FROM association WHERE from_id IN (${placeholders(fromIds)}) AND to_kind = 'inbox'
     ORDER BY 1, 2`,
    [...fromIds, ...fromIds],
  );
  return rows.map((row) => ({ fromId: row.from_id, inboxId: row.inbox_id }));
}
