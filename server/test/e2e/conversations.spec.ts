import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { until } from '../support/until.js';
import { addMessage, makeAgent, makeConversation, makeInbox, setMembers } from '../server/world.js';

let server: TestServer;
let owner: TestClient;
let anna: Awaited<ReturnType<typeof makeAgent>>;
let support: string;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  anna = await makeAgent(server, owner, 'Anna');
  support = await makeInbox(owner, 'Support');
}, 240_000);
afterAll(() => server.close());

const ROW = `id version createdAt updatedAt number subject preview status placement placementReason inbox { id name }
  channelView channelIcon channelTitle(language: "nl") assignee { id name } contact { id name identities { kind value verified } viewerCan }
  participantCount unread drafts { id mode text } waitingSince lastMessageAt lastDirection deliveryStatus viewerCan`;
const LIST = `query ($filter: ConversationFilter, $order: ConversationOrder, $first: Int, $after: String) {
  conversations(filter: $filter, order: $order, first: $first, after: $after) {
    position edges { cursor } nodes { ${ROW} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

interface Row {
  id: string;
  version: number;
  number: number;
  unread: boolean;
  [field: string]: unknown;
}
interface Page {
  position: string;
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
const list = async (client: TestClient, variables: Record<string, unknown> = {}): Promise<Page> =>
  (await client.graphql<{ conversations: Page }>(LIST, variables)).conversations;

test('a first look: the demo fills the list, pages follow each other, and nothing is left when it goes', async () => {
  const demoSet = (present: boolean) =>
    owner.graphql('mutation ($present: Boolean!) { demoSet(present: $present) { present userErrors { code } } }', { present });
  expect(await demoSet(true)).toEqual({ demoSet: { present: true, userErrors: [] } });
  expect((await owner.get('/api/session')).json).toMatchObject({ demo: true });
  const first = await list(anna.browser, { first: 30 });
  const second = await list(anna.browser, { first: 30, after: first.pageInfo.endCursor });
  expect([first.nodes.length, first.pageInfo.hasNextPage, second.nodes.length, second.pageInfo.hasNextPage]).toEqual([
    30,
    true,
    6,
    false,
  ]);
  expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(36);
  expect(first.nodes[0]).toMatchObject({
    status: 'OPEN',
    unread: true,
    inbox: { name: 'Support' },
    contact: {
      name: 'Emily Carter',
      identities: [{ kind: 'email', value: 'emily.carter@example.com', verified: false }],
      viewerCan: ['EDIT'],
    },
    lastDirection: 'INBOUND',
    waitingSince: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    viewerCan: ['REPLY', 'COMMENT', 'ASSIGN', 'SET_STATUS', 'PLACE'],
    participantCount: 1,
  });
  const views = await anna.browser.graphql<{ inboxes: { views: { key: string; count: number | null }[] }[] }>(
    '{ inboxes { views { key group title icon count } members { agent { name } role } channels { id } viewerRole viewerCan isDefault } }',
  );
  const counts = Object.fromEntries(views.inboxes[0]!.views.map(({ key, count }) => [key, count]));
  const open = (await list(anna.browser, { filter: { status: ['OPEN'] }, first: 100 })).nodes;
  const mine = (await list(anna.browser, { filter: { status: ['OPEN'], assigneeIds: [anna.id] }, first: 100 })).nodes;
  const nobodys = (await list(anna.browser, { filter: { status: ['OPEN'], assigneeIds: [null] }, first: 100 })).nodes;
  expect(counts).toMatchObject({
    all: open.length,
    mine: mine.length,
    unassigned: nobodys.length,
    filtered: 4,
    spam: null,
    trash: null,
  });

  expect(await demoSet(false)).toEqual({ demoSet: { present: false, userErrors: [] } });
  expect((await list(anna.browser)).nodes).toEqual([]);
});

test('from the list to the timeline and back: read, drafted, assigned, closed, reopened by the next message', async () => {
  const id = await makeConversation(server, support, 'Broken bell');
  const row = async (): Promise<Row> => (await list(anna.browser)).nodes.find((node) => node.id === id)!;
  expect(await row()).toMatchObject({ subject: 'Broken bell', preview: 'Broken bell', unread: true, assignee: null });

  const { node } = await anna.browser.graphql<{ node: { items: { position: string; nodes: { id: string }[] } } }>(
    `query ($id: ID!) { node(id: $id) { __typename ... on Conversation { number items(first: 10) { position nodes {
       __typename ... on Message { id text author { __typename ... on Contact { name } } conversation { id } } ... on Event { id type data } }
       pageInfo { hasNextPage } } contact { conversations(first: 5) { nodes { id } } } } } }`,
    { id },
  );
  expect(node).toMatchObject({
    __typename: 'Conversation',
    items: {
      nodes: [
        { __typename: 'Message', text: 'Broken bell', author: { __typename: 'Contact', name: 'Sem' }, conversation: { id } },
      ],
    },
    contact: { conversations: { nodes: [{ id }] } },
  });
  const upTo = node.items.nodes[0]!.id;
  await anna.browser.graphql(
    'mutation ($id: ID!, $upTo: ID) { conversationMarkRead(id: $id, upTo: $upTo) { userErrors { code } } }',
    { id, upTo },
  );
  expect((await row()).unread).toBe(false);

  const input = { conversationId: id, mode: 'REPLY', text: 'We will send a new one.' };
  const { draftSave } = await anna.browser.graphql<{ draftSave: { draft: { id: string } } }>(
    'mutation ($input: DraftSaveInput!) { draftSave(input: $input) { draft { id mode text html version updatedAt } userErrors { code path } } }',
    { input },
  );
  expect((await row()).drafts).toEqual([{ id: draftSave.draft.id, mode: 'REPLY', text: input.text }]);
  expect((await list(owner)).nodes.find((one) => one.id === id)!.drafts).toEqual([]);
  const asNode = 'query ($id: ID!) { node(id: $id) { id } }';
  expect(await anna.browser.graphql(asNode, { id: draftSave.draft.id })).toEqual({ node: { id: draftSave.draft.id } });
  expect(await owner.graphql(asNode, { id: draftSave.draft.id })).toEqual({ node: null });

  const assigned = await owner.graphql(
    'mutation ($ids: [ID!]!, $to: ID) { conversationAssign(input: { ids: $ids, assigneeId: $to }) { conversations { assignee { name } } userErrors { code path } } }',
    { ids: [id, 'cnv_none'], to: anna.id },
  );
  expect(assigned).toEqual({
    conversationAssign: { conversations: [{ assignee: { name: 'Anna' } }], userErrors: [{ code: 'NOT_FOUND', path: ['1'] }] },
  });
  const setStatus = (version: number | null) =>
    anna.browser.graphql(
      `mutation ($ids: [ID!]!, $versions: [Int!]) { conversationSetStatus(ids: $ids, status: CLOSED, expectedVersions: $versions) {
         conversations { status } userErrors { code path ... on ConflictError { current { id ... on Conversation { version } } } } } }`,
      { ids: [id], versions: version === null ? null : [version] },
    );
  const { version } = await row();
  expect(await setStatus(version - 1)).toMatchObject({
    conversationSetStatus: { conversations: [], userErrors: [{ code: 'CONFLICT', path: ['0'], current: { id, version } }] },
  });
  expect(await setStatus(version)).toMatchObject({
    conversationSetStatus: { conversations: [{ status: 'CLOSED' }], userErrors: [] },
  });
  await addMessage(server, id, 'Still nothing?');
  expect(await row()).toMatchObject({ status: 'OPEN', unread: true, preview: 'Still nothing?' });
});

test('each change that follows a list is in the journal after its position, with the node as it is now', async () => {
  const id = await makeConversation(server, support, 'Live');
  const { position } = await list(anna.browser, { first: 1 });
  const change = `mutation ($ids: [ID!]!) { conversationSetStatus(ids: $ids, status: CLOSED, operationId: "op-7") { userErrors { code } } }`;
  await owner.graphql(change, { ids: [id] });
  const follow = async (): Promise<Record<string, unknown>[] | null> => {
    const { changes } = await anna.browser.graphql<{ changes: { changes: Record<string, unknown>[] } }>(
      `query ($after: String) { changes(scope: { all: true }, after: $after) { changes { event type nodeId operationId node {
         __typename ... on Conversation { status } ... on Event { type actor { ... on Agent { name } } } ... on Inbox { views { key count } } } } } }`,
      { after: position },
    );
    const own = changes.changes.filter(({ operationId }) => operationId === 'op-7');
    return own.length >= 3 ? own : null;
  };
  expect(await until(follow, { what: 'the change in the journal' })).toMatchObject([
    {
      event: 'conversation.closed',
      type: 'CREATED',
      operationId: 'op-7',
      node: { __typename: 'Event', type: 'closed', actor: { name: 'Olga Owner' } },
    },
    { event: 'inbox.counts', type: 'UPDATED', nodeId: support, node: { __typename: 'Inbox' } },
    { event: 'conversation.updated', type: 'UPDATED', nodeId: id, node: { __typename: 'Conversation', status: 'CLOSED' } },
  ]);
});

test('an inbox of others is not there: not in lists, counts, by number, by id, nor for what is written to it (S6)', async () => {
  const hidden = await makeInbox(owner, 'Board', [(await makeAgent(server, owner, 'Bram')).id]);
  const id = await makeConversation(server, hidden, 'Secret');
  const [row] = (await list(owner, { filter: { inboxIds: [hidden] } })).nodes;
  expect(row).toMatchObject({ id, viewerCan: [] });
  expect((await list(anna.browser, { filter: { inboxIds: [hidden] } })).nodes).toEqual([]);
  const asked = await anna.browser.graphql(
    'query ($id: ID!, $inbox: ID!, $number: Int!) { node(id: $id) { id } inbox: node(id: $inbox) { id } conversationByNumber(number: $number) { id } inboxes { name } }',
    { id, inbox: hidden, number: row!.number },
  );
  expect(asked).toEqual({ node: null, inbox: null, conversationByNumber: null, inboxes: [{ name: 'Support' }] });
  const write = `mutation ($id: ID!, $ids: [ID!]!, $input: DraftSaveInput!) {
    conversationSetStatus(ids: $ids, status: CLOSED) { userErrors { code } }
    conversationMarkRead(id: $id) { userErrors { code } } draftSave(input: $input) { userErrors { code } } }`;
  const variables = { id, ids: [id], input: { conversationId: id, mode: 'COMMENT', text: 'x' } };
  const codes = (code: string, ...fields: string[]) =>
    Object.fromEntries(fields.map((field) => [field, { userErrors: [{ code }] }]));
  expect(await anna.browser.graphql(write, variables)).toEqual(
    codes('NOT_FOUND', 'conversationSetStatus', 'conversationMarkRead', 'draftSave'),
  );
  expect(await owner.graphql(write, variables)).toEqual({
    ...codes('NOT_A_MEMBER', 'conversationSetStatus', 'draftSave'),
    conversationMarkRead: { userErrors: [] },
  });
  await setMembers(owner, hidden, [anna.id]);
  expect((await list(anna.browser, { filter: { inboxIds: [hidden] } })).nodes).toMatchObject([{ id }]);
});

test('inboxSave and contactSave say what is wrong, where, and what is there now', async () => {
  const save = `mutation ($input: InboxSaveInput!) { inboxSave(input: $input) { inbox { id version } userErrors { __typename code message path } } }`;
  const taken = await owner.graphql(save, { input: { id: newId('inbox'), name: ' SUPPORT ' } });
  expect(taken).toEqual({
    inboxSave: {
      inbox: null,
      userErrors: [
        { __typename: 'InputError', code: 'INVALID', message: expect.stringContaining('Support'), path: ['input', 'name'] },
      ],
    },
  });
  const { errors } = await anna.browser.ask(save, { input: { name: 'Mine' } });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const { contacts } = await anna.browser.graphql<{ contacts: { nodes: { id: string; version: number }[] } }>(
    '{ contacts(search: "sem@", first: 5) { position nodes { id version name } pageInfo { hasNextPage } } }',
  );
  const [sem] = contacts.nodes;
  const rename = (expectedVersion: number) =>
    anna.browser.graphql(
      'mutation ($input: ContactSaveInput!) { contactSave(input: $input) { contact { name } userErrors { code ... on ConflictError { current { id } } } } }',
      { input: { id: sem!.id, name: 'Sem Smit', expectedVersion } },
    );
  expect(await rename(sem!.version)).toEqual({ contactSave: { contact: { name: 'Sem Smit' }, userErrors: [] } });
  expect(await rename(sem!.version)).toEqual({
    contactSave: { contact: null, userErrors: [{ code: 'CONFLICT', current: { id: sem!.id } }] },
  });
});
