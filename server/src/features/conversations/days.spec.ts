import { describe, expect, it } from '@jest/globals';
import { momentsOf } from './days.js';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const range = (from: string | null, to: string | null, timeZone = 'Europe/Amsterdam') => {
  const { from: first, before } = momentsOf({ from, to, timeZone }, ['filter', 'activity']);
  return [iso(first), iso(before)];
};

describe('days as moments (S14)', () => {
  it('include both days, as long as they are where clocks change', () => {
    expect(range('2026-11-01', '2026-11-30')).toEqual(['2026-10-31T23:00:00.000Z', '2026-11-30T23:00:00.000Z']);
    expect(range('2026-03-29', '2026-03-29')).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z']);
    expect(range('2026-10-25', '2026-10-25')).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
    expect(range('2026-01-01', null, 'America/New_York')).toEqual(['2026-01-01T05:00:00.000Z', null]);
    expect(range(null, '2026-01-01', 'Asia/Kolkata')).toEqual([null, '2026-01-01T18:30:00.000Z']);
    expect(range('2026-01-01', '2026-01-01', 'UTC')).toEqual(['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z']);
  });

  it('are refused by the field when they are none', () => {
    const path = (from: string | null, to: string | null, timeZone?: string): unknown => {
      try {
        return range(from, to, timeZone);
      } catch (error) {
        return (error as { path?: unknown; detail?: { path?: unknown } }).detail?.path ?? (error as { path?: unknown }).path;
      }
    };
    expect(path('2026-02-30', null)).toEqual(['filter', 'activity', 'from']);
    expect(path('yesterday', null)).toEqual(['filter', 'activity', 'from']);
    expect(path('2026-02-02', '2026-02-01')).toEqual(['filter', 'activity', 'to']);
    expect(path('2026-02-02', null, 'Mars/Olympus')).toEqual(['filter', 'activity', 'timeZone']);
  });
});
