import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import type { ChannelTypeId } from './channel-type-id.js';
import { Channel } from './channel.entity.js';

type Raw = Record<string, unknown>;

/** The channel, unless it was removed. */
export async function findChannel(reader: Reader, id: string): Promise<Channel | null> {
  const rows = await reader.query<Raw>('SELECT * FROM channel WHERE id = ? AND removed_at IS NULL', [id]);
  return fromRows(reader, Channel, rows)[0] ?? null;
}

/** Channels by id, in no order; those that were removed, too, for what was said through them. */
export async function findChannels(reader: Reader, ids: readonly string[]): Promise<Channel[]> {
  if (ids.length === 0) return [];
  return fromRows(reader, Channel, await reader.query<Raw>(`SELECT * FROM channel WHERE id IN (${placeholders(ids)})`, ids));
}

/** The channels of these inboxes, oldest first. */
export async function channelsOfInboxes(reader: Reader, inboxIds: readonly string[]): Promise<Channel[]> {
  if (inboxIds.length === 0) return [];
  const sql = `SELECT * FROM channel WHERE inbox_id IN (${placeholders(inboxIds)}) AND removed_at IS NULL ORDER BY created_at, id`;
  return fromRows(reader, Channel, await reader.query<Raw>(sql, inboxIds));
}

/** The channels of a plugin; all of them without one. */
export async function channelsOfPlugin(reader: Reader, pluginId?: string): Promise<Channel[]> {
  const rows =
    pluginId === undefined
      ? await reader.query<Raw>('SELECT * FROM channel WHERE removed_at IS NULL')
      : await reader.query<Raw>('SELECT * FROM channel WHERE plugin_id = ? AND removed_at IS NULL', [pluginId]);
  return fromRows(reader, Channel, rows);
}

/** Those whose inbox was deleted, by name. */
export async function disconnectedChannels(reader: Reader): Promise<Channel[]> {
  const rows = await reader.query<Raw>(
    "SELECT * FROM channel WHERE state = 'DISCONNECTED' AND removed_at IS NULL ORDER BY LOWER(name), id",
  );
  return fromRows(reader, Channel, rows);
}

/** The channel that has this account already. */
export async function findByAccount(reader: Reader, type: ChannelTypeId, account: string): Promise<Channel | null> {
  const rows = await reader.query<Raw>('SELECT * FROM channel WHERE type = ? AND account = ? AND removed_at IS NULL', [
    type,
    account,
  ]);
  return fromRows(reader, Channel, rows)[0] ?? null;
}

export async function inboxExists(reader: Reader, inboxId: string): Promise<boolean> {
  return (await reader.query('SELECT id FROM inbox WHERE id = ? AND deleted_at IS NULL', [inboxId])).length > 0;
}

/** False when the account is another channel's: the unique key decides. */
export async function insertChannel(tx: Tx, channel: Channel): Promise<boolean> {
  return (await insertRows(tx, Channel, [channel], 'ON CONFLICT DO NOTHING')) === 1;
}

/** Changes a channel and its version. */
export async function updateChannel(tx: Tx, channel: Channel, patch: Partial<Channel>): Promise<void> {
  await updateRows(tx, Channel, { id: channel.id }, { ...patch, version: channel.version + 1, updatedAt: tx.now });
}

/** Notes when something last went through, without making a new version of it. */
export async function touchChannel(
  tx: Tx,
  id: string,
  patch: Pick<Partial<Channel>, 'lastInboundAt' | 'lastOutboundAt'>,
): Promise<void> {
  await updateRows(tx, Channel, { id }, patch);
}
