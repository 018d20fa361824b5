import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '../support/until.js';
import { FacebookDesk, type Talk, VERIFY } from './facebook-desk.js';

const SHOP = '110';
const CLUB = '220';
const ANNA = '7001';
const BEN = '7002';
const DAY = 24 * 3_600_000;
let desk: FacebookDesk;
let shopInbox: string;
let shop: string;
let clubInbox: string;
let club: string;

beforeAll(async () => {
  desk = await FacebookDesk.open();
  desk.api.page(SHOP, 'Fietsenzaak');
  desk.api.page(CLUB, 'Fietsclub');
  desk.api.person(ANNA, 'Anna Berg');
  desk.api.person(BEN);
  shopInbox = await desk.inbox('Shop');
}, 240_000);
afterAll(() => desk.close());

const anna = (what: object) => desk.happen(SHOP, ANNA, what);
const said = (mid: string, text: string) => anna({ message: { mid, text } });
const lastSent = () => desk.api.sent.at(-1)!;

test('a page is connected by its app and token, which are proved and kept out of sight (S21, G12)', async () => {
  expect(await desk.connect(shopInbox, SHOP, { more: { appSecret: 'not the secret' } })).toMatchObject({
    channel: null,
    userErrors: [{ code: 'CHANNEL_DOWN' }],
  });
  const { channel, userErrors } = await desk.connect(shopInbox, SHOP);
  expect(userErrors).toEqual([]);
  expect(channel).toMatchObject({ account: SHOP, secretsSet: ['appSecret', 'pageToken', 'verifyToken'] });
  expect(JSON.stringify(channel?.settings)).not.toContain('canary');
  expect(desk.api.pages.get(SHOP)?.subscribed).toContain('message_echoes');
  shop = channel?.id ?? '';
  const { channelTypes } = await desk.owner.graphql<{ channelTypes: { type: string; settingsSchema: unknown }[] }>(
    '{ channelTypes { type settingsSchema } }',
  );
  const bundled = channelTypes.find(({ type }) => type === 'messenger');
  expect(JSON.stringify(bundled?.settingsSchema)).toContain('Appgeheim');
});

test('Meta is answered when it knows the word, and believed when it signs', async () => {
  const asked = async (token: string) => {
    const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '1158201444' });
    const answer = await fetch(`${desk.hookUrl}?${query}`);
    return [answer.status, await answer.text()];
  };
  expect(await asked(VERIFY)).toEqual([200, '1158201444']);
  expect((await asked('another'))[0]).toBe(401);
  expect(await desk.call(desk.batch(SHOP, said('m_forged', 'Forged')), 'another secret')).toBe(401);
  expect((await desk.talks()).length).toBe(0);
});

test('what somebody writes comes in once, with his name, files and what can not be shown (D40)', async () => {
  desk.api.files.set('/file/bike.png', { mime: 'image/png', bytes: 'a picture' });
  const picture = { type: 'image', payload: { url: `${desk.api.url}/file/bike.png?oh=1` } };
  const first = desk.batch(
    SHOP,
    anna({ message: { mid: 'm_a1', text: 'Is this one in stock?', attachments: [picture, { type: 'hologram' }] } }),
  );
  expect(await desk.call(first)).toBe(200);
  expect(await desk.call(first)).toBe(200);
  const talk = await desk.talk(
    'Is this one in stock?',
    ({ contact, items }) => contact.name === 'Anna Berg' && items.nodes[0]?.attachments?.[0]?.state === 'READY',
  );
  expect(talk).toMatchObject({ channelView: 'messenger', inbox: { id: shopInbox } });
  expect(talk.items.nodes.filter(({ text }) => text !== undefined)).toMatchObject([
    {
      direction: 'INBOUND',
      attachments: [{ name: 'bike.png', mime: 'image/png' }],
      parts: [{ type: 'unsupported', data: { note: 'Messenger: hologram' } }],
    },
  ]);
  expect(desk.api.fileRequests.map(({ authorization }) => authorization)).toEqual([undefined]);
  // The same message in another request, after a later one.
  await desk.call(desk.batch(SHOP, said('m_a2', 'Hello?'), anna({ message: { mid: 'm_a1', text: 'Is this one in stock?' } })));
  const { items } = await desk.talk('Hello?');
  expect(items.nodes.flatMap(({ text }) => text ?? [])).toEqual(['Is this one in stock?', 'Hello?']);
});

