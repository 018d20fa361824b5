import { DomainError } from '../../kernel/errors.js';
import { checkTimeZone } from '../working-hours/index.js';

const QUARTER_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** No zone is further than this from UTC. */
const FAR_MS = 15 * 60 * 60_000;
/** Longer periods are asked for in pieces. */
const DAYS_AT_ONCE = 366;

/** The quarter of an hour since 1970 in which an instant lies. The clocks of all zones differ from UTC by whole quarters, so their days begin with one. */
export function quarterOf(at: number): number {
  return Math.floor(at / QUARTER_MS);
}

/** A day on a calendar, with the quarters that it holds: `from` counts, `before` does not. */
export interface Day {
  date: string;
  from: number;
  before: number;
}

/** The days from the first to the last, both included, as the calendar of a time zone has them; INVALID or LIMIT with the field. */
export function daysOf(range: { from: string; until: string; timeZone: string }): Day[] {
  const [first, last] = [dayOf(range.from, 'from'), dayOf(range.until, 'until')];
  if (last < first) throw new DomainError('INVALID', 'The last day is before the first.', { path: ['until'] });
  const count = (last - first) / DAY_MS + 1;
  if (count > DAYS_AT_ONCE)
    throw new DomainError('LIMIT', `A report is of ${DAYS_AT_ONCE} days at most. Choose a shorter time.`, { path: ['until'] });
  const dateAt = calendarOf(range.timeZone);
  const dates = Array.from({ length: count + 1 }, (_, index) => isoDate(first + index * DAY_MS));
  const begins = dates.map((date) => beginOf(date, dateAt));
  return dates.slice(0, -1).map((date, index) => ({ date, from: begins[index] ?? 0, before: begins[index + 1] ?? 0 }));
}

/** The first quarter whose date is this one or, where the clock skips a whole day, a later one. */
function beginOf(date: string, dateAt: (at: number) => string): number {
  const middle = Date.parse(`${date}T00:00:00Z`);
  let [low, high] = [quarterOf(middle - FAR_MS), quarterOf(middle + FAR_MS)];
  while (low < high) {
    const half = Math.floor((low + high) / 2);
    if (dateAt(half * QUARTER_MS) < date) low = half + 1;
    else high = half;
  }
  return low;
}

function dayOf(text: string, field: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (Number.isNaN(at) || isoDate(at) !== text)
    throw new DomainError('INVALID', 'A day is written like 2026-11-23.', { path: [field] });
  return at;
}

function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function calendarOf(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: checkTimeZone(timeZone),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  };
}
