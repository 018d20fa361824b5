// From the start of the process to the first list of somebody who has signed in, beside that of the skeleton; and the memory of an instance
// that has nothing to do, as PSS over all of its processes, with no plugin and with all six in use (B7).
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Mailstack, startMailstack } from '../../deploy/mailstack/mailstack.mjs';
import { FakeSlack } from '../../plugins/slack/test/fake-slack.mjs';
import { newId } from '../src/kernel/ids.js';
import { Client } from '../test/ledger/client.js';
import { percentile } from './percentiles.js';
import { Skeleton } from './skeleton.js';
import { type Dialect, Stack } from './stack.js';

const PLUGINS = resolve(import.meta.dirname, '../../plugins');
const LIST = '{ conversations(first: 50, filter: { status: [OPEN] }) { nodes { id subject preview } } }';
/** What is loaded for the start has been given back by then, and the plugins have come to rest. */
const REST_MS = 30_000;
const SETUP = `mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) {
  channel { id } userErrors { message path } checks { title ok message } } }`;
const RESPONDER = `mutation ($input: ResponderSaveInput!) { responderSave(input: $input) { responder { id } userErrors { message path } } }`;
const INSTALL = 'mutation ($source: String!) { pluginInstall(source: $source, approve: true) { userErrors { message } } }';

/** Milliseconds until the first list, the middle of some starts: ours and the skeleton's in turns. */
export async function startTimes(dialect: Dialect, rounds: number): Promise<{ ours: number; skeleton: number }> {
  const stack = await Stack.open(dialect);
  const [ours, theirs]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round < rounds; round++) {
      const folder = await mkdtemp(join(tmpdir(), 'balie-skeleton-'));
      const began = performance.now();
      const skeleton = await Skeleton.open(folder, 1_000);
      const { document, variables, url } = skeleton.list(0);
      await new Client(url ?? '').graphql(document, variables);
      theirs.push(performance.now() - began);
      skeleton.close();
      await rm(folder, { recursive: true, force: true });

      await stack.server.kill('SIGTERM');
      await stack.server.childrenGone();
      const started = performance.now();
      await stack.server.start();
      const client = new Client(stack.server.url);
      await client.signIn();
      await client.graphql(LIST);
      ours.push(performance.now() - started);
    }
    return { ours: percentile(ours, 0.5), skeleton: percentile(theirs, 0.5) };
  } finally {
    await stack.close();
  }
}

