import { describe, expect, test } from '@jest/globals';
import type { ExternalId } from '@balie/plugin-sdk';
import { email } from '../src/channel.js';
import { referencesOf, replySubject, replyToOf } from '../src/compose.js';
import { htmlToText, splitQuotedHtml } from '../src/decode/html.js';
import { splitQuotedText } from '../src/decode/quote.js';
import { safeFileName } from '../src/decode/names.js';
import { MailId } from '../src/mail-id.js';
import { decodeAll, decodeMessage, extrasOf, filesOf, namesOf, RECEIVED, textOf } from './decoded.js';
import { FakeHost, mail, settingsFor } from './host.js';

const raw = (head: string[], body = 'Hello'): string => [...head, '', body].join('\r\n');
const BASE = ['From: Anna <anna@cust.test>', 'To: support@shop.test', 'Subject: Hi', 'Message-ID: <m1@cust.test>'];

describe('headers', () => {
  test('the sender: Reply-To unless it is ours or the list, then From, Sender, Return-Path', async () => {
    const of = async (...head: string[]) => (await decodeMessage(raw(['To: support@shop.test', 'Subject: x', ...head]))).sender;
    expect(await of('From: Form <form@web.test>', 'Reply-To: Anna <Anna@Cust.Test>')).toMatchObject({
      value: 'anna@cust.test',
      name: 'Anna',
    });
    expect(await of('From: Anna <anna@cust.test>', 'Reply-To: support+token123456@shop.test')).toMatchObject({
      value: 'anna@cust.test',
    });
    expect(
      await of('From: Anna <anna@cust.test>', 'List-Id: <l.test>', 'List-Post: <mailto:l@l.test>', 'Reply-To: l@l.test'),
    ).toMatchObject({ value: 'anna@cust.test' });
    expect(await of('From: <>', 'Sender: b@cust.test')).toMatchObject({ value: 'b@cust.test' });
    expect(await of('Return-Path: <c@cust.test>')).toMatchObject({ value: 'c@cust.test' });
    expect(await of()).toMatchObject({ value: 'unknown@sender.invalid' });
    expect(await of('From: =?utf-8?Q?a=0D=0A_\u202Eb?= <anna@b\u00fccher.test>')).toMatchObject({
      value: 'anna@xn--bcher-kva.test',
    });
  });

  test('an encoded word does not hide an address', async () => {
    const { sender } = await decodeMessage(raw(['From: =?utf-8?Q?attacker=40evil.test=3E?=@victim.example', 'Subject: x']));
    expect(sender).not.toMatchObject({ value: 'attacker@evil.test' });
  });

  test('the time is that of arrival, whatever Date says', async () => {
    const event = await decodeMessage(raw([...BASE, 'Date: nonsense']));
    expect(event.at).toEqual(RECEIVED);
    expect(extrasOf(event)['date']).toBeUndefined();
  });

  test('raw bytes: UTF-8, and Latin-1', async () => {
    const head = (subject: Buffer) =>
      Buffer.concat([Buffer.from('From: a@cust.test\r\nSubject: '), subject, Buffer.from('\r\n\r\nx')]);
    expect((await decodeMessage(head(Buffer.from('Grüße')))).thread.subject).toBe('Grüße');
    expect((await decodeMessage(head(Buffer.from('Grüße', 'latin1')))).thread.subject).toBe('Grüße');
  });

  test('the token is found in To, Cc and what the way has left, only for our own addresses', async () => {
    const token = async (...head: string[]) =>
      (await decodeMessage(raw(['From: a@cust.test', 'Subject: x', ...head]))).thread.token;
    expect(await token('To: other@x.test', 'Cc: Support <Support+AbC123def456@shop.test>')).toBe('AbC123def456');
    expect(await token('To: other@x.test', 'Delivered-To: support+abc123def456@shop.test')).toBe('abc123def456');
    expect(await token('To: someone+abc123def456@else.test')).toBeUndefined();
    expect(await token('To: support@shop.test')).toBeUndefined();
  });

  test('a verdict counts only from the server that is trusted', async () => {
    const of = async (value: string) => (await decodeMessage(raw([`Authentication-Results: ${value}`, ...BASE]))).sender;
    expect(await of('mx.shop.test; dmarc=pass (p=none) header.from=cust.test')).toMatchObject({ trust: 'verified' });
    expect(await of('evil.test; dmarc=pass header.from=cust.test')).toMatchObject({ trust: 'claimed' });
    expect(await of('mx.shop.test; dmarc=pass header.from=other.test')).toMatchObject({ trust: 'claimed' });
    const failed = await decodeMessage(
      raw(['Authentication-Results: mx.shop.test; dmarc=fail (p=reject) header.from=cust.test', ...BASE]),
    );
    expect(failed.flags?.map((f) => f.rule)).toEqual(['DMARC_FAIL']);
  });
});

