import type { Tx } from '../../kernel/uow.js';
import type { SlaClock } from './clock.js';

/** The job that tells of a clock that was not stopped in time; who looks after limits knows of conversations, and they only call him. */
export const SLA_DUE = 'sla.due';

/** Of whom, and at which time; a clock that has another by now is left alone. */
export interface DueCall {
  conversationId: string;
  dueAt: number;
}

/** In the unit that changes the clock: has it looked at when its time is over. */
export function lookWhenDue(tx: Tx, conversationId: string, before: SlaClock, after: SlaClock): void {
  const { slaDueAt: dueAt } = after;
  if (dueAt === null || after.slaMissedAt !== null || dueAt === before.slaDueAt) return;
  tx.enqueue({ name: SLA_DUE, payload: { conversationId, dueAt }, runAt: dueAt });
}
