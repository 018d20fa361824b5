import type { CalendarEvent } from '@balie/plugin-sdk';
import ICAL from 'ical.js';
import { normalise } from './addresses.js';
import { WINDOWS_ZONES } from './calendar-zones.js';
import { stripUnseen } from './names.js';

const MAX_ATTENDEES = 200;

export interface CalendarCard {
  /** The same for the same invitation, however often a mail holds it. */
  key: string;
  event: CalendarEvent;
}

/** The first event of a calendar, as its card shows it; null when there is none that can be read. Nothing is accepted by itself (R-ICS-1). */
export function calendarOf(content: string, method: string | undefined): CalendarCard | null {
  try {
    return read(content, method);
  } catch {
    return null;
  }
}

function read(content: string, method: string | undefined): CalendarCard | null {
  const parsed: unknown = ICAL.parse(content.slice(Math.max(0, content.search(/BEGIN:VCALENDAR/i))));
  // Several calendars in one file: the first.
  const first = Array.isArray(parsed) && Array.isArray(parsed[0]) ? (parsed[0] as unknown[]) : (parsed as unknown[]);
  const calendar = new ICAL.Component(first as ConstructorParameters<typeof ICAL.Component>[0]);
  const events = calendar.getAllSubcomponents('vevent');
  const event = events.find((one) => !one.hasProperty('recurrence-id')) ?? events[0];
  if (!event) return null;
  const named = words(calendar, 'method', 40) ?? method;
  const card: CalendarEvent = {
    ...(named ? { method: named.toUpperCase() } : {}),
    ...optional('uid', words(event, 'uid', 500)),
    ...optional('summary', words(event, 'summary', 1000)),
    ...optional('description', words(event, 'description', 4000)),
    ...timesOf(calendar, event),
    ...optional('recurrence', words(event, 'rrule', 500)),
    ...optional('location', words(event, 'location', 1000)),
    ...peopleOf(event),
    ...optional('status', words(event, 'status', 40)?.toUpperCase()),
    ...sequenceOf(event),
    ...optional('stamp', stampOf(event)),
    ...optional('comment', words(event, 'comment', 4000)),
  };
  const key = [card.method, card.uid, words(event, 'sequence', 20), words(event, 'recurrence-id', 40), card.start].join('\n');
  return { key: card.uid ? key : content.replace(/\s+/g, ''), event: card };
}

/** By which an answer to an earlier date is known; none where it is no whole number. */
function sequenceOf(event: ICAL.Component): Pick<CalendarEvent, 'sequence'> {
  const value = Number(words(event, 'sequence', 20));
  return event.hasProperty('sequence') && Number.isSafeInteger(value) && value >= 0 ? { sequence: value } : {};
}

function stampOf(event: ICAL.Component): string | undefined {
  const value: unknown = event.getFirstPropertyValue('dtstamp');
  return value instanceof ICAL.Time ? iso(value.toUnixTime() * 1000) : undefined;
}

const optional = <K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined ? {} : ({ [name]: value } as Partial<Record<K, string>>);

