import type { StoredMail } from '../../../deploy/mailstack/mailstack.mjs';

/** An invitation as it came to who is invited. */
export interface SentInvitation {
  mail: StoredMail;
  calendar: Record<string, string>;
}

/** What stands in the calendar file of a mail, property by property: read by the letter of RFC 5545, 3.1, and by no library of ours. */
export function calendarIn(raw: Buffer): Record<string, string> {
  const encoded = /name="?invite\.ics[\s\S]*?base64\r?\n\r?\n([\w+/=\r\n]+)/.exec(raw.toString('latin1'))?.[1] ?? '';
  const lines = Buffer.from(encoded, 'base64')
    .toString('utf8')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n');
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^([A-Z-]+)(?:;(?:[^":]|"[^"]*")*)?:(.*)$/s.exec(line) ?? [];
      return name === undefined ? [] : [[name, value ?? '']];
    }),
  );
}

interface Answer {
  program: 'google' | 'outlook' | 'apple';
  from: string;
  partstat: string;
  attendee?: string;
  method?: 'REPLY' | 'COUNTER';
  start?: string;
  end?: string;
}

let count = 0;
const stamp = (): string => `${new Date(Date.now() + (count += 1) * 1_000).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;

const PRODUCTS = {
  google: 'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
  outlook: 'PRODID:Microsoft Exchange Server 2010',
  apple: 'PRODID:-//Apple Inc.//iPhone OS 18.1//EN',
} as const;
const WORDS: Record<string, string> = { ACCEPTED: 'Accepted', DECLINED: 'Declined', TENTATIVE: 'Tentative' };
/** Outlook says times in zones of its own making. */
const ZONE = ['BEGIN:VTIMEZONE', 'TZID:UTC', 'BEGIN:STANDARD', 'DTSTART:16010101T000000', 'TZOFFSETFROM:+0000'];
const BASE64 = 'Content-Transfer-Encoding: base64';
const encoded = (text: string): string => Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\r\n');

function eventOf(calendar: Record<string, string>, answer: Answer): string {
  const { program, from, partstat, attendee = from, method = 'REPLY' } = answer;
  const [start, end] = [answer.start ?? calendar['DTSTART'] ?? '', answer.end ?? calendar['DTEND'] ?? ''];
  const people = {
    google: `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};CN=${attendee};\r\n X-NUM-GUESTS=0:mailto:${attendee}`,
    outlook: `ATTENDEE;PARTSTAT=${partstat};CN="Berg, Anna":MAILTO:${attendee.toUpperCase()}`,
    apple: `ATTENDEE;CN="Anna Berg";CUTYPE=INDIVIDUAL;EMAIL="${attendee}";PARTSTAT=${partstat}:mailto:${attendee}`,
  };
  const outlook = program === 'outlook';
  return [
    ...['BEGIN:VCALENDAR', PRODUCTS[program], 'VERSION:2.0', `METHOD:${method}`],
    ...(outlook ? [...ZONE, 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'] : []),
    'BEGIN:VEVENT',
    ...(outlook
      ? [`DTSTART;TZID=UTC:${start.replace('Z', '')}`, `DTEND;TZID=UTC:${end.replace('Z', '')}`]
      : [`DTSTART:${start}`, `DTEND:${end}`]),
    `DTSTAMP:${stamp()}`,
    `ORGANIZER;CN=sales:${calendar['ORGANIZER'] ?? ''}`,
    `UID:${calendar['UID'] ?? ''}`,
    people[program],
    `SEQUENCE:${calendar['SEQUENCE'] ?? '0'}`,
    ...['STATUS:CONFIRMED', `SUMMARY:${calendar['SUMMARY'] ?? ''}`, 'TRANSP:OPAQUE', 'END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');
}

/** The answer that a program writes to an invitation, in its own form of it. */
export function reply({ mail, calendar }: SentInvitation, answer: Answer): string {
  const { program, from, partstat, method = 'REPLY' } = answer;
  const event = eventOf(calendar, answer);
  const head = [
    `From: Anna Berg <${from}>`,
    `To: ${(calendar['ORGANIZER'] ?? '').replace('mailto:', '')}`,
    `Subject: ${WORDS[partstat] ?? 'Re'}: ${calendar['SUMMARY'] ?? ''}`,
    `Message-ID: <answer-${(count += 1)}-${program}@${from.split('@')[1] ?? ''}>`,
    // Only Outlook answers the mail; the others answer the meeting.
    ...(program === 'outlook' ? [`In-Reply-To: ${mail.headers.get('message-id') ?? ''}`] : []),
    'MIME-Version: 1.0',
  ];
  const type = `Content-Type: text/calendar; charset="utf-8"; method=${method}`;
  if (program === 'outlook') return [...head, type, BASE64, '', encoded(event)].join('\r\n');
  const file = [
    'Content-Type: application/ics; name="invite.ics"',
    'Content-Disposition: attachment; filename="invite.ics"',
    BASE64,
  ];
  const parts = [
    ['Content-Type: text/plain; charset=utf-8', '', `${from} has answered.`],
    [type, 'Content-Transfer-Encoding: 7bit', '', event],
    ...(program === 'google' ? [[...file, '', encoded(event)]] : []),
  ];
  const all = parts.flatMap((part) => ['--=_answer', ...part]);
  return [...head, 'Content-Type: multipart/mixed; boundary="=_answer"', '', ...all, '--=_answer--', ''].join('\r\n');
}
