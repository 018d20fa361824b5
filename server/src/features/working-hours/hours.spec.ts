import { expect, it } from '@jest/globals';
import { type Hours, isOpen } from './hours.js';
import { nextOpening } from './working-time.js';

const AMSTERDAM: Hours = {
  timeZone: 'Europe/Amsterdam',
  slots: [
    { weekday: 'MONDAY', from: '09:00', until: '12:30' },
    { weekday: 'MONDAY', from: '13:15', until: '17:00' },
    { weekday: 'FRIDAY', from: '08:05', until: '24:00' },
  ],
};
const opens = (at: string, hours = AMSTERDAM) => {
  const next = nextOpening(hours, Date.parse(at));
  return next === null ? null : new Date(next).toISOString();
};

it.each([
  ['in a break', '2026-11-16T11:45:10Z', '2026-11-16T12:15:00.000Z'],
  ['in the evening', '2026-11-16T18:00:00Z', '2026-11-20T07:05:00.000Z'],
  ['over the end of the week', '2026-11-21T10:00:00Z', '2026-11-23T08:00:00.000Z'],
  ['over the end of summer time', '2026-10-24T10:00:00Z', '2026-10-26T08:00:00.000Z'],
  ['over the beginning of summer time', '2026-03-28T10:00:00Z', '2026-03-30T07:00:00.000Z'],
])('knows when it opens again %s', (_when, at, next) => {
  expect(isOpen(AMSTERDAM, Date.parse(at))).toBe(false);
  expect(opens(at)).toBe(next);
  expect(isOpen(AMSTERDAM, Date.parse(next))).toBe(true);
});

it('never opens without hours, and a week later with one that has just ended', () => {
  expect(opens('2026-11-16T18:00:00Z', { ...AMSTERDAM, slots: [] })).toBeNull();
  const mondays = { ...AMSTERDAM, slots: AMSTERDAM.slots.slice(0, 1) };
  expect(opens('2026-11-16T12:00:00Z', mondays)).toBe('2026-11-23T08:00:00.000Z');
});
