import { describe, expect, test } from '@jest/globals';
import { isGone } from '../src/gone.js';
import { decodeAll, decodeMessage } from './decoded.js';

const HEAD: Record<string, string> = {
  From: 'Anna <anna@cust.test>',
  To: 'support@shop.test',
  Subject: 'Order 1001',
  'Message-ID': '<a1@cust.test>',
};
/** A plain mail of a person, with these fields besides or instead. */
const raw = (fields: Record<string, string> = {}, body = 'Where is it?'): string =>
  [...Object.entries({ ...HEAD, ...fields }).map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');

describe('who must not be answered by a machine (R-LOOP-1)', () => {
  test.each([
    ['Auto-Submitted', 'auto-replied'],
    ['Auto-Submitted', 'auto-generated'],
    ['Auto-Submitted', 'auto-notified; owner-email="x@y.test"'],
    ['Precedence', 'bulk'],
    ['Precedence', 'junk'],
    ['Precedence', 'list'],
    ['Precedence', 'auto_reply'],
    ['X-Precedence', 'bulk'],
    ['X-Precedence', 'auto_reply'],
    ['List-Id', 'News <news.brand.test>'],
    ['List-Post', '<mailto:list@brand.test>'],
    ['List-Help', '<mailto:help@brand.test>'],
    ['List-Subscribe', '<mailto:join@brand.test>'],
    ['List-Owner', '<mailto:owner@brand.test>'],
    ['List-Archive', '<https://brand.test/archive>'],
    ['List-Unsubscribe', '<https://brand.test/u>'],
    ['X-Autoreply', 'yes'],
    ['X-Autorespond', 'yes'],
    ['X-Autoresponder', 'cgi-bin'],
    ['X-Auto-Response-Suppress', 'All'],
    ['X-Auto-Response-Suppress', 'DR, OOF, AutoReply'],
    ['X-Auto-Response-Suppress', 'OOF'],
    ['X-Auto-Response-Suppress', 'AutoReply'],
    ['Return-Path', '<>'],
    ['From', 'MAILER-DAEMON@mx.test'],
    ['From', 'Postmaster <postmaster@cust.test>'],
    ['From', 'noreply@brand.test'],
    ['From', 'no-reply@brand.test'],
    ['From', 'no_reply+abc@brand.test'],
    ['From', 'calendar-noreply@brand.test'],
    ['From', 'donotreply@brand.test'],
    ['From', 'do-not-reply@brand.test'],
    ['From', 'bounces@brand.test'],
    ['From', 'bounce-17-x=shop.test@brand.test'],
    ['From', 'undisclosed'],
    ['Reply-To', 'no-reply@brand.test'],
    ['Reply-To', 'postmaster@brand.test'],
    ['Reply-To', 'mailer-daemon@brand.test'],
    ['X-Loop', 'support@shop.test'],
    ['Content-Type', 'multipart/report; report-type=x; boundary=b'],
  ])('%s: %s', async (name, value) => {
    expect(await decodeMessage(raw({ [name]: value }))).toMatchObject({ noAutoReply: true });
  });

  test('and a person may be, whatever resembles these', async () => {
    const people: Record<string, string>[] = [
      {},
      { 'Auto-Submitted': 'no' },
      { 'X-Auto-Response-Suppress': 'None' },
      { 'Return-Path': '<anna@cust.test>' },
      { Precedence: 'first-class' },
      { From: 'Bouncer <bouncer@club.test>' },
      { From: 'norepl@cust.test' },
      { From: 'post@master.test' },
    ];
    for (const fields of people) expect((await decodeMessage(raw(fields))).noAutoReply).toBeUndefined();
  });
});

describe('an answer by a machine that says so in words only (R-OOO-2)', () => {
  const answer = { 'In-Reply-To': '<out@shop.test>', References: '<out@shop.test>' };

  test.each([
    'Automatic reply: Order 1001',
    'Auto reply: Order 1001',
    'Out of office: Order',
    'Abwesenheitsnotiz',
    'Automatische Antwort: Bestellung',
    'Réponse automatique : Commande',
    'Respuesta automática: Pedido',
    'Risposta automatica: Ordine',
    'Automatisch antwoord: Bestelling',
    '自動返信: 注文',
    '自动回复：订单',
  ])('%s', async (Subject) => {
    expect(await decodeMessage(raw({ ...answer, Subject }))).toMatchObject({ automatic: 'reply', byWords: true });
  });

  test('is told from one that says so in its headers, and from a person', async () => {
    const Subject = 'Automatic reply: Order 1001';
    const told = await decodeMessage(raw({ ...answer, Subject, 'Auto-Submitted': 'auto-replied' }));
    expect([told.automatic, told.byWords]).toEqual(['reply', undefined]);
    const person = await decodeMessage(raw({ ...answer, Subject: 'Re: Order 1001' }));
    expect([person.automatic, person.byWords, person.noAutoReply]).toEqual([undefined, undefined, undefined]);
    const denied = await decodeMessage(raw({ ...answer, Subject, 'Auto-Submitted': 'no' }));
    expect([denied.automatic, denied.byWords]).toEqual([undefined, undefined]);
  });
});

describe('an address that is gone (R-BNC-6)', () => {
  test.each([
    ['550 5.1.1 no such user', true],
    ['550-5.1.1 The email account does not exist', true],
    ['550 5.1.2 bad destination system', true],
    ['550 5.1.6 has moved', true],
    ['550 5.1.10 recipient not found', true],
    ['550 5.2.1 mailbox disabled', true],
    ['550 5.1.7 bad sender syntax', false],
    ['550 5.1.8 bad sender system', false],
    ['550 5.1.0 Sender address rejected', false],
    ['552 5.2.2 mailbox full', false],
    ['554 5.7.1 spam', false],
    ['450 4.1.1 try later', false],
    ['550 no such user', false],
  ])('%s: %s', (words, gone) => expect(isGone(words)).toBe(gone));

  const report = (status: string, action = 'failed'): string =>
    [
      'From: MAILER-DAEMON@mx.test',
      'To: support@shop.test',
      'Subject: Undelivered Mail Returned to Sender',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n',
      `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\nFinal-Recipient: rfc822; anna@cust.test\r\nAction: ${action}\r\nStatus: ${status}\r\n`,
      '--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: <out@shop.test>\r\n\r\nx\r\n--b--\r\n',
    ].join('\r\n');

  test('is told by a report of a failure only', async () => {
    expect(await decodeAll(report('5.1.1'))).toMatchObject([{ status: 'failed', unreachable: true }]);
    for (const one of [report('5.7.1'), report('5.2.2'), report('4.1.1', 'delayed')])
      expect((await decodeAll(one)).map((event) => event.type === 'receipt' && event.unreachable)).toEqual([undefined]);
  });
});
