import type { IntlShape } from 'react-intl';

/** Somebody who is asked to come, and what he said. */
export interface Attendee {
  name?: string;
  address: string;
  answer?: string;
}
/** An event as a channel understood it (R-ICS-1). */
export interface CalendarEvent {
  method: string | null;
  summary: string;
  /** `…Z` is an instant, without it a time of day wherever one is, `YYYY-MM-DD` a day. */
  start: string | null;
  /** The last day of an event of whole days. */
  end: string | null;
  allDay: boolean;
  recurrence: string | null;
  location: string | null;
  organizer: Attendee | null;
  attendees: Attendee[];
  status: string | null;
}

const SHOWN = 20;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function person(value: unknown): Attendee | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, address, answer } = value as Record<string, unknown>;
  const known = text(address) ?? text(name);
  return known === null
    ? null
    : { address: known, ...(text(name) ? { name: text(name)! } : {}), ...(text(answer) ? { answer: text(answer)! } : {}) };
}

/** Reads a part that may lack anything. */
export function calendarOf(data: Record<string, unknown>): CalendarEvent {
  const attendees = Array.isArray(data['attendees']) ? data['attendees'] : [];
  return {
    method: text(data['method'])?.toUpperCase() ?? null,
    summary: text(data['summary']) ?? '',
    start: text(data['start']),
    end: text(data['end']),
    allDay: data['allDay'] === true,
    recurrence: text(data['recurrence']),
    location: text(data['location']),
    organizer: person(data['organizer']),
    attendees: attendees.map(person).filter((one) => one !== null),
    status: text(data['status'])?.toUpperCase() ?? null,
  };
}

/** The first of a long list. */
export const attendeesOf = (attendees: readonly Attendee[]): readonly Attendee[] => attendees.slice(0, SHOWN);

/** When it is, in the reader's language and zone, which is named; a day stays that day wherever he is. */
export function whenOf(intl: IntlShape, { start, end, allDay }: CalendarEvent): string {
  if (start === null) return '';
  const day = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  if (allDay) {
    const noon = (date: string) => new Date(`${date.slice(0, 10)}T12:00:00`);
    return end && end.slice(0, 10) !== start.slice(0, 10)
      ? intl.formatDateTimeRange(noon(start), noon(end), day)
      : intl.formatDate(noon(start), day);
  }
  // A floating time is the same time of day everywhere, so no zone is named.
  const zone = start.endsWith('Z') ? ({ timeZoneName: 'short' } as const) : {};
  const format = { ...day, hour: '2-digit', minute: '2-digit', ...zone } as const;
  return end && end !== start
    ? intl.formatDateTimeRange(new Date(start), new Date(end), format)
    : intl.formatDate(new Date(start), format);
}
