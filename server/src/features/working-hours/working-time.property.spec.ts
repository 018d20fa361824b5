import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Hours, isOpen, type Slot, WEEKDAYS } from './hours.js';
import { addWorking, nextOpening, workingBetween, workingSpans } from './working-time.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NINE_TO_FIVE: Slot[] = WEEKDAYS.slice(0, 5).map((weekday) => ({ weekday, from: '09:00', until: '17:00' }));
const SHOP: Hours = { timeZone: 'Europe/Amsterdam', slots: NINE_TO_FIVE };
const at = (text: string): number => Date.parse(text);
const text = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

describe('working time (D37)', () => {
  it.each([
    ['within a day', SHOP, '2026-11-16T09:00:00Z', 120, '2026-11-16T11:00:00.000Z'],
    ['from before the day begins', SHOP, '2026-11-16T05:00:00Z', 60, '2026-11-16T09:00:00.000Z'],
    ['over a night', SHOP, '2026-11-16T15:30:00Z', 60, '2026-11-17T08:30:00.000Z'],
    ['to the last minute of a day', SHOP, '2026-11-16T15:00:00Z', 60, '2026-11-16T16:00:00.000Z'],
    ['over a weekend in which summer time ends', SHOP, '2026-10-23T14:30:00Z', 60, '2026-10-26T08:30:00.000Z'],
    ['over a weekend in which summer time begins', SHOP, '2026-03-27T15:30:00Z', 60, '2026-03-30T07:30:00.000Z'],
    [
      'over holidays',
      { ...SHOP, daysOff: [{ from: '2026-12-25', until: '2026-12-28', name: 'Christmas' }] },
      '2026-12-24T15:30:00Z',
      60,
      '2026-12-29T08:30:00.000Z',
    ],
  ] as const)('passes %s', (_case, hours, from, minutes, until) => {
    expect(text(addWorking(hours, at(from), minutes * MINUTE))).toBe(until);
    expect(workingBetween(hours, at(from), at(until))).toBe(minutes * MINUTE);
  });

  it('never passes where nobody ever works, or is away for years', () => {
    expect(addWorking({ ...SHOP, slots: [] }, at('2026-11-16T09:00:00Z'), 1)).toBeNull();
    const away = { ...SHOP, daysOff: [{ from: '2026-01-01', until: '2036-01-01', name: '' }] };
    expect([addWorking(away, at('2026-11-16T09:00:00Z'), 1), nextOpening(away, at('2026-11-16T09:00:00Z'))]).toEqual([
      null,
      null,
    ]);
  });

  it('counts an hour that comes twice twice, and one that is skipped not at all', () => {
    const nights: Hours = { ...SHOP, slots: [{ weekday: 'SUNDAY', from: '01:30', until: '03:30' }] };
    expect(workingBetween(nights, at('2026-10-24T12:00:00Z'), at('2026-10-25T12:00:00Z'))).toBe(180 * MINUTE);
    expect(workingBetween(nights, at('2026-03-28T12:00:00Z'), at('2026-03-29T12:00:00Z'))).toBe(60 * MINUTE);
  });

  it('the next opening knows of days off', () => {
    const hours = { ...SHOP, daysOff: [{ from: '2026-11-17', until: '2026-11-17', name: '' }] };
    expect(text(nextOpening(hours, at('2026-11-16T18:00:00Z')))).toBe('2026-11-18T08:00:00.000Z');
  });
});

const zones = fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const slots = fc
  .uniqueArray(fc.record({ day: fc.nat(6), from: fc.nat(1438), long: fc.integer({ min: 1, max: 900 }) }), {
    selector: ({ day }) => day,
    minLength: 1,
  })
  .map((list) =>
    list.map(({ day, from, long }): Slot => ({
      weekday: WEEKDAYS[day] ?? 'MONDAY',
      from: clock(from),
      until: clock(Math.min(from + long, 1440)),
    })),
  );
/** Around the days on which clocks change. */
const days = fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01', '2026-06-15');
const instants = fc
  .tuple(days, fc.integer({ min: -3 * DAY, max: 3 * DAY }))
  .map(([day, off]) => Math.floor((at(`${day}T00:00:00Z`) + off) / MINUTE) * MINUTE);
const daysOff = fc.array(
  days.map((day) => ({ from: day, until: day, name: '' })),
  { maxLength: 2 },
);
const hours = fc.record({ timeZone: zones, slots, daysOff });

describe('working time, whatever the hours', () => {
  it('is the minutes at which it is open', () => {
    fc.assert(
      fc.property(hours, instants, fc.integer({ min: 1, max: 2 * 24 * 60 }), (of, from, minutes) => {
        const until = from + minutes * MINUTE;
        let open = 0;
        for (let minute = from; minute < until; minute += MINUTE) if (isOpen(of, minute)) open += MINUTE;
        expect(workingBetween(of, from, until)).toBe(open);
      }),
      { numRuns: 40 },
    );
  });

  it('adds up: what is added lies between, not a moment sooner, and stretches neither touch nor overlap', () => {
    fc.assert(
      fc.property(hours, instants, fc.integer({ min: 1, max: 3_000 }), (of, from, minutes) => {
        const ms = minutes * MINUTE + 1;
        const due = addWorking(of, from, ms);
        if (due === null) return;
        expect(workingBetween(of, from, due)).toBe(ms);
        expect(workingBetween(of, from, due - 1)).toBe(ms - 1);
        let last = -1;
        for (const span of workingSpans(of, from, from + 20 * DAY)) {
          expect(span.from > last && span.until > span.from).toBe(true);
          last = span.until;
        }
      }),
      { numRuns: 60 },
    );
  });
});
