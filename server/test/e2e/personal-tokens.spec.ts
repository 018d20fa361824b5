import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { TestSocket } from '../server/socket.js';
import { makeAgent, makeConversation, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';

let server: TestServer;
let owner: TestClient;
beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
});
afterAll(() => server.close());

interface Created {
  personalTokenCreate: {
    personalToken: { id: string; scopes: string[] } | null;
    token: string | null;
    userErrors: { code: string; path: string[] | null }[];
  };
}
const CREATE = `mutation ($input: PersonalTokenCreateInput!) {
  personalTokenCreate(input: $input) { personalToken { id scopes } token userErrors { code path } }
}`;
const REVOKE = 'mutation ($id: ID!) { personalTokenRevoke(id: $id) { deletedIds userErrors { code } } }';
const MARK = 'mutation ($id: ID!) { conversationMarkRead(id: $id) { userErrors { code } } }';
const NAMES = '{ personalTokens { name } }';

const create = async (browser: TestClient, input: object): Promise<Created['personalTokenCreate']> =>
  (await browser.graphql<Created>(CREATE, { input: { name: 'My script', ...input } })).personalTokenCreate;

async function tokenOf(browser: TestClient, input: object = {}): Promise<{ id: string; secret: string; client: TestClient }> {
  const { personalToken, token } = await create(browser, input);
  return { id: personalToken?.id ?? '', secret: token ?? '', client: TestClient.withToken(server.url, token ?? '') };
}
const codes = async (client: TestClient, query: string, variables = {}): Promise<unknown[]> =>
  (await client.ask(query, variables)).errors.map(({ extensions }) => extensions['code']);

