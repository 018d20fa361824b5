import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runAdmin } from '../../src/app/admin.js';
import { codeAt, stepOf } from '../../src/features/second-factor/index.js';
import { Clock } from '../../src/kernel/clock.js';
import { type Answer, TestClient } from '../server/client.js';
import { OWNER, TestServer } from '../server/server.js';
import { makeAgent } from '../server/world.js';
import { type Account, IdentityProvider } from '../support/identity-provider.js';

const ORIGIN = 'http://desk.example';
const CALLBACK = '/api/sign-in/provider/callback';

let idp: IdentityProvider;
let server: TestServer;
let owner: TestClient;
beforeAll(async () => {
  idp = await IdentityProvider.start(ORIGIN + CALLBACK);
  server = await TestServer.start({ env: { BALIE_PUBLIC_URL: ORIGIN, BALIE_SIGN_IN_NETWORKS: '127.0.0.1' } });
  owner = await server.signIn();
});
afterAll(async () => {
  await server.close();
  await idp.close();
});

interface Settings {
  provider: { version: number; hasSecret: boolean; domains: string[] } | null;
  redirectUri: string;
  passwordsAllowed: boolean;
  viewerUsedProvider: boolean;
}
interface Payload {
  settings: Settings | null;
  problem?: string | null;
  userErrors: { code: string; message: string; path: string[] | null }[];
}
const SETTINGS = 'provider { version hasSecret domains } redirectUri passwordsAllowed viewerUsedProvider';
const SAVE = `mutation ($input: SignInProviderSaveInput!) { it: signInProviderSave(input: $input) { settings { ${SETTINGS} } userErrors { code message path } } }`;
const ALLOW = `mutation ($allowed: Boolean!) { it: passwordSignInAllow(allowed: $allowed) { settings { ${SETTINGS} } userErrors { code message path } } }`;
const TEST =
  'mutation ($issuer: String!) { it: signInProviderTest(issuer: $issuer) { problem message userErrors { code message path } } }';
const UNTIE = 'mutation ($id: ID!) { it: signInIdentityRemove(id: $id) { userErrors { code message path } } }';
const RESET = 'mutation ($id: ID!) { it: agentSignInReset(id: $id) { userErrors { code message path } } }';
const IDENTITIES = '{ signInIdentities { id issuer email } }';

const run = async (browser: TestClient, mutation: string, variables: Record<string, unknown>): Promise<Payload> =>
  (await browser.graphql<{ it: Payload }>(mutation, variables)).it;
const save = (part: Record<string, unknown> = {}, browser = owner): Promise<Payload> =>
  run(browser, SAVE, {
    input: {
      active: true,
      issuer: idp.issuer,
      clientId: idp.clientId,
      clientSecret: idp.clientSecret,
      button: 'Sign in with Acme',
      domains: [],
      newPeople: false,
      seat: 'LIGHT',
      trustEmail: false,
      secondStepValues: [],
      ...part,
    },
  });

/** To the provider and back, up to the address that the provider sends the browser to. */
async function there(browser: TestClient, account: Account | null, to?: string): Promise<string> {
  const answer = await browser.post('/api/sign-in/provider', { to });
  const { url } = answer.json as { url?: string };
  if (!url) throw new Error(answer.text);
  return (await idp.visit(url, account)).slice(ORIGIN.length);
}
/** The whole way; answers the browser and where it ended. */
async function comeIn(account: Account | null, to?: string): Promise<{ browser: TestClient; end: string | null }> {
  const browser = server.browser();
  const answer = await browser.get(await there(browser, account, to));
  expect(answer.status).toBe(303);
  return { browser, end: answer.headers.get('location') };
}
const isIn = async (browser: TestClient): Promise<boolean> => (await browser.ask('{ viewer { id } }')).status === 200;
const whoIs = async (browser: TestClient) =>
  (await browser.graphql<{ viewer: Record<string, string> }>('{ viewer { id email name role seat } }')).viewer;
const finish = (browser: TestClient, body: object): Promise<Answer> => browser.post('/api/sign-in/provider/finish', body);
const account = (name: string, part: Partial<Account> = {}): Account => ({
  sub: `sub-${name.toLowerCase()}`,
  email: `${name.toLowerCase()}@team.example`,
  email_verified: true,
  name,
  ...part,
});

