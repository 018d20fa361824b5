import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { makeAgent, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { OAuthDesk } from './oauth-desk.js';
import { type Mailbox, PostOffice } from './post-office.js';
import { answer, send } from './scenario.js';
import { readConversation, readInbox } from './seen.js';

let office: PostOffice;
let desk: OAuthDesk;
let count = 0;

beforeAll(async () => {
  office = await PostOffice.open();
  desk = await OAuthDesk.open(office);
}, 240_000);
afterAll(async () => {
  await office.close();
  await desk.provider.stop();
}, 240_000);
beforeEach(() => {
  Object.assign(desk.provider, { rotation: 'none', lifetimeSeconds: 3600, scopes: null, offline: true });
});

const address = (): string => `support@oauth${(count += 1)}.test`;
const letter = (to: string, id: string, subject: string): string =>
  ['From: Anna <anna@cust.test>', `To: ${to}`, `Subject: ${subject}`, `Message-ID: <${id}@cust.test>`, '', 'Hello?'].join('\r\n');
const refreshes = (): number => desk.provider.requests.filter(({ grantType }) => grantType === 'refresh_token').length;
const inState = (box: Mailbox, state: string) =>
  until(async () => (await desk.channel(box)).state === state, {
    what: `${box.address} to be ${state}`,
    deadlineMs: 120_000,
    everyMs: 250,
  });
const sent = async (to: string, subject: string): Promise<number> =>
  (await office.mail.mailbox(to)).filter(({ headers }) => headers.get('subject') === subject).length;

test('a mailbox is connected at its provider, receives and answers, and none of its secrets can be read (D41, R-OAU-1)', async () => {
  const box = await desk.connect(address());
  await box.receive(letter(box.address, 'o1', 'First'));
  const [conversation] = await readInbox(office.owner, box.inboxId);
  const out = await answer(office, conversation!.id, 'Here we are.');
  expect(out.headers.get('subject')).toBe('Re: First');
  const { reader } = office.server.uow;
  const stored = await reader.query<{ value: string; sealed: unknown }>(
    'SELECT value, sealed FROM plugin_state WHERE instance_id = ? AND "key" = ?',
    [box.channelId, 'oauth-tokens'],
  );
  expect(stored).toHaveLength(1);
  expect([Boolean(stored[0]?.sealed), stored[0]?.value]).toEqual([true, expect.stringMatching(/^v1\.[\w.-]+$/)]);
  const [row] = await reader.query<{ settings: string; secrets: string }>('SELECT settings, secrets FROM channel WHERE id = ?', [
    box.channelId,
  ]);
  expect(JSON.stringify(row)).not.toContain(desk.provider.clientSecret);
  const form = await desk.step({ id: box.channelId, inboxId: box.inboxId });
  expect(form.form?.secretsSet).toEqual(['clientSecret']);
  expect(JSON.stringify(form)).not.toContain(desk.provider.clientSecret);
  expect(await reader.query('SELECT channel_id FROM channel_setup WHERE channel_id = ?', [box.channelId])).toEqual([]);
}, 240_000);

test('the way back is open once, in time, and for who began it', async () => {
  const inboxId = await makeInbox(office.owner, 'Guarded');
  const mine = address();
  const id = newId('channel');
  const other = await makeAgent(office.server, office.owner, 'Olaf', 'ADMIN');
  const back = await desk.provider.visit(await desk.begin(mine, { id, inboxId }), { account: mine });
  const codeOf = async (work: ReturnType<OAuthDesk['comeBack']>) => (await work).userErrors.map(({ code }) => code);
  expect(await codeOf(desk.comeBack(back, other.browser))).toEqual(['NOT_FOUND']);
  expect(await codeOf(desk.comeBack(back, await office.server.signIn()))).toEqual(['NOT_FOUND']);
  const invented = new URL(back);
  invented.searchParams.set('state', 'x'.repeat(43));
  expect(await codeOf(desk.comeBack(invented.href))).toEqual(['NOT_FOUND']);
  const made = await desk.comeBack(back);
  expect([made.userErrors, made.channel?.id, made.place]).toEqual([
    [],
    id,
    { channelId: id, inboxId, type: 'email', reauth: false },
  ]);
  expect(await codeOf(desk.comeBack(back))).toEqual(['NOT_FOUND']);
  const late = address();
  const slow = await desk.provider.visit(await desk.begin(late, { id: newId('channel'), inboxId }), { account: late });
  await office.server.uow.run({ principal: { kind: 'system', name: 'test' }, correlationId: 'test' }, (tx) =>
    tx.execute('UPDATE channel_setup SET state_expires_at = ?', [tx.now - 1]),
  );
  expect(await codeOf(desk.comeBack(slow))).toEqual(['NOT_FOUND']);
}, 240_000);

test('what went wrong at the provider is said, and what was filled in is still there', async () => {
  const inboxId = await makeInbox(office.owner, 'Troubled');
  const mine = address();
  const o = { id: newId('channel'), inboxId };
  const denied = await desk.comeBack(await desk.provider.visit(await desk.begin(mine, o), { account: mine, answer: 'deny' }));
  expect(denied.form).toMatchObject({
    values: { address: mine },
    secretsSet: ['clientSecret'],
    error: { en: expect.stringContaining('Nothing was agreed to') },
  });
  // The secret need not be typed again.
  const again = await desk.step({ ...o, step: 'settings', data: { ...desk.form(mine), clientSecret: '' } });
  desk.provider.scopes = ['calendar'];
  const poor = await desk.comeBack(await desk.provider.visit(again.redirectUrl!, { account: mine }));
  expect(poor.form?.error).toMatchObject({ en: expect.stringContaining('mail is missing') });
  Object.assign(desk.provider, { scopes: null, offline: false });
  const short = await desk.comeBack(await desk.provider.visit(await desk.begin(mine, o), { account: mine }));
  expect(short.form?.error).toMatchObject({ en: expect.stringContaining('no refresh token') });
  desk.provider.offline = true;
  const foreign = await desk.comeBack(await desk.provider.visit(await desk.begin(mine, o), { account: 'somebody@else.test' }));
  expect([foreign.channel, foreign.checks[0]?.ok]).toEqual([null, false]);
  expect(foreign.userErrors[0]?.message).toContain('Sign in with the account of this mailbox');
  const bare = await desk.step({ ...o, step: 'settings', data: { address: mine, signIn: 'google' } });
  expect(bare.userErrors.map(({ path }) => path?.at(-1))).toEqual(['clientId']);
}, 240_000);

test('a token that ends is renewed, trouble at the provider is waited out, and nothing is missed (O01, R-OAU-1)', async () => {
  const box = await desk.connect(address());
  const before = refreshes();
  desk.provider.failures.push(503, 500);
  desk.provider.expireAccess(box.address);
  await office.mail.kick(box.address);
  await box.receive(letter(box.address, 'o2', 'After the end'));
  expect(refreshes()).toBeGreaterThan(before + 2);
  expect((await desk.channel(box)).authorized).toBe(true);
}, 240_000);

test('a refresh token that is good once is used once, by whichever process, and outlives a restart', async () => {
  Object.assign(desk.provider, { rotation: 'strict', lifetimeSeconds: 30 });
  const box = await desk.connect(address());
  const before = refreshes();
  await until(() => refreshes() > before, { what: 'a renewal', deadlineMs: 90_000, everyMs: 200 });
  const second = await office.server.another();
  try {
    desk.provider.expireAccess(box.address);
    await office.mail.kick(box.address);
    await box.receive(letter(box.address, 'o3', 'Two processes'));
  } finally {
    await second.stop();
  }
  await office.server.restart();
  desk.provider.expireAccess(box.address);
  await box.receive(letter(box.address, 'o4', 'After the restart'));
  expect(await desk.channel(box)).toMatchObject({ authorized: true });
  const all = await readInbox(office.owner, box.inboxId);
  expect(all.map(({ subject }) => subject).toSorted()).toEqual(['After the restart', 'Two processes']);
}, 240_000);

test('a consent that is taken back shows while the line is up, the reply waits, and signing in again loses and doubles nothing (D12, R-OAU-2)', async () => {
  desk.provider.lifetimeSeconds = 60;
  const box = await desk.connect(address());
  await box.receive(letter(box.address, 'o5', 'Before'));
  const [conversation] = await readInbox(office.owner, box.inboxId);
  // As at Microsoft: the tokens that are out, and the line, stay good.
  desk.provider.revoke(box.address, { keepAccess: true });
  await inState(box, 'UNAUTHORIZED');
  expect(await desk.channel(box)).toMatchObject({ authorized: false, stateMessage: expect.stringContaining('sign in again') });
  const { reader } = office.server.uow;
  const issues = () => reader.query('SELECT id FROM issue WHERE instance_id = ? AND "key" = ?', [box.channelId, 'sign-in']);
  // The state is told first.
  await until(async () => (await issues()).length === 1, 'the issue');
  await send(office, conversation!.id, 'This waits.');
  await office.mail.deliver(box.address, letter(box.address, 'o6', 'Meanwhile'));
  const foreign = await desk.signInAgain(box, 'somebody@else.test');
  expect(foreign.channel).toBeNull();
  expect(await desk.channel(box)).toMatchObject({ authorized: false });
  expect(await sent('anna@cust.test', 'Re: Before')).toBe(0);
  const again = await desk.signInAgain(box, box.address);
  expect(again.channel?.id).toBe(box.channelId);
  await inState(box, 'CONNECTED');
  await office.mail.waitForMail('anna@cust.test', ({ headers }) => headers.get('subject') === 'Re: Before', {
    timeoutMs: 60_000,
  });
  await until(async () => (await readInbox(office.owner, box.inboxId)).length === 2, {
    what: 'what came meanwhile',
    deadlineMs: 60_000,
  });
  await box.passMarker();
  expect(await sent('anna@cust.test', 'Re: Before')).toBe(1);
  expect((await readInbox(office.owner, box.inboxId)).map(({ messages }) => messages.length).toSorted()).toEqual([1, 1, 2]);
  expect((await readConversation(office.owner, conversation!.id)).messages).toHaveLength(2);
  await until(async () => (await issues()).length === 0, 'the issue to be cleared');
}, 300_000);
