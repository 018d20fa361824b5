import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { WorkspaceService } from '../../src/features/workspace/index.js';
import { newId } from '../../src/kernel/ids.js';
import { TestClient } from '../server/client.js';
import { TestServer, upgradeStatus } from '../server/server.js';
import { TestSocket } from '../server/socket.js';
import { makeAgent, makeInbox } from '../server/world.js';
import { testCtx } from '../support/database.js';
import { until } from '../support/until.js';

const APP = 'https://app.example.com';
let server: TestServer;
let owner: TestClient;
beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
});
afterAll(() => server.close());

interface Saved {
  apiSettingsSave: {
    apiSettings: { allowedOrigins: string[]; version: number } | null;
    userErrors: { code: string; path: string[] | null }[];
  };
}
const SAVE = `mutation ($input: ApiSettingsSaveInput!) {
  apiSettingsSave(input: $input) { apiSettings { allowedOrigins version } userErrors { code path } }
}`;
const save = async (input: object): Promise<Saved['apiSettingsSave']> =>
  (await owner.graphql<Saved>(SAVE, { input })).apiSettingsSave;

async function tokenOf(browser: TestClient, access: 'READ' | 'READ_WRITE' = 'READ'): Promise<string> {
  const { personalTokenCreate } = await browser.graphql<{ personalTokenCreate: { token: string } }>(
    'mutation ($input: PersonalTokenCreateInput!) { personalTokenCreate(input: $input) { token } }',
    { input: { name: 'A front end', access } },
  );
  return personalTokenCreate.token;
}

interface Cost {
  requested: number;
  left: number;
  perMinute: number;
  renewedInMs: number;
}
interface Body {
  data?: unknown;
  errors?: { extensions: Record<string, unknown> }[];
  extensions?: { cost: Cost };
}