/** MiB of all processes of an instance at rest, that of the database's sessions among them. */
export async function restingMiB(dialect: Dialect): Promise<{ none: number; six: number }> {
  const graph = await graphApi();
  const stack = await Stack.open(dialect, { BALIE_PLUGIN_FACEBOOK_GRAPH_URL: graph.url });
  const mail = await startMailstack();
  const folder = await mkdtemp(join(tmpdir(), 'balie-six-'));
  const slack = await FakeSlack.open();
  try {
    const none = await resting(stack);
    await useSix(stack, { mail, slack, graph, folder });
    // The pages of those who have just set it up are answered.
    await stack.server.kill('SIGTERM');
    await stack.server.childrenGone();
    await stack.server.start();
    return { none, six: await resting(stack) };
  } finally {
    await stack.close();
    await mail.stop();
    await slack.close();
    await graph.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function resting(stack: Stack): Promise<number> {
  await delay(REST_MS);
  return (await (await stack.measure()).stop()).lastMiB;
}

/** The fake of the Graph API that the tests of the plugin have. */
interface Graph {
  readonly url: string;
  readonly app: { id: string; secret: string };
  readonly pages: Map<string, { token: string }>;
  page(id: string, name: string): void;
  close(): Promise<void>;
}
async function graphApi(): Promise<Graph> {
  // By its path: the tests of a plugin are no part of the server's program.
  const { GraphApi } = (await import(join(PLUGINS, 'messenger/test/graph-api.ts'))) as { GraphApi: { open(): Promise<Graph> } };
  return GraphApi.open();
}

interface Networks {
  mail: Mailstack;
  slack: FakeSlack;
  graph: Graph;
  folder: string;
}

/** One channel or responder of each. Messenger and Slack as they are built, allowed to reach the fakes only. */
async function useSix({ client }: Stack, { mail, slack, graph, folder }: Networks): Promise<void> {
  const ask = async (query: string, variables: Record<string, unknown>): Promise<void> => {
    const [answer] = Object.values(await client.graphql<Record<string, { userErrors: unknown[] }>>(query, variables));
    if (!answer || answer.userErrors.length > 0) throw new Error(JSON.stringify(answer));
  };
  const { inboxSave } = await client.graphql<{ inboxSave: { inbox: { id: string } } }>(
    'mutation { inboxSave(input: { name: "Shop", audience: EVERYONE }) { inbox { id } } }',
  );
  const inboxId = inboxSave.inbox.id;
  const channel = (type: string, data: object): Promise<void> =>
    ask(SETUP, { input: { id: newId('channel'), inboxId, type, step: 'settings', data } });
  await channel('chat', { name: 'shop.example', origins: ['https://shop.example'] });
  await channel('form', { name: 'Form', fields: [{ type: 'email', label: 'E-mail', required: true }] });
  const { host, imap, smtp, password } = mail;
  const box = { address: 'support@bench.test', name: 'Shop', user: 'support@bench.test', password };
  const ports = { imapHost: host, imapPort: imap, imapSecurity: 'none', smtpHost: host, smtpPort: smtp, smtpSecurity: 'none' };
  await channel('email', { ...box, ...ports, allowPrivateAddress: true, saveSent: 'never' });

  await ask(INSTALL, { source: await messengerFor(join(folder, 'messenger')) });
  graph.page('p1', 'Shop');
  const { id: appId, secret: appSecret } = graph.app;
  await channel('facebook', { appId, appSecret, pageToken: graph.pages.get('p1')?.token, verifyToken: 'a word of ours' });

  const responder = (type: string, settings: object): Promise<void> =>
    ask(RESPONDER, { input: { id: newId('responder'), type, name: type, inboxIds: [inboxId], settings } });
  await responder('bot', { steps: [{ type: 'message', text: 'Hello.' }] });
  await ask('mutation ($id: ID!) { pluginSetEnabled(id: $id, enabled: false) { userErrors { message } } }', { id: 'plg_slack' });
  await ask(INSTALL, { source: await slackFor(join(folder, 'slack'), slack.port) });
  slack.addChannel('C0SUPPORT', 'support');
  const { token: botToken, signingSecret, apiUrl } = slack;
  await responder('slack', { botToken, signingSecret, channel: 'C0SUPPORT', apiUrl });
}

interface Manifest {
  balie: { id: string; channels: string[]; permissions: { net: string[] } };
}
async function slackFor(folder: string, port: number): Promise<string> {
  await cp(join(PLUGINS, 'slack/dist'), join(folder, 'dist'), { recursive: true });
  const manifest = JSON.parse(await readFile(join(PLUGINS, 'slack/package.json'), 'utf8')) as Manifest;
  manifest.balie.id = 'slack-test';
  manifest.balie.permissions.net = [`127.0.0.1:${port}`];
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

async function messengerFor(folder: string): Promise<string> {
  await cp(join(PLUGINS, 'messenger/dist'), folder, { recursive: true });
  const entry = `const { default: plugin } = require('./index-built.cjs');
plugin.channels[0].type = 'facebook';
plugin.sharedWebhooks.app.channelType = 'facebook';
module.exports = { __esModule: true, default: plugin };
`;
  await cp(join(folder, 'index.cjs'), join(folder, 'index-built.cjs'));
  await writeFile(join(folder, 'index.cjs'), entry);
  const permissions = { net: ['127.0.0.1:*'], scopes: [] };
  const balie = { id: 'facebook', apiVersion: 1, entry: 'index.cjs', channels: ['facebook'], responders: [], permissions };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: '@bench/facebook', version: '1.0.0', balie }));
  return folder;
}