describe('Personal API tokens (N23)', () => {
  test('one that reads sees what its owner sees and changes nothing, not even what he has read', async () => {
    const anna = await makeAgent(server, owner, 'Anna');
    const [hers, foreign] = [await makeInbox(owner, 'Hers', [anna.id]), await makeInbox(owner, 'Foreign', [])];
    const [seen, unseen] = [await makeConversation(server, hers), await makeConversation(server, foreign)];
    const { client } = await tokenOf(anna.browser);
    const { viewer, conversations } = await client.graphql<{ viewer: object; conversations: { nodes: { id: string }[] } }>(
      '{ viewer { id scopes } conversations(filter: {}) { nodes { id } } }',
    );
    expect(viewer).toEqual({ id: anna.id, scopes: ['CONVERSATIONS_READ', 'CONTACTS_READ'] });
    expect(conversations.nodes).toEqual([{ id: seen }]);
    expect(await client.graphql('query ($id: ID!) { node(id: $id) { id } }', { id: unseen })).toEqual({ node: null });
    expect(await codes(client, MARK, { id: seen })).toEqual(['FORBIDDEN']);
    expect(await codes(client, 'mutation { profileSave(input: { name: "Eve" }) { agent { id } } }')).toEqual(['FORBIDDEN']);
    const { client: writer } = await tokenOf(anna.browser, { access: 'READ_WRITE' });
    expect(await codes(writer, MARK, { id: seen })).toEqual([]);
  });

  test('the token of an owner is a member’s without ADMIN, and never more than an admin’s', async () => {
    const inbox = await makeInbox(owner, 'Not a member', []);
    const conversation = await makeConversation(server, inbox);
    const look = async (client: TestClient): Promise<unknown> =>
      (await client.graphql<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id: conversation })).node;
    const plain = await tokenOf(owner, { access: 'READ_WRITE' });
    expect([await look(owner), await look(plain.client)]).toEqual([{ id: conversation }, null]);
    expect(await codes(plain.client, '{ plugins { id } }')).toEqual(['FORBIDDEN']);
    const admin = await tokenOf(owner, { scopes: ['CONVERSATIONS_READ', 'ADMIN'] });
    expect(await look(admin.client)).toEqual({ id: conversation });
    const { id } = await makeAgent(server, owner, 'Colleague');
    const { agentUpdate } = await admin.client.graphql<{ agentUpdate: { userErrors: { code: string }[] } }>(
      'mutation ($id: ID!) { agentUpdate(input: { id: $id, role: OWNER }) { userErrors { code } } }',
      { id },
    );
    expect(agentUpdate.userErrors).toEqual([{ code: 'FORBIDDEN' }]);
  });

  test('no token makes or ends a way to sign in, neither a person’s nor an integration’s', async () => {
    const scopes = ['CONVERSATIONS_READ', 'CONVERSATIONS_WRITE', 'ADMIN'];
    const { id, client } = await tokenOf(owner, { scopes });
    const { apiTokenCreate } = await owner.graphql<{ apiTokenCreate: { token: string } }>(
      'mutation ($scopes: [Scope!]!) { apiTokenCreate(name: "Program", scopes: $scopes) { token } }',
      { scopes },
    );
    const input = { name: 'Eve', email: 'eve@team.example', password: 'a password that is long' };
    const attempts: [string, object][] = [
      [CREATE, { input: { name: 'More' } }],
      [REVOKE, { id }],
      ['mutation { apiTokenCreate(name: "More", scopes: [ADMIN]) { token } }', {}],
      ['mutation ($id: ID!) { apiTokenRevoke(id: $id) { deletedIds } }', { id }],
      ['mutation { passwordChange(current: "a", password: "b") { agent { id } } }', {}],
      ['mutation ($id: ID!) { sessionRevoke(id: $id) { deletedIds } }', { id }],
      ['mutation ($input: AgentCreateInput!) { agentCreate(input: $input) { agent { id } } }', { input }],
      ['mutation { agentInvite(input: { email: "eve@team.example" }) { link } }', {}],
      ['mutation ($id: ID!) { agentLinkCreate(id: $id) { link } }', { id }],
      ['mutation ($id: ID!) { agentSignOut(id: $id) { agent { id } } }', { id }],
      ['mutation { everybodySignOut { ended } }', {}],
      ['mutation ($id: ID!) { agentSecondFactorReset(id: $id) { agent { id } } }', { id }],
      ['mutation ($id: ID!) { agentSignInReset(id: $id) { agent { id } } }', { id }],
      ['mutation ($id: ID!) { agentPasskeysRemove(id: $id) { agent { id } } }', { id }],
      ['mutation { secondFactorBegin(password: "a") { key } }', {}],
      ['mutation { secondFactorConfirm(code: "123456") { recoveryCodes } }', {}],
      ['mutation { secondFactorRemove(code: "123456") { userErrors { code } } }', {}],
      ['mutation { recoveryCodesRenew(code: "123456") { recoveryCodes } }', {}],
      ['mutation { secondFactorRequire(required: true) { userErrors { code } } }', {}],
    ];
    for (const by of [client, TestClient.withToken(server.url, apiTokenCreate.token)])
      for (const [query, variables] of attempts)
        expect([query, await codes(by, query, variables)]).toEqual([query, ['FORBIDDEN']]);
    expect((await codes(owner, '{ viewer { id } }')).length).toBe(0);
  });

  test('the secret is only in the answer, a repeat is a conflict, and what is wrong is said', async () => {
    const { browser } = await makeAgent(server, owner, 'Careful');
    const id = newId('personalToken');
    const { token } = await create(browser, { id });
    expect(token).toMatch(/^balie_[\w-]{43}$/);
    expect(JSON.stringify(await server.uow.reader.query('SELECT * FROM api_token'))).not.toContain((token ?? '').slice(6));
    const refused = async (input: object): Promise<unknown> => (await create(browser, input)).userErrors[0];
    expect(await refused({ id })).toEqual({ code: 'CONFLICT', path: ['id'] });
    expect(await refused({ name: ' ' })).toEqual({ code: 'INVALID', path: ['name'] });
    expect(await refused({ scopes: ['ADMIN'] })).toEqual({ code: 'INVALID', path: ['scopes'] });
    expect(await refused({ scopes: [] })).toEqual({ code: 'INVALID', path: ['scopes'] });
    expect(await refused({ access: 'READ', scopes: ['CONTACTS_READ'] })).toEqual({ code: 'INVALID', path: ['scopes'] });
    expect(await refused({ expiresAt: '2020-01-01T00:00:00Z' })).toEqual({ code: 'INVALID', path: ['expiresAt'] });
  });

  test('each sees and revokes his own, and at most 50 of them, however many are asked for at once', async () => {
    const [one, other] = [await makeAgent(server, owner, 'Onno'), await makeAgent(server, owner, 'Otis')];
    const answers = await Promise.all(Array.from({ length: 52 }, (_, index) => create(one.browser, { name: `Token ${index}` })));
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(['LIMIT', 'LIMIT']);
    expect((await one.browser.graphql<{ personalTokens: [] }>(NAMES)).personalTokens).toHaveLength(50);
    expect(await other.browser.graphql(NAMES)).toEqual({ personalTokens: [] });
    const made = answers.find(({ personalToken }) => personalToken !== null);
    const id = made?.personalToken?.id ?? '';
    for (const stranger of [other.browser, owner]) {
      expect(await stranger.graphql(REVOKE, { id })).toEqual({
        personalTokenRevoke: { deletedIds: [], userErrors: [{ code: 'NOT_FOUND' }] },
      });
      expect(await stranger.graphql('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
    }
    const { apiTokens } = await owner.graphql<{ apiTokens: { id: string }[] }>('{ apiTokens { id } }');
    expect(apiTokens.map((token) => token.id)).not.toContain(id);
  });

  test('it ends with its time, by its owner, and with his leaving, its open socket too', async () => {
    const anna = await makeAgent(server, owner, 'Leaver');
    const socketOf = async (secret: string): Promise<TestSocket> => {
      const socket = await TestSocket.open(server.url, { headers: {}, params: { authorization: `Bearer ${secret}` } });
      socket.subscribe('subscription { changes(scope: { all: true }) { event } }');
      return socket;
    };
    const dead = async (socket: TestSocket, client: TestClient): Promise<void> => {
      expect((await until(() => socket.closed, 'the close of the socket'))?.code).toBe(4401);
      expect((await client.ask('{ inboxes { id } }')).status).toBe(401);
    };
    const brief = await tokenOf(anna.browser, { expiresAt: new Date(Date.now() + 1_500).toISOString() });
    const revoked = await tokenOf(anna.browser);
    const last = await tokenOf(anna.browser);
    const sockets = [await socketOf(brief.secret), await socketOf(revoked.secret), await socketOf(last.secret)] as const;
    await anna.browser.graphql(REVOKE, { id: revoked.id });
    await dead(sockets[1], revoked.client);
    await dead(sockets[0], brief.client);
    expect((await last.client.ask('{ inboxes { id } }')).status).toBe(200);
    await owner.graphql('mutation ($id: ID!) { agentDeactivate(input: { id: $id }) { userErrors { code } } }', { id: anna.id });
    await dead(sockets[2], last.client);
    await owner.graphql('mutation ($id: ID!) { agentReactivate(id: $id) { userErrors { code } } }', { id: anna.id });
    expect((await last.client.ask('{ inboxes { id } }')).status).toBe(401);
  });

  test('the audit log says who made and revoked it and by which token something was done; its use is kept once a minute', async () => {
    const { id, client } = await tokenOf(owner, { name: 'Night job', scopes: ['CONVERSATIONS_READ', 'ADMIN'] });
    for (let call = 0; call < 3; call += 1) await client.graphql('{ inboxes { id } }');
    interface Used {
      personalTokens: { id: string; lastUsedAt: string | null }[];
    }
    const used = async (): Promise<string | null | undefined> => {
      const { personalTokens } = await owner.graphql<Used>('{ personalTokens { id lastUsedAt } }');
      return personalTokens.find((token) => token.id === id)?.lastUsedAt;
    };
    const first = await until(used, 'the time of last use');
    await makeInbox(client, 'By a token');
    expect(await used()).toBe(first);
    await owner.graphql(REVOKE, { id });
    const { auditEntries } = await owner.graphql<{ auditEntries: { nodes: { action: string; actor: { name: string } }[] } }>(
      '{ auditEntries(first: 100) { nodes { action objectName actor { name } } } }',
    );
    const entries = auditEntries.nodes.map((entry) => ({ ...entry }));
    const expected = [
      { action: 'PERSONAL_TOKEN_CREATED', objectName: 'Night job', actor: { name: 'Olga Owner' } },
      { action: 'INBOX_CREATED', objectName: 'By a token', actor: { name: 'Olga Owner (Night job)' } },
      { action: 'PERSONAL_TOKEN_REVOKED', objectName: 'Night job', actor: { name: 'Olga Owner' } },
    ];
    for (const entry of expected) expect(entries).toContainEqual(entry);
  });
});
