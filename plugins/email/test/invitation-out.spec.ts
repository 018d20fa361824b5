import { describe, expect, test } from '@jest/globals';
import type { CalendarEvent, OutboundMessage } from '@balie/plugin-sdk';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose } from '../src/compose.js';
import { decoded } from './made-mails.js';
import { outbound } from './far-side.js';
import { FakeHost, settingsFor } from './host.js';
import { expectWellFormed, readBack } from './well-formed.js';

const FOLDER = join(import.meta.dirname, 'golden');
const VARYING = { date: new Date(Date.UTC(2026, 10, 3, 9)), boundary: 'golden' };
const EVENT: CalendarEvent = {
  method: 'REQUEST',
  uid: '01a2b3c4d5e67f89a0b1c2d3e4f50617@balie',
  summary: 'Offer, and how to go on; “Größe” 🎉',
  description:
    'Bring the numbers:\nall of them, with a line that is longer than the seventy-five bytes of RFC 5545 — yes, földed.',
  location: 'https://meet.shop.test/a,b;c',
  start: '2026-12-01T09:00:00Z',
  end: '2026-12-01T09:30:00Z',
  allDay: false,
  timeZone: 'Europe/Amsterdam',
  sequence: 0,
  stamp: '2026-11-03T09:00:00Z',
  organizer: { name: 'Mia, Shop', address: 'support@shop.test' },
  attendees: [
    { name: 'Anna "the boss" Berg', address: 'anna@cust.test' },
    { address: 'bob@münchen.test', answer: 'ACCEPTED' },
  ],
};
const invitation = (event: Partial<CalendarEvent>, more: Partial<OutboundMessage> = {}): OutboundMessage =>
  outbound({
    sendKey: 'golden-invitation',
    to: [
      { kind: 'email', value: 'anna@cust.test', trust: 'claimed', name: 'Anna Berg' },
      { kind: 'email', value: 'bob@münchen.test', trust: 'claimed' },
    ],
    thread: { ...outbound().thread, answers: [], subject: 'Invitation: Offer' },
    parts: [
      { type: 'text', text: 'Do you have time?\n\nOffer\nTuesday 1 December 2026, 10:00 to 10:30 (Europe/Amsterdam)' },
      { type: 'calendar', event: { ...EVENT, ...event } },
    ],
    ...more,
  });
const composed = (message: OutboundMessage) =>
  compose(
    message,
    new FakeHost(settingsFor({ imap: 1, imaps: 1, smtp: 1, mta: 1, caPem: '' }, 'support@shop.test')).context(),
    VARYING,
  );
/** The file as it stands in the mail: the second parser gives calendars line ends of its own. */
const fileOf = (raw: Buffer): string =>
  Buffer.from(
    /Content-Transfer-Encoding: base64\r\n\r\n([\w+/=\r\n]+)/.exec(raw.toString('latin1'))?.[1] ?? '',
    'base64',
  ).toString('utf8');
const textOf = (content: unknown): string =>
  typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8');

/** A calendar as it is read by the letter of RFC 5545, 3.1: lines, and of each the name, the parameters, the value. */
function linesOf(calendar: string): { name: string; parameters: string; value: string }[] {
  const unfolded = calendar
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
  return unfolded.map((line) => {
    const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line) ?? [];
    return { name, parameters, value };
  });
}
const valuesOf = (calendar: string): Record<string, string> =>
  Object.fromEntries(linesOf(calendar).map(({ name, value }) => [name, value]));

