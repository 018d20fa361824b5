import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeAgent, makeInbox, setMembers } from '../server/world.js';
import { until } from '../support/until.js';
import { EchoNetwork } from './echo-network.js';
import { packageFolder } from './plugin-server.js';

let server: TestServer;
let owner: TestClient;
let network: EchoNetwork;
let inboxId: string;

beforeAll(async () => {
  [server, network] = [await TestServer.start(), await EchoNetwork.open()];
  owner = await server.signIn();
  inboxId = await makeInbox(owner, 'Support');
}, 240_000);
afterAll(async () => {
  await server.close();
  await network.close();
});

const INSTALL = `mutation ($source: String!, $approve: Boolean!) { pluginInstall(source: $source, approve: $approve) {
  plugin { id name version state bundled running channelTypes } permissions grants { kind values } name version userErrors { code message path } } }`;
const PLUGINS =
  '{ plugins { id name title(language: "nl") version apiVersion bundled state stateMessage permissions channelTypes running restarts memoryBytes } }';
const TYPES = `{ channelTypes { type title(language: "nl") icon settingsSchema hasSetup plugin { id }
  capabilities { outbound continuity maxTextLength formats compose files choices receipts replyWindowHours } } }`;
const CHANNEL = `id version name account active authorized state stateMessage settings secretsSet type { type title } inbox { id name }`;
const SETUP = `mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { step form redirectUrl display
  channel { ${CHANNEL} } checks { title ok message fix } userErrors { __typename code message path ... on ConflictError { current { id } } } } }`;
const TEST = `mutation ($input: ChannelTestInput!) { channelTest(input: $input) { ok account checks { title ok } userErrors { code path message } } }`;

interface Plugin {
  id: string;
  [field: string]: unknown;
}
const plugin = async (id: string): Promise<Plugin | undefined> =>
  (await owner.graphql<{ plugins: Plugin[] }>(PLUGINS)).plugins.find((known) => known.id === id);
const channels = async (client: TestClient): Promise<Record<string, unknown>[]> => {
  const { inboxes } = await client.graphql<{ inboxes: { id: string; channels: Record<string, unknown>[] }[] }>(
    `{ inboxes { id channels { ${CHANNEL} } } }`,
  );
  return inboxes.flatMap((inbox) => inbox.channels);
};
const setup = async (input: Record<string, unknown>) =>
  (await owner.graphql<{ channelSetup: Record<string, unknown> }>(SETUP, { input: { inboxId, type: 'echo', ...input } }))
    .channelSetup;

test('a plugin is shown before it is approved, then runs without a restart, and a whole conversation goes through it', async () => {
  const before = await owner.graphql<{ pluginInstall: unknown }>(INSTALL, { source: packageFolder('echo'), approve: false });
  expect(before.pluginInstall).toEqual({
    plugin: null,
    name: '@test/echo',
    version: '1.0.0',
    permissions: expect.arrayContaining(['Connect to 127.0.0.1:*.']),
    grants: expect.arrayContaining([
      { kind: 'NETWORK', values: ['127.0.0.1:*'] },
      { kind: 'RAW_CONNECTIONS', values: [] },
    ]),
    userErrors: [],
  });
  expect(await plugin('plg_echo')).toBeUndefined();
  const { pluginInstall } = await owner.graphql<{ pluginInstall: unknown }>(INSTALL, {
    source: packageFolder('echo'),
    approve: true,
  });
  expect(pluginInstall).toMatchObject({ plugin: { id: 'plg_echo', state: 'ENABLED', bundled: false }, userErrors: [] });
  expect(await plugin('plg_echo')).toMatchObject({ name: '@test/echo', title: 'Echo' });
  expect(await plugin('plg_form')).toMatchObject({ title: 'Formulier' });

  const { channelTypes } = await owner.graphql<{ channelTypes: { type: string }[] }>(TYPES);
  expect(channelTypes.find(({ type }) => type === 'echo')).toMatchObject({
    title: 'Echo',
    hasSetup: false,
    plugin: { id: 'plg_echo' },
    capabilities: { outbound: 'INITIATE', formats: ['bold'], files: null, maxTextLength: null, replyWindowHours: null },
    settingsSchema: { properties: { token: { 'x-secret': true } } },
  });

  const form = await setup({});
  expect(form).toMatchObject({
    step: 'settings',
    form: { schema: { type: 'object' }, values: {}, secretsSet: [] },
    channel: null,
  });
  const id = newId('channel');
  const made = await setup({ id, step: 'settings', data: { url: network.url, token: network.token } });
  expect(made).toMatchObject({
    step: null,
    checks: [{ title: 'Sign-in', ok: true, message: null, fix: null }],
    userErrors: [],
    channel: {
      id,
      name: 'Echo of shop',
      account: 'shop',
      state: 'STARTING',
      settings: { note: 'none' },
      secretsSet: ['token'],
      inbox: { id: inboxId },
    },
  });
  await until(async () => (await channels(owner)).some(({ state }) => state === 'CONNECTED'));

  network.write('ada', 'Is anybody there?');
  const conversation = await until(
    async () => {
      const { conversations } = await owner.graphql<{ conversations: { nodes: { id: string; preview: string }[] } }>(
        '{ conversations { nodes { id preview } } }',
      );
      return conversations.nodes.find(({ preview }) => preview.includes('Is anybody there?'));
    },
    { what: 'the conversation' },
  );
  const { channel: at } = await owner.graphql<{ channel: { lastInboundAt: string | null } }>(
    'query ($id: ID!) { channel: node(id: $id) { ... on Channel { lastInboundAt } } }',
    { id },
  );
  expect(at.lastInboundAt).not.toBeNull();
  await owner.graphql('mutation ($ids: [ID!]!) { conversationAssign(input: { ids: $ids }) { userErrors { message } } }', {
    ids: [conversation?.id],
  });
  const agent = await makeAgent(server, owner, 'Bram');
  const { messageSend } = await agent.browser.graphql<{ messageSend: { userErrors: unknown[] } }>(
    'mutation ($input: MessageSendInput!) { messageSend(input: $input) { message { id } userErrors { code message } } }',
    { input: { id: newId('message'), conversationId: conversation?.id, text: 'Yes, we are.' } },
  );
  expect(messageSend.userErrors).toEqual([]);
  await until(() => network.sent.length === 1, { deadlineMs: 60_000, what: 'the reply on the far side' });
  expect(network.sent[0]).toMatchObject({ to: 'ada', text: 'Yes, we are.' });
  expect(await plugin('plg_echo')).toMatchObject({ running: true, restarts: 0, memoryBytes: expect.any(Number) });
}, 240_000);

