import type { Delivery } from './delivery.entity.js';

export type Status = Delivery['status'];

/** From the least to the most worrying; what a message shows is the worst of its recipients (product 5.3). */
const WORST_LAST: readonly Status[] = [
  'CANCELLED',
  'READ',
  'DELIVERED',
  'SENT',
  'HELD',
  'QUEUED',
  'SENDING',
  'DEFERRED',
  'UNCERTAIN',
  'BOUNCED',
  'FAILED',
];

/** The worst of several states; null of none. */
export function worst(states: readonly Status[]): Status | null {
  const at = Math.max(-1, ...states.map((status) => WORST_LAST.indexOf(status)));
  return WORST_LAST[at] ?? null;
}

/** What the conversation shows of it: null when nothing is on its way and nothing is wrong. */
export function summary(status: Status | null): Status | null {
  return status && WORST_LAST.indexOf(status) > WORST_LAST.indexOf('SENT') ? status : null;
}

const REACHED: Partial<Record<Status, number>> = { SENT: 1, DELIVERED: 2, READ: 3 };
/** Handed over, with an end that we do not know yet: news settles it. What waits for a further try is none of these. */
const IN_DOUBT: ReadonlySet<Status> = new Set(['SENDING', 'UNCERTAIN']);

/** Whether news from the far side moves a delivery: only forward, and a bounce only says more about what had been taken. */
export function movesTo(from: Status, to: 'SENT' | 'DELIVERED' | 'READ' | 'BOUNCED'): boolean {
  if (to === 'BOUNCED') return IN_DOUBT.has(from) || from === 'SENT' || from === 'DELIVERED';
  return IN_DOUBT.has(from) || (REACHED[from] ?? Infinity) < (REACHED[to] ?? 0);
}

/** One that a person must look at: our own message did not arrive, or nobody knows. */
export function isTrouble(status: Status): boolean {
  return status === 'FAILED' || status === 'UNCERTAIN' || status === 'BOUNCED';
}
