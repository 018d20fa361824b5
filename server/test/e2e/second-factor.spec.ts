import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runAdmin } from '../../src/app/admin.js';
import { codeAt, stepOf } from '../../src/features/second-factor/index.js';
import { Clock } from '../../src/kernel/clock.js';
import type { TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeAgent } from '../server/world.js';
import { until } from '../support/until.js';

let server: TestServer;
let owner: TestClient;
beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
});
afterAll(() => server.close());

interface Person {
  id: string;
  email: string;
  password: string;
  browser: TestClient;
}
interface Payload {
  key?: string;
  uri?: string;
  recoveryCodes?: string[] | null;
  userErrors: { code: string; path: string[] | null }[];
}

const BEGIN = 'mutation ($password: String!) { it: secondFactorBegin(password: $password) { key uri userErrors { code path } } }';
const CONFIRM = 'mutation ($code: String!) { it: secondFactorConfirm(code: $code) { recoveryCodes userErrors { code path } } }';
const REMOVE = 'mutation ($code: String!) { it: secondFactorRemove(code: $code) { userErrors { code path } } }';
const RENEW = 'mutation ($code: String!) { it: recoveryCodesRenew(code: $code) { recoveryCodes userErrors { code path } } }';
const REQUIRE = 'mutation ($on: Boolean!) { it: secondFactorRequire(required: $on) { userErrors { code path } } }';
const RESET = 'mutation ($id: ID!) { it: agentSecondFactorReset(id: $id) { userErrors { code path } } }';
const STATE = '{ secondFactor { on recoveryCodesLeft required } viewer { hasSecondFactor } }';

const run = async (browser: TestClient, mutation: string, variables: Record<string, unknown>): Promise<Payload> =>
  (await browser.graphql<{ it: Payload }>(mutation, variables)).it;
const trySignIn = ({ email, password }: { email: string; password: string }, code?: unknown) =>
  server.browser().post('/api/sign-in', { email, password, ...(code === undefined ? {} : { code }) });
/** The code of a key now, or one step ahead: the server takes none twice, and a step that ends meanwhile changes nothing. */
const codeOf = (key: string, ahead: 0 | 1 = 0): string => codeAt(key, stepOf(server.get(Clock).now()) + ahead);

/** Somebody whose sign-in asks for a code; the one of now is used. */
async function withSecondStep(name: string): Promise<Person & { key: string; recoveryCodes: string[] }> {
  const person = await makeAgent(server, owner, name);
  const { key = '' } = await run(person.browser, BEGIN, { password: person.password });
  const { recoveryCodes } = await run(person.browser, CONFIRM, { code: codeOf(key) });
  return { ...person, key, recoveryCodes: recoveryCodes ?? [] };
}

