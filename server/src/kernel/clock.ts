/** The time as a parameter, so that tests can turn it. */
export abstract class Clock {
  /** Milliseconds since 1970 UTC. */
  abstract now(): number;
}

/** The machine's own clock. */
export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}

/** What is written later than so long after now was written by a clock that was ahead; two machines of one installation never differ so much. */
export const WRONG_CLOCK_MS = 60_000;

/** Whether it was written while the clock was ahead: what it was to wait for is then no time that anybody meant (reliability F18). */
export function writtenAhead(writtenAt: number, now: number): boolean {
  return writtenAt > now + WRONG_CLOCK_MS;
}

/** What is left of a wait that is never longer than `longest`; one that ends later was begun while the clock was ahead, and is over. */
export function waitLeft(until: number, now: number, longest: number): number {
  const left = until - now;
  return left > longest + WRONG_CLOCK_MS ? 0 : Math.max(0, left);
}
