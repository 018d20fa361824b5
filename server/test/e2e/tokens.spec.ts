import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { TestSocket } from '../server/socket.js';
import { addMessage, makeAgent, makeConversation, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';

let server: TestServer;
let owner: TestClient;
beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
});
afterAll(() => server.close());

interface Created {
  apiTokenCreate: {
    apiToken: { id: string; lastUsedAt: string | null } | null;
    token: string;
    userErrors: { code: string; path: string[] | null }[];
  };
}
const CREATE = `mutation ($name: String!, $scopes: [Scope!]!, $expiresAt: DateTime) {
  apiTokenCreate(name: $name, scopes: $scopes, expiresAt: $expiresAt) { apiToken { id lastUsedAt } token userErrors { code path } }
}`;

async function newToken(scopes: string[], expiresAt?: string): Promise<{ id: string; client: TestClient; secret: string }> {
  const { apiTokenCreate } = await owner.graphql<Created>(CREATE, { name: 'Integration', scopes, expiresAt });
  const { token } = apiTokenCreate;
  return { id: apiTokenCreate.apiToken?.id ?? '', secret: token, client: TestClient.withToken(server.url, token) };
}

test('a token does what its scopes say, from any place and without our header', async () => {
  const { client } = await newToken(['CONVERSATIONS_READ']);
  const inbox = await makeInbox(owner, 'Tokens');
  const { viewer, inboxes } = await client.graphql<{ viewer: unknown; inboxes: { id: string }[] }>(
    '{ viewer { id } inboxes { id } }',
  );
  expect(viewer).toBeNull();
  expect(inboxes).toEqual([{ id: inbox }]);
  const denied = await client.ask('{ plugins { id } }');
  expect(denied.errors[0]).toMatchObject({ message: 'plugins needs ADMIN.', extensions: { code: 'FORBIDDEN' } });
  const write = await client.ask('mutation { inboxSave(input: { name: "No" }) { inbox { id } } }');
  expect(write.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  const elsewhere = await client.post('/graphql', { query: '{ inboxes { id } }' }, { origin: 'https://tool.example' });
  expect(elsewhere.status).toBe(200);
});

test('the secret is only in the answer, and its use is remembered', async () => {
  const { id, client, secret } = await newToken(['CONVERSATIONS_READ']);
  expect(secret).toMatch(/^balie_[\w-]{43}$/);
  expect(JSON.stringify(await server.uow.reader.query('SELECT * FROM api_token'))).not.toContain(secret.slice(6));
  await client.graphql('{ inboxes { id } }');
  const used = async (): Promise<string | null | undefined> => {
    const { apiTokens } = await owner.graphql<{ apiTokens: { id: string; lastUsedAt: string | null }[] }>(
      '{ apiTokens { id lastUsedAt } }',
    );
    return apiTokens.find((token) => token.id === id)?.lastUsedAt;
  };
  expect(await until(used, 'the time of last use')).toMatch(/^\d{4}-/);
});

test('a revoked token stops at once, its socket too', async () => {
  const { id, client, secret } = await newToken(['CONVERSATIONS_READ']);
  // As a program on a server connects: no origin, no cookie.
  const socket = await TestSocket.open(server.url, { headers: {}, params: { authorization: `Bearer ${secret}` } });
  const changes = socket.subscribe<{ event: string }>('subscription { changes(scope: { all: true }) { event } }');
  const inbox = await makeInbox(owner, 'Followed');
  const conversation = await makeConversation(server, inbox);
  await changes.find(({ event }) => event === 'message.received', 'the message');
  await owner.graphql('mutation ($id: ID!) { apiTokenRevoke(id: $id) { deletedIds } }', { id });
  await until(() => socket.closed, 'the close of the socket');
  expect(socket.closed?.code).toBe(4401);
  await addMessage(server, conversation, 'afterwards');
  expect((await client.ask('{ inboxes { id } }')).status).toBe(401);
});

test('what is wrong about a new token is said, and an end in the past is refused', async () => {
  const errors = async (variables: object): Promise<unknown> =>
    (await owner.graphql<Created>(CREATE, { name: 'x', scopes: ['ADMIN'], ...variables })).apiTokenCreate.userErrors;
  expect(await errors({ name: ' ' })).toEqual([{ code: 'INVALID', path: ['name'] }]);
  expect(await errors({ scopes: [] })).toEqual([{ code: 'INVALID', path: ['scopes'] }]);
  expect(await errors({ expiresAt: '2020-01-01T00:00:00Z' })).toEqual([{ code: 'INVALID', path: ['expiresAt'] }]);
});

test('members neither see nor make tokens', async () => {
  const { browser } = await makeAgent(server, owner, 'Tokenless');
  expect((await browser.ask('{ apiTokens { id } }')).errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect((await browser.ask(CREATE, { name: 'x', scopes: ['ADMIN'] })).errors[0]?.extensions['code']).toBe('FORBIDDEN');
});
