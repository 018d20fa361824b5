import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Ctx } from '../../src/kernel/context.js';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeAgent, makeConversation, makeInbox } from '../server/world.js';

/** Who is let in, over GraphQL: each right, bad input with its path, and what undoes what. */
const SYSTEM: Ctx = { principal: { kind: 'system', name: 'test' }, correlationId: 'test' };
let server: TestServer;
/** Sees the inbox, manages it, and is no member of it. */
let owner: TestClient;
let people: Record<'manager' | 'agent' | 'viewer' | 'stranger', TestClient>;
let inboxId: string;
let channelId: string;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  const [max, anna, vera, eve] = await Promise.all(['Max', 'Anna', 'Vera', 'Eve'].map((name) => makeAgent(server, owner, name)));
  if (!max || !anna || !vera || !eve) throw new Error('There are no agents');
  people = { manager: max.browser, agent: anna.browser, viewer: vera.browser, stranger: eve.browser };
  inboxId = await makeInbox(owner, 'Support', [anna.id]);
  const members = [
    { agentId: max.id, role: 'MANAGER' },
    { agentId: anna.id, role: 'AGENT' },
    { agentId: vera.id, role: 'VIEWER' },
  ];
  await owner.graphql('mutation ($input: InboxSaveInput!) { inboxSave(input: $input) { userErrors { message } } }', {
    input: { id: inboxId, members },
  });
  channelId = newId('channel');
  await server.uow.run(SYSTEM, (tx) =>
    tx.execute(
      `INSERT INTO channel (id, inbox_id, plugin_id, type, name, account, own, settings, settings_version, active, authorized, state, view_id, view_title, icon, capabilities, created_at, updated_at, version)
       VALUES (?, ?, 'none', 'none', 'Box', 'support@shop.example', '[]', '{}', 1, ?, ?, 'PAUSED', 'mail', '"Mail"', 'mail', '{}', 1, 1, 1)`,
      [channelId, inboxId, false, true],
    ),
  );
}, 240_000);
afterAll(() => server.close());

interface Problem {
  code: string;
  path: string[] | null;
}
type Payload = { userErrors: Problem[] } & Record<string, unknown>;
/** The one payload of a mutation. */
async function mutate(client: TestClient, call: string, variables: Record<string, unknown> = {}): Promise<Payload> {
  const data = await client.graphql<Record<string, Payload>>(call, variables);
  return Object.values(data)[0]!;
}
const codes = async (call: (client: TestClient) => Promise<Payload>): Promise<Record<string, string>> => {
  const who: [string, TestClient][] = [['admin', owner], ...Object.entries(people)];
  const found: [string, string][] = [];
  for (const [name, client] of who) {
    const [problem] = (await call(client)).userErrors;
    found.push([name, problem ? `${problem.code} ${(problem.path ?? []).join('.')}` : 'ok']);
  }
  return Object.fromEntries(found);
};
const SAVE = `mutation ($input: SenderRuleInput!) { senderRuleSave(input: $input) {
  senderRule { id kind value identityKind createdByName inbox { id } contact { id } } userErrors { code path } } }`;
const RULES = `query ($inboxId: ID!, $kind: SenderRuleKind, $after: String) { senderRules(inboxId: $inboxId, kind: $kind, first: 2, after: $after) {
  position nodes { id kind value createdByName contact { id name } } edges { cursor } pageInfo { hasNextPage endCursor } } }`;
const save = (client: TestClient, value: string, kind = 'DENY') => mutate(client, SAVE, { input: { inboxId, kind, value } });

