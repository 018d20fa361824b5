import type { AutomationReason } from '../../generated/graphql.js';
import type { Tx } from '../../kernel/uow.js';
import type { Conversation } from '../conversations/index.js';

/** What a rule acts on, and because of what. */
export interface Case {
  conversation: Conversation;
  /** The message that set it off, where one did. */
  messageId: string | null;
  /** When that happened. */
  at: number;
  now: number;
  /** By which what is sent is known, so that it is sent once. */
  sendKey: string;
}

/** What an action comes to: found out by reading only, so that a dry run and a run say the same, and a failure is known before anything is written. */
export type Plan =
  | { outcome: 'DONE'; act: (tx: Tx) => Promise<AutomationReason | null> }
  | { outcome: 'UNCHANGED' }
  | { outcome: 'FAILED'; reason: AutomationReason };

export function failed(reason: AutomationReason): Plan {
  return { outcome: 'FAILED', reason };
}
