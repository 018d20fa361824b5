import { Socket } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { create } from 'tar';
import { newId } from '../../src/kernel/ids.js';
import { temporaryFolder, TestServer } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { EchoNetwork } from './echo-network.js';
import { packageFolder } from './plugin-server.js';

// No licence, no updates, no counting: nothing of Balie asks anybody whom it was not told to ask (N20, G12 66, 67).
let network: EchoNetwork;
let place: { path: string; remove(): Promise<void> };
const connects = jest.spyOn(Socket.prototype, 'connect');

beforeAll(async () => {
  [network, place] = [await EchoNetwork.open(), await temporaryFolder()];
});
afterAll(async () => {
  connects.mockRestore();
  await network.close();
  await place.remove();
});

/** Whom the server's process has connected to, by name or address; a socket that is a file counts as its path. */
function asked(): string[] {
  return connects.mock.calls.map((given) => {
    const [first, second] = (Array.isArray(given[0]) ? given[0] : given) as unknown[];
    if (typeof first !== 'object' || first === null) return typeof second === 'string' ? second : 'localhost';
    const { host, path: file } = first as { host?: string | null; path?: string | null };
    return host ?? file ?? 'localhost';
  });
}
const HERE = /^(127\.0\.0\.1|::1|localhost|\/.*)$/;

test('a server starts, installs a package from its disk, works, and starts again, and asks nobody outside', async () => {
  const file = path.join(place.path, 'echo.tgz');
  await create({ file, cwd: packageFolder('echo'), prefix: 'package', gzip: true }, ['.']);
  const server = await TestServer.start();
  try {
    const owner = await server.signIn();
    const { pluginInstall } = await owner.graphql<{ pluginInstall: { plugin: object; userErrors: object[] } }>(
      'mutation ($source: String!) { pluginInstall(source: $source, approve: true) { plugin { state } userErrors { message } } }',
      { source: file },
    );
    expect(pluginInstall).toEqual({ plugin: { state: 'ENABLED' }, userErrors: [] });
    const inboxId = await makeInbox(owner, 'Support');
    const data = { url: network.url, token: network.token };
    await owner.graphql('mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message } } }', {
      input: { id: newId('channel'), inboxId, type: 'echo', step: 'settings', data },
    });
    const arrived = async (text: string) => {
      network.write('ada', text);
      await until(
        async () => JSON.stringify(await owner.graphql('{ conversations(first: 5) { nodes { preview } } }')).includes(text),
        { deadlineMs: 60_000, what: text },
      );
    };
    await arrived('before');
    await server.restart();
    await arrived('after');
  } finally {
    await server.close();
  }
  expect(asked()).not.toEqual([]);
  expect(asked().filter((host) => !HERE.test(host))).toEqual([]);
}, 240_000);

test('who did ask somebody would be seen', async () => {
  await expect(fetch('http://licences.invalid/')).rejects.toThrow();
  await expect(fetch('https://updates.invalid/')).rejects.toThrow();
  expect(asked().filter((host) => !HERE.test(host))).toEqual(['licences.invalid', 'updates.invalid']);
});
