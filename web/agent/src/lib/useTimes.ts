import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { now } from './clock.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Times as a person reads them; the full time with its zone goes into the tooltip (U28). */
export interface Times {
  short(iso: string): string;
  clock(iso: string): string;
  full(iso: string): string;
  day(iso: string): string;
  span(fromIso: string): string;
  dayKey(iso: string): string;
  /** How long it still is until then. */
  left(iso: string): string;
  /** A time that is still to come: the day and the clock. */
  ahead(iso: string): string;
  /** The day alone. */
  date(iso: string): string;
}

function short(intl: IntlShape, iso: string): string {
  const at = new Date(iso);
  const age = now() - at.getTime();
  if (age < 60_000) return intl.formatMessage({ id: 'time.now' });
  if (age < HOUR) return intl.formatMessage({ id: 'time.minutes' }, { n: Math.floor(age / 60_000) });
  if (age < DAY) return intl.formatMessage({ id: 'time.hours' }, { n: Math.floor(age / HOUR) });
  if (age < 6 * DAY) return intl.formatDate(at, { weekday: 'short' });
  const sameYear = at.getFullYear() === new Date(now()).getFullYear();
  return intl.formatDate(at, sameYear ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' });
}

function day(intl: IntlShape, iso: string): string {
  const at = new Date(iso);
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(now()) - midnight(at.getTime())) / DAY);
  if (days === 0) return intl.formatMessage({ id: 'time.today' });
  if (days === 1) return intl.formatMessage({ id: 'time.yesterday' });
  const sameYear = at.getFullYear() === new Date(now()).getFullYear();
  return intl.formatDate(at, { weekday: 'long', day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) });
}

function span(intl: IntlShape, iso: string): string {
  const age = Math.max(0, now() - new Date(iso).getTime());
  if (age < HOUR) return intl.formatMessage({ id: 'time.minutes' }, { n: Math.max(1, Math.floor(age / 60_000)) });
  if (age < DAY) return intl.formatMessage({ id: 'time.hours' }, { n: Math.floor(age / HOUR) });
  return intl.formatMessage({ id: 'time.days' }, { n: Math.floor(age / DAY) });
}

function ahead(intl: IntlShape, iso: string): string {
  const at = new Date(iso);
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(at.getTime()) - midnight(now())) / DAY);
  const clock = intl.formatTime(at, { hour: '2-digit', minute: '2-digit' });
  if (days === 0) return intl.formatMessage({ id: 'time.todayAt' }, { clock });
  if (days === 1) return intl.formatMessage({ id: 'time.tomorrowAt' }, { clock });
  const sameYear = at.getFullYear() === new Date(now()).getFullYear();
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  const date = intl.formatDate(at, { weekday: 'short', day: 'numeric', month: 'short', ...year });
  return intl.formatMessage({ id: 'time.dayAt' }, { date, clock });
}

export function useTimes(): Times {
  const intl = useIntl();
  return useMemo(
    () => ({
      short: (iso) => short(intl, iso),
      clock: (iso) => intl.formatTime(new Date(iso), { hour: '2-digit', minute: '2-digit' }),
      full: (iso) => intl.formatDate(new Date(iso), { dateStyle: 'full', timeStyle: 'long' }),
      day: (iso) => day(intl, iso),
      span: (iso) => span(intl, iso),
      left: (iso) => span(intl, new Date(2 * now() - new Date(iso).getTime()).toISOString()),
      ahead: (iso) => ahead(intl, iso),
      date: (iso) => intl.formatDate(new Date(iso), { day: 'numeric', month: 'long', year: 'numeric' }),
      dayKey: (iso) => new Date(iso).toDateString(),
    }),
    [intl],
  );
}
