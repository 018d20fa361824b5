import { describe, expect, test } from '@jest/globals';
import { FAILED, ID, lines, original, parts, plain, REPORT, status, text, TO, WHO } from './bounces.js';
import { decodeAll, decodeMessage, extrasOf } from './decoded.js';

describe('a report is told to the mail that it is about, whoever writes it (R-BNC-1, 3)', () => {
  test.each(FAILED)('%s', async (_, raw, code) => {
    expect(await decodeAll(raw)).toEqual([
      expect.objectContaining({
        type: 'receipt',
        status: 'failed',
        target: { id: ID },
        recipient: expect.objectContaining({ value: WHO }),
        reason: expect.stringContaining(code),
      }),
    ]);
  });

  test.each(FAILED)('%s: the same of a mail that is not named', async (_, raw) => {
    const unnamed = raw.replaceAll(ID, '').replace(/^(?:In-Reply-To|References): *\r\n/gm, '');
    const event = await decodeMessage(unnamed);
    expect([extrasOf(event)['report'], event.flags?.map(({ rule }) => rule)]).toEqual([
      expect.objectContaining({ kind: 'bounce' }),
      expect.arrayContaining(['BOUNCE']),
    ]);
    expect(event.noAutoReply).toBe(true);
  });
});

describe('what is no failure', () => {
  const dsn = (action: string, code: string, subject: string): string =>
    parts(
      ['From: MAILER-DAEMON@mx.test', `Subject: ${subject}`, ...TO],
      REPORT,
      text('Words.'),
      status(`Final-Recipient: rfc822; ${WHO}`, `Action: ${action}`, `Status: ${code}`),
      original(),
    );

  test.each([
    ['delayed', '4.4.1', 'Delayed Mail (still being retried)', 'delayed'],
    ['delayed', '4.2.2', 'Warning: message delayed 4 hours', 'delayed'],
    ['relayed', '2.6.0', 'Successful Mail Delivery Report', 'delivered'],
    ['delivered', '2.0.0', 'Delivered: Re: Order', 'delivered'],
    ['expanded', '2.1.5', 'Expanded: Re: Order', 'delivered'],
  ])('%s %s', async (action, code, subject, seen) => {
    expect(await decodeAll(dsn(action, code, subject))).toMatchObject([{ type: 'receipt', status: seen, target: { id: ID } }]);
  });

  test('of several recipients only those that failed are told as failed', async () => {
    const raw = parts(
      ['From: MAILER-DAEMON@mx.test', 'Subject: Undelivered', ...TO],
      REPORT,
      text('Words.'),
      status(
        'Final-Recipient: rfc822; a@cust.test',
        'Action: delivered',
        'Status: 2.0.0',
        '',
        'Final-Recipient: rfc822; b@cust.test',
        'Action: failed',
        'Status: 5.1.1',
        '',
        'Final-Recipient: rfc822; c@cust.test',
        'Action: failed',
        'Status: 5.2.2',
      ),
      original(),
    );
    const seen = (await decodeAll(raw)).map((event) =>
      event.type === 'receipt' ? [event.recipient?.value, event.status] : event,
    );
    expect(seen).toEqual([
      ['b@cust.test', 'failed'],
      ['c@cust.test', 'failed'],
    ]);
  });

  test.each([
    [
      'a person who asks about a failed mail',
      plain(['From: Anna <anna@cust.test>', 'Subject: Delivery failed?', ...TO], 'I got "550 5.1.1 user unknown" from you. Why?'),
    ],
    [
      'a person who hands a report on',
      parts(
        ['From: Anna <anna@cust.test>', 'Subject: Fwd: Undelivered Mail Returned to Sender', ...TO],
        'multipart/mixed',
        text('What does this mean?'),
        lines('Content-Type: message/rfc822', '', 'From: MAILER-DAEMON@mx.test', 'Subject: Undelivered Mail', '', 'Failed 5.1.1'),
      ),
    ],
    [
      'a person with a mail attached',
      parts(['From: Anna <anna@cust.test>', 'Subject: Look', ...TO], 'multipart/mixed', text('Look at this mail.'), original()),
    ],
    [
      'an absence with an empty path',
      plain(
        [
          'Return-Path: <>',
          'From: Anna <anna@cust.test>',
          'Subject: Automatic reply: Re: Order',
          'Auto-Submitted: auto-replied',
          `In-Reply-To: ${ID}`,
          ...TO,
        ],
        'I am away. In urgent cases the mail could not be delivered faster by +31 550.',
      ),
    ],
    [
      'a newsletter with an empty path',
      plain(
        ['Return-Path: <>', 'From: News <news@list.test>', 'Subject: Offers', 'List-Id: <news.list.test>', ...TO],
        'Buy now.',
      ),
    ],
    [
      'a delivery of a parcel',
      plain(
        ['From: Parcels <info@parcels.test>', 'Subject: Delivery failed: nobody was at home', ...TO],
        'Your parcel could not be delivered.',
      ),
    ],
    [
      'a shop’s delivery status',
      plain(['From: Shop <orders@other.test>', 'Subject: Delivery status of order 55', ...TO], 'It is on its way.'),
    ],
  ])('%s', async (_, raw) => {
    const event = await decodeMessage(raw);
    expect(extrasOf(event)['report']).toBeUndefined();
  });
});

