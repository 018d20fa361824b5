import type { Message } from '../messages/index.js';
import { turnOf } from '../sla-clock/index.js';
import { afterMessage } from './conversation-rules.js';
import type { Conversation } from './conversation.entity.js';

/** What a conversation says of its messages. */
export type Summary = Pick<
  Conversation,
  | 'preview'
  | 'lastMessageAt'
  | 'lastInboundAt'
  | 'lastOutboundAt'
  | 'lastDirection'
  | 'waitingSince'
  | 'deliveryStatus'
  | 'messageCount'
  | 'firstReplyAt'
>;

/** What a conversation with these items says of them, worked out from the first to the last; `files` are their names by message. */
export function summaryOf(
  conversation: Conversation,
  items: readonly Message[],
  files: ReadonlyMap<string, readonly { name: string }[]>,
): Summary {
  let state: Conversation = {
    ...conversation,
    preview: '',
    lastInboundAt: null,
    lastOutboundAt: null,
    lastDirection: null,
    waitingSince: null,
    deliveryStatus: null,
    messageCount: 0,
  };
  let firstReplyAt: number | null = null;
  for (const { id, authorKind: kind, authorId, authorName, ...item } of items) {
    const attachments = (files.get(id) ?? []).map(({ name }) => ({ name, mime: '' }));
    const author = { kind, id: authorId, name: authorName };
    if (turnOf({ ...item, author }) === 'ANSWERED') firstReplyAt = Math.min(firstReplyAt ?? item.at, item.at);
    state = { ...state, ...afterMessage(state, { ...item, id, author, activity: item.activity ?? '', attachments }, true) };
  }
  const { preview, lastMessageAt, lastInboundAt, lastOutboundAt, lastDirection, waitingSince, deliveryStatus, messageCount } =
    state;
  const directions = { lastInboundAt, lastOutboundAt, lastDirection, waitingSince, firstReplyAt };
  return { preview, lastMessageAt, ...directions, deliveryStatus, messageCount };
}
