import { describe, expect, test } from '@jest/globals';
import type { CalendarEvent } from '@balie/plugin-sdk';
import { namesOf, textOf, type MessageEvent } from './decoded.js';
import { decoded, html, lines, mail, multipart, plain } from './made-mails.js';

const eventsOf = (event: MessageEvent): CalendarEvent[] =>
  event.parts.flatMap((part) => (part.type === 'calendar' ? [part.event] : []));
const calendar = (method: string, fields: string[], ...more: string[]): string =>
  lines(
    'BEGIN:VCALENDAR',
    'PRODID:-//x',
    'VERSION:2.0',
    `METHOD:${method}`,
    ...more,
    'BEGIN:VEVENT',
    'UID:uid-1',
    'DTSTAMP:20261101T000000Z',
    ...fields,
    'END:VEVENT',
    'END:VCALENDAR',
  );
const part = (method: string, content: string, ...fields: string[]): string =>
  lines(`Content-Type: text/calendar; charset=utf-8; method=${method}`, ...fields, '', content);
async function one(method: string, fields: string[], ...more: string[]): Promise<CalendarEvent | undefined> {
  return eventsOf(await decoded(multipart('alternative', [plain('Words.'), part(method, calendar(method, fields, ...more))])))[0];
}

describe('when it is (R-ICS-1)', () => {
  const zone = (id: string, offset: string): string[] => [
    'BEGIN:VTIMEZONE',
    `TZID:${id}`,
    'BEGIN:STANDARD',
    'DTSTART:16010101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  test.each([
    ['UTC', 'DTSTART:20261103T100000Z', [], '2026-11-03T10:00:00Z', false],
    ['a zone of the IANA', 'DTSTART;TZID=America/New_York:20261103T100000', [], '2026-11-03T15:00:00Z', false],
    ['in summer time', 'DTSTART;TZID=Europe/Amsterdam:20260703T100000', [], '2026-07-03T08:00:00Z', false],
    [
      'a zone of its own',
      'DTSTART;TZID=Customized Time Zone:20261103T100000',
      zone('Customized Time Zone', '+0530'),
      '2026-11-03T04:30:00Z',
      false,
    ],
    [
      'a zone in quotes',
      'DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin":20261103T100000',
      zone('(UTC+01:00) Amsterdam, Berlin', '+0100'),
      '2026-11-03T09:00:00Z',
      false,
    ],
    [
      'a zone with a path',
      'DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20261103T100000',
      [],
      '2026-11-03T09:00:00Z',
      false,
    ],
    ['a zone that nobody knows', 'DTSTART;TZID=Nowhere/Land:20261103T100000', [], '2026-11-03T10:00:00', false],
    ['no zone', 'DTSTART:20261103T100000', [], '2026-11-03T10:00:00', false],
    ['a day', 'DTSTART;VALUE=DATE:20261103', [], '2026-11-03', true],
    ['Outlook’s names of zones', 'DTSTART;TZID=Pacific Standard Time:20261103T100000', [], '2026-11-03T18:00:00Z', false],
    ['Outlook’s name in summer', 'DTSTART;TZID=GMT Standard Time:20260703T100000', [], '2026-07-03T09:00:00Z', false],
    ['Tokyo by Outlook', 'DTSTART;TZID=Tokyo Standard Time:20261103T100000', [], '2026-11-03T01:00:00Z', false],
  ])('%s', async (_, start, more, seen, allDay) => {
    expect(await one('REQUEST', ['SUMMARY:Tea', start], ...more)).toMatchObject({ start: seen, allDay });
  });

  test.each([
    ['an end', ['DTSTART:20261103T100000Z', 'DTEND:20261103T113000Z'], '2026-11-03T11:30:00Z'],
    ['a duration', ['DTSTART:20261103T100000Z', 'DURATION:PT1H30M'], '2026-11-03T11:30:00Z'],
    ['two days', ['DTSTART;VALUE=DATE:20261103', 'DTEND;VALUE=DATE:20261105'], '2026-11-04'],
    ['one day', ['DTSTART;VALUE=DATE:20261103', 'DTEND;VALUE=DATE:20261104'], '2026-11-03'],
    [
      'over midnight and zones',
      ['DTSTART;TZID=Asia/Tokyo:20261103T230000', 'DTEND;TZID=Europe/Berlin:20261103T170000'],
      '2026-11-03T16:00:00Z',
    ],
    ['nothing', ['DTSTART:20261103T100000Z'], undefined],
  ])('it ends by %s', async (_, fields, end) => {
    expect((await one('REQUEST', ['SUMMARY:Tea', ...fields]))?.end).toBe(end);
  });
});