test('an answer goes out; its echo is known, and what is delivered and read is told, in whatever order', async () => {
  const { id, replyUntil, replyRoutes } = await desk.talk('Hello?');
  const left = new Date(replyUntil ?? 0).getTime() - Date.now();
  expect(left).toBeGreaterThan(23 * 3_600_000);
  expect(replyRoutes).toMatchObject([{ closesAt: replyUntil, blockedBy: null }]);
  expect((await desk.reply(id, 'It is.')).userErrors).toEqual([]);
  await desk.inState('It is.', 'SENT');
  expect(lastSent()).toMatchObject({ page: SHOP, to: ANNA, type: 'RESPONSE', text: 'It is.' });
  const echo = desk.api.echoOf(lastSent());
  const { mid } = lastSent();
  const watermark = Date.now() + 60_000;
  await desk.call(desk.batch(SHOP, echo, anna({ delivery: { mids: [mid], watermark: 1000 } })));
  await desk.inState('It is.', 'DELIVERED');
  await desk.call(desk.batch(SHOP, anna({ read: { watermark } })));
  await desk.inState('It is.', 'READ');
  await desk.call(desk.batch(SHOP, anna({ delivery: { mids: [mid], watermark } }), said('m_a3', 'Thanks')));
  const { items } = await desk.talk('Thanks');
  expect(items.nodes.filter(({ text }) => text === 'It is.')).toMatchObject([{ deliveryStatus: 'READ' }]);
});

test('a message whose answer was lost is not sent again: the echo says that it went out (I3)', async () => {
  const { id } = await desk.talk('Thanks');
  desk.api.trouble = 'silent';
  await desk.reply(id, 'Come by on Friday');
  await until(() => lastSent().text === 'Come by on Friday', { what: 'the message over there' });
  desk.api.trouble = null;
  await desk.call(desk.batch(SHOP, desk.api.echoOf(lastSent())));
  await desk.inState('Come by on Friday', 'SENT');
  expect(desk.api.sent.filter(({ text }) => text === 'Come by on Friday')).toHaveLength(1);
});

test('what is answered in Facebook itself stands in the conversation as ours', async () => {
  const elsewhere = { mid: 'm_inbox', is_echo: true, app_id: 263902037430900, text: 'From my phone' };
  const event = { sender: { id: SHOP }, recipient: { id: ANNA }, timestamp: Date.now(), message: elsewhere };
  await desk.call(desk.batch(SHOP, event));
  expect(await desk.inState('From my phone', 'SENT')).toMatchObject({ direction: 'OUTBOUND' });
});

test('what is edited, taken back and felt about changes what stands there', async () => {
  await desk.call(desk.batch(SHOP, said('m_a4', 'Se you'), said('m_a5', 'My pin is 1234')));
  await desk.talk('My pin is 1234');
  const edit = anna({ message_edit: { mid: 'm_a4', text: 'See you', num_edit: 1 } });
  const reaction = anna({ reaction: { mid: 'm_inbox', action: 'react', reaction: 'love', emoji: '❤️' } });
  await desk.call(desk.batch(SHOP, edit, anna({ message: { mid: 'm_a5', is_deleted: true } }), reaction));
  const kinds = ({ items }: Talk) => items.nodes.flatMap(({ parts = [] }) => parts.map(({ type }) => type));
  // Each comes in by itself.
  const { items } = await desk.talk('See you', (talk) =>
    ['edited', 'deleted', 'reaction'].every((kind) => kinds(talk).includes(kind)),
  );
  expect(items.nodes.map(({ text }) => text)).not.toContain('My pin is 1234');
});

test('two pages in one request: each inbox gets its own, and pages that are nobody’s are let go', async () => {
  clubInbox = await desk.inbox('Club');
  const { channel } = await desk.connect(clubInbox, CLUB);
  expect(channel).toMatchObject({ account: CLUB });
  club = channel?.id ?? '';
  const entry = (page: string, psid: string, mid: string, text: string) => ({
    id: page,
    time: Date.now(),
    messaging: [desk.happen(page, psid, { message: { mid, text } })],
  });
  const entries = [
    entry(CLUB, BEN, 'm_b1', 'To the club'),
    entry(SHOP, ANNA, 'm_a6', 'To the shop'),
    entry('999', ANNA, 'm_x', 'To nobody'),
  ];
  expect(await desk.call({ object: 'page', entry: entries })).toBe(200);
  expect(await desk.talk('To the club')).toMatchObject({ inbox: { id: clubInbox }, contact: { name: null } });
  const talk = await desk.talk('To the shop');
  expect(talk).toMatchObject({ inbox: { id: shopInbox } });
  expect(JSON.stringify(await desk.talks())).not.toContain('To nobody');
  await desk.reply((await desk.talk('To the club')).id, 'From the club');
  await desk.inState('From the club', 'SENT');
  expect(lastSent()).toMatchObject({ page: CLUB, to: BEN });
});

