import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Attempts } from '../../src/features/auth/index.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeAgent } from '../server/world.js';
import { until } from '../support/until.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.close());

test('the password is asked for, and an unknown address gets the same answer as a wrong password', async () => {
  const wrong = await server.browser().post('/api/sign-in', { email: OWNER.email, password: 'not this one' });
  const unknown = await server.browser().post('/api/sign-in', { email: 'nobody@team.example', password: 'not this one' });
  expect(wrong.status).toBe(401);
  expect([unknown.status, unknown.text]).toEqual([wrong.status, wrong.text]);
  expect(wrong.json).toMatchObject({ error: { code: 'BAD_CREDENTIALS' } });
  const right = await server
    .browser()
    .post('/api/sign-in', { email: ` ${OWNER.email.toUpperCase()} `, password: OWNER.password });
  expect(right.status).toBe(204);
  const cookie = right.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^balie_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/);
});

test('each sign-in makes a new session, whatever cookie came with it (no fixation)', async () => {
  const browser = server.browser();
  browser.cookieHeader = `balie_session=${'A'.repeat(43)}`;
  await browser.post('/api/sign-in', { email: OWNER.email, password: OWNER.password });
  expect(browser.cookieHeader).not.toContain('AAAA');
});

test('anything but a text as a secret is nobody', async () => {
  for (const body of [
    {},
    { email: ['x'], password: 'y' },
    { email: OWNER.email, password: { $ne: 1 } },
    { email: OWNER.email, password: '' },
  ]) {
    expect((await server.browser().post('/api/sign-in', body)).status).toBe(401);
  }
  for (const secret of ['', '0', 'null', ' ', "' OR 1=1 --", 'a'.repeat(5000)]) {
    const browser = server.browser();
    browser.cookieHeader = `balie_session=${secret}`;
    expect((await browser.ask('{ viewer { id } }')).status).toBe(401);
  }
});