test('what is wrong is told with its place, and nothing is kept', async () => {
  const wrong = await setup({ step: 'settings', data: { url: 'nonsense' } });
  expect(wrong).toMatchObject({
    channel: null,
    userErrors: [
      { __typename: 'InputError', code: 'INVALID', path: ['input', 'data', 'url'] },
      { __typename: 'InputError', code: 'INVALID', path: ['input', 'data', 'token'], message: 'This is needed.' },
    ],
  });
  const taken = await setup({ step: 'settings', data: { url: network.url, token: network.token } });
  const [known] = await channels(owner);
  expect(taken).toMatchObject({
    userErrors: [{ __typename: 'ConflictError', code: 'CONFLICT', current: { id: known?.['id'] } }],
  });
  const test = async (input: object) => (await owner.graphql<{ channelTest: unknown }>(TEST, { input })).channelTest;
  expect(await test({ type: 'echo', settings: { url: network.url, token: 'wrong' } })).toMatchObject({
    ok: false,
    userErrors: [{ code: 'CHANNEL_DOWN', message: 'The token is refused.' }],
  });
  const kept = { type: 'echo', channelId: known?.['id'], settings: { url: network.url, token: '' } };
  expect(await test(kept)).toEqual({ ok: true, account: 'shop', checks: [{ title: 'Sign-in', ok: true }], userErrors: [] });
  expect(await test({ type: 'nothing', settings: {} })).toMatchObject({
    ok: false,
    userErrors: [{ code: 'NOT_FOUND', path: ['input', 'type'] }],
  });
});

test('members see the channels of their inboxes without the settings; only admins change them', async () => {
  const cas = await makeAgent(server, owner, 'Cas');
  expect(await channels(cas.browser)).toMatchObject([{ account: 'shop', settings: null, secretsSet: [] }]);
  const refused = await cas.browser.ask('mutation ($id: ID!) { channelSetActive(id: $id, active: false) { channel { id } } }', {
    id: 'x',
  });
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  await setMembers(owner, inboxId, []);
  expect(await channels(cas.browser)).toEqual([]);
  const [channel] = await channels(owner);
  const node = await cas.browser.graphql<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id: channel?.['id'] });
  expect(node).toEqual({ node: null });
});

test('states of channels and plugins are told live', async () => {
  const socket = await owner.socket();
  const { conversations } = await owner.graphql<{ conversations: { position: string } }>('{ conversations { position } }');
  const live = socket.subscribe<{ event: string; node: { __typename: string; state?: string; plugin?: string } | null }>(
    `subscription ($after: String) { changes(scope: { workspace: true }, after: $after) { event nodeId node { __typename id ... on Channel { state } ... on Plugin { plugin: state } } } }`,
    { after: conversations.position },
  );
  const [channel] = await channels(owner);
  const setActive = (active: boolean) =>
    owner.graphql<{ channelSetActive: unknown }>(
      'mutation ($id: ID!, $active: Boolean!) { channelSetActive(id: $id, active: $active) { channel { state active } userErrors { code } } }',
      { id: channel?.['id'], active },
    );
  expect(await setActive(false)).toEqual({ channelSetActive: { channel: { state: 'PAUSED', active: false }, userErrors: [] } });
  await live.find(({ node }) => node?.__typename === 'Channel' && node.state === 'PAUSED');
  await setActive(true);
  await live.find(({ node }) => node?.__typename === 'Channel' && node.state === 'CONNECTED');
  const setEnabled =
    'mutation ($id: ID!, $enabled: Boolean!) { pluginSetEnabled(id: $id, enabled: $enabled) { plugin { state } userErrors { code } } }';
  await owner.graphql(setEnabled, { id: 'plg_echo', enabled: false });
  await live.find(({ node }) => node?.__typename === 'Plugin' && node.plugin === 'DISABLED');
  await live.find(({ node }) => node?.__typename === 'Channel' && node.state === 'FAILED');
  const { pluginRemove } = await owner.graphql<{ pluginRemove: unknown }>(
    'mutation { pluginRemove(id: "plg_echo") { deletedIds userErrors { code message } } }',
  );
  expect(pluginRemove).toMatchObject({
    deletedIds: [],
    userErrors: [{ code: 'CONFLICT', message: expect.stringContaining('Echo of shop') }],
  });
  await socket.close();
});

