import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Mailbox, PostOffice } from './post-office.js';
import { answer, close } from './scenario.js';
import { readConversation, readInbox } from './seen.js';

let office: PostOffice;
let count = 0;

beforeAll(async () => {
  office = await PostOffice.open();
}, 240_000);
afterAll(() => office.close(), 240_000);

interface Desk {
  box: Mailbox;
  /** Writes to the inbox from an address of this test. */
  write(from: string, subject: string, fields?: Record<string, string>, body?: string): ReturnType<Mailbox['receive']>;
  all(): ReturnType<typeof readInbox>;
}

/** An inbox of its own, and people of its own who write to it. */
async function desk(settings: Record<string, unknown> = {}): Promise<Desk> {
  const n = (count += 1);
  const box = await office.connect(`support@rules${n}.test`, settings);
  let mails = 0;
  return {
    box,
    write: (from, subject, fields = {}, body = 'Words.') => {
      const head = {
        From: from.replace('.test', `${n}.test`),
        To: box.address,
        Subject: subject,
        'Message-ID': `<m${(mails += 1)}@people${n}.test>`,
        ...fields,
      };
      const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
      return box.receive([...lines, '', body].join('\r\n'));
    },
    all: () => readInbox(office.owner, box.inboxId),
  };
}

/** A conversation of Anna's that was answered; its id, and what our answer was called. */
async function answered(d: Desk) {
  const item = await d.write('Anna <anna@cust.test>', 'Order');
  const id = item.conversation?.id ?? '';
  const out = await answer(office, id, 'We look into it.');
  const value = (name: string): string => out.headers.get(name) ?? '';
  return { id, messageId: value('message-id'), replyTo: /[^\s<>]+@[^\s<>]+/.exec(value('reply-to'))?.[0] ?? '' };
}

test('a forged reply token opens no door (R-THR-3)', async () => {
  const d = await desk();
  const { id, replyTo } = await answered(d);
  const forged = replyTo.replace(/\+(.)/, (_, first: string) => `+${first === 'x' ? 'y' : 'x'}`);
  const item = await d.write('Eve <eve@evil.test>', 'Re: Order', { To: forged });
  expect(item.conversation?.id).not.toBe(id);
});

test('who was not on the thread begins anew and is linked; a colleague of the customer joins, marked (R-THR-5)', async () => {
  const d = await desk();
  const { id, messageId } = await answered(d);
  const stranger = await d.write('Eve <eve@evil.test>', 'Re: Order', { 'In-Reply-To': messageId });
  expect(stranger.conversation?.id).not.toBe(id);
  const linked = await readConversation(office.owner, stranger.conversation?.id ?? '');
  expect(linked.events).toMatchObject([{ type: 'linked', data: { conversationId: id } }]);
  const colleague = await d.write('Carl <carl@cust.test>', 'Re: Order', { 'In-Reply-To': messageId });
  expect(colleague.conversation?.id).toBe(id);
});

test('an answer reopens, an absence does not, and neither does a delay (R-THR-8, R-OOO-1, R-BNC-2)', async () => {
  const d = await desk();
  const { id, messageId } = await answered(d);
  const status = async () => (await readConversation(office.owner, id)).status;
  await close(office, id);
  const away = { 'In-Reply-To': messageId, 'Auto-Submitted': 'auto-replied' };
  expect((await d.write('Anna <anna@cust.test>', 'Out of office', away)).conversation?.id).toBe(id);
  expect(await status()).toBe('CLOSED');
  const report = [
    '--r\r\nContent-Type: text/plain\r\n\r\nYour mail is delayed.',
    '--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n',
    'Final-Recipient: rfc822; anna@cust.test\r\nAction: delayed\r\nStatus: 4.4.1\r\n',
    `--r\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${messageId}\r\n`,
    '--r--\r\n',
  ].join('\r\n');
  const type = { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=r', 'MIME-Version': '1.0' };
  const delay = await d.write('MAILER-DAEMON@mx.test', 'Delayed mail (still being retried)', type, report);
  expect([delay.state, delay.conversation?.id, delay.reason]).toEqual(['FILTERED', id, expect.stringContaining('4.4.1')]);
  expect(await status()).toBe('CLOSED');
  expect((await d.all()).map((one) => [one.id, one.deliveryStatus])).toEqual([[id, null]]);
  await d.write('Anna <anna@cust.test>', 'Re: Order', { 'In-Reply-To': messageId });
  expect(await status()).toBe('OPEN');
});

test('list mail is set aside unless it comes from somebody whom we know, or into a conversation (R-FLT-3)', async () => {
  const d = await desk();
  const list = { 'List-Id': '<news.test>', Precedence: 'bulk' };
  const first = await d.write('News <news@list.test>', 'Offers', list);
  const { id, messageId } = await answered(d);
  const known = await d.write('Anna <anna@cust.test>', 'Our list', list);
  const within = await d.write('Anna <anna@cust.test>', 'Re: Order', { ...list, 'In-Reply-To': messageId });
  expect(within.conversation?.id).toBe(id);
  const placed = new Map((await d.all()).map((one) => [one.id, one.placement]));
  expect([first, known, within].map(({ conversation }) => placed.get(conversation?.id ?? ''))).toEqual([
    'FILTERED',
    'INBOX',
    'INBOX',
  ]);
});

test('an answer goes out from the alias that was written to (R-INB-3)', async () => {
  const n = count + 1;
  const d = await desk({ aliases: `help@rules${n}.test` });
  const item = await d.write('Anna <anna@alias.test>', 'Hello', { To: `help@rules${n}.test` });
  const out = await answer(office, item.conversation?.id ?? '', 'Hello, Anna.');
  expect(out.headers.get('from')).toContain(`<help@rules${n}.test>`);
});

test('a person who attaches a mail has sent no bounce, and the mail is a file (R-BNC-5, R-ATT-5)', async () => {
  const d = await desk();
  const body =
    '--b\r\nContent-Type: text/plain\r\n\r\nLook at this.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@y.test\r\nSubject: Undelivered\r\n\r\nInner.\r\n--b--\r\n';
  await d.write('Anna <anna@cust.test>', 'Strange mail', { 'Content-Type': 'multipart/mixed; boundary=b' }, body);
  const [conversation] = await d.all();
  const [message] = conversation?.messages ?? [];
  expect([conversation?.placement, message?.text, message?.automatic]).toEqual(['INBOX', 'Look at this.', false]);
  expect(message?.attachments.map(({ name }) => name)).toEqual(['Undelivered.eml']);
});
