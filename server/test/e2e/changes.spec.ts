import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Ctx } from '../../src/kernel/context.js';
import { Journal } from '../../src/kernel/events.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import type { TestSocket, TestSubscription } from '../server/socket.js';
import { addMessage, makeConversation, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';

const SYSTEM: Ctx = { principal: { kind: 'system', name: 'test' }, correlationId: 'test' };
const CHANGES = 'subscription ($after: String) { changes(scope: { all: true }, after: $after) { cursor type event nodeId } }';

interface Seen {
  cursor: string;
  type: string;
  event: string;
  nodeId: string | null;
}
let server: TestServer;
let owner: TestClient;
let inbox: string;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  inbox = await makeInbox(owner, 'Support');
});
afterAll(() => server.close());

/** On PostgreSQL a place in the journal is given after the commit: waits until all that was committed has one. */
async function allPlaced(): Promise<void> {
  const unplaced = 'SELECT count(*) AS n FROM event WHERE position IS NULL';
  await until(async () => Number((await server.uow.reader.query<{ n: number | string }>(unplaced))[0]?.n) === 0, 'all places');
}

async function position(): Promise<string> {
  await allPlaced();
  const { changes } = await owner.graphql<{ changes: { position: string } }>('{ changes(scope: { all: true }) { position } }');
  return changes.position;
}

