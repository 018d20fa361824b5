import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../../src/kernel/ids.js';
import type { TestClient } from '../../server/client.js';
import { TestServer } from '../../server/server.js';
import { makeAgent, makeConversation, makeInbox } from '../../server/world.js';

/** What hangs on a conversation is seen by who sees the conversation, wherever that goes, and also when it is gone (D15, S6, S29). */
let server: TestServer;
let owner: TestClient;
let mia: TestClient;
let tom: TestClient;
let sales: string;
let support: string;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  const [m, t] = [await makeAgent(server, owner, 'Mia'), await makeAgent(server, owner, 'Tom')];
  [mia, tom] = [m.browser, t.browser];
  sales = await makeInbox(owner, 'Sales', [m.id]);
  support = await makeInbox(owner, 'Support', [t.id]);
}, 240_000);
afterAll(() => server.close());

interface Payload {
  [field: string]: { userErrors: { code: string }[] };
}
/** The codes that a mutation is answered with; none when it was done. */
async function codes(client: TestClient, mutation: string, variables: object): Promise<string[]> {
  const answer = await client.graphql<Payload>(mutation, { ...variables });
  return Object.values(answer).flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
}
const SAVE = 'mutation ($input: RecordSaveInput!) { recordSave(input: $input) { userErrors { code } } }';
const LINK = 'mutation ($id: ID!, $toId: ID!) { recordLink(id: $id, toId: $toId) { userErrors { code } } }';
const PLACE = 'mutation ($id: ID!) { conversationPlace(input: { ids: [$id], placement: TRASH }) { userErrors { code } } }';
const FOREVER = 'mutation ($id: ID!) { conversationDeleteForever(ids: [$id]) { userErrors { code } } }';
const MOVE =
  'mutation ($id: ID!, $inboxId: ID!) { conversationMove(input: { ids: [$id], inboxId: $inboxId }) { userErrors { code } } }';

/** One of each type that hangs on the conversation. */
async function recordsOn(conversationId: string): Promise<string[]> {
  const ids = (['ticket', 'deal', 'task', 'note', 'call', 'company'] as const).map((kind) => ({ kind, id: newId(kind) }));
  for (const { kind, id } of ids) {
    const more = { call: { call: { direction: 'INBOUND' } }, note: { body: 'A secret' } }[kind as string] ?? {
      title: 'A secret',
    };
    expect(await codes(mia, SAVE, { input: { id, linkIds: [conversationId], ...more } })).toEqual([]);
  }
  return ids.map(({ id }) => id);
}

/** Which of them somebody sees, by their ids and in the list of notes; with what he is told that they hang on. */
async function seen(client: TestClient, ids: readonly string[]): Promise<{ byId: number; listed: boolean; links: string[] }> {
  let byId = 0;
  const links = new Set<string>();
  for (const id of ids) {
    const { node } = await client.graphql<{ node: { links: { __typename: string }[] } | null }>(
      'query ($id: ID!) { node(id: $id) { id ... on Record { links { __typename id } } } }',
      { id },
    );
    if (node) byId += 1;
    for (const { __typename } of node?.links ?? []) links.add(__typename);
  }
  const { records } = await client.graphql<{ records: { nodes: { id: string }[] } }>(
    '{ records(filter: { type: NOTE }) { nodes { id } } }',
  );
  return { byId, listed: records.nodes.some(({ id }) => ids.includes(id)), links: [...links].toSorted() };
}
const ALL = { byId: 6, listed: true, links: ['Contact', 'Conversation'] };
const NONE = { byId: 0, listed: false, links: [] };

test('only those who see the conversation see what hangs on it, and who may not act there ties nothing to it', async () => {
  const conversation = await makeConversation(server, sales);
  const ids = await recordsOn(conversation);
  expect(await seen(mia, ids)).toEqual(ALL);
  expect(await seen(tom, ids)).toEqual(NONE);
  expect(await seen(owner, ids)).toEqual(ALL);
  const [ticket = '', , , note = ''] = ids;
  const own = { id: newId('note'), body: 'Mine' };
  for (const target of [conversation, ticket])
    expect(await codes(tom, SAVE, { input: { ...own, linkIds: [target] } })).toEqual(['NOT_FOUND']);
  // An admin sees all of it, and acts only as a member (S5): also not by hanging something on a ticket of theirs.
  for (const target of [conversation, ticket])
    expect(await codes(owner, SAVE, { input: { ...own, linkIds: [target] } })).toEqual(['NOT_A_MEMBER']);
  expect(await codes(owner, LINK, { id: note, toId: ticket })).toEqual(['NOT_A_MEMBER']);
  expect(await codes(tom, LINK, { id: note, toId: ticket })).toEqual(['NOT_FOUND']);
  expect(await codes(owner, SAVE, { input: { id: ticket, title: 'Other' } })).toEqual(['NOT_A_MEMBER']);
});

test('they go with it into another inbox', async () => {
  const conversation = await makeConversation(server, sales);
  const ids = await recordsOn(conversation);
  expect(await codes(mia, MOVE, { id: conversation, inboxId: support })).toEqual([]);
  expect(await seen(tom, ids)).toEqual(ALL);
  expect(await seen(mia, ids)).toEqual(NONE);
});

test('they stay with the inbox when it is deleted for ever: its people keep them, and nobody else finds them', async () => {
  const conversation = await makeConversation(server, sales);
  const ids = await recordsOn(conversation);
  const second = await makeConversation(server, sales);
  const [ticket = ''] = ids;
  expect(await codes(mia, LINK, { id: ticket, toId: second })).toEqual([]);
  for (const id of [conversation, second]) {
    expect(await codes(mia, PLACE, { id })).toEqual([]);
    expect(await codes(mia, FOREVER, { id })).toEqual([]);
  }
  const without = { byId: 6, listed: true, links: ['Contact'] };
  expect(await seen(mia, ids)).toEqual(without);
  expect(await seen(owner, ids)).toEqual(without);
  expect(await seen(tom, ids)).toEqual(NONE);
  expect(await codes(mia, SAVE, { input: { id: ticket, title: 'Still ours' } })).toEqual([]);
  expect(await codes(owner, SAVE, { input: { id: ticket, title: 'Not theirs' } })).toEqual(['NOT_A_MEMBER']);
});