describe('Allowed origins (N23)', () => {
  test('are exact and for admins: a star, a path, other schemes and a stale version are refused, and the log has each change', async () => {
    const refused = async (origin: string): Promise<unknown> => (await save({ allowedOrigins: [APP, origin] })).userErrors;
    const wrong = ['*', 'https://*.example.com', `${APP}/path`, `${APP}?a`, 'null', 'ftp://example.com', 'app.example.com'];
    for (const origin of [...wrong, 'https://user@example.com', 'javascript:alert(1)', ''])
      expect([origin, await refused(origin)]).toEqual([origin, [{ code: 'INVALID', path: ['allowedOrigins', '1'] }]]);
    const { apiSettings } = await save({ allowedOrigins: [`${APP}/`, 'HTTPS://App.Example.com:443', 'http://localhost:5173'] });
    expect(apiSettings?.allowedOrigins).toEqual([APP, 'http://localhost:5173']);
    const stale = await save({ allowedOrigins: [], expectedVersion: (apiSettings?.version ?? 0) - 1 });
    expect(stale).toEqual({ apiSettings: null, userErrors: [{ code: 'CONFLICT', path: ['expectedVersion'] }] });
    const { browser } = await makeAgent(server, owner, 'Member');
    for (const query of ['{ apiSettings { version } }', 'mutation { apiSettingsSave(input: {}) { userErrors { code } } }'])
      expect((await browser.ask(query)).errors[0]?.extensions['code']).toBe('FORBIDDEN');
    const { auditEntries } = await owner.graphql<{ auditEntries: { nodes: { changes: object[] }[] } }>(
      '{ auditEntries(filter: { actions: [API_SETTINGS_CHANGED] }, first: 10) { nodes { changes { field before after } } } }',
    );
    expect(auditEntries.nodes).toEqual([
      { changes: [{ field: 'allowedOrigins', before: [], after: [APP, 'http://localhost:5173'] }] },
    ]);
  });

  test('a page of an allowed site asks with a token, uploads and follows changes; its cookie never counts; others read nothing', async () => {
    await save({ allowedOrigins: [APP] });
    const secret = await tokenOf(owner, 'READ_WRITE');
    const client = TestClient.withToken(server.url, secret);
    const preflight = (path: string, origin: string): ReturnType<TestClient['send']> =>
      server
        .browser()
        .with({})
        .send(path, {
          method: 'OPTIONS',
          headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
        });
    const seen = async (path: string, origin: string): Promise<(string | null)[]> => {
      const { headers } = await preflight(path, origin);
      return ['origin', 'credentials'].map((name) => headers.get(`access-control-allow-${name}`));
    };
    for (const path of ['/graphql', '/files/uploads/upl_x', '/schema.graphql']) {
      expect([path, await seen(path, APP)]).toEqual([path, [APP, null]]);
      for (const origin of ['https://evil.example', 'http://app.example.com', `${APP}.evil.example`, 'null'])
        expect([path, origin, await seen(path, origin)]).toEqual([path, origin, [null, null]]);
    }
    for (const path of ['/api/sign-in', '/', '/graphqlx']) expect([path, await seen(path, APP)]).toEqual([path, [null, null]]);
    const allowed = (await preflight('/graphql', APP)).headers.get('access-control-allow-headers');
    expect(allowed?.toLowerCase()).toContain('authorization');

    const query = '{ viewer { name } }';
    const answer = await client.post('/graphql', { query }, { origin: APP });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, APP]);
    expect(answer.headers.get('vary')).toContain('Origin');
    expect((await owner.post('/graphql', { query }, { origin: APP })).status).toBe(401);
    expect(
      (await client.post('/graphql', { query }, { origin: 'https://evil.example' })).headers.get('access-control-allow-origin'),
    ).toBeNull();

    interface Ticket {
      uploadCreate: { url: string; headers: Record<string, string> };
    }
    const { uploadCreate } = await client.graphql<Ticket>(
      'mutation ($id: ID!) { uploadCreate(id: $id, name: "a.txt", mime: "text/plain", bytes: 2) { url headers } }',
      { id: newId('upload') },
    );
    const { url, headers } = uploadCreate;
    const put = await server
      .browser()
      .with({})
      .send(url, { method: 'PUT', headers: { ...headers, origin: APP }, body: 'hi' });
    expect([put.status, put.headers.get('access-control-allow-origin')]).toEqual([204, APP]);

    const socket = await TestSocket.open(server.url, { headers: { origin: APP }, params: { authorization: `Bearer ${secret}` } });
    const changes = socket.subscribe<{ event: string }>('subscription { changes(scope: { all: true }) { event } }');
    await makeInbox(owner, 'Followed from elsewhere');
    await changes.find(() => true, 'a change');
    const cookie = owner.cookieHeader ?? '';
    const byCookie = await TestSocket.open(server.url, { headers: { origin: APP, cookie }, params: { csrf: '1' } });
    expect((await until(() => byCookie.closed, 'the refusal of the cookie'))?.code).toBe(4401);
    expect(await upgradeStatus(server.url, { Origin: 'https://evil.example' })).toBe(403);
    await save({ allowedOrigins: [] });
    expect(await seen('/graphql', APP)).toEqual([null, null]);
    expect(await upgradeStatus(server.url, { Origin: APP })).toBe(403);
  });

  test('what one process saves, another one keeps to', async () => {
    const other = await server.another();
    try {
      const allows = async (): Promise<boolean> => {
        const { headers } = await other.browser().get('/schema.graphql', { origin: APP });
        return headers.get('access-control-allow-origin') === APP;
      };
      expect(await allows()).toBe(false);
      await save({ allowedOrigins: [APP] });
      await until(allows, 'the other process to know it');
      await save({ allowedOrigins: [] });
      await until(async () => !(await allows()), 'the other process to forget it');
    } finally {
      await other.stop();
    }
  });
});

describe('Two pages of the settings', () => {
  test('do not stand in each other’s way: the version of the API’s settings is their own', async () => {
    const { apiSettings } = await owner.graphql<{ apiSettings: { version: number } }>('{ apiSettings { version } }');
    const workspaces = server.get(WorkspaceService);
    await server.uow.run(testCtx(), (tx) => workspaces.setSecondFactorRequired(tx, false));
    const saved = await save({ allowedOrigins: ['https://other.example.com'], expectedVersion: apiSettings.version });
    expect(saved).toMatchObject({ apiSettings: { version: apiSettings.version + 1 }, userErrors: [] });
    expect((await save({ allowedOrigins: [], expectedVersion: apiSettings.version })).userErrors).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    await save({ allowedOrigins: [] });
  });
});

