import type { ActorRef } from './context.js';

export type Change = 'CREATED' | 'UPDATED' | 'DELETED';

/** One thing that happened to one node, written to the journal in the transaction that did it. */
export interface NewEvent {
  /** Such as `message.received`. */
  type: string;
  change: Change;
  /** The node that changed. */
  nodeId: string;
  /** Who may see it: members of this inbox. Null: a matter of the workspace or of contacts, see `audience`. */
  inboxId: string | null;
  conversationId?: string | null;
  contactId?: string | null;
  /** Set when a conversation left another inbox: its members get DELETED. */
  previousInboxId?: string | null;
  /** For events without an inbox: every agent, only admins, or one agent (`user:<id>`). With one: only those who manage it (`managers`), or one agent. */
  audience?: 'agents' | 'admins' | 'managers' | `user:${string}`;
  /** Who did it; the principal of the unit when not given. */
  actor?: ActorRef;
  data?: Record<string, unknown>;
}

/** An event as the journal holds it, with its gap-free place. */
export interface JournalEvent extends Required<Omit<NewEvent, 'audience'>> {
  id: string;
  audience: string | null;
  operationId: string | null;
  correlationId: string;
  at: number;
  position: number;
}

/** The ordered journal that subscriptions, webhooks and projections read. */
export abstract class Journal {
  /** The last position that is committed. */
  abstract position(): Promise<number>;
  /** Events after a position, in order; RESYNC is the caller's matter when `after` is older than `oldest()`. */
  abstract read(after: number, limit: number): Promise<JournalEvent[]>;
  /** The oldest position that is still kept, 0 when none was dropped. */
  abstract oldest(): Promise<number>;
  /** Calls back soon after new positions were stamped, in this process or another; answers how to stop. */
  abstract onAppend(listener: (position: number) => void): () => void;
}
