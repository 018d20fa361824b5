import {
  answerLimit,
  type Clocked,
  closingLimit,
  dueAfter,
  isCounting,
  type LimitOf,
  NO_CLOCK,
  type SlaClock,
  type Targets,
} from './clock.js';
import { type ClosingClock, type ClosingClocked, closingView, NO_CLOSING, pickClosing } from './closing.js';

/**
 * The clocks of a conversation by limits that are new to it: what they have run counts, who waits without one is counted from since when he
 * does, and what was missed stays missed.
 */
export function reclocked(conversation: ClosingClocked, targets: Targets | null): SlaClock & ClosingClock {
  const { slaSince, waitingSince, firstReplyAt, demo } = conversation;
  const begin = demo ? null : (slaSince ?? waitingSince);
  const kind = firstReplyAt === null ? 'FIRST' : 'NEXT';
  const answer = by(
    conversation,
    { ...conversation, slaKind: conversation.slaKind ?? kind },
    { begin, targets, limitOf: answerLimit },
  );
  const closing = by(conversation, { ...closingView(conversation), slaKind: 'NEXT' }, { begin, targets, limitOf: closingLimit });
  const view = { closingSince: closing.slaSince, closingSpentMs: closing.slaSpentMs, closingDueAt: closing.slaDueAt };
  return {
    ...answer,
    ...(closing.slaSince === null ? NO_CLOSING : pickClosing({ ...view, closingMissedAt: closing.slaMissedAt })),
  };
}

/** The clocks without those for which there is no limit. */
export function withoutUnlimited(conversation: ClosingClocked, targets: Targets | null): Partial<SlaClock & ClosingClock> {
  return {
    ...(answerLimit(targets, conversation) === null ? NO_CLOCK : {}),
    ...(closingLimit(targets, conversation) === null ? NO_CLOSING : {}),
  };
}

function by(
  conversation: Clocked,
  clock: SlaClock,
  { begin, targets, limitOf }: { begin: number | null; targets: Targets | null; limitOf: LimitOf },
): SlaClock {
  const since = clock.slaSince ?? begin;
  const limit = limitOf(targets, clock);
  if (targets === null || limit === null || since === null) return NO_CLOCK;
  const { slaKind, slaSpentMs, slaMissedAt, slaDueAt } = clock;
  const kept = { slaKind, slaSince: since, slaSpentMs, slaMissedAt };
  if (slaMissedAt !== null) return { ...kept, slaDueAt };
  if (!isCounting(conversation)) return { ...kept, slaDueAt: null };
  const due = dueAfter(targets, since, limit - slaSpentMs);
  return due === null ? NO_CLOCK : { ...kept, slaDueAt: due };
}
