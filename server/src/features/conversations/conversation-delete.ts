import { placeholders } from '../../kernel/rows.js';
import type { Tx } from '../../kernel/uow.js';
import { applyCounts } from '../inboxes/index.js';
import { unindexConversations } from '../search-index/index.js';
import { factsOf } from './conversation-facts.js';
import type { Conversation } from './conversation.entity.js';
import { lockConversations, releaseConversations } from './conversation.repository.js';

const OF_MESSAGES = ['message_recipient', 'attachment', 'external_id'] as const;
const OF_CONVERSATIONS = [
  'message',
  'delivery',
  'participant',
  'thread',
  'draft',
  'read_state',
  'conversation_tag',
  'mention',
  'routing_decision',
  'automation_run',
] as const;

/** How many conversations one round of statements takes. */
const ROUND = 200;

/**
 * Deletes conversations for ever, with all that hangs on them; their contacts stay. Answers those that were there. `undone`: they are
 * to be as if they had never been.
 */
export async function deleteConversations(
  tx: Tx,
  ids: readonly string[],
  { undone = false }: { undone?: boolean } = {},
): Promise<Conversation[]> {
  const deleted: Conversation[] = [];
  const sorted = (await withMerged(tx, ids)).toSorted();
  for (let start = 0; start < sorted.length; start += ROUND) {
    const round = sorted.slice(start, start + ROUND);
    const marks = placeholders(round);
    const found = await lockConversations(tx, round);
    await unindexConversations(tx, round);
    const messages = `SELECT id FROM message WHERE conversation_id IN (${marks})`;
    for (const table of OF_MESSAGES) await tx.execute(`DELETE FROM ${table} WHERE message_id IN (${messages})`, round);
    for (const table of OF_CONVERSATIONS) await tx.execute(`DELETE FROM ${table} WHERE conversation_id IN (${marks})`, round);
    await tx.execute(`DELETE FROM bulk_change_item WHERE node_id IN (${marks})`, round);
    await tx.execute(`DELETE FROM awaited_message WHERE conversation_id IN (${marks})`, round);
    await tx.execute(`DELETE FROM conversation_link WHERE conversation_id IN (${marks}) OR other_id IN (${marks})`, [
      ...round,
      ...round,
    ]);
    await tx.execute(`DELETE FROM conversation_merge WHERE into_id IN (${marks}) OR from_id IN (${marks})`, [...round, ...round]);
    await handOnRecords(tx, round);
    await tx.execute(`DELETE FROM conversation WHERE id IN (${marks})`, round);
    releaseConversations(tx, round);
    for (const conversation of found.values()) {
      await applyCounts(tx, conversation, null);
      const { id, inboxId, contactId } = conversation;
      const { facts, demo } = factsOf(conversation);
      const data = { was: facts, ...demo, ...(undone ? { undone } : {}) };
      tx.emit({ type: 'conversation.deleted', change: 'DELETED', nodeId: id, inboxId, conversationId: id, contactId, data });
      deleted.push(conversation);
    }
  }
  return deleted;
}

/** With those that have become part of them, which are nothing by themselves (N12). */
export async function withMerged(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const all = new Set(ids);
  for (let found = [...all]; found.length > 0;) {
    const next: string[] = [];
    for (let start = 0; start < found.length; start += ROUND) {
      const round = found.slice(start, start + ROUND);
      const sql = `SELECT id FROM conversation WHERE merged_into_id IN (${placeholders(round)})`;
      for (const { id } of await tx.query<{ id: string }>(sql, round)) if (!all.has(id)) next.push(id);
    }
    for (const id of next) all.add(id);
    found = next;
  }
  return [...all];
}

/** What hung on them is now the inbox's: the same people see it as before, and nobody else (S6). */
async function handOnRecords(tx: Tx, ids: readonly string[]): Promise<void> {
  const marks = placeholders(ids);
  await tx.execute(
    `INSERT INTO association (from_id, to_id, type, to_kind, at)
     SELECT DISTINCT a.from_id, c.inbox_id, a.type, 'inbox', a.at FROM association a JOIN conversation c ON c.id = a.to_id
     WHERE a.to_id IN (${marks}) ON CONFLICT DO NOTHING`,
    ids,
  );
  await tx.execute(`DELETE FROM association WHERE to_id IN (${marks})`, ids);
}

/** The ids of the conversations that came with the demo. */
export async function demoConversationIds(tx: Tx): Promise<string[]> {
  return (await tx.query<{ id: string }>('SELECT id FROM conversation WHERE demo = ? ORDER BY id', [true])).map(({ id }) => id);
}
