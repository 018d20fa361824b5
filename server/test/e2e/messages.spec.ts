import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OutboundMessage } from '@balie/plugin-sdk';
import { Channel, ChannelFailure, channelTypeId, type FetchedFile, PluginGateway } from '../../src/features/channels/index.js';
import { Intake } from '../../src/features/intake/index.js';
import { newId } from '../../src/kernel/ids.js';
import { insertRows } from '../../src/kernel/rows.js';
import { Storage } from '../../src/kernel/storage.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeAgent, makeInbox } from '../server/world.js';
import { mail, MAIL_LIKE, person } from '../support/channel-desk.js';
import { testCtx } from '../support/database.js';
import { until as eventually } from '../support/until.js';

/** Waits for something that there is. */
const until = async <T>(condition: () => Promise<T>, o: { what: string }): Promise<NonNullable<T>> =>
  (await eventually(condition, o)) as NonNullable<T>;

let server: TestServer;
let owner: TestClient;
let anna: TestClient;
let outsider: TestClient;
let channelId: string;
const sent: OutboundMessage[] = [];
let failNext: ChannelFailure | null = null;

beforeAll(async () => {
  server = await TestServer.start();
  owner = await server.signIn();
  const agent = await makeAgent(server, owner, 'Anna');
  anna = agent.browser;
  outsider = (await makeAgent(server, owner, 'Otto')).browser;
  const inboxId = await makeInbox(owner, 'Support', [agent.id]);
  channelId = await connect(inboxId);
  // Only the network is scripted; everything between the doors and the browser is the product.
  const gateway = server.get(PluginGateway);
  gateway.send = (_channel, message) => {
    sent.push(message);
    const failure = failNext;
    failNext = null;
    if (failure) return Promise.reject(failure);
    return Promise.resolve({ ids: [`<${message.sendKey}@shop.example>`] as never, status: 'accepted' });
  };
  gateway.fetchFile = async (): Promise<FetchedFile> => {
    const blob = await server.get(Storage).put(Buffer.from('%PDF-1.7'));
    return { ...blob, name: 'order.pdf', mime: 'application/pdf' };
  };
}, 240_000);
afterAll(() => server.close());

async function connect(inboxId: string): Promise<string> {
  const id = newId('channel');
  const channel: Channel = {
    id,
    inboxId,
    pluginId: 'none',
    type: channelTypeId('scripted'),
    name: 'Support mail',
    account: 'support@shop.example',
    own: [{ kind: 'email', value: 'support@shop.example' }],
    settings: {},
    settingsVersion: 1,
    secrets: null,
    active: true,
    authorized: true,
    state: 'CONNECTED',
    stateMessage: null,
    cursor: null,
    viewId: 'mail',
    viewTitle: 'Mail',
    icon: 'mail',
    capabilities: MAIL_LIKE as unknown as Channel['capabilities'],
    filterSwitches: null,
    removedAt: null,
    lastInboundAt: null,
    lastOutboundAt: null,
    createdAt: 1,
    updatedAt: 1,
    version: 1,
  };
  await server.uow.run(testCtx(), (tx) => insertRows(tx, Channel, [channel]));
  return id;
}

const ITEM = `__typename ... on Event { id at type data actor { __typename ... on System { name } ... on Agent { name } } }
  ... on Message { id version direction at sentAt subject text htmlUrl quotedText automatic unparsed rawUrl deliveryStatus
    conversation { id } channel { id name } author { __typename ... on Agent { name } ... on Contact { contactName: name } ... on System { name } }
    from { kind value name } to { value } cc { value } bcc { value } parts { type data }
    attachments { id name mime bytes url inline state }
    deliveries { id recipient { kind value name } status attempts nextAttemptAt reason providerId degraded } }`;
const CONVERSATION = `query ($id: ID!) { node(id: $id) { ... on Conversation { id status deliveryStatus assignee { name }
  replyRoutes { id channel { id } to { value } cc { value } blockedBy capabilities { outbound formats compose files } }
  items(last: 20) { position nodes { ${ITEM} } pageInfo { hasPreviousPage } } } } }`;
