import type { RecordLineFragment } from '../../generated/crm.js';
import { clockIn, instantIn } from '../../lib/zones.js';

export type Meeting = Extract<RecordLineFragment, { __typename: 'Meeting' }>;

/** A meeting as it stands in the form. */
export interface MeetingForm {
  title: string;
  day: string;
  clock: string;
  minutes: string;
  timeZone: string;
  otherTimeZone: string;
  attendees: string;
  location: string;
  body: string;
  text: string;
}

export const LENGTHS = ['15', '30', '45', '60', '90', '120'] as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What is there already, or a next whole hour that leaves some time to answer. */
export function timesOf(
  start: Date | null,
  end: Date | null,
  zone: string,
  now: number,
): Pick<MeetingForm, 'day' | 'clock' | 'minutes'> {
  const begins = start ?? new Date(Math.ceil((now + 23 * HOUR) / HOUR) * HOUR);
  const minutes = start && end ? Math.round((end.getTime() - start.getTime()) / MINUTE) : 30;
  return { ...clockIn(zone, begins), minutes: String(minutes) };
}

/** The span that the form names; null when its clocks never show that time. */
export function spanOf({ day, clock, minutes, timeZone }: MeetingForm): { startAt: Date; endAt: Date } | null {
  const startAt = instantIn(timeZone, day, clock);
  const length = Number(minutes) * MINUTE;
  return startAt && length > 0 ? { startAt, endAt: new Date(startAt.getTime() + length) } : null;
}

/** Addresses as they are typed: parted by commas, semicolons or spaces. */
export const addressesOf = (typed: string): string[] => typed.split(/[\s,;]+/).filter(Boolean);

/** From when to when on the clocks of a zone, which is named. */
export function whenIn(locale: string, zone: string, { startAt, endAt }: { startAt: Date; endAt: Date }): string {
  const format = new Intl.DateTimeFormat(locale, {
    ...({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const),
    timeZone: zone,
  });
  return `${format.formatRange(startAt, endAt)} (${zone.replaceAll('_', ' ')})`;
}
