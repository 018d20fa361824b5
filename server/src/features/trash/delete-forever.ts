import { placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { deleteConversations, withMerged } from '../conversations/index.js';
import { bury } from './tombstone.repository.js';
import { WIPE_FILES, type WipePayload } from './wipe-files.job.js';

/** So many conversations go in one unit, so that nobody waits long. */
export const ROUND = 50;
const FILES_PER_JOB = 500;

/** What the ledger says of an item whose conversation is gone: the word that the app knows it by, then a sentence. */
export const PURGED = 'PURGED: its conversation was deleted for ever.';

/** Deletes conversations for ever: with their files, and what the ledger kept of them; a hash of each message stays (S29). */
export async function deleteForever(tx: Tx, ids: readonly string[]): Promise<void> {
  const all = await withMerged(tx, ids);
  for (let start = 0; start < all.length; start += ROUND) {
    const round = all.slice(start, start + ROUND);
    await bury(tx, await knownAs(tx, round));
    const hashes = await filesOf(tx, round);
    await wipeLedger(tx, round);
    await deleteConversations(tx, round);
    wipeFiles(tx, hashes);
  }
}

/** Has files deleted, as far as nothing names them any more once this unit is done. */
export function wipeFiles(tx: Tx, hashes: readonly string[]): void {
  for (let first = 0; first < hashes.length; first += FILES_PER_JOB) {
    const payload: WipePayload = { hashes: hashes.slice(first, first + FILES_PER_JOB) };
    tx.enqueue({ name: WIPE_FILES, payload: { ...payload } });
  }
}

function knownAs(reader: Reader, ids: readonly string[]): Promise<{ pluginId: string; account: string; externalId: string }[]> {
  return reader.query(
    `SELECT h.plugin_id AS "pluginId", h.account AS account, e.external_id AS "externalId" FROM message m
     JOIN external_id e ON e.message_id = m.id JOIN channel h ON h.id = e.channel_id WHERE m.conversation_id IN (${placeholders(ids)})`,
    ids,
  );
}

async function filesOf(reader: Reader, ids: readonly string[]): Promise<string[]> {
  const marks = placeholders(ids);
  const rows = await reader.query<{ hash: string }>(
    `SELECT a.hash AS hash FROM message m JOIN attachment a ON a.message_id = m.id
       WHERE m.conversation_id IN (${marks}) AND a.hash IS NOT NULL
     UNION SELECT raw_hash FROM message WHERE conversation_id IN (${marks}) AND raw_hash IS NOT NULL
     UNION SELECT raw_hash FROM inbound_item WHERE conversation_id IN (${marks}) AND raw_hash IS NOT NULL`,
    [...ids, ...ids, ...ids],
  );
  return rows.map(({ hash }) => hash);
}

/** The line stays, so that the source is not asked for the item again; what it said of people and words does not. */
async function wipeLedger(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute(
    `UPDATE inbound_item SET message_id = NULL, conversation_id = NULL, raw_hash = NULL, payload = NULL, meta = '{}', sender = NULL,
       subject = NULL, reason = ?, updated_at = updated_at + 1
     WHERE conversation_id IN (${placeholders(ids)})`,
    [PURGED, ...ids],
  );
}
