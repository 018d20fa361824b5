import { createHmac } from 'node:crypto';
import WebSocket from 'ws';
import { newId } from '../../src/kernel/ids.js';
import type { Answer, TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { until } from '../support/until.js';
import { packageFolder } from './plugin-server.js';

export const KEY = 'canary-key-1';

/** A server with the visitors' plugin, and channels of it in one inbox. */
export class VisitorDesk {
  private constructor(
    readonly server: TestServer,
    readonly owner: TestClient,
    readonly inboxId: string,
  ) {}

  static async open(env: Record<string, string> = {}): Promise<VisitorDesk> {
    const server = await TestServer.start({ env });
    const owner = await server.signIn();
    return VisitorDesk.at(server, owner, await makeInbox(owner, 'Support'));
  }

  /** In an inbox that there is already. */
  static async at(server: TestServer, owner: TestClient, inboxId: string): Promise<VisitorDesk> {
    const desk = new VisitorDesk(server, owner, inboxId);
    await desk.install(packageFolder('visitor'));
    return desk;
  }

  async install(source: string): Promise<void> {
    const { pluginInstall } = await this.owner.graphql<{ pluginInstall: { userErrors: unknown[] } }>(
      'mutation ($source: String!) { pluginInstall(source: $source, approve: true) { userErrors { message } } }',
      { source },
    );
    if (pluginInstall.userErrors.length > 0) throw new Error(JSON.stringify(pluginInstall.userErrors));
  }

  async connect(account: string, inboxId = this.inboxId): Promise<Site> {
    const id = newId('channel');
    const input = { id, inboxId, type: 'visitor', step: 'settings', data: { account, key: KEY } };
    const { channelSetup } = await this.owner.graphql<{ channelSetup: { userErrors: unknown[] } }>(
      'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message } } }',
      { input },
    );
    if (channelSetup.userErrors.length > 0) throw new Error(JSON.stringify(channelSetup.userErrors));
    return new Site(this.server, id);
  }

  /** The conversation whose last words these are. */
  conversation(preview: string): Promise<{ id: string; contact: { id: string; name: string | null } }> {
    return until(
      async () => {
        const { conversations } = await this.owner.graphql<{
          conversations: { nodes: { id: string; preview: string; contact: { id: string; name: string | null } }[] };
        }>('{ conversations(first: 50) { nodes { id preview contact { id name } } } }');
        return conversations.nodes.find((node) => node.preview === preview);
      },
      { what: `the conversation “${preview}”` },
    ) as Promise<{ id: string; contact: { id: string; name: string | null } }>;
  }

  async ledger(): Promise<{ state: string; reason: string | null }[]> {
    const { inboundItems } = await this.owner.graphql<{ inboundItems: { nodes: { state: string; reason: string | null }[] } }>(
      '{ inboundItems(first: 100) { nodes { state reason } } }',
    );
    return inboundItems.nodes;
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

/** The web page of a channel, as the world sees it. */
export class Site {
  constructor(
    private readonly server: TestServer,
    readonly id: string,
  ) {}

  get base(): string {
    return `${this.server.url}/p/visitor`;
  }

  get(name: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('GET', `routes/${this.id}/${name}`, undefined, headers);
  }

  post(name: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('POST', `routes/${this.id}/${name}`, JSON.stringify(body), headers);
  }

  /** What the network calls with, signed as it does. */
  hook(body: object, o: { key?: string; at?: number; query?: string } = {}): Promise<Answer> {
    const text = JSON.stringify(body);
    const at = o.at ?? Date.now();
    const signature = createHmac('sha256', o.key ?? KEY)
      .update(`${at}.${text}`)
      .digest('hex');
    return this.ask('POST', `hooks/${this.id}/inbound${o.query ?? ''}`, text, {
      'x-signature': signature,
      'x-signed-at': String(at),
    });
  }

  async ask(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.base}/${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, text, json: (isJson ? JSON.parse(text) : null) as never };
  }

  socket(query: string, headers: Record<string, string> = {}): Listener {
    const listener = new Listener();
    const socket = new WebSocket(`${this.base.replace('http', 'ws')}/stream/${this.id}?${query}`, { headers });
    socket.on('message', (data) => listener.lines.push(JSON.parse(String(data)) as Line));
    socket.on('unexpected-response', (_request, response) => (listener.refused = response.statusCode ?? 0));
    socket.on('error', () => undefined);
    socket.on('close', (code) => (listener.closed = code));
    listener.stop = () => socket.terminate();
    return listener;
  }

  async events(query: string): Promise<Listener> {
    const stop = new AbortController();
    const listener = new Listener();
    listener.stop = () => stop.abort();
    const response = await fetch(`${this.base}/stream/${this.id}?${query}`, { signal: stop.signal });
    listener.refused = response.status === 200 ? 0 : response.status;
    const read = async (): Promise<void> => {
      let text = '';
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk).toString();
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const event = text.slice(0, end);
          text = text.slice(end + 2);
          if (event.startsWith('data: ')) listener.lines.push(JSON.parse(event.slice(6)) as Line);
        }
      }
      listener.closed = 1;
    };
    read().catch(() => (listener.closed = 1));
    return listener;
  }
}

type Line = { type: string; topic?: string; data?: Record<string, unknown> };

/** An end user who is told live. */
export class Listener {
  readonly lines: Line[] = [];
  refused = 0;
  closed = 0;
  stop: () => void = () => undefined;

  /** What was published with this word in it, once it was. */
  told(word: string): Promise<Record<string, unknown>> {
    return until(() => this.lines.find((line) => line.data && word in line.data)?.data, {
      what: `to be told of ${word}`,
    }) as Promise<Record<string, unknown>>;
  }

  ready(): Promise<unknown> {
    return until(() => this.lines.some(({ type }) => type === 'ready'), { what: 'the stream' });
  }
}
