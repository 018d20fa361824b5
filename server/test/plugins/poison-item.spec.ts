import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { EchoNetwork } from './echo-network.js';
import { packageFolder } from './plugin-server.js';

let server: TestServer;
let owner: TestClient;
let network: EchoNetwork;
beforeAll(async () => {
  [server, network] = [await TestServer.start(), await EchoNetwork.open()];
  owner = await server.signIn();
}, 240_000);
afterAll(async () => {
  await server.close();
  await network.close();
});

interface Seen {
  text: string;
  unparsed: boolean;
  attachments: { name: string; url: string | null }[];
}

/** What stands in the inbox, the oldest first. */
async function seen(inboxId: string): Promise<Seen[]> {
  interface Answer {
    conversations: { nodes: { messages: { nodes: Seen[] } }[] };
  }
  const { conversations } = await owner.graphql<Answer>(
    `query ($inboxIds: [ID!]) { conversations(first: 10, filter: { inboxIds: $inboxIds }) {
       nodes { messages: items(first: 5) { nodes { ... on Message { text unparsed attachments { name url } } } } } } }`,
    { inboxIds: [inboxId] },
  );
  return conversations.nodes.flatMap(({ messages }) => messages.nodes);
}

test('what ends the process that tries to understand it is shown as it came, and what comes after it comes in (F20)', async () => {
  const done = (mutation: string, variables: object) =>
    owner.graphql<Record<string, { userErrors: object[] }>>(mutation, { ...variables });
  const install = 'mutation ($source: String!) { pluginInstall(source: $source, approve: true) { userErrors { message } } }';
  expect(await done(install, { source: packageFolder('echo') })).toEqual({ pluginInstall: { userErrors: [] } });
  const inboxId = await makeInbox(owner, 'Support');
  const setup = 'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message } } }';
  const data = { url: network.url, token: network.token };
  const connected = await done(setup, { input: { inboxId, type: 'echo', step: 'settings', data } });
  expect(connected).toEqual({ channelSetup: { userErrors: [] } });
  network.write('ada', 'poison');
  network.write('bob', 'a word after it');
  const both = (await until(
    async () => {
      const all = await seen(inboxId);
      return all.length === 2 ? all : null;
    },
    { what: 'both in the inbox', deadlineMs: 180_000, everyMs: 200 },
  )) as Seen[];
  const poisoned = both.find(({ unparsed }) => unparsed);
  expect(both.find(({ unparsed }) => !unparsed)).toMatchObject({ text: 'a word after it', attachments: [] });
  expect(poisoned?.attachments).toMatchObject([{ name: 'original.bin' }]);
  const original = await owner.get(poisoned?.attachments[0]?.url ?? '');
  expect(JSON.parse(original.text)).toMatchObject({ text: 'poison', from: 'ada' });
  const { plugins } = await owner.graphql<{ plugins: { id: string; state: string }[] }>('{ plugins { id state } }');
  expect(plugins).toContainEqual({ id: 'plg_echo', state: 'ENABLED' });
}, 240_000);
