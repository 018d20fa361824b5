import type { Conversation } from './conversation.entity.js';

/** What decides in which counts a conversation is; its events tell it to whoever counts, so that nobody has to look it up later. */
export interface ConversationFacts {
  status: Conversation['status'];
  placement: Conversation['placement'];
  assigneeId: string | null;
  channelId: string | null;
}

/** The data of an event that a conversation began or ended with. */
export function factsOf({ status, placement, assigneeUserId, originalChannelId, demo }: Conversation): {
  facts: ConversationFacts;
  demo: { demo?: true };
} {
  const facts = { status, placement, assigneeId: assigneeUserId, channelId: originalChannelId };
  return { facts, demo: demo ? { demo: true } : {} };
}

/** The data of an event that a conversation changed with: how it is, and how that was which is different; nothing when none of it is, unless it is told anyway. */
export function changedFacts(before: Conversation, after: Conversation, anyway = false): Record<string, unknown> {
  const [{ facts: was }, { facts: is, demo }] = [factsOf(before), factsOf(after)];
  const keys = (Object.keys(is) as (keyof ConversationFacts)[]).filter((key) => was[key] !== is[key]);
  if (keys.length === 0 && !anyway && before.inboxId === after.inboxId) return {};
  return { is, was: Object.fromEntries(keys.map((key) => [key, was[key]])), ...demo };
}
