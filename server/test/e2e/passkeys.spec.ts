import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codeAt, stepOf } from '../../src/features/second-factor/index.js';
import { Clock } from '../../src/kernel/clock.js';
import type { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeAgent } from '../server/world.js';
import { Authenticator } from '../support/authenticator.js';

const ORIGIN = 'https://desk.example';

let server: TestServer;
let owner: TestClient;
beforeAll(async () => {
  server = await TestServer.start({ env: { BALIE_PUBLIC_URL: ORIGIN } });
  owner = await server.signIn();
});
afterAll(() => server.close());

interface Payload {
  ticket?: string | null;
  options?: { challenge: string; authenticatorSelection: object; excludeCredentials: unknown[] };
  passkey?: { id: string; name: string } | null;
  userErrors: { code: string; path: string[] | null }[];
}
const BEGIN =
  'mutation ($password: String, $code: String) { it: passkeyBegin(password: $password, code: $code) { ticket options userErrors { code path } } }';
const ADD =
  'mutation ($input: PasskeyAddInput!) { it: passkeyAdd(input: $input) { passkey { id name } userErrors { code path } } }';
const RENAME =
  'mutation ($id: ID!, $name: String!) { it: passkeyRename(id: $id, name: $name) { passkey { id name } userErrors { code path } } }';
const REMOVE = 'mutation ($id: ID!) { it: passkeyRemove(id: $id) { userErrors { code path } } }';
const LIST = '{ passkeys { available passkeys { id name lastUsedAt } } viewer { id hasPasskey } }';
const PASSWORD = { password: 'a password that is long' };

const run = async (browser: TestClient, mutation: string, variables: Record<string, unknown>): Promise<Payload> =>
  (await browser.graphql<{ it: Payload }>(mutation, variables)).it;
const authenticator = (): Authenticator => new Authenticator(ORIGIN, 'desk.example');

/** Somebody with a passkey. */
async function withPasskey(name: string) {
  const person = await makeAgent(server, owner, name);
  const key = authenticator();
  const { ticket, options } = await run(person.browser, BEGIN, PASSWORD);
  const response = key.create(options?.challenge ?? '');
  const { passkey, userErrors } = await run(person.browser, ADD, { input: { ticket, response, name: 'Phone' } });
  expect(userErrors).toEqual([]);
  return { ...person, key, passkeyId: passkey?.id ?? '' };
}
async function ask(browser: TestClient): Promise<string> {
  const answer = await browser.post('/api/sign-in/passkey');
  return (answer.json as { challenge: string }).challenge;
}
const show = async (browser: TestClient, response: unknown): Promise<number> =>
  (await browser.post('/api/sign-in/passkey/finish', { response })).status;
const isIn = async (browser: TestClient): Promise<boolean> => (await browser.ask('{ viewer { id } }')).status === 200;

test('a passkey is made by who shows his password, and lets in without it, past the second step that everybody needs (N9)', async () => {
  const person = await makeAgent(server, owner, 'Pam');
  expect((await server.browser().get('/api/session')).json).toMatchObject({ signIn: { passkeys: true } });
  expect((await run(person.browser, BEGIN, {})).userErrors).toEqual([{ code: 'INVALID', path: ['password'] }]);
  const { ticket, options } = await run(person.browser, BEGIN, PASSWORD);
  expect(options).toMatchObject({ authenticatorSelection: { residentKey: 'required', userVerification: 'required' } });
  const key = authenticator();
  const input = { ticket, response: key.create(options?.challenge ?? ''), name: ' My phone ' };
  // Another's session, and his own other one, can do nothing with it.
  const other = await server.signIn(person.email, person.password);
  const another = await run(person.browser, BEGIN, PASSWORD);
  expect((await run(other, ADD, { input: { ...input, ticket: another.ticket } })).userErrors[0]?.path).toEqual([
    'input',
    'ticket',
  ]);
  expect((await run(person.browser, ADD, { input })).passkey).toMatchObject({ name: 'My phone' });
  expect((await run(person.browser, ADD, { input })).userErrors[0]?.path).toEqual(['input', 'ticket']);
  expect((await run(person.browser, BEGIN, PASSWORD)).options?.excludeCredentials).toHaveLength(1);

  await owner.graphql('mutation { secondFactorRequire(required: true) { userErrors { code } } }');
  const browser = server.browser();
  expect(await show(browser, key.get(await ask(browser), person.id))).toBe(204);
  expect(await browser.graphql(LIST)).toMatchObject({
    passkeys: { available: true, passkeys: [{ name: 'My phone', lastUsedAt: expect.any(String) }] },
    viewer: { id: person.id, hasPasskey: true },
  });
  await owner.graphql('mutation { secondFactorRequire(required: false) { userErrors { code } } }');
});

