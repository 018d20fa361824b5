import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { testCtx } from '../support/database.js';
import { until } from '../support/until.js';

jest.setTimeout(240_000);

const TOKEN = 'a token of the metrics';
let server: TestServer;
let owner: TestClient;
beforeAll(async () => {
  server = await TestServer.start({ env: { BALIE_METRICS_TOKEN: TOKEN } });
  owner = await server.signIn();
});
afterAll(() => server.close());

async function scrape(): Promise<string> {
  const answer = await server.browser().get('/metrics', { authorization: `Bearer ${TOKEN}` });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  return answer.text;
}

/** The value of a series with these labels; NaN when there is none. */
function value(text: string, name: string, labels: Record<string, string> = {}): number {
  const wanted = Object.entries(labels).map(([key, of]) => `${key}="${of}"`);
  const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  return Number(
    lines
      .find((line) => wanted.every((part) => line.includes(part)))
      ?.split(' ')
      .at(-1),
  );
}

/** A channel with something that it brought in, and a delivery of it that failed. */
async function work(): Promise<string> {
  const channel = newId('channel');
  await server.uow.run(testCtx(), async (tx) => {
    const at = tx.now - 60_000;
    await tx.execute(
      `INSERT INTO channel (id, inbox_id, plugin_id, type, name, account, own, settings, state, view_id, view_title, icon, capabilities, created_at, updated_at)
       VALUES (?, 'ib_x', 'test', 'test.post', 'support@team.example', 'support@team.example', '[]', '{}', 'CONNECTED', 'post', '"Post"', 'mail', '{}', ?, ?)`,
      [channel, at, at],
    );
    await tx.execute(
      `INSERT INTO channel_lease (channel_id, owner, epoch, expires_at, last_success_at) VALUES (?, 'x', 1, ?, ?)`,
      [channel, at, at],
    );
    await tx.execute(
      `INSERT INTO inbound_item (id, channel_id, external_id, meta, history, received_at, state, unparsed, attempts, correlation_id, updated_at)
       VALUES (?, ?, 'one', '{}', ?, ?, 'RECEIVED', ?, 0, 'c', ?)`,
      [newId('inboundItem'), channel, false, at, false, at],
    );
    await tx.execute(
      `INSERT INTO delivery (id, message_id, conversation_id, channel_id, kind, value, value_key, field, status, attempts, degraded, created_at, updated_at)
       VALUES (?, 'm', 'c', ?, 'email', 'a@b.example', 'a@b.example', 'TO', 'FAILED', 1, '[]', ?, ?)`,
      [newId('delivery'), channel, at, at],
    );
    await tx.execute(
      `INSERT INTO job (id, name, payload, state, run_at, attempts, max_attempts, last_error, correlation_id, created_at, updated_at)
       VALUES (?, 'test.given-up', '{}', 'DEAD', ?, 25, 25, 'no', 'c', ?, ?)`,
      [newId('job'), at, at, at],
    );
    tx.enqueue({ name: 'test.nobody', payload: {}, runAt: at });
  });
  return channel;
}

test('who does not show the token gets nothing, and where none is set there is no page (O8)', async () => {
  for (const authorization of ['', 'Bearer another token of it', `Basic ${TOKEN}`]) {
    const refused = await owner.get('/metrics', authorization ? { authorization } : {});
    expect([refused.status, refused.text.includes('balie_')]).toEqual([401, false]);
  }
  const without = await TestServer.start();
  try {
    expect((await without.browser().get('/metrics', { authorization: 'Bearer ' })).status).toBe(404);
  } finally {
    await without.close();
  }
});

