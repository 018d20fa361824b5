import type { VisibleInboxes } from '../../kernel/access.js';
import type { Keyset } from '../../kernel/keyset.js';
import { fromRows, insertRows, placeholders, putRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { NotificationCount } from './notification-count.entity.js';
import { Notification, type NotificationKind } from './notification.entity.js';
import { NotificationPlace } from './notification-place.entity.js';
import { NotificationSettings } from './notification-settings.entity.js';

type Raw = Record<string, unknown>;
/** What a row that went away or was read weighed. */
export type Gone = Pick<Notification, 'id' | 'userId' | 'inboxId' | 'inApp' | 'readAt' | 'subjectId'>;

const PLACE = 'journal';
const FOLD = `ON CONFLICT (user_id, kind, subject_id) WHERE read_at IS NULL DO UPDATE SET
  times = notification.times + excluded.times, at = excluded.at, mailed_at = NULL, message_id = excluded.message_id, by_name = excluded.by_name`;

/** Up to where the journal was read; null before the first time. */
export async function findPlace(reader: Reader): Promise<number | null> {
  const sql = 'SELECT position FROM notification_place WHERE id = ?';
  const [row] = await reader.query<{ position: number | string }>(sql, [PLACE]);
  return row ? Number(row.position) : null;
}

/** Begins to read the journal at a position, unless that was begun already. */
export async function beginAt(tx: Tx, position: number): Promise<void> {
  await insertRows(tx, NotificationPlace, [{ id: PLACE, position }], 'ON CONFLICT DO NOTHING');
}

/** Moves on in the journal; false when another process has. */
export async function advance(tx: Tx, from: number, to: number): Promise<boolean> {
  const sql = 'UPDATE notification_place SET position = ? WHERE id = ? AND position = ?';
  return (await tx.execute(sql, [to, PLACE, from])) === 1;
}

/** Puts them in, each added to what its person has not read of the same; answers the rows as they are then. */
export function foldIn(tx: Tx, rows: readonly Notification[]): Promise<Notification[]> {
  return putRows(tx, Notification, rows, FOLD);
}

/** Adds to what is kept of how much people have not read; deltas by person and inbox. */
export async function addToCounts(tx: Tx, deltas: readonly NotificationCount[]): Promise<void> {
  const rows = deltas
    .filter(({ unread }) => unread !== 0)
    .toSorted((a, b) => (`${a.userId} ${a.inboxId}` < `${b.userId} ${b.inboxId}` ? -1 : 1));
  const add = 'ON CONFLICT (user_id, inbox_id) DO UPDATE SET unread = notification_count.unread + excluded.unread';
  await insertRows(tx, NotificationCount, rows, add);
}

/** How much somebody has not read of what he may see. */
export async function countUnread(reader: Reader, userId: string, visible: VisibleInboxes): Promise<number> {
  const { sql, values } = inVisible(visible, 'inbox_id');
  const rows = await reader.query<{ n: number | string | null }>(
    `SELECT SUM(unread) AS n FROM notification_count WHERE user_id = ? AND (inbox_id = '' OR ${sql})`,
    [userId, ...values],
  );
  return Math.max(0, Number(rows[0]?.n ?? 0));
}

/** A part of somebody's list. */
export interface NotificationPage {
  userId: string;
  visible: VisibleInboxes;
  before: Keyset | null;
  limit: number;
}

/** What somebody was told and may still see, the newest first. */
export async function listNotifications(
  reader: Reader,
  { userId, visible, before, limit }: NotificationPage,
): Promise<Notification[]> {
  const { sql, values } = inVisible(visible, 'c.inbox_id');
  const after = before ? 'AND (n.at < ? OR (n.at = ? AND n.id < ?))' : '';
  const rows = await reader.query<Raw>(
    `SELECT n.* FROM notification n LEFT JOIN conversation c ON c.id = n.subject_id
     WHERE n.user_id = ? AND n.in_app = ? AND (n.inbox_id = '' OR ${sql}) ${after} ORDER BY n.at DESC, n.id DESC LIMIT ?`,
    [userId, true, ...values, ...(before ? [before.value, before.value, before.id] : []), limit],
  );
  return fromRows(reader, Notification, rows);
}

export async function findNotification(reader: Reader, userId: string, id: string): Promise<Notification | null> {
  const rows = await reader.query<Raw>('SELECT * FROM notification WHERE id = ? AND user_id = ?', [id, userId]);
  return fromRows(reader, Notification, rows)[0] ?? null;
}

/** What somebody has not read and no mail has told him, of these kinds and since a time; the newest first, and at most so many. */
export async function untoldByMail(
  reader: Reader,
  userId: string,
  { kinds, since, limit }: { kinds: readonly NotificationKind[]; since: number; limit: number },
): Promise<Notification[]> {
  if (kinds.length === 0) return [];
  const sql = `SELECT * FROM notification WHERE user_id = ? AND read_at IS NULL AND mailed_at IS NULL AND at >= ?
    AND kind IN (${placeholders(kinds)}) ORDER BY at DESC, id DESC LIMIT ?`;
  return fromRows(reader, Notification, await reader.query<Raw>(sql, [userId, since, ...kinds, limit]));
}

/** Marks as told by mail what still is to be told; answers the ids of those. */
export async function markMailed(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const sql = `UPDATE notification SET mailed_at = ? WHERE id IN (${placeholders(ids)})
    AND read_at IS NULL AND mailed_at IS NULL RETURNING id`;
  return new Set((await tx.query<{ id: string }>(sql, [tx.now, ...ids])).map(({ id }) => id));
}

/** The mail surely was not sent. */
export async function unmarkMailed(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute(`UPDATE notification SET mailed_at = NULL WHERE id IN (${placeholders(ids)})`, ids);
}

/** Which of somebody's are meant; nothing given means all. */
export interface Which {
  ids?: readonly string[] | undefined;
  subjectIds?: readonly string[] | undefined;
  kind?: NotificationKind | undefined;
}

/** Marks what somebody has not read as read; answers those that were not. */
export async function markRead(tx: Tx, userId: string, { ids, subjectIds, kind }: Which): Promise<Gone[]> {
  if (ids?.length === 0 || subjectIds?.length === 0) return [];
  const where = [
    'user_id = ? AND read_at IS NULL',
    ...(ids ? [`id IN (${placeholders(ids)})`] : []),
    ...(subjectIds ? [`subject_id IN (${placeholders(subjectIds)})`] : []),
    ...(kind ? ['kind = ?'] : []),
  ].join(' AND ');
  const values = [userId, ...(ids ?? []), ...(subjectIds ?? []), ...(kind ? [kind] : [])];
  const sql = `UPDATE notification SET read_at = ? WHERE ${where} RETURNING *`;
  // As they were: what was counted is no longer.
  return fromRows(tx, Notification, await tx.query<Raw>(sql, [tx.now, ...values])).map((row) => ({ ...row, readAt: null }));
}

/** Takes back what asked for anybody, as somebody has it now; answers what there was. */
export async function withdraw(tx: Tx, conversationIds: readonly string[]): Promise<Gone[]> {
  if (conversationIds.length === 0) return [];
  const sql = `DELETE FROM notification WHERE subject_id IN (${placeholders(conversationIds)})
    AND kind IN ('NEW_CONVERSATION', 'TEAM_ASSIGNED') AND read_at IS NULL RETURNING *`;
  return fromRows(tx, Notification, await tx.query<Raw>(sql, conversationIds));
}

/** Forgets everything about conversations that are no more. */
export async function forgetSubjects(tx: Tx, ids: readonly string[]): Promise<Gone[]> {
  if (ids.length === 0) return [];
  const sql = `DELETE FROM notification WHERE subject_id IN (${placeholders(ids)}) RETURNING *`;
  return fromRows(tx, Notification, await tx.query<Raw>(sql, ids));
}

/** Forgets so many of the oldest from before a time. */
export async function forgetBefore(tx: Tx, before: number, limit: number): Promise<Gone[]> {
  const sql = `DELETE FROM notification WHERE id IN (SELECT id FROM notification WHERE at < ? ORDER BY at LIMIT ?) RETURNING *`;
  return fromRows(tx, Notification, await tx.query<Raw>(sql, [before, limit]));
}

/** Conversations lie elsewhere now; answers what of them was counted where they lay. */
export async function moveSubjects(tx: Tx, ids: readonly string[], inboxId: string): Promise<Gone[]> {
  const where = `subject_id IN (${placeholders(ids)}) AND inbox_id <> ?`;
  const lock = tx.dialect === 'postgres' ? 'FOR UPDATE' : '';
  const rows = await tx.query<Raw>(`SELECT * FROM notification WHERE ${where} ${lock}`, [...ids, inboxId]);
  await tx.execute(`UPDATE notification SET inbox_id = ? WHERE ${where}`, [inboxId, ...ids, inboxId]);
  return fromRows(tx, Notification, rows);
}

/** The settings of those who have chosen something. */
export async function settingsOf(reader: Reader, userIds: readonly string[]): Promise<NotificationSettings[]> {
  if (userIds.length === 0) return [];
  const sql = `SELECT * FROM notification_settings WHERE user_id IN (${placeholders(userIds)})`;
  return fromRows(reader, NotificationSettings, await reader.query<Raw>(sql, userIds));
}

/** The settings of those who follow any inbox. */
export async function followers(reader: Reader): Promise<NotificationSettings[]> {
  const sql = "SELECT * FROM notification_settings WHERE follows <> 'NONE'";
  return fromRows(reader, NotificationSettings, await reader.query<Raw>(sql));
}

export async function keepSettings(tx: Tx, settings: NotificationSettings): Promise<void> {
  const set = ['kinds', 'follows', 'inbox_ids', 'quiet', 'sound', 'show_text', 'mail_minutes', 'mail_hour', 'updated_at'];
  const update = set.map((column) => `${column} = excluded.${column}`).join(', ');
  await insertRows(tx, NotificationSettings, [settings], `ON CONFLICT (user_id) DO UPDATE SET ${update}`);
}

function inVisible(visible: VisibleInboxes, column: string): { sql: string; values: readonly string[] } {
  // What is no more is joined to nothing, and shown to nobody.
  if (visible.all) return { sql: `${column} IS NOT NULL`, values: [] };
  if (visible.inboxIds.length === 0) return { sql: '1 = 0', values: [] };
  return { sql: `${column} IN (${placeholders(visible.inboxIds)})`, values: visible.inboxIds };
}
