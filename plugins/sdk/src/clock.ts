/** What is kept as later than so long after now was kept while the clock was ahead; two machines of one installation never differ so much. */
const WRONG_CLOCK_MS = 60_000;

/** Whether an instant that says when something was kept (milliseconds since 1970) was kept while the clock of the machine was ahead. */
export function writtenAhead(writtenAt: number, now: number = Date.now()): boolean {
  return writtenAt > now + WRONG_CLOCK_MS;
}

/**
 * What is left of a wait, in milliseconds. `until` (milliseconds since 1970) lies in the store of the plugin, `longest` is the most that is ever
 * waited for it: a wait that ends later was begun while the clock of the machine was ahead, and is over.
 */
export function waitLeft(until: number, longest: number, now: number = Date.now()): number {
  const left = until - now;
  return left > longest + WRONG_CLOCK_MS ? 0 : Math.max(0, left);
}