test('a day later nothing goes out any more, and a week later where people may (D39)', async () => {
  const { id } = await desk.talk('To the shop');
  const before = (ms: number) => desk.heard(id, ANNA, ms);
  await before(DAY + 60_000);
  const talk = await desk.talk('To the shop');
  expect(talk.replyRoutes).toMatchObject([{ blockedBy: 'WINDOW_CLOSED', closesAt: talk.replyUntil }]);
  expect(new Date(talk.replyUntil ?? 0).getTime()).toBeLessThan(Date.now());
  expect((await desk.reply(id, 'Too late')).userErrors).toMatchObject([{ code: 'WINDOW_CLOSED' }]);
  desk.api.app.humanAgent = true;
  expect((await desk.connect(shopInbox, SHOP, { id: shop, more: { humanAgent: true } })).userErrors).toEqual([]);
  expect((await desk.reply(id, 'Still in time')).userErrors).toEqual([]);
  await desk.inState('Still in time', 'SENT');
  expect(lastSent()).toMatchObject({ type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });
  await before(7 * DAY + 60_000);
  expect((await desk.reply(id, 'A week later')).userErrors).toMatchObject([{ code: 'WINDOW_CLOSED' }]);
});

test('a token that died holds the page and what waits, and connecting it again lets it in (F17, D12)', async () => {
  const { id } = await desk.talk('To the club');
  const page = desk.api.pages.get(CLUB)!;
  const { token } = page;
  page.token = 'another-token';
  await desk.reply(id, 'Held back');
  const query = 'query ($id: ID!) { node(id: $id) { ... on Channel { state } } }';
  const inState = (state: string) =>
    until(async () => (await desk.owner.graphql<{ node: { state: string } }>(query, { id: club })).node.state === state, {
      what: `the page to be ${state}`,
      deadlineMs: 60_000,
      everyMs: 150,
    });
  await inState('UNAUTHORIZED');
  await desk.inState('Held back', 'QUEUED');
  page.token = token;
  expect((await desk.connect(clubInbox, CLUB, { id: club, reauth: true })).userErrors).toEqual([]);
  await inState('CONNECTED');
  expect(desk.api.sent.filter(({ text }) => text === 'Held back').length).toBeLessThanOrEqual(1);
});

test('Meta asks to erase somebody: an admin reads whom, and the page for him says when it was done (D40)', async () => {
  const cleo = '7003000000000003';
  desk.api.person(cleo, 'Cleo');
  await desk.call(desk.batch(SHOP, desk.happen(SHOP, cleo, { message: { mid: 'm_cleo', text: 'Hello from Cleo' } })));
  const { contact } = await desk.talk('Hello from Cleo', (talk) => talk.contact.name === 'Cleo');
  desk.api.matches.set('990003', [cleo]);
  const route = (name: string) => `${desk.server.url}/p/facebook/routes/${shop}/${name}`;
  const ask = (body: string) =>
    fetch(route('deletion'), { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
  expect((await ask(desk.api.signedRequest('990003', 'another secret'))).status).toBe(401);
  const answer = await ask(desk.api.signedRequest('990003'));
  const { url, confirmation_code: code } = (await answer.json()) as { url: string; confirmation_code: string };
  expect(new URL(url).pathname).toBe(`/p/facebook/routes/${shop}/deletionState/${code}`);
  const issues = async () =>
    (
      await desk.owner.graphql<{ plugins: { issues: { title: string }[] }[] }>('{ plugins { issues { title } } }')
    ).plugins.flatMap((plugin) => plugin.issues.map(({ title }) => title));
  expect(await issues()).toEqual([expect.stringContaining(code)]);
  const page = async (name: string) => (await fetch(`${route(name)}/${code}`)).text();
  expect(await page('deletionState')).toContain('being handled');
  expect(await page('deletionTask')).toContain('Sign in first');
  expect((await desk.owner.get(`/p/facebook/routes/${shop}/deletionTask/${code}`)).text).toContain(cleo);

  const { contactErase } = await desk.owner.graphql<{ contactErase: { userErrors: object[] } }>(
    'mutation ($input: ContactEraseInput!) { contactErase(input: $input) { userErrors { message } } }',
    { input: { contactId: contact.id, name: 'Cleo', others: 'ANONYMISE' } },
  );
  expect(contactErase.userErrors).toEqual([]);
  await until(async () => (await page('deletionState')).includes('is erased'), { deadlineMs: 60_000, what: 'the erasure' });
  expect(await issues()).toEqual([]);
});