describe('an answer', () => {
  const answer = (method: string, fields: string[], more: string[] = []): string =>
    mail([...more, `Content-Type: text/calendar; charset=utf-8; method=${method}`], calendar(method, fields));

  test.each(['REPLY', 'COUNTER'])('%s names the invitation, after the mails that it cites', async (method) => {
    const event = await decoded(answer(method, ['DTSTART:20261103T100000Z'], ['In-Reply-To: <a@shop.test>']));
    expect(event.thread.answers).toEqual(['<a@shop.test>', 'calendar:uid-1']);
  });

  test('of an invitation itself nothing is said to be answered', async () => {
    expect((await decoded(answer('REQUEST', ['DTSTART:20261103T100000Z']))).thread.answers).toBeUndefined();
  });

  test.each([
    ['SEQUENCE:3', { sequence: 3 }],
    ['SEQUENCE:-1', {}],
    ['COMMENT:Could we\\, perhaps\\nlater?', { comment: 'Could we, perhaps\nlater?' }],
  ])('%s', async (field, said) => {
    const event = await one('REPLY', ['DTSTART:20261103T100000Z', field]);
    expect(event).toMatchObject({ ...said, stamp: '2026-11-01T00:00:00Z' });
    if (!('sequence' in said)) expect(event).not.toHaveProperty('sequence');
  });
});

describe('what it says', () => {
  test.each(['REQUEST', 'CANCEL', 'REPLY', 'COUNTER', 'DECLINECOUNTER', 'PUBLISH', 'ADD', 'REFRESH'])('%s', async (method) => {
    expect(await one(method, ['SUMMARY:Tea', 'DTSTART:20261103T100000Z'])).toMatchObject({
      method,
      summary: 'Tea',
      uid: 'uid-1',
    });
  });

  test('folded lines, escapes, letters of all kinds, people without names', async () => {
    const event = await one('REPLY', [
      'SUMMARY;LANGUAGE=nl:Thee\\; met taart\\, en',
      '  ⏰',
      'DESCRIPTION:one\\ntwo',
      'LOCATION:Café “Zur Post”',
      'DTSTART:20261103T100000Z',
      'RRULE:FREQ=MONTHLY;BYDAY=1TU',
      'ORGANIZER:MAILTO:Mia@Shop.test',
      'ATTENDEE;CN="Berg, Anna";PARTSTAT=TENTATIVE:mailto:anna@cust.test',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:bob@cust.test',
      'ATTENDEE:invalid:nomail',
    ]);
    expect(event).toMatchObject({
      summary: 'Thee; met taart, en ⏰',
      description: 'one\ntwo',
      location: 'Café “Zur Post”',
      recurrence: 'FREQ=MONTHLY;BYDAY=1TU',
      organizer: { address: 'mia@shop.test' },
      attendees: [
        { name: 'Berg, Anna', address: 'anna@cust.test', answer: 'TENTATIVE' },
        { address: 'bob@cust.test', answer: 'DECLINED' },
        {},
      ],
    });
  });

  const TEA = calendar('REQUEST', ['SUMMARY:Tea', 'DTSTART:20261103T100000Z']);
  const asFile = (content: string, type = 'application/ics; name=invite.ics'): string =>
    lines(
      `Content-Type: ${type}`,
      'Content-Disposition: attachment; filename=invite.ics',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(content).toString('base64'),
    );
  test.each([
    [
      'as Google sends it',
      multipart('mixed', [
        lines(
          'Content-Type: multipart/alternative; boundary=in',
          '',
          '--in',
          plain('Tea?'),
          '--in',
          html('<p>Tea?</p>'),
          '--in',
          part('REQUEST', TEA),
          '--in--',
        ),
        asFile(TEA),
      ]),
    ],
    ['as Outlook sends it', multipart('alternative', [plain('Tea?'), html('<p>Tea?</p>'), part('REQUEST', TEA)])],
    ['as a file only', multipart('mixed', [plain('Tea?'), asFile(TEA, 'text/calendar; name=invite.ics')])],
    ['as a file of bytes', multipart('mixed', [plain('Tea?'), asFile(TEA, 'application/octet-stream; name=invite.ics')])],
    [
      'in base64',
      multipart('alternative', [
        plain('Tea?'),
        lines(
          'Content-Type: text/calendar; method=REQUEST',
          'Content-Transfer-Encoding: base64',
          '',
          Buffer.from(TEA).toString('base64'),
        ),
      ]),
    ],
  ])('%s: one card, one file at most', async (_, raw) => {
    const event = await decoded(raw);
    expect([eventsOf(event).map(({ summary }) => summary), namesOf(event).length <= 1, textOf(event)]).toEqual([
      ['Tea'],
      true,
      'Tea?',
    ]);
  });

  test('a mail that is nothing but an invitation', async () => {
    const event = await decoded(mail(['Content-Type: text/calendar; method=REQUEST; charset=utf-8'], TEA));
    expect(eventsOf(event)).toMatchObject([{ summary: 'Tea' }]);
  });

  test.each([
    ['nothing', ''],
    ['no event', lines('BEGIN:VCALENDAR', 'END:VCALENDAR')],
    ['never closed', lines('BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:x')],
    ['rubbish', '\u0000\u0001BEGIN:'],
    ['a date that is none', calendar('REQUEST', ['SUMMARY:Tea', 'DTSTART:tomorrow'])],
    ['deep', 'BEGIN:VCALENDAR\r\n'.repeat(2000)],
    ['a rule without an end', calendar('REQUEST', ['SUMMARY:Tea', 'DTSTART:20261103T100000Z', 'RRULE:FREQ=SECONDLY'])],
  ])('%s: the mail is shown', async (_, content) => {
    expect(textOf(await decoded(multipart('mixed', [plain('Tea?'), asFile(content)])))).toBe('Tea?');
  });
});