test('a second step is set up with the password and a first code, and ends the other sessions; then both are asked for (N9)', async () => {
  const person = await makeAgent(server, owner, 'Tessa');
  const other = await server.signIn(person.email, person.password);
  const socket = await other.socket();
  expect(await run(person.browser, BEGIN, { password: 'not this one' })).toMatchObject({
    key: null,
    userErrors: [{ code: 'INVALID', path: ['password'] }],
  });
  const { key = '', uri } = await run(person.browser, BEGIN, { password: person.password });
  expect(uri).toContain(`secret=${key}`);
  // Nothing counts before a code was shown.
  expect((await trySignIn(person)).status).toBe(204);
  expect((await run(person.browser, CONFIRM, { code: '000000' })).userErrors).toEqual([{ code: 'INVALID', path: ['code'] }]);
  const first = codeOf(key);
  const { recoveryCodes } = await run(person.browser, CONFIRM, { code: first });
  expect(new Set(recoveryCodes).size).toBe(10);
  await until(() => socket.closed, 'the socket of the other session to be closed');
  expect(await person.browser.graphql(STATE)).toEqual({
    secondFactor: { on: true, recoveryCodesLeft: 10, required: false },
    viewer: { hasSecondFactor: true },
  });

  const half = await trySignIn(person);
  expect([half.status, half.json, half.headers.get('set-cookie')]).toEqual([200, { step: 'CODE' }, null]);
  const wrongPassword = await trySignIn({ ...person, password: 'not this one' }, codeOf(key, 1));
  expect([wrongPassword.status, wrongPassword.json]).toEqual([
    401,
    { error: expect.objectContaining({ code: 'BAD_CREDENTIALS' }) },
  ]);
  // The code that set it up is used, and none is taken twice, not even when two come at once.
  for (const bad of [first, '000000', '', null, ['123456'], { $ne: '' }])
    expect((await trySignIn(person, bad)).json).toMatchObject({ error: { code: 'BAD_CODE' } });
  const code = codeOf(key, 1);
  const both = await Promise.all([trySignIn(person, code), trySignIn(person, code)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([204, 401]);
  expect(both.find(({ status }) => status === 204)?.headers.get('set-cookie')).toContain('HttpOnly');
});

test('each recovery code lets in once; new ones end the old; only hashes and a sealed key are kept', async () => {
  const { recoveryCodes, key, ...person } = await withSecondStep('Rena');
  const [one = '', two = ''] = recoveryCodes;
  const both = await Promise.all([trySignIn(person, one), trySignIn(person, one)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([204, 401]);
  const fresh = await run(person.browser, RENEW, { code: codeOf(key, 1) });
  expect((await trySignIn(person, two)).status).toBe(401);
  expect((await trySignIn(person, fresh.recoveryCodes?.[0]?.toUpperCase().replaceAll('-', ' '))).status).toBe(204);
  expect(await person.browser.graphql(STATE)).toMatchObject({ secondFactor: { recoveryCodesLeft: 9 } });
  const kept = JSON.stringify([
    await server.uow.reader.query('SELECT * FROM second_factor'),
    await server.uow.reader.query('SELECT * FROM recovery_code'),
    await server.uow.reader.query('SELECT * FROM audit_entry'),
  ]);
  for (const secret of [key, ...recoveryCodes, ...(fresh.recoveryCodes ?? [])]) {
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(secret.replaceAll('-', '').toUpperCase());
  }
  expect((await run(person.browser, REMOVE, { code: '000000' })).userErrors[0]?.code).toBe('INVALID');
  expect((await run(person.browser, REMOVE, { code: fresh.recoveryCodes?.[1] ?? '' })).userErrors).toEqual([]);
  expect((await trySignIn(person)).status).toBe(204);
});

test('who knows the password does not guess the code: tries are limited per account, the halfway ones too', async () => {
  const { recoveryCodes, ...person } = await withSecondStep('Gus');
  const statuses: number[] = [];
  for (let n = 0; n < 11; n += 1) statuses.push((await trySignIn(person, n % 2 ? '000000' : undefined)).status);
  expect(statuses.slice(0, 10)).not.toContain(429);
  expect(statuses[10]).toBe(429);
  expect((await trySignIn(person, recoveryCodes[0])).status).toBe(429);
  // In a window that was left open, too.
  const codes: string[] = [];
  for (let n = 0; n < 11; n += 1) codes.push((await run(person.browser, REMOVE, { code: '000000' })).userErrors[0]?.code ?? '');
  expect(codes.at(-1)).toBe('LIMIT');
});

test('where everybody needs one, who has none sets it up while signing in, a link of a new password lets in nobody, and none is taken away', async () => {
  const plain = await makeAgent(server, owner, 'Pia');
  const { browser: admin } = await makeAgent(server, owner, 'Adam', 'ADMIN');
  expect((await run(admin, REQUIRE, { on: true })).userErrors[0]?.code).toBe('FORBIDDEN');
  const { agentLinkCreate } = await owner.graphql<{ agentLinkCreate: { link: string } }>(
    'mutation ($id: ID!) { agentLinkCreate(id: $id) { link } }',
    { id: plain.id },
  );
  expect((await run(owner, REQUIRE, { on: true })).userErrors).toEqual([]);
  // Who is in stays in until he signs in again.
  await plain.browser.graphql('{ viewer { id } }');
  const joined = await server
    .browser()
    .post('/api/access/use', { secret: agentLinkCreate.link.split('#')[1], password: plain.password });
  expect([joined.status, joined.headers.get('set-cookie')]).toEqual([204, null]);
  const half = await trySignIn(plain);
  const { step, key } = half.json as { step: string; key: string };
  expect([half.status, step, half.headers.get('set-cookie')]).toEqual([200, 'SET_UP', null]);
  expect((await trySignIn(plain, '000000')).status).toBe(401);
  const done = await trySignIn(plain, codeOf(key));
  expect([done.status, done.json]).toEqual([200, { step: 'DONE', recoveryCodes: expect.any(Array) }]);
  const browser = server.browser();
  browser.cookieHeader = (done.headers.get('set-cookie') ?? '').split(';')[0] ?? null;
  expect((await run(browser, REMOVE, { code: codeOf(key, 1) })).userErrors[0]?.code).toBe('FORBIDDEN');
  expect((await run(owner, REQUIRE, { on: false })).userErrors).toEqual([]);
  expect((await trySignIn(plain)).json).toEqual({ step: 'CODE' });
});

test('an owner takes it away from who lost his phone, an admin from members only, the host at the terminal from anybody', async () => {
  const person = await withSecondStep('Lotte');
  const { browser: admin } = await makeAgent(server, owner, 'Ava', 'ADMIN');
  const { viewer } = await owner.graphql<{ viewer: { id: string } }>('{ viewer { id } }');
  expect((await run(admin, RESET, { id: viewer.id })).userErrors[0]?.code).toBe('FORBIDDEN');
  expect((await person.browser.ask(RESET, { id: person.id })).errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  expect((await run(admin, RESET, { id: person.id })).userErrors).toEqual([]);
  expect((await person.browser.ask('{ viewer { id } }')).status).toBe(401);
  expect((await trySignIn(person)).status).toBe(204);

  const { key = '' } = await run(owner, BEGIN, { password: OWNER.password });
  await run(owner, CONFIRM, { code: codeOf(key) });
  expect((await trySignIn(OWNER)).json).toEqual({ step: 'CODE' });
  // A screen that somebody left open must not be enough to take one's own off.
  expect((await run(owner, RESET, { id: viewer.id })).userErrors[0]?.code).toBe('FORBIDDEN');
  const said: string[] = [];
  expect(await runAdmin(['second-step', OWNER.email.toUpperCase()], server.env, (line) => said.push(line))).toBe(0);
  expect(await runAdmin(['second-step', OWNER.email], server.env, () => undefined)).toBe(1);
  expect((await trySignIn(OWNER)).status).toBe(204);
  const { auditEntries } = await owner.graphql<{ auditEntries: { nodes: { action: string }[] } }>(
    '{ auditEntries(first: 100) { nodes { action } } }',
  );
  const actions = new Set(auditEntries.nodes.map(({ action }) => action));
  for (const action of ['ON', 'OFF', 'RESET']) expect(actions).toContain(`SECOND_FACTOR_${action}`);
  for (const action of ['RECOVERY_CODES_MADE', 'RECOVERY_CODE_USED', 'SIGN_IN_RULES_CHANGED']) expect(actions).toContain(action);
});
