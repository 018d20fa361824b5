import { insertRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { ConversationLink } from './conversation-link.entity.js';

/** Links two conversations, whichever is named first. */
export async function linkConversations(tx: Tx, oneId: string, otherId: string): Promise<void> {
  const [conversationId = '', second = ''] = [oneId, otherId].toSorted();
  if (conversationId === second) return;
  await insertRows(tx, ConversationLink, [{ conversationId, otherId: second, createdAt: tx.now }], 'ON CONFLICT DO NOTHING');
}

/** Pairs of linked conversations, from each of those asked for to the other. */
export async function linksOf(reader: Reader, ids: readonly string[]): Promise<{ from: string; to: string }[]> {
  if (ids.length === 0) return [];
  const marks = placeholders(ids);
  const rows = await reader.query<{ from_id: string; to_id: string }>(
    `SELECT conversation_id AS from_id, other_id AS to_id FROM conversation_link WHERE conversation_id IN (${marks})
     UNION SELECT other_id, conversation_id FROM conversation_link WHERE other_id IN (${marks})`,
    [...ids, ...ids],
  );
  return rows.map((row) => ({ from: row.from_id, to: row.to_id }));
}
