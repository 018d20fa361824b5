import { describe, expect, test } from '@jest/globals';
import { decodeAll, type MessageEvent } from './decoded.js';

const HEAD = ['From: Mia <mia@shop.test>', 'To: support@shop.test', 'Message-ID: <f1@shop.test>', 'MIME-Version: 1.0'];

async function forwarded(subject: string, body: string, type = 'text/plain; charset=utf-8'): Promise<MessageEvent['forwarded']> {
  const raw = [...HEAD, `Subject: ${subject}`, `Content-Type: ${type}`, '', body].join('\r\n');
  const [event] = await decodeAll(Buffer.from(raw));
  return (event as MessageEvent).forwarded;
}
const erik = { kind: 'email', value: 'erik@cust.test', name: 'Erik Lund', trust: 'claimed' };

describe('what was forwarded names its sender and his words (R-FWD-1)', () => {
  test.each([
    [
      'Gmail',
      'Fwd: Order',
      'FYI\n\n---------- Forwarded message ---------\nFrom: Erik Lund <erik@cust.test>\nDate: Mon, Nov 2, 2026 at 8:12 AM\nSubject: Order\nTo: <mia@shop.test>\n\nWhere is it?\n\nErik',
    ],
    [
      'Outlook',
      'FW: Order',
      'FYI\n\n________________________________\nFrom: Erik Lund <erik@cust.test>\nSent: Monday, November 2, 2026 8:12 AM\nTo: Mia <mia@shop.test>\nSubject: Order\n\nWhere is it?\n\nErik',
    ],
    [
      'Outlook in German',
      'WG: Order',
      'FYI\n\nVon: Erik Lund [mailto:erik@cust.test]\nGesendet: Montag, 2. November 2026 08:12\nAn: Mia\nBetreff: Order\n\nWhere is it?\n\nErik',
    ],
    [
      'Apple Mail',
      'Fwd: Order',
      'FYI\n\n> Begin forwarded message:\n>\n> From: Erik Lund <erik@cust.test>\n> Subject: Order\n> Date: 2 November 2026 at 08:12:00 CET\n> To: mia@shop.test\n>\n> Where is it?\n>\n> Erik',
    ],
    [
      'Yahoo, all in one line',
      'TR: Order',
      '   ----- Message transmis ----- De : Erik Lund <erik@cust.test>À : "mia@shop.test" <mia@shop.test>Objet : Order\nWhere is it?\n\nErik',
    ],
    [
      'Thunderbird in Italian, the sender not first',
      'I: Order',
      '-------- Messaggio Inoltrato --------\nOggetto: \tOrder\nData: \tMon, 2 Nov 2026\nMittente: \tErik Lund <erik@cust.test>\nA: \tmia@shop.test\n\nWhere is it?\n\nErik',
    ],
    [
      'Outlook for Mac, as it writes an answer',
      'FW: Order',
      'FYI\n\nOp 2/11/2026 08:12 heeft Erik Lund <erik@cust.test> geschreven:\n\nWhere is it?\n\nErik',
    ],
    [
      'Romanian',
      'Fwd: Order',
      '> Începe mesajul redirecționat:\n>\n> Expeditorul: Erik Lund <erik@cust.test>\n> Subiect: Order\n>\n> Where is it?\n>\n> Erik',
    ],
    [
      'Danish, whose prefix is an answer elsewhere',
      'VS: Order',
      '---------- Videresendt meddelelse ----------\nFra: Erik Lund <erik@cust.test>\nTil: mia@shop.test\n\nWhere is it?\n\nErik',
    ],
  ])('%s', async (_, subject, body) => {
    expect(await forwarded(subject, body)).toMatchObject({
      sender: erik,
      parts: [{ type: 'text', text: 'Where is it?\n\nErik' }],
    });
  });

  test('as an attached mail', async () => {
    const inner = 'From: Erik Lund <erik@cust.test>\nSubject: Order\n\nWhere is it?';
    const body = `--b\nContent-Type: text/plain\n\nFYI\n--b\nContent-Type: message/rfc822\n\n${inner}\n--b--\n`;
    const found = await forwarded('Fwd: Order', body, 'multipart/mixed; boundary=b');
    expect(found).toMatchObject({ sender: erik, parts: [{ type: 'text', text: 'Where is it?' }] });
  });

  test.each([
    [
      'an answer',
      'Re: Order',
      'Sent again.\n\nFrom: Erik Lund <erik@cust.test>\nSent: Monday\nTo: Mia\nSubject: Order\n\nWhere is it?',
    ],
    [
      'a block that names nobody',
      'Fwd: Order',
      '---------- Forwarded message ---------\nFrom: Erik\nSubject: Order\n\nWhere is it?',
    ],
    ['a prefix alone', 'Fwd: Order', 'FYI'],
    ['no prefix', 'Order', '---------- Forwarded message ---------\nFrom: Erik <erik@cust.test>\nTo: x\nDate: y\n\nWhere?'],
  ])('%s is no forward', async (_, subject, body) => expect(await forwarded(subject, body)).toBeUndefined());
});
