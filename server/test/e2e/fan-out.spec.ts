import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Ctx } from '../../src/kernel/context.js';
import { addItem } from '../../src/features/conversations/index.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import type { TestSubscription } from '../server/socket.js';
import { addMessage, makeAgent, makeConversation, makeInbox, setMembers } from '../server/world.js';

/** Many who are told of the same: what it costs, and that each gets what he may see (B9, S6). */
const SYSTEM: Ctx = { principal: { kind: 'system', name: 'test' }, correlationId: 'test' };
const FOLLOW = `subscription { changes(scope: { all: true }) { event node { __typename
  ... on Message { id text to { value } bcc { value } attachments { id } author { __typename } conversation { id subject unread tags { id } } }
  ... on Conversation { id status unread }
} } }`;

interface Told {
  event: string;
  node: { __typename: string; id?: string; text?: string; bcc?: { value: string }[]; status?: string; unread?: boolean } | null;
}
type Follower = TestSubscription<Told>;

let server: TestServer;
let owner: TestClient;
let mia: Awaited<ReturnType<typeof makeAgent>>;
let tom: Awaited<ReturnType<typeof makeAgent>>;
/** Statements that asked for a message, and for which. */
const asked: { sql: string; ids: unknown[] }[] = [];
let rounds = 0;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  mia = await makeAgent(server, owner, 'Mia');
  tom = await makeAgent(server, owner, 'Tom');
  const { reader } = server.uow;
  const real = reader.query.bind(reader);
  reader.query = <Row>(sql: string, values?: readonly unknown[]) => {
    asked.push({ sql, ids: [...(values ?? [])] });
    return real<Row>(sql, values);
  };
}, 60_000);
afterAll(() => server.close());

/** So many subscriptions, of which the server has begun all. */
async function follow(browser: TestClient, count: number): Promise<Follower[]> {
  const sockets = await Promise.all(Array.from({ length: Math.ceil(count / 10) }, () => browser.socket()));
  const all = Array.from({ length: count }, (_, index) => sockets[Math.floor(index / 10)]!.subscribe<Told>(FOLLOW));
  const inbox = await makeInbox(owner, `Round ${++rounds}`);
  const begun = await makeConversation(server, inbox, 'Begun');
  await addMessage(server, begun, 'Has it begun?');
  await Promise.all(all.map((one) => said(one, 'Has it begun?')));
  return all;
}

function said(follower: Follower, text: string): Promise<Told> {
  return follower.find(({ node }) => node?.text === text, text);
}

/** What it took to tell all of them of one message. */
async function statements(followers: readonly Follower[], conversationId: string, text: string): Promise<string[]> {
  await addMessage(server, conversationId, text);
  const told = await Promise.all(followers.map((one) => said(one, text)));
  const id = told[0]?.node?.id;
  return asked.filter(({ ids }) => ids.includes(id)).map(({ sql }) => sql);
}

test('what is the same for whoever asks is read once for all of them', async () => {
  const conversation = await makeConversation(server, await makeInbox(owner, 'Sales'), 'Offer');
  const many = [...(await follow(mia.browser, 60)), ...(await follow(tom.browser, 20))];
  const forMany = await statements(many, conversation, 'to eighty');
  // Three for all; again only where another event came meanwhile. Each for himself it would be three for each.
  expect(forMany.length).toBeGreaterThanOrEqual(3);
  expect(forMany.length).toBeLessThan(many.length);
  for (const follower of many) expect(follower.errors).toEqual([]);
});

test('rights are looked at for each: who may not see it gets nothing of what others have loaded', async () => {
  const inbox = await makeInbox(owner, 'Board', [mia.id]);
  const conversation = await makeConversation(server, inbox, 'Secret');
  const followers = await Promise.all([owner, mia.browser, tom.browser].map((browser) => follow(browser, 2)));
  const [owners, mias, toms] = followers.map(([first]) => first!) as [Follower, Follower, Follower];
  const author = { kind: 'CONTACT' as const, id: null, name: 'Sem' };
  await server.uow.run(SYSTEM, async (tx) => {
    const recipients = [{ field: 'BCC' as const, kind: 'email' as const, value: 'blind@team.example', name: null }];
    await addItem(tx, conversation, { kind: 'MESSAGE', direction: 'INBOUND', author, at: tx.now, text: 'for Mia', recipients });
  });
  // An admin sees the inbox; of blind copies only who works there learns.
  expect((await said(mias, 'for Mia')).node?.bcc).toEqual([{ value: 'blind@team.example' }]);
  expect((await said(owners, 'for Mia')).node?.bcc).toEqual([]);

  await setMembers(owner, inbox, [tom.id]);
  await addMessage(server, conversation, 'for Tom');
  await said(toms, 'for Tom');
  const open = await makeConversation(server, await makeInbox(owner, 'Open'), 'All');
  await addMessage(server, open, 'for all');
  await Promise.all(followers.flat().map((one) => said(one, 'for all')));
  const texts = (follower: Follower): unknown[] => follower.events.map(({ node }) => node?.text);
  expect(texts(mias)).not.toContain('for Tom');
  expect(texts(toms)).not.toContain('for Mia');
});

test('what depends on who asks is not shared: one has read it, the other has not', async () => {
  const conversation = await makeConversation(server, await makeInbox(owner, 'News'), 'News');
  const followers = [...(await follow(mia.browser, 1)), ...(await follow(tom.browser, 1))];
  await addMessage(server, conversation, 'to be read');
  const { node } = await said(followers[0]!, 'to be read');
  const upTo = node?.id;
  await mia.browser.graphql(
    `mutation { conversationMarkRead(id: "${conversation}", upTo: "${upTo}") { userErrors { message } } }`,
  );
  await owner.graphql(`mutation { conversationSetStatus(ids: ["${conversation}"], status: CLOSED) { userErrors { message } } }`);
  const unread = followers.map(async (one) => {
    const { node } = await one.find((told) => told.node?.status === 'CLOSED', 'the closing');
    return node?.unread;
  });
  expect(await Promise.all(unread)).toEqual([false, true]);
});