describe('an invitation leaves as mail programs know it (RFC 5545, 5546, 6047; S52)', () => {
  test.each([
    ['invitation', {}],
    [
      'invitation-moved',
      { sequence: 1, start: '2026-12-02T09:00:00Z', end: '2026-12-02T10:00:00Z', stamp: '2026-11-04T09:00:00Z' },
    ],
    ['invitation-called-off', { sequence: 2, method: 'CANCEL', stamp: '2026-11-05T09:00:00Z' }],
  ] as const)('%s', async (name, event) => {
    const { raw, alsoKnownBy } = await composed(invitation(event));
    const path = join(FOLDER, `${name}.eml`);
    if (process.env['BALIE_WRITE_GOLDEN'] === '1') writeFileSync(path, raw);
    expect(raw.toString('utf8')).toBe(readFileSync(path, 'utf8'));
    expectWellFormed(raw);
    expect(alsoKnownBy).toEqual([`calendar:${EVENT.uid}`]);
    const read = await readBack(raw);
    const expected = { ...EVENT, ...event };
    // Once among the forms of the text, with its method; once as a file, for who opens it by hand.
    expect(read.attachments.map(({ mimeType, filename, disposition }) => [mimeType, filename, disposition])).toEqual([
      ['text/calendar', null, null],
      ['application/ics', 'invite.ics', 'attachment'],
    ]);
    expect(raw.toString('utf8')).toContain(`Content-Type: text/calendar; charset=utf-8; method=${expected.method}`);
    const [first, second] = read.attachments.map(({ content }) => textOf(content));
    expect(first?.replaceAll(/\r?\n/g, '\n').trimEnd()).toBe(second?.replaceAll(/\r?\n/g, '\n').trimEnd());
    const calendar = fileOf(raw);
    expect(calendar).not.toMatch(/(?<!\r)\n/);
    expect(Math.max(...calendar.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(valuesOf(calendar)).toMatchObject({
      METHOD: expected.method,
      UID: EVENT.uid,
      SEQUENCE: String(expected.sequence),
      DTSTAMP: expected.stamp?.replaceAll(/[-:]/g, ''),
      DTSTART: expected.start?.replaceAll(/[-:]/g, ''),
      DTEND: expected.end?.replaceAll(/[-:]/g, ''),
      SUMMARY: 'Offer\\, and how to go on\\; “Größe” 🎉',
      LOCATION: 'https://meet.shop.test/a\\,b\\;c',
      STATUS: expected.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
      ORGANIZER: 'mailto:support@shop.test',
    });
    const people = linesOf(calendar).filter((line) => line.name === 'ATTENDEE');
    expect(people.map(({ value }) => value)).toEqual(['mailto:anna@cust.test', 'mailto:bob@xn--mnchen-3ya.test']);
    expect(people.map(({ parameters }) => /PARTSTAT=([A-Z-]+)/.exec(parameters)?.[1])).toEqual(['NEEDS-ACTION', 'ACCEPTED']);
    expect(people[0]?.parameters).toContain('RSVP=TRUE');
  });

  test('is read back as what it was', async () => {
    const { raw } = await composed(invitation({}));
    const event = await decoded(raw.toString('utf8'));
    const cards = event.parts.flatMap((part) => (part.type === 'calendar' ? [part.event] : []));
    const { timeZone: _, ...said } = EVENT;
    const attendees = [
      { name: 'Anna the boss Berg', address: 'anna@cust.test', answer: 'NEEDS-ACTION' },
      { address: 'bob@xn--mnchen-3ya.test', answer: 'ACCEPTED' },
    ];
    expect(cards).toEqual([{ ...said, status: 'CONFIRMED', attendees }]);
    expect(event.parts.some((part) => part.type === 'file')).toBe(true);
    expect(event.thread.answers).toBeUndefined();
  });

  test('nothing that is written in it becomes a line of its own', async () => {
    const evil = 'x\r\nATTENDEE:mailto:evil@else.test\nBEGIN:VALARM';
    const { raw } = await composed(
      invitation({
        summary: evil,
        location: evil,
        description: evil,
        organizer: { name: `${evil}"`, address: 'support@shop.test' },
      }),
    );
    const calendar = fileOf(raw);
    const names = linesOf(calendar).map(({ name }) => name);
    expect(names.filter((name) => name === 'ATTENDEE')).toHaveLength(2);
    expect(names.filter((name) => name === 'BEGIN')).toHaveLength(2);
    expect(names).not.toContain('');
  });

  test.each([
    ['without a time', { start: 'soon' }],
    ['at a time without a zone', { start: '2026-12-01T09:00:00' }],
    ['of whole days', { allDay: true }],
    ['that comes again', { recurrence: 'FREQ=DAILY' }],
    ['of an unknown kind', { method: 'REPLY' }],
    ['to what is no address', { attendees: [{ address: 'anna@cust.test\r\nX:1' }] }],
  ])('%s it is refused', async (_, event) => {
    await expect(composed(invitation(event))).rejects.toMatchObject({ kind: 'rejected' });
  });
});
