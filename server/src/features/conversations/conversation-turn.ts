import type { Tx } from '../../kernel/uow.js';
import { attachmentsOf, findMessages, hasFiles, type Message } from '../messages/index.js';
import { afterTurn, outcomeOf, type SlaClock } from '../sla-clock/index.js';
import type { Conversation } from './conversation.entity.js';
import { lockConversation } from './conversation.repository.js';
import { previewOf } from './conversation-text.js';
import { storeConversation } from './conversation-writes.js';

/** A message that its author had planned leaves now: from here on it is our last word (D5). */
export async function messageLeft(tx: Tx, message: Message): Promise<void> {
  const before = await lockConversation(tx, message.conversationId);
  const after: Conversation = {
    ...before,
    lastOutboundAt: tx.now,
    lastMessageAt: Math.max(before.lastMessageAt, tx.now),
    lastDirection: 'OUTBOUND',
    waitingSince: null,
    ...afterTurn(before, 'ANSWERED', tx.now),
  };
  await storeConversation(tx, before, after, { sla: outcomeOf(before, tx.now, agentIn(message)) });
}

function agentIn({ authorKind, authorId }: Message): string | null {
  return authorKind === 'USER' ? authorId : null;
}

/** A message was taken back: the conversation is told from what is left of it, and whoever waited, waits again. */
export async function messageTakenBack(tx: Tx, taken: Message): Promise<Conversation> {
  const { conversationId } = taken;
  const before = await lockConversation(tx, conversationId);
  const said =
    "conversation_id = ? AND kind = 'MESSAGE' AND (delivery_status IS NULL OR delivery_status <> 'CANCELLED') " +
    "AND NOT (direction = 'OUTBOUND' AND automatic IS NOT NULL)";
  const ours = `${said} AND direction = 'OUTBOUND' AND side = ? AND NOT (delivery_status = 'HELD' AND send_at IS NOT NULL)`;
  const [last] = await tx.query<{ id: string }>(`SELECT id FROM message WHERE ${said} ORDER BY seq DESC LIMIT 1`, [
    conversationId,
  ]);
  const [out] = await tx.query<{ seq: number; at: number | string }>(
    `SELECT seq, at FROM message WHERE ${ours} ORDER BY seq DESC LIMIT 1`,
    [conversationId, false],
  );
  const [waiting] = await tx.query<{ at: number | string }>(
    `SELECT at FROM message WHERE ${said} AND direction = 'INBOUND' AND side = ? AND automatic IS NULL AND seq > ? ORDER BY seq LIMIT 1`,
    [conversationId, false, out?.seq ?? 0],
  );
  const [persons] = await tx.query<{ first: number | string | null; last: number | null }>(
    `SELECT MIN(at) AS first, MAX(seq) AS last FROM message WHERE ${ours} AND author_kind <> 'BOT'`,
    [conversationId, false],
  );
  const stopped = taken.data['sla'] as SlaClock | undefined;
  const [message] = last ? await findMessages(tx, [last.id]) : [];
  const files = message ? await attachmentsOf(tx, [message.id]) : [];
  // The clock that it had stopped goes on, unless somebody else has answered since.
  const goesOn = stopped && (persons?.last ?? 0) < taken.seq ? stopped : null;
  const outcome = goesOn && outcomeOf(goesOn, taken.at, agentIn(taken));
  const after: Conversation = {
    ...before,
    preview: message ? previewOf(message.text, files) : '',
    lastDirection: message && message.direction !== 'INTERNAL' && !message.side ? message.direction : before.lastDirection,
    lastOutboundAt: out ? Number(out.at) : null,
    waitingSince: waiting ? Number(waiting.at) : null,
    hasFile: await hasFiles(tx, conversationId),
    deliveryStatus: null,
    firstReplyAt: persons?.first == null ? null : Number(persons.first),
    ...goesOn,
  };
  return storeConversation(tx, before, after, { sla: outcome && { ...outcome, undoneAt: taken.at } });
}

/** A message says something else now: where it was the last, the list shows the new words. */
export async function messageReworded(
  tx: Tx,
  { id, conversationId, text }: Pick<Message, 'id' | 'conversationId' | 'text'>,
  words: string,
): Promise<Conversation> {
  const before = await lockConversation(tx, conversationId);
  const files = await attachmentsOf(tx, [id]);
  if (before.preview !== previewOf(text, files)) return before;
  return storeConversation(tx, before, { ...before, preview: words === '' ? '' : previewOf(words, files) });
}