function words(component: ICAL.Component, name: string, limit: number): string | undefined {
  try {
    const value: unknown = component.getFirstPropertyValue(name);
    if (value === null || value === undefined) return undefined;
    // Lines stay lines; nothing unseen comes with them.
    const text = String(value).split('\n').map(stripUnseen).join('\n').trim().slice(0, limit);
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}

function timesOf(calendar: ICAL.Component, event: ICAL.Component): Pick<CalendarEvent, 'start' | 'end' | 'allDay' | 'timeZone'> {
  try {
    const from = event.getFirstProperty('dtstart');
    const start: unknown = from?.getFirstValue();
    if (!from || !(start instanceof ICAL.Time)) return { allDay: false };
    const zone = zoneOf(from);
    const till = event.getFirstProperty('dtend');
    const duration: unknown = event.getFirstPropertyValue('duration');
    let end: unknown = till?.getFirstValue();
    if (!(end instanceof ICAL.Time) && duration instanceof ICAL.Duration) {
      end = start.clone();
      (end as ICAL.Time).addDuration(duration);
    }
    const begins = instantOf(calendar, start, zone);
    const ends = end instanceof ICAL.Time ? lastOf(calendar, start, end, (till && zoneOf(till)) ?? zone) : undefined;
    return {
      start: begins,
      ...(ends === undefined ? {} : { end: ends }),
      allDay: start.isDate,
      ...(zone && !start.isDate ? { timeZone: zone.slice(0, 100) } : {}),
    };
  } catch {
    return { allDay: false };
  }
}

const zoneOf = (property: ICAL.Property): string | undefined => {
  const zone: unknown = property.getFirstParameter('tzid');
  return typeof zone === 'string' && zone !== '' ? zone : undefined;
};

/** Of days, the end is the day after the last (RFC 5545 3.6.1); a card names the last. */
function lastOf(calendar: ICAL.Component, start: ICAL.Time, end: ICAL.Time, zone: string | undefined): string {
  if (!end.isDate) return instantOf(calendar, end, zone);
  const last = end.clone();
  if (last.compare(start) > 0) last.adjust(-1, 0, 0, 0);
  return instantOf(calendar, last, zone);
}

/** An instant when the zone is known, by the calendar itself or by its name; else the time as it is written. */
function instantOf(calendar: ICAL.Component, time: ICAL.Time, zone: string | undefined): string {
  const local = `${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}`;
  if (time.isDate) return local;
  const written = `${local}T${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}`;
  if (time.zone === ICAL.Timezone.utcTimezone || (zone && /^(?:UTC|Etc\/UTC|GMT)$/i.test(zone))) return `${written}Z`;
  if (!zone) return written;
  const own = calendar.getAllSubcomponents('vtimezone').find((one) => one.getFirstPropertyValue('tzid') === zone);
  if (own) {
    const there = time.clone();
    there.zone = new ICAL.Timezone(own);
    return iso(there.toUnixTime() * 1000) ?? written;
  }
  return iso(byName(Date.parse(`${written}Z`), zone)) ?? written;
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

function iso(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/\.000Z$/, 'Z');
}

/** The instant at which the clocks of a zone show this time; not a number for a zone that is not known. */
function byName(wall: number, zone: string): number {
  const parts = zone.split('/');
  // Some put the name of their program and its version before that of the zone.
  const named = parts.map((_, at) => parts.slice(at).join('/'));
  for (const name of [WINDOWS_ZONES[zone], ...named]) {
    const found = name ? inZone(wall, name) : Number.NaN;
    if (!Number.isNaN(found)) return found;
  }
  return Number.NaN;
}

function inZone(wall: number, zone: string): number {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    const shown = (at: number): number => {
      const of = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
      return Date.UTC(of['year'] ?? 0, (of['month'] ?? 1) - 1, of['day'], of['hour'], of['minute'], of['second']);
    };
    const guess = wall - (shown(wall) - wall);
    return guess - (shown(guess) - wall);
  } catch {
    return Number.NaN;
  }
}

function peopleOf(event: ICAL.Component): Pick<CalendarEvent, 'organizer' | 'attendees'> {
  const organizer = event.getFirstProperty('organizer');
  const attendees = event
    .getAllProperties('attendee')
    .slice(0, MAX_ATTENDEES)
    .map((property) => {
      const answer: unknown = property.getFirstParameter('partstat');
      return {
        ...personOf(property),
        ...(typeof answer === 'string' && answer ? { answer: answer.toUpperCase().slice(0, 40) } : {}),
      };
    });
  return { ...(organizer ? { organizer: personOf(organizer) } : {}), ...(attendees.length ? { attendees } : {}) };
}

function personOf(property: ICAL.Property): { name?: string; address?: string } {
  const named: unknown = property.getFirstParameter('cn');
  const name = typeof named === 'string' ? stripUnseen(named).trim().slice(0, 200) : '';
  const address = normalise(String(property.getFirstValue() ?? '').replace(/^mailto:/i, ''));
  return { ...(name ? { name } : {}), ...(address ? { address } : {}) };
}
