import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OWNER, TestServer, upgradeStatus } from '../server/server.js';
import { TestSocket } from '../server/socket.js';
import { until } from '../support/until.js';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.close());

const VIEWER = JSON.stringify({ query: '{ viewer { id } }' });
const json = { 'content-type': 'application/json' };

test('the cookie counts only with our header and without a foreign origin', async () => {
  const browser = await server.signIn();
  const bare = browser.with({});
  expect((await browser.ask('{ viewer { id } }')).status).toBe(200);
  expect((await bare.ask('{ viewer { id } }')).status).toBe(401);
  expect(
    (await bare.get(`/graphql?query=${encodeURIComponent('{viewer{id}}')}`, { 'apollo-require-preflight': '1' })).status,
  ).toBe(401);
  for (const origin of ['https://evil.example', 'null', `${server.url}.evil.example`, 'http://127.0.0.1:1']) {
    expect((await browser.post('/graphql', VIEWER, { origin })).status).toBe(401);
  }
  expect((await browser.post('/graphql', VIEWER, { origin: server.url })).status).toBe(200);
});

test('signing in and out needs our own page, so that nobody is signed in as somebody else', async () => {
  const credentials = { email: OWNER.email, password: OWNER.password };
  const bare = server.browser().with({});
  expect((await bare.post('/api/sign-in', credentials)).status).toBe(403);
  const foreign = await server.browser().post('/api/sign-in', credentials, { origin: 'https://evil.example' });
  expect([foreign.status, foreign.headers.get('set-cookie')]).toEqual([403, null]);
  const browser = await server.signIn();
  expect((await browser.with({}).post('/api/sign-out')).status).toBe(403);
  expect((await browser.ask('{ viewer { id } }')).status).toBe(200);
});

test('what a form of another site can send is refused: other types, GET with a mutation, batches', async () => {
  const browser = await server.signIn();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await browser.post('/graphql', VIEWER, { 'content-type': type });
    expect([type, answer.status]).toEqual([type, 400]);
  }
  const mutation = encodeURIComponent('mutation { preferencesSave(preferences: {}) { agent { id } } }');
  const byGet = await browser.get(`/graphql?query=${mutation}`, { ...json, 'apollo-require-preflight': '1' });
  expect(byGet.status).toBe(405);
  expect((await browser.post('/graphql', `[${VIEWER},${VIEWER}]`)).status).toBe(400);
});

test('no other site may read answers', async () => {
  const browser = await server.signIn();
  const answer = await browser.send('/graphql', {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  });
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  const own = await browser.post('/graphql', VIEWER, { origin: 'https://evil.example' });
  expect(own.headers.get('access-control-allow-origin')).toBeNull();
});

test('a WebSocket of another site is refused before it is one', async () => {
  const { cookieHeader } = await server.signIn();
  const cookie = { cookie: cookieHeader ?? '' };
  expect(await upgradeStatus(server.url, { ...cookie, Origin: server.url })).toBe(101);
  expect(await upgradeStatus(server.url, { ...cookie, Origin: 'https://evil.example' })).toBe(403);
  expect(await upgradeStatus(server.url, { ...cookie, Origin: 'null' })).toBe(403);
  expect(await upgradeStatus(server.url, cookie)).toBe(403);
  expect(await upgradeStatus(server.url, { Origin: 'https://evil.example' })).toBe(403);
});

test('a WebSocket must show who it is: no cookie, no word against CSRF, no first message', async () => {
  const { cookieHeader } = await server.signIn();
  const headers = { origin: server.url, cookie: cookieHeader ?? '' };
  const stranger = await TestSocket.open(server.url, { headers: { origin: server.url }, params: { csrf: '1' } });
  const unmarked = await TestSocket.open(server.url, { headers, params: {} });
  const early = await TestSocket.open(server.url, { headers, params: null });
  early.subscribe('subscription { changes(scope: { all: true }) { cursor } }');
  const silent = await TestSocket.open(server.url, { headers, params: null });
  for (const socket of [stranger, unmarked, early, silent]) await until(() => socket.closed, 'the close of the socket');
  expect([stranger, unmarked, early, silent].map((socket) => socket.closed?.code)).toEqual([4401, 4401, 4401, 4408]);
});

test('whatever a socket sends, the answer is a close code and says nothing from inside', async () => {
  const browser = await server.signIn();
  const junk: (string | Buffer)[] = [
    '',
    'x',
    '[]',
    '{"type":"nope"}',
    '{"type":"subscribe"}',
    '{"type":"subscribe","id":"1","payload":{}}',
    Buffer.from([1, 2]),
  ];
  for (const message of junk) {
    const socket = await browser.socket();
    socket.ws.send(message);
    await until(() => socket.closed, `the close after ${String(message)}`);
    expect([message, socket.closed?.code]).toEqual([message, 4400]);
    expect(socket.closed?.reason.length).toBeLessThan(60);
  }
  const large = await browser.socket();
  large.ws.send(`{"type":"ping","payload":{"x":"${'y'.repeat(300_000)}"}}`);
  await until(() => large.closed, 'the close after a message that is too large');
  expect(large.closed?.code).toBe(1009);
});
