import type { InboxRole, WorkspaceRole } from '../../kernel/access.js';
import type { VisibleInboxes } from '../../kernel/access.js';
import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { InboxMember } from './inbox-member.entity.js';
import { Inbox } from './inbox.entity.js';

type Raw = Record<string, unknown>;

export async function findInbox(reader: Reader, id: string): Promise<Inbox | null> {
  return (await findInboxes(reader, [id]))[0] ?? null;
}

/** Inboxes by id, in no order. */
export async function findInboxes(reader: Reader, ids: readonly string[]): Promise<Inbox[]> {
  if (ids.length === 0) return [];
  const rows = await reader.query<Raw>(`SELECT * FROM inbox WHERE id IN (${placeholders(ids)})`, ids);
  return fromRows(reader, Inbox, rows);
}

/** Those that may be seen, by name. */
export async function listInboxes(reader: Reader, visible: VisibleInboxes): Promise<Inbox[]> {
  if (!visible.all && visible.inboxIds.length === 0) return [];
  const where = visible.all ? '' : `WHERE id IN (${placeholders(visible.inboxIds)})`;
  const rows = await reader.query<Raw>(`SELECT * FROM inbox ${where} ORDER BY name_key, id`, visible.all ? [] : visible.inboxIds);
  return fromRows(reader, Inbox, rows);
}

export async function findInboxByName(reader: Reader, nameKey: string): Promise<Inbox | null> {
  return fromRows(reader, Inbox, await reader.query<Raw>('SELECT * FROM inbox WHERE name_key = ?', [nameKey]))[0] ?? null;
}

/** The inbox that is taken where none is named; null while there is none. */
export async function findDefaultInbox(reader: Reader): Promise<Inbox | null> {
  return fromRows(reader, Inbox, await reader.query<Raw>('SELECT * FROM inbox ORDER BY is_default DESC, id LIMIT 1'))[0] ?? null;
}

/** How many there are; at most a hundred, so counting them is cheap. */
export async function countInboxes(reader: Reader): Promise<number> {
  const rows = await reader.query<{ count: number | string }>('SELECT COUNT(*) AS "count" FROM inbox');
  return Number(rows[0]?.count ?? 0);
}

export async function insertInbox(tx: Tx, inbox: Inbox): Promise<void> {
  await insertRows(tx, Inbox, [inbox]);
}

/** False when it was changed since `version`. */
export async function updateInbox(tx: Tx, id: string, version: number, patch: Partial<Inbox>): Promise<boolean> {
  return (await updateRows(tx, Inbox, { id, version }, patch)) === 1;
}

/** The named members of these inboxes. */
export async function membersOf(reader: Reader, inboxIds: readonly string[]): Promise<InboxMember[]> {
  if (inboxIds.length === 0) return [];
  const sql = `SELECT * FROM inbox_member WHERE inbox_id IN (${placeholders(inboxIds)}) ORDER BY id`;
  return fromRows(reader, InboxMember, await reader.query<Raw>(sql, inboxIds));
}

export async function replaceMembers(tx: Tx, inboxId: string, members: readonly InboxMember[]): Promise<void> {
  await tx.execute('DELETE FROM inbox_member WHERE inbox_id = ?', [inboxId]);
  await insertRows(tx, InboxMember, members);
}

/**
 * The roles that an active agent holds, by inbox: AGENT in each one for everyone, and what he is named as where he is named.
 * The workspace role gives none: owners and admins see the other inboxes too, but act in them only as members (S4, S5).
 */
export async function loadInboxRoles(
  reader: Reader,
  userId: string,
  _workspaceRole: WorkspaceRole,
): Promise<Map<string, InboxRole>> {
  const rows = await reader.query<{ inbox_id: string; role: InboxRole }>(
    `SELECT i.id AS inbox_id, COALESCE(m.role, 'AGENT') AS role
     FROM inbox i LEFT JOIN inbox_member m ON m.inbox_id = i.id AND m.user_id = ?
     WHERE i.audience = 'EVERYONE' OR m.id IS NOT NULL`,
    [userId],
  );
  return new Map(rows.map((row) => [row.inbox_id, row.role]));
}

/** The role of one active agent in one inbox; null when he is no member of it. */
export async function findInboxRole(reader: Reader, userId: string, inboxId: string): Promise<InboxRole | null> {
  const rows = await reader.query<{ role: InboxRole }>(
    `SELECT COALESCE(m.role, 'AGENT') AS role
     FROM inbox i LEFT JOIN inbox_member m ON m.inbox_id = i.id AND m.user_id = ?
     WHERE i.id = ? AND (i.audience = 'EVERYONE' OR m.id IS NOT NULL)`,
    [userId, inboxId],
  );
  return rows[0]?.role ?? null;
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
