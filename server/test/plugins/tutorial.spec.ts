import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { Author, stepsOf } from './author.js';
import { TelegramNetwork } from './telegram-network.js';

const ADA = 55_501;
let author: Author;
let telegram: TelegramNetwork;
let server: TestServer;
let owner: TestClient;
const said: string[] = [];

beforeAll(async () => {
  [author, telegram] = [await Author.begin(), await TelegramNetwork.open()];
  telegram.person(ADA, 'Ada', 'Berg');
  for (const step of await stepsOf('plugins/sdk/docs/tutorial.md')) {
    if ('file' in step) await author.write(step.file, step.text);
    else said.push(await author.type(step.commands));
  }
  const publisher = /^my-shop=\S+$/m.exec(said.join(''))?.[0] ?? '';
  server = await TestServer.start({
    env: { BALIE_PLUGIN_TELEGRAM_API_URL: telegram.url, BALIE_PLUGINS_PUBLISHERS: publisher, BALIE_PLUGINS_SIGNED_ONLY: 'yes' },
  });
  owner = await server.signIn();
}, 900_000);
afterAll(async () => {
  await server?.close();
  telegram.close();
  await author.end();
}, 240_000);

interface Item {
  id: string;
  text: string;
  deliveryStatus: string | null;
  viewerMay: string[];
  parts: { type: string }[];
  attachments: { name: string; mime: string; url: string | null }[];
}
interface Talk {
  id: string;
  channelView: string;
  contact: { name: string };
  items: { nodes: Item[] };
}
const TALKS = `{ conversations(first: 5) { nodes { id channelView contact { name } items(last: 20) { nodes { ... on Message {
  id text deliveryStatus viewerMay parts { type } attachments { name mime url } } } } } } }`;

/** The one conversation, once a message of it is as it should be. */
async function item(what: string, holds: (item: Item) => unknown): Promise<{ talk: Talk; item: Item }> {
  return until(
    async () => {
      const { nodes } = (await owner.graphql<{ conversations: { nodes: Talk[] } }>(TALKS)).conversations;
      const found = nodes.flatMap((talk) => talk.items.nodes.map((one) => ({ talk, item: one })));
      return found.find(({ item: one }) => one.text !== undefined && holds(one)) ?? null;
    },
    { what, deadlineMs: 60_000, everyMs: 250 },
  ) as Promise<{ talk: Talk; item: Item }>;
}
const worded = (text: string) => item(`“${text}”`, (one) => one.text === text);
const inState = (text: string, status: string) =>
  item(`“${text}” to be ${status}`, (one) => one.text === text && one.deliveryStatus === status);

async function reply(conversationId: string, text: string, uploadIds: string[] = []): Promise<void> {
  const { messageSend } = await owner.graphql<{ messageSend: { userErrors: unknown[] } }>(
    'mutation ($input: MessageSendInput!) { messageSend(input: $input) { userErrors { message } } }',
    { input: { id: newId('message'), conversationId, text, uploadIds } },
  );
  expect(messageSend.userErrors).toEqual([]);
}

async function upload(name: string, mime: string, bytes: string): Promise<string> {
  const { uploadCreate } = await owner.graphql<{ uploadCreate: { id: string; url: string; headers: Record<string, string> } }>(
    'mutation ($name: String!, $mime: String!, $bytes: Int!) { uploadCreate(name: $name, mime: $mime, bytes: $bytes) { id url headers } }',
    { name, mime, bytes: bytes.length },
  );
  const { url, headers } = uploadCreate;
  expect((await fetch(new URL(url, server.url), { method: 'PUT', headers, body: bytes })).ok).toBe(true);
  return uploadCreate.id;
}

test('the page, typed as it stands, makes a plugin that passes the conformance kit and its own tests (N18, N21)', () => {
  const all = said.join('');
  expect(all).toContain('balie-plugin-telegram 0.1.0: passed, 1 left out');
  expect(all).toContain('– telegram: webhooks verify');
  expect(all).not.toContain('✗');
  expect(all).toMatch(/pass 4\b[\s\S]*fail 0\b/);
  // Nothing came from anywhere else.
  expect(author.registry.missed).toEqual([]);
});

