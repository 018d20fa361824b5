import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '../support/until.js';
import { type Mailbox, PostOffice } from './post-office.js';
import { close, send } from './scenario.js';
import { readConversation, readInbox, type SeenConversation, type SeenMessage } from './seen.js';

let office: PostOffice;
let count = 0;

beforeAll(async () => {
  office = await PostOffice.open();
}, 240_000);
afterAll(() => office.close(), 240_000);

const SUBJECT = 'We have received your message (';

/** An inbox of its own that answers by itself. */
async function answering(name = 'support', at = office): Promise<Mailbox> {
  const box = await at.connect(`${name}@auto${(count += 1)}.test`);
  await at.answerByItself(box.inboxId, `${SUBJECT}{number})`, 'Thank you for writing to {inbox}.');
  return box;
}

let mails = 0;
const mail = (from: string, to: string, fields: Record<string, string> = {}, body = 'Where is my order?'): string => {
  mails += 1;
  const head = { From: from, To: to, Subject: `BUY NOW ${mails}`, 'Message-ID': `<m${mails}@people.test>`, ...fields };
  return [...Object.entries(head).map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');
};

const ours = ({ messages }: SeenConversation): SeenMessage[] => messages.filter(({ direction }) => direction === 'OUTBOUND');

/** The conversation once its acknowledgement has left. */
async function acknowledged(id: string, at = office): Promise<SeenConversation> {
  const found = await until(
    async () => {
      const conversation = await readConversation(at.owner, id);
      return ours(conversation).some(({ deliveryStatus }) => deliveryStatus === 'SENT') ? conversation : null;
    },
    { what: 'the acknowledgement', deadlineMs: 60_000, everyMs: 100 },
  );
  return found as SeenConversation;
}

/** When everything that was asked for has been done. */
async function quiet(at = office): Promise<void> {
  const sql = "SELECT COUNT(*) AS n FROM job WHERE name IN ('acknowledge', 'decode', 'deliver')";
  await until(async () => Number((await at.server.uow.reader.query<{ n: number | string }>(sql))[0]?.n) === 0, {
    what: 'an empty queue',
    deadlineMs: 60_000,
    everyMs: 100,
  });
}

test('a person’s mail is acknowledged once, in our words, and the answer to that joins (R-LOOP-3, R-LOOP-4)', async () => {
  const box = await answering();
  const item = await box.receive(mail('"CLICK HERE" <anna@once.test>', box.address, { 'Message-ID': '<first@once.test>' }));
  const conversation = await acknowledged(item.conversation?.id ?? '');
  expect(ours(conversation)).toMatchObject([{ automatic: true, deliveryStatus: 'SENT' }]);
  expect(conversation).toMatchObject({ status: 'OPEN', waitingSince: expect.any(String), preview: 'Where is my order?' });
  expect(conversation.events.map(({ type }) => type)).toEqual(['acknowledged']);
  const out = await office.mail.waitForMail('anna@once.test');
  const value = (name: string): string => out.headers.get(name) ?? '';
  expect(value('subject')).toMatch(/^We have received your message \(\d+\)$/);
  expect([value('auto-submitted'), value('x-auto-response-suppress'), value('return-path')]).toEqual([
    'auto-replied',
    'All',
    '<>',
  ]);
  expect([value('in-reply-to'), value('references')]).toEqual(['<first@once.test>', '<first@once.test>']);
  expect(out.raw.toString()).not.toMatch(/CLICK HERE|BUY NOW|Where is my order/);
  const replyTo = /[^\s<>]+@[^\s<>]+/.exec(value('reply-to'))?.[0] ?? '';
  const answer = mail('anna@once.test', replyTo, { Subject: `Re: ${value('subject')}`, 'In-Reply-To': value('message-id') });
  expect((await box.receive(answer)).conversation?.id).toBe(conversation.id);
  await box.receive(mail('anna@once.test', box.address));
  await quiet();
  expect((await readInbox(office.owner, box.inboxId)).flatMap(ours)).toHaveLength(1);
  // A person's answer carries none of it.
  await send(office, conversation.id, 'Here it is.');
  const human = await office.mail.waitForMail('anna@once.test', ({ raw }) => raw.toString().includes('Here it is.'));
  for (const name of ['auto-submitted', 'x-auto-response-suppress']) expect(human.headers.has(name)).toBe(false);
  expect(human.headers.get('return-path')).toBe(`<${box.address}>`);
}, 240_000);

test('a mail to two inboxes of ours gets one acknowledgement in all (R-INB-1)', async () => {
  const [one, two] = [await answering('one'), await answering('two')];
  const raw = mail('bob@both.test', `${one.address}, ${two.address}`);
  const [here, there] = [await one.receive(raw), await two.receive(raw)];
  expect(here.conversation?.id).not.toBe(there.conversation?.id);
  await acknowledged(here.conversation?.id ?? '');
  await quiet();
  const all = [...(await readInbox(office.owner, one.inboxId)), ...(await readInbox(office.owner, two.inboxId))];
  expect(all.flatMap(ours)).toHaveLength(1);
}, 240_000);

test('two installations that acknowledge each other stop at one (R-LOOP-1, R-LOOP-2)', async () => {
  const other = await PostOffice.join(office.mail);
  try {
    const [here, there] = [await answering('here'), await answering('there', other)];
    const input = { inboxId: there.inboxId, to: [here.address], subject: 'Hello there', text: 'Can you help us?' };
    await other.owner.graphql(
      'mutation ($input: ComposeInput!) { conversationCompose(input: $input) { userErrors { message } } }',
      {
        input,
      },
    );
    const item = await here.settled();
    await acknowledged(item.conversation?.id ?? '');
    const back = await there.settled();
    expect(back.state).toBe('DELIVERED');
    await Promise.all([quiet(), quiet(other)]);
    const [mine] = await readInbox(office.owner, here.inboxId);
    const [theirs, ...more] = await readInbox(other.owner, there.inboxId);
    expect(more).toEqual([]);
    expect(mine?.messages.map(({ direction, automatic }) => [direction, automatic])).toEqual([
      ['INBOUND', false],
      ['OUTBOUND', true],
    ]);
    expect(theirs?.messages.map(({ direction, automatic }) => [direction, automatic])).toEqual([
      ['OUTBOUND', false],
      ['INBOUND', true],
    ]);
  } finally {
    await other.leave();
  }
}, 240_000);

test('a storm of absences changes nothing and is answered by nobody, with headers or without (R-OOO-1, R-OOO-2)', async () => {
  const box = await answering();
  const item = await box.receive(mail('carl@away.test', box.address));
  const { id, waitingSince } = await acknowledged(item.conversation?.id ?? '');
  const out = await office.mail.waitForMail('carl@away.test');
  await close(office, id);
  const to = /[^\s<>]+@[^\s<>]+/.exec(out.headers.get('reply-to') ?? '')?.[0] ?? '';
  const cites = { 'In-Reply-To': out.headers.get('message-id') ?? '' };
  const signs: Record<string, string>[] = [
    { 'Auto-Submitted': 'auto-replied' },
    { 'X-Autoreply': 'yes' },
    { Precedence: 'auto_reply' },
    { Subject: 'Automatic reply: your message' },
    { Subject: 'Abwesenheitsnotiz' },
    { Subject: 'Automatisch antwoord: je bericht' },
  ];
  for (const sign of signs) {
    const one = await box.receive(mail('carl@away.test', to, { ...cites, ...sign }));
    expect(one.conversation?.id).toBe(id);
  }
  await quiet();
  const after = await readConversation(office.owner, id);
  expect([after.status, after.waitingSince]).toEqual(['CLOSED', waitingSince]);
  expect(after.messages.filter(({ direction }) => direction === 'INBOUND').map(({ automatic }) => automatic)).toEqual([
    false,
    ...signs.map(() => true),
  ]);
  expect(ours(after)).toHaveLength(1);
}, 240_000);

test('no sign of a machine is answered, each by itself (R-LOOP-1)', async () => {
  const box = await answering();
  const signs: Record<string, string>[] = [
    { 'Auto-Submitted': 'auto-generated' },
    { 'Auto-Submitted': 'auto-replied' },
    { Precedence: 'bulk' },
    { Precedence: 'junk' },
    { Precedence: 'list' },
    { Precedence: 'auto_reply' },
    { 'X-Precedence': 'bulk' },
    { 'List-Id': 'News <news.brand.test>' },
    { 'List-Unsubscribe': '<https://brand.test/u>' },
    { 'X-Autoreply': 'yes' },
    { 'X-Autorespond': 'yes' },
    { 'X-Autoresponder': 'yes' },
    { 'X-Auto-Response-Suppress': 'All' },
    { 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    { 'X-Loop': 'x@y.test' },
    { 'X-Spam-Flag': 'YES' },
    { 'Reply-To': 'no-reply@signs.test' },
  ];
  for (const [n, sign] of signs.entries()) await box.receive(mail(`p${n}@signs${n}.test`, box.address, sign));
  for (const [n, name] of ['mailer-daemon', 'postmaster', 'no-reply', 'donotreply', 'bounces'].entries())
    await box.receive(mail(`${name}@names${n}.test`, box.address));
  await box.receive(mail('null@path.test', box.address), '');
  await box.receive(mail('person@signs.test', box.address));
  await quiet();
  const all = await readInbox(office.owner, box.inboxId, 60);
  expect(all.flatMap((one) => ours(one).map(() => one.contact?.identities[0]?.value))).toEqual(['person@signs.test']);
}, 240_000);

test('a bounce after the acknowledgement turns its message red, opens the conversation, and is answered by nobody (G2 16)', async () => {
  const box = await answering();
  const item = await box.receive(mail('nouser@gone9.test', box.address));
  const { id } = await acknowledged(item.conversation?.id ?? '');
  await send(office, id, 'Here we are.');
  await close(office, id);
  const state = async (): Promise<SeenMessage | undefined> =>
    (await readConversation(office.owner, id)).messages.find(({ text }) => text === 'Here we are.');
  await until(async () => (await state())?.deliveryStatus === 'BOUNCED', {
    what: 'the bounce',
    deadlineMs: 60_000,
    everyMs: 150,
  });
  await quiet();
  const conversation = await readConversation(office.owner, id);
  expect([conversation.status, conversation.deliveryStatus]).toEqual(['OPEN', 'BOUNCED']);
  expect(conversation.events.map(({ type }) => type)).toContain('delivery_bounced');
  expect(ours(conversation)).toHaveLength(2);
  expect(await readInbox(office.owner, box.inboxId)).toHaveLength(1);
  const { recipients } = await office.owner.graphql<{ recipients: { troubles: { trouble: string; reason: string }[] }[] }>(
    'query { recipients(kind: "email", values: ["NoUser@gone9.test"]) { troubles { trouble reason } } }',
  );
  expect(recipients).toMatchObject([{ troubles: [{ trouble: 'UNREACHABLE', reason: expect.stringContaining('5.1.1') }] }]);
}, 240_000);

test('a flood of one sender is kept and joined, wakes nobody and is answered once; then all is as before (R-LOOP-3)', async () => {
  const box = await answering();
  const many = 26;
  for (let n = 0; n < many; n++) await office.mail.deliver(box.address, mail('eve@flood.test', box.address));
  for (let n = 0; n < many; n++) await box.settled();
  await quiet();
  const all = await readInbox(office.owner, box.inboxId, 60);
  expect(
    all.map(({ messages }) => messages.filter(({ direction }) => direction === 'INBOUND').length).toSorted((a, b) => b - a),
  ).toEqual([7, ...Array.from({ length: 19 }, () => 1)]);
  expect(all.flatMap(({ events }) => events.filter(({ type }) => type === 'flooded'))).toHaveLength(1);
  expect(all.flatMap(ours)).toHaveLength(1);
  expect((await box.receive(mail('frank@calm.test', box.address))).conversation?.id).toBeDefined();
}, 240_000);