describe('complaints (R-ARF-1)', () => {
  const arf = (head: string[], report: string[], back: string): string =>
    parts(
      head,
      'multipart/report; report-type=feedback-report',
      text('This is an abuse report.'),
      lines('Content-Type: message/feedback-report', '', ...report, ''),
      back,
    );

  test.each([
    [
      'abuse',
      [
        'Feedback-Type: abuse',
        'User-Agent: SomeGenerator/1.0',
        'Version: 1',
        `Original-Rcpt-To: <${WHO}>`,
        'Original-Mail-From: <support@shop.test>',
      ],
      original(),
    ],
    ['fraud', ['Version: 0.1', 'Feedback-Type: fraud', `Original-Rcpt-To: rfc822; ${WHO}`], original('text/rfc822-headers')],
    ['not-spam', ['Feedback-Type: not-spam', 'Version: 1', `Removal-Recipient: ${WHO}`], original()],
  ])('%s', async (kind, report, back) => {
    expect(await decodeAll(arf(['From: <fbl@isp.test>', 'Subject: FW: Re: Order', ...TO], report, back))).toMatchObject([
      { type: 'receipt', status: 'complained', target: { id: ID }, recipient: { value: WHO }, reason: kind },
    ]);
  });

  test('of a mail that is not named: set aside, no contact', async () => {
    const event = await decodeMessage(
      arf(['From: staff@isp.test', 'Subject: Abuse', ...TO], ['Feedback-Type: abuse', 'Version: 1'], original().replace(ID, '')),
    );
    expect(event.flags?.map(({ rule }) => rule)).toContain('COMPLAINT');
  });

  test('a person who complains is no feedback loop', async () => {
    const event = await decodeMessage(
      plain(['From: Anna <anna@cust.test>', 'Subject: Complaint about message from you', ...TO], 'Stop it.'),
    );
    expect(extrasOf(event)['report']).toBeUndefined();
  });
});

describe('receipts of reading (RFC 8098)', () => {
  const mdn = (disposition: string): string =>
    parts(
      ['From: Nina <nina@cust.test>', 'Subject: Read: Re: Order', ...TO],
      'multipart/report; report-type=disposition-notification',
      text('Your message was read.'),
      lines(
        'Content-Type: message/disposition-notification',
        '',
        'Reporting-UA: cust.test; Outlook',
        `Final-Recipient: rfc822; ${WHO}`,
        `Original-Message-ID: ${ID}`,
        `Disposition: ${disposition}`,
        '',
      ),
    );

  test.each([
    ['manual-action/MDN-sent-manually; displayed', 'read'],
    ['automatic-action/MDN-sent-automatically; displayed', 'read'],
    ['manual-action/MDN-sent-manually; deleted', 'delivered'],
  ])('%s', async (disposition, seen) => {
    expect(await decodeAll(mdn(disposition))).toMatchObject([{ type: 'receipt', status: seen, target: { id: ID } }]);
  });
});
