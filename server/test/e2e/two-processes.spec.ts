import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { addMessage, makeConversation, makeInbox } from '../server/world.js';
import { TEST_DIALECT } from '../support/database.js';
import { freshRedisPrefix, TEST_REDIS_URL } from '../support/redis.js';
import { until } from '../support/until.js';

/** Several servers on one PostgreSQL with Redis are one product; SQLite is for one process and has no such suite. */
function suite(): void {
  const { prefix, forget } = freshRedisPrefix();
  let first: TestServer;
  let second: TestServer;
  let here: TestClient;
  let there: TestClient;

  beforeAll(async () => {
    const redis = { REDIS_URL: TEST_REDIS_URL, BALIE_REDIS_PREFIX: prefix };
    first = await TestServer.start({ env: redis });
    second = await first.another();
    here = await first.signIn();
    there = new TestClient(second.url);
    there.cookieHeader = here.cookieHeader;
  });
  afterAll(async () => {
    await second.stop();
    await first.close();
    await forget();
  });

  test('a session of one is a session of the other, and changes of one are seen on the other', async () => {
    const inbox = await makeInbox(here, 'Shared');
    const socket = await there.socket();
    const changes = socket.subscribe<{ cursor: string; event: string }>(
      'subscription { changes(scope: { all: true }, after: "0") { cursor event } }',
    );
    const conversation = await makeConversation(first, inbox);
    for (let n = 0; n < 20; n++) await addMessage(n % 2 === 0 ? first : second, conversation, `number ${n}`);
    await until(() => changes.events.filter(({ event }) => event === 'message.received').length === 21, 'all messages');
    const cursors = changes.events.map(({ cursor }) => Number(cursor));
    expect(cursors).toEqual([...new Set(cursors)].sort((a, b) => a - b));
  });

  test('typing on one is seen on the other', async () => {
    const conversation = await makeConversation(first, await makeInbox(here, 'Typing'));
    const seen = (await there.socket()).subscribe<{ conversationId: string }>(
      'subscription { signals(scope: { all: true }) { conversationId } }',
    );
    const type = (): Promise<unknown> => here.graphql(`mutation { signal(conversationId: "${conversation}", kind: TYPING) }`);
    await until(async () => (await type()) && seen.events.length > 0, 'the signal');
    expect(seen.events[0]).toEqual({ conversationId: conversation });
  });

  test('a session that is revoked on one is gone on the other at once, its socket too', async () => {
    const other = await first.signIn();
    const elsewhere = new TestClient(second.url);
    elsewhere.cookieHeader = other.cookieHeader;
    const socket = await elsewhere.socket();
    await other.post('/api/sign-out');
    await until(() => socket.closed, 'the close of the socket');
    expect(socket.closed?.code).toBe(4401);
    expect((await elsewhere.ask('{ viewer { id } }')).status).toBe(401);
  });
}

describe('two servers', () => {
  if (TEST_DIALECT === 'postgres') suite();
  else test('are for PostgreSQL: this run has SQLite, which one process owns', () => expect(TEST_DIALECT).toBe('sqlite'));
});
