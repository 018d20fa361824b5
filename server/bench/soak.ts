// A working day in small: 100 agents who follow everything and 2,000 visitors who hear the chat, 20 messages a second come in by chat, mail and
// form, agents read, search and reply; for as long as it is told. What it took, what was lost or doubled, whether anybody was cut off, and whether
// memory, descriptors and the log of the database stay what they were (L1, L2, L4 and L7 of the reliability plan; Messenger's share comes by chat).
import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from '../test/ledger/client.js';
import { newId } from '../src/kernel/ids.js';
import { AgentLine, agentToken, SOCKETS_OF_TOKEN } from './agent-line.js';
import { IntakeBench } from './intake.js';
import { Pace, Times } from './pace.js';
import { percentile } from './percentiles.js';
import { many, type RawLine } from './raw-line.js';
import { ShopChat, type Visitor } from './shop-chat.js';
import { SmtpSink } from './smtp-sink.js';
import type { Dialect } from './stack.js';

export interface SoakOptions {
  minutes: number;
  agents: number;
  visitors: number;
}

const PER_SECOND = { chat: 14, mail: 5, form: 1, reply: 1, list: 1, open: 1, search: 0.5 };
/** So many of the visitors speak, each fewer times a minute than is taken for a machine. */
const SPEAKERS = 100;
/** What has not come by then is lost. */
const PATIENCE_MS = 120_000;
const SAMPLE_MS = 10_000;
/** By which the subjects of mails begin. */
const ORDER = 'Order';
const WORD = /word-[0-9a-f-]{36}/;
const SIGNALS = {
  id: 't',
  type: 'subscribe',
  payload: { query: 'subscription { signals(scope: { all: true }) { kind active } }' },
};
const LIST = `{ conversations(first: 50, filter: { status: [OPEN] }) { nodes { id subject preview contact { id name } } } }`;
const OPEN = `query ($id: ID!) { node(id: $id) { ... on Conversation {
  id subject items(last: 50) { nodes { __typename ... on Message { id text } } } } } }`;
const SEARCH = `query ($text: String!) { search(query: $text, first: 50) { nodes { id subject } } }`;
const SEND = 'mutation ($input: MessageSendInput!) { messageSend(input: $input) { message { id } userErrors { message } } }';
const SAVE = 'mutation ($input: InboxSaveInput!) { inboxSave(input: $input) { userErrors { message } } }';
const FORM = `mutation ($input: ChannelSetupInput!) { channelSetup(input: $input) { channel { id } userErrors { message } } }`;

interface Sample {
  atMs: number;
  mib: number;
  descriptors: number;
  logMiB: number;
}

/** Runs it and prints what was seen. */
export async function soak(dialect: Dialect, options: SoakOptions): Promise<void> {
  const heard = new Map<string, () => void>();
  const sink = await SmtpSink.open((mail) => heard.get(WORD.exec(mail)?.[0] ?? '')?.());
  const bench = await IntakeBench.open(dialect, { BALIE_TRUSTED_PROXIES: '127.0.0.1' }, { smtpPort: sink.port });
  try {
    await new Soak(bench, heard, options).run(dialect);
  } finally {
    await bench.close();
    await sink.close();
  }
}

class Soak {
  private readonly times = new Times();
  private readonly failures = new Map<string, number>();
  private readonly samples: Sample[] = [];
  private lost = 0;
  private said = 0;

  constructor(
    private readonly bench: IntakeBench,
    private readonly heard: Map<string, () => void>,
    private readonly options: SoakOptions,
  ) {}

  async run(dialect: Dialect): Promise<void> {
    const { stack } = this.bench;
    const shop = await ShopChat.open(stack);
    const submit = await this.form();
    const lines = await this.crowd(shop);
    const speakers = await many(SPEAKERS, () => shop.newVisitor());
    const agent = await AgentLine.open(stack.server.url, await agentToken(this.bench.stack.client));
    const meter = await stack.measure(SAMPLE_MS);
    const paces = await this.traffic(shop, speakers, agent, submit);
    const began = performance.now();
    while (performance.now() - began < this.options.minutes * 60_000) {
      await delay(SAMPLE_MS);
      this.samples.push(this.sample(performance.now() - began, meter.lastMiB));
    }
    await Promise.all(paces.map((pace) => pace.stop()));
    const { cpuMs } = await meter.stop();
    const cut = lines.filter((line) => !line.isOpen).length;
    for (const line of lines) line.close();
    agent.close();
    shop.close();
    const kept = `SELECT COUNT(*) AS "all", COUNT(DISTINCT "text") AS "different" FROM message WHERE direction = 'INBOUND'`;
    this.print(dialect, { ...(await stack.db.row<{ all: number; different: number }>(kept)), cut, cpuMs });
  }

