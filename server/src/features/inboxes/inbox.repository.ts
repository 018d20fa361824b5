import type { VisibleInboxes } from '../../kernel/access.js';
import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Inbox } from './inbox.entity.js';

type Raw = Record<string, unknown>;

/** The inbox, unless it was deleted. */
export async function findInbox(reader: Reader, id: string): Promise<Inbox | null> {
  return (await findInboxes(reader, [id])).find(({ deletedAt }) => deletedAt === null) ?? null;
}

/** Inboxes by id, deleted ones too, in no order. */
export async function findInboxes(reader: Reader, ids: readonly string[]): Promise<Inbox[]> {
  if (ids.length === 0) return [];
  const rows = await reader.query<Raw>(`SELECT * FROM inbox WHERE id IN (${placeholders(ids)})`, ids);
  return fromRows(reader, Inbox, rows);
}

/** Those that may be seen, by name. */
export async function listInboxes(reader: Reader, visible: VisibleInboxes): Promise<Inbox[]> {
  if (!visible.all && visible.inboxIds.length === 0) return [];
  const where = visible.all ? '' : `AND id IN (${placeholders(visible.inboxIds)})`;
  const rows = await reader.query<Raw>(
    `SELECT * FROM inbox WHERE deleted_at IS NULL ${where} ORDER BY name_key, id`,
    visible.all ? [] : visible.inboxIds,
  );
  return fromRows(reader, Inbox, rows);
}

export async function findInboxByName(reader: Reader, nameKey: string): Promise<Inbox | null> {
  return fromRows(reader, Inbox, await reader.query<Raw>('SELECT * FROM inbox WHERE name_key = ?', [nameKey]))[0] ?? null;
}

/** The inbox that is taken where none is named; null while there is none. */
export async function findDefaultInbox(reader: Reader): Promise<Inbox | null> {
  return (
    fromRows(
      reader,
      Inbox,
      await reader.query<Raw>('SELECT * FROM inbox WHERE deleted_at IS NULL ORDER BY is_default DESC, id LIMIT 1'),
    )[0] ?? null
  );
}

/** How many there are; at most a hundred, so counting them is cheap. */
export async function countInboxes(reader: Reader): Promise<number> {
  const rows = await reader.query<{ count: number | string }>('SELECT COUNT(*) AS "count" FROM inbox WHERE deleted_at IS NULL');
  return Number(rows[0]?.count ?? 0);
}

/** Those that were deleted and are not empty yet. */
export async function listDeletions(reader: Reader): Promise<Inbox[]> {
  const sql = "SELECT * FROM inbox WHERE deleted_at IS NOT NULL AND deletion <> 'null' ORDER BY deleted_at, id";
  return fromRows(reader, Inbox, await reader.query<Raw>(sql));
}

export async function insertInbox(tx: Tx, inbox: Inbox): Promise<void> {
  await insertRows(tx, Inbox, [inbox]);
}

/** False when it was changed since `version`. */
export async function updateInbox(tx: Tx, id: string, version: number, patch: Partial<Inbox>): Promise<boolean> {
  return (await updateRows(tx, Inbox, { id, version }, patch)) === 1;
}

/** A channel as the left bar shows it, in its plugin's words. */
export interface ChannelView {
  inboxId: string;
  viewId: string;
  title: string | Record<string, string>;
  icon: string;
}

/** The views that the channels of these inboxes belong to, one for each, in the order in which they were first connected. */
export async function channelViewsOf(reader: Reader, inboxIds: readonly string[]): Promise<ChannelView[]> {
  if (inboxIds.length === 0) return [];
  const rows = await reader.query<{ inbox_id: string; view_id: string; view_title: string; icon: string }>(
    `SELECT inbox_id, view_id, view_title, icon FROM channel WHERE inbox_id IN (${placeholders(inboxIds)}) ORDER BY id`,
    inboxIds,
  );
  const views = new Map<string, ChannelView>();
  for (const row of rows) {
    const key = `${row.inbox_id} ${row.view_id}`;
    const title = JSON.parse(row.view_title) as ChannelView['title'];
    if (!views.has(key)) views.set(key, { inboxId: row.inbox_id, viewId: row.view_id, title, icon: row.icon });
  }
  return [...views.values()];
}
