import { DomainError } from '../../kernel/errors.js';

/** In the order of ISO 8601. */
export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A time of work on one day, `HH:MM` on the clock of the time zone; until `24:00` is the end of the day. */
export interface Slot {
  weekday: Weekday;
  from: string;
  until: string;
}
/** Whole days on which nobody is there, `YYYY-MM-DD` on the calendar of the time zone, the last one too: a holiday, or somebody's absence. */
export interface DayOff {
  from: string;
  until: string;
  name: string;
}
/** When somebody is there. */
export interface Hours {
  timeZone: string;
  slots: readonly Slot[];
  /** Null counts as none. */
  daysOff?: readonly DayOff[] | null;
}

const SLOTS_A_DAY = 6;
const DAYS_OFF = 200;
const DAY_OFF_NAME = 80;

/** The name as it was given; INVALID when the IANA database has no such zone. */
export function checkTimeZone(timeZone: string): string {
  // An offset such as +01:00 knows no summer.
  if (/^[A-Za-z][\w+-]*(?:\/[\w+-]+){0,2}$/.test(timeZone)) {
    try {
      new Intl.DateTimeFormat('en', { timeZone });
      return timeZone;
    } catch {
      // Said below.
    }
  }
  throw new DomainError('INVALID', 'This is no time zone. Give a name such as Europe/Amsterdam.', { path: ['timeZone'] });
}

/** The slots in their order; INVALID with the path of the first that is none, or lies within another. */
export function checkSlots(slots: readonly Slot[]): Slot[] {
  for (const [index, slot] of slots.entries()) {
    const path = ['slots', String(index)];
    if (minutesOf(slot.from) === null || slot.from === '24:00')
      throw new DomainError('INVALID', 'Give a time from 00:00 to 23:59.', { path: [...path, 'from'] });
    const [from, until] = [minutesOf(slot.from) ?? 0, minutesOf(slot.until)];
    if (until === null) throw new DomainError('INVALID', 'Give a time from 00:01 to 24:00.', { path: [...path, 'until'] });
    if (until <= from) throw new DomainError('INVALID', 'It must end after it begins.', { path: [...path, 'until'] });
    const sameDay = slots.slice(0, index).filter(({ weekday }) => weekday === slot.weekday);
    if (sameDay.length >= SLOTS_A_DAY) throw new DomainError('INVALID', `A day has at most ${SLOTS_A_DAY} times.`, { path });
    if (sameDay.some((other) => from < (minutesOf(other.until) ?? 0) && (minutesOf(other.from) ?? 0) < until))
      throw new DomainError('INVALID', 'Two times of this day overlap.', { path: [...path, 'from'] });
  }
  const place = ({ weekday, from }: Slot): number => WEEKDAYS.indexOf(weekday) * 10_000 + (minutesOf(from) ?? 0);
  return slots.map(({ weekday, from, until }) => ({ weekday, from, until })).toSorted((a, b) => place(a) - place(b));
}

/** The days off in their order; INVALID with the path of the first that is none. */
export function checkDaysOff(daysOff: readonly DayOff[]): DayOff[] {
  if (daysOff.length > DAYS_OFF)
    throw new DomainError('LIMIT', `There are at most ${DAYS_OFF} days off. Take old ones away.`, { path: ['daysOff'] });
  const checked = daysOff.map(({ from, until, name }, index) => {
    const path = ['daysOff', String(index)];
    if (!isDate(from)) throw new DomainError('INVALID', 'Give a date such as 2026-12-25.', { path: [...path, 'from'] });
    if (!isDate(until) || until < from)
      throw new DomainError('INVALID', 'Give the last day, which is not before the first.', { path: [...path, 'until'] });
    const words = name.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
    if ([...words].length > DAY_OFF_NAME)
      throw new DomainError('INVALID', `A name has at most ${DAY_OFF_NAME} characters.`, { path: [...path, 'name'] });
    return { from, until, name: words };
  });
  return checked.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Whether an instant, in milliseconds since 1970, lies in the hours and in no day off, by the clock that hangs on the wall there. */
export function isOpen({ timeZone, slots, daysOff }: Hours, at: number): boolean {
  const { weekday, minutes, date } = onTheWall(timeZone, at);
  if (daysOff?.some(({ from, until }) => from <= date && date <= until)) return false;
  return slots.some(
    (slot) => slot.weekday === weekday && (minutesOf(slot.from) ?? 0) <= minutes && minutes < (minutesOf(slot.until) ?? 0),
  );
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock and the calendar on the wall say there. */
export function onTheWall(timeZone: string, at: number): { weekday: Weekday; minutes: number; date: string } {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  clocks.set(timeZone, clock);
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const weekday = WEEKDAYS.find((day) => day === parts.get('weekday')?.toUpperCase()) ?? 'MONDAY';
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return { weekday, minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')), date };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

/** Minutes since midnight; null when it is no time. */
export function minutesOf(time: string): number | null {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time)) return null;
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
