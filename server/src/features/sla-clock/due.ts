import type { Tx } from '../../kernel/uow.js';
import type { SlaClock } from './clock.js';
import type { ClosingClock } from './closing.js';

/** The job that tells of a clock that was not stopped in time; who looks after limits knows of conversations, and they only call him. */
export const SLA_DUE = 'sla.due';

/** Of whom, and at which time; a clock that has another by now is left alone. */
export interface DueCall {
  conversationId: string;
  dueAt: number;
  /** That on closing; else that on our next answer. */
  closing?: boolean;
}

type Clocks = SlaClock & ClosingClock;

/** In the unit that changes the clocks: has each looked at when its time is over. */
export function lookWhenDue(tx: Tx, conversationId: string, before: Clocks, after: Clocks): void {
  const look = (dueAt: number | null, missedAt: number | null, known: number | null, more: { closing?: boolean }): void => {
    if (dueAt === null || missedAt !== null || dueAt === known) return;
    tx.enqueue({ name: SLA_DUE, payload: { conversationId, dueAt, ...more }, runAt: dueAt });
  };
  look(after.slaDueAt, after.slaMissedAt, before.slaDueAt, {});
  look(after.closingDueAt, after.closingMissedAt, before.closingDueAt, { closing: true });
}
