import { spawn } from 'node:child_process';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { freePort } from '../ledger/server-process.js';
import { type Answer, TestClient } from '../server/client.js';
import { freshDatabaseUrl, TEST_DIALECT } from '../support/database.js';
import { until } from '../support/until.js';

/**
 * The built server through a story in which every secret and every word of a customer is one of these, at the level that logs most; none of
 * them is in what the process printed, in its metrics, or in an answer that says that something went wrong (threats 94, O24).
 */
jest.setTimeout(400_000);

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const planted = new Map<string, string>();
/** A text that is nowhere else, by what it is. */
function canary(what: string): string {
  const text = `cnry${randomUUID().replaceAll('-', '')}`;
  planted.set(text, what);
  return text;
}
const OWNER = { email: 'olga@team.example', password: canary('the password of the owner'), name: 'Olga' };
const METRICS = canary('the token of the metrics');
const KEY = randomBytes(32).toString('base64');
planted.set(KEY, 'the secret key');
const SITE = 'https://shop.example';
const IDENTITY = canary('the identity secret of a channel');

interface Running {
  url: string;
  output: () => string;
  end(): Promise<number | null>;
}
function run(env: Record<string, string>): { output: () => string; ended: Promise<number | null>; kill(): void } {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'] ?? '', BALIE_LOG_LEVEL: 'trace', ...env } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { output: () => text, ended, kill: () => void child.kill('SIGTERM') };
}

let database: Awaited<ReturnType<typeof freshDatabaseUrl>>;
let far: Server;
let farUrl: string;
let server: Running;
const failures: string[] = [];
beforeAll(async () => {
  database = await freshDatabaseUrl();
  // The far side of a webhook, which refuses and says back what it was told.
  far = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => response.writeHead(500).end(body));
  });
  await new Promise<void>((resolve) => far.listen(0, '127.0.0.1', resolve));
  farUrl = `http://127.0.0.1:${(far.address() as AddressInfo).port}`;
  const port = await freePort();
  const running = run({
    BALIE_PORT: String(port),
    BALIE_DATA_DIR: database.dataDir,
    ...(TEST_DIALECT === 'postgres' ? { DATABASE_URL: database.url } : {}),
    BALIE_OWNER_EMAIL: OWNER.email,
    BALIE_OWNER_PASSWORD: OWNER.password,
    BALIE_OWNER_NAME: OWNER.name,
    BALIE_METRICS_TOKEN: METRICS,
    BALIE_WEBHOOK_NETWORKS: '127.0.0.1',
    BALIE_SECRET_KEY: KEY,
  });
  server = { url: `http://127.0.0.1:${port}`, output: running.output, end: () => (running.kill(), running.ended) };
  const ready = async (): Promise<boolean> => (await fetch(`${server.url}/health/ready`).catch(() => null))?.ok ?? false;
  await until(ready, { what: 'the server', deadlineMs: 200_000 });
}, 240_000);
afterAll(async () => {
  await server?.end();
  far?.close();
  await database.remove();
});

