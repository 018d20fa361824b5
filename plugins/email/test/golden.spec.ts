import { describe, expect, test } from '@jest/globals';
import type { ExternalId, Identity, OutboundMessage, Part } from '@balie/plugin-sdk';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose } from '../src/compose.js';
import type { Settings } from '../src/settings.js';
import { outbound } from './far-side.js';
import { FakeHost, settingsFor } from './host.js';
import { expectWellFormed, fieldsOf, readBack } from './well-formed.js';

const FOLDER = join(import.meta.dirname, 'golden');
/** `BALIE_WRITE_GOLDEN=1 npm test -- golden` writes them anew; the difference is then to be read before it is kept. */
const WRITE = process.env['BALIE_WRITE_GOLDEN'] === '1';
const VARYING = { date: new Date(Date.UTC(2026, 10, 3, 9)), boundary: 'golden' };
const PORTS = { imap: 1, imaps: 1, smtp: 1, mta: 1, caPem: '' };

const who = (value: string, name?: string): Identity => ({ kind: 'email', value, trust: 'claimed', ...(name ? { name } : {}) });
const file = (stored: string, name: string, mime: string, inlineId?: string): Part => ({
  type: 'file',
  file: { stored, name, mime },
  ...(inlineId ? { inlineId } : {}),
});
const thread = (more: Partial<OutboundMessage['thread']> = {}): OutboundMessage['thread'] => ({
  ...outbound().thread,
  ...more,
});
const ids = (...all: string[]): ExternalId[] => all as ExternalId[];

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const CALENDAR = Buffer.from(
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@shop.test\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
);
const INNER = Buffer.from('From: a@cust.test\r\nTo: support@shop.test\r\nSubject: Inner\r\n\r\nThe mail inside.\r\n');
const INNER_8BIT = Buffer.from(`From: a@cust.test\nSubject: Größe\n\n${'ü'.repeat(1_200)}\n`);
const BYTES = Buffer.from(Array.from({ length: 2_000 }, (_, i) => (i * 7) % 256));
const LONG_NAME = `${'Sehr geehrte Damen und Herren – '.repeat(6)}Übersicht.pdf`;

interface Kind {
  message: Partial<OutboundMessage>;
  files?: Record<string, Buffer>;
  settings?: Partial<Record<keyof Settings, unknown>>;
  utf8?: boolean;
  automatic?: boolean;
}
const quotedText = ['-- ', 'Team Shop', '', '2026-11-02 10:00 UTC, Anna Berg:', '> Where is my order?', '>', '> Anna'].join('\n');
const quotedHtml =
  '<div><br />-- <br /><b>Team Shop</b></div><p>2026-11-02 10:00 UTC, Anna Berg:</p><blockquote type="cite">Where is my order?<br /><br />Anna</blockquote>';

