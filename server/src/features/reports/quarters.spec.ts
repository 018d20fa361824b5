import { expect, it } from '@jest/globals';
import { daysOf, quarterOf } from './quarters.js';

const quarter = (text: string): number => quarterOf(Date.parse(text));
const days = (timeZone: string, from: string, until = from) => daysOf({ from, until, timeZone });

it.each([
  ['Europe/Amsterdam', '2026-01-05', '2026-01-04T23:00:00Z', 96],
  ['Europe/Amsterdam', '2026-03-29', '2026-03-28T23:00:00Z', 92],
  ['Europe/Amsterdam', '2026-10-25', '2026-10-24T22:00:00Z', 100],
  ['Asia/Kathmandu', '2026-01-05', '2026-01-04T18:15:00Z', 96],
  ['America/New_York', '2026-01-05', '2026-01-05T05:00:00Z', 96],
  // Where the clock is put forward at midnight, the day begins at one.
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z', 92],
  ['Pacific/Kiritimati', '2026-01-05', '2026-01-04T10:00:00Z', 96],
])('in %s the %s begins where it does', (zone, date, begin, length) => {
  const [day] = days(zone, date);
  expect(day).toEqual({ date, from: quarter(begin), before: quarter(begin) + length });
});

it('gives days that follow on each other without a gap, one that never was being empty', () => {
  const year = days('Europe/Amsterdam', '2026-01-01', '2026-12-31');
  expect(year).toHaveLength(365);
  for (const [index, day] of year.entries()) if (index > 0) expect(day.from).toBe(year[index - 1]!.before);
  const [, gone] = days('Pacific/Apia', '2011-12-29', '2011-12-31');
  expect(gone).toMatchObject({ date: '2011-12-30', before: gone!.from });
});

it('refuses what is no day, no zone, backwards or too long, with the field', () => {
  const refused = (from: string, until: string, timeZone = 'UTC') => {
    try {
      daysOf({ from, until, timeZone });
    } catch (error) {
      return (error as { detail: { path: string[] } }).detail.path[0];
    }
    return null;
  };
  expect(refused('2026-02-30', '2026-03-01')).toBe('from');
  expect(refused('2026-02-01', 'soon')).toBe('until');
  expect(refused('2026-02-02', '2026-02-01')).toBe('until');
  expect(refused('2026-01-01', '2027-01-02')).toBe('until');
  expect(refused('2026-01-01', '2027-01-01')).toBeNull();
  expect(refused('2026-01-01', '2026-01-01', 'Mars/Olympus')).toBe('timeZone');
});
