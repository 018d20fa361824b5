import { fromRows, insertRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Message } from '../messages/index.js';
import { ConversationMerge, type Place } from './conversation-merge.entity.js';
import type { Placed } from './timeline-order.js';

type Raw = Record<string, unknown>;

/** Many ids in few statements. */
const ROUND = 200;

export async function findMerge(reader: Reader, id: string): Promise<ConversationMerge | null> {
  const rows = await reader.query<Raw>('SELECT * FROM conversation_merge WHERE id = ?', [id]);
  return fromRows(reader, ConversationMerge, rows)[0] ?? null;
}

/** Merges into these conversations, and splits off from them, that are not undone, since a time, newest first. */
export async function mergesOf(reader: Reader, intoIds: readonly string[], since: number): Promise<ConversationMerge[]> {
  if (intoIds.length === 0) return [];
  const rows = await reader.query<Raw>(
    `SELECT * FROM conversation_merge WHERE into_id IN (${placeholders(intoIds)}) AND undone_at IS NULL AND created_at >= ?
     ORDER BY created_at DESC, id DESC`,
    [...intoIds, since],
  );
  return fromRows(reader, ConversationMerge, rows);
}

/** A merge or split of either of the two that came after this one and still stands: it must be undone first. */
export async function laterMerge(tx: Tx, { id, intoId, fromId, createdAt }: ConversationMerge): Promise<boolean> {
  const both = [intoId, fromId];
  const marks = placeholders(both);
  const rows = await tx.query(
    `SELECT id FROM conversation_merge WHERE (into_id IN (${marks}) OR from_id IN (${marks})) AND undone_at IS NULL
     AND (created_at > ? OR (created_at = ? AND id > ?)) LIMIT 1`,
    [...both, ...both, createdAt, createdAt, id],
  );
  return rows.length > 0;
}

export async function insertMerge(tx: Tx, merge: ConversationMerge): Promise<boolean> {
  return (await insertRows(tx, ConversationMerge, [merge], 'ON CONFLICT DO NOTHING')) === 1;
}

/** False when somebody else has undone it. */
export async function markUndone(tx: Tx, id: string): Promise<boolean> {
  return (await tx.execute('UPDATE conversation_merge SET undone_at = ? WHERE id = ? AND undone_at IS NULL', [tx.now, id])) === 1;
}

/** The first items of a conversation, at most `limit`, as much of them as decides about their place. */
export async function placesOf(tx: Tx, conversationId: string, limit: number): Promise<(Placed & { threadId: string | null })[]> {
  const rows = await tx.query<Raw & { at: number | string }>(
    `SELECT id, seq, at, kind, author_kind AS "authorKind", author_id AS "authorId", activity, thread_id AS "threadId"
     FROM message WHERE conversation_id = ? ORDER BY seq LIMIT ?`,
    [conversationId, limit],
  );
  return rows.map((row) => ({ ...row, at: Number(row.at) }) as unknown as Placed & { threadId: string | null });
}

/** The messages of a conversation in their order, to say what it says of them. */
export async function messagesOf(tx: Tx, conversationId: string): Promise<Message[]> {
  const sql = "SELECT * FROM message WHERE conversation_id = ? AND kind = 'MESSAGE' ORDER BY seq";
  return fromRows(tx, Message, await tx.query<Raw>(sql, [conversationId]));
}

export async function filesOf(tx: Tx, conversationId: string): Promise<Map<string, { name: string }[]>> {
  const rows = await tx.query<{ message_id: string; name: string }>(
    `SELECT a.message_id, a.name FROM attachment a JOIN message m ON m.id = a.message_id WHERE m.conversation_id = ?
     ORDER BY a.message_id, a.position`,
    [conversationId],
  );
  const files = new Map<string, { name: string }[]>();
  for (const { message_id: id, name } of rows) files.set(id, [...(files.get(id) ?? []), { name }]);
  return files;
}

/** Gives items these places in a conversation, and what hangs on them goes along. A place may be that of another item that is moved, too. */
export async function putItems(tx: Tx, conversationId: string, places: readonly Place[]): Promise<void> {
  for (const part of rounds(places)) {
    const ids = part.map(([id]) => id);
    const cases = part.map(() => 'WHEN ? THEN CAST(? AS integer)').join(' ');
    // Below zero first, where nothing stands: one place is taken by two items meanwhile.
    await tx.execute(`UPDATE message SET conversation_id = ?, seq = CASE id ${cases} END WHERE id IN (${placeholders(ids)})`, [
      conversationId,
      ...part.flatMap(([id, seq]) => [id, -seq]),
      ...ids,
    ]);
    for (const table of ['delivery', 'mention'])
      await tx.execute(`UPDATE ${table} SET conversation_id = ? WHERE message_id IN (${placeholders(ids)})`, [
        conversationId,
        ...ids,
      ]);
  }
  await tx.execute('UPDATE message SET seq = -seq WHERE conversation_id = ? AND seq < 0', [conversationId]);
}

