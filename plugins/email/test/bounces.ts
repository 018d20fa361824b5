/** The mail that the reports are about, and whom it did not reach. */
export const ID = '<out-7@shop.test>';
export const WHO = 'nina@cust.test';
export const lines = (...all: string[]): string => all.join('\r\n');
/** A mail of these fields and this text. */
export const plain = (head: string[], ...text: string[]): string => lines(...head, '', ...text, '');
/** A multipart of these parts, each with its own fields. */
export const parts = (head: string[], type: string, ...each: string[]): string =>
  lines(
    ...head,
    'MIME-Version: 1.0',
    `Content-Type: ${type}; boundary="=_b"`,
    '',
    ...each.map((one) => `--=_b\r\n${one}`),
    '--=_b--',
    '',
  );
export const REPORT = 'multipart/report; report-type=delivery-status';
export const text = (...words: string[]): string =>
  lines('Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', ...words, '');
export const html = (words: string): string => lines('Content-Type: text/html; charset=utf-8', '', words, '');
export const status = (...fields: string[]): string =>
  lines('Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.test', '', ...fields, '');
export const original = (type = 'message/rfc822'): string =>
  lines(
    `Content-Type: ${type}`,
    '',
    'From: Shop <support@shop.test>',
    `To: ${WHO}`,
    'Subject: Re: Order',
    `Message-ID: ${ID}`,
    '',
    'Words.',
    '',
  );
export const TO = ['To: support@shop.test', 'Date: Tue, 3 Nov 2026 10:00:00 +0000', 'Message-ID: <dsn@mx.test>'];