test('packed and signed, it is installed into a running Balie, which shows what it asks for and by whom it is (N20)', async () => {
  const packed = (await readdir(author.cwd)).find((name) => /^balie-plugin-telegram-.*\.tgz$/.test(name)) ?? '';
  const install = (approve: boolean) =>
    owner.graphql<{ pluginInstall: { plugin: unknown; permissions: string[]; userErrors: unknown[] } }>(
      `mutation ($source: String!, $approve: Boolean!) { pluginInstall(source: $source, approve: $approve) {
        plugin { name version state channelTypes signedBy } permissions signature signedBy userErrors { message } } }`,
      { source: path.join(author.cwd, packed), approve },
    );
  const offer = await install(false);
  expect(offer.pluginInstall).toMatchObject({ plugin: null, signature: 'TRUSTED', signedBy: 'my-shop', userErrors: [] });
  expect(offer.pluginInstall.permissions[0]).toBe('Connect to api.telegram.org:443, 127.0.0.1:*.');
  expect((await install(true)).pluginInstall).toMatchObject({
    plugin: {
      name: 'balie-plugin-telegram',
      version: '0.1.0',
      state: 'ENABLED',
      channelTypes: ['telegram'],
      signedBy: 'my-shop',
    },
    userErrors: [],
  });
});

test('a bot is connected by its token, which is proved; one with a webhook is asked about first', async () => {
  const [id, inboxId] = [newId('channel'), await makeInbox(owner, 'Shop')];
  const connect = async (data: object) => {
    const { channelSetup } = await owner.graphql<{ channelSetup: Record<string, unknown> }>(
      `mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { channel { name account settings }
        checks { title ok message fix } userErrors { code message } } }`,
      { input: { id, inboxId, type: 'telegram', step: 'settings', data, reauth: false } },
    );
    return channelSetup;
  };
  expect(await connect({ token: 'hello' })).toMatchObject({ channel: null, userErrors: [{ code: 'INVALID' }] });
  const wrong = `${telegram.token.slice(0, -2)}99`;
  expect(await connect({ token: wrong })).toMatchObject({
    channel: null,
    userErrors: [{ message: expect.stringContaining('Unauthorized') }],
  });
  telegram.webhook = 'https://old.example.com/hook';
  const asked = await connect({ token: telegram.token });
  expect(asked).toMatchObject({
    channel: null,
    checks: [
      { ok: true },
      { ok: false, message: expect.stringContaining('old.example.com'), fix: { setting: 'takeOver', value: true } },
    ],
  });
  const taken = await connect({ token: telegram.token, takeOver: true });
  expect(taken).toMatchObject({ channel: { name: '@bike_shop_bot', account: '987654' }, userErrors: [] });
  expect(JSON.stringify(taken)).not.toContain(telegram.token);
  expect(telegram.webhook).toBe('');
});

test('what a customer writes becomes a conversation, and the answer arrives at Telegram', async () => {
  telegram.write(ADA, { text: 'Do you have the red one?' });
  const { talk } = await worded('Do you have the red one?');
  expect(talk).toMatchObject({ channelView: 'telegram', contact: { name: 'Ada Berg' } });
  await reply(talk.id, 'Yes, since Monday.');
  await inState('Yes, since Monday.', 'SENT');
  expect(telegram.sent).toMatchObject([{ method: 'sendMessage', to: String(ADA), text: 'Yes, since Monday.' }]);
});

