import { type Clocked, closingLimit, NO_CLOCK, settledClock, type SlaClock, type TargetsOf } from './clock.js';

/** The clock on closing, as a conversation keeps it beside that on our next answer. */
export interface ClosingClock {
  closingSince: number | null;
  closingSpentMs: number;
  closingDueAt: number | null;
  closingMissedAt: number | null;
}

/** What of a conversation sets both clocks. */
export type ClosingClocked = Clocked & ClosingClock;

/** No clock. */
export const NO_CLOSING: ClosingClock = { closingSince: null, closingSpentMs: 0, closingDueAt: null, closingMissedAt: null };

/** The clock on closing by the names of the other, so that it goes by the same rules. */
export function closingView({ closingSince, closingSpentMs, closingDueAt, closingMissedAt }: ClosingClock): SlaClock {
  if (closingSince === null) return NO_CLOCK;
  return {
    slaKind: 'NEXT',
    ...{ slaSince: closingSince, slaSpentMs: closingSpentMs, slaDueAt: closingDueAt, slaMissedAt: closingMissedAt },
  };
}

function fromView(view: Partial<SlaClock>): Partial<ClosingClock> {
  const { slaSince, slaSpentMs, slaDueAt, slaMissedAt } = view;
  return {
    ...(slaSince === undefined ? {} : { closingSince: slaSince }),
    ...(slaSpentMs === undefined ? {} : { closingSpentMs: slaSpentMs }),
    ...(slaDueAt === undefined ? {} : { closingDueAt: slaDueAt }),
    ...(slaMissedAt === undefined ? {} : { closingMissedAt: slaMissedAt }),
  };
}

/**
 * The clock on closing as it is after a change. It runs from a customer's first question until the conversation is closed, whatever is
 * answered in between, and stands as the other does; what is brought up again by him is a new matter.
 */
export async function settledClosing(
  before: ClosingClocked,
  after: ClosingClocked,
  now: number,
  targetsOf: TargetsOf,
): Promise<Partial<ClosingClock>> {
  const asked = after.slaSince !== null && after.slaSince !== before.slaSince && after.waitingSince !== null;
  const anew = asked && (after.closingSince === null || before.status === 'CLOSED');
  const clock = anew ? { ...NO_CLOSING, closingSince: now } : after;
  if (clock.closingSince === null) return {};
  const seen = (conversation: ClosingClocked): Clocked => ({ ...conversation, ...closingView(conversation) });
  const settled = await settledClock(seen(before), seen({ ...after, ...clock }), now, targetsOf, closingLimit);
  return { ...(anew ? clock : {}), ...fromView(settled) };
}

/** Of two conversations that become one: the clock whose time is over first, with nothing to change where it is the one's own. */
export function earlierClosing(into: ClosingClock, from: ClosingClock): Partial<ClosingClock> {
  if (from.closingSince === null) return {};
  const rank = ({ closingDueAt, closingMissedAt }: ClosingClock): number => closingMissedAt ?? closingDueAt ?? Infinity;
  return into.closingSince === null || rank(from) < rank(into) ? pickClosing(from) : {};
}

/** The clock alone. */
export function pickClosing({ closingSince, closingSpentMs, closingDueAt, closingMissedAt }: ClosingClock): ClosingClock {
  return { closingSince, closingSpentMs, closingDueAt, closingMissedAt };
}