/** Reports of failure as mail servers write them: who, the mail, and what of its reason must be told. */
export const FAILED: [string, string, string][] = [
  [
    'Postfix',
    parts(
      [
        'Return-Path: <>',
        'From: MAILER-DAEMON@mx.test (Mail Delivery System)',
        'Subject: Undelivered Mail Returned to Sender',
        'Auto-Submitted: auto-replied',
        ...TO,
      ],
      REPORT,
      text('This is the mail system at host mx.test.', '', `<${WHO}>: host mx.cust.test[192.0.2.7] said: 550 5.1.1 User unknown`),
      status(
        'X-Postfix-Queue-ID: A1',
        `Final-Recipient: rfc822; ${WHO}`,
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
      ),
      original('text/rfc822-headers'),
    ),
    '5.1.1',
  ],
  [
    'Microsoft 365',
    parts(
      [
        'Return-Path: <>',
        'From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@shop.onmicrosoft.test>',
        'Subject: Undeliverable: Re: Order',
        'Auto-Submitted: auto-replied',
        'X-MS-Exchange-Message-Is-Ndr:',
        ...TO,
      ],
      REPORT,
      html('<html><body><p>Your message to nina@cust.test couldn’t be delivered.</p></body></html>'),
      status(
        `Final-Recipient: rfc822;${WHO}`,
        'Action: failed',
        'Status: 5.1.10',
        'Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      ),
      original(),
    ),
    '5.1.10',
  ],
  [
    'Exchange, French',
    parts(
      ['From: Microsoft Exchange <postmaster@cust.test>', 'Subject: =?utf-8?Q?Non_remis_=3A_Re=3A_Order?=', ...TO],
      REPORT,
      text('Échec de la remise pour ces destinataires ou groupes :', '', WHO),
      status(
        `Original-Recipient: rfc822;${WHO}`,
        `Final-Recipient: rfc822;${WHO.toUpperCase()}`,
        'Action: failed',
        'Status: 5.2.2',
        'Diagnostic-Code: smtp;554 5.2.2 mailbox full;STOREDRV.Deliver',
      ),
      original(),
    ),
    '5.2.2',
  ],
  [
    'Gmail',
    parts(
      [
        'Return-Path: <>',
        'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
        'Subject: Delivery Status Notification (Failure)',
        `In-Reply-To: ${ID}`,
        `References: ${ID}`,
        `X-Failed-Recipients: ${WHO}`,
        'Auto-Submitted: auto-replied',
        ...TO,
      ],
      REPORT,
      lines(
        'Content-Type: multipart/related; boundary="in"',
        '',
        '--in',
        'Content-Type: multipart/alternative; boundary="alt"',
        '',
        '--alt',
        text('** Address not found **', '', `Your message wasn't delivered to ${WHO} because the address couldn't be found.`),
        '--alt',
        html('<h1>Address not found</h1>'),
        '--alt--',
        '--in',
        'Content-Type: image/png; name="icon.png"',
        'Content-ID: <icon.png>',
        'Content-Transfer-Encoding: base64',
        '',
        'iVBORw0KGgo=',
        '--in--',
        '',
      ),
      status(
        `Final-Recipient: rfc822; ${WHO}`,
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.',
      ),
      original(),
    ),
    '5.1.1',
  ],
  [
    'Exim',
    plain(
      [
        'Return-path: <>',
        `X-Failed-Recipients: ${WHO}`,
        'Auto-Submitted: auto-replied',
        'From: Mail Delivery System <Mailer-Daemon@mx.test>',
        'Subject: Mail delivery failed: returning message to sender',
        ...TO,
      ],
      'This message was created automatically by mail delivery software.',
      '',
      'A message that you sent could not be delivered to one or more of its',
      'recipients. This is a permanent error. The following address(es) failed:',
      '',
      `  ${WHO}`,
      '    host mx.cust.test [192.0.2.7]',
      '    SMTP error from remote mail server after RCPT TO:<nina@cust.test>:',
      '    550 5.1.1 unknown user',
      '',
      '------ This is a copy of the message, including all the headers. ------',
      '',
      'From: Shop <support@shop.test>',
      `Message-Id: ${ID}`,
      'Subject: Re: Order',
      '',
      'Words.',
    ),
    '5.1.1',
  ],
  [
    'qmail',
    plain(
      ['Return-Path: <>', 'From: MAILER-DAEMON@mx.test', 'Subject: failure notice', ...TO],
      'Hi. This is the qmail-send program at mx.test.',
      "I'm afraid I wasn't able to deliver your message to the following addresses.",
      "This is a permanent error; I've given up. Sorry it didn't work out.",
      '',
      `<${WHO}>:`,
      '192.0.2.7 does not like recipient.',
      'Remote host said: 550 5.1.1 no such user',
      'Giving up on 192.0.2.7.',
      '',
      '--- Below this line is a copy of the message.',
      '',
      'From: Shop <support@shop.test>',
      `Message-ID: ${ID}`,
      'Subject: Re: Order',
      '',
      'Words.',
    ),
    '5.1.1',
  ],
  [
    'sendmail',
    parts(
      [
        'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.test>',
        'Subject: Returned mail: see transcript for details',
        'Auto-Submitted: auto-generated (failure)',
        ...TO,
      ],
      REPORT,
      text(
        '   ----- The following addresses had permanent fatal errors -----',
        `<${WHO}>`,
        '    (reason: 550 5.1.1 <nina@cust.test>... User unknown)',
      ),
      status(
        `Final-Recipient: RFC822; ${WHO}`,
        'Action: failed',
        'Status: 5.1.1',
        'Remote-MTA: DNS; mx.cust.test',
        'Diagnostic-Code: SMTP; 550 5.1.1 <nina@cust.test>... User unknown',
      ),
      original(),
    ),
    '5.1.1',
  ],
  [
    'Amazon SES',
    parts(
      [
        'Return-Path: <>',
        'From: MAILER-DAEMON@eu-west-1.amazonses.com',
        'Subject: Delivery Status Notification (Failure)',
        ...TO,
      ],
      REPORT,
      text('An error occurred while trying to deliver the mail to the following recipients:', WHO),
      status(
        `Final-Recipient: rfc822;${WHO}`,
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 user does not exist',
      ),
      original(),
    ),
    '5.1.1',
  ],
  [
    'Yahoo',
    plain(
      ['From: MAILER-DAEMON@yahoo.com', 'Subject: Failure Notice', ...TO],
      'Sorry, we were unable to deliver your message to the following address.',
      '',
      `<${WHO}>:`,
      '554: delivery error: dd This user does not have a yahoo.com account (nina@cust.test) [-5] - mta1.test',
      '',
      '--- Below this line is a copy of the message.',
      '',
      `Message-ID: ${ID}`,
      'Subject: Re: Order',
    ),
    '554',
  ],
  [
    'Lotus Notes',
    parts(
      [
        'From: Postmaster@cust.test',
        'Subject: DELIVERY FAILURE: User nina (nina@cust.test) not listed in Domino Directory',
        ...TO,
      ],
      REPORT,
      text(
        'Your message',
        '',
        '  Subject: Re: Order',
        '',
        'was not delivered to:',
        `  ${WHO}`,
        'because:',
        '  User nina (nina@cust.test) not listed in Domino Directory',
      ),
      status(
        `Final-Recipient: rfc822;${WHO}`,
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: X-Notes; User nina not listed in Domino Directory',
      ),
      original('text/rfc822-headers'),
    ),
    '5.1.1',
  ],
  [
    'an internet provider, German, in words only',
    plain(
      [
        'Return-Path: <>',
        'From: Mail Administrator <postmaster@isp.test>',
        'Subject: Unzustellbare Nachricht',
        'Content-Type: text/plain; charset=utf-8',
        ...TO,
      ],
      'Ihre Nachricht konnte nicht zugestellt werden:',
      '',
      `   ${WHO}`,
      '   550 5.2.1 Mailbox gesperrt',
      '',
      `   Message-ID: ${ID}`,
    ),
    '5.2.1',
  ],
  [
    'a Chinese provider',
    parts(
      ['From: Postmaster@isp.test', 'Subject: =?utf-8?B?57O757uf6YCA5L+h?=', ...TO],
      'multipart/mixed',
      text('抱歉，您的邮件被退回来了……', `收件人 ${WHO}`, '550 User not found'),
      original(),
    ),
    '550',
  ],
  [
    'internationalised (RFC 6533)',
    parts(
      ['From: MAILER-DAEMON@mx.test', 'Subject: Undelivered Mail', ...TO],
      'multipart/report; report-type=global-delivery-status',
      text('Failed.'),
      lines(
        'Content-Type: message/global-delivery-status',
        'Content-Transfer-Encoding: 8bit',
        '',
        'Reporting-MTA: dns; mx.test',
        '',
        `Final-Recipient: utf-8; ${WHO}`,
        'Action: failed',
        'Status: 5.6.7',
        '',
      ),
      lines(
        'Content-Type: message/global-headers',
        'Content-Transfer-Encoding: 8bit',
        '',
        `Message-ID: ${ID}`,
        'Subject: Grüße',
        '',
      ),
    ),
    '5.6.7',
  ],
  [
    'parts in base64',
    parts(
      ['From: postmaster@mx.test', 'Subject: Delivery failure', ...TO],
      REPORT,
      text('Failed.'),
      lines(
        'Content-Type: message/delivery-status',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(
          `Reporting-MTA: dns;mx.test\r\n\r\nFinal-Recipient: rfc822;${WHO}\r\nAction: failed\r\nStatus: 5.7.1\r\n`,
        ).toString('base64'),
        '',
      ),
      original(),
    ),
    '5.7.1',
  ],
  [
    'the original’s fields without a part of their own',
    parts(
      ['From: postmaster@mx.test', 'Subject: Delivery failure', ...TO],
      REPORT,
      text('The mail could not be delivered.', '', '> Subject: Re: Order', `> Message-ID: ${ID}`),
      status(`Final-Recipient: rfc822; ${WHO}`, 'Action: Failed (expired)', 'Status: 4.4.7 (delivery time expired)'),
    ),
    '4.4.7',
  ],
];
