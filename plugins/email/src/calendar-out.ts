import { ChannelError, type CalendarEvent, type ExternalId, type Part } from '@balie/plugin-sdk';
import ICAL from 'ical.js';
import { asciiDomain } from './answered.js';

const METHODS = ['REQUEST', 'CANCEL'];
const PRODUCT = '-//Balie//Balie//EN';

/** A calendar as a mail carries it: once beside the text, for programs that know meetings, and once as a file for all others (RFC 6047, 2.4). */
export interface Invitation {
  method: string;
  content: string;
  filename: string;
  /** By which answers name it. */
  id: ExternalId;
}

/** By which an answer finds the invitation, since many calendars cite no mail: both sides know the UID alone. */
export const invitationId = (uid: string): ExternalId => `calendar:${uid}` as ExternalId;

/** What answers name: the invitations to which these parts are an answer or a counter-proposal (RFC 5546, 3.2.3, 3.2.7). */
export const invitationsAnswered = (parts: readonly Part[]): ExternalId[] =>
  parts.flatMap((part) =>
    part.type === 'calendar' && part.event.uid && ['REPLY', 'COUNTER'].includes(part.event.method ?? '')
      ? [invitationId(part.event.uid)]
      : [],
  );

/** The invitation among the parts of a message, or what changes it or calls it off; null without one. */
export function invitationOf(parts: readonly Part[]): Invitation | null {
  const event = parts.find((part) => part.type === 'calendar')?.event;
  return event ? written(event) : null;
}

/**
 * One event in iCalendar (RFC 5545, 3.6.1). Its times are instants in UTC: one meeting happens once, so that no rules of a zone have to
 * travel with it, and no program can read them in another way; each shows it in its reader's own zone.
 */
function written(event: CalendarEvent): Invitation {
  const { uid, method = 'REQUEST' } = event;
  if (!uid || !METHODS.includes(method) || event.recurrence || event.allDay)
    throw new ChannelError('rejected', 'Only a meeting at one time can be sent, or be called off.');
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', PRODUCT);
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', method);
  const meeting = new ICAL.Component('vevent');
  meeting.addPropertyWithValue('uid', uid);
  meeting.addPropertyWithValue('dtstamp', instant(event.stamp));
  meeting.addPropertyWithValue('sequence', event.sequence ?? 0);
  meeting.addPropertyWithValue('dtstart', instant(event.start));
  meeting.addPropertyWithValue('dtend', instant(event.end ?? event.start));
  for (const name of ['summary', 'location', 'description'] as const)
    if (event[name]) meeting.addPropertyWithValue(name, tame(event[name]));
  meeting.addPropertyWithValue('status', method === 'CANCEL' ? 'CANCELLED' : (event.status ?? 'CONFIRMED'));
  meeting.addProperty(personOf('organizer', event.organizer ?? {}, {}));
  for (const attendee of event.attendees ?? []) {
    const partstat = attendee.answer ?? 'NEEDS-ACTION';
    meeting.addProperty(
      personOf('attendee', attendee, { cutype: 'INDIVIDUAL', role: 'REQ-PARTICIPANT', partstat, rsvp: 'TRUE' }),
    );
  }
  calendar.addSubcomponent(meeting);
  return { method, content: `${calendar.toString()}\r\n`, filename: 'invite.ics', id: invitationId(uid) };
}

function instant(text: string | undefined): ICAL.Time {
  const at = Date.parse(text ?? '');
  if (Number.isNaN(at) || !text?.endsWith('Z'))
    throw new ChannelError('rejected', 'The meeting has no time, or one without a zone.');
  return ICAL.Time.fromJSDate(new Date(at), true);
}

function personOf(kind: string, { name, address }: { name?: string; address?: string }, parameters: Record<string, string>) {
  const value = (address ?? '').trim();
  if (!/^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/u.test(value)) throw new ChannelError('rejected', `“${value}” is not an e-mail address.`);
  const at = value.lastIndexOf('@');
  const person = new ICAL.Property(kind);
  for (const [key, word] of Object.entries(parameters)) person.setParameter(key, word);
  if (name)
    person.setParameter(
      'cn',
      tame(name)
        .replaceAll(/[\s"]+/g, ' ')
        .trim(),
    );
  person.setValue(`mailto:${value.slice(0, at)}@${asciiDomain(value.slice(at + 1))}`);
  return person;
}

/** Lines end in one way, and nothing unseen or half of a letter stands in between. */
const tame = (text: string): string =>
  text
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ');
