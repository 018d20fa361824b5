import { placeholders } from '../../kernel/rows.js';
import type { Tx } from '../../kernel/uow.js';
import { reindexRecords, removeEntries } from '../list-index/index.js';
import type { Erasing } from './scrub.js';

interface Tied {
  id: string;
  type: string;
  title: string;
  body: string | null;
  data: string;
}

const ROUND = 50;

/**
 * Unties records from conversations that are gone and takes him out of those that hang on conversations that stay. A record that hangs on
 * nobody any more goes; a company is no person.
 */
export async function dissolveRecords(
  tx: Tx,
  erasing: Erasing,
  gone: readonly string[],
  kept: readonly string[] = [],
): Promise<void> {
  if (gone.length > 0) await untie(tx, erasing, gone, Infinity);
  if (kept.length > 0) await scrubRecords(tx, erasing, await tiedTo(tx, kept, Infinity));
}

/** Unties some of the records that hang on the person himself; answers how many there were, 0 when none is left. */
export function eraseRecords(tx: Tx, erasing: Erasing): Promise<number> {
  return untie(tx, erasing, erasing.contactIds, ROUND);
}

async function untie(tx: Tx, erasing: Erasing, toIds: readonly string[], most: number): Promise<number> {
  const ids = await tiedTo(tx, toIds, most);
  for (let start = 0; start < ids.length; start += ROUND) {
    const round = ids.slice(start, start + ROUND);
    const marks = placeholders(round);
    await tx.execute(`DELETE FROM association WHERE from_id IN (${marks}) AND to_id IN (${placeholders(toIds)})`, [
      ...round,
      ...toIds,
    ]);
    const rows = await tx.query<{ id: string }>(
      `SELECT r.id FROM crm_record r WHERE r.id IN (${marks}) AND r.type <> 'COMPANY'
       AND NOT EXISTS (SELECT 1 FROM association a WHERE a.from_id = r.id AND a.to_kind IN ('contact', 'conversation'))`,
      round,
    );
    const lost = rows.map(({ id }) => id);
    await deleteRecords(tx, lost);
    await scrubRecords(
      tx,
      erasing,
      round.filter((id) => !lost.includes(id)),
    );
  }
  return ids.length;
}

async function tiedTo(tx: Tx, toIds: readonly string[], most: number): Promise<string[]> {
  const limit = Number.isFinite(most) ? `LIMIT ${most}` : '';
  const sql = `SELECT DISTINCT from_id FROM association WHERE to_id IN (${placeholders(toIds)}) ORDER BY from_id ${limit}`;
  return (await tx.query<{ from_id: string }>(sql, toIds)).map((row) => row.from_id);
}

/** Deletes records for ever that lie in the bin since before then; answers whether there may be more. */
export async function purgeRecords(tx: Tx, before: number, most: number): Promise<boolean> {
  const sql = 'SELECT id FROM crm_record WHERE deleted_at IS NOT NULL AND deleted_at <= ? ORDER BY deleted_at LIMIT ?';
  const ids = (await tx.query<{ id: string }>(sql, [before, most])).map(({ id }) => id);
  await deleteRecords(tx, ids);
  return ids.length === most;
}

async function deleteRecords(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const marks = placeholders(ids);
  await tx.execute(`DELETE FROM association WHERE from_id IN (${marks}) OR to_id IN (${marks})`, [...ids, ...ids]);
  await tx.execute(`DELETE FROM crm_record WHERE id IN (${marks})`, ids);
  await removeEntries(tx, ids);
  for (const nodeId of ids) tx.emit({ type: 'record.deleted', change: 'DELETED', nodeId, inboxId: null, audience: 'agents' });
}

async function scrubRecords(tx: Tx, { scrubber }: Erasing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.query<Tied>(`SELECT id, type, title, body, data FROM crm_record WHERE id IN (${placeholders(ids)})`, ids);
  for (const { id, title, body, data } of rows) {
    const after = [scrubber.text(title, true), body === null ? null : scrubber.text(body, true), scrubber.json(data, true)];
    if (after[0] === title && after[1] === body && after[2] === data) continue;
    await tx.execute('UPDATE crm_record SET title = ?, body = ?, data = ?, version = version + 1, updated_at = ? WHERE id = ?', [
      ...after,
      tx.now,
      id,
    ]);
  }
  await reindexRecords(tx, ids);
}
