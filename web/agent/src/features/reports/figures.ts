import type { FiguresFragment, TookFragment } from '../../generated/reports.js';

/** By which clock durations are told: the calendar's, or that of the inbox's hours. */
export type Hours = 'all' | 'working';

/** The median and the 90th percentile by one of the clocks. */
export function took(duration: TookFragment, hours: Hours): { median: number | null; ninetieth: number | null } {
  const { median, ninetieth, workingMedian, workingNinetieth } = duration;
  return hours === 'all'
    ? { median: median ?? null, ninetieth: ninetieth ?? null }
    : { median: workingMedian ?? null, ninetieth: workingNinetieth ?? null };
}

/** How many answers and closings had a limit, and how many of them were in time. */
export function inTime({ first, next, closing }: FiguresFragment['sla']): { kept: number; all: number } {
  const kept = first.kept + next.kept + closing.kept;
  return { kept, all: kept + first.missed + next.missed + closing.missed };
}

/** Whether there is nothing to tell at all. */
export function isNothing({ assigned, closed, reopened, open, firstReply, closing, sla, ...rest }: FiguresFragment): boolean {
  return [rest.new, assigned, closed, reopened, open, firstReply.count, closing.count, inTime(sla).all].every((n) => !n);
}
