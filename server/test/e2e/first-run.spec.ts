import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { TestServer, temporaryFolder } from '../server/server.js';

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start({ owner: false });
});
afterEach(() => server.close());

const ann = { name: 'Ann', email: 'Ann@Team.example', password: 'a good password', locale: 'nl', timeZone: 'Europe/Amsterdam' };

test('the first owner needs the code of the terminal, is signed in at once, and is the only one (S73)', async () => {
  const browser = server.browser();
  expect((await browser.get('/api/session')).json).toEqual({
    signedIn: false,
    setup: 'owner',
    version: expect.any(String),
    demo: false,
    signIn: { passwords: true, provider: null, passkeys: false },
  });
  const wrong = await browser.post('/api/setup/owner', { ...ann, code: 'AAAA-BBBB' });
  expect([wrong.status, wrong.json]).toMatchObject([403, { error: { code: 'BAD_CODE' } }]);

  // As somebody types it: lower case, without hyphens.
  const code = server.setupCode?.toLowerCase().replaceAll('-', ' ');
  const invalid = await browser.post('/api/setup/owner', { ...ann, password: 'short', code });
  expect([invalid.status, invalid.json]).toMatchObject([422, { error: { code: 'INVALID', path: ['password'] } }]);
  const made = await browser.post('/api/setup/owner', { ...ann, code, workspaceName: 'Ann & co' });
  expect(made.status).toBe(201);
  expect((await browser.get('/api/session')).json).toMatchObject({ signedIn: true, setup: 'inbox', locale: 'nl' });
  const { viewer } = await browser.graphql<{ viewer: object }>('{ viewer { name email role } }');
  expect(viewer).toEqual({ name: 'Ann', email: 'ann@team.example', role: 'OWNER' });

  const second = await server.browser().post('/api/setup/owner', { ...ann, email: 'eve@evil.example', code });
  expect(second.status).toBe(404);
  expect((await server.browser().get('/api/session')).json).toMatchObject({ signedIn: false, setup: 'done', demo: false });
});

test('two first owners at the same moment: one is made (S73)', async () => {
  const code = server.setupCode;
  const tries = ['a', 'b', 'c'].map((name) =>
    server.browser().post('/api/setup/owner', { ...ann, email: `${name}@x.example`, code }),
  );
  const answers = await Promise.all(tries);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, expect.any(Number), expect.any(Number)]);
  const rows = await server.uow.reader.query('SELECT id FROM app_user');
  expect(rows).toHaveLength(1);
  expect(await server.uow.reader.query('SELECT id FROM workspace')).toHaveLength(1);
});

test('guesses at the code are limited', async () => {
  const browser = server.browser();
  const statuses: number[] = [];
  for (let n = 0; n < 12; n++) statuses.push((await browser.post('/api/setup/owner', { code: `guess ${n}` })).status);
  expect(statuses.slice(0, 10)).toEqual(Array<number>(10).fill(403));
  const limited = await browser.post('/api/setup/owner', { ...ann, code: server.setupCode });
  expect(limited.status).toBe(429);
  expect(limited.json).toMatchObject({ error: { code: 'LIMIT', retryAfterSeconds: expect.any(Number) } });
});

test('steps of the first run: inbox, channel, done by an admin only (S73-S79)', async () => {
  const browser = server.browser();
  await browser.post('/api/setup/owner', { ...ann, code: server.setupCode });
  const setup = async (): Promise<string> => ((await browser.get('/api/session')).json as { setup: string }).setup;
  expect(await setup()).toBe('inbox');
  await browser.graphql('mutation { inboxSave(input: { name: "Support" }) { inbox { id } } }');
  expect(await setup()).toBe('channel');
  expect((await server.browser().post('/api/setup/finish')).status).toBe(401);
  expect((await browser.post('/api/setup/finish')).status).toBe(204);
  expect(await setup()).toBe('done');
});

test('an owner in the settings is made at the start, once (S73)', async () => {
  const { path, remove } = await temporaryFolder();
  const env = {
    BALIE_DATA_DIR: path,
    DATABASE_URL: `${path}/own.db`,
    BALIE_OWNER_EMAIL: 'root@x.example',
    BALIE_OWNER_PASSWORD: 'from the settings',
  };
  const unattended = await TestServer.start({ owner: false, env });
  try {
    expect(unattended.setupCode).toBeNull();
    await unattended.signIn('root@x.example', 'from the settings');
    await unattended.restart();
    expect(await unattended.uow.reader.query('SELECT name FROM app_user')).toEqual([{ name: 'root' }]);
  } finally {
    await unattended.close();
    await remove();
  }
});
