import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import {
  Balie,
  BalieError,
  type Change,
  ConversationsDocument,
  must,
  newId,
  SendMessageDocument,
} from '../../../web/client/src/index.js';
import { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { addMessage, makeConversation, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { wholeJournal } from '../support/whole-journal.js';

/** A cable that can be pulled: everything goes through, until everything is cut at once without a word. */
class Cable {
  private readonly ends = new Set<Socket>();
  private down = false;
  cuts = 0;
  /** How many sockets were opened through it. */
  sockets = 0;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async to(url: string): Promise<Cable> {
    const target = Number(new URL(url).port);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const cable = new Cable(server, (server.address() as AddressInfo).port);
    server.on('connection', (near) => {
      if (cable.down) return void near.destroy();
      const far = connect(target, '127.0.0.1');
      near.once('data', (head) => {
        if (/^upgrade: websocket/im.test(head.toString('latin1'))) cable.sockets += 1;
      });
      near.pipe(far).pipe(near);
      for (const [end, other] of [
        [near, far],
        [far, near],
      ] as const) {
        cable.ends.add(end);
        end.on('error', () => undefined);
        end.on('close', () => {
          cable.ends.delete(end);
          other.destroy();
        });
      }
    });
    return cable;
  }

  /** Nothing gets through until it is mended. */
  cut(): void {
    this.cuts += 1;
    this.down = true;
    for (const end of this.ends) end.destroy();
  }
  mend(): void {
    this.down = false;
  }
  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

let server: TestServer;
let owner: TestClient;
let cable: Cable;
let inbox: string;
let direct: TestClient;
let tokenId: string;
let balie: Balie;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  inbox = await makeInbox(owner, 'Support');
  cable = await Cable.to(server.url);
  const { apiTokenCreate } = await owner.graphql<{ apiTokenCreate: { token: string; apiToken: { id: string } } }>(
    'mutation { apiTokenCreate(name: "Client", scopes: [CONVERSATIONS_READ, MESSAGES_WRITE]) { token apiToken { id } } }',
  );
  tokenId = apiTokenCreate.apiToken.id;
  direct = TestClient.withToken(server.url, apiTokenCreate.token);
  balie = new Balie({ url: `http://127.0.0.1:${cable.port}`, token: apiTokenCreate.token, webSocket: WebSocket });
});
afterAll(async () => {
  await server.close();
  await cable.close();
});

interface Page {
  changes: {
    changes: { cursor: string; type: string; event: string; nodeId: string | null }[];
    position: string;
    hasMore: boolean;
  };
}
/** What the journal holds for the token since a place, read page by page past the cable. */
async function journal(after: string): Promise<string[]> {
  await wholeJournal(server.uow.reader);
  const read = `query ($after: String!) { changes(scope: { all: true }, after: $after, first: 100) {
    changes { cursor type event nodeId } position hasMore } }`;
  const found: string[] = [];
  for (let position = after, more = true; more;) {
    const { changes } = await direct.graphql<Page>(read, { after: position });
    found.push(...changes.changes.map(told));
    [position, more] = [changes.position, changes.hasMore];
  }
  return found;
}
const told = ({ cursor, type, event, nodeId }: { cursor: string; type: string; event: string; nodeId?: string | null }) =>
  `${cursor} ${type} ${event} ${nodeId ?? ''}`;
async function position(): Promise<string> {
  await wholeJournal(server.uow.reader);
  return (await direct.graphql<Page>('{ changes(scope: { all: true }) { position } }')).changes.position;
}

/** Follows in the background until it is stopped. */
function follow(after: string | null): { got: Change[]; stop: () => Promise<void> } {
  const got: Change[] = [];
  const ending = new AbortController();
  const run = (async () => {
    for await (const change of balie.changes({ after, signal: ending.signal })) got.push(change);
  })();
  return {
    got,
    stop: async () => {
      ending.abort();
      await run;
    },
  };
}

test('lists, sends and uploads with the types of the schema', async () => {
  const conversation = await makeConversation(server, inbox, 'Typed');
  const { conversations } = await balie.request(ConversationsDocument, { filter: { status: ['OPEN'] }, first: 10 });
  expect(conversations.nodes.map(({ subject, inbox: { name } }) => [subject, name])).toContainEqual(['Typed', 'Support']);
  const file = await balie.upload({ name: 'note.txt', mime: 'text/plain', bytes: new TextEncoder().encode('hello') });
  const input = {
    id: newId('msg'),
    conversationId: conversation,
    direction: 'INTERNAL' as const,
    text: 'Look',
    uploadIds: [file],
  };
  const first = must((await balie.request(SendMessageDocument, { input })).messageSend);
  const again = must((await balie.request(SendMessageDocument, { input })).messageSend);
  expect([first.message?.id, again.message?.id]).toEqual([input.id, input.id]);
  const wrong = await balie.request(SendMessageDocument, { input: { ...input, id: newId('msg'), conversationId: newId('cnv') } });
  expect(() => must(wrong.messageSend)).toThrow(BalieError);
});

test('changes over a cable that is cut again and again, and over a restart: nothing missed, nothing twice (N22)', async () => {
  const conversation = await makeConversation(server, inbox, 'Followed');
  const start = await position();
  const { got, stop } = follow(start);
  for (let round = 0; round < 4; round += 1) {
    for (let text = 0; text < 15; text += 1) await addMessage(server, conversation, `before cut ${round}.${text}`);
    await until(() => got.length > 0, { deadlineMs: 60_000, what: 'the first changes' });
    // In the middle of what is being told.
    const telling = addMessage(server, conversation, `while it is cut ${round}`);
    cable.cut();
    await telling;
    for (let text = 0; text < 15; text += 1) await addMessage(server, conversation, `meanwhile ${round}.${text}`);
    const before = got.length;
    cable.mend();
    await until(() => got.length > before, { deadlineMs: 60_000, what: 'it to come back' });
  }
  await server.restart();
  await addMessage(server, conversation, 'after the restart');
  const all = await journal(start);
  await until(() => got.length >= all.length, { deadlineMs: 60_000, what: 'all of it' });
  expect(got.map(told)).toEqual(all);
  expect(all.filter((line) => line.includes('message.received'))).toHaveLength(4 * 31 + 1);
  expect(cable.cuts).toBe(4);
  await stop();
}, 240_000);

test('who begins without a place misses nothing that happens after, though the socket was never there', async () => {
  const conversation = await makeConversation(server, inbox, 'From now on');
  const start = await position();
  const sockets = cable.sockets;
  const { got, stop } = follow(null);
  // It asks for its place before it opens the socket, and that is gone before anything came.
  await until(() => cable.sockets > sockets, { deadlineMs: 60_000, what: 'the socket' });
  cable.cut();
  await addMessage(server, conversation, 'one');
  cable.mend();
  const all = await journal(start);
  await until(() => got.length >= all.length, { deadlineMs: 60_000, what: 'what happened meanwhile' });
  expect(got.map(told)).toEqual(all);
  await stop();
}, 240_000);

test('a program that ends and starts again with the cursor it kept goes on right there', async () => {
  const conversation = await makeConversation(server, inbox, 'Kept');
  const start = await position();
  for (const text of ['one', 'two', 'three', 'four']) await addMessage(server, conversation, text);
  const all = await journal(start);
  const seen: string[] = [];
  let cursor: string | null = start;
  while (seen.length < all.length)
    for await (const change of balie.changes({ after: cursor })) {
      seen.push(told(change));
      cursor = change.cursor;
      // Each time a new process, as far as the server knows.
      if (seen.length % 3 === 0 || seen.length === all.length) break;
    }
  expect(seen).toEqual(all);
}, 240_000);

test('a token that is revoked ends it with a reason; a cursor that is none is refused', async () => {
  await expect(balie.changes({ after: 'nonsense' }).next()).rejects.toMatchObject({ name: 'BalieError', code: 'INVALID' });
  const conversation = await makeConversation(server, inbox, 'Until the end');
  const after = await position();
  const got: Change[] = [];
  // The subscription ends first, or the socket is closed first.
  const ended = expect(
    (async () => {
      for await (const change of balie.changes({ after })) got.push(change);
    })(),
  ).rejects.toMatchObject({ name: 'BalieError', code: expect.stringMatching(/^(UNAUTHENTICATED|FORBIDDEN)$/) });
  await addMessage(server, conversation, 'the last');
  await until(() => got.length > 0, { deadlineMs: 60_000, what: 'a change' });
  await owner.graphql('mutation ($id: ID!) { apiTokenRevoke(id: $id) { userErrors { code } } }', { id: tokenId });
  await ended;
}, 240_000);
