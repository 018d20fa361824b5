import { createHash } from 'node:crypto';
import { insertRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Tombstone } from './tombstone.entity.js';

/** The account of a channel: the same after it was taken away and connected again, which makes a channel with another id. */
export interface Account {
  pluginId: string;
  account: string;
}

/** As many ids are looked up at once; of a longer chain the nearest say enough. */
const LOOKED_UP = 100;

/** Remembers messages by the ids under which their accounts know them. */
export async function bury(tx: Tx, messages: readonly (Account & { externalId: string })[]): Promise<void> {
  const hashes = new Set(messages.map(({ externalId, ...account }) => hashOf(account, externalId)));
  const rows = [...hashes].map((hash) => ({ hash, createdAt: tx.now }));
  await insertRows(tx, Tombstone, rows, 'ON CONFLICT DO NOTHING');
}

/** Whether any of these was deleted for ever. */
export async function isBuried(reader: Reader, account: Account, externalIds: readonly string[]): Promise<boolean> {
  const hashes = externalIds.slice(0, LOOKED_UP).map((id) => hashOf(account, id));
  if (hashes.length === 0) return false;
  const sql = `SELECT hash FROM tombstone WHERE hash IN (${placeholders(hashes)}) LIMIT 1`;
  return (await reader.query(sql, hashes)).length > 0;
}

/** As SQL: whether anything was ever deleted for ever here; as long as not, nobody needs to look. */
export const HAS_TOMBSTONES = "EXISTS (SELECT 1 FROM tombstone t WHERE t.hash > '')";

function hashOf({ pluginId, account }: Account, externalId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([pluginId, account, externalId]))
    .digest('base64url');
}
