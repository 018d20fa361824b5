import { createHmac, randomUUID } from 'node:crypto';
import { newId } from '../../src/kernel/ids.js';
import type { TestClient } from '../server/client.js';
import { TestServer } from '../server/server.js';
import { makeAgent, makeInbox } from '../server/world.js';
import { until } from '../support/until.js';

export const SITE = 'https://shop.example';
export const SECRET = 'a secret that only the shop knows';

type Agent = Awaited<ReturnType<typeof makeAgent>>;
export interface Item {
  id: string;
  at: string;
  from: 'visitor' | 'agent' | 'bot';
  author: { name: string };
  text: string;
  files: { name: string; mime: string; url: string }[];
}
export interface Synced {
  items: Item[];
  version: string;
  unchanged?: true;
  desk: { available: boolean; people: { name: string }[]; agent: { name: string } | null };
  visitor: { known: boolean; email: string | null };
  readUpTo: string | null;
}
interface Told {
  kind: string;
  item?: Item;
  active?: boolean;
  upTo?: string;
}

/** An inbox with a chat, an owner and two agents. */
export class ChatDesk {
  private constructor(
    readonly server: TestServer,
    readonly owner: TestClient,
    readonly inboxId: string,
    readonly channelId: string,
    readonly mia: Agent,
    readonly noor: Agent,
  ) {}

  static async open(settings: Record<string, unknown> = {}): Promise<ChatDesk> {
    const server = await TestServer.start();
    const owner = await server.signIn();
    const [mia, noor] = [await makeAgent(server, owner, 'Mia'), await makeAgent(server, owner, 'Noor')];
    const inboxId = await makeInbox(owner, 'Shop', [mia.id, noor.id]);
    const id = newId('channel');
    const data = { name: 'shop.example', origins: [SITE], identitySecret: SECRET, ...settings };
    const input = { id, inboxId, type: 'chat', step: 'settings', data };
    const { channelSetup } = await owner.graphql<{ channelSetup: { userErrors: unknown[] } }>(
      'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message path } } }',
      { input },
    );
    if (channelSetup.userErrors.length > 0) throw new Error(JSON.stringify(channelSetup.userErrors));
    return new ChatDesk(server, owner, inboxId, id, mia, noor);
  }

  get routes(): string {
    return `${this.server.url}/p/chat/routes/${this.channelId}`;
  }

  get stream(): string {
    return `${this.server.url}/p/chat/stream/${this.channelId}`;
  }

