import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { defaultFieldResolver } from 'graphql';
import { AlarmService } from '../../src/features/operations/alarm.service.js';
import type { Ctx } from '../../src/kernel/context.js';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeAgent } from '../server/world.js';
import { until } from '../support/until.js';

const SYSTEM: Ctx = { principal: { kind: 'system', name: 'test' }, correlationId: 'test' };
let server: TestServer;
let owner: TestClient;
beforeAll(async () => {
  server = await TestServer.start({ env: { BALIE_WEBHOOK_NETWORKS: '127.0.0.0/8' } });
  owner = await server.signIn();
});
afterAll(() => server.close());

/** A job that was given up, as the queue leaves it. */
async function deadJob(name: string, updatedAt: number): Promise<string> {
  const id = newId('job');
  await server.uow.run(SYSTEM, (tx) =>
    tx.execute(
      `INSERT INTO job (id, name, payload, state, run_at, attempts, max_attempts, last_error, correlation_id, created_at, updated_at)
       VALUES (?, ?, '{}', 'DEAD', ?, 25, 25, 'The far side said 550 no', 'c', ?, ?)`,
      [id, name, updatedAt, updatedAt, updatedAt],
    ),
  );
  return id;
}

test('jobs that were given up are listed newest first, in pages, and go back into the queue', async () => {
  const ids = [await deadJob('test.a', 1_000), await deadJob('test.b', 3_000), await deadJob('test.c', 2_000)];
  interface Page {
    deadJobs: {
      nodes: { id: string; name: string; attempts: number; error: string; failedAt: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }
  const query =
    'query ($after: String) { deadJobs(first: 2, after: $after) { nodes { id name attempts error failedAt } pageInfo { hasNextPage endCursor } } }';
  const first = (await owner.graphql<Page>(query)).deadJobs;
  expect(first.nodes.map(({ name }) => name)).toEqual(['test.b', 'test.c']);
  expect(first.nodes[0]).toMatchObject({ attempts: 25, error: 'The far side said 550 no', failedAt: '1970-01-01T00:00:03.000Z' });
  const second = (await owner.graphql<Page>(query, { after: first.pageInfo.endCursor })).deadJobs;
  expect([second.nodes.map(({ name }) => name), second.pageInfo.hasNextPage]).toEqual([['test.a'], false]);

  const retry = 'mutation ($id: ID!) { jobRetry(id: $id) { id userErrors { code } } }';
  expect(await owner.graphql(retry, { id: ids[0] })).toEqual({ jobRetry: { id: ids[0], userErrors: [] } });
  const [row] = await server.uow.reader.query<{ state: string }>('SELECT state FROM job WHERE id = ?', [ids[0]]);
  expect(row?.state).toBe('PENDING');
  expect(await owner.graphql(retry, { id: ids[0] })).toEqual({ jobRetry: { id: null, userErrors: [{ code: 'NOT_FOUND' }] } });
  const { node } = await owner.graphql<{ node: object }>('query ($id: ID!) { node(id: $id) { __typename id } }', { id: ids[1] });
  expect(node).toEqual({ __typename: 'DeadJob', id: ids[1] });
});

test('a cursor of another list is refused in words', async () => {
  const { errors } = await owner.ask('{ deadJobs(after: "abc") { nodes { id } } }');
  expect(errors[0]).toMatchObject({
    message: 'after is not a cursor of this list. Start again without it.',
    extensions: { code: 'INVALID' },
  });
  expect((await owner.ask('{ deadJobs(first: 500) { nodes { id } } }')).errors[0]?.message).toBe('first must be 1 to 100.');
});

test('the system check says what works and what the host should mend', async () => {
  const { systemCheck } = await owner.graphql<{ systemCheck: { key: string; ok: boolean; message: string }[] }>(
    '{ systemCheck { key ok message } }',
  );
  expect(Object.fromEntries(systemCheck.map(({ key, ok }) => [key, ok]))).toEqual({
    database: true,
    storage: true,
    disk: true,
    publicUrl: false,
    clock: true,
    jobs: false,
    accounts: true,
    tokens: true,
    sending: true,
    domains: true,
    versions: true,
  });
  const words = (key: string) => systemCheck.find((check) => check.key === key)?.message;
  expect(words('publicUrl')).toContain('BALIE_PUBLIC_URL');
  expect(words('jobs')).toContain('2 jobs were given up');
  expect(words('versions')).toMatch(/^Balie \d+\.\d+\.\d+, Node \d+\.\d+\.\d+, (SQLite|PostgreSQL) \d+\./);
});

test('a token of an integration that ends soon is named before it does (N15)', async () => {
  const expiresAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const { apiTokenCreate } = await owner.graphql<{ apiTokenCreate: { apiToken: { id: string }; userErrors: unknown[] } }>(
    `mutation ($expiresAt: DateTime) { apiTokenCreate(name: "Shop", scopes: [CONTACTS_READ], expiresAt: $expiresAt) {
      apiToken { id } userErrors { message path } } }`,
    { expiresAt },
  );
  expect(apiTokenCreate.userErrors).toEqual([]);
  const line = async () =>
    (
      await owner.graphql<{ systemCheck: { key: string; ok: boolean; message: string }[] }>('{ systemCheck { key ok message } }')
    ).systemCheck.find(({ key }) => key === 'tokens');
  expect(await line()).toMatchObject({ ok: false, message: `Make new tokens: Shop ends on ${expiresAt.slice(0, 10)}.` });
  const { id } = apiTokenCreate.apiToken;
  await owner.graphql('mutation ($id: ID!) { apiTokenRevoke(id: $id) { userErrors { code } } }', { id });
  expect(await line()).toMatchObject({ ok: true });
});

test('what begins to fail is told once, in the list, to admins who follow and to webhooks of everything, and once again when it works (G11)', async () => {
  const told: { type: string; data: { key: string; message: string } }[] = [];
  const far = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      told.push(JSON.parse(body) as (typeof told)[number]);
      response.end();
    });
  });
  await new Promise<void>((resolve) => far.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(far.address() as AddressInfo).port}/`;
  const input = { name: 'Pager', url, inboxIds: [], events: ['alarm.raised', 'alarm.cleared'], active: true };
  const save =
    'mutation ($input: WebhookSaveInput!) { webhookSave(input: $input) { webhook { id } userErrors { code message path } } }';
  expect(await owner.graphql(save, { input })).toMatchObject({ webhookSave: { userErrors: [] } });

  const alarms = server.get(AlarmService);
  const list = async () =>
    (
      await owner.graphql<{ alarms: { nodes: { id: string; key: string; message: string; clearedAt: string | null }[] } }>(
        '{ alarms { nodes { id key message clearedAt } } }',
      )
    ).alarms.nodes;
  await alarms.look(SYSTEM);
  await alarms.look(SYSTEM);
  expect(await list()).toEqual([
    { id: expect.any(String), key: 'jobs', message: expect.stringContaining('2 jobs were given up'), clearedAt: null },
  ]);
  await server.uow.run(SYSTEM, (tx) => tx.execute(`DELETE FROM job WHERE state = 'DEAD'`));
  await alarms.look(SYSTEM);
  expect(await list()).toMatchObject([{ key: 'jobs', clearedAt: expect.any(String) }]);
  await until(() => told.length >= 2, { what: 'both to be told', deadlineMs: 30_000 });
  expect(told.map(({ type, data }) => [type, data.key])).toEqual([
    ['alarm.raised', 'jobs'],
    ['alarm.cleared', 'jobs'],
  ]);
  const agent = await makeAgent(server, owner, 'Alarmless');
  expect((await agent.browser.ask('{ alarms { nodes { id } } }')).errors[0]?.extensions['code']).toBe('FORBIDDEN');
  const [{ id } = { id: '' }] = await list();
  const node = 'query ($id: ID!) { node(id: $id) { id } }';
  expect(await owner.graphql(node, { id })).toEqual({ node: { id } });
  expect(await agent.browser.graphql(node, { id })).toEqual({ node: null });
  far.closeAllConnections();
  far.close();
});

test('every field at the root has somebody who answers it', () => {
  const { schema } = server.get(GraphQLSchemaHost);
  const unanswered: string[] = [];
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
    for (const field of Object.values(root?.getFields() ?? {})) {
      const answer = root === schema.getSubscriptionType() ? field.subscribe : field.resolve;
      if (!answer || answer === defaultFieldResolver) unanswered.push(field.name);
    }
  expect(unanswered).toEqual([]);
});

test('members see none of it', async () => {
  const { browser } = await makeAgent(server, owner, 'Curious');
  for (const field of [
    'deadJobs { position }',
    'systemCheck { ok }',
    'inboundItems { position }',
    'backups { position }',
    'lastGoodBackup { id }',
    'sendingPaused',
    'mailChecks { channel { id } }',
  ]) {
    expect((await browser.ask(`{ ${field} }`)).errors[0]?.extensions['code']).toBe('FORBIDDEN');
  }
});