test('what is of another address, not verified, with a certificate or not answered at all makes no passkey', async () => {
  const { browser } = await makeAgent(server, owner, 'Max');
  const wrong: ((key: Authenticator) => void)[] = [
    (key) => (key.origin = 'https://evil.example'),
    (key) => (key.verifies = false),
    (key) => (key.statement = { fmt: 'fido-u2f', attStmt: new Map() }),
    (key) => (key.statement = { fmt: 'packed', attStmt: new Map([['x5c', []]]) }),
  ];
  for (const change of wrong) {
    const key = authenticator();
    change(key);
    const { ticket, options } = await run(browser, BEGIN, PASSWORD);
    const response = key.create(options?.challenge ?? '');
    expect((await run(browser, ADD, { input: { ticket, response, name: 'x' } })).userErrors[0]?.path).toEqual([
      'input',
      'response',
    ]);
  }
  const { ticket } = await run(browser, BEGIN, PASSWORD);
  const response = authenticator().create('another challenge');
  expect((await run(browser, ADD, { input: { ticket, response, name: 'x' } })).userErrors[0]?.path).toEqual([
    'input',
    'response',
  ]);
  expect(await browser.graphql(LIST)).toMatchObject({ passkeys: { passkeys: [] }, viewer: { hasPasskey: false } });
});

test('a sign-in is used once, in the browser that asked, at this address, by the one who has the key; a copy of the key is seen', async () => {
  const { key, id, ...person } = await withPasskey('Kim');
  const browser = server.browser();
  const first = key.get(await ask(browser), id);
  expect(await show(server.browser(), first)).toBe(401);
  expect(await show(browser, first)).toBe(204);
  expect(await show(browser, first)).toBe(401);
  const bad: ((challenge: string) => unknown)[] = [
    () => first,
    () => key.get('another', id),
    (challenge) => ({ ...key.get(challenge, id), id: 'nobody', rawId: 'nobody' }),
    (challenge) => key.get(challenge, person.passkeyId),
    (challenge) => {
      const foreign = new Authenticator(ORIGIN, 'desk.example');
      return { ...foreign.get(challenge, id), id: first.id, rawId: first.id };
    },
    (challenge) => Object.assign(new Authenticator('https://evil.example', 'desk.example'), { id: key.id }).get(challenge, id),
    () => null,
    () => ({ id: 1 }),
  ];
  for (const make of bad) {
    const fresh = server.browser();
    expect(await show(fresh, make(await ask(fresh)))).toBe(401);
    expect(await isIn(fresh)).toBe(false);
  }
  key.verifies = false;
  const unseen = server.browser();
  expect(await show(unseen, key.get(await ask(unseen), id))).toBe(401);
  key.verifies = true;
  key.counter = 0;
  const copy = server.browser();
  expect(await show(copy, key.get(await ask(copy), id))).toBe(401);
  key.counter = 100;
  const again = server.browser();
  expect(await show(again, key.get(await ask(again), id))).toBe(204);
  expect((await server.browser().with({}).post('/api/sign-in/passkey')).status).toBe(403);
});

test('it is renamed and removed by its owner, an owner takes all from who lost his phone, and who has left does not come in', async () => {
  const { key, passkeyId, id, browser } = await withPasskey('Rob');
  expect((await run(owner, RENAME, { id: passkeyId, name: 'x' })).userErrors[0]?.code).toBe('NOT_FOUND');
  expect((await run(browser, RENAME, { id: passkeyId, name: 'Key ring' })).passkey?.name).toBe('Key ring');
  expect((await run(browser, REMOVE, { id: passkeyId })).userErrors).toEqual([]);
  const gone = server.browser();
  expect(await show(gone, key.get(await ask(gone), id))).toBe(401);

  const lost = await withPasskey('Lou');
  await owner.graphql('mutation ($id: ID!) { agentPasskeysRemove(id: $id) { userErrors { code } } }', { id: lost.id });
  expect(await isIn(lost.browser)).toBe(false);
  const left = await withPasskey('Leo');
  const DEACTIVATE = 'mutation ($input: AgentDeactivateInput!) { agentDeactivate(input: $input) { userErrors { code } } }';
  await owner.graphql(DEACTIVATE, { input: { id: left.id } });
  for (const who of [lost, left]) {
    const tried = server.browser();
    expect(await show(tried, who.key.get(await ask(tried), who.id))).toBe(401);
  }
  const { auditEntries } = await owner.graphql<{ auditEntries: { nodes: { action: string }[] } }>(
    '{ auditEntries(first: 100) { nodes { action } } }',
  );
  const actions = auditEntries.nodes.map(({ action }) => action);
  expect(actions.filter((action) => action === 'PASSKEY_REMOVED')).toHaveLength(2);
  expect(actions).toContain('PASSKEY_ADDED');
});

test('who has a second step shows a code of it, too, before he makes a passkey', async () => {
  const begin = 'mutation ($password: String!) { it: secondFactorBegin(password: $password) { key userErrors { code } } }';
  const confirm = 'mutation ($code: String!) { it: secondFactorConfirm(code: $code) { userErrors { code } } }';
  const { it } = await owner.graphql<{ it: { key: string } }>(begin, { password: OWNER.password });
  const now = stepOf(server.get(Clock).now());
  await owner.graphql(confirm, { code: codeAt(it.key, now) });
  const password = { password: OWNER.password };
  expect((await run(owner, BEGIN, password)).userErrors).toEqual([{ code: 'INVALID', path: ['code'] }]);
  expect((await run(owner, BEGIN, { ...password, code: codeAt(it.key, now + 1) })).ticket).toEqual(expect.any(String));
});
