import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { TestServer, temporaryFolder } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { until } from '../support/until.js';

const MESSENGER = path.resolve('../plugins/messenger');
export const VERIFY = 'a word of ours';

/** The fake of the Graph API, as far as it is used here. */
interface Graph {
  readonly url: string;
  readonly app: { id: string; secret: string; humanAgent: boolean };
  readonly pages: Map<string, { token: string; subscribed: string[] }>;
  readonly people: Map<string, { wroteAt: number }>;
  readonly sent: { mid: string; page: string; to: string; text: string | null }[];
  readonly files: Map<string, { mime: string; bytes: string }>;
  readonly fileRequests: { authorization?: string }[];
  trouble: 'silent' | null;
  page(id: string, name: string): void;
  person(psid: string, name?: string): void;
  readonly matches: Map<string, string[]>;
  signedRequest(user: string, secret?: string): string;
  signed(body: unknown, secret?: string): { text: string; headers: Record<string, string> };
  echoOf(sent: Graph['sent'][number]): object;
  close(): Promise<void>;
}
interface Item {
  id: string;
  text: string;
  direction: string;
  deliveryStatus: string | null;
  from: { value: string } | null;
  parts: { type: string; data: Record<string, unknown> }[];
  attachments: { name: string; mime: string; state: string; url: string | null }[];
}
export interface Talk {
  id: string;
  channelView: string;
  replyUntil: string | null;
  contact: { id: string; name: string | null };
  inbox: { id: string };
  items: { nodes: Partial<Item>[] };
  replyRoutes: { id: string; closesAt: string | null; blockedBy: string | null }[];
}
const TALKS = `{ conversations(first: 8) { nodes { id channelView replyUntil contact { id name } inbox { id } replyRoutes { id closesAt blockedBy }
  items(last: 20) { nodes { ... on Message { id text direction deliveryStatus from { value } parts { type data } attachments { name mime state url } } } } } } }`;

/** A server with the Messenger plugin, under a name by which it may reach the fake of the Graph API that stands beside it. */
export class FacebookDesk {
  private clock = Date.now() - 60_000;

  private constructor(
    readonly server: TestServer,
    readonly owner: TestClient,
    readonly api: Graph,
    private readonly remove: () => Promise<void>,
  ) {}

  static async open(): Promise<FacebookDesk> {
    // By its path: the tests of a plugin are no part of the server's program.
    const { GraphApi } = (await import(path.join(MESSENGER, 'test/graph-api.ts'))) as { GraphApi: { open(): Promise<Graph> } };
    const api = await GraphApi.open();
    const folder = await temporaryFolder();
    const server = await TestServer.start({ env: { BALIE_PLUGIN_FACEBOOK_GRAPH_URL: api.url } });
    const desk = new FacebookDesk(server, await server.signIn(), api, () => folder.remove());
    await makePackage(folder.path);
    const { pluginInstall } = await desk.owner.graphql<{ pluginInstall: { userErrors: unknown[] } }>(
      'mutation ($source: String!) { pluginInstall(source: $source, approve: true) { userErrors { message } } }',
      { source: folder.path },
    );
    if (pluginInstall.userErrors.length > 0) throw new Error(JSON.stringify(pluginInstall.userErrors));
    return desk;
  }

  inbox(name: string): Promise<string> {
    return makeInbox(this.owner, name);
  }

  /** Fills in the form of a page, as an admin does. */
  async connect(inboxId: string, page: string, o: { id?: string; more?: object; reauth?: boolean } = {}) {
    const { app, pages } = this.api;
    const data = { appId: app.id, appSecret: app.secret, pageToken: pages.get(page)?.token, verifyToken: VERIFY, ...o.more };
    const input = { id: o.id ?? newId('channel'), inboxId, type: 'facebook', step: 'settings', data, reauth: o.reauth ?? false };
    const { channelSetup } = await this.owner.graphql<{
      channelSetup: {
        channel: { id: string; account: string; name: string; state: string; secretsSet: string[]; settings: object } | null;
        checks: { title: string; ok: boolean; message: string | null }[];
        userErrors: { code: string; message: string }[];
      };
    }>(
      `mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { channel { id account name state secretsSet settings }
        checks { title ok message } userErrors { code message } } }`,
      { input },
    );
    return channelSetup;
  }

