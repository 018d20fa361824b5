import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { ConversationTag } from './conversation-tag.entity.js';
import { Tag } from './tag.entity.js';

type Raw = Record<string, unknown>;

export async function listTags(reader: Reader): Promise<Tag[]> {
  return fromRows(reader, Tag, await reader.query<Raw>('SELECT * FROM tag ORDER BY name_key'));
}

/** Tags by id, in no order. */
export async function findTags(reader: Reader, ids: readonly string[]): Promise<Tag[]> {
  if (ids.length === 0) return [];
  return fromRows(reader, Tag, await reader.query<Raw>(`SELECT * FROM tag WHERE id IN (${placeholders(ids)})`, ids));
}

export async function findTagByName(reader: Reader, nameKey: string): Promise<Tag | null> {
  return fromRows(reader, Tag, await reader.query<Raw>('SELECT * FROM tag WHERE name_key = ?', [nameKey]))[0] ?? null;
}

export async function insertTag(tx: Tx, tag: Tag): Promise<void> {
  await insertRows(tx, Tag, [tag]);
}

/** False when it is of another version by now. */
export async function updateTag(tx: Tx, tag: Tag, patch: Partial<Tag>): Promise<boolean> {
  const changed = { ...patch, updatedAt: tx.now, version: tag.version + 1 };
  return (await updateRows(tx, Tag, { id: tag.id, version: tag.version }, changed)) === 1;
}

/** Conversations that carry any of the tags `from` carry the tag `into` instead. */
export async function replaceTags(tx: Tx, from: readonly string[], into: string): Promise<void> {
  const marks = placeholders(from);
  await tx.execute(
    `INSERT INTO conversation_tag (conversation_id, tag_id)
     SELECT DISTINCT conversation_id, CAST(? AS varchar) FROM conversation_tag WHERE tag_id IN (${marks}) ON CONFLICT DO NOTHING`,
    [into, ...from],
  );
  await deleteTags(tx, from);
}

/** Takes tags off everything and away. */
export async function deleteTags(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute(`DELETE FROM conversation_tag WHERE tag_id IN (${placeholders(ids)})`, ids);
  await tx.execute(`DELETE FROM tag WHERE id IN (${placeholders(ids)})`, ids);
}

/** Which tags conversations have, by name. */
export async function tagsOf(
  reader: Reader,
  conversationIds: readonly string[],
): Promise<{ conversationId: string; tag: Tag }[]> {
  if (conversationIds.length === 0) return [];
  const rows = await reader.query<Raw & { conversation_id: string }>(
    `SELECT t.*, ct.conversation_id AS conversation_id FROM conversation_tag ct JOIN tag t ON t.id = ct.tag_id
     WHERE ct.conversation_id IN (${placeholders(conversationIds)}) ORDER BY t.name_key`,
    conversationIds,
  );
  const tags = fromRows(reader, Tag, rows);
  return tags.map((tag, index) => ({ conversationId: rows[index]?.conversation_id ?? '', tag }));
}

/** Puts tags on a conversation. */
export async function putTags(tx: Tx, conversationId: string, tagIds: readonly string[]): Promise<void> {
  const rows = tagIds.map((tagId) => ({ conversationId, tagId }));
  await insertRows(tx, ConversationTag, rows, 'ON CONFLICT DO NOTHING');
}

/** Takes tags off a conversation. */
export async function takeTags(tx: Tx, conversationId: string, tagIds: readonly string[]): Promise<void> {
  if (tagIds.length === 0) return;
  await tx.execute(`DELETE FROM conversation_tag WHERE conversation_id = ? AND tag_id IN (${placeholders(tagIds)})`, [
    conversationId,
    ...tagIds,
  ]);
}