test('rules about senders: who may, what is refused, pages, and taking one back twice', async () => {
  expect(await codes((client) => save(client, '@spam.example'))).toEqual({
    admin: 'ok',
    manager: 'ok',
    agent: 'FORBIDDEN input.inboxId',
    viewer: 'FORBIDDEN input.inboxId',
    stranger: 'NOT_FOUND input.inboxId',
  });
  const nowhere = { inboxId: 'inb_00000000000000000000000000000000', kind: 'DENY', value: 'a@b.example' };
  expect((await mutate(owner, SAVE, { input: nowhere })).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'inboxId'] }]);
  expect((await save(people.manager, 'no address')).userErrors).toEqual([{ code: 'INVALID', path: ['input', 'value'] }]);
  const kinds = people.manager.ask(SAVE, { input: { inboxId, kind: 'MAYBE', value: 'a@b.example' } });
  expect((await kinds).errors).toHaveLength(1);
  for (const n of [1, 2, 3]) await save(people.manager, `a${n}@allow.example`, 'ALLOW');

  interface Page {
    senderRules: { nodes: { id: string; value: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  }
  const first = (await people.viewer.graphql<Page>(RULES, { inboxId, kind: 'ALLOW' })).senderRules;
  const after = first.pageInfo.endCursor;
  const second = (await people.viewer.graphql<Page>(RULES, { inboxId, kind: 'ALLOW', after })).senderRules;
  expect([...first.nodes, ...second.nodes].map(({ value }) => value)).toEqual([3, 2, 1].map((n) => `a${n}@allow.example`));
  const answer = await people.stranger.ask(RULES, { inboxId });
  expect(answer.errors[0]?.extensions['code']).toBe('NOT_FOUND');

  const id = first.nodes[0]?.id;
  const remove = (client: TestClient) =>
    mutate(client, 'mutation ($id: ID!) { senderRuleRemove(id: $id) { id userErrors { code path } } }', { id });
  // As of one that is gone already; it stays.
  expect(await remove(people.stranger)).toEqual({ id, userErrors: [] });
  expect((await remove(people.agent)).userErrors).toEqual([{ code: 'FORBIDDEN', path: ['id'] }]);
  const node = async (client: TestClient) =>
    (await client.graphql<{ node: object | null }>('query ($id: ID!) { node(id: $id) { __typename id } }', { id })).node;
  expect([await node(people.viewer), await node(people.stranger)]).toEqual([{ __typename: 'SenderRule', id }, null]);
  expect([await remove(people.manager), await remove(people.manager)]).toEqual([
    { id, userErrors: [] },
    { id, userErrors: [] },
  ]);
});

test('blocking and unblocking a contact, as the conversation and the contact show it (S55 to S57)', async () => {
  const id = await makeConversation(server, inboxId, 'Nasty');
  const LOOK = `query ($id: ID!) { node(id: $id) { ... on Conversation { placement placementReason senderBlocked unread version
    contact { id blockedIn { id } } } } }`;
  interface Seen {
    placement: string;
    contact: { id: string };
  }
  const look = async (client = people.agent) => (await client.graphql<{ node: Seen }>(LOOK, { id })).node;
  const contactId = (await look()).contact.id;
  const BLOCK = `mutation ($contactId: ID!, $inboxId: ID!) { contactBlock(contactId: $contactId, inboxId: $inboxId, operationId: "op_1") {
    contact { id blockedIn { id } } userErrors { code path } } }`;
  const UNBLOCK = `mutation ($contactId: ID!, $inboxId: ID!, $moveBack: Boolean!) {
    contactUnblock(contactId: $contactId, inboxId: $inboxId, moveBack: $moveBack) { contact { blockedIn { id } } userErrors { code path } } }`;
  expect(await codes((client) => mutate(client, BLOCK, { contactId, inboxId }))).toEqual({
    admin: 'NOT_A_MEMBER inboxId',
    manager: 'ok',
    agent: 'ok',
    viewer: 'FORBIDDEN inboxId',
    stranger: 'NOT_FOUND inboxId',
  });
  expect((await mutate(people.agent, BLOCK, { contactId: 'con_nobody', inboxId })).userErrors).toEqual([
    { code: 'NOT_FOUND', path: ['contactId'] },
  ]);
  expect(await look()).toMatchObject({
    placement: 'FILTERED',
    placementReason: 'BLOCKED',
    senderBlocked: true,
    unread: false,
    contact: { blockedIn: [{ id: inboxId }] },
  });
  const listed = await people.viewer.graphql(RULES, { inboxId, kind: 'BLOCK' });
  expect(listed).toMatchObject({
    senderRules: { nodes: [{ value: 'sem@client.example', contact: { id: contactId, name: 'Sem' } }] },
  });
  expect((await mutate(people.viewer, UNBLOCK, { contactId, inboxId, moveBack: true })).userErrors[0]?.code).toBe('FORBIDDEN');
  await mutate(people.agent, UNBLOCK, { contactId, inboxId, moveBack: false });
  expect(await look()).toMatchObject({ placement: 'FILTERED', senderBlocked: false, contact: { blockedIn: [] } });
  await mutate(people.agent, BLOCK, { contactId, inboxId });
  await mutate(people.agent, UNBLOCK, { contactId, inboxId, moveBack: true });
  expect(await look()).toMatchObject({ placement: 'INBOX', placementReason: null, unread: true });
});

