import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { newId } from '../src/kernel/ids.js';
import { RawLine } from './raw-line.js';
import type { Stack } from './stack.js';

const SITE = 'https://shop.example';

export interface Visitor {
  token: string;
  ip: string;
  /** By which his conversation is found. */
  first: string;
}

/** The chat of a website, by HTTP as the page of each visitor asks, each from an address of his own: the server must trust 127.0.0.1 as a proxy. */
export class ShopChat {
  private readonly http = new Agent({ keepAlive: true });
  private visitors = 0;

  private constructor(
    private readonly stack: Stack,
    private readonly channelId: string,
  ) {}

  /** In an inbox of its own. */
  static async open(stack: Stack): Promise<ShopChat> {
    const { inboxSave } = await stack.client.graphql<{ inboxSave: { inbox: { id: string } } }>(
      'mutation { inboxSave(input: { name: "Shop", audience: EVERYONE }) { inbox { id } } }',
    );
    const id = newId('channel');
    const data = { name: 'shop.example', origins: [SITE] };
    const { channelSetup } = await stack.client.graphql<{ channelSetup: { userErrors: unknown[] } }>(
      'mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { userErrors { message path } } }',
      { input: { id, inboxId: inboxSave.inbox.id, type: 'chat', step: 'settings', data } },
    );
    if (channelSetup.userErrors.length > 0) throw new Error(`channelSetup: ${JSON.stringify(channelSetup)}`);
    return new ShopChat(stack, id);
  }

  async newVisitor(): Promise<Visitor> {
    const n = ++this.visitors;
    const ip = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
    const { token } = (await this.ask('session', { token: '', ip, first: '' }, {})) as { token: string };
    return { token, ip, first: '' };
  }

  async say(visitor: Visitor, text: string): Promise<void> {
    await this.ask('say', visitor, { id: randomUUID(), text });
  }

  /** What he hears live. */
  stream({ token, ip }: Visitor): Promise<RawLine> {
    const head = [`Origin: ${SITE}`, `Authorization: Bearer ${token}`, `X-Forwarded-For: ${ip}`];
    const url = `${this.stack.server.url}/p/chat/stream/${this.channelId}`;
    return RawLine.open(url, head, { status: 200, until: '"ready"' });
  }

  close(): void {
    this.http.destroy();
  }

  /** One request of a visitor's page. */
  private ask(path: string, { token, ip }: Visitor, body: object): Promise<unknown> {
    const url = `${this.stack.server.url}/p/chat/routes/${this.channelId}/${path}`;
    const headers = {
      origin: SITE,
      'content-type': 'application/json',
      'x-forwarded-for': ip,
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    };
    return new Promise((resolve, reject) => {
      const asked = request(url, { method: 'POST', agent: this.http, headers }, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${path}: ${answer.statusCode} ${text}`));
        });
      });
      asked.on('error', reject);
      asked.end(JSON.stringify(body));
    });
  }
}