  /** Those who are there and hear: agents with two subscriptions each, visitors with their streams. */
  private async crowd(shop: ShopChat): Promise<(AgentLine | RawLine)[]> {
    const { agents, visitors } = this.options;
    const tokens = await many(Math.ceil(agents / SOCKETS_OF_TOKEN), () => agentToken(this.bench.stack.client));
    const { url } = this.bench.stack.server;
    const sockets = await many(agents, async (index) => {
      const line = await AgentLine.open(url, tokens[Math.floor(index / SOCKETS_OF_TOKEN)]!);
      line.say(SIGNALS);
      return line;
    });
    return [...sockets, ...(await many(visitors, async () => shop.stream(await shop.newVisitor())))];
  }

  private async traffic(
    shop: ShopChat,
    speakers: readonly Visitor[],
    agent: AgentLine,
    submit: (word: string, n: number) => Promise<void>,
  ): Promise<Pace[]> {
    const { stack } = this.bench;
    const [reader, writer] = [new Client(stack.server.url), new Client(stack.server.url)];
    await Promise.all([reader.signIn(), writer.signIn()]);
    const pace = (kind: keyof typeof PER_SECOND, work: (n: number) => Promise<void>): Pace =>
      new Pace(PER_SECOND[kind], work, (error) => this.failed(kind, error));
    /** Says a word somewhere, and waits until the agent has it. */
    const comes = async (kind: string, say: (word: string) => Promise<void>): Promise<void> => {
      const word = `word-${randomUUID()}`;
      const there = agent.hears(word);
      const began = performance.now();
      this.said++;
      await say(word);
      const at = await Promise.race([there, delay(PATIENCE_MS, null, { ref: false })]);
      if (at === null) this.lost++;
      else this.times.add(kind, at - began);
    };
    const [known, mails]: [string[], string[]] = [[], []];
    return [
      pace('chat', (n) =>
        comes('a visitor speaks, an agent sees it', (word) => shop.say(speakers[n % SPEAKERS]!, `${word} hello`)),
      ),
      pace('mail', (n) => comes('a mail of 50 KB comes, an agent sees it', (word) => this.bench.deliver(mailWith(word, n)))),
      pace('form', (n) => comes('a form is sent, an agent sees it', (word) => submit(word, n))),
      pace('list', async () => {
        const { conversations } = await this.times.of('a list of 50', () => reader.graphql<Listed>(LIST));
        known.splice(0, known.length, ...conversations.nodes.map(({ id }) => id));
        const ofMails = conversations.nodes.filter(({ subject }) => subject?.startsWith(ORDER));
        mails.splice(0, mails.length, ...ofMails.map(({ id }) => id));
      }),
      pace('open', async (n) => {
        const id = known[n % known.length];
        if (id) await this.times.of('a conversation', () => reader.graphql(OPEN, { id }));
      }),
      pace('search', async () => void (await this.times.of('a search', () => reader.graphql(SEARCH, { text: 'hello' })))),
      pace('reply', async (n) => {
        const id = mails[n % mails.length];
        if (id) await this.reply(writer, id);
      }),
    ];
  }

  /** Answers a mail: until the answer is there, and until the mail server has it. */
  private async reply(writer: Client, conversationId: string): Promise<void> {
    const word = `word-${randomUUID()}`;
    const sent = new Promise<void>((resolve) => this.heard.set(word, resolve));
    const began = performance.now();
    const input = { id: newId('message'), conversationId, text: `${word} It is on its way.` };
    const { messageSend } = await this.times.of('a reply is taken', () =>
      writer.graphql<{ messageSend: { userErrors: unknown[] } }>(SEND, { input }),
    );
    if (messageSend.userErrors.length > 0) throw new Error(JSON.stringify(messageSend.userErrors));
    await Promise.race([sent, delay(PATIENCE_MS, null, { ref: false })]);
    this.heard.delete(word);
    this.times.add('a reply is at the mail server', performance.now() - began);
  }