/** Events that mean nothing, each in a unit of its own, from several writers at once. */
async function emit(from: number, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => from + index);
  const writer = async (): Promise<void> => {
    for (let n = numbers.shift(); n !== undefined; n = numbers.shift()) {
      const data = { n };
      await server.uow.run(SYSTEM, async (tx) =>
        tx.emit({ type: 'test.number', change: 'UPDATED', nodeId: inbox, inboxId: inbox, data }),
      );
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
}

/** A client that goes on from its last cursor whenever its socket is gone. */
class Follower {
  readonly events: Seen[] = [];
  sockets = 0;
  private socket: TestSocket | null = null;

  constructor(private cursor: string) {}

  async connect(): Promise<void> {
    const socket = await owner.socket();
    this.socket = socket;
    this.sockets++;
    const subscription: TestSubscription<Seen> = socket.subscribe(CHANGES, { after: this.cursor });
    subscription.onEvent.push((event) => {
      // What arrives on a socket that was cut is lost, as it is for a real client.
      if (this.socket !== socket) return;
      this.events.push(event);
      this.cursor = event.cursor;
    });
  }

  async cut(): Promise<void> {
    const { socket } = this;
    this.socket = null;
    socket?.cut();
    await this.connect();
  }
}

test('the socket is cut in the middle of 1,000 events: nothing is missed, nothing comes twice', async () => {
  const start = await position();
  const follower = new Follower(start);
  await follower.connect();
  const writing = emit(1, 1_000);
  for (const at of [100, 350, 351, 600, 850]) {
    await until(() => follower.events.length >= at, `${at} events`);
    await follower.cut();
  }
  await writing;
  await until(() => follower.events.length >= 1_000, 'all events');
  // The journal itself is the truth to compare with.
  const truth = await server.get(Journal).read(Number(start), 2_000);
  expect(follower.sockets).toBe(6);
  expect(follower.events.map(({ cursor }) => cursor)).toEqual(truth.map((event) => String(event.position)));
  expect(truth.map((event) => event.data['n']).sort((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 1_000 }, (_, n) => n + 1),
  );
});

test('a restart of the server in the middle costs nothing either, and its word is to resume', async () => {
  const start = await position();
  const socket = await owner.socket();
  const before = socket.subscribe<Seen>(CHANGES, { after: start });
  await emit(1, 50);
  await until(() => before.events.length === 50, 'the first half');
  await server.restart();
  await until(() => socket.closed, 'the close of the socket');
  expect(socket.closed?.code).toBe(4409);
  await emit(51, 50);
  const after = (await owner.socket()).subscribe<Seen>(CHANGES, { after: before.events.at(-1)?.cursor });
  await until(() => after.events.length === 50, 'the second half');
  const cursors = [...before.events, ...after.events].map(({ cursor }) => Number(cursor));
  expect(cursors).toEqual(Array.from({ length: 100 }, (_, n) => Number(start) + n + 1));
});

test('fifty subscribers get the same, and one that reads nothing holds up nobody', async () => {
  const start = await position();
  const asleep = await owner.socket();
  asleep.subscribe(CHANGES, { after: start });
  asleep.ws.pause();
  const sockets = await Promise.all(Array.from({ length: 5 }, () => owner.socket()));
  const all = sockets.flatMap((socket) => Array.from({ length: 10 }, () => socket.subscribe<Seen>(CHANGES, { after: start })));
  await emit(1, 200);
  await until(() => all.every(({ events }) => events.length === 200), 'all events everywhere');
  for (const { events } of all) expect(events).toEqual(all[0]?.events);
  asleep.cut();
  await Promise.all(sockets.map((socket) => socket.close()));
});

test('the node is the one of now, with fresh rows for each event, and the id of the own mutation comes back', async () => {
  const conversation = await makeConversation(server, inbox, 'First');
  const socket = await owner.socket();
  interface WithNode extends Seen {
    operationId: string | null;
    conversationId: string;
    node: { __typename: string; version: number } | null;
  }
  const changes = socket.subscribe<WithNode>(
    `subscription ($after: String) { changes(scope: { conversationId: "${conversation}" }, after: $after) {
      cursor type event nodeId operationId conversationId node { __typename ... on Conversation { version } } } }`,
    { after: await position() },
  );
  await owner.graphql(`mutation { inboxSave(input: { id: "${inbox}", audience: EVERYONE }) { inbox { id } } }`);
  await owner.graphql(
    `mutation { conversationSetStatus(ids: ["${conversation}"], status: CLOSED, operationId: "op-1") { userErrors { message } } }`,
  );
  const closed = await changes.find(({ operationId }) => operationId === 'op-1', 'the echo');
  await addMessage(server, conversation, 'and more');
  const next = await changes.find(
    ({ node, cursor }) => node?.__typename === 'Conversation' && Number(cursor) > Number(closed.cursor),
    'the next one',
  );
  expect(changes.events.every(({ conversationId }) => conversationId === conversation)).toBe(true);
  expect(next.node?.version).toBeGreaterThan(1);
});

test('a poll walks the same way in pages, and says where to go on', async () => {
  const start = await position();
  await emit(1, 25);
  await allPlaced();
  interface Page {
    changes: { changes: Seen[]; position: string; hasMore: boolean };
  }
  const query =
    'query ($after: String) { changes(scope: { all: true }, after: $after, first: 10) { changes { cursor } position hasMore } }';
  const cursors: string[] = [];
  let after = start;
  for (let more = true; more;) {
    const { changes } = await owner.graphql<Page>(query, { after });
    cursors.push(...changes.changes.map(({ cursor }) => cursor));
    after = changes.position;
    more = changes.hasMore;
  }
  expect(cursors).toEqual(Array.from({ length: 25 }, (_, n) => String(Number(start) + n + 1)));
});

test('a cursor that the journal no longer or not yet knows means: fetch again', async () => {
  const future = await owner.graphql<{ changes: { changes: Seen[]; position: string } }>(
    '{ changes(scope: { all: true }, after: "999999999") { changes { type } position } }',
  );
  expect(future.changes.changes).toEqual([{ type: 'RESYNC' }]);
  expect(future.changes.position).toBe(await position());

  // What the retention will do: the oldest events are gone.
  await server.uow.run(SYSTEM, (tx) => tx.execute('DELETE FROM event WHERE position <= 20'));
  const socket = await owner.socket();
  const old = socket.subscribe<Seen>(CHANGES, { after: '5' });
  expect((await old.find(() => true)).type).toBe('RESYNC');
  const still = socket.subscribe<Seen>(CHANGES, { after: '20' });
  expect((await still.find(() => true)).cursor).toBe('21');

  const broken = socket.subscribe<Seen>(CHANGES, { after: "1' OR 1=1" });
  await until(() => broken.errors.length > 0, 'the refusal');
  expect(broken.errors[0]).toMatchObject({ extensions: { code: 'INVALID' } });
});

test('limits of a socket: subscriptions only, and twenty of them', async () => {
  const socket = await owner.socket();
  const query = socket.subscribe('query { viewer { id } }');
  await until(() => query.errors.length > 0, 'the refusal');
  expect(query.errors[0]?.message).toContain('Only subscriptions');
  const many = Array.from({ length: 21 }, () => socket.subscribe<Seen>(CHANGES, { after: null }));
  await until(() => many.some(({ errors }) => errors.length > 0), 'the refusal');
  expect(many.filter(({ errors }) => errors.length > 0).map(({ errors }) => errors[0]?.extensions?.['code'])).toEqual(['LIMIT']);
  const wrong = await owner.socket();
  const invalid = wrong.subscribe('subscription { changes(scope: { all: true, workspace: true }) { cursor } }');
  await until(() => invalid.errors.length > 0, 'the refusal');
});

test('those who leave are forgotten', async () => {
  const start = await position();
  const socket = await owner.socket();
  const changes = socket.subscribe<Seen>(CHANGES, { after: start });
  await emit(1, 1);
  await until(() => changes.events.length === 1, 'the first event');
  await changes.stop();
  const other = socket.subscribe<Seen>(CHANGES, { after: start });
  await emit(2, 5);
  await until(() => other.events.length === 6, 'all events');
  expect(changes.events).toHaveLength(1);
  await socket.close();
});
