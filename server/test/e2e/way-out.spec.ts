import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer as createProxy, request as ask, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import { readConfig } from '../../src/app/config.js';
import { trustAuthorities } from '../../src/app/authorities.js';
import { withBucket } from '../../src/app/files.js';
import { pluginEnvironment } from '../../src/app/plugin-environment.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeConversation, makeInbox } from '../server/world.js';
import { type S3Server, startS3 } from '../support/s3-server.js';
import { until } from '../support/until.js';

// A house whose servers reach others only through its proxy, and sign their certificates themselves (issue 8: outgoing proxy, own CA).
let folder: string;
let proxy: Server;
let hooks: Server;
let files: Server;
let s3: S3Server;
let server: TestServer;
let owner: TestClient;
const led: string[] = [];
const got: string[] = [];

const portOf = (one: Server): number => (one.address() as AddressInfo).port;
const listen = (one: Server): Promise<void> => new Promise((resolve) => one.listen(0, '127.0.0.1', resolve));
const openssl = (...args: string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });

/** An authority of the house, and a certificate of a name that only its proxy knows. */
function makeCertificates(): void {
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '2',
    '-subj',
    '/CN=The house',
  );
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'hooks.key', '-out', 'hooks.csr', '-subj', '/CN=hooks.house.test');
  openssl(...'x509 -req -in hooks.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -out hooks.pem -extfile names'.split(' '));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balie-house-'));
  await writeFile(join(folder, 'names'), 'subjectAltName=DNS:hooks.house.test,DNS:files.house.test\n');
  makeCertificates();
  const [key, cert] = await Promise.all(['hooks.key', 'hooks.pem'].map((name) => readFile(join(folder, name))));
  hooks = createSecure({ key: key!, cert: cert! }, (request, response) => {
    got.push(`${request.method} ${request.headers.host}${request.url}`);
    request.resume().on('end', () => response.writeHead(204).end());
  });
  await listen(hooks);
  s3 = await startS3('balie');
  // A storage that is reached by TLS only, under a name that only the proxy knows.
  files = createSecure({ key: key!, cert: cert! }, (request, response) => {
    const { method = 'GET', url: path, headers } = request;
    const on = ask(new URL(path ?? '/', s3.endpoint), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(on);
  });
  await listen(files);
  proxy = createProxy();
  proxy.on('connect', ({ url = '', headers }, socket) => {
    led.push(`${url} ${headers['proxy-authorization']}`);
    const far = connect(portOf(url.startsWith('files.') ? files : hooks), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      far.pipe(socket).pipe(far);
    });
    for (const end of [far, socket]) end.on('error', () => [far, socket].forEach((one) => one.destroy()));
  });
  await listen(proxy);
  const env = { BALIE_OUTGOING_PROXY: `http://house:secret@127.0.0.1:${portOf(proxy)}`, BALIE_CA_FILE: join(folder, 'ca.pem') };
  server = await TestServer.start({ env });
  owner = await server.signIn();
}, 120_000);
afterAll(async () => {
  await server?.close();
  await s3?.close();
  for (const one of [proxy, hooks, files]) {
    one?.closeAllConnections();
    one?.close();
  }
  await rm(folder, { recursive: true, force: true });
});

const SAVE = `mutation ($input: WebhookSaveInput!) { webhookSave(input: $input) { webhook { id } userErrors { message } } }`;
const TEST = `query ($id: ID!) { node(id: $id) { ... on Webhook { deliveries(first: 10) { nodes { state status error } pageInfo { hasNextPage } } } } }`;

/** A webhook to this address, and what became of the first that was told to it. */
async function told(url: string): Promise<{ state: string; status: number | null; error: string | null }> {
  const id = newId('webhook');
  const inboxId = await makeInbox(owner, `Told to ${url}`);
  const input = { id, name: `To ${url}`, url, inboxIds: [inboxId] };
  const { webhookSave } = await owner.graphql<{ webhookSave: { userErrors: unknown[] } }>(SAVE, { input });
  expect(webhookSave.userErrors).toEqual([]);
  await makeConversation(server, inboxId);
  interface Page {
    node: { deliveries: { nodes: { state: string; status: number | null; error: string | null }[] } };
  }
  const first = await until(
    async () => {
      const { node } = await owner.graphql<Page>(TEST, { id });
      return node.deliveries.nodes.find(({ status, error }) => status !== null || error !== null);
    },
    { what: `a try to tell ${url}` },
  );
  return first as Page['node']['deliveries']['nodes'][number];
}

test('a webhook goes through the proxy, with its password, to a server whose certificate the house has signed', async () => {
  expect(await told('https://hooks.house.test/desk')).toMatchObject({ status: 204 });
  expect(new Set(got)).toEqual(new Set(['POST hooks.house.test/desk']));
  expect([...new Set(led)]).toEqual([`hooks.house.test:443 Basic ${Buffer.from('house:secret').toString('base64')}`]);
});

test.each(['http://127.0.0.1:1/', 'https://localhost:1/', 'http://169.254.169.254/latest/meta-data'])(
  'the proxy is not asked for what is closed: %s (N18)',
  async (url) => {
    expect((await told(url)).error).toMatch(/not allowed/);
    // The webhook of before is told of the new inbox, too.
    expect(led.filter((line) => !line.startsWith('hooks.house.test'))).toEqual([]);
  },
);

test.each([
  ['through the proxy, where the house has signed its certificate', 'https://files.house.test', ['files.house.test:443']],
  ['straight, where it stands in the house', '', []],
])('files go into the bucket and come out of it %s', async (_, endpoint, by) => {
  led.length = 0;
  const { BALIE_OUTGOING_PROXY, BALIE_CA_FILE, BALIE_DATA_DIR } = server.env;
  const bucket = { ...s3.env('balie'), ...(endpoint ? { BALIE_S3_ENDPOINT: endpoint } : {}) };
  const config = readConfig({ BALIE_OUTGOING_PROXY, BALIE_CA_FILE, BALIE_DATA_DIR, ...bucket });
  const bytes = Buffer.from(`A file ${endpoint}`);
  await withBucket(config, async (storage) => {
    const { hash } = await storage!.put(bytes);
    expect(await storage!.read(hash)).toEqual(bytes);
  });
  const ways = new Set(led.map((line) => line.split(' ')[0]).filter((way) => !way?.startsWith('hooks.')));
  expect([...ways]).toEqual(by);
});

test('a file in which there is no certificate stops the start, and says so', async () => {
  const file = join(folder, 'names');
  expect(() => trustAuthorities(file)).toThrow('BALIE_CA_FILE can not be used: there is no certificate in it');
  expect(() => trustAuthorities(join(folder, 'nothing'))).toThrow('BALIE_CA_FILE can not be used: ENOENT');
});

test('plugins are told of both, and of the hosts that are asked straight', () => {
  const config = readConfig({
    BALIE_OUTGOING_PROXY: 'http://proxy.house.test:3128',
    BALIE_CA_FILE: '/etc/house.pem',
    BALIE_PLUGIN_BOT_PRIVATE_HOSTS: 'erp.house.test:8443, crm.house.test:443',
  });
  expect(pluginEnvironment(config)).toEqual({
    NODE_EXTRA_CA_CERTS: '/etc/house.pem',
    NODE_USE_ENV_PROXY: '1',
    HTTP_PROXY: 'http://proxy.house.test:3128',
    HTTPS_PROXY: 'http://proxy.house.test:3128',
    NO_PROXY: 'localhost,127.0.0.1,[::1],erp.house.test:8443,crm.house.test:443',
  });
  expect(pluginEnvironment(readConfig({}))).toEqual({});
});
