import type { ActorRef } from '../../kernel/context.js';
import type { Reader } from '../../kernel/uow.js';
import type { Activity, Conversation } from '../conversations/index.js';
import { findItemAt } from '../messages/index.js';
import type { SenderRule } from './sender-rule.entity.js';

/** What a move decided about an address of the sender, and what it took the place of. */
export interface Remembered {
  ruleId: string;
  before: SenderRule['kind'] | null;
  identityKind: string;
  value: string;
}

/** How it was before a move. */
interface Undone {
  reason: string | null;
  remembered: Remembered[];
}

const MOVE = 'placed';

/** The line that tells of a move, with what it takes to undo it. */
export function placed(
  conversation: Conversation,
  to: Conversation['placement'],
  actor: ActorRef,
  remembered: readonly Remembered[],
): Activity {
  const { placement: from, placementReason: reason } = conversation;
  return { type: MOVE, actor, data: { from, to, reason, ...(remembered.length > 0 ? { remembered } : {}) } };
}

/** How a conversation was before the move that is the last thing that happened to it, when it goes back from there. */
export async function undoneMove(
  reader: Reader,
  conversation: Conversation,
  to: Conversation['placement'],
): Promise<Undone | null> {
  const last = await findItemAt(reader, conversation.id, conversation.seq);
  if (last?.activity !== MOVE || last.data['from'] !== to || last.data['to'] !== conversation.placement) return null;
  const { reason, remembered } = last.data as { reason?: string | null; remembered?: Remembered[] };
  return { reason: to === 'INBOX' ? null : (reason ?? null), remembered: remembered ?? [] };
}
