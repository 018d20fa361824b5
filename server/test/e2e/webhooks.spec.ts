import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { addMessage, makeAgent, makeConversation, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';

// Webhooks out on the whole server, told to a real HTTP server (G13, G24, D14).
interface Told {
  headers: IncomingHttpHeaders;
  text: string;
  event: { id: string; type: string; conversationId: string };
}
const got: Told[] = [];
/** What is answered next; 204 when nothing is left. */
const answers: { status: number; when?: (told: Told) => boolean; headers?: Record<string, string> }[] = [];
let receiver: Server;
let server: TestServer;
let owner: TestClient;
let inboxId: string;
let url: string;
let id: string;
let secret: string;

const SAVE = `mutation ($input: WebhookSaveInput!) { webhookSave(input: $input) {
  webhook { id name url active version stateMessage } secret userErrors { code path message } } }`;
interface Saved {
  webhook: { id: string; active: boolean; version: number; stateMessage: string | null } | null;
  secret: string | null;
  userErrors: { code: string; path: string[] | null }[];
}
const save = async (input: object, who = owner) => (await who.graphql<{ webhookSave: Saved }>(SAVE, { input })).webhookSave;
interface Delivery {
  id: string;
  eventId: string;
  eventType: string;
  state: string;
  status: number | null;
  error: string | null;
}
const deliveries = async (state: string | null = null, webhookId = id): Promise<Delivery[]> => {
  const { node } = await owner.graphql<{ node: { deliveries: { nodes: Delivery[] } } }>(
    `query ($id: ID!, $state: WebhookDeliveryState) { node(id: $id) { ... on Webhook { deliveries(state: $state, first: 100) {
      nodes { id eventId eventType state status error } pageInfo { hasNextPage } } } } }`,
    { id: webhookId, state },
  );
  return node.deliveries.nodes;
};
const replay = async (which: object, who = owner) =>
  (
    await who.graphql<{ webhookReplay: { replayed: number; userErrors: { code: string }[] } }>(
      `mutation ($id: ID!, $ids: [ID!], $since: DateTime) {
        webhookReplay(id: $id, deliveryIds: $ids, since: $since) { replayed userErrors { code } } }`,
      { id, ...which },
    )
  ).webhookReplay;
const of = (conversationId: string, type = 'message.received') =>
  got.filter(({ event }) => event.conversationId === conversationId && event.type === type);
const arrived = (conversationId: string, count: number) =>
  until(() => of(conversationId).length >= count, { deadlineMs: 60_000, what: `${count} events of ${conversationId}` });

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const told = { headers: request.headers, text, event: JSON.parse(text) as Told['event'] };
      const at = answers.findIndex(({ when }) => !when || when(told));
      const [{ status, headers } = { status: 204, headers: {} }] = at < 0 ? [] : answers.splice(at, 1);
      if (status < 300) got.push(told);
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  server = await TestServer.start({ env: { BALIE_WEBHOOK_NETWORKS: '127.0.0.1' } });
  owner = await server.signIn();
  inboxId = await makeInbox(owner, 'Support');
  id = newId('webhook');
}, 240_000);
afterAll(async () => {
  await server.close();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

test('only admins who may see what is in the inboxes set them up, and the secret is shown once', async () => {
  const anna = await makeAgent(server, owner, 'Anna');
  expect((await anna.browser.ask('{ webhooks { id } }')).errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  const { apiTokenCreate } = await owner.graphql<{ apiTokenCreate: { token: string } }>(
    'mutation { apiTokenCreate(name: "Blind", scopes: [ADMIN]) { token } }',
  );
  const blind = TestClient.withToken(server.url, apiTokenCreate.token);
  expect(await save({ name: 'Shop', url }, blind)).toMatchObject({ webhook: null, userErrors: [{ code: 'FORBIDDEN' }] });
  for (const wrong of ['ftp://a.example', 'no address', 'https://name:word@a.example'])
    expect(await save({ name: 'Shop', url: wrong })).toMatchObject({ userErrors: [{ code: 'INVALID', path: ['input', 'url'] }] });
  expect(await save({ name: 'Shop', url, inboxIds: [newId('inbox')] })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  const made = await save({ id, name: 'Shop', url, inboxIds: [inboxId] });
  expect(made).toMatchObject({ webhook: { id, active: true, version: 1 }, userErrors: [] });
  secret = made.secret ?? '';
  expect(secret).toMatch(/^whsec_/);
  expect(await save({ id, name: 'Shop', url, inboxIds: [inboxId] })).toMatchObject({ webhook: { version: 2 }, secret: null });
});

test('what happens in its inboxes is told, signed over the time and the bytes', async () => {
  const other = await makeInbox(owner, 'Sales');
  await makeConversation(server, other, 'Not for the shop');
  const conversation = await makeConversation(server, inboxId, 'Where is my order?');
  await arrived(conversation, 1);
  const [{ headers, text, event }] = of(conversation) as [Told];
  const { 'webhook-id': told, 'webhook-timestamp': at, 'webhook-signature': signature } = headers;
  expect(told).toBe(event.id);
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  expect(signature).toBe(`v1,${createHmac('sha256', key).update(`${told}.${at}.${text}`).digest('base64')}`);
  expect(event).toMatchObject({ type: 'message.received', inboxId, conversationId: conversation, actor: { kind: 'CONTACT' } });
  expect(text).not.toContain('Where is my order?');
  expect(got.every(({ event: one }) => (one as { inboxId?: string }).inboxId === inboxId)).toBe(true);
});

test('in order per conversation over failures, and others do not wait for it', async () => {
  const slow = await makeConversation(server, inboxId, 'Slow');
  await arrived(slow, 1);
  answers.push({ status: 503, when: ({ event }) => event.conversationId === slow });
  for (const text of ['one', 'two', 'three']) await addMessage(server, slow, text);
  const quick = await makeConversation(server, inboxId, 'Quick');
  await arrived(quick, 1);
  await arrived(slow, 4);
  const positions = of(slow).map(({ event }) => (event as unknown as { position: number }).position);
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  expect(new Set(of(slow).map(({ event }) => event.id)).size).toBe(4);
}, 240_000);

test('a redirect is not followed, and a private network that was not opened is never asked', async () => {
  const conversation = await makeConversation(server, inboxId, 'Elsewhere');
  await arrived(conversation, 1);
  answers.push({
    status: 302,
    headers: { location: `${url}/other` },
    when: ({ event }) => event.conversationId === conversation,
  });
  const inside = newId('webhook');
  await save({
    id: inside,
    name: 'Inside',
    url: url.replace('127.0.0.1', '127.0.0.2'),
    inboxIds: [inboxId],
    events: ['message.received'],
  });
  await addMessage(server, conversation, 'more');
  await arrived(conversation, 2);
  await until(async () => (await deliveries('PENDING', inside))[0]?.error, { deadlineMs: 60_000, what: 'the refusal' });
  expect((await deliveries('PENDING', inside))[0]).toMatchObject({
    status: null,
    error: expect.stringMatching(/not allowed|private/i),
  });
  await owner.graphql('mutation ($id: ID!) { webhookDelete(id: $id) { deletedIds } }', { id: inside });
}, 240_000);

test('while nothing may leave nothing is told, and what waited comes afterwards (O2, O28)', async () => {
  const pause = (paused: boolean) =>
    owner.graphql('mutation ($paused: Boolean!) { sendingPause(paused: $paused) { userErrors { code } } }', { paused });
  await pause(true);
  const conversation = await makeConversation(server, inboxId, 'Held');
  const held = async () => (await deliveries('PENDING')).filter(({ eventType }) => eventType === 'message.received');
  await until(async () => (await held()).length > 0, { what: 'what waits' });
  expect(of(conversation)).toEqual([]);
  await pause(false);
  await arrived(conversation, 1);
  expect(of(conversation)).toHaveLength(1);
}, 240_000);

test('after 24 hours it is given up and listed, and is sent again when asked for', async () => {
  const conversation = await makeConversation(server, inboxId, 'Given up');
  await arrived(conversation, 1);
  // As many as it takes until the day is over.
  const refusal = { status: 500, when: ({ event }: Told) => event.conversationId === conversation };
  answers.push(...Array.from({ length: 100 }, () => refusal));
  await addMessage(server, conversation, 'never mind');
  await until(async () => (await deliveries('PENDING')).some(({ status }) => status === 500), {
    deadlineMs: 60_000,
    what: 'the first try',
  });
  const dayBefore = Date.now() - 25 * 60 * 60_000;
  await server.uow.run({ principal: { kind: 'system', name: 'test' }, correlationId: 'test' }, (tx) =>
    tx.execute(`UPDATE webhook_delivery SET since = ? WHERE state = 'PENDING'`, [dayBefore]),
  );
  await until(async () => (await deliveries('DEAD')).length > 0, { deadlineMs: 60_000, what: 'it to be given up' });
  const [dead] = await deliveries('DEAD');
  expect(dead).toMatchObject({ state: 'DEAD', status: 500, error: expect.stringContaining('500') });
  answers.length = 0;
  expect(await replay({ ids: [dead?.id] })).toEqual({ replayed: 1, userErrors: [] });
  await until(() => got.some(({ event }) => event.id === dead?.eventId), { deadlineMs: 60_000, what: 'it to arrive' });
  expect(await replay({})).toMatchObject({ userErrors: [{ code: 'INVALID' }] });
  const before = got.length;
  const { replayed } = await replay({ since: new Date(Date.now() - 60 * 60_000).toISOString() });
  await until(() => got.length >= before + replayed, { deadlineMs: 60_000, what: 'all of it again' });
  expect(replayed).toBeGreaterThan(5);
}, 240_000);

const TEST = `mutation ($id: ID!) { webhookTest(id: $id) { delivery { id eventId eventType state } userErrors { code path } } }`;
interface Tested {
  webhookTest: { delivery: Delivery | null; userErrors: { code: string; path: string[] | null }[] };
}

test('an admin tries it with an event of nothing that happened; one that is off or unknown is not tried', async () => {
  const { webhookTest } = await owner.graphql<Tested>(TEST, { id });
  expect(webhookTest).toMatchObject({ delivery: { eventType: 'webhook.test', state: 'PENDING' }, userErrors: [] });
  const { eventId } = webhookTest.delivery!;
  await until(() => got.some(({ event }) => event.id === eventId), { deadlineMs: 60_000, what: 'the try' });
  const { headers, text, event } = got.find((told) => told.event.id === eventId)!;
  expect(event).toMatchObject({ type: 'webhook.test', nodeId: id, inboxId: null, conversationId: null, data: {} });
  const at = headers['webhook-timestamp'];
  const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`${eventId}.${at as string}.${text}`);
  expect(headers['webhook-signature']).toBe(`v1,${mac.digest('base64')}`);
  await until(async () => (await deliveries('DELIVERED')).some((one) => one.eventId === eventId), 'it to be listed');

  const off = newId('webhook');
  await save({ id: off, name: 'Off', url, active: false });
  const refused = await owner.graphql<Tested>(TEST, { id: off });
  expect(refused.webhookTest).toEqual({ delivery: null, userErrors: [{ code: 'INVALID', path: ['id'] }] });
  await owner.graphql('mutation ($id: ID!) { webhookDelete(id: $id) { deletedIds } }', { id: off });
  expect((await owner.graphql<Tested>(TEST, { id: off })).webhookTest.userErrors[0]?.code).toBe('NOT_FOUND');
  const { browser } = await makeAgent(server, owner, 'Nora');
  expect((await browser.ask(TEST, { id })).errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
}, 240_000);

test('another secret: the one before signs along; a restart forgets nothing; 410 switches it off', async () => {
  const { secret: renewed } = await save({ id, name: 'Shop', url, inboxIds: [inboxId], newSecret: true });
  const conversation = await makeConversation(server, inboxId, 'Over a restart');
  await arrived(conversation, 1);
  const [{ headers, text }] = of(conversation) as [Told];
  const macs = [renewed ?? '', secret].map((one) =>
    createHmac('sha256', Buffer.from(one.slice(6), 'base64'))
      .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`)
      .digest('base64'),
  );
  expect(headers['webhook-signature']).toBe(macs.map((mac) => `v1,${mac}`).join(' '));
  answers.push({ status: 503, when: ({ event }) => event.conversationId === conversation });
  await addMessage(server, conversation, 'again');
  await until(() => answers.length === 0, { deadlineMs: 60_000, what: 'the try that fails' });
  await server.restart();
  await arrived(conversation, 2);
  answers.push({ status: 410 });
  await addMessage(server, conversation, 'enough');
  const states = async () =>
    (await owner.graphql<{ webhooks: Saved['webhook'][] }>('{ webhooks { id active version stateMessage } }')).webhooks;
  await until(async () => (await states())[0]?.active === false, { deadlineMs: 60_000, what: 'it to be switched off' });
  expect((await states())[0]?.stateMessage).toContain('410');
  const { auditEntries } = await owner.graphql<{ auditEntries: { nodes: { action: string }[] } }>(
    '{ auditEntries(filter: { actions: [WEBHOOK_ADDED, WEBHOOK_CHANGED, WEBHOOK_REMOVED] }) { nodes { action } } }',
  );
  expect(auditEntries.nodes.map(({ action }) => action)).toContain('WEBHOOK_REMOVED');
}, 240_000);
