import type { SlaClock } from './clock.js';
import { type ClosingClock, closingView } from './closing.js';

/** How the wait for an answer of ours, or for closing, ended; its event tells it to whoever counts. */
export interface SlaOutcome {
  kind: 'FIRST' | 'NEXT' | 'CLOSING';
  /** In time. */
  kept: boolean;
  /** The agent who answered or closed; null when it was a program. */
  agentId: string | null;
  /** When it was counted, where it is taken back. */
  undoneAt?: number;
}

/** What an answer at this time makes of the clock that it stops; null when there is none, or its miss was told already. */
export function outcomeOf(clock: SlaClock, at: number, agentId: string | null): SlaOutcome | null {
  const { slaKind: kind, slaSince, slaDueAt, slaMissedAt } = clock;
  if (kind === null || slaSince === null || slaMissedAt !== null) return null;
  return { kind, kept: slaDueAt === null || slaDueAt > at, agentId };
}

/** What closing makes of the clock on it; null as with an answer. */
export function closingOutcomeOf(clock: ClosingClock, at: number, agentId: string | null): SlaOutcome | null {
  const outcome = outcomeOf(closingView(clock), at, agentId);
  return outcome && { ...outcome, kind: 'CLOSING' };
}