test('photos and documents go both ways, and what is edited there is edited here', async () => {
  telegram.file('photo-big', 'photos/file_7.jpg', 'image/jpeg', 'the picture in full');
  const number = telegram.write(ADA, {
    caption: 'This one',
    photo: [
      { file_id: 'photo-small', file_unique_id: 's', width: 90, height: 67 },
      { file_id: 'photo-big', file_unique_id: 'b', width: 1280, height: 960, file_size: 19 },
    ],
  });
  const { talk, item: shown } = await item('the picture', (one) => one.text === 'This one' && one.attachments[0]?.url);
  expect(shown.attachments).toMatchObject([{ name: 'photo.jpg', mime: 'image/jpeg' }]);
  const file = await owner.get(new URL(shown.attachments[0]?.url ?? '', server.url).href.slice(server.url.length));
  expect(file.text).toBe('the picture in full');

  telegram.edit(ADA, number, { text: 'This one, in blue' });
  expect((await worded('This one, in blue')).item.parts.map(({ type }) => type)).toContain('edited');

  const uploads = [
    await upload('price.pdf', 'application/pdf', '%PDF-1.4 price'),
    await upload('blue.png', 'image/png', 'pixels'),
  ];
  await reply(talk.id, 'Here it is.', uploads);
  await inState('Here it is.', 'SENT');
  const files = telegram.sent.slice(-2).map(({ method, file: sent }) => [method, sent?.name, sent?.type]);
  expect(files.toSorted()).toEqual([
    ['sendDocument', 'price.pdf', 'application/pdf'],
    ['sendPhoto', 'blue.png', 'image/png'],
  ]);
});

test('a limit is waited for, a person who has blocked the bot is said, and what is withdrawn is gone there', async () => {
  const { talk, item: first } = await worded('Yes, since Monday.');
  telegram.refusals.push({ error_code: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } });
  await reply(talk.id, 'Still there?');
  await inState('Still there?', 'SENT');
  telegram.refusals.push({ error_code: 403, description: 'Forbidden: bot was blocked by the user' });
  await reply(talk.id, 'Hello?');
  await inState('Hello?', 'FAILED');
  expect(telegram.sent.filter(({ text }) => text === 'Still there?')).toHaveLength(1);

  expect(first.viewerMay).toEqual(['WITHDRAW']);
  await owner.graphql('mutation ($id: ID!) { messageAmend(id: $id) { userErrors { message } } }', { id: first.id });
  const gone = telegram.sent.find(({ text }) => text === 'Yes, since Monday.')?.id;
  await until(() => telegram.deleted.includes(gone ?? 0), { what: 'the message to be gone', deadlineMs: 60_000 });
  expect(telegram.faults).toEqual([]);
});

test('the same bot may be called instead of asking: what Telegram hands over with its secret comes in, once, and nothing else', async () => {
  const { channels, id: inboxId } = (
    await owner.graphql<{ inboxes: { id: string; channels: { id: string; type: { type: string } }[] }[] }>(
      '{ inboxes { id channels { id type { type } } } }',
    )
  ).inboxes.find((inbox) => inbox.channels.some(({ type }) => type.type === 'telegram'))!;
  const id = channels[0]!.id;
  const connect = async (called: boolean) => {
    const data = { token: telegram.token, takeOver: false, called };
    const { channelSetup } = await owner.graphql<{ channelSetup: { userErrors: object[] } }>(
      'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message } } }',
      { input: { id, inboxId, type: 'telegram', step: 'settings', data, reauth: false } },
    );
    expect(channelSetup.userErrors).toEqual([]);
  };
  await connect(true);
  expect(new URL(telegram.webhook).pathname).toBe(`/p/telegram/hooks/${id}/updates`);
  telegram.write(ADA, { text: 'By a call' });
  expect(await telegram.callAt(server.url, 'another secret')).toEqual([401]);
  expect(await telegram.callAt(server.url)).toEqual([200]);
  expect(await telegram.callAt(server.url)).toEqual([200]);
  const { talk } = await worded('By a call');
  expect(talk.items.nodes.filter(({ text }) => text === 'By a call')).toHaveLength(1);
  await connect(false);
  expect(telegram.webhook).toBe('');
  // What it had called about it now hands over, too.
  telegram.write(ADA, { text: 'Asked for again' });
  const after = await worded('Asked for again');
  expect(after.talk.items.nodes.filter(({ text }) => text === 'By a call')).toHaveLength(1);
  expect(telegram.faults).toEqual([]);
});
