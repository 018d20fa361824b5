import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { HealthController } from '../../src/app/http/health.controller.js';
import { Readiness } from '../../src/app/http/readiness.js';
import { AgentService } from '../../src/features/agents/index.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';

let server: TestServer;
let owner: TestClient;
beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
});
afterAll(() => server.close());

/** The one error; what is refused at once needs no time for it, and what is not would never end. */
async function refusal(query: string, variables: Record<string, unknown> = {}): Promise<{ code: unknown; message: string }> {
  const { status, errors, data } = await owner.ask(query, variables);
  expect([status, data]).toEqual([400, null]);
  return { code: errors[0]?.extensions['code'], message: errors[0]?.message ?? '' };
}

test('twelve levels and no more', async () => {
  const nested = (levels: number): string => {
    const open = '{ conversations(first: 1) { nodes { contact '.repeat(levels);
    return `{ node(id: "x") { id ... on Contact ${open}{ id }${' } } }'.repeat(levels)} } }`;
  };
  expect((await owner.ask(nested(3))).errors).toEqual([]);
  expect(await refusal(nested(4))).toMatchObject({ code: 'LIMIT', message: 'One request may ask for at most 12 levels.' });
});

test('thirty aliases and twenty fields at the root', async () => {
  const aliased = (count: number): string => `{ agents { ${Array.from({ length: count }, (_, n) => `a${n}: id`).join(' ')} } }`;
  expect((await owner.ask(aliased(30))).errors).toEqual([]);
  expect(await refusal(aliased(31))).toMatchObject({ code: 'LIMIT', message: expect.stringContaining('30 aliases') });
  const roots = (count: number): string =>
    `{ ${Array.from({ length: count }, (_, n) => `n${n}: node(id: "${n}") { id }`).join(' ')} }`;
  expect((await owner.ask(roots(20))).errors).toEqual([]);
  expect(await refusal(roots(21))).toMatchObject({ code: 'LIMIT', message: expect.stringContaining('20 fields at the root') });
});

test('five thousand points: pages multiply what is in them, whether the size is written or a variable', async () => {
  const query =
    'query ($n: Int) { conversations(first: $n) { nodes { items(last: $n) { nodes { ... on Message { text } } } } } }';
  expect((await owner.ask(query, { n: 20 })).errors).toEqual([]);
  expect(await refusal(query, { n: 100 })).toMatchObject({ code: 'LIMIT', message: expect.stringContaining('5000 points') });
  // Fifty when nothing is said.
  expect((await owner.ask(query)).errors).toEqual([]);
  const twice = query.replace(/\{ (conversations.*) \}$/, '{ a: $1 b: $1 }');
  expect(await refusal(twice)).toMatchObject({ code: 'LIMIT', message: expect.stringContaining('5204') });
});

test('a bomb of fragments, of tokens or of depth is refused in no time', async () => {
  const fragments = Array.from({ length: 40 }, (_, n) => `fragment f${n} on Agent { ...f${n + 1} ...f${n + 1} }`).join(' ');
  const bomb = await refusal(`{ agents { ...f0 } } ${fragments} fragment f40 on Agent { id name }`);
  expect(bomb.code).toBe('LIMIT');
  const circle = await refusal('{ agents { ...a } } fragment a on Agent { ...b } fragment b on Agent { ...a }');
  expect(circle.message).toContain('Cannot spread fragment');
  const tokens = await refusal(`{ agents { ${'id '.repeat(2_500)} } }`);
  expect(tokens.message).toContain('2000 tokens');
  const deep = await refusal(`{ agents ${'{ a '.repeat(600)}${'}'.repeat(600)} }`);
  expect(deep.code).toBeDefined();
});

test('256 kB of UTF-8, and nothing else', async () => {
  const large = await owner.post('/graphql', { query: '{ viewer { id } }', variables: { x: 'y'.repeat(300_000) } });
  expect(large.status).toBe(413);
  const charset = await owner.post('/graphql', '{}', { 'content-type': 'application/json; charset=utf-16' });
  expect(charset.status).toBe(415);
});

test('the schema can be read by who is signed in, and by nobody else; no hints at names for strangers', async () => {
  const { __schema } = await owner.graphql<{ __schema: { types: unknown[] } }>(getIntrospectionQuery());
  expect(__schema.types.length).toBeGreaterThan(100);
  expect((await server.browser().ask(getIntrospectionQuery())).status).toBe(401);
  expect((await owner.ask('{ viewr { id } }')).errors[0]?.message).toBe('Cannot query field "viewr" on type "Query".');
});

test('wrong kinds of values are refused before anything runs', async () => {
  for (const id of [{ $ne: 1 }, ['a', 'b'], true, { toString: 'x' }]) {
    const { errors } = await owner.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  }
  const { errors } = await owner.ask('mutation ($p: JSON!) { preferencesSave(preferences: $p) { agent { id } } }', {
    p: JSON.parse('{"a": {"__proto__": {"admin": true}}}') as object,
  });
  expect(errors[0]?.message).toContain('__proto__');
  const unknown = await owner.ask('mutation { inboxSave(input: { name: "x", isDefault: true }) { inbox { id } } }');
  expect(unknown.errors[0]?.message).toContain('isDefault');
});

test('a bug says nothing but an id that the log has, too', async () => {
  const agents = server.get(AgentService);
  const { list } = agents;
  agents.list = () => Promise.reject(new Error('password=hunter2 at /srv/secret.ts:42'));
  try {
    const { errors } = await owner.ask('{ agents { id } }');
    expect(errors).toEqual([
      {
        message: 'Internal error',
        locations: expect.anything(),
        path: ['agents'],
        extensions: { code: 'INTERNAL', correlationId: expect.stringMatching(/^evt_[0-9a-f]{32}$/) },
      },
    ]);
  } finally {
    agents.list = list;
  }
});

test('health: alive at once, ready when database and storage are, and no longer while it stops', async () => {
  const browser = server.browser();
  expect((await browser.get('/health/live')).json).toEqual({ status: 'ok' });
  const ready = await browser.get('/health/ready');
  expect([ready.status, ready.json]).toEqual([200, { status: 'ok', checks: { running: 'ok', database: 'ok', storage: 'ok' } }]);
  const full = { probe: () => Promise.reject(new Error('no room')) };
  const stopping = new Readiness(server.uow, { now: () => 0 }, full as never);
  stopping.stop();
  const response = { status: (code: number) => expect(code).toBe(503) };
  const answer = await new HealthController(stopping).ready(response as never);
  expect(answer.checks).toEqual({ running: 'failing', database: 'ok', storage: 'failing' });
});

test('each answer has safe headers; the page of the app has a policy with a nonce of its own', async () => {
  const browser = server.browser();
  for (const path of ['/api/session', '/health/live', '/nothing/here.json']) {
    const { headers } = await browser.get(path);
    expect([path, headers.get('content-security-policy')]).toEqual([path, expect.stringContaining("default-src 'none'")]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  }
  const policies = await Promise.all(
    ['/', '/inbox/any/all'].map(async (path) => {
      const page = await browser.get(path, { accept: 'text/html' });
      return page.headers.get('content-security-policy') ?? '';
    }),
  );
  for (const policy of policies) {
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{24}'/);
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
  }
  expect(new Set(policies).size).toBe(2);
});