test('a channel is removed for good: what was said stays, what waited fails, its account is free and its plugin can go (S55, N11)', async () => {
  const [channel] = await channels(owner);
  const id = channel?.['id'] as string;
  const { conversations } = await owner.graphql<{ conversations: { nodes: { id: string }[] } }>(
    '{ conversations { nodes { id } } }',
  );
  const conversationId = conversations.nodes[0]?.id;
  const waiting = newId('message');
  const eva = await makeAgent(server, owner, 'Eva');
  await setMembers(owner, inboxId, [eva.id]);
  const SEND = 'mutation ($input: MessageSendInput!) { messageSend(input: $input) { userErrors { code message } } }';
  const sent = await eva.browser.graphql(SEND, { input: { id: waiting, conversationId, text: 'While it is off.' } });
  expect(sent).toEqual({ messageSend: { userErrors: [] } });
  const remove = async (client: TestClient) =>
    client.ask<{ channelRemove: { channel: object | null; userErrors: object[] } }>(
      'mutation ($id: ID!) { channelRemove(id: $id) { channel { id active state removedAt settings secretsSet } userErrors { code path } } }',
      { id },
    );
  expect((await remove(eva.browser)).errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  const RULES =
    'mutation ($input: RoutingSaveInput!) { routingSave(input: $input) { inbox { routing { rules { channel { id } } } } userErrors { code } } }';
  const rule = { mode: 'UNASSIGNED', strategy: 'RANDOM', agentIds: [], teamIds: [] };
  const rules = async (...channelIds: (string | null)[]) =>
    owner.graphql(RULES, { input: { inboxId, rules: channelIds.map((channelId) => ({ ...rule, channelId })) } });
  const LIMITS = 'mutation ($input: SlaPolicySaveInput!) { slaPolicySave(input: $input) { userErrors { code } } }';
  await rules(null, id);
  await owner.graphql(LIMITS, { input: { inboxId, channelId: id, firstMinutes: 60, counts: 'ALWAYS' } });
  const gone = { id, active: false, state: 'DISCONNECTED', removedAt: expect.any(String), settings: {}, secretsSet: [] };
  expect((await remove(owner)).data?.channelRemove).toEqual({ channel: gone, userErrors: [] });
  expect((await remove(owner)).data?.channelRemove).toEqual({ channel: gone, userErrors: [] });
  expect(await channels(owner)).toEqual([]);
  const HELD =
    'query ($id: ID!) { inbox: node(id: $id) { ... on Inbox { routing { rules { channel { id } } } slaPolicies { version } } } }';
  expect(await owner.graphql(HELD, { id: inboxId })).toEqual({
    inbox: { routing: { rules: [{ channel: null }] }, slaPolicies: [] },
  });

  await until(
    async () => {
      const { message } = await eva.browser.graphql<{ message: { delivery: string; channel: { account: string } } | null }>(
        'query ($id: ID!) { message: node(id: $id) { ... on Message { delivery: deliveryStatus channel { account } } } }',
        { id: waiting },
      );
      return message?.delivery === 'FAILED' && message.channel.account === 'shop';
    },
    { deadlineMs: 60_000, what: 'the answer that can’t go out any more' },
  );
  const REMOVE = 'mutation { pluginRemove(id: "plg_echo") { deletedIds userErrors { code } } }';
  const setEnabled = 'mutation { pluginSetEnabled(id: "plg_echo", enabled: true) { plugin { state } userErrors { code } } }';
  await owner.graphql(setEnabled);
  const anew = newId('channel');
  const made = await setup({ id: anew, step: 'settings', data: { url: network.url, token: network.token } });
  expect(made).toMatchObject({ channel: { id: anew, account: 'shop' }, userErrors: [] });
  await until(async () => (await channels(owner)).some(({ state }) => state === 'CONNECTED'));
  await owner.graphql('mutation ($id: ID!) { channelRemove(id: $id) { userErrors { code } } }', { id: anew });
  expect(await owner.graphql(REMOVE)).toEqual({ pluginRemove: { deletedIds: ['plg_echo'], userErrors: [] } });
}, 240_000);
