import type { Keyset } from '../../kernel/keyset.js';
import { placeholders } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { INDEX_JOB } from '../search-index/index.js';

/** A condition on conversation `c` with its parameters. */
interface Condition {
  sql: string;
  values: readonly unknown[];
}
/** A conversation by the newest item that is found in it. */
export interface Hit {
  slot: number;
  messageId: string;
  conversationId: string;
}

/** Where words are found: in the index beside the table on SQLite, where each entry has a slot of its own; in a column of it on PostgreSQL. */
const FORMS = {
  sqlite: {
    from: 'search_words w CROSS JOIN search_entry e',
    found: 'w.words MATCH ? AND e.slot = w.rowid',
    beyond: 'w.rowid < ?',
    order: 'w.rowid DESC',
    told: 'search_entry e2 CROSS JOIN search_words w2',
    foundBefore: 'e2.slot >= ? AND w2.rowid = e2.slot AND w2.words MATCH ?',
  },
  postgres: {
    from: 'search_entry e',
    found: 'e.words @@ CAST(? AS tsquery)',
    beyond: '(e.slot, e.message_id) < (?, ?)',
    order: 'e.slot DESC, e.message_id DESC',
    told: 'search_entry e2',
    foundBefore: '(e2.slot, e2.message_id) >= (?, ?) AND e2.words @@ CAST(? AS tsquery)',
  },
};

interface HitPage {
  after: Keyset | null;
  limit: number;
}

/** Conversations by their newest item that matches, newest first; an older hit gives way to a newer one of the same conversation. */
export async function findHits(reader: Reader, match: string, condition: Condition, page: HitPage): Promise<Hit[]> {
  // A beginning of a word costs FTS5 a walk over all that begins so, whenever it is asked: so not for each hit whether there is a newer one,
  // but some hits too many, of which the first of a conversation counts. Again only where few conversations have many hits.
  for (let size = page.limit * 3; ; size *= 8) {
    const hits = await newestHits(reader, match, condition, { ...page, limit: size });
    const first = new Map<string, Hit>();
    for (const hit of hits) if (!first.has(hit.conversationId)) first.set(hit.conversationId, hit);
    if (first.size >= page.limit || hits.length < size) return [...first.values()].slice(0, page.limit);
  }
}

/**
 * Items that match, newest first, of conversations that no earlier page has told, in one statement: the index is walked in the order of time,
 * and what may not be seen is left out on the way.
 */
async function newestHits(reader: Reader, match: string, condition: Condition, { after, limit }: HitPage): Promise<Hit[]> {
  const { from, found, beyond, order, told, foundBefore } = FORMS[reader.dialect];
  const bounds = after ? (reader.dialect === 'sqlite' ? [after.value] : [after.value, after.id]) : [];
  const untold = `AND ${beyond} AND NOT EXISTS (
         SELECT 1 FROM message m2 CROSS JOIN ${told}
         WHERE m2.conversation_id = m.conversation_id AND m2.kind IN ('MESSAGE', 'COMMENT') AND e2.message_id = m2.id AND ${foundBefore})`;
  const rows = await reader.query<{ slot: number | string; message_id: string; conversation_id: string }>(
    `SELECT e.slot, e.message_id, m.conversation_id
     FROM ${from} CROSS JOIN message m CROSS JOIN conversation c
     WHERE ${found} AND m.id = e.message_id AND c.id = m.conversation_id AND ${condition.sql} ${after ? untold : ''}
     ORDER BY ${order} LIMIT ?`,
    [match, ...condition.values, ...(after ? [...bounds, ...bounds, match] : []), limit],
  );
  return rows.map((row) => ({ slot: Number(row.slot), messageId: row.message_id, conversationId: row.conversation_id }));
}

/** What is shown of a hit. */
export interface HitText {
  id: string;
  at: number | string;
  author_name: string;
  from_name: string | null;
  from_value: string | null;
  text: string;
}

export async function textsOf(reader: Reader, messageIds: readonly string[]): Promise<Map<string, HitText>> {
  if (messageIds.length === 0) return new Map();
  const rows = await reader.query<HitText>(
    `SELECT id, at, author_name, from_name, from_value, SUBSTR(text, 1, 50000) AS text FROM message WHERE id IN (${placeholders(messageIds)})`,
    messageIds,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who a message went to, as one text by message. */
export async function recipientsOfHits(reader: Reader, messageIds: readonly string[]): Promise<Map<string, string>> {
  if (messageIds.length === 0) return new Map();
  const rows = await reader.query<{ message_id: string; name: string | null; value: string }>(
    `SELECT message_id, name, value FROM message_recipient WHERE message_id IN (${placeholders(messageIds)}) ORDER BY id`,
    messageIds,
  );
  const lines = new Map<string, string>();
  for (const { message_id: id, name, value } of rows) {
    const one = name ? `${name} <${value}>` : value;
    lines.set(id, lines.has(id) ? `${lines.get(id)}, ${one}` : one);
  }
  return lines;
}

/** Whether the job that reads what was there before the index still has work. */
export async function isFilling(reader: Reader): Promise<boolean> {
  const rows = await reader.query(
    `SELECT 1 AS one FROM job WHERE name = ? AND state IN ('PENDING', 'RUNNING') AND payload LIKE '%"of":"all"%' LIMIT 1`,
    [INDEX_JOB],
  );
  return rows.length > 0;
}