  ask(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.routes}/${path}`, {
      method: 'POST',
      headers: { origin: SITE, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** A browser that has begun a session. */
  async visit(more: Record<string, unknown> = {}): Promise<Visitor> {
    const answer = await this.ask('session', more);
    if (answer.status !== 200) throw new Error(`No session: ${answer.status} ${await answer.text()}`);
    const { token } = (await answer.json()) as { token: string };
    return new Visitor(this, token);
  }

  /** What the shop's server signs for who has logged in there. */
  identity(claims: Record<string, unknown>, secret = SECRET): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const exp = Math.floor(Date.now() / 1000) + 3600;
    const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ exp, ...claims })}`;
    return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
  }

  /** The conversation whose last words these are, as an agent sees it. */
  conversation(preview: string, placement = 'INBOX', agent: TestClient = this.mia.browser): Promise<Seen> {
    const query = `query ($filter: ConversationFilter) { conversations(filter: $filter, first: 50) {
      nodes { id preview placement contact { id name identities { kind value verified } } } } }`;
    return until(
      async () => {
        const { conversations } = await agent.graphql<{ conversations: { nodes: Seen[] } }>(query, {
          filter: { placement },
        });
        return conversations.nodes.find((node) => node.preview === preview);
      },
      { what: `the conversation “${preview}” in ${placement}` },
    ) as Promise<Seen>;
  }

  async reply(agent: Agent, conversationId: string, text: string): Promise<void> {
    const { messageSend } = await agent.browser.graphql<{ messageSend: { userErrors: unknown[] } }>(
      'mutation ($input: MessageSendInput!) { messageSend(input: $input) { userErrors { message } } }',
      { input: { id: newId('message'), conversationId, text } },
    );
    if (messageSend.userErrors.length > 0) throw new Error(JSON.stringify(messageSend.userErrors));
  }

  async available(agent: Agent, status: 'AVAILABLE' | 'AWAY', reassignReplies = false): Promise<void> {
    const { availabilitySet } = await agent.browser.graphql<{ availabilitySet: { userErrors: unknown[] } }>(
      'mutation ($input: AvailabilitySetInput!) { availabilitySet(input: $input) { userErrors { message } } }',
      { input: { status, reassignReplies } },
    );
    if (availabilitySet.userErrors.length > 0) throw new Error(JSON.stringify(availabilitySet.userErrors));
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

export interface Seen {
  id: string;
  preview: string;
  placement: string;
  contact: { id: string; name: string | null; identities: { kind: string; value: string; verified: boolean }[] } | null;
}

/** One browser of a visitor. */
export class Visitor {
  constructor(
    private readonly desk: ChatDesk,
    readonly token: string,
  ) {}

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.desk.ask(path, body, { authorization: `Bearer ${this.token}`, ...headers });
  }

  async say(text: string, id: string = randomUUID(), files: string[] = []): Promise<string> {
    const answer = await this.post('say', { id, text, files });
    if (answer.status !== 200) throw new Error(`Not said: ${answer.status} ${await answer.text()}`);
    return id;
  }

  async upload(name: string, body: string, mime = 'text/plain'): Promise<Response> {
    return fetch(`${this.desk.routes}/upload?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { origin: SITE, authorization: `Bearer ${this.token}`, 'content-type': mime },
      body,
    });
  }

  async sync(more: object = {}): Promise<Synced> {
    return (await (await this.post('sync', more)).json()) as Synced;
  }

  /** What he finds once so much has been said. */
  history(count: number): Promise<Item[]> {
    return until(
      async () => {
        const { items } = await this.sync();
        return items.length >= count ? items : undefined;
      },
      { what: `${count} items in the history` },
    ) as Promise<Item[]>;
  }

  /** One of his tabs, told live. */
  async tab(): Promise<Tab> {
    const tab = new Tab();
    const response = await fetch(this.desk.stream, {
      headers: { origin: SITE, authorization: `Bearer ${this.token}` },
      signal: tab.stop.signal,
    });
    tab.status = response.status;
    if (response.status === 200) tab.read(response);
    if (response.status === 200) await until(() => tab.ready, { what: 'the stream' });
    return tab;
  }
}

export class Tab {
  readonly stop = new AbortController();
  readonly told: Told[] = [];
  status = 0;
  ready = false;
  over = false;

  read(response: Response): void {
    const reading = async (): Promise<void> => {
      let text = '';
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk).toString();
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const line = text.slice(0, end);
          text = text.slice(end + 2);
          if (line.startsWith('data: ')) this.take(JSON.parse(line.slice(6)) as { type: string; data?: Told });
        }
      }
    };
    reading()
      .catch(() => undefined)
      .finally(() => (this.over = true));
  }

  private take({ type, data }: { type: string; data?: Told }): void {
    if (type === 'ready') this.ready = true;
    else if (data) this.told.push(data);
  }

  get texts(): string[] {
    return this.told.flatMap(({ item }) => (item ? [item.text] : []));
  }

  item(text: string): Promise<Item> {
    return until(() => this.told.find(({ item }) => item?.text === text)?.item, {
      what: `to be told “${text}”`,
    }) as Promise<Item>;
  }

  hears(fits: (told: Told) => boolean, what: string): Promise<unknown> {
    return until(() => this.told.some(fits), { what });
  }

  /** The cable is pulled. */
  cut(): void {
    this.stop.abort();
  }
}
