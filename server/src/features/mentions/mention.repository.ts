import type { VisibleInboxes } from '../../kernel/access.js';
import { fromRows, insertRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Mention } from './mention.entity.js';

type Raw = Record<string, unknown>;

export async function insertMentions(tx: Tx, mentions: readonly Mention[]): Promise<void> {
  await insertRows(tx, Mention, mentions, 'ON CONFLICT DO NOTHING');
}

/** One of somebody. */
export async function findMention(reader: Reader, userId: string, id: string): Promise<Mention | null> {
  const rows = await reader.query<Raw>('SELECT * FROM mention WHERE id = ? AND user_id = ?', [id, userId]);
  return fromRows(reader, Mention, rows)[0] ?? null;
}

/** A part of somebody's list. */
export interface MentionPage {
  userId: string;
  visible: VisibleInboxes;
  unseen: boolean;
  before: string | null;
  limit: number;
}

/** Those of somebody that he may still see, newest first; ids sort by the time they were made. */
export async function listMentions(reader: Reader, { userId, visible, unseen, before, limit }: MentionPage): Promise<Mention[]> {
  const { sql, values } = seen(visible);
  const where = [sql, ...(unseen ? ['m.seen_at IS NULL'] : []), ...(before ? ['m.id < ?'] : [])].join(' AND ');
  const rows = await reader.query<Raw>(
    `SELECT m.* FROM mention m JOIN conversation c ON c.id = m.conversation_id
     WHERE m.user_id = ? AND ${where} ORDER BY m.id DESC LIMIT ?`,
    [userId, ...values, ...(before ? [before] : []), limit],
  );
  return fromRows(reader, Mention, rows);
}

/** In how many conversations somebody has not looked; what lies in the trash asks for nothing. */
export async function countUnseen(
  reader: Reader,
  userId: string,
  visible: VisibleInboxes,
  inboxId: string | null,
): Promise<number> {
  const { sql, values } = seen(visible);
  const rows = await reader.query<{ n: number | string }>(
    `SELECT COUNT(DISTINCT m.conversation_id) AS n FROM mention m JOIN conversation c ON c.id = m.conversation_id
     WHERE m.user_id = ? AND m.seen_at IS NULL AND c.placement = 'INBOX' AND ${sql} ${inboxId ? 'AND c.inbox_id = ?' : ''}`,
    [userId, ...values, ...(inboxId ? [inboxId] : [])],
  );
  return Number(rows[0]?.n ?? 0);
}

/** In which of these conversations somebody was mentioned, and whether he has looked since. */
export async function mentionedAmong(
  reader: Reader,
  userId: string,
  conversationIds: readonly string[],
): Promise<Map<string, 'UNSEEN' | 'SEEN'>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await reader.query<{ id: string; unseen: number | string }>(
    `SELECT conversation_id AS id, SUM(CASE WHEN seen_at IS NULL THEN 1 ELSE 0 END) AS unseen FROM mention
     WHERE user_id = ? AND conversation_id IN (${placeholders(conversationIds)}) GROUP BY conversation_id`,
    [userId, ...conversationIds],
  );
  return new Map(rows.map(({ id, unseen }) => [id, Number(unseen) > 0 ? 'UNSEEN' : 'SEEN']));
}

/** Answers how many there were. */
export async function markSeen(tx: Tx, userId: string, conversationId: string): Promise<number> {
  const sql = 'UPDATE mention SET seen_at = ? WHERE user_id = ? AND conversation_id = ? AND seen_at IS NULL';
  return tx.execute(sql, [tx.now, userId, conversationId]);
}

function seen(visible: VisibleInboxes): { sql: string; values: readonly string[] } {
  if (visible.all) return { sql: '1 = 1', values: [] };
  if (visible.inboxIds.length === 0) return { sql: '1 = 0', values: [] };
  return { sql: `c.inbox_id IN (${placeholders(visible.inboxIds)})`, values: visible.inboxIds };
}
