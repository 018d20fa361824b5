import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '../support/until.js';
import { type LedgerItem, type Mailbox, PostOffice } from './post-office.js';
import { answer, close } from './scenario.js';
import { readConversation } from './seen.js';

/** Who is let in, with mail by the real servers: blocks, rules about senders, filter rules and their switches, import anyway. */
let office: PostOffice;
let boxes = 0;
let mails = 0;

beforeAll(async () => {
  office = await PostOffice.open();
}, 240_000);
afterAll(() => office.close(), 240_000);

/** The 43 role addresses of product.md S25. */
const ROLES =
  'abuse admin alert billing compliance devnull dns finance ftp hostmaster info infrastructure inoc ispfeedback ispsupport it list list-request maildaemon mailer-daemon marketing no-reply noc noreply null phish phishing postmaster privacy registrar root sales security spam support sysadmin tech undisclosed-recipients unsubscribe usenet uucp webmaster www'.split(
    ' ',
  );

function letter(box: Mailbox, from: string, fields: Record<string, string> = {}, body = 'Words.'): string {
  const head = {
    From: from,
    To: box.address,
    Subject: `Mail ${(mails += 1)}`,
    'Message-ID': `<in${mails}@people.test>`,
    ...fields,
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', body].join('\r\n');
}
/** An inbox of its own. */
const desk = (): Promise<Mailbox> => office.connect(`support@in${(boxes += 1)}.test`);

/** Where the conversation of an item lies, and why. */
async function placed(item: LedgerItem): Promise<[string, string | null]> {
  const { placement, placementReason } = await readConversation(office.owner, item.conversation?.id ?? '');
  return [placement, placementReason];
}
async function decide(box: Mailbox, kind: string, value: string): Promise<void> {
  const { senderRuleSave } = await office.owner.graphql<{ senderRuleSave: { userErrors: unknown[] } }>(
    'mutation ($input: SenderRuleInput!) { senderRuleSave(input: $input) { userErrors { message } } }',
    { input: { inboxId: box.inboxId, kind, value } },
  );
  expect(senderRuleSave.userErrors).toEqual([]);
}
async function toggle(box: Mailbox, key: string, on: boolean): Promise<void> {
  const { channelFilterRuleSet } = await office.owner.graphql<{ channelFilterRuleSet: { userErrors: unknown[] } }>(
    'mutation ($id: ID!, $key: String!, $on: Boolean!) { channelFilterRuleSet(channelId: $id, key: $key, on: $on) { userErrors { message } } }',
    { id: box.channelId, key, on },
  );
  expect(channelFilterRuleSet.userErrors).toEqual([]);
}
interface Views {
  inboxes: { id: string; views: { key: string; count: number | null }[] }[];
}
async function counts(box: Mailbox): Promise<Record<string, number | null>> {
  const { inboxes } = await office.owner.graphql<Views>('{ inboxes { id views { key count } } }');
  const views = inboxes.find(({ id }) => id === box.inboxId)?.views ?? [];
  return Object.fromEntries(views.filter(({ key }) => key !== 'filtered').map(({ key, count }) => [key, count]));
}

test('all mail of a blocked sender is stored in Filtered, and nothing tells of it (S55 to S59)', async () => {
  const box = await desk();
  const first = await box.receive(letter(box, 'Bad <bad@nasty.test>', { 'Message-ID': '<first@nasty.test>' }));
  const id = first.conversation?.id ?? '';
  const contactId = (await readConversation(office.owner, id)).contact?.id;
  await close(office, id);
  await office.owner.graphql(
    'mutation ($contactId: ID!, $inboxId: ID!) { contactBlock(contactId: $contactId, inboxId: $inboxId) { userErrors { message } } }',
    { contactId, inboxId: box.inboxId },
  );
  await decide(box, 'ALLOW', '@nasty.test');
  const before = await counts(box);
  const answer = await box.receive(letter(box, 'BAD@nasty.test', { 'In-Reply-To': '<first@nasty.test>' }));
  const anew = await box.receive(letter(box, 'Bad <bad@nasty.test>'));
  for (const item of [answer, anew]) {
    expect([item.state, item.reason]).toEqual(['FILTERED', 'BLOCKED']);
    expect(await placed(item)).toEqual(['FILTERED', 'BLOCKED']);
  }
  expect(answer.conversation?.id).toBe(id);
  const seen = await readConversation(office.owner, id);
  expect([seen.status, seen.messages.length]).toEqual(['CLOSED', 2]);
  const unread = await office.owner.graphql(
    'query ($inboxId: ID!) { conversations(filter: { inboxIds: [$inboxId], placement: [INBOX, FILTERED], unread: true }) { nodes { id } } }',
    { inboxId: box.inboxId },
  );
  expect(unread).toEqual({ conversations: { nodes: [] } });
  expect(await counts(box)).toEqual(before);
}, 240_000);

test('each of the 43 role addresses is set aside, and the rule that fired is shown (S25)', async () => {
  expect(ROLES).toHaveLength(43);
  const box = await desk();
  for (const role of ROLES) await office.mail.deliver(box.address, letter(box, `${role}@firm.test`));
  interface Page {
    conversations: { nodes: { placementReason: string; contact: { identities: { value: string }[] } | null }[] };
  }
  const filtered = async (): Promise<Page['conversations']['nodes'] | null> => {
    const { conversations } = await office.owner.graphql<Page>(
      'query ($inboxId: ID!) { conversations(first: 100, filter: { inboxIds: [$inboxId], placement: [FILTERED] }) { nodes { placementReason contact { identities { value } } } } }',
      { inboxId: box.inboxId },
    );
    return conversations.nodes.length >= ROLES.length ? conversations.nodes : null;
  };
  const nodes = (await until(filtered, { what: 'mail of 43 roles in Filtered', deadlineMs: 60_000, everyMs: 300 })) ?? [];
  const reasons = nodes.map(({ placementReason }) => placementReason.replace(/: bounce: .*/, '')).sort();
  // What a mail server writes is told apart before it is a role.
  const daemon = (role: string): boolean => /daemon|postmaster/.test(role);
  const expected = ROLES.map((role) =>
    daemon(role)
      ? 'Delivery reports about unknown mail'
      : `Mail from role addresses, such as marketing@: role sender: ${role}@firm.test`,
  ).sort();
  expect(reasons).toEqual(expected);
}, 240_000);

const RULES: [string, string, Record<string, string>, string][] = [
  ['MARKETING', 'news@list.test', { 'List-Id': '<news.list.test>' }, 'Words.'],
  ['ROLE_ADDRESS', 'info@role.test', {}, 'Words.'],
  [
    'UNSUBSCRIBE_LINK',
    'shop@offers.test',
    { 'Content-Type': 'text/html' },
    '<p>Buy. <a href="https://x.test/unsubscribe">Unsubscribe</a></p>',
  ],
  ['AUTO_RESPONSE', 'away@auto.test', { 'Auto-Submitted': 'auto-replied' }, 'Words.'],
];

test.each(RULES)(
  'the rule %s fires, says so, and can be switched off and on (S25)',
  async (key, from, fields, body) => {
    const box = await desk();
    const send = (n: number) => box.receive(letter(box, `Somebody <${from.replace('@', `@n${n}.`)}>`, fields, body));
    const on = await send(1);
    expect([on.state, (await placed(on))[0]]).toEqual(['FILTERED', 'FILTERED']);
    await toggle(box, key, false);
    const off = await send(2);
    expect([off.state, await placed(off)]).toEqual(['DELIVERED', ['INBOX', null]]);
    await toggle(box, key, true);
    expect((await send(3)).state).toBe('FILTERED');
    // He is known since his second mail: that beats all but the rule about automatic mail.
    expect((await send(2)).state).toBe(key === 'AUTO_RESPONSE' ? 'FILTERED' : 'DELIVERED');
  },
  240_000,
);

test('who is let in or kept out by address or domain is so, whatever the rules say (D42)', async () => {
  const box = await desk();
  await decide(box, 'ALLOW', 'info@partner.test');
  await decide(box, 'ALLOW', '@friends.test');
  await decide(box, 'DENY', '@foes.test');
  const list = { 'List-Id': '<x.test>' };
  expect(await placed(await box.receive(letter(box, 'INFO@Partner.test')))).toEqual(['INBOX', null]);
  expect(await placed(await box.receive(letter(box, 'any@friends.test', list)))).toEqual(['INBOX', null]);
  expect((await placed(await box.receive(letter(box, 'sales@partner.test'))))[0]).toBe('FILTERED');
  const out = await placed(await box.receive(letter(box, 'Friendly <jan@foes.test>')));
  expect(out).toEqual(['FILTERED', expect.stringMatching(/^DENY/)]);
}, 240_000);

test('a repeat and a loop can be imported anyway, once, however often it is asked for (N1)', async () => {
  const box = await desk();
  const first = await box.receive(letter(box, 'Anna <anna@cust.test>'));
  const out = await answer(office, first.conversation?.id ?? '', 'Here you are.');
  const repeat = await box.receive(out.raw);
  expect([repeat.state, repeat.conversation?.id]).toEqual(['DUPLICATE', first.conversation?.id]);
  const loop = await box.receive(letter(box, box.address));
  expect([loop.state, loop.conversation]).toEqual(['FILTERED', null]);
  const importNow = (item: LedgerItem) =>
    office.owner.graphql(
      'mutation ($id: ID!) { inboundItemImport(id: $id) { inboundItem { id state } userErrors { message } } }',
      { id: item.id },
    );
  await Promise.all([repeat, loop, repeat, loop].map(importNow));
  const delivered = () =>
    until(async () => ((await box.ledger()).every(({ state }) => state === 'DELIVERED') ? true : null), {
      what: 'both to be imported',
      deadlineMs: 60_000,
    });
  await delivered();
  await Promise.all([repeat, loop].map(importNow));
  await box.receive(letter(box, 'Marker <marker@cust.test>'));
  await delivered();
  const rows = await office.server.uow.reader.query<{ n: number | string }>(
    "SELECT COUNT(*) AS n FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE c.inbox_id = ? AND m.kind = 'MESSAGE'",
    [box.inboxId],
  );
  // Anna's, our answer, the two that were imported, and the marker.
  expect(Number(rows[0]?.n)).toBe(5);
}, 240_000);
