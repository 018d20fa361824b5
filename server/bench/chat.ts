// The website chat as visitors and agents have it: how long it takes until an agent sees what a visitor said and the other way round, what
// it takes to tell everybody at once, and what somebody costs who is only there. Visitors come by HTTP and hear by their streams, each from
// an address of his own; agents hear by GraphQL over WebSocket.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '../src/kernel/ids.js';
import { AgentLine, agentToken, FOLLOW, HELLO, SOCKETS_OF_TOKEN } from './agent-line.js';
import { freePort } from '../test/ledger/server-process.js';
import { Heap } from './heap.js';
import { percentile } from './percentiles.js';
import { many, RawLine } from './raw-line.js';
import { ShopChat, type Visitor } from './shop-chat.js';
import { type Dialect, runProgram, Stack } from './stack.js';

/** Fewer than one visitor may write in a minute, and than what is taken for a machine. */
const EACH = 15;
const PAUSE_MS = 50;
const SETTLE_MS = 3000;
const BODY = 'hello '.repeat(30);

export type Times = { p50: number; p99: number; cpuMs: number };
/** Until the last heard it, until who said it had his answer, and what each round cost. */
export type Told = { p50: number; p95: number; answer: number; cpuMs: number };

/** What this machine can do at most with so many visitors at a time, in processes of its own. */
export async function chatCeiling(visitors: number, messages: number): Promise<Times> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-ceiling-'));
  try {
    return await runProgram<Times>('./ceilings/chat.ts', [folder, String(visitors), String(messages)]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One frame to so many sockets, encoded once. */
export function fanOutCeiling(sockets: number, rounds: number): Promise<{ p50: number; p95: number }> {
  return runProgram('./ceilings/fan-out.ts', [String(sockets), String(rounds)]);
}

/** One server with one chat. */
export class ChatBench {
  private constructor(
    readonly stack: Stack,
    private readonly shop: ShopChat,
    private readonly heap: Heap,
  ) {}

  static async open(dialect: Dialect): Promise<ChatBench> {
    const inspector = await freePort();
    const env = { BALIE_TRUSTED_PROXIES: '127.0.0.1', NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}` };
    const stack = await Stack.open(dialect, env);
    return new ChatBench(stack, await ShopChat.open(stack), await Heap.of(inspector));
  }

  /** From a visitor's request until an agent has the words; so many visitors at a time, each the next when his last has come. */
  async toAgent(atOnce: number, messages: number): Promise<Times> {
    const each = Math.ceil(messages / atOnce);
    const crews = await many(atOnce, () => this.talkers(Math.ceil(each / EACH)));
    const agent = await AgentLine.open(this.stack.server.url, await agentToken(this.stack.client));
    const times: number[] = [];
    const talk = async (crew: readonly Visitor[]): Promise<void> => {
      for (let n = 0; n < each; n++) {
        const word = newWord();
        const heard = agent.hears(word);
        const began = performance.now();
        await this.say(crew[Math.floor(n / EACH)]!, word);
        times.push((await heard) - began);
      }
    };
    const meter = await this.stack.measure();
    await Promise.all(crews.map(talk));
    const { cpuMs } = await meter.stop();
    agent.close();
    return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), cpuMs: cpuMs / times.length };
  }

  /** From an agent's request until the visitor whom he answers has the words on his stream. */
  async toVisitor(messages: number): Promise<Times> {
    const [visitor] = await this.talkers(1);
    const line = await this.shop.stream(visitor!);
    const conversationId = await this.conversationOf(visitor!);
    const times: number[] = [];
    const meter = await this.stack.measure();
    for (let n = 0; n < messages; n++) {
      const word = newWord();
      const heard = line.hears(word);
      const began = performance.now();
      await this.stack.client.graphql(
        'mutation ($input: MessageSendInput!) { messageSend(input: $input) { userErrors { message } } }',
        { input: { id: newId('message'), conversationId, text: `${word} ${BODY}` } },
      );
      await heard;
      times.push(performance.now() - began);
    }
    const { cpuMs } = await meter.stop();
    line.close();
    return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), cpuMs: cpuMs / times.length };
  }

  /** Visitors who are only there: what each costs, and how long it takes until the last knows that the last agent left or the first came. */
  async away(count: number, rounds: number): Promise<Told & { kiB: number }> {
    const before = await this.memory();
    const lines = await many(count, async () => this.shop.stream(await this.shop.newVisitor()));
    await delay(SETTLE_MS);
    const kiB = ((await this.memory()) - before) / count;
    const told = await this.rounds(lines, rounds, '"kind":"desk"', (round) =>
      this.stack.client.graphql(
        'mutation ($input: AvailabilitySetInput!) { availabilitySet(input: $input) { userErrors { message } } }',
        { input: { status: round % 2 === 0 ? 'AWAY' : 'AVAILABLE' } },
      ),
    );
    return { ...told, kiB };
  }

  /** Agents who follow everything: how long until the last has what one wrote, and until that one has his answer. */
  async toAgents(count: number, rounds: number): Promise<Told & { kiB: number }> {
    const [visitor] = await this.talkers(1);
    const conversationId = await this.conversationOf(visitor!);
    const tokens = await many(Math.ceil(count / SOCKETS_OF_TOKEN), () => agentToken(this.stack.client));
    const before = await this.memory();
    const lines = await many(count, async (index) => {
      const line = await RawLine.socket(`${this.stack.server.url}/graphql`, 'graphql-transport-ws');
      const admitted = line.hears('connection_ack');
      line.say(JSON.stringify(HELLO(tokens[Math.floor(index / SOCKETS_OF_TOKEN)]!)));
      await admitted;
      line.say(JSON.stringify(FOLLOW));
      return line;
    });
    await delay(SETTLE_MS);
    const kiB = ((await this.memory()) - before) / count;
    const body = 'x'.repeat(800);
    const told = await this.rounds(lines, rounds, `word-of-round-`, (round) =>
      this.stack.client.graphql(
        'mutation ($input: MessageSendInput!) { messageSend(input: $input) { userErrors { message } } }',
        { input: { id: newId('message'), conversationId, direction: 'INTERNAL', text: `word-of-round-${round} ${body}` } },
      ),
    );
    return { ...told, kiB };
  }

  async close(): Promise<void> {
    this.shop.close();
    this.heap.close();
    await this.stack.close();
  }

  /** Does something, again and again, and waits until each line has heard a word of it. */
  private async rounds(
    lines: readonly RawLine[],
    rounds: number,
    word: string,
    work: (round: number) => Promise<unknown>,
  ): Promise<Told> {
    const [last, answers]: [number[], number[]] = [[], []];
    const meter = await this.stack.measure();
    for (let round = 0; round < rounds; round++) {
      const all = Promise.all(lines.map((line) => line.hears(word)));
      await delay(PAUSE_MS);
      const began = performance.now();
      await work(round);
      answers.push(performance.now() - began);
      await all;
      last.push(performance.now() - began);
    }
    const cpuMs = (await meter.stop()).cpuMs / rounds;
    for (const line of lines) line.close();
    await delay(SETTLE_MS);
    return { p50: percentile(last, 0.5), p95: percentile(last, 0.95), answer: percentile(answers, 0.5), cpuMs };
  }

  /** Visitors who have written already, as in the middle of a chat. */
  private async talkers(count: number): Promise<Visitor[]> {
    const made = await many(count, () => this.shop.newVisitor());
    const agent = await AgentLine.open(this.stack.server.url, await agentToken(this.stack.client));
    for (const visitor of made) {
      visitor.first = newWord();
      const heard = agent.hears(visitor.first);
      await this.say(visitor, visitor.first);
      await heard;
    }
    agent.close();
    return made;
  }

  private async conversationOf({ first }: Visitor): Promise<string> {
    const sql = `SELECT conversation_id AS id FROM message WHERE text LIKE '${first}%'`;
    return (await this.stack.db.row<{ id: string }>(sql)).id;
  }

  private say(visitor: Visitor, word: string): Promise<void> {
    return this.shop.say(visitor, `${word} ${BODY}`);
  }

  /** In KiB, of the server and its plugins; without what the server itself no longer uses. */
  private async memory(): Promise<number> {
    await this.heap.sweep();
    await delay(PAUSE_MS);
    return (await (await this.stack.measure()).stop()).lastMiB * 1024;
  }
}

function newWord(): string {
  return `word-${randomUUID()}`;
}