describe('The explorer (N23)', () => {
  const HIDDEN = ['{ __schema { queryType { name } } }', 'query { ...F } fragment F on Query { __type(name: "Agent") { name } }'];
  const explorer = async (on: boolean) => {
    const { apiSettingsSave } = await owner.graphql<{ apiSettingsSave: { apiSettings: object } }>(
      'mutation ($on: Boolean) { apiSettingsSave(input: { explorer: $on }) { apiSettings { explorer allowedOrigins } } }',
      { on },
    );
    return apiSettingsSave.apiSettings;
  };
  const codes = async (client: TestClient, query: string) =>
    (await client.ask(query)).errors.map(({ extensions }) => extensions['code']);

  test('is on until an admin switches it off: then nobody is told what the API holds, by any way but the file', async () => {
    const { browser } = await makeAgent(server, owner, 'Explorer');
    const token = TestClient.withToken(server.url, await tokenOf(browser));
    for (const query of HIDDEN) expect([query, await codes(token, query)]).toEqual([query, []]);
    const shown = async () => (await browser.graphql<{ apiExplorer: boolean }>('{ apiExplorer }')).apiExplorer;
    expect(await shown()).toBe(true);
    await save({ allowedOrigins: [APP] });
    expect(await explorer(false)).toEqual({ explorer: false, allowedOrigins: [APP] });
    expect(await shown()).toBe(false);
    for (const client of [owner, browser, token])
      for (const query of HIDDEN) expect([query, await codes(client, query)]).toEqual([query, ['FORBIDDEN']]);
    expect(await codes(token, '{ __typename viewer { __typename id } }')).toEqual([]);
    expect((await server.browser().get('/schema.graphql')).status).toBe(200);
    const { auditEntries } = await owner.graphql<{ auditEntries: { nodes: { changes: object[] }[] } }>(
      '{ auditEntries(filter: { actions: [API_SETTINGS_CHANGED] }, first: 1) { nodes { changes { field before after } } } }',
    );
    expect(auditEntries.nodes[0]?.changes).toEqual([{ field: 'explorer', before: true, after: false }]);
    await explorer(true);
    expect(await codes(browser, HIDDEN[0]!)).toEqual([]);
  });
});

describe('What a request costs (N23)', () => {
  test('each answer says it; over the budget a person’s tokens are refused together, with when to come back, and his session is not', async () => {
    const { browser } = await makeAgent(server, owner, 'Spender');
    const [one, two] = [await tokenOf(browser), await tokenOf(browser)].map((token) => TestClient.withToken(server.url, token));
    const ask = async (client: TestClient, query: string): Promise<{ status: number; headers: Headers; body: Body }> => {
      const { status, headers, json } = await client.post('/graphql', { query });
      return { status, headers, body: json };
    };
    const first = (await ask(one!, '{ agents { id } }')).body.extensions?.cost;
    expect(first).toEqual({ requested: 5, left: 99_995, perMinute: 100_000, renewedInMs: expect.any(Number) });
    expect((await ask(two!, '{ agents { id } }')).body.extensions?.cost.left).toBe(99_990);
    const wrong = (await ask(one!, '{ nothing }')).body;
    expect([wrong.errors?.length, wrong.extensions?.cost]).toMatchObject([1, { requested: 0, left: 99_990 }]);
    const dear = '{ conversations(first: 96) { nodes { items(last: 50) { nodes { ... on Message { text } } } } } }';
    let last = await ask(one!, dear);
    for (let calls = 0; last.status === 200 && calls < 30; calls += 1) last = await ask(one!, dear);
    const { status, headers, body } = last;
    expect([status, body.data, body.extensions?.cost]).toMatchObject([429, undefined, { left: 0, perMinute: 100_000 }]);
    const { code, retryAfter, retryAfterMs } = body.errors?.[0]?.extensions ?? {};
    expect(code).toBe('LIMIT');
    expect(headers.get('retry-after')).toBe(String(retryAfter));
    expect(Math.ceil(Number(retryAfterMs) / 1_000)).toBe(retryAfter);
    expect((await ask(two!, '{ agents { id } }')).status).toBe(429);
    expect((await ask(browser, '{ agents { id } }')).status).toBe(200);
  });
});

describe('The schema as a file (N23, N24)', () => {
  test('is what the server answers by, for everybody, and is not sent twice to who has it', async () => {
    const answer = await server.browser().with({}).get('/schema.graphql');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(buildSchema(answer.text).getMutationType()?.getFields()['apiSettingsSave']).toBeDefined();
    const etag = answer.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    const again = await server.browser().with({}).get('/schema.graphql', { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await server.browser().with({}).get('/schema.graphql', { 'if-none-match': '"other"' })).status).toBe(200);
  });
});
