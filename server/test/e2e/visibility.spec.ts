import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import type { TestSubscription } from '../server/socket.js';
import { addMessage, makeAgent, makeConversation, makeInbox, setMembers } from '../server/world.js';
import { until } from '../support/until.js';

/** S6: members see their inboxes and nothing of the others, in queries and in subscriptions. */
let server: TestServer;
let owner: TestClient;
let mia: Awaited<ReturnType<typeof makeAgent>>;
let tom: Awaited<ReturnType<typeof makeAgent>>;
let sales: string;
let support: string;
let inSales: string;
let inSupport: string;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  mia = await makeAgent(server, owner, 'Mia');
  tom = await makeAgent(server, owner, 'Tom');
  sales = await makeInbox(owner, 'Sales', [mia.id]);
  support = await makeInbox(owner, 'Support', [tom.id]);
  inSales = await makeConversation(server, sales, 'Offer');
  inSupport = await makeConversation(server, support, 'Broken');
});
afterAll(() => server.close());

interface Seen {
  cursor: string;
  type: string;
  event: string;
  nodeId: string | null;
  inboxId: string | null;
  node: { __typename: string; id: string } | null;
}
const FIELDS = '{ cursor type event nodeId inboxId node { __typename id } }';
const follow = async (browser: TestClient): Promise<TestSubscription<Seen>> => {
  const socket = await browser.socket();
  return socket.subscribe<Seen>(`subscription { changes(scope: { all: true }, after: "0") ${FIELDS} }`);
};

test('lists, single objects by id and by number, and counts', async () => {
  type World = { inboxes: { name: string }[]; conversations: { nodes: { id: string }[] }; a: unknown; b: unknown; c: unknown };
  const ask =
    'query ($a: ID!, $b: ID!) { inboxes { name } conversations { nodes { id } } a: node(id: $a) { id } b: node(id: $b) { id } c: conversationByNumber(number: 2) { id } }';
  const ids = { a: sales, b: inSales };
  const hers = await mia.browser.graphql<World>(ask, ids);
  expect(hers).toMatchObject({
    inboxes: [{ name: 'Sales' }],
    conversations: { nodes: [{ id: inSales }] },
    a: { id: sales },
    b: { id: inSales },
    c: null,
  });
  const his = await tom.browser.graphql<World>(ask, ids);
  expect(his).toMatchObject({
    inboxes: [{ name: 'Support' }],
    conversations: { nodes: [{ id: inSupport }] },
    a: null,
    b: null,
    c: { id: inSupport },
  });
  const all = await owner.graphql<World>(ask, ids);
  expect(all.inboxes).toHaveLength(2);
});

test('nobody acts on what he may not see, and the answer does not tell whether it is there', async () => {
  const assign =
    'mutation ($id: ID!) { conversationSetStatus(ids: [$id], status: CLOSED) { conversations { id } userErrors { code } } }';
  const foreign = await tom.browser.graphql(assign, { id: inSales });
  const nowhere = await tom.browser.graphql(assign, { id: inSales.replace(/.$/, (last) => (last === '0' ? '1' : '0')) });
  expect(foreign).toEqual(nowhere);
  expect(foreign).toEqual({ conversationSetStatus: { conversations: [], userErrors: [{ code: 'NOT_FOUND' }] } });
  // An admin sees the inbox, but acts in it only as a member (S5).
  const admin = await owner.graphql(assign, { id: inSales });
  expect(admin).toEqual({ conversationSetStatus: { conversations: [], userErrors: [{ code: 'NOT_A_MEMBER' }] } });
});

test('each subscriber gets the events of his inboxes and no trace of the others', async () => {
  const [hers, his] = [await follow(mia.browser), await follow(tom.browser)];
  // Each has the one with which the conversation began, and then this one.
  const received = (seen: TestSubscription<Seen>): number =>
    seen.events.filter(({ event }) => event === 'message.received').length;
  await addMessage(server, inSales, 'for Mia');
  await addMessage(server, inSupport, 'for Tom');
  await until(() => received(hers) === 2 && received(his) === 2, 'both messages');
  const known = (seen: readonly Seen[]): string => JSON.stringify(seen);
  for (const id of [support, inSupport]) expect(known(hers.events)).not.toContain(id);
  for (const id of [sales, inSales]) expect(known(his.events)).not.toContain(id);
  const cursors = (seen: readonly Seen[]): string => seen.map(({ cursor }) => cursor).join();
  // What follows from a message is told a moment after it, and to each of the two by a way of its own.
  await until(async () => {
    const poll = await tom.browser.graphql<{ changes: { changes: Seen[] } }>(
      `{ changes(scope: { all: true }, after: "0", first: 100) { changes ${FIELDS} } }`,
    );
    expect(cursors(poll.changes.changes)).toBe(cursors(his.events));
    return true;
  }, 'the poll and the subscription to tell the same');
});