test('intake, queue, deliveries, sockets, plugins, event log and the API are told as they are (O8)', async () => {
  const channel = await work();
  const socket = await owner.socket();
  await owner.graphql('{ viewer { id } }');
  const text = await scrape();
  const of = { channel, type: 'test.post' };
  expect(value(text, 'balie_intake_lag_seconds', of)).toBeGreaterThanOrEqual(60);
  expect(value(text, 'balie_intake_read_age_seconds', of)).toBeGreaterThanOrEqual(60);
  expect(value(text, 'balie_intake_waiting_items', of)).toBe(1);
  expect(value(text, 'balie_deliveries', { status: 'FAILED' })).toBe(1);
  expect(value(text, 'balie_deliveries', { status: 'BOUNCED' })).toBe(0);
  expect(value(text, 'balie_queue_jobs', { name: 'test.given-up', state: 'DEAD' })).toBe(1);
  expect(value(text, 'balie_queue_jobs', { name: 'test.nobody', state: 'DUE' })).toBe(1);
  expect(value(text, 'balie_queue_oldest_seconds', { name: 'test.nobody' })).toBeGreaterThanOrEqual(60);
  expect(value(text, 'balie_sockets')).toBe(1);
  expect(value(text, 'balie_plugin_up', { plugin: 'email' })).toBe(1);
  expect(value(text, 'balie_plugin_restarts', { plugin: 'email' })).toBe(0);
  expect(value(text, 'balie_event_log_position')).toBeGreaterThan(0);
  expect(value(text, 'balie_graphql_duration_seconds_count', { field: 'viewer' })).toBeGreaterThan(0);
  expect(value(text, 'balie_graphql_operations_total', { type: 'query', outcome: 'ok' })).toBeGreaterThan(0);
  expect(value(text, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  expect(value(text, 'balie_disk_free_ratio')).toBeLessThanOrEqual(1);
  await socket.close();
  await until(async () => value(await scrape(), 'balie_sockets') === 0, 'the end of the socket');
  await until(async () => value(await scrape(), 'balie_event_log_lag_events') === 0, 'the tail of the event log');
});

test('no series holds an address, a name or what a caller writes at will, and there are few of them (O8)', async () => {
  await owner.ask('query Peter_Jansen { peterJansen: viewer { id } }');
  await owner.ask('{ peterJansen { id } }');
  const text = await scrape();
  for (const word of ['support@', 'a@b.example', 'Olga', 'Jansen']) expect(text).not.toContain(word);
  expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length).toBeLessThan(2_000);
});

/** What each query of the dashboard and the rules names, without functions, labels and numbers. */
function namesIn(expression: string): string[] {
  const bare = expression
    .replaceAll(/"[^"]*"/g, '')
    .replaceAll(/\{[^}]*\}|\[[^\]]*\]/g, ' ')
    .replaceAll(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, ' ');
  const words = [...bare.matchAll(/[a-zA-Z_:][a-zA-Z0-9_:]*(?!\s*\()\b(?!\s*\()/g)].map(([word]) => word);
  return words.filter((word) => !['and', 'or', 'unless', 'bool'].includes(word));
}

test('each query of the dashboard and each rule names a metric that is exported', async () => {
  const text = await scrape();
  const exported = new Set([...text.matchAll(/^(?:# HELP )?([a-zA-Z_:][a-zA-Z0-9_:]*)/gm)].map(([, name]) => name));
  const read = (name: string): string => readFileSync(new URL(`../../../deploy/monitoring/${name}`, import.meta.url), 'utf8');
  const dashboard = JSON.parse(read('dashboard.json')) as { panels: { title: string; targets?: { expr: string }[] }[] };
  const queries = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
  const rules = [...read('alerts.yml').matchAll(/^ +expr: (.+)$/gm)].map(([, expr]) => expr ?? '');
  expect(Math.min(queries.length, rules.length)).toBeGreaterThan(5);
  for (const query of [...queries, ...rules]) {
    const names = namesIn(query);
    expect(names).not.toEqual([]);
    expect({ query, missing: names.filter((name) => !exported.has(name)) }).toEqual({ query, missing: [] });
  }
});

test('ready says what fails, live says that the process is there (O7)', async () => {
  const live = await server.browser().get('/health/live');
  const ready = await server.browser().get('/health/ready');
  expect([live.status, JSON.parse(live.text)]).toEqual([200, { status: 'ok' }]);
  expect([ready.status, JSON.parse(ready.text)]).toEqual([
    200,
    { status: 'ok', checks: { running: 'ok', database: 'ok', storage: 'ok' } },
  ]);
});
