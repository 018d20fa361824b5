// An agent's reply: how long until he has his answer, which is durable then, and until the receiving mail server has the mail, with the
// undo time of the inbox at none; and what it costs (B6). The mail goes by SMTP to a sink beside us, as that of the ceiling does.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../src/kernel/ids.js';
import { IntakeBench } from './intake.js';
import { percentile } from './percentiles.js';
import { SmtpSink } from './smtp-sink.js';
import { type Dialect, runProgram } from './stack.js';

const WORD = /word-\d+-\d+/;
const SEND = 'mutation ($input: MessageSendInput!) { messageSend(input: $input) { message { id } userErrors { message } } }';

/** `acked`: until the answer to the request; `sent`: until the sink has the mail. */
export interface ReplyTimes {
  ackedP50: number;
  sentP50: number;
  sentP99: number;
  cpuMs: number;
}

/** A commit on the disk, and a mail to a sink: what no server can do without, in a process of its own. */
export async function replyCeiling(count: number): Promise<ReplyTimes> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-ceiling-'));
  try {
    return await runProgram<ReplyTimes>('./ceilings/reply.ts', [folder, String(count)]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Says when a mail with a word in it was there. */
class Sink {
  private constructor(
    private readonly server: SmtpSink,
    private readonly waiting: Map<string, () => void>,
  ) {}

  static async open(): Promise<Sink> {
    const waiting = new Map<string, () => void>();
    return new Sink(await SmtpSink.open((mail) => waiting.get(WORD.exec(mail)?.[0] ?? '')?.()), waiting);
  }

  get port(): number {
    return this.server.port;
  }

  gets(word: string): Promise<void> {
    return new Promise((resolve) => this.waiting.set(word, resolve));
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

/** One server with one conversation, in which is answered again and again. */
export class ReplyBench {
  private rounds = 0;

  private constructor(
    private readonly bench: IntakeBench,
    private readonly sink: Sink,
    private readonly conversationIds: readonly string[],
  ) {}

  static async open(dialect: Dialect, conversations = 50): Promise<ReplyBench> {
    const sink = await Sink.open();
    const bench = await IntakeBench.open(dialect, {}, { smtpPort: sink.port });
    await bench.take(conversations, 'talk');
    const { stack } = bench;
    const list = `{ conversations(first: ${Math.min(100, conversations)}) { nodes { id inbox { id } } } }`;
    const { nodes } = (await stack.client.graphql<{ conversations: { nodes: { id: string; inbox: { id: string } }[] } }>(list))
      .conversations;
    const save = 'mutation ($input: InboxSaveInput!) { inboxSave(input: $input) { userErrors { message } } }';
    await stack.client.graphql(save, { input: { id: nodes[0]!.inbox.id, undoSeconds: 0 } });
    return new ReplyBench(
      bench,
      sink,
      nodes.map(({ id }) => id),
    );
  }

  async measure(count: number): Promise<ReplyTimes> {
    const round = ++this.rounds;
    const [acked, sent]: [number[], number[]] = [[], []];
    const meter = await this.bench.stack.measure();
    for (let n = 0; n < count; n++) {
      const word = `word-${round}-${n}`;
      const there = this.sink.gets(word);
      const began = performance.now();
      const conversationId = this.conversationIds[n % this.conversationIds.length]!;
      const input = { id: newId('message'), conversationId, text: `${word} It is on its way.` };
      const { messageSend } = await this.bench.stack.client.graphql<{ messageSend: { userErrors: unknown[] } }>(SEND, { input });
      if (messageSend.userErrors.length > 0) throw new Error(JSON.stringify(messageSend));
      acked.push(performance.now() - began);
      await there;
      sent.push(performance.now() - began);
    }
    const { cpuMs } = await meter.stop();
    const [ackedP50, sentP50, sentP99] = [percentile(acked, 0.5), percentile(sent, 0.5), percentile(sent, 0.99)];
    return { ackedP50, sentP50, sentP99, cpuMs: cpuMs / count };
  }

  async close(): Promise<void> {
    await this.bench.close();
    await this.sink.close();
  }
}
