import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { freePort, OWNER, ServerProcess } from '../ledger/server-process.js';
import { EchoNetwork } from '../plugins/echo-network.js';
import { TestClient } from '../server/client.js';
import { makeInbox } from '../server/world.js';
import { freshDatabaseUrl, TEST_DIALECT } from '../support/database.js';
import { freshRedisPrefix, TEST_REDIS_URL } from '../support/redis.js';
import { until } from '../support/until.js';

const TAKEN_OVER_MS = 90_000;

/** One process for people and two that work, as processes of their own; SQLite is for one process and has no such suite. */
function suite(): void {
  const { prefix, forget } = freshRedisPrefix();
  let target: Awaited<ReturnType<typeof freshDatabaseUrl>>;
  let network: EchoNetwork;
  let web: ServerProcess;
  const workers: ServerProcess[] = [];
  let owner: TestClient;

  async function process(role: string): Promise<ServerProcess> {
    const shared = {
      DATABASE_URL: target.url,
      BALIE_DATA_DIR: target.dataDir,
      REDIS_URL: TEST_REDIS_URL,
      BALIE_REDIS_PREFIX: prefix,
    };
    const made = new ServerProcess(await freePort(), 'dist', { ...shared, BALIE_ROLE: role });
    await made.start();
    return made;
  }

  beforeAll(async () => {
    target = await freshDatabaseUrl();
    network = await EchoNetwork.open();
    web = await process('web');
    owner = new TestClient(web.url);
    expect((await owner.post('/api/sign-in', { email: OWNER.email, password: OWNER.password })).status).toBe(204);
  }, 240_000);
  afterAll(async () => {
    for (const each of [web, ...workers]) await each?.kill('SIGTERM');
    await network.close();
    await target.remove();
    await forget();
  }, 240_000);

  const texts = async (): Promise<string[]> => {
    const { conversations } = await owner.graphql<{ conversations: { nodes: { items: { nodes: { text?: string }[] } }[] } }>(
      '{ conversations(first: 20) { nodes { items(first: 50) { nodes { ... on Message { text } } } } } }',
    );
    return conversations.nodes.flatMap(({ items }) => items.nodes.map(({ text }) => text ?? '')).filter((text) => text !== '');
  };

  test('a web process does no jobs and listens on nothing; a worker does, and serves nobody', async () => {
    const inboxId = await makeInbox(owner, 'Echo');
    const source = resolve('test/plugins/packages/echo');
    const install = 'mutation ($source: String!) { pluginInstall(source: $source, approve: true) { userErrors { message } } }';
    expect(await owner.graphql(install, { source })).toEqual({ pluginInstall: { userErrors: [] } });
    const input = {
      id: newId('channel'),
      inboxId,
      type: 'echo',
      step: 'settings',
      data: { url: network.url, token: network.token },
    };
    const setup =
      'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { channel { id } userErrors { message } } }';
    expect(await owner.graphql(setup, { input })).toMatchObject({ channelSetup: { channel: { id: input.id }, userErrors: [] } });
    network.write('ada', 'before any worker');
    expect(network.listeners).toBe(0);

    workers.push(await process('worker'));
    const worker = new TestClient(workers[0]!.url);
    expect((await worker.get('/health/ready')).status).toBe(200);
    for (const path of ['/', '/graphql', '/api/sign-in']) expect((await worker.get(path)).status).toBe(404);
    await until(async () => (await texts()).includes('before any worker'), { what: 'the message', deadlineMs: 60_000 });
  }, 240_000);

  test('the worker that holds the lease is killed: the other takes over, subscribers on the web process hear it, nothing is lost or doubled', async () => {
    const socket = await owner.socket();
    const changes = socket.subscribe<{ event: string; cursor: string }>(
      'subscription { changes(scope: { all: true }, after: "0") { cursor event } }',
    );
    workers.push(await process('worker'));
    const wanted = ['before any worker'];
    const write = (text: string): void => {
      wanted.push(text);
      network.write('ada', text);
    };
    for (let n = 0; n < 10; n++) write(`one ${n}`);
    await until(async () => (await texts()).includes('one 5'), { what: 'some of the messages', deadlineMs: 60_000 });
    await workers[0]!.kill('SIGKILL');
    for (let n = 0; n < 10; n++) write(`two ${n}`);
    await until(async () => (await texts()).length >= wanted.length, { what: 'all messages', deadlineMs: TAKEN_OVER_MS });
    expect((await texts()).toSorted()).toEqual(wanted.toSorted());
    await until(() => changes.events.filter(({ event }) => event === 'message.received').length === wanted.length, 'all events');
    const cursors = changes.events.map(({ cursor }) => Number(cursor));
    expect(cursors).toEqual([...new Set(cursors)].toSorted((a, b) => a - b));
    await socket.close();
  }, 240_000);
}

describe('one web process and two workers', () => {
  if (TEST_DIALECT === 'postgres') suite();
  else test('are for PostgreSQL: this run has SQLite, which one process owns', () => expect(TEST_DIALECT).toBe('sqlite'));
});
