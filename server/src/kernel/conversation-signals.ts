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
  /** With ONLINE, where the channel tells: the page of a website, and since when. */
  page?: { url: string; title?: string; referrer?: string; at: number };
}