test('moving between inbox, Filtered and Spam, and back by the version', async () => {
  const PLACE = `mutation ($input: ConversationPlaceInput!) { conversationPlace(input: $input) {
    conversations { id version placement placementReason } userErrors { __typename code path ... on ConflictError { current { id } } } } }`;
  interface Placed extends Payload {
    conversations: { id: string; version: number; placement: string; placementReason: string | null }[];
  }
  const place = async (client: TestClient, input: Record<string, unknown>) => (await mutate(client, PLACE, { input })) as Placed;
  const id = await makeConversation(server, inboxId, 'Offers');
  expect(await codes((client) => place(client, { ids: [id], placement: 'SPAM' }))).toEqual({
    admin: 'NOT_A_MEMBER 0',
    manager: 'ok',
    agent: 'ok',
    viewer: 'FORBIDDEN 0',
    stranger: 'NOT_FOUND 0',
  });
  const [version] = (await place(people.agent, { ids: [id], placement: 'SPAM' })).conversations.map((one) => one.version);
  const back = await place(people.agent, { ids: [id], placement: 'INBOX', expectedVersions: [version] });
  expect(back.conversations).toMatchObject([{ id, placement: 'INBOX', placementReason: null }]);
  const late = await place(people.manager, { ids: [id], placement: 'SPAM', expectedVersions: [version] });
  expect(late.userErrors).toEqual([{ __typename: 'ConflictError', code: 'CONFLICT', path: ['0'], current: { id } }]);
  expect((await place(people.agent, { ids: [id], placement: 'TRASH' })).conversations).toMatchObject([
    { id, placement: 'TRASH' },
  ]);
  const many = Array.from({ length: 201 }, () => id);
  expect((await place(people.agent, { ids: many, placement: 'SPAM' })).userErrors).toMatchObject([
    { code: 'LIMIT', path: ['input', 'ids'] },
  ]);
});

test('switches of filter rules and how answers join: who may, and what is refused', async () => {
  const SET = `mutation ($channelId: ID!, $key: String!) { channelFilterRuleSet(channelId: $channelId, key: $key, on: false) {
    channel { id filterRules { key on } } userErrors { code path } } }`;
  expect(await codes((client) => mutate(client, SET, { channelId, key: 'NONE' }))).toEqual({
    admin: 'NOT_FOUND key',
    manager: 'NOT_FOUND key',
    agent: 'FORBIDDEN channelId',
    viewer: 'FORBIDDEN channelId',
    stranger: 'NOT_FOUND channelId',
  });
  const INBOX = `mutation ($input: InboxSaveInput!) { inboxSave(input: $input) { inbox { reopenDays joinBySubject } userErrors { code path } } }`;
  const set = (input: object) => mutate(owner, INBOX, { input: { id: inboxId, ...input } });
  expect((await set({ reopenDays: 30, joinBySubject: true })).inbox).toEqual({ reopenDays: 30, joinBySubject: true });
  expect((await set({ reopenDays: 0 })).inbox).toEqual({ reopenDays: null, joinBySubject: true });
  expect((await set({ closedKeptDays: 365 })).userErrors).toEqual([]);
  expect(await owner.graphql('{ inboxes { closedKeptDays } }')).toMatchObject({
    inboxes: expect.arrayContaining([{ closedKeptDays: 365 }]),
  });
  expect((await set({ closedKeptDays: 36_501 })).userErrors).toEqual([{ code: 'INVALID', path: ['input', 'closedKeptDays'] }]);
  expect((await set({ closedKeptDays: 0 })).userErrors).toEqual([]);
  for (const reopenDays of [-1, 3651])
    expect((await set({ reopenDays })).userErrors).toEqual([{ code: 'INVALID', path: ['input', 'reopenDays'] }]);
});

