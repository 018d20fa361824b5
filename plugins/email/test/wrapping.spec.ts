import { describe, expect, test } from '@jest/globals';
import type { CalendarEvent } from '@balie/plugin-sdk';
import { email } from '../src/channel.js';
import { readTnef } from '../src/decode/tnef.js';
import { computed } from './computed.js';
import { decodeMessage, filesOf, namesOf, textOf, type MessageEvent } from './decoded.js';
import { FakeHost, settingsFor } from './host.js';

const BASE = ['From: Anna <anna@cust.test>', 'To: support@shop.test', 'Subject: Hi'];
const multipart = (type: string, parts: string[][]): string =>
  [...BASE, `Content-Type: ${type}; boundary=b`, '', ...parts.flatMap((part) => ['--b', ...part]), '--b--', ''].join('\r\n');
const TEXT = ['Content-Type: text/plain', '', 'Hello'];

const calendar = (lines: string[], method = 'REQUEST'): string[] => [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  `METHOD:${method}`,
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'UID:e1@cust.test',
  ...lines,
  'END:VEVENT',
  'END:VCALENDAR',
];
const invited = (lines: string[], method?: string): string =>
  multipart('multipart/mixed', [TEXT, ['Content-Type: text/calendar; charset=utf-8', '', ...calendar(lines, method)]]);
const eventsOf = (event: MessageEvent): CalendarEvent[] =>
  event.parts.flatMap((part) => (part.type === 'calendar' ? [part.event] : []));
const eventOf = async (lines: string[], method?: string): Promise<CalendarEvent> => {
  const [event] = eventsOf(await decodeMessage(invited(lines, method)));
  if (!event) throw new Error('no event');
  return event;
};

