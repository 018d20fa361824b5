import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeAgent } from '../server/world.js';

let server: TestServer;
let owner: TestClient;
beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
});
afterAll(() => server.close());

interface Created {
  agentCreate: {
    agent: { id: string; name: string; role: string } | null;
    userErrors: { code: string; message: string; path: string[] | null }[];
  };
}
const CREATE = `mutation ($input: AgentCreateInput!) {
  agentCreate(input: $input) { agent { id name role } userErrors { __typename code message path } }
}`;
const create = (browser: TestClient, input: Record<string, unknown>): Promise<Created['agentCreate']> =>
  browser
    .graphql<Created>(CREATE, { input: { name: 'Nora', email: 'nora@team.example', password: 'long enough', ...input } })
    .then(({ agentCreate }) => agentCreate);

test('an agent is made with a first password and signs in with it (S80)', async () => {
  const id = newId('user');
  const made = await create(owner, { id, name: '  Nora \n Nieuw ' });
  expect(made).toEqual({ agent: { id, name: 'Nora Nieuw', role: 'MEMBER' }, userErrors: [] });
  // A repeat with the same id is the first one again.
  expect((await create(owner, { id, name: 'Nora Nieuw' })).agent?.id).toBe(id);
  const hers = await server.signIn('nora@team.example', 'long enough');
  const { viewer, agents } = await hers.graphql<{
    viewer: object;
    agents: { name: string; scopes: string[]; preferences: unknown }[];
  }>('{ viewer { name role seat availability scopes preferences } agents { name scopes preferences } }');
  expect(viewer).toMatchObject({ name: 'Nora Nieuw', role: 'MEMBER', seat: 'FULL', availability: 'AVAILABLE', preferences: {} });
  // What is only of oneself is empty for others.
  expect(agents.find(({ name }) => name === 'Olga Owner')).toMatchObject({ scopes: [], preferences: null });
});

test.each([
  [{ name: ' ' }, 'INVALID', ['name']],
  [{ email: 'not an address' }, 'INVALID', ['email']],
  [{ password: 'short' }, 'INVALID', ['password']],
  [{ id: 'usr_1', email: 'other@team.example' }, 'INVALID', ['id']],
  [{ email: 'OLGA@team.example' }, 'INVALID', ['email']],
])('%j is refused where it is wrong', async (input, code, path) => {
  const { agent, userErrors } = await create(owner, input);
  expect(agent).toBeNull();
  expect(userErrors).toMatchObject([{ __typename: 'InputError', code, path }]);
});

test('an id that is taken says what is there', async () => {
  const { id } = await makeAgent(server, owner, 'Taken');
  const { agentCreate } = await owner.graphql<{ agentCreate: object }>(
    `mutation ($input: AgentCreateInput!) { agentCreate(input: $input) { userErrors { code ... on ConflictError { current { __typename id } } } } }`,
    { input: { id, name: 'Other', email: 'somebody.else@team.example', password: 'long enough' } },
  );
  expect(agentCreate).toEqual({ userErrors: [{ code: 'CONFLICT', current: { __typename: 'Agent', id } }] });
});

test('members make nobody, admins make no owners', async () => {
  const { browser } = await makeAgent(server, owner, 'Plain');
  const member = await browser.ask(CREATE, { input: { name: 'x', email: 'x@y.z', password: 'long enough' } });
  expect(member.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  const admin = await makeAgent(server, owner, 'Adam', 'ADMIN');
  expect((await create(admin.browser, { email: 'o@team.example', role: 'OWNER' })).userErrors).toMatchObject([
    { code: 'FORBIDDEN', path: ['role'] },
  ]);
  expect((await create(admin.browser, { email: 'a@team.example', role: 'ADMIN' })).agent?.role).toBe('ADMIN');
});

test('preferences are kept key by key, and the language is that of the next page', async () => {
  const { browser } = await makeAgent(server, owner, 'Pia');
  const save = async (preferences: unknown): Promise<unknown> => {
    const query = 'mutation ($p: JSON!) { preferencesSave(preferences: $p) { agent { preferences } userErrors { code } } }';
    return (await browser.graphql<{ preferencesSave: unknown }>(query, { p: preferences })).preferencesSave;
  };
  await save({ locale: 'nl', panes: [300, 400] });
  expect(await save({ theme: 'dark', panes: null })).toEqual({
    agent: { preferences: { locale: 'nl', theme: 'dark' } },
    userErrors: [],
  });
  expect((await browser.get('/api/session')).json).toMatchObject({ locale: 'nl' });
  expect(await save([1])).toMatchObject({ userErrors: [{ code: 'INVALID' }] });
  expect(await save({ big: 'x'.repeat(40_000) })).toMatchObject({ userErrors: [{ code: 'LIMIT' }] });
});
