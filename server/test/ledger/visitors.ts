import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../support/until.js';
import type { Random } from './random.js';
import type { Client } from './client.js';
import type { World } from './world.js';

const SITE = 'https://shop.example';
/** Beyond the numbers of the mails of a run. */
const FIRST = 1_000_000;
/** So long a process may be away. */
const ANSWER_MS = 120_000;
/** A process that is killed time and again may have no time for the chat's own between two kills. */
const ASKED_MS = 600_000;
const BROWSERS = 4;

/** Visitors of a chat that say something to each of several processes in its turn, until `stop`. */
export class Visitors {
  /** How many messages each of the addresses has answered. */
  readonly answered: number[];
  private running = true;
  private readonly loop: Promise<void>;

  private constructor(
    private readonly world: World,
    private readonly random: Random,
    private readonly urls: readonly string[],
    private readonly path: string,
  ) {
    this.answered = urls.map(() => 0);
    this.loop = this.talk();
    this.loop.catch(() => undefined);
  }

  /** Makes the chat in the first inbox; `urls` are those of the processes. */
  static async come(world: World, random: Random, urls: readonly string[]): Promise<Visitors> {
    const id = await makeChat(world.client);
    return new Visitors(world, random, urls, `/p/chat/routes/${id}`);
  }

  /** Waits until each of the processes has taken in so many more. */
  async saidToEach(more: number): Promise<void> {
    const before = [...this.answered];
    const broken = this.loop.then(() => Promise.reject(new Error('The visitors have left.')));
    const heard = until(() => this.answered.every((count, n) => count >= (before[n] ?? 0) + more), {
      what: `${more} messages of visitors to each process`,
      deadlineMs: ANSWER_MS,
    });
    await Promise.race([heard, broken]);
  }

  /** What was begun is said to its end. */
  async stop(): Promise<void> {
    this.running = false;
    await this.loop;
  }

  private async talk(): Promise<void> {
    const tokens: string[] = [];
    for (let n = 0; this.running; n++) {
      const first = n % this.urls.length;
      if (tokens.length < BROWSERS) {
        const answer = await this.ask(first, '/session', {});
        tokens.push(((await answer.json()) as { token: string }).token);
      }
      const token = `in-${this.random.seed.toString(36)}-${FIRST + n}`;
      await this.ask(first, '/say', { id: randomUUID(), text: `Hello, this is ${token}.` }, tokens[n % tokens.length]);
      this.world.book.write({ what: 'in-sent', token });
      await pause(this.random.between(50, 250));
    }
  }

  /** To one process, and while it does not answer to the next: the same message under the same id, as the widget does it. */
  private async ask(first: number, name: string, body: object, token?: string): Promise<Response> {
    const headers = { origin: SITE, 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const deadline = performance.now() + ASKED_MS;
    for (let n = first; ; n = (n + 1) % this.urls.length) {
      let reason: unknown;
      try {
        const request = { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(20_000) };
        const response = await fetch(`${this.urls[n]}${this.path}${name}`, request);
        if (response.ok) {
          if (name === '/say') this.answered[n] = (this.answered[n] ?? 0) + 1;
          return response;
        }
        reason = `${response.status} ${await response.text()}`;
      } catch (error) {
        reason = error;
      }
      if (performance.now() > deadline) throw new Error(`The chat did not answer ${name}: ${String(reason)}`, { cause: reason });
      await pause(100);
    }
  }
}

async function makeChat(client: Client): Promise<string> {
  const { inboxes } = await client.graphql<{ inboxes: { id: string }[] }>('{ inboxes { id } }');
  const data = { name: 'shop.example', origins: [SITE] };
  const input = { inboxId: inboxes[0]?.id, type: 'chat', step: 'settings', data };
  const id = await until(
    async () => {
      const { channelSetup } = await client.graphql<{
        channelSetup: { channel: { id: string } | null; userErrors: unknown[] };
      }>('mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { channel { id } userErrors { message path } } }', {
        input,
      });
      if (!channelSetup.channel) throw new Error(JSON.stringify(channelSetup.userErrors));
      return channelSetup.channel.id;
    },
    { what: 'the chat plugin', deadlineMs: ANSWER_MS, everyMs: 500 },
  );
  return id;
}
