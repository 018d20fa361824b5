import { insertRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { BLOCKED } from './conversation-rules.js';
import { ReadState } from './read-state.entity.js';

/** Items that somebody reads: what was said by others, and that our own did not arrive. What happened otherwise makes nothing unread. */
const OF_OTHERS = `NOT (m.author_kind = 'USER' AND COALESCE(m.author_id, '') = ?)
  AND ((m.kind IN ('MESSAGE', 'COMMENT') AND NOT (m.direction = 'OUTBOUND' AND m.automatic IS NOT NULL))
    OR (m.kind = 'ACTIVITY' AND m.activity IN ('delivery_failed', 'delivery_bounced', 'delivery_uncertain')))`;

/** Whether conversation `c` holds something that the agent has not read; takes his id twice. A blocked sender marks nothing unread (S58). */
export const UNREAD_CONDITION = `(COALESCE(c.placement_reason, '') <> '${BLOCKED}' AND EXISTS (
  SELECT 1 FROM message m WHERE m.conversation_id = c.id AND ${OF_OTHERS}
  AND m.seq > COALESCE((SELECT r.last_seq FROM read_state r WHERE r.conversation_id = c.id AND r.user_id = ?), 0)))`;

/** Which of these conversations the agent has not read to the end. */
export async function unreadAmong(reader: Reader, userId: string, conversationIds: readonly string[]): Promise<Set<string>> {
  if (conversationIds.length === 0) return new Set();
  const rows = await reader.query<{ id: string }>(
    `SELECT c.id FROM conversation c WHERE c.id IN (${placeholders(conversationIds)}) AND ${UNREAD_CONDITION}`,
    [...conversationIds, userId, userId],
  );
  return new Set(rows.map((row) => row.id));
}

/** The place of the last item that others wrote; 0 when there is none. */
export async function lastOfOthers(reader: Reader, userId: string, conversationId: string): Promise<number> {
  const rows = await reader.query<{ seq: number | null }>(
    `SELECT MAX(m.seq) AS seq FROM message m WHERE m.conversation_id = ? AND ${OF_OTHERS}`,
    [conversationId, userId],
  );
  return rows[0]?.seq ?? 0;
}

/** Marks new conversations as read to their end, for agents who have no mark there yet. */
export async function insertReadMarks(
  tx: Tx,
  userIds: readonly string[],
  marks: readonly { id: string; seq: number }[],
): Promise<void> {
  const rows = marks.flatMap(({ id, seq }) => userIds.map((userId) => ({ userId, conversationId: id, lastSeq: seq })));
  await insertRows(tx, ReadState, rows, 'ON CONFLICT DO NOTHING');
}