describe('bodies', () => {
  test('a charset that is wrong or missing does not lose letters', async () => {
    const of = async (type: string, body: Buffer) =>
      textOf(
        await decodeMessage(
          Buffer.concat([
            Buffer.from(`From: a@cust.test\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`),
            body,
          ]),
        ),
      );
    expect(await of('text/plain; charset=utf-8', Buffer.from('Grüße', 'latin1'))).toBe('Grüße');
    expect(await of('text/plain', Buffer.from('Grüße', 'latin1'))).toBe('Grüße');
    expect(await of('text/plain; charset=us-ascii', Buffer.from('Grüße'))).toBe('Grüße');
    expect(await of('text/plain; charset=no-such-charset', Buffer.from('Grüße'))).toBe('Grüße');
    expect(await of('text/plain; charset=gb2312', Buffer.from([0xc4, 0xe3, 0xba, 0xc3]))).toBe('你好');
    expect(await of('text/plain; charset=utf-7', Buffer.from('Fr+APY-sche +- 1'))).toBe('Frösche + 1');
    expect(await of('text/plain', Buffer.from('a\0b'))).toBe('ab');
  });

  test('HTML without anything to see gives way to the text', async () => {
    const parts = [
      '--b',
      'Content-Type: text/plain',
      '',
      'The text',
      '--b',
      'Content-Type: text/html',
      '',
      '<html><body><img src="http://t.test/p.gif" width="1" height="1"></body></html>',
      '--b--',
    ];
    const event = await decodeMessage(raw([...BASE, 'Content-Type: multipart/alternative; boundary=b'], parts.join('\r\n')));
    expect(event.parts).toEqual([{ type: 'text', text: 'The text' }]);
  });

  test('text, picture and text keep their order; a picture that is shown is not in the list', async () => {
    const parts = [
      '--b',
      'Content-Type: text/html',
      '',
      '<p>one <img src="cid:p1@x"></p>',
      '--b',
      'Content-Type: image/png; name=p.png',
      'Content-ID: <p1@x>',
      'Content-Transfer-Encoding: base64',
      '',
      'cGl4',
      '--b',
      'Content-Type: text/plain',
      '',
      'two',
      '--b',
      'Content-Type: image/png; name=p.png',
      'Content-ID: <p2@x>',
      '',
      'x',
      '--b--',
    ];
    const event = await decodeMessage(raw([...BASE, 'Content-Type: multipart/mixed; boundary=b'], parts.join('\r\n')));
    expect(textOf(event).replace(/\s+/g, ' ')).toBe('one two');
    expect(filesOf(event).map((f) => [f.file.name, f.inlineId])).toEqual([
      ['p.png', 'p1@x'],
      ['p (2).png', undefined],
    ]);
  });

  test('an attached mail is a file named after its subject, not text', async () => {
    const parts = [
      '--b',
      'Content-Type: text/plain',
      '',
      'See below',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Subject: The original',
      'From: x@y.test',
      '',
      'Inner text',
      '--b--',
    ];
    const event = await decodeMessage(raw([...BASE, 'Content-Type: multipart/mixed; boundary=b'], parts.join('\r\n')));
    expect(textOf(event)).toBe('See below');
    expect(namesOf(event)).toEqual(['The original.eml']);
  });

  test('a file is fetched by its reference, as it was', async () => {
    const content = Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 256));
    const parts = [
      '--b',
      'Content-Type: text/plain',
      '',
      'x',
      '--b',
      'Content-Type: application/octet-stream; name=first.bin',
      '',
      'no',
      '--b',
      'Content-Type: application/octet-stream; name=second.bin',
      'Content-Transfer-Encoding: base64',
      '',
      content.toString('base64').replace(/.{76}/g, '$&\r\n'),
      '--b--',
    ];
    const source = raw([...BASE, 'Content-Type: multipart/mixed; boundary=b'], parts.join('\r\n'));
    const host = new FakeHost(settingsFor({ imap: 1, imaps: 1, smtp: 1, mta: 1, caPem: '' }, 'support@shop.test'));
    host.files.set('raw-1', Buffer.from(source));
    const [, second] = filesOf(await decodeMessage(source));
    const ref = second && 'ref' in second.file ? second.file.ref : '';
    expect(second?.file.bytes).toBe(5000);
    const file = await email.fetchFile?.(ref, host.context());
    expect(file).toMatchObject({ name: 'second.bin', mime: 'application/octet-stream' });
    expect(Buffer.from(file?.data ?? []).equals(content)).toBe(true);
    await expect(email.fetchFile?.('mime:raw-1#99', host.context())).rejects.toMatchObject({ kind: 'rejected' });
    await expect(email.fetchFile?.('/etc/passwd', host.context())).rejects.toMatchObject({ kind: 'rejected' });
  });
});

