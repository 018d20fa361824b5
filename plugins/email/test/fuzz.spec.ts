import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { splitQuotedHtml, htmlToText } from '../src/decode/html.js';
import { splitQuotedText } from '../src/decode/quote.js';
import { FAILED } from './bounces.js';
import { decodeAll } from './decoded.js';
import { html, mail, multipart, nested, picture, plain } from './made-mails.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const SEED = Number(process.env['BALIE_TEST_SEED'] ?? 20261128);
const ROUNDS = 150;

/** Numbers that look random and come again with the same seed (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const TOKENS = [
  '\r\n',
  '\n',
  '\r',
  '\0',
  '--',
  '--b',
  '=_b',
  '<',
  '>',
  '"',
  '=?',
  '?=',
  '=?utf-8?B?',
  '&#',
  '&#x0;',
  '<!--',
  '-->',
  '%',
  '+',
  '=',
  '(',
  ')',
  '{',
  '\\',
  ';',
  ':',
  '@',
  ',',
  '\t',
  ' ',
  'Content-Type: multipart/mixed; boundary=b',
  'Content-Type: message/rfc822',
  'Content-Transfer-Encoding: base64',
  'charset=',
  '\xff',
  '\xc3',
  '\x1b$B',
  '\u2028',
  'On Tue, Mia <m@x.test> wrote:',
  '> ',
  'From: x\nSent: y\nTo: z\nSubject: a',
  'BEGIN:VCALENDAR',
  'begin 644 x',
];

/** The mail with one to eight changes: bytes flipped, pieces cut, doubled, moved or put in. */
function changed(raw: Buffer, next: (below: number) => number): Buffer {
  let bytes = raw;
  for (let n = 1 + next(8); n > 0; n--) {
    const at = next(bytes.length + 1);
    const length = Math.min(bytes.length - at, 1 + next(next(4) === 0 ? 2000 : 20));
    const head = bytes.subarray(0, at);
    const piece = bytes.subarray(at, at + length);
    const tail = bytes.subarray(at + length);
    const token = Buffer.from(TOKENS[next(TOKENS.length)] ?? '', 'latin1');
    const kinds = [
      () => Buffer.concat([head, tail]),
      () => Buffer.concat([head, piece, piece, tail]),
      () => Buffer.concat([head, Buffer.from(piece.map(() => next(256))), tail]),
      () => Buffer.concat([head, token, piece, tail]),
      () => Buffer.concat([head, ...Array.from({ length: 1 + next(50) }, () => token), piece, tail]),
      () => Buffer.concat([tail, head, piece]),
      () => head,
    ];
    bytes = (kinds[next(kinds.length)] ?? (() => bytes))();
  }
  return bytes;
}

const MADE = readdirSync(path.join(here, 'made'))
  .filter((name) => name.endsWith('.eml') && name !== 'att-deep-nesting.eml')
  .map((name) => readFileSync(path.join(here, 'made', name)));
const OTHERS = [
  ...FAILED.map(([, raw]) => raw),
  multipart('mixed', [nested('related', [html('<p>Look</p><img src="cid:p">'), picture('p')], 'in'), plain('after')]),
  multipart('alternative', [plain('a'), html('<blockquote type="cite">b</blockquote><p>c</p>')]),
  mail(['Subject: Fwd: x'], 'FYI', '', '---------- Forwarded message ---------', 'From: Erik <e@x.test>', 'Date: x', '', 'When?'),
  multipart('alternative', [
    plain('Tea?'),
    'Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=X:20261103T100000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR',
  ]),
].map((raw) => Buffer.from(raw));

describe(`changed mails (seed ${SEED})`, () => {
  test('each is shown, or is news of another: none is thrown at, none is lost', async () => {
    const next = numbers(SEED);
    const seeds = [...MADE, ...OTHERS];
    for (let round = 0; round < ROUNDS; round++) {
      const raw = changed(seeds[next(seeds.length)] ?? Buffer.alloc(0), next);
      const events = await decodeAll(raw).catch(
        (error: Error) => [{ type: `thrown in round ${round}: ${error.stack}` }] as never,
      );
      expect([round, events.length > 0, events.every(({ type }) => type === 'message' || type === 'receipt')]).toEqual([
        round,
        true,
        true,
      ]);
      for (const event of events) {
        if (event.type !== 'message') continue;
        expect([round, event.parts.length > 0, event.id, event.at instanceof Date]).toEqual([round, true, 'x', true]);
        expect(JSON.stringify(event)).not.toContain('\\u0000');
      }
    }
  });

  test('nothing at all, and nothing that is a mail', async () => {
    for (const raw of [
      '',
      '\r\n',
      '\0',
      ':',
      '\r\n\r\n',
      'x',
      Buffer.from([0xff, 0xfe, 0]),
      Buffer.alloc(5000, 0),
      Buffer.alloc(5000, 10),
    ])
      expect(await decodeAll(raw)).toMatchObject([{ type: 'message' }]);
  });
});

/** What costs too much where something looks back, looks on, or copies for each of its pieces. */
const PIECES = [
  ' ',
  '\n',
  '\t',
  '>',
  '> ',
  '> > ',
  '>\n',
  'On ',
  'On Tue, Mia wrote:\n',
  'On x 10:00 <a@b.test>:\n',
  'a <b@c.test> 10:15:\n\n',
  'From: x\n',
  'From: a@b.test\nSent: x\n',
  '-',
  '--\n',
  '-- \n',
  '_',
  '____________________\n',
  'wrote:',
  ':',
  'a',
  'a@',
  '@',
  'é',
  '中',
  '👋',
  '&',
  '&amp;',
  '&#',
  '&lt;div&gt;',
  '<',
  '</',
  '<!',
  '<!--',
  '<a ',
  '<a href=x>',
  '<div>',
  '</div>',
  '<div style="border-top:solid">',
  '<blockquote type=cite>',
  '<blockquote>',
  '</blockquote>',
  '<p>On Tue, Mia wrote:',
  '<span style="display:none">',
  '<pre>\n',
  '<table><tr><td>',
  '<img src=cid:',
  'cid:',
  '<b "',
  "<b '=",
  '=?',
  '=?utf-8?Q?',
  '=?utf-8?Q?a?= ',
  '(',
  '"',
  '<a@b>',
  'Sent from my iPhone\n\n',
  '-----Original Message-----\n',
];
const SIZE = 10_000;

/** The time of the processor that a piece of work takes, the least of several tries: what else the machine does is no part of it. */
function cost(work: () => unknown): number {
  let least = Infinity;
  for (let i = 0; i < 3; i++) {
    const before = process.cpuUsage();
    work();
    const { user } = process.cpuUsage(before);
    least = Math.min(least, user);
  }
  return least;
}

describe('eight times the length costs no sixty-four times the work', () => {
  const steps: [string, (input: string) => unknown][] = [
    ['text and history', splitQuotedText],
    ['HTML and history', splitQuotedHtml],
    ['HTML as text', htmlToText],
  ];
  test.each(steps)('%s', (_, step) => {
    const steep = PIECES.flatMap((piece) => {
      const of = (size: number): string => piece.repeat(Math.ceil(size / piece.length));
      const small = cost(() => step(of(SIZE)));
      const large = cost(() => step(of(SIZE * 8)));
      // A small part may cost next to nothing; what is steep is far above it.
      return large > 24 * small + 150_000 ? [[piece, small, large]] : [];
    });
    expect(steep).toEqual([]);
  });
});