const SEND = `mutation ($input: MessageSendInput!) { messageSend(input: $input) { message { ${ITEM.split('... on Message {')[1]} 
  userErrors { __typename code message path ... on StaleError { unseen { __typename ... on Message { id } } } ... on ConflictError { current { id } } } } }`;

interface Item {
  __typename: string;
  id: string;
  text: string;
  htmlUrl: string | null;
  deliveryStatus: string | null;
  attachments: { id: string; url: string | null; state: string }[];
  deliveries: { id: string; status: string; reason: string | null }[];
  [field: string]: unknown;
}
interface Seen {
  id: string;
  deliveryStatus: string | null;
  assignee: { name: string } | null;
  replyRoutes: { id: string; to: { value: string }[]; [field: string]: unknown }[];
  items: { nodes: Item[] };
}
interface Sent {
  message: Item | null;
  userErrors: {
    __typename: string;
    code: string;
    path: string[] | null;
    unseen?: { id: string }[];
    current?: { id: string } | null;
  }[];
}
const look = async (id: string, client = anna): Promise<Seen> =>
  (await client.graphql<{ node: Seen }>(CONVERSATION, { id })).node;
const send = async (input: Record<string, unknown>, client = anna): Promise<Sent> =>
  (await client.graphql<{ messageSend: Sent }>(SEND, { input })).messageSend;

async function received(
  event = mail(person('bob@client.example', 'Bob'), { to: [person('support@shop.example')] }),
): Promise<string> {
  await server.get(Intake).ingest(channelId, [event], { history: false, epoch: null });
  return until(
    async () => {
      const rows = await server.uow.reader.query<{ conversation_id: string | null }>(
        'SELECT conversation_id FROM inbound_item WHERE channel_id = ? AND external_id = ?',
        [channelId, event.id],
      );
      return rows[0]?.conversation_id;
    },
    { what: 'the message to be stored' },
  );
}

test('a message with a file is read, page and file behind the session', async () => {
  const conversationId = await received(
    mail(person('bob@client.example', 'Bob'), {
      to: [person('support@shop.example')],
      cc: [person('boss@client.example')],
      thread: { subject: 'Order 7' },
      parts: [
        { type: 'text', text: 'Where is it?', html: '<p onclick="x()">Where is it?</p><script>x()</script>', quoted: '> old' },
        { type: 'file', file: { ref: 'part:2', name: 'order.pdf', mime: 'application/pdf' } },
      ],
    }),
  );
  const seen = await until(
    async () => {
      const conversation = await look(conversationId);
      return conversation.items.nodes[0]?.attachments[0]?.state === 'READY' ? conversation : null;
    },
    { what: 'the file to be fetched' },
  );
  const [item] = seen.items.nodes;
  expect(item).toMatchObject({
    __typename: 'Message',
    direction: 'INBOUND',
    subject: 'Order 7',
    text: 'Where is it?',
    quotedText: '> old',
    automatic: false,
    unparsed: false,
    rawUrl: null,
    deliveryStatus: null,
    deliveries: [],
    conversation: { id: conversationId },
    channel: { id: channelId },
    author: { __typename: 'Contact', contactName: 'Bob' },
    from: { kind: 'email', value: 'bob@client.example', name: 'Bob' },
    to: [{ value: 'support@shop.example' }],
    cc: [{ value: 'boss@client.example' }],
    attachments: [{ name: 'order.pdf', bytes: 8, inline: false }],
  });
  expect(seen.replyRoutes).toMatchObject([
    {
      to: [{ value: 'bob@client.example' }],
      cc: [{ value: 'boss@client.example' }],
      blockedBy: null,
      capabilities: { outbound: 'INITIATE', compose: ['subject', 'to', 'cc', 'bcc'] },
    },
  ]);
  const page = await anna.get(item!.htmlUrl!);
  expect([page.status, page.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringContaining("default-src 'none'"),
  ]);
  expect(page.headers.get('content-security-policy')).toContain('sandbox');
  expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(page.text).toContain('<p>Where is it?</p>');
  expect(page.text).not.toContain('x()');
  const file = await anna.get(item!.attachments[0]!.url!);
  expect([file.status, file.text, file.headers.get('content-disposition')]).toEqual([
    200,
    '%PDF-1.7',
    expect.stringMatching(/^attachment/),
  ]);
  for (const path of [item!.htmlUrl!, item!.attachments[0]!.url!]) {
    expect((await server.browser().get(path)).status).toBe(401);
    expect((await outsider.get(path)).status).toBe(404);
  }
  const nodes = await anna.graphql<{ a: unknown; b: unknown }>(
    'query ($m: ID!, $f: ID!) { a: node(id: $m) { __typename id } b: node(id: $f) { __typename id } }',
    { m: item!.id, f: item!.attachments[0]!.id },
  );
  expect(nodes).toEqual({
    a: { __typename: 'Message', id: item!.id },
    b: { __typename: 'Attachment', id: item!.attachments[0]!.id },
  });
  const hidden = await outsider.graphql<{ a: unknown }>('query ($m: ID!) { a: node(id: $m) { id } }', { m: item!.id });
  expect(hidden.a).toBeNull();
});

