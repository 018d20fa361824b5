import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bySmtp } from '../../../deploy/mailstack/mailstack.mjs';
import { until } from '../support/until.js';
import { NameServer } from '../support/name-server.js';
import { type Mailbox, PostOffice } from './post-office.js';
import { answer } from './scenario.js';
import { readConversation, readInbox } from './seen.js';

let names: NameServer;
let office: PostOffice;
let count = 0;

beforeAll(async () => {
  names = await NameServer.open();
  office = await PostOffice.open(({ ports }) => ({
    BALIE_PLUGIN_EMAIL_SMTP_LISTEN: `127.0.0.1:${ports.mx}`,
    BALIE_PLUGIN_EMAIL_SMTP_NAME: 'desk.mx.test',
    BALIE_PLUGIN_EMAIL_DNS: names.address,
  }));
}, 240_000);
afterAll(async () => {
  await office?.close();
  await names?.close();
}, 240_000);

/** An inbox of its own for each test, to which mail is delivered. */
const inbox = (name = 'support', settings: Record<string, unknown> = {}): Promise<Mailbox> =>
  office.connect(`${name}@in${(count += 1)}.mx.test`, {
    incoming: 'smtp',
    imapHost: undefined,
    user: office.mail.password,
    ...settings,
  });

const mail = (fields: Record<string, string>, body = 'Where is it?'): string =>
  [...Object.entries(fields).map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');

/** A mail straight to the door. */
const hand = (to: string | string[], raw: string, from = 'anna@cust.test'): Promise<string> =>
  bySmtp(office.mail.ports.mx, { from, to, raw });

const from = (n: number | string, more: Record<string, string> = {}) => ({
  From: 'Anna Berg <anna@cust.test>',
  Subject: `Order ${n}`,
  'Message-ID': `<${n}@cust.test>`,
  ...more,
});

test('a mail that Postfix brings, by TLS, is in the inbox; what it answers, and an answer to that, stay in the conversation', async () => {
  const box = await inbox();
  await office.mail.deliver(box.address, mail(from('a', { To: box.address })), { from: 'anna@cust.test', via: 'mta' });
  const item = await box.settled();
  expect(item.state).toBe('DELIVERED');
  const [conversation] = await readInbox(office.owner, box.inboxId);
  expect(conversation).toMatchObject({ subject: 'Order a', placement: 'INBOX', messages: [{ text: 'Where is it?' }] });
  const source = (await office.owner.get(item.rawUrl ?? '')).text;
  expect(source).toMatch(
    /^Return-Path: <anna@cust\.test>\r\nReceived: from mta\.test \(\[127\.0\.0\.1\]\)\r\n\tby desk\.mx\.test with ESMTPS /,
  );

  const out = await answer(office, conversation?.id ?? '', 'It is on its way.');
  const replyTo = /[^\s<>]+@[^\s<>]+/.exec(out.headers.get('reply-to') ?? '')?.[0] ?? '';
  expect(replyTo).toMatch(/^support\+/);
  // Whoever answers by a program that keeps nothing: only the envelope leads back (R-THR-3).
  await hand(replyTo, mail(from('b', { To: 'undisclosed-recipients:;' }), 'Thank you.'));
  await box.settled();
  const { messages } = await readConversation(office.owner, conversation?.id ?? '');
  expect(messages.map(({ text }) => text)).toEqual(['Where is it?', 'It is on its way.', 'Thank you.']);
}, 240_000);

test('a mail to two of our inboxes is a conversation in each, linked (R-INB-1)', async () => {
  const [support, sales] = [await inbox(), await inbox('sales')];
  const to = [support.address, sales.address];
  expect(await hand(to, mail(from('both', { To: to.join(', ') })))).toMatch(/^250 2\.6\.0/);
  await Promise.all([support.settled(), sales.settled()]);
  const [one] = await readInbox(office.owner, support.inboxId);
  const [two] = await readInbox(office.owner, sales.inboxId);
  expect([one?.subject, two?.subject]).toEqual(['Order both', 'Order both']);
  const links = await office.server.uow.reader.query('SELECT * FROM conversation_link WHERE conversation_id IN (?, ?)', [
    one?.id,
    two?.id,
  ]);
  expect(links).toHaveLength(1);
});

test('who is proven by his domain is; what a domain disowns is spam, or warned of (R-SPM-2)', async () => {
  const box = await inbox();
  names.say('_dmarc.bank.test', 'v=DMARC1; p=reject');
  names.say('bank.test', 'v=spf1 ip4:127.0.0.1 -all');
  names.say('_dmarc.forged.test', 'v=DMARC1; p=quarantine');
  names.say('_dmarc.soft.test', 'v=DMARC1; p=none');
  const write = async (domain: string, sender: string) => {
    const head = { From: `Bo <bo@${domain}>`, To: box.address, Subject: domain, 'Message-ID': `<x@${domain}>` };
    await hand(box.address, mail(head), sender);
    await box.settled();
  };
  await write('bank.test', 'bo@bank.test');
  await write('forged.test', 'eve@evil.test');
  await write('soft.test', 'eve@evil.test');
  const all = new Map((await readInbox(office.owner, box.inboxId)).map((one) => [one.subject, one]));
  const placed = ['bank.test', 'forged.test', 'soft.test'].map((subject) => all.get(subject)?.placement);
  expect(placed).toEqual(['INBOX', 'SPAM', 'INBOX']);
  expect(all.get('forged.test')?.placementReason).toContain('DMARC');
  const warnings = async (subject: string) => {
    const query = 'query ($id: ID!) { node(id: $id) { ... on Message { warnings } } }';
    const id = all.get(subject)?.messages[0]?.id;
    return (await office.owner.graphql<{ node: { warnings: string[] } }>(query, { id })).node.warnings;
  };
  expect(await warnings('bank.test')).toEqual([]);
  expect(await warnings('soft.test')).toContain('SENDER_NOT_PROVEN');
});

test('while the database can’t keep it, the sender is put off, and the mail is there once when he comes again', async () => {
  const box = await inbox();
  const { uow } = office.server;
  const ctx = { principal: { kind: 'system', name: 'test' }, correlationId: 'test' } as const;
  const rename = (a: string, b: string) => uow.run(ctx, (tx) => tx.execute(`ALTER TABLE ${a} RENAME TO ${b}`));
  const raw = mail(from('later', { To: box.address }));
  await rename('inbound_item', 'inbound_item_away');
  try {
    await expect(hand(box.address, raw)).rejects.toThrow('451 4.3.0');
  } finally {
    await rename('inbound_item_away', 'inbound_item');
  }
  for (let i = 0; i < 2; i++) expect(await hand(box.address, raw)).toMatch(/^250/);
  await box.settled();
  expect(await box.ledger()).toHaveLength(1);
});

test('mail for a channel that is switched off waits with Postfix, and comes once it is on again', async () => {
  const [box, other] = [await inbox(), await inbox()];
  await box.setActive(false);
  await until(
    () =>
      hand(box.address, mail(from('x'))).then(
        () => false,
        (error) => String(error).includes('451 4.3.0'),
      ),
    {
      what: 'the channel to be closed',
      deadlineMs: 60_000,
    },
  );
  await office.mail.deliver(box.address, mail(from('patient', { To: box.address })), { via: 'mta' });
  expect(await hand(other.address, mail(from('other')))).toMatch(/^250/);
  await expect(hand('nobody@in1.mx.test', mail(from('n')))).rejects.toThrow('550 5.1.1');
  await box.setActive(true);
  // What was handed over before the door was closed is there, too.
  const subjects = async () =>
    (await readInbox(office.owner, box.inboxId)).map(({ subject }) => subject).filter((subject) => subject !== 'Order x');
  await until(async () => (await subjects()).length > 0, { what: 'the mail that waited', deadlineMs: 120_000, everyMs: 200 });
  expect(await subjects()).toEqual(['Order patient']);
}, 240_000);

test('the test of a channel says where it listens, and settings of a mailbox are not asked for', async () => {
  const query = `mutation ($input: ChannelTestInput!) { channelTest(input: $input) { checks { title ok message } userErrors { message path } } }`;
  const settings = {
    address: 'new@in.mx.test',
    incoming: 'smtp',
    smtpHost: office.mail.host,
    smtpPort: office.mail.smtp,
    smtpSecurity: 'none',
    user: 'new@in.mx.test',
    password: office.mail.password,
    allowPrivateAddress: true,
  };
  const run = (values: object) =>
    office.owner.graphql<{ channelTest: { checks: { title: string; ok: boolean; message: string }[]; userErrors: unknown[] } }>(
      query,
      {
        input: { type: 'email', settings: values },
      },
    );
  const { channelTest } = await run(settings);
  expect(channelTest.checks.map(({ title, ok }) => [title, ok])).toEqual([
    ['Receiving by SMTP', true],
    ['SMTP sign-in', true],
  ]);
  expect(channelTest.checks[0]?.message).toContain(`127.0.0.1:${office.mail.ports.mx}`);
  const asked = await run({ ...settings, incoming: 'imap' });
  expect(asked.channelTest.userErrors).toMatchObject([
    { path: ['input', 'settings', 'imapHost'], message: 'Give the name of the server.' },
  ]);
});
