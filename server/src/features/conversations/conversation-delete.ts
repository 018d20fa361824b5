import { placeholders } from '../../kernel/rows.js';
import type { Tx } from '../../kernel/uow.js';
import { applyCounts } from '../inboxes/index.js';
import type { Conversation } from './conversation.entity.js';
import { lockConversations } from './conversation.repository.js';

const OF_MESSAGES = ['message_recipient', 'attachment', 'external_id'] as const;
const OF_CONVERSATIONS = ['message', 'delivery', 'participant', 'thread', 'draft', 'read_state'] as const;

/** How many conversations one round of statements takes. */
const ROUND = 200;

/** Deletes conversations for ever, with all that hangs on them; their contacts stay. Answers those that were there. */
export async function deleteConversations(tx: Tx, ids: readonly string[]): Promise<Conversation[]> {
  const deleted: Conversation[] = [];
  const sorted = ids.toSorted();
  for (let start = 0; start < sorted.length; start += ROUND) {
    const round = sorted.slice(start, start + ROUND);
    const marks = placeholders(round);
    const found = await lockConversations(tx, round);
    const messages = `SELECT id FROM message WHERE conversation_id IN (${marks})`;
    for (const table of OF_MESSAGES) await tx.execute(`DELETE FROM ${table} WHERE message_id IN (${messages})`, round);
    for (const table of OF_CONVERSATIONS) await tx.execute(`DELETE FROM ${table} WHERE conversation_id IN (${marks})`, round);
    await tx.execute(`DELETE FROM conversation WHERE id IN (${marks})`, round);
    for (const conversation of found.values()) {
      await applyCounts(tx, conversation, null);
      const { id, inboxId, contactId } = conversation;
      tx.emit({ type: 'conversation.deleted', change: 'DELETED', nodeId: id, inboxId, conversationId: id, contactId });
      deleted.push(conversation);
    }
  }
  return deleted;
}

/** The ids of the conversations that came with the demo. */
export async function demoConversationIds(tx: Tx): Promise<string[]> {
  return (await tx.query<{ id: string }>('SELECT id FROM conversation WHERE demo = ? ORDER BY id', [true])).map(({ id }) => id);
}
