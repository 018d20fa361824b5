/** The topic of `Signals` for what happens around a conversation and is kept nowhere. */
export const CONVERSATION_SIGNALS = 'conversation';

/** Somebody writes, looks or is there: an agent, or the contact on the other side. */
export interface ConversationSignal {
  kind: 'TYPING' | 'VIEWING' | 'ONLINE';
  active: boolean;
  conversationId: string;
  inboxId: string;
  agentId: string | null;
  contactId: string | null;
}