test('asking for an inbox by its id does not help', async () => {
  const socket = await tom.browser.socket();
  const byInbox = socket.subscribe<Seen>(
    `subscription ($id: ID!) { changes(scope: { inboxIds: [$id] }, after: "0") ${FIELDS} }`,
    { id: sales },
  );
  const byConversation = socket.subscribe<Seen>(
    `subscription ($id: ID!) { changes(scope: { conversationId: $id }, after: "0") ${FIELDS} }`,
    { id: inSales },
  );
  const { changes } = await tom.browser.graphql<{ changes: { position: string } }>(
    '{ changes(scope: { all: true }) { position } }',
  );
  const after = changes.position;
  const own = socket.subscribe<Seen>(`subscription ($after: String) { changes(scope: { all: true }, after: $after) ${FIELDS} }`, {
    after,
  });
  await addMessage(server, inSales, 'again for Mia');
  await addMessage(server, inSupport, 'the marker');
  await own.find((event) => event.event === 'message.received');
  expect([...byInbox.events, ...byConversation.events]).toEqual([]);
});

test('a membership that is taken away while somebody follows ends it at once: RESYNC, and nothing after it', async () => {
  const temp = await makeAgent(server, owner, 'Temp');
  await setMembers(owner, sales, [mia.id, temp.id]);
  const his = await follow(temp.browser);
  await addMessage(server, inSales, 'while a member');
  await his.find((event) => event.event === 'message.received' && event.inboxId === sales);
  await setMembers(owner, sales, [mia.id]);
  const resync = await his.find((event) => event.type === 'RESYNC' && Number(event.cursor) > 0, 'RESYNC');
  const before = his.events.length;
  await addMessage(server, inSales, 'after he left');
  const hers = await follow(mia.browser);
  await hers.find((event) => event.event === 'message.received' && Number(event.cursor) > Number(resync.cursor));
  await setMembers(owner, support, [tom.id, temp.id]);
  // The next thing that he gets is about the inbox that he was given after it.
  const next = await his.find((event) => his.events.indexOf(event) >= before, 'something new');
  expect(next.type).toBe('RESYNC');
  expect(JSON.stringify(his.events.slice(before))).not.toContain(inSales);
  expect(
    (await temp.browser.graphql<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id: inSales })).node,
  ).toBeNull();
});

test('what concerns one person goes to no other: sessions, drafts, read marks', async () => {
  const his = await follow(tom.browser);
  await mia.browser.graphql(
    'mutation ($id: ID!) { draftSave(input: { conversationId: $id, mode: REPLY, text: "secret words" }) { draft { id } } }',
    { id: inSales },
  );
  await server.signIn(mia.email, mia.password);
  const { changes } = await tom.browser.graphql<{ changes: { position: string } }>(
    '{ changes(scope: { all: true }) { position } }',
  );
  await addMessage(server, inSupport, 'the marker');
  await his.find(({ event, cursor }) => event === 'message.received' && Number(cursor) > Number(changes.position), 'the marker');
  const sessionsOfOthers = his.events.filter(({ event, node }) => event.startsWith('session.') && node === null);
  expect(sessionsOfOthers.filter(({ type }) => type === 'CREATED')).toEqual([]);
  expect(his.events.some(({ nodeId }) => nodeId?.startsWith('drf_'))).toBe(false);
});

test('typing reaches those who may see the conversation, and only them', async () => {
  const [watching, foreign] = [await owner.socket(), await tom.browser.socket()];
  const query = 'subscription { signals(scope: { all: true }) { kind active conversationId agent { name } } }';
  const [seen, unseen] = [watching.subscribe<object>(query), foreign.subscribe<object>(query)];
  const signal = 'mutation ($id: ID!) { signal(conversationId: $id, kind: TYPING) }';
  const typing = async (): Promise<void> => {
    // The subscription may not be there yet when the first one is sent, and a signal is not kept.
    expect(await mia.browser.graphql(signal, { id: inSales })).toEqual({ signal: true });
  };
  await until(async () => (await typing(), seen.events.length > 0), { what: 'the typing', everyMs: 100 });
  expect(seen.events[0]).toEqual({ kind: 'TYPING', active: true, conversationId: inSales, agent: { name: 'Mia' } });
  expect(await tom.browser.graphql(signal, { id: inSales })).toEqual({ signal: false });
  expect(unseen.events).toEqual([]);
});
