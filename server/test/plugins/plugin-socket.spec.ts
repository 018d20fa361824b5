import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { temporaryFolder, TestServer } from '../server/server.js';
import { addMessage, makeConversation, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { EchoNetwork } from './echo-network.js';
import { packageFolder } from './plugin-server.js';

let server: TestServer;
let owner: TestClient;
let network: EchoNetwork;
let place: { path: string; remove(): Promise<void> };
let inboxId: string;
beforeAll(async () => {
  [server, network, place] = [await TestServer.start(), await EchoNetwork.open(), await temporaryFolder()];
  owner = await server.signIn();
  inboxId = await makeInbox(owner, 'Support');
}, 240_000);
afterAll(async () => {
  await server.close();
  await network.close();
  await place.remove();
});

interface Told {
  cursor: string;
  event: string;
  nodeId: string | null;
}
interface Page {
  changes: { changes: Told[]; position: string; hasMore: boolean };
}
const line = ({ cursor, event, nodeId }: Told): string => `${cursor} ${event} ${nodeId ?? ''}`;

/** All that the journal holds for the owner since a place. */
async function journal(after: string): Promise<string[]> {
  const read = `query ($after: String!) { changes(scope: { all: true }, after: $after, first: 100) {
    changes { cursor event nodeId } position hasMore } }`;
  const found: string[] = [];
  for (let position = after, more = true; more;) {
    const { changes } = await owner.graphql<Page>(read, { after: position });
    found.push(...changes.changes.map(line));
    [position, more] = [changes.position, changes.hasMore];
  }
  return found;
}

/** The echo plugin in another version. */
async function version(number: string): Promise<string> {
  const folder = path.join(place.path, number);
  await cp(packageFolder('echo'), folder, { recursive: true });
  const file = path.join(folder, 'package.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"1.0.0"', `"${number}"`));
  return folder;
}

/** Runs a mutation of a plugin; answers its version, and fails on what it refuses. */
async function change(call: string): Promise<string | undefined> {
  const field = call.slice(0, call.indexOf('('));
  const answer = await owner.graphql<Record<string, { plugin?: { version: string } | null; userErrors: { message: string }[] }>>(
    `mutation { ${call} { ${field === 'pluginRemove' ? 'deletedIds' : 'plugin { version }'} userErrors { message } } }`,
  );
  expect(answer[field]?.userErrors).toEqual([]);
  return answer[field]?.plugin?.version;
}
const install = (source: string) => change(`pluginInstall(source: ${JSON.stringify(source)}, approve: true)`);

test('a subscription runs over install, upgrade, roll back, off and on, and removal: no position is missed, none told twice, and the socket stays (N18)', async () => {
  const conversation = await makeConversation(server, inboxId, 'Meanwhile');
  const { changes } = await owner.graphql<Page>('{ changes(scope: { all: true }) { position } }');
  const start = changes.position;
  const socket = await owner.socket();
  const live = socket.subscribe<Told>(
    'subscription ($after: String) { changes(scope: { all: true }, after: $after) { cursor event nodeId } }',
    { after: start },
  );
  let writing = true;
  let written = 0;
  // Each when the one before was told, so that plugins have their turn, too.
  const traffic = (async () => {
    for (; writing; written += 1) {
      const told = live.events.length;
      await addMessage(server, conversation, `meanwhile ${written}`);
      await until(() => live.events.length > told, { deadlineMs: 60_000, everyMs: 50, what: 'the message is told' });
    }
  })();
  const more = async (): Promise<void> => {
    const before = written;
    await until(() => written > before + 1, { deadlineMs: 60_000, what: 'more traffic' });
  };
  const says = async (text: string): Promise<void> => {
    network.write('ada', text);
    await live.find(({ event }) => event.startsWith('message.'), text);
    await until(async () => (await previews()).includes(text), { deadlineMs: 60_000, what: text });
  };

  expect(await install(packageFolder('echo'))).toBe('1.0.0');
  const { channelSetup } = await owner.graphql<{ channelSetup: { userErrors: object[] } }>(
    'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message } } }',
    {
      input: { id: newId('channel'), inboxId, type: 'echo', step: 'settings', data: { url: network.url, token: network.token } },
    },
  );
  expect(channelSetup.userErrors).toEqual([]);
  await says('to the first');
  expect(await install(await version('2.0.0'))).toBe('2.0.0');
  await says('to the second');
  expect(await change('pluginRollBack(id: "plg_echo")')).toBe('1.0.0');
  await says('to the first again');
  await change('pluginSetEnabled(id: "plg_echo", enabled: false)');
  await more();
  await change('pluginSetEnabled(id: "plg_echo", enabled: true)');
  await says('to whom was away');
  expect(await install(packageFolder('helper'))).toBe('1.0.0');
  await more();
  await change('pluginRemove(id: "plg_helper")');
  await more();

  writing = false;
  await traffic;
  const all = await journal(start);
  await until(() => live.events.length >= all.length, { deadlineMs: 60_000, what: 'all of it' });
  expect(live.events.map(line)).toEqual(all);
  const events = all.map((each) => each.split(' ')[1]);
  for (const event of ['plugin.created', 'plugin.updated', 'plugin.deleted', 'channel.created']) expect(events).toContain(event);
  expect([live.completed, live.errors, socket.closed]).toEqual([false, [], null]);
  await socket.close();
}, 240_000);

async function previews(): Promise<string> {
  const { conversations } = await owner.graphql<{ conversations: { nodes: { preview: string }[] } }>(
    '{ conversations(first: 20) { nodes { preview } } }',
  );
  return conversations.nodes.map(({ preview }) => preview).join('\n');
}
