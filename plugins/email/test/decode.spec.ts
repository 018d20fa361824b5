import { describe, expect, test } from '@jest/globals';
import { email } from '../src/channel.js';
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

  test('our address with a token is told as ours, and that of others as it is', async () => {
    const { to, cc } = await decodeMessage(
      raw([
        'From: a@cust.test',
        'Subject: x',
        'To: support+abc123def456@shop.test, b+news@else.test',
        'Cc: Help <help+x@shop.test>',
      ]),
    );
    expect(to?.map(({ value }) => value)).toEqual(['support@shop.test', 'b+news@else.test']);
    expect(cc?.map(({ value }) => value)).toEqual(['help@shop.test']);
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

  test('small files come with the mail, together up to 128 KiB', async () => {
    const part = (name: string, bytes: number) =>
      ['--b', `Content-Type: application/octet-stream; name=${name}`, '', 'x'.repeat(bytes)].join('\r\n');
    const body = [part('a.bin', 100_000), part('b.bin', 100_000), part('c.bin', 20_000), '--b--'].join('\r\n');
    const files = filesOf(await decodeMessage(raw([...BASE, 'Content-Type: multipart/mixed; boundary=b'], body)));
    const forms = files.map(({ file }) => ('data' in file ? file.data.byteLength : 'ref' in file ? `ref of ${file.bytes}` : ''));
    expect(forms).toEqual([100_000, 'ref of 100000', 20_000]);
  });

  test('a file is fetched by its reference, as it was', async () => {
    const content = Buffer.from(Array.from({ length: 200_000 }, (_, i) => i % 256));
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
    expect(second?.file).toMatchObject({ bytes: 200_000 });
    const file = await email.fetchFile?.(ref, host.context());
    expect(file).toMatchObject({ name: 'second.bin', mime: 'application/octet-stream' });
    expect(Buffer.from(file?.data ?? []).equals(content)).toBe(true);
    await expect(email.fetchFile?.('mime:raw-1#99', host.context())).rejects.toMatchObject({ kind: 'rejected' });
    await expect(email.fetchFile?.('/etc/passwd', host.context())).rejects.toMatchObject({ kind: 'rejected' });
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

  test('a delay is told as one, a person with an attached mail is no bounce', async () => {
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
    const target = { id: '<out@shop.test>' };
    expect(await decodeAll(report('delayed'))).toMatchObject([{ type: 'receipt', status: 'delayed', target }]);
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
