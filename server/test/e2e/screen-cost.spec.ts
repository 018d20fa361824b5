import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { appDocuments } from '../../bench/documents.js';
import { addItem } from '../../src/features/conversations/index.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeConversation, makeInbox } from '../server/world.js';
import { testCtx } from '../support/database.js';

/** What the answer to one request took. */
interface Cost {
  statements: number;
  /** That the database gave to the server. */
  rows: number;
  bytes: number;
  /** On the page. */
  nodes: number;
}
/** What is kept from one request to the next is there at the last of them. */
const ROUNDS = 3;
/** Where a request is answered: what others do in the server meanwhile is not counted. */
const asking = new AsyncLocalStorage<true>();
const enter = (): void => asking.enterWith(true);
const REQUEST = 'http.server.request.start';
/** Places and numbers may get longer. */
const DIGITS = 50;
const documents = appDocuments();
let server: TestServer;
let owner: TestClient;
let inboxId = '';
let otherId = '';
let read: string[] = [];
let rows = 0;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  inboxId = await makeInbox(owner, 'Sales');
  otherId = await makeInbox(owner, 'Support');
  const { reader } = server.uow;
  const real = reader.query.bind(reader);
  reader.query = async <Row>(sql: string, values?: readonly unknown[]) => {
    const answer = await real<Row>(sql, values);
    if (!asking.getStore()) return answer;
    read.push(sql);
    rows += answer.length;
    return answer;
  };
  subscribe(REQUEST, enter);
  await converse(120);
}, 240_000);
afterAll(async () => {
  unsubscribe(REQUEST, enter);
  await server.close();
});

async function converse(count: number, inbox = inboxId): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await makeConversation(server, inbox, 'A subject of twenty'));
  return ids;
}

async function say(conversationId: string, count: number): Promise<void> {
  const author = { kind: 'CONTACT', id: null, name: 'Sem' } as const;
  await server.uow.run(testCtx(), async (tx) => {
    for (let n = 0; n < count; n++)
      await addItem(tx, conversationId, { kind: 'MESSAGE', direction: 'INBOUND', author, text: 'What was said', at: tx.now });
  });
}

async function costOf(name: string, variables: object, nodesOf: (data: never) => unknown[]): Promise<Cost> {
  let cost: Cost | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    [read, rows] = [[], 0];
    const answer = await owner.post('/graphql', { query: documents(name), variables: { ...variables, language: 'en' } });
    const { data, errors } = answer.json as { data: never; errors?: unknown };
    expect(errors).toBeUndefined();
    for (const sql of read) expect(sql).not.toMatch(/\bOFFSET\b|count\(\*\)[^)]*\bFROM "?(conversation|message)"?\s+WHERE/i);
    cost = { statements: read.length, rows, bytes: Buffer.byteLength(answer.text), nodes: nodesOf(data).length };
  }
  if (!cost) throw new Error('Nothing was asked');
  return cost;
}

const list = (more: object = {}): Promise<Cost> =>
  costOf(
    'List',
    { filter: { inboxIds: [inboxId], status: ['OPEN'], assigneeIds: [null] }, first: 50, ...more },
    (data: { conversations: { nodes: unknown[] } }) => data.conversations.nodes,
  );
const thread = (id: string): Promise<Cost> =>
  costOf('Thread', { id }, (data: { node: { items: { nodes: unknown[] } } }) => data.node.items.nodes);

it('a list of fifty conversations costs the same statements, rows and bytes however many there are (B4, B11)', async () => {
  const few = await list();
  expect(few.nodes).toBe(50);
  expect(few.statements).toBeLessThanOrEqual(12);
  // Each conversation with what says that it is unread, one to see whether there is more, and what belongs to all of them.
  expect(few.rows).toBeGreaterThan(50);
  expect(few.rows).toBeLessThanOrEqual(2 * 50 + 10);
  expect(few.bytes).toBeLessThanOrEqual(50 * 1_000);
  expect((await list({ first: 10 })).statements).toBe(few.statements);
  await converse(200);
  await converse(50, otherId);
  const many = await list();
  expect(many).toEqual({ ...few, bytes: expect.any(Number) });
  expect(Math.abs(many.bytes - few.bytes)).toBeLessThanOrEqual(DIGITS);
});

it('the fifty newest of a thread cost the same statements, rows and bytes however long it is (B4)', async () => {
  const [id = ''] = await converse(1);
  await say(id, 60);
  const few = await thread(id);
  expect(few.nodes).toBe(50);
  expect(few.statements).toBeLessThanOrEqual(25);
  expect(few.rows).toBeGreaterThan(50);
  expect(few.rows).toBeLessThanOrEqual(50 + 15);
  expect(few.bytes).toBeLessThanOrEqual(50 * 700);
  await say(id, 300);
  await converse(50);
  const many = await thread(id);
  expect(many).toEqual({ ...few, bytes: expect.any(Number) });
  expect(Math.abs(many.bytes - few.bytes)).toBeLessThanOrEqual(DIGITS);
});