test('an owner sets the provider, which must answer; its secret is kept sealed and never shown; nobody else sees or sets it (N9)', async () => {
  const { browser: admin } = await makeAgent(server, owner, 'Adam', 'ADMIN');
  expect((await save({}, admin)).userErrors[0]?.code).toBe('FORBIDDEN');
  expect((await admin.ask(`{ signInSettings { ${SETTINGS} } }`)).errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  for (const [issuer, problem] of [
    [idp.issuer, null],
    [`${idp.issuer}/.well-known/openid-configuration`, null],
    [`${idp.issuer}/elsewhere`, 'NO_PROVIDER'],
    ['https://127.0.0.1:1', 'UNREACHABLE'],
    ['https://10.1.2.3', 'PRIVATE_ADDRESS'],
    ['https://192.168.7.7', 'PRIVATE_ADDRESS'],
  ]) {
    const { problem: found, userErrors } = await run(owner, TEST, { issuer });
    expect([issuer, found, userErrors]).toEqual([issuer, problem, []]);
  }
  for (const issuer of ['http://idp.example', 'http://10.1.2.3', 'nothing', 'https://login.microsoftonline.com/common/v2.0'])
    expect((await run(owner, TEST, { issuer })).userErrors).toEqual([expect.objectContaining({ path: ['issuer'] })]);
  expect((await save({ issuer: `${idp.issuer}/elsewhere` })).userErrors[0]?.path).toEqual(['input', 'issuer']);
  expect((await save({ domains: ['not a domain'] })).userErrors[0]?.path).toEqual(['input', 'domains', '0']);
  expect((await server.browser().get('/api/session')).json).toMatchObject({ signIn: { passwords: true, provider: null } });

  const { settings, userErrors } = await save({ domains: ['@Team.example'] });
  expect(userErrors).toEqual([]);
  expect(settings).toMatchObject({
    provider: { hasSecret: true, domains: ['team.example'] },
    redirectUri: ORIGIN + CALLBACK,
    passwordsAllowed: true,
    viewerUsedProvider: false,
  });
  expect((await save({ clientSecret: null, expectedVersion: 99 })).userErrors[0]?.code).toBe('CONFLICT');
  // Another provider is not told the secret of this one.
  expect((await save({ clientSecret: null, active: false, issuer: 'https://idp.example' })).userErrors[0]?.path).toEqual([
    'input',
    'clientSecret',
  ]);
  expect((await save({ clientSecret: null })).userErrors).toEqual([]);
  expect((await server.browser().get('/api/session')).json).toMatchObject({ signIn: { provider: 'Sign in with Acme' } });
  const kept = JSON.stringify([
    await server.uow.reader.query('SELECT * FROM sign_in_provider'),
    await server.uow.reader.query('SELECT * FROM audit_entry'),
  ]);
  expect(kept).not.toContain(idp.clientSecret);
  expect(kept).toContain('SIGN_IN_PROVIDER_CHANGED');
});

test('only who was invited comes in, until the owner lets newcomers in as members; an address of another domain or one that is not verified does not', async () => {
  const nina = account('Nina');
  expect((await comeIn(nina)).end).toBe('/#sign-in=refused');
  expect((await comeIn(null)).end).toBe('/#sign-in=cancelled');
  await owner.graphql('mutation ($input: AgentInviteInput!) { agentInvite(input: $input) { userErrors { code } } }', {
    input: { email: 'ivo@team.example', name: 'Ivo Invited', role: 'MEMBER', seat: 'FULL' },
  });
  const ivo = await comeIn(account('Ivo'), '/settings/security?tab=1#x');
  expect(ivo.end).toBe('/settings/security?tab=1');
  expect(await whoIs(ivo.browser)).toMatchObject({ name: 'Ivo Invited', seat: 'FULL' });

  expect((await save({ newPeople: true, domains: ['team.example'] })).userErrors).toEqual([]);
  expect((await comeIn(account('Oda', { email: 'oda@other.example' }))).end).toBe('/#sign-in=refused');
  expect((await comeIn(account('Oda', { email: 'oda@sub.team.example' }))).end).toBe('/#sign-in=refused');
  expect((await comeIn(account('Una', { email_verified: false }))).end).toBe('/#sign-in=refused');
  const { browser, end } = await comeIn(nina);
  expect(end).toBe('/');
  expect(await whoIs(browser)).toMatchObject({ email: nina.email, name: 'Nina', role: 'MEMBER', seat: 'LIGHT' });
  // The second time it is the same person, by `sub`, whatever her address and name are by then.
  const again = await comeIn({ ...nina, email: 'moved@team.example', email_verified: false, name: 'Other' });
  expect(await whoIs(again.browser)).toEqual(await whoIs(browser));
});

test('an account that is there is tied once its owner shows his password, and to one account of the provider only', async () => {
  const person = await makeAgent(server, owner, 'Tim');
  const { browser, end } = await comeIn(account('Tim'));
  expect([end, await isIn(browser)]).toEqual(['/#sign-in=halfway', false]);
  expect((await finish(browser, {})).json).toEqual({ step: 'PASSWORD' });
  expect((await finish(server.browser(), { password: person.password })).status).toBe(410);
  expect((await finish(browser, { password: 'not this one' })).json).toMatchObject({ error: { code: 'BAD_CREDENTIALS' } });
  expect(await isIn(browser)).toBe(false);
  expect((await finish(browser, { password: person.password })).status).toBe(204);
  expect((await whoIs(browser))['id']).toBe(person.id);
  const again = await comeIn(account('Tim'));
  expect([again.end, await isIn(again.browser)]).toEqual(['/', true]);
  // Whoever gets his address at the provider later is somebody else.
  expect((await comeIn(account('Tim', { sub: 'sub-another' }))).end).toBe('/#sign-in=refused');
  const { signInIdentities } = await browser.graphql<{ signInIdentities: { id: string }[] }>(IDENTITIES);
  expect(signInIdentities).toEqual([expect.objectContaining({ issuer: idp.issuer, email: 'tim@team.example' })]);
  // Not another's, and for the other it is not there.
  const id = signInIdentities[0]?.id ?? '';
  expect((await run(owner, UNTIE, { id })).userErrors[0]?.code).toBe('NOT_FOUND');
  expect((await run(browser, UNTIE, { id })).userErrors).toEqual([]);
  expect((await save({ newPeople: true, trustEmail: true })).userErrors).toEqual([]);
  const other = await comeIn(account('Tim', { sub: 'sub-another' }));
  expect([other.end, (await whoIs(other.browser))['id']]).toEqual(['/', person.id]);
  // An owner unties it for him, which ends his sessions.
  expect((await run(owner, RESET, { id: person.id })).userErrors).toEqual([]);
  expect(await isIn(other.browser)).toBe(false);
});

test('who has left does not come in, nor does he become somebody new', async () => {
  const known = await comeIn(account('Lea'));
  const { id } = await whoIs(known.browser);
  const DEACTIVATE = 'mutation ($input: AgentDeactivateInput!) { agentDeactivate(input: $input) { userErrors { code } } }';
  await owner.graphql(DEACTIVATE, { input: { id } });
  expect((await comeIn(account('Lea'))).end).toBe('/#sign-in=refused');
  expect((await comeIn(account('Lea', { sub: 'sub-lea-2' }))).end).toBe('/#sign-in=refused');
  await owner.graphql('mutation ($id: ID!) { agentReactivate(id: $id) { userErrors { code } } }', { id });
  const back = await comeIn(account('Lea'));
  expect([back.end, (await whoIs(back.browser))['id']]).toEqual(['/', id]);
});

test('another state, a code that was used, another browser and a way that was never begun let nobody in, and nobody is led elsewhere', async () => {
  const eve = account('Eve');
  const browser = server.browser();
  const back = await there(browser, eve);
  expect((await browser.get(back.replace(/state=[^&]+/, 'state=another'))).headers.get('location')).toBe('/#sign-in=failed');
  // Its way is used up.
  expect((await browser.get(back)).headers.get('location')).toBe('/#sign-in=failed');
  const mine = await there(browser, eve);
  const stranger = server.browser();
  await there(stranger, account('Mallory'));
  // Another's code in this browser, which is how somebody would be signed in as somebody else.
  expect((await stranger.get(mine)).headers.get('location')).toBe('/#sign-in=failed');
  expect((await browser.get(mine)).headers.get('location')).toBe('/');
  expect(await isIn(browser)).toBe(true);
  const replayed = server.browser();
  await there(replayed, eve);
  const code = (path: string) => new URLSearchParams(path.split('?')[1]).get('code') ?? '';
  const fresh = await there(replayed, eve);
  const used = fresh.replace(`code=${code(fresh)}`, `code=${code(mine)}`);
  expect((await replayed.get(used)).headers.get('location')).toBe('/#sign-in=failed');
  for (const path of [CALLBACK, `${CALLBACK}?code=x&state=y`, `${CALLBACK}?error=access_denied`])
    expect((await server.browser().get(path)).headers.get('location')).toBe('/#sign-in=failed');
  expect((await server.browser().with({}).post('/api/sign-in/provider', {})).status).toBe(403);
  for (const to of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/api/sign-out',
    { a: 1 },
  ]) {
    const { end } = await comeIn(eve, to as string);
    expect([to, end]).toEqual([to, '/']);
  }
});