/** Keeps what was answered when it says that something went wrong. */
function noted(answer: Answer): Answer {
  if (answer.status >= 400 || answer.text.includes('"errors"') || /"userErrors":\[\{/.test(answer.text))
    failures.push(answer.text);
  return answer;
}
async function ask<T>(by: TestClient, query: string, variables: object = {}): Promise<T> {
  const answer = noted(await by.post('/graphql', { query, variables }));
  return (answer.json as unknown as { data: T }).data;
}

/** Signs in, wrongly and well, and opens what needs a secret. */
async function doors(): Promise<TestClient> {
  const owner = new TestClient(server.url);
  noted(await owner.post('/api/sign-in', { email: OWNER.email, password: canary('a wrong password') }));
  noted(await owner.post('/api/sign-in', `{"email":"x","password":"${canary('a password in bad JSON')}`));
  noted(
    await owner.post('/api/sign-in', { email: canary('an address that nobody has'), password: { $ne: canary('an object') } }),
  );
  expect((await owner.post('/api/sign-in', { email: OWNER.email, password: OWNER.password })).status).toBe(204);
  planted.set(owner.cookieHeader!.split('=')[1]!, 'the session');
  noted(await owner.get(`/files/x?token=${canary('a query string')}`));
  noted(await owner.get('/metrics', { authorization: `Bearer ${canary('a wrong token of the metrics')}` }));
  noted(
    await TestClient.withToken(server.url, `bal_${canary('a token that is none')}`).post('/graphql', {
      query: '{ viewer { id } }',
    }),
  );
  const personal = await ask<{ it: { token: string } }>(
    owner,
    'mutation { it: personalTokenCreate(input: { name: "P" }) { token userErrors { code } } }',
  );
  planted.set(personal.it.token, 'a personal token');
  await ask(TestClient.withToken(server.url, personal.it.token), '{ viewer { id } }');
  await ask(owner, 'mutation ($p: String!) { secondFactorBegin(password: $p) { key userErrors { code } } }', {
    p: canary('a wrong password in a mutation'),
  });
  const begun = await ask<{ it: { key: string } }>(
    owner,
    'mutation ($p: String!) { it: secondFactorBegin(password: $p) { key userErrors { code } } }',
    { p: OWNER.password },
  );
  planted.set(begun.it.key, 'the key of a second step');
  await ask(owner, 'mutation ($c: String!) { secondFactorConfirm(code: $c) { userErrors { code } } }', { c: '000000' });
  return owner;
}

/** Channels, webhooks and a provider, with secrets, that fail at the far side. */
async function settings(owner: TestClient, inboxId: string): Promise<string> {
  const id = newId('channel');
  const setup = 'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message path } } }';
  const chat = { name: 'shop.example', origins: [SITE], identitySecret: IDENTITY };
  const made = await ask<unknown>(owner, setup, { input: { id, inboxId, type: 'chat', step: 'settings', data: chat } });
  expect(made).toEqual({ channelSetup: { userErrors: [] } });
  const far1 = { address: 'a@shop.example', user: 'a', imapHost: '127.0.0.1', imapPort: 1, smtpHost: '127.0.0.1', smtpPort: 1 };
  const mail = { ...far1, password: canary('the password of a mailbox'), smtpPassword: canary('the password for sending') };
  await ask(owner, setup, { input: { id: newId('channel'), inboxId, type: 'email', step: 'settings', data: mail } });
  await ask(
    owner,
    'mutation ($settings: JSON!) { channelTest(input: { type: "email", settings: $settings }) { userErrors { message } } }',
    {
      settings: mail,
    },
  );
  const hook = await ask<{ it: { secret: string } }>(
    owner,
    `mutation ($input: WebhookSaveInput!) { it: webhookSave(input: $input) { secret userErrors { code } } }`,
    {
      input: { name: 'W', url: `${farUrl}/hook?key=${canary('a secret in the address of a webhook')}`, events: [], inboxIds: [] },
    },
  );
  planted.set(hook.it.secret.replace('whsec_', ''), 'the secret of a webhook');
  const provider = {
    active: false,
    issuer: farUrl,
    clientId: 'c',
    clientSecret: canary('the secret of a provider'),
    button: 'B',
  };
  const rest = { domains: [], newPeople: false, seat: 'FULL', trustEmail: false, secondStepValues: [] };
  await ask(
    owner,
    'mutation ($input: SignInProviderSaveInput!) { signInProviderSave(input: $input) { userErrors { code message } } }',
    {
      input: { ...provider, ...rest },
    },
  );
  return id;
}

/** A visitor writes, an agent answers, and both do what fails. */
async function words(owner: TestClient, channelId: string): Promise<void> {
  const visitor = new TestClient(`${server.url}/p/chat/routes/${channelId}`, { origin: SITE });
  const identity = signed({
    sub: '7',
    email: `${canary('the address of a customer')}@far.example`,
    name: canary('the name of a customer'),
  });
  const { token } = noted(await visitor.post('/session', { identity })).json as unknown as { token: string };
  planted.set(token, 'the token of a visitor');
  const text = canary('what a customer writes');
  const bearer = { authorization: `Bearer ${token}` };
  expect(noted(await visitor.post('/say', { id: randomUUID(), text }, bearer)).status).toBe(200);
  noted(await visitor.post('/say', { id: 'x', text: { no: canary('what a customer sends wrongly') } }, bearer));
  noted(await visitor.post('/say', `{"text":"${canary('bad JSON of a customer')}`, bearer));
  noted(await visitor.post('/session', { identity: `${identity}x` }));
  const list = '{ conversations(first: 5) { nodes { id preview } } }';
  const found = async (): Promise<string | undefined> =>
    (await ask<{ conversations: { nodes: { id: string; preview: string }[] } }>(owner, list)).conversations.nodes.find(
      ({ preview }) => preview === text,
    )?.id;
  const conversationId = await until(found, { what: 'what the customer wrote', deadlineMs: 120_000 });
  const send = 'mutation ($input: MessageSendInput!) { messageSend(input: $input) { userErrors { message path } } }';
  await ask(owner, send, { input: { id: newId('message'), conversationId, text: canary('what an agent answers') } });
  await ask(owner, send, {
    input: { id: newId('message'), conversationId: newId('conversation'), text: canary('an answer to nobody') },
  });
  await ask(owner, 'query ($q: String!) { search(query: $q, first: 1) { nodes { __typename } } }', {
    q: canary('what is searched'),
  });
  noted(await owner.post('/graphql', `{"query":"{ viewer ${canary('a query in bad JSON')}`));
  const announced = await owner.send('/api/uploads', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: canary('the bytes of a file'),
  });
  noted(announced);
}

function signed(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ exp, ...claims })}`;
  return `${head}.${createHmac('sha256', IDENTITY).update(head).digest('base64url')}`;
}

const foundIn = (text: string): string[] => [...planted].filter(([secret]) => text.includes(secret)).map(([, what]) => what);

test('nothing of a whole run is in a log line, a metric or an answer that refuses', async () => {
  const owner = await doors();
  const { it } = await ask<{ it: { inbox: { id: string } } }>(
    owner,
    'mutation { it: inboxSave(input: { name: "Support" }) { inbox { id } } }',
  );
  const channelId = await settings(owner, it.inbox.id);
  await words(owner, channelId);
  const told = async (): Promise<boolean> =>
    (await owner.get('/metrics', { authorization: `Bearer ${METRICS}` })).text.includes('balie_queue_jobs');
  await until(told, 'the metrics');
  const metrics = (await owner.get('/metrics', { authorization: `Bearer ${METRICS}` })).text;
  expect(foundIn(metrics)).toEqual([]);
  expect(await server.end()).toBe(0);
  expect(server.output().length).toBeGreaterThan(1_000);
  expect(foundIn(server.output())).toEqual([]);
  expect(failures.length).toBeGreaterThan(8);
  expect(failures.flatMap((text) => foundIn(text).map((what) => `${what}: ${text.slice(0, 300)}`))).toEqual([]);
});

test('nor what the database and Redis are reached with, in the words of a start that failed', async () => {
  const password = canary('the password of a database');
  const { output, ended } = run({
    BALIE_PORT: '0',
    BALIE_DATA_DIR: database.dataDir,
    DATABASE_URL: `postgres://balie:${password}@127.0.0.1:1/balie`,
    REDIS_URL: `redis://:${password}@127.0.0.1:1`,
    BALIE_SECRET_KEY: canary('a key of the wrong length'),
  });
  expect(await ended).not.toBe(0);
  expect(output()).toContain('BALIE_SECRET_KEY');
  expect(foundIn(output())).toEqual([]);
  const other = run({
    BALIE_PORT: '0',
    BALIE_DATA_DIR: database.dataDir,
    DATABASE_URL: `postgres://balie:${password}@127.0.0.1:1/balie`,
  });
  expect(await other.ended).not.toBe(0);
  expect(foundIn(other.output())).toEqual([]);
});