describe('invitations (R-ICS-1)', () => {
  test('what is asked, by whom, of whom, when and where', async () => {
    expect(
      await eventOf([
        'SUMMARY:Tea\\, with cake ⏰',
        'DESCRIPTION:First line\\nsecond',
        'DTSTART;TZID=W. Europe Standard Time:20260701T100000',
        'DTEND;TZID=W. Europe Standard Time:20260701T113000',
        'LOCATION:Room 1',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'ORGANIZER;CN=Anna Berg:mailto:Anna@cust.test',
        'ATTENDEE;CN=Mia;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:support@shop.test',
        'STATUS:CONFIRMED',
      ]),
    ).toEqual({
      method: 'REQUEST',
      uid: 'e1@cust.test',
      summary: 'Tea, with cake ⏰',
      description: 'First line\nsecond',
      start: '2026-07-01T08:00:00Z',
      end: '2026-07-01T09:30:00Z',
      allDay: false,
      timeZone: 'W. Europe Standard Time',
      recurrence: 'FREQ=WEEKLY;COUNT=3',
      location: 'Room 1',
      organizer: { name: 'Anna Berg', address: 'anna@cust.test' },
      attendees: [{ name: 'Mia', address: 'support@shop.test', answer: 'NEEDS-ACTION' }],
      status: 'CONFIRMED',
    });
  });

  test.each([
    [
      ['DTSTART:20261122T090000Z', 'DURATION:PT45M'],
      { start: '2026-11-22T09:00:00Z', end: '2026-11-22T09:45:00Z', allDay: false },
    ],
    [['DTSTART;TZID=Europe/Amsterdam:20261122T090000'], { start: '2026-11-22T08:00:00Z', timeZone: 'Europe/Amsterdam' }],
    [['DTSTART;TZID=America/New_York:20260308T030000'], { start: '2026-03-08T07:00:00Z' }],
    [['DTSTART;TZID=Nowhere:20261122T090000'], { start: '2026-11-22T09:00:00', timeZone: 'Nowhere' }],
    [['DTSTART:20261122T090000'], { start: '2026-11-22T09:00:00' }],
    [['DTSTART;VALUE=DATE:20261122', 'DTEND;VALUE=DATE:20261125'], { start: '2026-11-22', end: '2026-11-24', allDay: true }],
    [['DTSTART;VALUE=DATE:20261122', 'DTEND;VALUE=DATE:20261123'], { start: '2026-11-22', end: '2026-11-22', allDay: true }],
    [['SUMMARY:No time'], { summary: 'No time', allDay: false }],
  ])('times: %j', async (lines, expected) => {
    expect(await eventOf(lines)).toMatchObject(expected);
  });

  test('a cancellation and an answer say what they are', async () => {
    expect(await eventOf(['STATUS:CANCELLED'], 'CANCEL')).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' });
    const answer = await eventOf(['ATTENDEE;PARTSTAT=DECLINED:mailto:anna@cust.test'], 'REPLY');
    expect(answer).toMatchObject({ method: 'REPLY', attendees: [{ address: 'anna@cust.test', answer: 'DECLINED' }] });
  });

  test('the same invitation as an alternative and as a file is one card and one file', async () => {
    const lines = calendar(['SUMMARY:Tea', 'DTSTART:20261122T090000Z']);
    const event = await decodeMessage(
      multipart('multipart/mixed', [
        [
          'Content-Type: multipart/alternative; boundary=c',
          '',
          '--c',
          ...TEXT,
          '--c',
          'Content-Type: text/calendar; method=REQUEST',
          '',
          ...lines,
          '--c--',
        ],
        ['Content-Type: application/ics; name=tea.ics', '', ...lines, ''],
      ]),
    );
    expect(eventsOf(event)).toHaveLength(1);
    expect(namesOf(event)).toEqual(['tea.ics']);
  });

  test.each(['', 'BEGIN:VCALENDAR', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', 'BEGIN:VEVENT\r\nDTSTART:x\r\nEND:VEVENT', '\0\xff'])(
    'what is no calendar stays a file: %j',
    async (content) => {
      const event = await decodeMessage(multipart('multipart/mixed', [TEXT, ['Content-Type: text/calendar', '', content]]));
      expect([eventsOf(event), namesOf(event)]).toEqual([[], ['invite.ics']]);
    },
  );

  test('hostile calendars take linear time', async () => {
    for (const piece of [
      'BEGIN:VEVENT\r\n',
      'DTSTART;TZID=x:20261122T090000\r\n',
      'a;',
      'ATTENDEE:mailto:a@b.test\r\n',
      ' x\r\n',
    ]) {
      const before = computed();
      await decodeMessage(invited([piece.repeat(Math.ceil(240_000 / piece.length))]));
      expect([piece, computed() - before < 5_000]).toEqual([piece, true]);
    }
  });
});

describe('signatures and encryption (R-ATT-6)', () => {
  const badges = (event: MessageEvent): string[] => event.parts.flatMap((part) => (part.type === 'badge' ? [part.kind] : []));

  test.each([
    ['application/pkcs7-signature; name=smime.p7s', 'signed'],
    ['application/x-pkcs7-signature; name=smime.p7s', 'signed'],
    ['application/pgp-signature; name=signature.asc', 'pgp-signed'],
  ])('%s is a badge and no file', async (type, kind) => {
    const event = await decodeMessage(multipart('multipart/signed', [TEXT, [`Content-Type: ${type}`, '', 'x']]));
    expect([textOf(event), badges(event), namesOf(event)]).toEqual(['Hello', [kind], []]);
  });

  test('what is encrypted is a placeholder and a file', async () => {
    const pgp = await decodeMessage(
      multipart('multipart/encrypted; protocol="application/pgp-encrypted"', [
        ['Content-Type: application/pgp-encrypted', '', 'Version: 1'],
        ['Content-Type: application/octet-stream; name=encrypted.asc', '', 'x'],
      ]),
    );
    expect([badges(pgp), namesOf(pgp)]).toEqual([['pgp-encrypted'], ['encrypted.asc']]);
    expect(pgp.parts.some((part) => part.type === 'unsupported')).toBe(true);
    const smime = (type: string) =>
      decodeMessage([...BASE, `Content-Type: application/pkcs7-mime; smime-type=${type}; name=smime.p7m`, '', 'x'].join('\r\n'));
    expect(badges(await smime('enveloped-data'))).toEqual(['encrypted']);
    expect(namesOf(await smime('enveloped-data'))).toEqual(['smime.p7m']);
    expect(badges(await smime('signed-data'))).toEqual(['signed']);
  });

  test('PGP within the text', async () => {
    const of = async (text: string) => badges(await decodeMessage([...BASE, '', text].join('\r\n')));
    expect(await of('-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nHello\r\n')).toEqual(['pgp-signed']);
    expect(await of('-----BEGIN PGP MESSAGE-----\r\n\r\nabc\r\n-----END PGP MESSAGE-----')).toEqual(['pgp-encrypted']);
    expect(await of('He wrote -----BEGIN PGP MESSAGE----- and I laughed')).toEqual([]);
  });
});

describe('winmail.dat (R-ATT-3)', () => {
  const attribute = (level: number, tag: number, value: Buffer): Buffer => {
    const head = Buffer.alloc(9);
    head.writeUInt8(level, 0);
    head.writeUInt32LE(tag, 1);
    head.writeUInt32LE(value.length, 5);
    return Buffer.concat([head, value, Buffer.alloc(2)]);
  };
  /** One property with a Unicode value: the long name of a file. */
  const longName = (name: string): Buffer => {
    const value = Buffer.from(`${name}\0`, 'utf16le');
    const head = Buffer.alloc(16);
    head.writeUInt32LE(1, 0);
    head.writeUInt16LE(0x001f, 4);
    head.writeUInt16LE(0x3707, 6);
    head.writeUInt32LE(1, 8);
    head.writeUInt32LE(value.length, 12);
    return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
  };
  const tnef = (files: [string, string][], body = ''): Buffer =>
    Buffer.concat([
      Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0]),
      attribute(1, 0x00078008, Buffer.from('IPM.Microsoft Mail.Note\0')),
      ...(body ? [attribute(1, 0x0002800c, Buffer.from(`${body}\0`))] : []),
      ...files.flatMap(([name, content]) => [
        attribute(2, 0x00069002, Buffer.alloc(14)),
        attribute(2, 0x00018010, Buffer.from('SHORT~1.TXT\0')),
        attribute(2, 0x0006800f, Buffer.from(content)),
        attribute(2, 0x00069005, longName(name)),
      ]),
    ]);
  const wrapped = (content: Buffer, parts: string[][] = [TEXT]): string =>
    multipart('multipart/mixed', [
      ...parts,
      [
        'Content-Type: application/ms-tnef; name=winmail.dat',
        'Content-Transfer-Encoding: base64',
        '',
        content.toString('base64'),
      ],
    ]);

  test('its files stand in the list under their long names, and each can be fetched', async () => {
    const source = wrapped(
      tnef([
        ['Größe.txt', 'one'],
        ['Größe.txt', 'two'],
      ]),
    );
    const event = await decodeMessage(source);
    expect([textOf(event), namesOf(event)]).toEqual(['Hello', ['Größe.txt', 'Größe (2).txt']]);
    const host = new FakeHost(settingsFor({ imap: 1, imaps: 1, smtp: 1, mta: 1, caPem: '' }, 'support@shop.test'));
    host.files.set('raw-1', Buffer.from(source));
    const fetched: string[] = [];
    for (const { file } of filesOf(event)) {
      const answer = await email.fetchFile?.('ref' in file ? file.ref : '', host.context());
      fetched.push(Buffer.from(answer?.data ?? []).toString());
    }
    expect(fetched).toEqual(['one', 'two']);
  });

  test('its text is that of a mail that has none', async () => {
    const event = await decodeMessage(wrapped(tnef([], 'The words'), []));
    expect([textOf(event), namesOf(event)]).toEqual(['The words', []]);
  });

  test('what is broken stays a file; what is cut off keeps what came before', async () => {
    expect(namesOf(await decodeMessage(wrapped(Buffer.from('no TNEF'))))).toEqual(['winmail.dat']);
    const whole = tnef([
      ['a.txt', 'one'],
      ['b.txt', 'two'],
    ]);
    expect(namesOf(await decodeMessage(wrapped(whole.subarray(0, whole.length - 40))))).toContain('a.txt');
    for (let length = 0; length < whole.length; length++) {
      try {
        expect(readTnef(whole.subarray(0, length)).files.length).toBeLessThanOrEqual(2);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }
  });
});