/** Gives messages another thread. */
export async function rethread(tx: Tx, messageIds: readonly string[], threadId: string): Promise<void> {
  for (const part of rounds(messageIds))
    await tx.execute(`UPDATE message SET thread_id = ? WHERE id IN (${placeholders(part)})`, [threadId, ...part]);
}

/** Gives threads to another conversation, all or those named; answers which. */
export async function giveThreads(tx: Tx, from: string, to: string, only: readonly string[] | null): Promise<string[]> {
  if (only?.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `UPDATE thread SET conversation_id = ? WHERE conversation_id = ? ${only ? `AND id IN (${placeholders(only)})` : ''} RETURNING id`,
    [to, from, ...(only ?? [])],
  );
  return rows.map(({ id }) => id).toSorted();
}

/** Gives what is waited for to another conversation; what that one waits for already stays. */
export async function giveAwaited(tx: Tx, from: string, to: string): Promise<{ channelId: string; externalId: string }[]> {
  const rows = await tx.query<{ channel_id: string; external_id: string }>(
    `UPDATE awaited_message SET conversation_id = ? WHERE conversation_id = ? AND NOT EXISTS (
       SELECT 1 FROM awaited_message b WHERE b.conversation_id = ? AND b.channel_id = awaited_message.channel_id
       AND b.external_id = awaited_message.external_id) RETURNING channel_id, external_id`,
    [to, from, to],
  );
  return rows.map((row) => ({ channelId: row.channel_id, externalId: row.external_id }));
}

export async function giveAwaitedBack(tx: Tx, merge: ConversationMerge): Promise<void> {
  for (const { channelId, externalId } of merge.moved.awaited)
    await tx.execute(
      'UPDATE awaited_message SET conversation_id = ? WHERE conversation_id = ? AND channel_id = ? AND external_id = ?',
      [merge.fromId, merge.intoId, channelId, externalId],
    );
}

/** Hangs the records of one conversation on another, too; answers those that are new there. */
export async function addRecords(tx: Tx, from: string, to: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `INSERT INTO association (from_id, to_id, type, to_kind, at)
     SELECT from_id, CAST(? AS varchar), type, to_kind, at FROM association WHERE to_id = ?
     ON CONFLICT DO NOTHING RETURNING from_id AS id`,
    [to, from],
  );
  return rows.map(({ id }) => id).toSorted();
}

export async function takeRecords(tx: Tx, conversationId: string, recordIds: readonly string[]): Promise<void> {
  for (const part of rounds(recordIds))
    await tx.execute(`DELETE FROM association WHERE to_id = ? AND from_id IN (${placeholders(part)})`, [conversationId, ...part]);
}

/** Takes those again who take part only because of the other conversation. */
export async function takeParticipants(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const part of rounds(ids)) await tx.execute(`DELETE FROM participant WHERE id IN (${placeholders(part)})`, part);
}

/** Up to where each agent has read a conversation. */
export async function marksOf(tx: Tx, conversationId: string): Promise<Map<string, number>> {
  const rows = await tx.query<{ user_id: string; last_seq: number }>(
    'SELECT user_id, last_seq FROM read_state WHERE conversation_id = ? ORDER BY user_id',
    [conversationId],
  );
  return new Map(rows.map((row) => [row.user_id, row.last_seq]));
}

export async function putMarks(tx: Tx, conversationId: string, marks: ReadonlyMap<string, number>): Promise<void> {
  for (const part of rounds([...marks]))
    await tx.execute(
      `INSERT INTO read_state (user_id, conversation_id, last_seq) VALUES ${part.map(() => '(?, ?, ?)').join(', ')}
       ON CONFLICT (user_id, conversation_id) DO UPDATE SET last_seq = excluded.last_seq`,
      part.flatMap(([userId, seq]) => [userId, conversationId, seq]),
    );
}

function rounds<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROUND) }, (_, index) => rows.slice(index * ROUND, (index + 1) * ROUND));
}