  get hookUrl(): string {
    return `${this.server.url}/p/facebook/hooks/app`;
  }

  /** Meta calls; answers the status. */
  async call(body: unknown, secret?: string): Promise<number> {
    const { text, headers } = this.api.signed(body, secret);
    return (await fetch(this.hookUrl, { method: 'POST', headers, body: text })).status;
  }

  /** What happened between a person and a page, each a moment after the one before. */
  happen(page: string, psid: string, what: object): object {
    this.clock += 1000;
    return { sender: { id: psid }, recipient: { id: page }, timestamp: this.clock, ...what };
  }

  batch(page: string, ...messaging: object[]): object {
    return { object: 'page', entry: [{ id: page, time: this.clock, messaging }] };
  }

  async talks(): Promise<Talk[]> {
    return (await this.owner.graphql<{ conversations: { nodes: Talk[] } }>(TALKS)).conversations.nodes;
  }

  /** The conversation in which this was said, once all of it holds. */
  talk(text: string, holds: (talk: Talk) => unknown = () => true): Promise<Talk> {
    return until(
      async () => (await this.talks()).find((talk) => talk.items.nodes.some((item) => item.text === text) && holds(talk)),
      { what: `the conversation with “${text}”`, deadlineMs: 60_000, everyMs: 400 },
    ) as Promise<Talk>;
  }

  async reply(conversationId: string, text: string): Promise<{ message: { id: string } | null; userErrors: { code: string }[] }> {
    const { messageSend } = await this.owner.graphql<{
      messageSend: { message: { id: string } | null; userErrors: { code: string }[] };
    }>('mutation ($input: MessageSendInput!) { messageSend(input: $input) { message { id } userErrors { code message } } }', {
      input: { id: newId('message'), conversationId, text },
    });
    return messageSend;
  }

  /** Our message with this text, once it is in this state. */
  async inState(text: string, status: string): Promise<Partial<Item>> {
    const { items } = await this.talk(text, (talk) =>
      talk.items.nodes.some((item) => item.text === text && item.deliveryStatus === status),
    );
    return items.nodes.find((item) => item.text === text) ?? {};
  }

  /** All that this person wrote in the conversation was written so long ago. */
  async heard(conversationId: string, psid: string, agoMs: number): Promise<void> {
    const at = Date.now() - agoMs;
    await this.server.uow.run({ principal: { kind: 'system', name: 'test' }, correlationId: 'test' }, async (tx) => {
      const heard = "UPDATE message SET at = ? WHERE conversation_id = ? AND direction = 'INBOUND'";
      await tx.execute(heard, [at, conversationId]);
      await tx.execute('UPDATE conversation SET last_inbound_at = ? WHERE id = ?', [at, conversationId]);
    });
    this.api.people.get(psid)!.wroteAt = at;
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.api.close();
    await this.remove();
  }
}

/** The bundled plugin under another name, with a manifest that lets it reach this machine instead of Facebook. */
async function makePackage(folder: string): Promise<void> {
  await copyFile(path.join(MESSENGER, 'dist/index.cjs'), path.join(folder, 'plugin.cjs'));
  await writeFile(
    path.join(folder, 'index.cjs'),
    `const { default: plugin } = require('./plugin.cjs');
plugin.channels[0].type = 'facebook';
plugin.sharedWebhooks.app.channelType = 'facebook';
module.exports = { __esModule: true, default: plugin };
`,
  );
  const balie = {
    id: 'facebook',
    apiVersion: 1,
    entry: 'index.cjs',
    channels: ['facebook'],
    responders: [],
    permissions: { net: ['127.0.0.1:*'], scopes: [] },
    limits: { heapMb: 96 },
  };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: '@test/facebook', version: '1.0.0', balie }));
}
