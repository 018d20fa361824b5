import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '../support/until.js';
import { type Mailbox, PostOffice } from './post-office.js';
import { answer, send } from './scenario.js';
import { readConversation, readInbox } from './seen.js';

let office: PostOffice;
let count = 0;

beforeAll(async () => {
  office = await PostOffice.open();
}, 240_000);
afterAll(() => office.close(), 240_000);

/** An inbox of its own for each test. */
const inbox = (name = 'support'): Promise<Mailbox> => office.connect(`${name}@shop${(count += 1)}.test`);

const mail = (fields: Record<string, string>, body: string): string =>
  [...Object.entries(fields).map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');

/** The one conversation of an inbox. */
async function only(box: Mailbox) {
  const all = await readInbox(office.owner, box.inboxId);
  expect(all).toHaveLength(1);
  return all[0]!;
}

test('a mail with more parts than anybody reads becomes a conversation that says so, beside its source (N1, R-ATT-7, R-DUP-8)', async () => {
  const box = await inbox();
  const parts = Array.from({ length: 5_000 }, (_, i) => `--b\r\nContent-Type: text/plain; name=p${i}.txt\r\n\r\npart ${i}\r\n`);
  const head = { From: 'Anna <anna@cust.test>', Subject: 'Five thousand parts', 'Message-ID': '<parts@cust.test>' };
  const raw = mail({ ...head, 'Content-Type': 'multipart/mixed; boundary=b' }, `${parts.join('')}--b--\r\n`);
  const item = await box.receive(raw);
  expect([item.state, item.unparsed]).toEqual(['DELIVERED', false]);
  const conversation = await only(box);
  const [message] = conversation.messages;
  expect([conversation.placement, conversation.subject]).toEqual(['INBOX', 'Five thousand parts']);
  expect(JSON.stringify(message?.parts)).toContain('in the source of this mail');
  const source = await office.owner.get(message?.rawUrl ?? '');
  expect(source.text).toContain('Subject: Five thousand parts');
  // It stopped nobody: the next mail comes in.
  await box.passMarker();
});

test('a mail without a Message-ID is shown once, however often it is delivered, and can be answered (R-DUP-3)', async () => {
  const box = await inbox();
  const raw = mail(
    { From: 'Anna <anna@noid.test>', To: box.address, Subject: 'No id', Date: 'Tue, 3 Nov 2026 09:00:00 +0000' },
    'Hello.',
  );
  await box.receive(raw);
  await office.mail.deliver(box.address, raw);
  await box.passMarker();
  const all = await readInbox(office.owner, box.inboxId);
  expect(all.map(({ subject }) => subject).toSorted()).toEqual([`Marker of ${box.address}`, 'No id']);
  const conversation = all.find(({ subject }) => subject === 'No id')!;
  expect(conversation.messages).toHaveLength(1);
  const out = await answer(office, conversation.id, 'Hello, Anna.');
  expect(out.headers.get('subject')).toBe('Re: No id');
});

test('two mails with one Message-ID and other words are two (R-DUP-2)', async () => {
  const box = await inbox();
  for (const words of ['One.', 'Two.'])
    await box.receive(mail({ From: 'Anna <anna@same.test>', Subject: 'Same id', 'Message-ID': '<same@same.test>' }, words));
  const messages = (await readInbox(office.owner, box.inboxId)).flatMap((conversation) => conversation.messages);
  expect(messages.map(({ text }) => text).toSorted()).toEqual(['One.', 'Two.']);
});

test('mail between two of our inboxes is a conversation in the one that got it (R-LOOP-2, R-INB-6)', async () => {
  const [support, sales] = [await inbox(), await inbox('sales')];
  await support.receive(
    mail(
      { From: `Sales <${sales.address}>`, To: support.address, Subject: 'Who takes this?', 'Message-ID': '<inside@shop.test>' },
      'Hi.',
    ),
  );
  const conversation = await only(support);
  expect([conversation.placement, conversation.messages[0]?.text]).toEqual(['INBOX', 'Hi.']);
  expect(await readInbox(office.owner, sales.inboxId)).toEqual([]);
  // What a machine sends from one of our addresses is a loop, in whichever inbox it arrives.
  const head = { From: `Sales <${sales.address}>`, To: support.address, 'Message-ID': '<loop@shop.test>' };
  const item = await support.receive(mail({ ...head, Subject: 'Got it', 'Auto-Submitted': 'auto-replied' }, 'We got it.'));
  expect([item.state, item.conversation]).toEqual(['FILTERED', null]);
  expect((await only(support)).messages).toHaveLength(1);
});

test('our own mail that comes back into its mailbox is no message of anybody (R-INB-6)', async () => {
  const box = await inbox();
  await box.receive(mail({ From: 'Anna <anna@back.test>', Subject: 'Hello', 'Message-ID': '<back@back.test>' }, 'Hello?'));
  const conversation = await only(box);
  const out = await answer(office, conversation.id, 'Here we are.');
  const item = await box.receive(out.raw);
  expect([item.state, item.conversation?.id]).toEqual(['DUPLICATE', conversation.id]);
  expect((await only(box)).messages).toHaveLength(2);
});

test('a reply is well-formed and names what it answers (S01, R-SND-1)', async () => {
  const box = await inbox();
  const head = { From: 'Anna Berg <anna@reply.test>', To: box.address, Subject: 'Order 1001', 'Message-ID': '<a1@reply.test>' };
  await box.receive(mail(head, 'Where is it?'));
  const { id } = await only(box);
  const out = await answer(office, id, 'It is on its way.', '<p>It is <b>on its way</b>.</p>');
  const source = out.raw.toString('latin1');
  const value = (name: string): string => out.headers.get(name) ?? '';
  expect(value('subject')).toBe('Re: Order 1001');
  expect([value('in-reply-to'), value('references')]).toEqual(['<a1@reply.test>', '<a1@reply.test>']);
  expect(value('from')).toContain(`<${box.address}>`);
  expect(value('message-id')).toMatch(new RegExp(`@${box.address.split('@')[1]}>$`));
  expect(value('reply-to')).toMatch(/^"?[^<]*<?support\+[A-Za-z0-9_-]{20,}@/);
  expect(value('content-type')).toMatch(/^multipart\/alternative/);
  expect(source).toMatch(/Content-Type: text\/plain[^]*Content-Type: text\/html[^]*<b>on its way<\/b>/);
  for (const name of ['list-unsubscribe', 'auto-submitted', 'precedence', 'bcc']) expect(out.headers.has(name)).toBe(false);
  expect(Math.max(...source.split(/\r?\n/).map((line) => line.length))).toBeLessThanOrEqual(998);
});

test('a real bounce of Postfix turns the message red, with the server’s words, and makes nobody (B07, R-BNC-1)', async () => {
  const box = await inbox();
  await box.receive(mail({ From: 'Nobody <nouser@gone.test>', Subject: 'Hello', 'Message-ID': '<gone@gone.test>' }, 'Hello?'));
  const { id } = await only(box);
  await send(office, id, 'Here we are.');
  const bounced = await until(
    async () => {
      const { messages } = await readConversation(office.owner, id);
      return messages.find(({ deliveryStatus }) => deliveryStatus === 'BOUNCED' || deliveryStatus === 'FAILED');
    },
    { what: 'the bounce', deadlineMs: 60_000, everyMs: 100 },
  );
  expect(bounced?.deliveries[0]?.reason).toContain('5.1.1');
  const conversation = await only(box);
  expect([conversation.status, conversation.messages.length]).toEqual(['OPEN', 2]);
}, 240_000);

test('a forward by somebody who is no agent stays his own mail (R-FWD-1)', async () => {
  const box = await inbox();
  const body =
    'See below.\r\n\r\n---------- Forwarded message ---------\r\nFrom: Boss <boss@cust.test>\r\nDate: x\r\nSubject: y\r\nTo: z\r\n\r\nPay him.';
  await box.receive(mail({ From: 'Anna <anna@fwd.test>', Subject: 'Fwd: y', 'Message-ID': '<fwd@fwd.test>' }, body));
  const conversation = await only(box);
  expect(conversation.contact?.identities.map(({ value }) => value)).toEqual(['anna@fwd.test']);
  expect(conversation.messages[0]?.text).toContain('Pay him.');
});