test('an answer with a file leaves, once, and its state is seen', async () => {
  const conversationId = await received();
  const before = (await look(conversationId)).items.nodes.at(-1)!;
  const { uploadCreate: ticket } = await anna.graphql<{
    uploadCreate: { id: string; url: string; headers: Record<string, string>; userErrors: unknown[] };
  }>('mutation { uploadCreate(name: "plan.txt", mime: "text/plain", bytes: 5) { id url headers userErrors { code } } }');
  expect((await anna.send(ticket.url, { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'hello' })).status).toBe(
    404,
  );
  expect((await anna.send(ticket.url, { method: 'PUT', headers: ticket.headers, body: 'hello' })).status).toBe(204);
  const { messageFit } = await anna.graphql<{ messageFit: string[] }>(
    'query ($r: ID!, $c: ID!) { messageFit(routeId: $r, conversationId: $c, text: "Hi", html: "<b>Hi</b>") }',
    { r: (await look(conversationId)).replyRoutes[0]!.id, c: conversationId },
  );
  expect(messageFit).toEqual([]);
  const id = newId('message');
  const input = { id, conversationId, text: 'Here it is', html: '<p>Here it is</p>', uploadIds: [ticket.id], basedOn: before.id };
  const first = await send(input);
  expect(first).toMatchObject({
    message: { id, direction: 'OUTBOUND', author: { __typename: 'Agent', name: 'Anna' } },
    userErrors: [],
  });
  expect((await send(input)).message?.id).toBe(id);
  const done = await until(
    async () => {
      const item = (await look(conversationId)).items.nodes.find((one) => one.id === id);
      return item?.deliveryStatus === 'SENT' ? item : null;
    },
    { what: 'the answer to be sent' },
  );
  expect(done.deliveries).toMatchObject([
    { recipient: { value: 'bob@client.example' }, status: 'SENT', attempts: 1, reason: null, degraded: [] },
  ]);
  expect(done.attachments).toMatchObject([{ name: 'plan.txt', state: 'READY' }]);
  expect(sent.filter((message) => message.sendKey === id.slice(4))).toHaveLength(1);
  expect(await look(conversationId)).toMatchObject({ assignee: { name: 'Anna' }, deliveryStatus: null });
  const clash = await send({ ...input, text: 'Something else' });
  expect(clash).toMatchObject({
    message: null,
    userErrors: [{ __typename: 'ConflictError', code: 'CONFLICT', current: { id } }],
  });
});