  /** A form of its own; answers what sends it. */
  private async form(): Promise<(word: string, n: number) => Promise<void>> {
    const { stack } = this.bench;
    const { inboxes } = await stack.client.graphql<{ inboxes: { id: string }[] }>('{ inboxes { id } }');
    // Replies leave at once.
    for (const { id } of inboxes) await stack.client.graphql(SAVE, { input: { id, undoSeconds: 0 } });
    const fields = [
      { type: 'email', label: 'E-mail', required: true },
      { type: 'long', label: 'Question', required: true },
    ];
    const input = { inboxId: inboxes[0]?.id, type: 'form', step: 'settings', data: { name: 'Form', fields, ownForms: true } };
    const { channelSetup } = await stack.client.graphql<{ channelSetup: { channel: { id: string } | null } }>(FORM, { input });
    const url = `${stack.server.url}/p/form/routes/${channelSetup.channel?.id ?? ''}/submit`;
    return async (word, n) => {
      const body = new FormData();
      body.append('e_mail', `asker${n}@customer.example`);
      body.append('question', `${word} hello`);
      const headers = {
        accept: 'application/json',
        connection: 'close',
        'x-forwarded-for': `10.200.${(n >> 8) & 255}.${n & 255}`,
      };
      const answer = await fetch(url, { method: 'POST', body, headers });
      if (!answer.ok) throw new Error(`The form answered ${answer.status}: ${await answer.text()}`);
    };
  }

  private failed(kind: string, error: unknown): void {
    const words = `${kind}: ${String(error).slice(0, 120)}`;
    this.failures.set(words, (this.failures.get(words) ?? 0) + 1);
  }

  private sample(atMs: number, mib: number): Sample {
    const { server, folder } = this.bench.stack;
    const log = statSync(join(folder, 'balie.db-wal'), { throwIfNoEntry: false });
    return { atMs, mib, descriptors: readdirSync(`/proc/${server.pid}/fd`).length, logMiB: (log?.size ?? 0) / 1_048_576 };
  }

  private print(dialect: Dialect, end: { all: number; different: number; cut: number; cpuMs: number }): void {
    const { minutes, agents, visitors } = this.options;
    console.log(`${dialect}, ${minutes} min, ${agents} agents, ${visitors} visitors; cut off: ${end.cut}`);
    console.log(`said ${this.said}, kept ${end.all}, different ${end.different}, not seen in time ${this.lost}`);
    console.log(`CPU ${(end.cpuMs / (minutes * 600)).toFixed(1)} % of a core`);
    for (const [kind, ms] of this.times.all)
      console.log(
        `${kind.padEnd(44)} p50 ${percentile(ms, 0.5).toFixed(0)} ms   p99 ${percentile(ms, 0.99).toFixed(0)} ms   ${ms.length}×`,
      );
    const settled = this.samples.slice(Math.floor(this.samples.length / 3));
    const range = (of: (sample: Sample) => number): string =>
      `${Math.round(Math.min(...settled.map(of)))} to ${Math.round(Math.max(...settled.map(of)))}`;
    console.log(
      `after the first third: memory ${range(({ mib }) => mib)} MiB, ${(slope(settled) * 100).toFixed(1)} % an hour; ${range(({ descriptors }) => descriptors)} descriptors; log of the database ${range(({ logMiB }) => logMiB)} MiB`,
    );
    for (const [words, times] of this.failures) console.log(`${times}× ${words}`);
  }
}

interface Listed {
  conversations: { nodes: { id: string; subject: string | null }[] };
}

/** By how much of itself the memory grows in an hour: the line through the samples that lies nearest to all. */
function slope(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number): number => samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const [time, mib] = [mean(({ atMs }) => atMs), mean((one) => one.mib)];
  const along = samples.reduce((sum, one) => sum + (one.atMs - time) * (one.mib - mib), 0);
  const across = samples.reduce((sum, { atMs }) => sum + (atMs - time) ** 2, 0);
  return ((along / across) * 3_600_000) / mib;
}

/** From a customer of his own, with a file; 50 KB in all. */
function mailWith(word: string, n: number): string {
  const file = Buffer.alloc(36_000, `${word} `).toString('base64').replace(/.{76}/g, '$&\r\n');
  return [
    `From: Customer ${n} <customer${n}@customer.example>`,
    'To: support@bench.test',
    `Subject: ${ORDER} ${n}`,
    `Message-ID: <${randomUUID()}@customer.example>`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `${word} hello, this is about my order.`,
    '--b',
    'Content-Type: application/pdf; name="order.pdf"',
    'Content-Disposition: attachment; filename="order.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    file,
    '--b--',
    '',
  ].join('\r\n');
}
