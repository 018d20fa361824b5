import { describe, expect, test } from '@jest/globals';
import { computed } from './computed.js';
import { decodeAll, decodeMessage, extrasOf, textOf } from './decoded.js';

const mail = (head: string[], body: string): string => [...head, '', body].join('\r\n');
const multipart = (head: string[], type: string, parts: string[]): string =>
  mail([...head, `Content-Type: ${type}; boundary=b`], [...parts.map((part) => `--b\r\n${part}`), '--b--', ''].join('\r\n'));
const TEXT = 'Content-Type: text/plain\r\n\r\nsomething\r\n';
const ORIGINAL = 'Content-Type: message/rfc822\r\n\r\nMessage-ID: <out@shop.test>\r\n\r\nx\r\n';
const target = { id: '<out@shop.test>' };

describe('reports that keep to no standard (R-BNC-3)', () => {
  test('a daemon without an address, with the original’s head in the text', async () => {
    const raw = mail(
      ['From: MAILER-DAEMON <>', 'To: support@shop.test', 'Subject: Mail delivery failed'],
      'There was an error delivering your mail to <anna@cust.test>.\r\n\r\n550 5.7.26 refused by 192.5.1.1\r\n\r\nMessage headers follow.\r\n\r\nMessage-Id: <out@shop.test>\r\n',
    );
    expect(await decodeAll(raw)).toMatchObject([
      {
        type: 'receipt',
        status: 'failed',
        target,
        recipient: { value: 'anna@cust.test' },
        reason: expect.stringMatching(/^550 5\.7\.26/),
      },
    ]);
  });

  test('a machine that can’t be answered, with the original', async () => {
    const raw = multipart(['From: no-reply@isp.test', 'To: support@shop.test', 'Subject: Mail'], 'multipart/mixed', [
      'Content-Type: text/plain\r\n\r\nCould not be delivered to: <anna@cust.test>\r\nAs their mailbox is full.\r\n',
      ORIGINAL,
    ]);
    expect(await decodeAll(raw)).toMatchObject([
      { type: 'receipt', status: 'failed', target, recipient: { value: 'anna@cust.test' } },
    ]);
  });

  test('a status that tells no more than its class is told by the words beside it', async () => {
    const raw = multipart(['From: MAILER-DAEMON@mx.test', 'Subject: Failed'], 'multipart/report; report-type=delivery-status', [
      'Content-Type: text/plain\r\n\r\nanna@cust.test: 550 5.1.1 User unknown\r\n',
      'Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\nFinal-Recipient: rfc822; anna@cust.test\r\nAction: failed\r\nStatus: 5.0.0\r\n',
      ORIGINAL,
    ]);
    expect(await decodeAll(raw)).toMatchObject([{ status: 'failed', reason: expect.stringContaining('5.1.1 User unknown') }]);
  });

  test('a notification of Amazon SES', async () => {
    const told = {
      notificationType: 'Bounce',
      bounce: {
        bouncedRecipients: [{ emailAddress: 'anna@cust.test', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 unknown' }],
      },
      mail: { messageId: 'abc-1' },
    };
    const raw = mail(
      ['From: no-reply@sns.amazonaws.com', 'Subject: AWS Notification Message'],
      `${JSON.stringify(told)}\r\n\r\n--\r\nUnsubscribe`,
    );
    expect(await decodeAll(raw)).toMatchObject([
      {
        status: 'failed',
        target: { id: '<abc-1@email.amazonses.com>' },
        recipient: { value: 'anna@cust.test' },
        reason: expect.stringContaining('5.1.1'),
      },
    ]);
  });

  test('a person who writes about a failure or attaches a mail is a person (R-BNC-5)', async () => {
    const head = ['From: Anna <anna@cust.test>', 'To: support@shop.test', 'Message-ID: <m1@cust.test>'];
    const about = 'Content-Type: text/plain\r\n\r\nMy mail could not be delivered: user unknown. What now?\r\n';
    for (const subject of ['Undeliverable', 'Re: Mail delivery failed']) {
      const event = await decodeMessage(multipart([...head, `Subject: ${subject}`], 'multipart/mixed', [about, ORIGINAL]));
      expect([event.flags, extrasOf(event)['report']]).toEqual([undefined, undefined]);
    }
    const absent = multipart(
      ['From: postmaster@cust.test', 'Subject: Out of office', 'Auto-Submitted: auto-replied'],
      'multipart/mixed',
      [TEXT],
    );
    expect((await decodeMessage(absent)).flags?.map(({ rule }) => rule)).not.toContain('BOUNCE');
  });
});

describe('complaints (R-ARF-1)', () => {
  test('with their report, without it, and of the time before', async () => {
    const arf = multipart(['From: abuse@isp.test', 'Subject: FW: x'], 'multipart/report; report-type=feedback-report', [
      TEXT,
      'Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nOriginal-Rcpt-To: <anna@cust.test>\r\n',
      ORIGINAL,
    ]);
    expect(await decodeAll(arf)).toMatchObject([
      { status: 'complained', target, recipient: { value: 'anna@cust.test' }, reason: 'abuse' },
    ]);
    const old = multipart(['From: staff@isp.test', 'Subject: complaint about message from 192.0.2.1'], 'multipart/mixed', [
      ORIGINAL,
    ]);
    expect(await decodeAll(old)).toMatchObject([{ status: 'complained', target }]);
  });
});

describe('receipts (RFC 8098)', () => {
  const receipt = (disposition: string, about: string): string =>
    multipart(['From: Anna <anna@cust.test>', 'Subject: Read: x'], 'multipart/report; report-type=disposition-notification', [
      TEXT,
      `Content-Type: message/disposition-notification\r\n\r\nFinal-Recipient: rfc822; anna@cust.test\r\n${about}Disposition: manual-action/MDN-sent-manually; ${disposition}\r\n`,
    ]);

  test('that a mail was read is no failure, known or not', async () => {
    const about = 'Original-Message-ID: <out@shop.test>\r\n';
    expect(await decodeAll(receipt('displayed', about))).toMatchObject([{ status: 'read', target }]);
    expect(await decodeAll(receipt('deleted', about))).toMatchObject([{ status: 'delivered', target }]);
    const unknown = await decodeMessage(receipt('displayed', ''));
    expect([unknown.automatic, unknown.flags?.map(({ rule }) => rule)]).toEqual(['reply', ['AUTO_RESPONSE']]);
  });
});

describe('multiparts that are not as they say (R-ATT-7)', () => {
  const HEAD = ['From: Anna <anna@cust.test>', 'Subject: x', 'MIME-Version: 1.0'];
  const parts = (boundary: string): string =>
    [
      `--${boundary}`,
      'Content-Type: text/plain',
      '',
      'Hello',
      `--${boundary}`,
      'Content-Type: image/png; name=a.png',
      '',
      'x',
      `--${boundary}--`,
      '',
    ].join('\r\n');
  const shown = async (type: string[], body: string) => {
    const event = await decodeMessage(mail([...HEAD, ...type], body));
    return [textOf(event), event.parts.flatMap((part) => (part.type === 'file' ? [part.file.name] : []))];
  };

  test.each([
    ['another boundary', ['Content-Type: multipart/mixed; boundary="other"'], parts('real')],
    ['no boundary', ['Content-Type: multipart/mixed'], parts('real')],
    ['no semicolon', ['Content-Type: multipart/mixed boundary="real"'], parts('real')],
    ['no type', [], `This is a MIME-encapsulated message\r\n\r\n${parts('real')}`],
  ])('%s', async (_, type, body) => {
    expect(await shown(type, body)).toEqual(['Hello', ['a.png']]);
  });

  test('without any part, or without a head, the words are shown as they are', async () => {
    expect(await shown(['Content-Type: multipart/mixed; boundary="b"'], 'Just words')).toEqual(['Just words', []]);
    expect(textOf(await decodeMessage('no mail at all'))).toBe('no mail at all');
  });

  test('a mail that quotes another in its text is no multipart', async () => {
    const quoted = 'See below\r\n\r\nContent-Type: text/plain\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nwords\r\n--x--\r\n';
    expect((await shown([], quoted))[0]).toContain('words');
    expect((await shown([], quoted))[0]).toContain('See below');
  });

  test('what a digest holds are mails', async () => {
    const digest =
      '--b\r\n\r\nFrom: Erik <erik@cust.test>\r\nSubject: =?utf-8?Q?One_=E2=82?=\r\n =?utf-8?Q?=AC?=\r\n\r\nwords\r\n--b--\r\n';
    expect(await shown(['Content-Type: multipart/digest; boundary=b'], digest)).toEqual(['', ['One €.eml']]);
  });

  test('a text with a disposition that nobody knows is the body; one that is attached is a file', async () => {
    expect(await shown(['Content-Type: text/html', 'Content-Disposition: nonsense'], '<p>Hello</p>')).toEqual(['Hello', []]);
    expect(await shown(['Content-Type: text/plain; name=a.txt', 'Content-Disposition: attachment'], 'Hello')).toEqual([
      '',
      ['a.txt'],
    ]);
  });

  test('the path of Windows is not part of a name', async () => {
    const type = ['Content-Type: image/png', 'Content-Disposition: attachment; filename="C:\\TEMP\\nsmail.png"'];
    expect((await shown(type, 'x'))[1]).toEqual(['nsmail.png']);
  });

  test('hostile beginnings take linear time', async () => {
    for (const piece of ['--', '--a\r\n', '--a\r\nContent-', 'boundary=', '\r\n--b\r\n']) {
      const before = computed();
      await decodeAll(mail([...HEAD, 'Content-Type: multipart/mixed'], piece.repeat(Math.ceil(200_000 / piece.length))));
      expect([piece, computed() - before < 3_000]).toEqual([piece, true]);
    }
  });
});