test('keys that the provider has changed are loaded anew, and what is not signed with one of them is not believed', async () => {
  await idp.rotateKeys();
  expect((await comeIn(account('Eve'))).end).toBe('/');
  idp.lies = true;
  expect((await comeIn(account('Eve'))).end).toBe('/#sign-in=failed');
  idp.lies = false;
});

test('the second step of here is asked for, unless the provider says that it has asked for one', async () => {
  const { browser } = await comeIn(account('Sam'));
  await owner.graphql('mutation { secondFactorRequire(required: true) { userErrors { code } } }');
  const half = await comeIn(account('Sam'));
  expect([half.end, await isIn(half.browser)]).toEqual(['/#sign-in=halfway', false]);
  const { step, key } = (await finish(half.browser, {})).json as { step: string; key: string };
  expect(step).toBe('SET_UP');
  expect((await finish(half.browser, { code: '000000' })).json).toMatchObject({ error: { code: 'BAD_CODE' } });
  const now = stepOf(server.get(Clock).now());
  expect((await finish(half.browser, { code: codeAt(key, now) })).json).toMatchObject({ step: 'DONE' });
  expect((await whoIs(half.browser))['id']).toBe((await whoIs(browser))['id']);
  const next = await comeIn(account('Sam', { acr: 'mfa' }));
  expect((await finish(next.browser, {})).json).toEqual({ step: 'CODE' });
  expect((await save({ newPeople: true, trustEmail: true, secondStepValues: ['mfa'] })).userErrors).toEqual([]);
  const asked = await comeIn(account('Sam', { acr: 'mfa' }));
  expect([asked.end, await isIn(asked.browser)]).toEqual(['/', true]);
  expect((await comeIn(account('Sam'))).end).toBe('/#sign-in=halfway');
  await owner.graphql('mutation { secondFactorRequire(required: false) { userErrors { code } } }');
});

