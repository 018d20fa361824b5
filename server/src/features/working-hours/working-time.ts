import { type Hours, minutesOf, onTheWall, WEEKDAYS } from './hours.js';

/** From an instant until, without, another, in milliseconds since 1970. */
export interface Span {
  from: number;
  until: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** What has not opened for so long does not open any more. */
const LOOKED_AHEAD_MS = 800 * DAY_MS;

/** When `ms` of working time have passed since an instant; null when so much never passes. */
export function addWorking(hours: Hours, from: number, ms: number): number | null {
  let left = ms;
  for (const span of workingSpans(hours, from, from + LOOKED_AHEAD_MS)) {
    if (left <= span.until - span.from) return span.from + left;
    left -= span.until - span.from;
  }
  return null;
}

/** How much working time lies between two instants. */
export function workingBetween(hours: Hours, from: number, until: number): number {
  let sum = 0;
  for (const span of workingSpans(hours, from, until)) sum += span.until - span.from;
  return sum;
}

/** When it opens next after an instant at which it is closed; null when it never does. */
export function nextOpening(hours: Hours, at: number): number | null {
  for (const span of workingSpans(hours, at, at + LOOKED_AHEAD_MS)) if (span.from > at) return span.from;
  return null;
}

/** The stretches in which somebody is there, one after the other: exactly the instants at which `isOpen` says so, at the change of summer time too. */
export function* workingSpans(hours: Hours, from: number, until: number): Generator<Span> {
  if (hours.slots.length === 0) return;
  let open: Span | undefined;
  for (let at = from; at < until; at += DAY_MS) {
    for (const span of spansOfDay(hours, at, Math.min(at + DAY_MS, until))) {
      const goesOn: boolean = open !== undefined && span.from <= open.until;
      if (open && !goesOn) yield open;
      open = { from: open && goesOn ? open.from : span.from, until: span.until };
    }
  }
  if (open) yield open;
}

/** Within a day, in which a clock is put forward or back once at most. */
function spansOfDay(hours: Hours, from: number, until: number): Span[] {
  const change = changeBetween(hours.timeZone, from, until);
  if (change === null) return spansBy(hours, aheadAt(hours.timeZone, from), { from, until });
  return [
    ...spansBy(hours, aheadAt(hours.timeZone, from), { from, until: change }),
    ...spansBy(hours, aheadAt(hours.timeZone, change), { from: change, until }),
  ];
}

/** While the clock on the wall is ahead of UTC by always as much. */
function spansBy({ slots, daysOff }: Hours, ahead: number, { from, until }: Span): Span[] {
  const spans: Span[] = [];
  const firstDay = Math.floor((from + ahead) / DAY_MS) * DAY_MS;
  for (let day = firstDay; day < until + ahead; day += DAY_MS) {
    const date = new Date(day).toISOString().slice(0, 10);
    if (daysOff?.some((off) => off.from <= date && date <= off.until)) continue;
    // ISO 8601 begins the week with Monday, JavaScript with Sunday.
    const weekday = WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7];
    const ofDay = slots.filter((slot) => slot.weekday === weekday);
    for (const slot of ofDay.toSorted((a, b) => (minutesOf(a.from) ?? 0) - (minutesOf(b.from) ?? 0))) {
      const instant = (time: string): number => day - ahead + (minutesOf(time) ?? 0) * MINUTE_MS;
      const span = { from: Math.max(from, instant(slot.from)), until: Math.min(until, instant(slot.until)) };
      if (span.from < span.until) spans.push(span);
    }
  }
  return spans;
}

/** The first instant at which the clock on the wall is put forward or back; null when it is not. Clocks change at whole minutes. */
function changeBetween(timeZone: string, from: number, until: number): number | null {
  const before = aheadAt(timeZone, from);
  if (aheadAt(timeZone, until - 1) === before) return null;
  let [same, other] = [Math.floor(from / MINUTE_MS), Math.floor((until - 1) / MINUTE_MS)];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (aheadAt(timeZone, middle * MINUTE_MS) === before) same = middle;
    else other = middle;
  }
  return other * MINUTE_MS;
}

/** How far the clock on the wall is ahead of UTC. */
function aheadAt(timeZone: string, at: number): number {
  const { date, minutes } = onTheWall(timeZone, at);
  return Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE_MS - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}
