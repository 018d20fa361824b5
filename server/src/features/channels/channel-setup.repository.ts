import { fromRows, insertRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { ChannelSetup } from './channel-setup.entity.js';

type Raw = Record<string, unknown>;

/** What this owner is setting up under this id, unless it has run out. */
export async function findSetup(reader: Reader, channelId: string, owner: string, now: number): Promise<ChannelSetup | null> {
  const sql = 'SELECT * FROM channel_setup WHERE channel_id = ? AND owner = ? AND expires_at > ?';
  return fromRows(reader, ChannelSetup, await reader.query<Raw>(sql, [channelId, owner, now]))[0] ?? null;
}

/** Keeps a step in place of the one before, and forgets what has run out. */
export async function saveSetup(tx: Tx, setup: ChannelSetup): Promise<void> {
  await tx.execute('DELETE FROM channel_setup WHERE expires_at <= ? OR (channel_id = ? AND owner = ?)', [
    tx.now,
    setup.channelId,
    setup.owner,
  ]);
  await insertRows(tx, ChannelSetup, [setup]);
}

/** The set-up that waits for a return with this secret by this owner; it waits no longer, so a second return finds none. */
export async function takeReturn(tx: Tx, stateHash: string, owner: string): Promise<ChannelSetup | null> {
  const sql = 'SELECT * FROM channel_setup WHERE state_hash = ? AND owner = ? AND state_expires_at > ?';
  const [found] = fromRows(tx, ChannelSetup, await tx.query<Raw>(sql, [stateHash, owner, tx.now]));
  if (!found) return null;
  const taken = await tx.execute(
    'UPDATE channel_setup SET state_hash = NULL, state_expires_at = NULL WHERE channel_id = ? AND owner = ? AND state_hash = ?',
    [found.channelId, owner, stateHash],
  );
  return taken === 1 ? found : null;
}

/** Forgets what anybody was setting up under this id. */
export async function deleteSetups(tx: Tx, channelId: string): Promise<void> {
  await tx.execute('DELETE FROM channel_setup WHERE channel_id = ?', [channelId]);
}