test('the ledger: what managers of the inbox see, what others do not, and who may ask for what', async () => {
  const add = (on: string, state: string, at: number, conversationId: string | null = null): Promise<string> => {
    const id = newId('inboundItem');
    return server.uow.run(SYSTEM, async (tx) => {
      await tx.execute(
        `INSERT INTO inbound_item (id, channel_id, external_id, meta, history, received_at, state, reason, unparsed, conversation_id, sender, subject, attempts, correlation_id, updated_at)
         VALUES (?, ?, ?, '{}', ?, ?, ?, 'Why', ?, ?, 'Ann <ann@far.example>', 'Hello', 0, 'c', ?)`,
        [id, on, id, false, at, state, false, conversationId, at],
      );
      return id;
    });
  };
  const conversationId = await makeConversation(server, inboxId);
  const loop = await add(channelId, 'FILTERED', 3_000);
  const kept = await add(channelId, 'DELIVERED', 2_000, conversationId);
  const gone = await add(newId('channel'), 'FAILED', 1_000);
  const LEDGER = `query ($channelId: ID, $state: [InboundState!]) { inboundItems(channelId: $channelId, state: $state) {
    nodes { id state reason from subject importable unparsed receivedAt rawUrl channel { id } conversation { id } } } }`;
  interface Ledger {
    inboundItems: { nodes: { id: string }[] };
  }
  const ids = async (client: TestClient, variables = {}) =>
    (await client.graphql<Ledger>(LEDGER, variables)).inboundItems.nodes.map(({ id }) => id);
  expect(await ids(people.manager)).toEqual([loop, kept]);
  expect(await ids(owner)).toEqual([loop, kept, gone]);
  expect([await ids(people.manager, { state: ['FILTERED'] }), await ids(people.manager, { channelId })]).toEqual([
    [loop],
    [loop, kept],
  ]);
  expect(await people.manager.graphql(LEDGER)).toMatchObject({
    inboundItems: {
      nodes: [
        {
          importable: true,
          from: 'Ann <ann@far.example>',
          subject: 'Hello',
          reason: 'Why',
          conversation: null,
          channel: { id: channelId },
        },
        { importable: false, conversation: { id: conversationId } },
      ],
    },
  });
  for (const client of [people.agent, people.viewer, people.stranger])
    expect((await client.ask(LEDGER)).errors[0]?.extensions['code']).toBe('FORBIDDEN');
  for (const mutation of ['inboundItemImport', 'inboundItemReplay']) {
    const call = (client: TestClient, id: string) =>
      mutate(client, `mutation ($id: ID!) { ${mutation}(id: $id) { inboundItem { id } userErrors { code path } } }`, { id });
    for (const client of [people.agent, people.viewer, people.stranger])
      expect((await call(client, loop)).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['id'] }]);
    expect((await call(people.manager, gone)).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['id'] }]);
    expect((await call(owner, newId('inboundItem'))).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['id'] }]);
  }
  const node = async (client: TestClient) =>
    (await client.graphql<{ node: object | null }>('query ($id: ID!) { node(id: $id) { id } }', { id: loop })).node;
  expect([await node(people.manager), await node(people.agent)]).toEqual([{ id: loop }, null]);
});

test('conversations that have to do with each other are named only to those who see both', async () => {
  const hidden = await makeInbox(owner, 'Board', []);
  const [here, there] = [await makeConversation(server, inboxId, 'Twin'), await makeConversation(server, hidden, 'Twin')];
  const [first = '', second = ''] = [here, there].toSorted();
  await server.uow.run(SYSTEM, (tx) =>
    tx.execute('INSERT INTO conversation_link (conversation_id, other_id, created_at) VALUES (?, ?, 1)', [first, second]),
  );
  const related = async (client: TestClient) =>
    (
      await client.graphql<{ node: { related: object[] } }>(
        'query ($id: ID!) { node(id: $id) { ... on Conversation { related { id inbox { name } } } } }',
        { id: here },
      )
    ).node.related;
  expect(await related(owner)).toEqual([{ id: there, inbox: { name: 'Board' } }]);
  expect(await related(people.manager)).toEqual([]);
});
