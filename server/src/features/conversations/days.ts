import { DomainError } from '../../kernel/errors.js';

/** Days from and to, both included, as the calendar of a time zone counts them (S14). */
export interface DayRange {
  from?: string | null;
  to?: string | null;
  timeZone: string;
}

/** The moments from which on and before which a range lies; INVALID with the field that is no day or no zone. */
export function momentsOf(range: DayRange, path: string[]): { from: number | null; before: number | null } {
  const offset = offsetIn(range.timeZone, path);
  const first = range.from ? dayOf(range.from, [...path, 'from']) : null;
  const last = range.to ? dayOf(range.to, [...path, 'to']) : null;
  if (first !== null && last !== null && last < first)
    throw new DomainError('INVALID', 'The last day is before the first.', { path: [...path, 'to'] });
  return {
    from: first === null ? null : midnight(first, offset),
    before: last === null ? null : midnight(last + DAY, offset),
  };
}

const DAY = 86_400_000;

/** Midnight of the day in UTC. */
function dayOf(day: string, path: string[]): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00.000Z`) : NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day)
    throw new DomainError('INVALID', 'A day is written like 2026-11-23.', { path });
  return at;
}

/** When a day begins there. The offset is looked up twice, for it may change in between. */
function midnight(day: number, offset: (at: number) => number): number {
  return day - offset(day - offset(day));
}

/** How far the clocks of a zone are before UTC at a moment. */
function offsetIn(timeZone: string, path: string[]): (at: number) => number {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    return (at) => {
      const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
      const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
      const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
      return sign === '-' ? -size : size;
    };
  } catch {
    throw new DomainError('INVALID', 'This is no time zone. Give a name such as Europe/Amsterdam.', {
      path: [...path, 'timeZone'],
    });
  }
}