test('what fails says so in the words of the far side, and goes out at the next try', async () => {
  const conversationId = await received();
  failNext = new ChannelFailure('rejected', '550 5.1.1 no such user');
  const { message } = await send({ conversationId, text: 'Hello?' });
  const failed = await until(
    async () => {
      const item = (await look(conversationId)).items.nodes.find((one) => one.id === message!.id);
      return item?.deliveryStatus === 'FAILED' ? item : null;
    },
    { what: 'the failure to be shown' },
  );
  expect(failed.deliveries[0]).toMatchObject({ status: 'FAILED', reason: '550 5.1.1 no such user' });
  const conversation = await look(conversationId);
  expect(conversation.deliveryStatus).toBe('FAILED');
  expect(conversation.items.nodes.at(-1)).toMatchObject({
    __typename: 'Event',
    type: 'delivery_failed',
    data: { messageId: message!.id },
  });
  const again = 'mutation ($id: ID!) { messageRetry(id: $id) { message { id deliveryStatus } userErrors { code } } }';
  expect(await anna.graphql(again, { id: message!.id })).toMatchObject({
    messageRetry: { message: { deliveryStatus: 'QUEUED' }, userErrors: [] },
  });
  await until(
    async () => (await look(conversationId)).items.nodes.find((one) => one.id === message!.id)?.deliveryStatus === 'SENT',
    {
      what: 'the second try',
    },
  );
  const late = 'mutation ($id: ID!) { messageCancel(id: $id) { message { id } userErrors { __typename code } } }';
  expect(await anna.graphql(late, { id: message!.id })).toMatchObject({
    messageCancel: { message: null, userErrors: [{ code: 'CONFLICT' }] },
  });
});

test('nothing is sent when something was said meanwhile, and outsiders send nothing at all', async () => {
  const event = mail(person('bob@client.example', 'Bob'));
  const conversationId = await received(event);
  const seen = (await look(conversationId)).items.nodes.at(-1)!;
  expect(await received(mail(person('bob@client.example'), { thread: { answers: event.knownAs } }))).toBe(conversationId);
  const stale = await send({ conversationId, text: 'Too late', basedOn: seen.id });
  expect(stale.message).toBeNull();
  expect(stale.userErrors).toMatchObject([{ __typename: 'StaleError', code: 'STALE', unseen: [{ __typename: 'Message' }] }]);
  expect((await send({ conversationId, text: 'Hi' }, outsider)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect((await send({ conversationId, text: 'Hi' }, owner)).userErrors).toMatchObject([{ code: 'NOT_A_MEMBER' }]);
  const comment = await send({ conversationId, direction: 'INTERNAL', text: 'Look at this' });
  expect(comment).toMatchObject({ message: { direction: 'INTERNAL', deliveries: [], deliveryStatus: null }, userErrors: [] });
});

test('the ledger shows admins everything that came in, with its source and its ending', async () => {
  const { hash } = await server.get(Storage).put(Buffer.from('Subject: odd\r\n\r\n\u0000'));
  await server.get(Intake).receive(channelId, [{ externalId: 'odd', rawHash: hash, meta: {} }], { history: false, epoch: null });
  const query = `query ($state: [InboundState!]) { inboundItems(channelId: "${channelId}", state: $state, first: 3) {
    position nodes { id state reason unparsed rawUrl receivedAt channel { name } conversation { id } } pageInfo { hasNextPage endCursor } } }`;
  interface Ledger {
    inboundItems: { nodes: { id: string; state: string; rawUrl: string | null }[]; pageInfo: { hasNextPage: boolean } };
  }
  const { inboundItems } = await owner.graphql<Ledger>(query);
  expect(inboundItems.nodes[0]).toMatchObject({
    channel: { name: 'Support mail' },
    rawUrl: expect.stringMatching(/^\/files\/inbound\/inm_/),
  });
  expect(inboundItems.pageInfo.hasNextPage).toBe(true);
  const raw = await owner.get(inboundItems.nodes[0]!.rawUrl!);
  expect([raw.status, raw.text]).toEqual([200, 'Subject: odd\r\n\r\n\u0000']);
  expect((await anna.get(inboundItems.nodes[0]!.rawUrl!)).status).toBe(404);
  expect((await anna.ask(query)).errors).not.toEqual([]);
  const delivered = await owner.graphql<Ledger>(query, { state: ['DELIVERED'] });
  expect(delivered.inboundItems.nodes.every((item) => item.state === 'DELIVERED')).toBe(true);
  const replay = 'mutation ($id: ID!) { inboundItemReplay(id: $id) { inboundItem { id } userErrors { code } } }';
  expect(await owner.graphql(replay, { id: delivered.inboundItems.nodes[0]!.id })).toMatchObject({
    inboundItemReplay: { inboundItem: null, userErrors: [{ code: 'INVALID' }] },
  });
});
