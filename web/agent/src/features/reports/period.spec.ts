import { expect, it } from '@jest/globals';
import { dayBefore, rangeOf, searchOf } from './period.js';

const noon = new Date(2026, 2, 29, 12).getTime();

it('takes out of an address what can be chosen, and nothing else', () => {
  expect(searchOf({ period: 7, inbox: 'inb_1', hours: true, from: 'soon', agent: '' })).toEqual({
    period: '7',
    from: undefined,
    until: undefined,
    inbox: 'inb_1',
    channel: undefined,
    agent: undefined,
    hours: true,
  });
  expect(searchOf({ period: 12, until: '2026-02-30x', hours: 'yes' })).toMatchObject({ period: undefined, hours: undefined });
});

it('means so many days with today as the last one, across the change of the clocks too', () => {
  expect(rangeOf({}, noon)).toEqual({ from: '2026-02-28', until: '2026-03-29' });
  expect(rangeOf({ period: '7' }, noon)).toEqual({ from: '2026-03-23', until: '2026-03-29' });
  expect(dayBefore(new Date(2026, 0, 1, 0, 5).getTime(), 1)).toBe('2025-12-31');
});

it('means the days that were chosen, turned where they stand the wrong way round, and a year at most', () => {
  const own = (from?: string, until?: string) => rangeOf({ period: 'own', from, until }, noon);
  expect(own('2026-03-05', '2026-03-01')).toEqual({ from: '2026-03-01', until: '2026-03-05' });
  expect(own(undefined, '2026-03-20')).toEqual({ from: '2026-02-28', until: '2026-03-20' });
  expect(own('2025-03-29', '2026-03-29')).toEqual({ from: '2025-03-29', until: '2026-03-29' });
  expect(own('2025-03-28', '2026-03-29')).toBeNull();
});