const KINDS: Record<string, Kind> = {
  plain: { message: { parts: [{ type: 'text', text: 'Dear Anna,\n\nit is on its way.\n\nMia' }] } },
  'html-and-text': { message: {} },
  compose: {
    message: { thread: thread({ answers: [], subject: 'Your order 1001' }), cc: [who('carl@cust.test', 'Carl, Accounts')] },
  },
  'inline-picture': {
    message: {
      parts: [
        { type: 'text', text: 'See the picture.', html: '<p>See <img src="cid:pic1" alt="a dot"></p>' },
        file('pixel', 'dot.png', 'image/png', 'pic1'),
      ],
    },
    files: { pixel: PIXEL },
  },
  'attachments-with-hard-names': {
    message: {
      parts: [
        { type: 'text', text: 'Here they are.' },
        file('a', 'Rechnung für März.pdf', 'application/pdf'),
        file('b', LONG_NAME, 'application/pdf'),
        file('c', '見積書 “2026”; v=2.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
        file('d', 'emoji 🎉.txt', 'text/plain'),
      ],
    },
    files: { a: BYTES, b: Buffer.from('%PDF'), c: Buffer.alloc(0), d: Buffer.from('a\nb\r\nc\rd\0e') },
  },
  'picture-and-files': {
    message: {
      parts: [
        { type: 'text', text: 'See', html: '<p>See <img src="cid:pic1"></p>' },
        file('pixel', 'dot.png', 'image/png', 'pic1'),
        file('a', 'bytes.bin', 'application/octet-stream'),
      ],
    },
    files: { pixel: PIXEL, a: BYTES },
  },
  'forward-with-files': {
    message: {
      thread: thread({ subject: 'Fwd: Order', answers: [] }),
      to: [who('supplier@else.test', 'The Supplier')],
      parts: [
        {
          type: 'text',
          text: 'Can you help?\n\n---------- Forwarded message ----------\nFrom: Anna Berg <anna@cust.test>\n\nBroken.',
        },
        file('inner', 'Inner.eml', 'message/rfc822'),
        file('inner8', 'Größe.eml', 'message/rfc822'),
        file('report', 'report.txt', 'message/delivery-status'),
      ],
    },
    files: { inner: INNER, inner8: INNER_8BIT, report: Buffer.from('Final-Recipient: rfc822; a@b\n') },
  },
  'forward-with-invitation': {
    message: {
      thread: thread({ subject: 'Fwd: Meeting', answers: [] }),
      parts: [{ type: 'text', text: 'See below.' }, file('ics', 'invite.ics', 'text/calendar; method=REQUEST')],
    },
    files: { ics: CALENDAR },
  },
  'reply-with-quote': {
    message: {
      parts: [
        {
          type: 'text',
          text: `We have sent it again.\n\n${quotedText}`,
          html: `<p>We have sent it <i>again</i>.</p>${quotedHtml}`,
        },
      ],
    },
  },
  'reply-to-many-prefixes': { message: { thread: thread({ subject: 'AW: Re[2]: SV: Order' }) } },
  'reply-without-subject': { message: { thread: thread({ subject: '' }) } },
  'side-thread': {
    message: {
      to: [who('supplier@else.test')],
      thread: thread({ id: 'side', subject: 'Fwd: Order', answers: ids('<s1@else.test>'), replyToken: 'sideTOKEN1234567' }),
    },
  },
  'own-copy-to-an-alias': { message: { from: { kind: 'email', value: 'Help@Shop.test', trust: 'verified' } } },
  'blind-copies': { message: { bcc: [who('boss@shop.test', 'Boss')] } },
  'further-attempt': {
    message: { to: [who('b@cust.test')], named: { to: [who('a@cust.test')], cc: [who('b@cust.test')] }, attempt: 2 },
  },
  'eai-address': { message: { to: [who('грета@пошта.test', 'Грета')] }, utf8: true },
  'idn-domain': {
    message: {
      to: [who('anna@münchen.test', 'Anna Müller')],
      from: { kind: 'email', value: 'hallo@büro.test', trust: 'verified' },
    },
  },
  'long-lines': {
    message: {
      parts: [{ type: 'text', text: `${'word '.repeat(600)}\n${'x'.repeat(5_000)}`, html: `<p>${'y'.repeat(5_000)}</p>` }],
    },
  },
  'long-subject': {
    message: { thread: thread({ subject: `${'A very long subject, with ümlauts and “quotes”. '.repeat(15)}End` }) },
  },
  emoji: {
    message: {
      thread: thread({ subject: '🎉 Party 👩‍👩‍👧‍👦 for you' }),
      to: [who('anna@cust.test', '🎈 Anna')],
      parts: [{ type: 'text', text: 'Yes 👍🏽\n\n🎉' }],
    },
  },
  'right-to-left': {
    message: {
      thread: thread({ subject: 'שלום עולם' }),
      to: [who('dana@cust.test', 'דנה')],
      parts: [{ type: 'text', text: 'שלום דנה', html: '<p dir="rtl">שלום דנה</p>' }],
    },
  },
  'dots-and-from-lines': { message: { parts: [{ type: 'text', text: '.\n..\nFrom here on\n.leading dot\n' }] } },
  'hard-names': {
    message: {
      to: [who('a@cust.test', 'Berg, Anna "the boss" \\ (Sales) <ceo@bank.test>')],
      cc: [who('b@cust.test', 'Ünal; Group: x@y.test')],
    },
  },
  'many-references': {
    message: {
      thread: thread({ answers: ids(...Array.from({ length: 400 }, (_, i) => `<m${400 - i}.${'x'.repeat(i % 60)}@cust.test>`)) }),
    },
  },
  'lists-links-tables': {
    message: {
      parts: [
        {
          type: 'text',
          text: 'flat',
          html:
            '<p>See <a href="https://shop.test/a?b=1&amp;c=2">our page</a> or <a href="https://shop.test">https://shop.test/</a>:</p>' +
            '<ol><li>First</li><li>Second<ul><li>inner</li></ul></li></ol><ul><li>One</li><li>Two</li></ul>' +
            '<table><tr><th>Item</th><th>Price</th></tr><tr><td>Chair</td><td>€ 10</td></tr></table>',
        },
      ],
    },
  },
  'automatic-answer': {
    message: { author: { name: '', bot: true }, parts: [{ type: 'text', text: 'We have your mail.' }], ...AUTOMATIC() },
    automatic: true,
  },
};

/** How the core says that nobody wrote it. */
function AUTOMATIC(): Partial<OutboundMessage> {
  return { automatic: true };
}

async function made({ message, files = {}, settings = {} }: Kind, name: string) {
  const host = new FakeHost(settingsFor(PORTS, 'support@shop.test', settings));
  for (const [stored, content] of Object.entries(files)) host.files.set(stored, content);
  const whole = outbound({ sendKey: `golden-${name}`, to: [who('anna@cust.test', 'Anna Berg')], ...message });
  return { whole, host, composed: await compose(whole, host.context(), VARYING) };
}
const lines = (text: string | undefined): string => (text ?? '').replaceAll('\r\n', '\n').trimEnd();

describe('each kind of mail that we send', () => {
  test.each(Object.entries(KINDS))('%s', async (name, kind) => {
    const { composed, whole } = await made(kind, name);
    const path = join(FOLDER, `${name}.eml`);
    if (WRITE) mkdirSync(FOLDER, { recursive: true });
    if (WRITE) writeFileSync(path, composed.raw);
    expect(composed.raw.toString('utf8')).toBe(readFileSync(path, 'utf8'));
    expectWellFormed(composed.raw, { automatic: kind.automatic ?? false, utf8: kind.utf8 ?? false });
    const read = await readBack(composed.raw);
    const named = whole.named ?? { to: whole.to, cc: whole.cc ?? [] };
    const people = (all: readonly Identity[]) => all.map((one) => one.name ?? '');
    expect(read.to?.map((one) => one.name)).toEqual(people(named.to));
    expect((read.cc ?? []).map((one) => one.name)).toEqual(people(named.cc));
    expect(read.bcc ?? []).toEqual([]);
    expect(read.date).toBe(VARYING.date.toISOString());
    const files = whole.parts.filter((part) => part.type === 'file');
    expect(read.attachments.map((one) => one.filename)).toEqual(files.map((one) => one.file.name));
    for (const [at, one] of read.attachments.entries()) {
      const stored = (files[at]?.file as { stored: string }).stored;
      const bytes = Buffer.from(one.content as ArrayBuffer);
      const sent = kind.files?.[stored] as Buffer;
      // The second parser gives a calendar as text, and a mail in the mail with line ends of its own.
      if (one.mimeType === 'text/calendar') expect(lines(bytes.toString())).toBe(lines(sent.toString()));
      else if (one.mimeType === 'message/rfc822') expect(composed.raw.includes(sent)).toBe(true);
      else expect(bytes.equals(sent)).toBe(true);
      expect(one.disposition).toBe(files[at]?.inlineId ? 'inline' : 'attachment');
    }
    const [text] = whole.parts;
    if (text?.type !== 'text') throw new Error('The first part is the text.');
    if (text.html) expect(lines(read.html)).toContain(text.html.replaceAll('\r\n', '\n'));
    if (name !== 'lists-links-tables' && name !== 'inline-picture') expect(lines(read.text)).toBe(lines(text.text));
  });

  const read = async (name: string) => readBack((await made(KINDS[name] as Kind, name)).composed.raw);

  test('subjects: one “Re: ”, whatever stood there; none in a mail that begins', async () => {
    const subjects = ['compose', 'reply-to-many-prefixes', 'reply-without-subject', 'long-subject', 'emoji', 'right-to-left'];
    expect(await Promise.all(subjects.map(async (name) => (await read(name)).subject))).toEqual([
      'Your order 1001',
      'Re: Order',
      'Re:',
      `Re: ${'A very long subject, with ümlauts and “quotes”. '.repeat(15)}End`,
      'Re: 🎉 Party 👩‍👩‍👧‍👦 for you',
      'Re: שלום עולם',
    ]);
  });

  test('addresses: the letters of a domain in ASCII, of what stands before the @ as they are (R-CHR-5)', async () => {
    const idn = await read('idn-domain');
    expect([idn.to?.[0]?.address, idn.from?.address]).toEqual(['anna@xn--mnchen-3ya.test', 'hallo@xn--bro-hoa.test']);
    const { composed } = await made(KINDS['idn-domain'] as Kind, 'idn-domain');
    expect([composed.from, composed.recipients[0]?.address]).toEqual(['hallo@xn--bro-hoa.test', 'anna@xn--mnchen-3ya.test']);
    expect((await read('eai-address')).to?.[0]?.address).toMatch(/^грета@(?:пошта|xn--80a1acny)\.test$/);
  });

  test('a calendar stays one, and says what it asks', async () => {
    const [invitation] = (await read('forward-with-invitation')).attachments;
    expect(invitation).toMatchObject({ mimeType: 'text/calendar', method: 'REQUEST' });
  });

  test('the plain form has what links, lists and tables say', async () => {
    expect(lines((await read('lists-links-tables')).text)).toBe(
      [
        'See our page <https://shop.test/a?b=1&c=2> or https://shop.test/:',
        '',
        '1. First',
        '2. Second',
        '',
        '* inner',
        '',
        '* One',
        '* Two',
        '',
        'Item | Price',
        'Chair | € 10',
      ].join('\n'),
    );
    expect(lines((await read('inline-picture')).text)).toBe('See [a dot]');
  });

  test('the history stands below the signature in a marked block', async () => {
    const { html = '', text = '' } = await read('reply-with-quote');
    expect(html.indexOf('<blockquote type="cite">')).toBeGreaterThan(html.indexOf('Team Shop'));
    expect(lines(text)).toMatch(/again\.\n\n-- \nTeam Shop\n\n.*:\n> Where is my order\?/);
  });

  test('threads: the beginning, the latest, and what is answered (R-THR-7)', async () => {
    const { composed, whole } = await made(KINDS['many-references'] as Kind, 'many-references');
    const references = fieldsOf(composed.raw).get('references')?.[0]?.split(' ') ?? [];
    expect([references.length, references[0], references.at(-1)]).toEqual([
      20,
      whole.thread.answers.at(-1),
      whole.thread.answers[0],
    ]);
    expect(fieldsOf((await made(KINDS['compose'] as Kind, 'compose')).composed.raw).has('references')).toBe(false);
  });
});
