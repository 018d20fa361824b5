import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { rotateKeys } from '../../src/app/keys/rotate-keys.js';
import { codeAt, stepOf } from '../../src/features/second-factor/index.js';
import { Clock } from '../../src/kernel/clock.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeAgent } from '../server/world.js';

jest.setTimeout(240_000);

let server: TestServer;
let owner: TestClient;
beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
});
afterAll(() => server.close());

const BEGIN = 'mutation ($password: String!) { it: secondFactorBegin(password: $password) { key } }';
const CONFIRM = 'mutation ($code: String!) { it: secondFactorConfirm(code: $code) { userErrors { code } } }';
const pushKey = async (by: TestClient): Promise<string> => (await by.graphql<{ pushKey: string }>('{ pushKey }')).pushKey;

test('the keys are rotated while people work: sessions stay, second steps and push go on, in each process and after a restart (O28)', async () => {
  const other = await server.another();
  const person = await makeAgent(server, owner, 'Tessa');
  const { it } = await person.browser.graphql<{ it: { key: string } }>(BEGIN, { password: person.password });
  const step = stepOf(server.get(Clock).now());
  await person.browser.graphql(CONFIRM, { code: codeAt(it.key, step) });
  const before = await pushKey(owner);

  const { rows, kept } = await rotateKeys(server.uow, { dataDir: server.env['BALIE_DATA_DIR']! }, { settleMs: 1 });
  expect([rows >= 2, kept.length]).toEqual([true, 1]);

  const signIn = async (at: TestServer, code: string): Promise<number> =>
    (await at.browser().post('/api/sign-in', { email: person.email, password: person.password, code })).status;
  expect(await signIn(other, codeAt(it.key, step + 1))).toBe(204);
  expect(await pushKey(owner)).toBe(before);
  await other.stop();
  await server.restart();
  expect(await pushKey(owner)).toBe(before);
  expect((await person.browser.ask('{ viewer { id } }')).errors).toEqual([]);
  const entries = await owner.graphql<{ auditEntries: { nodes: { action: string; actor: { name: string } }[] } }>(
    '{ auditEntries(first: 1, filter: { actions: [KEYS_ROTATED] }) { nodes { action actor { name } } } }',
  );
  expect(entries.auditEntries.nodes).toMatchObject([{ action: 'KEYS_ROTATED' }]);
});
