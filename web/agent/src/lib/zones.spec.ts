import { expect, it } from '@jest/globals';
import { clockIn, instantIn, isZone } from './zones.js';

it.each([
  ['Europe/Amsterdam', '2026-07-01', '10:00', '2026-07-01T08:00:00.000Z'],
  ['Europe/Amsterdam', '2026-12-01', '10:00', '2026-12-01T09:00:00.000Z'],
  ['America/New_York', '2026-12-01', '00:30', '2026-12-01T05:30:00.000Z'],
  ['Asia/Kolkata', '2026-12-01', '00:00', '2026-11-30T18:30:00.000Z'],
  ['Pacific/Kiritimati', '2026-12-01', '01:00', '2026-11-30T11:00:00.000Z'],
  ['UTC', '2026-12-01', '23:59', '2026-12-01T23:59:00.000Z'],
])('%s %s %s', (zone, day, clock, at) => {
  expect(instantIn(zone, day, clock)?.toISOString()).toBe(at);
  expect(clockIn(zone, new Date(at))).toEqual({ day, clock });
});

it('an hour that is left out is none, and of one that comes twice it is the first', () => {
  expect(instantIn('Europe/Amsterdam', '2026-03-29', '02:30')).toBeNull();
  expect(instantIn('Europe/Amsterdam', '2026-10-25', '02:30')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  expect(instantIn('Europe/Amsterdam', '', '02:30')).toBeNull();
});

it('only names of zones are zones', () => {
  expect(['Europe/Amsterdam', 'UTC', 'Mars/Olympus', '', 3].map(isZone)).toEqual([true, true, false, false, false]);
});