describe('new text and history', () => {
  const HISTORY = '> We have sent it.\n> Mia';
  test.each([
    ['On Tue, Nov 3, 2026 at 10:00 AM Support <support@shop.test> wrote:\n' + HISTORY],
    ['On Tue, Nov 3, 2026 at 10:00 AM Support\n<support@shop.test> wrote:\n\n' + HISTORY],
    ['Am 03.11.2026 um 10:00 schrieb Support <support@shop.test>:\n' + HISTORY],
    ['Le mar. 3 nov. 2026 à 10:00, Support <support@shop.test> a écrit :\n' + HISTORY],
    ['El mar, 3 nov 2026 a las 10:00, Support (<support@shop.test>) escribió:\n' + HISTORY],
    ['Op di 3 nov 2026 om 10:00 schreef Support <support@shop.test>:\n' + HISTORY],
    ['-----Original Message-----\nFrom: Support\nSent: Tuesday\nTo: Anna\nSubject: x\n\nWe have sent it.'],
    ['-----Ursprüngliche Nachricht-----\nVon: Support\n\nWe have sent it.'],
    ['From: Support <support@shop.test>\nSent: Tuesday, 3 November 2026\nTo: Anna\nSubject: Order\n\nWe have sent it.'],
    ['________________________________\nVan: Support\nVerzonden: dinsdag\nAan: Anna\nOnderwerp: x\n\nWe have sent it.'],
    ['-- \nAnna Berg\nCust Ltd'],
    ['Sent from my iPhone'],
  ])('the tail is folded: %s', (tail) => {
    const split = splitQuotedText(`Thanks, it works!\n\n${tail}`);
    expect(split.text).toBe('Thanks, it works!');
    expect(split.quoted).toBe(tail.trim());
  });

  test('what a reader needs is not hidden', () => {
    const inBetween = '> Is it red?\nYes.\n> Is it big?\nNo.';
    expect(splitQuotedText(inBetween)).toEqual({ text: inBetween });
    const forward = 'FYI\n\n---------- Forwarded message ---------\nFrom: Erik\nDate: x\nSubject: y\nTo: z\n\nWhen?';
    expect(splitQuotedText(forward)).toEqual({ text: forward });
    expect(splitQuotedText('> only a quote')).toEqual({ text: '> only a quote' });
    expect(splitQuotedText('He wrote: come at 5. I said: no.\n\nBye').quoted).toBeUndefined();
    expect(splitQuotedText('On Monday Mia <m@x.test> wrote:\n> Is it red?\n\nYes, it is.')).toMatchObject({
      text: 'Yes, it is.',
    });
  });

  test.each([
    [
      '<div>Thanks!</div><br><div class="gmail_quote gmail_quote_container"><div class="gmail_attr">On Tue, Mia &lt;m@x.test&gt; wrote:<br></div><blockquote class="gmail_quote">Old</blockquote></div>',
    ],
    [
      '<p>Thanks!</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Mia<br><b>Sent:</b> x</div><div>Old</div>',
    ],
    ['<p>Thanks!</p><div class="moz-cite-prefix">Am 3.11. schrieb Mia:<br></div><blockquote type="cite">Old</blockquote>'],
    [
      '<p>Thanks!</p><div><div>On 3 Nov 2026, at 10:00, Mia &lt;m@x.test&gt; wrote:</div><br><blockquote type="cite">Old</blockquote></div>',
    ],
    [
      '<p>Thanks!</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>Von:</b> Mia<br><b>Gesendet:</b> x<br><b>An:</b> y<br><b>Betreff:</b> z</p></div><p>Old</p>',
    ],
    ['<div>Thanks!</div><div class="yahoo_quoted"><div>On Tue, Mia wrote:</div>Old</div>'],
    ['<div>Thanks!</div><div class="protonmail_quote">On Tue, Mia wrote:<blockquote>Old</blockquote></div>'],
  ])('in HTML: %s', (html) => {
    const split = splitQuotedHtml(html);
    expect(split.text).toBe('Thanks!');
    expect(split.html).not.toContain('Old');
    expect(split.quoted).toContain('Old');
  });

  test('HTML as text', () => {
    expect(
      htmlToText('<p>One &amp; two&nbsp;x</p><ul><li>a<li>b</ul><style>p{}</style><script>x()</script><pre>1\n 2</pre>'),
    ).toBe('One & two x\n\n* a\n* b\n\n1\n 2');
    expect(htmlToText('<p>shown<span style="display:none">hidden</span></p>')).toBe('shown');
    expect(htmlToText('a < b <3 <!-- x --> c')).toBe('a < b <3 c');
  });

  test('hostile lengths take linear time', () => {
    const inputs = [
      ' '.repeat(500_000),
      '>'.repeat(500_000),
      'On aaa '.repeat(70_000),
      'On aaa bbb\n'.repeat(50_000),
      'From: x\n'.repeat(60_000),
      '> x\ny\n'.repeat(80_000),
      `${'wrote:'.repeat(80_000)}\n> x`,
      '-'.repeat(500_000),
      '_'.repeat(20) + '\nFrom: a\n'.repeat(50_000),
    ];
    for (const input of inputs) {
      const before = performance.now();
      splitQuotedText(input);
      expect([input.slice(0, 10), performance.now() - before < 1_500]).toEqual([input.slice(0, 10), true]);
    }
    const html = [
      '<',
      '<a ',
      '<div style="border-top:solid">',
      '<!--',
      '<b "',
      '&#',
      '<blockquote type=cite>',
      '<a href="unsubscribe">',
      '<span style="display:none">',
      '</div>',
      '<p>On x wrote:',
    ].map((piece) => piece.repeat(Math.ceil(600_000 / piece.length)));
    for (const input of html) {
      const before = performance.now();
      splitQuotedHtml(input);
      expect([input.slice(0, 10), performance.now() - before < 2_000]).toEqual([input.slice(0, 10), true]);
    }
  });

  test('a mail full of hostile HTML decodes in time', async () => {
    for (const piece of ['<a href=x>', '<a ', '<img src=cid:', 'cid:']) {
      const before = performance.now();
      await decodeAll(raw([...BASE, 'Content-Type: text/html'], piece.repeat(Math.ceil(1_000_000 / piece.length))));
      expect([piece, performance.now() - before < 3_000]).toEqual([piece, true]);
    }
  });
});

