import type { NewItem } from '../messages/index.js';
import { afterTurn, type SlaClock, turnOf } from '../sla-clock/index.js';
import { previewOf } from './conversation-text.js';
import type { Conversation } from './conversation.entity.js';

/** The reason under which everything of a blocked sender is set aside (S56); it is never unread (S58). */
export const BLOCKED = 'BLOCKED';

/** What an item does to its conversation besides being in it. */
export interface ItemEffects {
  /** False keeps the status as it is; true reopens for an item that would not by itself, such as one that tells of a failure. */
  reopen?: boolean;
  /** Becomes the assignee if there is none (S37). */
  assignIfUnassigned?: string | null;
  setStatus?: 'OPEN' | 'CLOSED';
  /** An old item that is imported: it wakes nobody. */
  history?: boolean;
}

/** Delivery states that a row of the list shows: on their way, or wrong. */
const SHOWN: ReadonlySet<string> = new Set(['HELD', 'QUEUED', 'SENDING', 'DEFERRED', 'FAILED', 'UNCERTAIN', 'BOUNCED']);

/** A delivery state as the conversation shows it; null when there is nothing to say. */
export function shownDelivery(status: string | null | undefined): string | null {
  return status && SHOWN.has(status) ? status : null;
}

/**
 * The columns that a new message changes: order, preview, whose turn it is. Comments and activities change none of them. What comes
 * in now is the last word, whatever its clock says: that of a mail server counts whole seconds and may be late. Only an import
 * (`history`) is put in its place by its time.
 */
export function afterMessage(conversation: Conversation, item: NewItem, history = false): Partial<Conversation> {
  if (item.kind !== 'MESSAGE') return {};
  const patch: Partial<Conversation> = { messageCount: conversation.messageCount + 1 };
  // What we answer by machine is no answer: whoever waits still waits, and his words are the last.
  if (item.direction === 'OUTBOUND' && item.automatic) return { ...patch, deliveryStatus: shownDelivery(item.deliveryStatus) };
  const first = conversation.messageCount === 0;
  if (first || !history || item.at >= conversation.lastMessageAt) {
    patch.lastMessageAt = first ? item.at : Math.max(item.at, conversation.lastMessageAt);
    patch.preview = previewOf(item.text ?? '', item.attachments ?? []);
    if (counts(item)) patch.lastDirection = item.direction;
  }
  if (item.direction === 'OUTBOUND') patch.deliveryStatus = shownDelivery(item.deliveryStatus);
  if (!counts(item)) return patch;
  if (item.direction === 'INBOUND') {
    patch.lastInboundAt = Math.max(conversation.lastInboundAt ?? 0, item.at);
    // A machine's answer waits for nobody.
    const unanswered = !history || item.at >= (conversation.lastOutboundAt ?? 0);
    if (conversation.waitingSince === null && !item.automatic && unanswered) patch.waitingSince = item.at;
  }
  if (item.direction === 'OUTBOUND') {
    patch.lastOutboundAt = Math.max(conversation.lastOutboundAt ?? 0, item.at);
    if (conversation.waitingSince !== null && conversation.waitingSince <= item.at) patch.waitingSince = null;
  }
  return patch;
}

/**
 * What an item does to the clock on our next answer (D37). It runs from when the question was here: nobody could answer it before. What wakes
 * nobody starts none, and an answer that is older than the question stops none.
 */
export function clockAfter(
  conversation: Conversation,
  item: NewItem,
  effects: ItemEffects,
  now: number,
): Partial<SlaClock & Pick<Conversation, 'firstReplyAt'>> {
  const turn = turnOf(item);
  if (turn === 'ASKED') return effects.history || effects.reopen === false ? {} : afterTurn(conversation, turn, now);
  const { waitingSince } = conversation;
  const patch = afterTurn(conversation, turn, item.at);
  if (waitingSince === null || waitingSince <= item.at) return patch;
  return patch.firstReplyAt === undefined ? {} : { firstReplyAt: patch.firstReplyAt };
}

/** Whether it is a word between us and the customer: a side thread is none, nor is what leaves later. */
function counts(item: NewItem): boolean {
  return !item.side && (item.sendAt ?? null) === null;
}

/** Whether the item brings a closed or snoozed conversation back (product 5.3): a person's message does, a machine's never. */
export function reopens(conversation: Conversation, item: NewItem, effects: ItemEffects): boolean {
  if (conversation.status === 'OPEN') return false;
  const inbound = item.kind === 'MESSAGE' && item.direction === 'INBOUND';
  if (inbound) return !item.automatic && effects.reopen !== false && !(effects.history && effects.reopen !== true);
  return effects.reopen === true;
}

/** The columns that go with a status. */
export function withStatus(status: Conversation['status'], at: number): Partial<Conversation> {
  return { status, closedAt: status === 'CLOSED' ? at : null, snoozedUntil: null };
}