test('passwords are forbidden once the owner has come in by the provider; the terminal lets an owner in again (N9)', async () => {
  expect((await run(owner, ALLOW, { allowed: false })).userErrors[0]?.message).toContain('Sign in with the provider yourself');
  const { browser } = await comeIn(account('Olga', { email: OWNER.email }));
  expect((await whoIs(browser))['role']).toBe('OWNER');
  const { link } = (
    await owner.graphql<{ agentInvite: { link: string } }>(
      'mutation ($input: AgentInviteInput!) { agentInvite(input: $input) { link } }',
      { input: { email: 'pim@team.example', role: 'MEMBER', seat: 'FULL' } },
    )
  ).agentInvite;
  expect((await run(owner, ALLOW, { allowed: false })).settings).toMatchObject({ passwordsAllowed: false });
  const off = { error: expect.objectContaining({ code: 'PASSWORDS_OFF' }) };
  expect((await server.browser().post('/api/sign-in', { email: OWNER.email, password: OWNER.password })).json).toEqual(off);
  const use = { secret: link.split('#')[1], password: 'a password that is long' };
  expect((await server.browser().post('/api/access/use', use)).json).toEqual(off);
  expect((await server.browser().post('/api/access/forgot', { email: OWNER.email })).json).toEqual(off);
  expect((await server.browser().get('/api/session')).json).toMatchObject({ signIn: { passwords: false } });
  // What is needed to come in can't be taken away.
  expect((await save({ active: false })).userErrors[0]?.path).toEqual(['input', 'active']);
  const { signInIdentities } = await browser.graphql<{ signInIdentities: { id: string }[] }>(IDENTITIES);
  expect((await run(browser, UNTIE, { id: signInIdentities[0]?.id })).userErrors[0]?.code).toBe('INVALID');

  const said: string[] = [];
  const say = (line: string) => said.push(line);
  expect(await runAdmin(['reset', 'adam@team.example'], server.env, say)).toBe(1);
  expect(await runAdmin(['reset', OWNER.email], server.env, say)).toBe(0);
  const secret = /#([\w-]{43})/.exec(said.join('\n'))?.[1];
  const reset = server.browser();
  expect((await reset.post('/api/access/use', { secret, password: 'another long password' })).status).toBe(204);
  expect(await isIn(reset)).toBe(true);
  const { auditEntries } = await reset.graphql<{ auditEntries: { nodes: { action: string; changes: { field: string }[] }[] } }>(
    '{ auditEntries(first: 100) { nodes { action changes { field } } } }',
  );
  const told = auditEntries.nodes.map(({ action, changes }) => `${action} ${changes.map(({ field }) => field).join()}`);
  expect(told.filter((line) => line === 'SIGN_IN_RULES_CHANGED passwordsAllowed')).toHaveLength(2);
  for (const action of ['SIGN_IN_TIED issuer', 'SIGN_IN_UNTIED ', 'AGENT_JOINED ']) expect(told).toContain(action);
});

test('ways to the provider are limited by where they come from', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 60 && statuses.at(-1) !== 429; n += 1)
    statuses.push((await server.browser().post('/api/sign-in/provider', {})).status);
  expect(statuses.at(-1)).toBe(429);
});
