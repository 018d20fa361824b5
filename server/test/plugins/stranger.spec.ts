import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { Author, stepsOf } from './author.js';

// Somebody who has read nothing but the first lines of the SDK's README, which are typed here as they stand (N18, N21).
interface Far {
  settings: Record<string, string>;
  arrived(): string[];
  hook(text: string, at: Date): { name: string; request: { headers: Record<string, string>; body: Buffer } };
  close(): Promise<void>;
}
let author: Author;
let server: TestServer;
let owner: TestClient;
let far: Far;
let said = '';
const LATE = { deadlineMs: 60_000, everyMs: 200 };

beforeAll(async () => {
  author = await Author.begin();
  for (const step of await stepsOf('plugins/sdk/README.md')) if ('commands' in step) said += await author.type(step.commands);
  server = await TestServer.start();
  owner = await server.signIn();
}, 600_000);
afterAll(async () => {
  await far?.close();
  await server?.close();
  await author.end();
}, 240_000);

test('the first lines make a channel that is installed, tried and packed, and nothing is asked of anybody but for its two libraries', () => {
  expect(said).toContain('balie-plugin-my-network 0.1.0: passed');
  expect(said).not.toContain('✗');
  expect(said).toMatch(/pass 1\b[\s\S]*fail 0\b/);
  expect(author.registry.missed).toEqual([]);
});

test('what was packed is installed into a running Balie and carries messages both ways', async () => {
  const packed = (await readdir(author.cwd)).find((name) => name.endsWith('.tgz')) ?? '';
  const { pluginInstall } = await owner.graphql<{ pluginInstall: { plugin: object; userErrors: object[] } }>(
    `mutation ($source: String!) { pluginInstall(source: $source, approve: true) { plugin { name state channelTypes }
      userErrors { message } } }`,
    { source: path.join(author.cwd, packed) },
  );
  expect(pluginInstall).toEqual({
    plugin: { name: 'balie-plugin-my-network', state: 'ENABLED', channelTypes: ['my-network'] },
    userErrors: [],
  });

  const module = (await import(path.join(author.cwd, 'conformance.mjs'))) as {
    default: { channels: Record<string, () => Promise<Far>> };
  };
  far = await module.default.channels['my-network']!();
  const [id, inboxId] = [newId('channel'), await makeInbox(owner, 'Support')];
  const { channelSetup } = await owner.graphql<{ channelSetup: { channel: object; userErrors: object[] } }>(
    `mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { channel { account secretsSet }
      userErrors { message } } }`,
    { input: { id, inboxId, type: 'my-network', step: 'settings', data: far.settings } },
  );
  expect(channelSetup).toEqual({ channel: { account: 'shop', secretsSet: ['token'] }, userErrors: [] });

  const { name, request } = far.hook('Is anybody there?', new Date());
  const hook = `${server.url}/p/my-network/hooks/${id}/${name}`;
  expect((await fetch(hook, { method: 'POST', headers: request.headers, body: Uint8Array.from(request.body) })).status).toBe(200);
  interface Talk {
    id: string;
    preview: string;
  }
  const talk = (await until(
    async () => {
      const { conversations } = await owner.graphql<{ conversations: { nodes: Talk[] } }>(
        '{ conversations(first: 5) { nodes { id preview } } }',
      );
      return conversations.nodes.find(({ preview }) => preview === 'Is anybody there?');
    },
    { ...LATE, what: 'the conversation' },
  )) as Talk;
  await owner.graphql('mutation ($input: MessageSendInput!) { messageSend(input: $input) { userErrors { message } } }', {
    input: { id: newId('message'), conversationId: talk.id, text: 'We are.' },
  });
  await until(() => far.arrived().includes('We are.'), { ...LATE, what: 'the answer over there' });
}, 240_000);