describe('automatic mail', () => {
  const flagsOf = async (...head: string[]) => (await decodeMessage(raw([...BASE, ...head]))).flags?.map((f) => f.rule) ?? [];

  test('what only looks automatic is a person’s', async () => {
    expect(await flagsOf('Auto-Submitted: no')).toEqual([]);
    expect(
      (await decodeMessage(raw(['From: a@cust.test', 'Subject: Out of office hours?'], 'When are you open?'))).flags,
    ).toBeUndefined();
    expect((await decodeMessage(mail({ text: 'Please unsubscribe me from your newsletter.' }))).flags).toBeUndefined();
    expect(await flagsOf('X-Auto-Response-Suppress: All')).toEqual([]);
  });

  test('what is automatic is flagged, with its rule', async () => {
    expect(await flagsOf('Auto-Submitted: auto-replied')).toEqual(['AUTO_RESPONSE']);
    expect(await flagsOf('X-Autoreply: yes')).toEqual(['AUTO_RESPONSE']);
    expect(await flagsOf('Precedence: bulk')).toEqual(['MARKETING']);
    expect(await flagsOf('List-Unsubscribe: <https://x.test>')).toEqual(['UNSUBSCRIBE_LINK']);
    expect(
      (
        await decodeMessage(raw([...BASE, 'Content-Type: text/html'], '<p>Buy</p><a href="https://x.test/u">Unsubscribe</a>'))
      ).flags?.map((f) => f.rule),
    ).toEqual(['UNSUBSCRIBE_LINK']);
    expect((await decodeMessage(raw(['From: News <no-reply@brand.test>', 'Subject: x']))).flags?.map((f) => f.rule)).toEqual([
      'ROLE_ADDRESS',
    ]);
  });

  test('every rule that can fire is declared', async () => {
    expect(Object.keys(email.filterRules ?? {}).sort()).toEqual([
      'AUTO_RESPONSE',
      'BOUNCE',
      'COMPLAINT',
      'DMARC_FAIL',
      'MARKETING',
      'ROLE_ADDRESS',
      'SPAM',
      'UNSUBSCRIBE_LINK',
    ]);
  });

  test('a delay gives no receipt, a person with an attached mail is no bounce', async () => {
    const report = (action: string) =>
      raw(
        [
          'From: MAILER-DAEMON@mx.test',
          'To: support@shop.test',
          'Subject: Delayed',
          'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        ],
        [
          '--b',
          'Content-Type: text/plain',
          '',
          'x',
          '--b',
          'Content-Type: message/delivery-status',
          '',
          'Reporting-MTA: dns; mx.test',
          '',
          'Final-Recipient: rfc822; anna@cust.test',
          `Action: ${action}`,
          'Status: 4.4.1',
          '',
          '--b',
          'Content-Type: text/rfc822-headers',
          '',
          'Message-ID: <out@shop.test>',
          '--b--',
        ].join('\r\n'),
      );
    const [delayed] = await decodeAll(report('delayed'));
    expect(delayed).toMatchObject({ type: 'message', automatic: 'reply' });
    expect(await decodeAll(report('delivered'))).toEqual([
      expect.objectContaining({
        type: 'receipt',
        status: 'delivered',
        recipient: expect.objectContaining({ value: 'anna@cust.test' }),
      }),
    ]);
    const person = raw(
      [...BASE, 'Content-Type: multipart/mixed; boundary=b'],
      [
        '--b',
        'Content-Type: text/plain',
        '',
        'Look',
        '--b',
        'Content-Type: message/rfc822',
        '',
        'Message-ID: <out@shop.test>',
        '',
        'x',
        '--b--',
      ].join('\r\n'),
    );
    expect(await decodeAll(person)).toEqual([expect.objectContaining({ type: 'message' })]);
  });
});

describe('ids', () => {
  const idOf = (source: string, chunk = 1 << 20): string => {
    const ids = new MailId();
    const bytes = Buffer.from(source);
    for (let at = 0; at < bytes.length; at += chunk) ids.update(bytes.subarray(at, at + chunk));
    return ids.digest().id;
  };
  const one = mail({ id: '<same@cust.test>' });

  test('do not depend on the way, the line ends or the pieces', () => {
    expect(idOf(`Received: by x\r\nX-Spam: no\r\nReturn-Path: <a@b>\r\n${one}`)).toBe(idOf(one));
    expect(idOf(one.replaceAll('\r\n', '\n'))).toBe(idOf(one));
    expect(idOf(`${one}\r\n\r\n`)).toBe(idOf(one));
    for (const chunk of [1, 2, 3, 7, 64]) expect(idOf(one, chunk)).toBe(idOf(one));
    const without = mail({ id: '' });
    expect(idOf(`Received: by y\r\n${without}`)).toBe(idOf(without));
  });

  test('differ when the content does', () => {
    expect(idOf(mail({ id: '<same@cust.test>', text: 'other' }))).not.toBe(idOf(one));
    expect(idOf(mail({ id: '<same@cust.test>', text: 'a\r\n\r\nb' }))).not.toBe(
      idOf(mail({ id: '<same@cust.test>', text: 'a\r\nb' })),
    );
    expect(idOf(mail({ id: '', subject: 'a' }))).not.toBe(idOf(mail({ id: '', subject: 'b' })));
    expect(idOf(one)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('outgoing headers', () => {
  test('Re: once', () => {
    for (const subject of ['Order', 'Re: Order', 'RE: AW: Re[2]: Order', 'Antw: SV: Order', 'Re：Order'])
      expect(replySubject(subject)).toBe('Re: Order');
    expect(replySubject('')).toBe('Re:');
    expect(replySubject('Reorder: 5')).toBe('Re: Reorder: 5');
  });

  test('References: oldest first, bounded, ids only', () => {
    expect(referencesOf(['<c@x>', '<b@x>', 'hash-id', '<a@x>'])).toEqual(['<a@x>', '<b@x>', '<c@x>']);
    const many = referencesOf(Array.from({ length: 500 }, (_, i) => `<${i}@x>`));
    expect(many).toHaveLength(20);
    expect([many[0], many[19]]).toEqual(['<499@x>', '<0@x>']);
    expect(
      referencesOf(Array.from({ length: 20 }, (_, i) => `<${'x'.repeat(800)}${i}@x>` as ExternalId)).join(' ').length,
    ).toBeLessThanOrEqual(8_000);
  });

  test('Reply-To carries the token where that makes an address', () => {
    expect(replyToOf('support@shop.test', 'a'.repeat(32), true)).toBe(`support+${'a'.repeat(32)}@shop.test`);
    expect(replyToOf('support@shop.test', 'a'.repeat(32), false)).toBeUndefined();
    expect(replyToOf('support@shop.test', 'bad token', true)).toBeUndefined();
    expect(replyToOf(`${'x'.repeat(60)}@shop.test`, 'a'.repeat(32), true)).toBeUndefined();
  });

  test('file names', () => {
    expect(safeFileName('..', 'application/pdf', 2)).toBe('attachment-3.pdf');
    expect(safeFileName('.htaccess', 'text/plain', 0)).toBe('htaccess');
    expect(safeFileName('a\u0000b<c>.txt', 'text/plain', 0)).toBe('ab_c_.txt');
  });
});