test('tries are limited per account, from wherever they come', async () => {
  const { email, password } = await makeAgent(server, await server.signIn(), 'Guessed');
  const tries = await Promise.all(
    Array.from({ length: 11 }, () => server.browser().post('/api/sign-in', { email, password: 'guess guess' })),
  );
  const statuses = tries.map(({ status }) => status);
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
  expect(statuses).toContain(429);
  const locked = await server.browser().post('/api/sign-in', { email, password });
  expect(locked.status).toBe(429);
  expect(locked.json).toMatchObject({
    error: { retryAfterSeconds: expect.any(Number), message: expect.stringContaining('Too many tries') },
  });
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('sixty colleagues behind one address may all sign in', async () => {
  const attempts = server.get(Attempts);
  for (let n = 0; n < 60; n++) {
    await attempts.count('192.0.2.1', `colleague ${n}`);
    await attempts.succeeded('192.0.2.1', `colleague ${n}`);
  }
  const guesses = Array.from({ length: 60 }, (_, n) => attempts.count('192.0.2.1', `guess ${n}`));
  const refused = (await Promise.allSettled(guesses)).filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(10);
});

test('a session survives a restart of the server', async () => {
  const browser = await server.signIn();
  await server.restart();
  const { viewer } = await browser.graphql<{ viewer: { name: string } }>('{ viewer { name } }');
  expect(viewer.name).toBe(OWNER.name);
});

test('signing out ends the session, not only the cookie', async () => {
  const browser = await server.signIn();
  const kept = browser.with(browser.headers);
  expect((await browser.post('/api/sign-out')).status).toBe(204);
  expect(browser.cookieHeader).toBeNull();
  expect((await kept.ask('{ viewer { id } }')).status).toBe(401);
});

test('a revoked session stops at once, its open socket too; the other one goes on', async () => {
  const [here, there] = [await server.signIn(), await server.signIn()];
  const socket = await there.socket();
  const changes = socket.subscribe('subscription { changes(scope: { all: true }) { cursor } }');
  const { sessions } = await here.graphql<{ sessions: { id: string; current: boolean }[] }>('{ sessions { id current } }');
  expect(sessions.filter(({ current }) => current)).toHaveLength(1);
  const { sessions: theirs } = await there.graphql<{ sessions: { id: string; current: boolean }[] }>(
    '{ sessions { id current } }',
  );
  const id = theirs.find(({ current }) => current)?.id;

  const { sessionRevoke } = await here.graphql<{ sessionRevoke: object }>(
    'mutation ($id: ID!) { sessionRevoke(id: $id) { deletedIds userErrors { message } } }',
    { id },
  );
  expect(sessionRevoke).toEqual({ deletedIds: [id], userErrors: [] });
  await until(() => socket.closed, 'the socket to be closed');
  expect(socket.closed?.code).toBe(4401);
  expect(changes.events).toEqual([]);
  expect((await there.ask('{ viewer { id } }')).errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
  await here.graphql('{ viewer { id } }');
});

test('one signs out everywhere else, and an admin signs out one or all, with their open sockets; the page that asks stays (N9)', async () => {
  const owner = await server.signIn();
  const { id, email, password } = await makeAgent(server, owner, 'Sockets');
  const [here, there] = [await server.signIn(email, password), await server.signIn(email, password)];
  const socket = await there.socket();
  const { sessionsRevokeOthers } = await here.graphql<{ sessionsRevokeOthers: { deletedIds: string[] } }>(
    'mutation { sessionsRevokeOthers { deletedIds userErrors { code } } }',
  );
  // Those of this test and the one with which the agent was made.
  expect(sessionsRevokeOthers.deletedIds).toHaveLength(2);
  await until(() => socket.closed, 'the socket of the other session to be closed');
  expect(socket.closed?.code).toBe(4401);

  const mine = await here.socket();
  const out = 'mutation ($id: ID!) { agentSignOut(id: $id) { agent { id } userErrors { code } } }';
  expect((await here.ask(out, { id })).errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  expect(await owner.graphql(out, { id })).toEqual({ agentSignOut: { agent: { id }, userErrors: [] } });
  await until(() => mine.closed, 'the socket of who was signed out to be closed');
  expect((await here.ask('{ viewer { id } }')).status).toBe(401);

  const [again, other] = [await server.signIn(email, password), await server.signIn()];
  const open = await again.socket();
  const all = 'mutation { everybodySignOut { ended userErrors { code } } }';
  expect((await again.ask(all)).errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  const { everybodySignOut } = await owner.graphql<{ everybodySignOut: { ended: number } }>(all);
  expect(everybodySignOut.ended).toBeGreaterThanOrEqual(2);
  await until(() => open.closed, 'every socket to be closed');
  for (const gone of [again, other]) expect((await gone.ask('{ viewer { id } }')).status).toBe(401);
  const { auditEntries } = await owner.graphql<{ auditEntries: { nodes: { objectId: string | null }[] } }>(
    '{ auditEntries(filter: { actions: [SESSIONS_ENDED] }, first: 10) { nodes { objectId } } }',
  );
  expect(auditEntries.nodes.map(({ objectId }) => objectId)).toEqual([null, id]);
});

test('nobody revokes the session of somebody else', async () => {
  const owner = await server.signIn();
  const { browser } = await makeAgent(server, owner, 'Sessionless');
  const { sessions } = await owner.graphql<{ sessions: { id: string }[] }>('{ sessions { id } }');
  const { sessionRevoke } = await browser.graphql<{ sessionRevoke: { userErrors: { code: string }[] } }>(
    'mutation ($id: ID!) { sessionRevoke(id: $id) { deletedIds userErrors { code } } }',
    { id: sessions[0]?.id },
  );
  expect(sessionRevoke).toEqual({ deletedIds: [], userErrors: [{ code: 'NOT_FOUND' }] });
  const { node } = await browser.graphql<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id: sessions[0]?.id });
  expect(node).toBeNull();
});

test('passwords and secrets are not in the database as they are', async () => {
  const browser = await server.signIn();
  const secret = browser.cookieHeader?.split('=')[1] ?? '';
  const stored = JSON.stringify([
    await server.uow.reader.query('SELECT * FROM session'),
    await server.uow.reader.query('SELECT * FROM app_user'),
  ]);
  expect(stored).not.toContain(secret);
  expect(stored).not.toContain(OWNER.password);
  expect(stored).toContain('$argon2id$');
});
