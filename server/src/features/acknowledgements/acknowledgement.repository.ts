import { createHash } from 'node:crypto';
import { WRONG_CLOCK_MS } from '../../kernel/clock.js';
import { identityKey } from '../../kernel/identity-kinds.js';
import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { AcknowledgedItem } from './acknowledged-item.entity.js';
import { Acknowledgement } from './acknowledgement.entity.js';

const DAY_MS = 24 * 60 * 60_000;
/** As long as one thing may take to come into a second inbox. */
const REMEMBERED_MS = 30 * DAY_MS;

/** What these inboxes answer by themselves, in no order; none of those that have never been set. */
export async function acknowledgementsOf(reader: Reader, inboxIds: readonly string[]): Promise<Acknowledgement[]> {
  if (inboxIds.length === 0) return [];
  const sql = `SELECT * FROM acknowledgement WHERE inbox_id IN (${placeholders(inboxIds)})`;
  return fromRows(reader, Acknowledgement, await reader.query<Record<string, unknown>>(sql, inboxIds));
}

export async function findAcknowledgement(reader: Reader, inboxId: string): Promise<Acknowledgement | null> {
  return (await acknowledgementsOf(reader, [inboxId]))[0] ?? null;
}

/** Writes a setting in the place of the one at `version`, 0 for none; false when it was changed since. */
export async function storeAcknowledgement(tx: Tx, setting: Acknowledgement, version: number): Promise<boolean> {
  if (version === 0) return (await insertRows(tx, Acknowledgement, [setting], 'ON CONFLICT DO NOTHING')) === 1;
  return (await updateRows(tx, Acknowledgement, { inboxId: setting.inboxId, version }, setting)) === 1;
}

/** Somebody who is to be answered, in an inbox. */
export interface Sender {
  inboxId: string;
  kind: string;
  value: string;
}

/** Whether the inbox has answered this sender by itself within the last day. */
export async function wasAnswered(reader: Reader, { inboxId, kind, value }: Sender, now: number): Promise<boolean> {
  const sql = 'SELECT at FROM acknowledged_sender WHERE inbox_id = ? AND kind = ? AND value_key = ? AND at > ? AND at <= ?';
  return (await reader.query(sql, [inboxId, kind, identityKey(kind, value), now - DAY_MS, now + WRONG_CLOCK_MS])).length > 0;
}

/** Takes the one answer that a sender gets of an inbox in a day; false when it is taken. Decided by the database, whoever else tries. */
export async function claimSender(tx: Tx, { inboxId, kind, value }: Sender): Promise<boolean> {
  const sql =
    'INSERT INTO acknowledged_sender (inbox_id, kind, value_key, at) VALUES (?, ?, ?, ?) ' +
    'ON CONFLICT (inbox_id, kind, value_key) DO UPDATE SET at = excluded.at WHERE acknowledged_sender.at <= ? OR acknowledged_sender.at > ?';
  return (
    (await tx.execute(sql, [inboxId, kind, identityKey(kind, value), tx.now, tx.now - DAY_MS, tx.now + WRONG_CLOCK_MS])) === 1
  );
}

/** Takes the one answer to something that may lie in several inboxes, known by any of these ids; false when it is taken. */
export async function claimItem(tx: Tx, ids: readonly string[]): Promise<boolean> {
  // Always in the same order, so that two units never wait for each other's rows.
  const rows = [...new Set(ids.map(hashOf))].toSorted().map((key): AcknowledgedItem => ({ key, at: tx.now }));
  return (await insertRows(tx, AcknowledgedItem, rows, 'ON CONFLICT DO NOTHING')) === rows.length;
}

/** Forgets what no limit asks for any more. */
export async function forgetAnswered(tx: Tx): Promise<void> {
  await tx.execute('DELETE FROM acknowledged_sender WHERE at < ?', [tx.now - 2 * DAY_MS]);
  await tx.execute('DELETE FROM acknowledged_item WHERE at < ?', [tx.now - REMEMBERED_MS]);
}

/** Ids of networks may be of any length. */
function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
