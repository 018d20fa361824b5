import { v7 } from 'uuid';
import { readConversations } from './client.js';
import type { Random } from './random.js';
import { MAILBOX, type World } from './world.js';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** So long a server may take to come back and answer, also on a busy machine. */
const ANSWER_MS = 120_000;

/** Mails that come in and replies that go out, until `stop`. */
export class Traffic {
  private running = true;
  private abandoned = false;
  private readonly loops: Promise<void>[];
  private acknowledgements = 0;
  private awaited: { count: number; done: () => void }[] = [];

  constructor(
    private readonly world: World,
    private readonly random: Random,
    /** How many times longer than usual it waits between two. */
    private readonly slower = 1,
  ) {
    this.loops = [this.mails(), this.replies()];
    // Whoever waits for the loops hears of their end; until then it is nobody's unhandled rejection.
    for (const loop of this.loops) loop.catch(() => undefined);
  }

  /** Ends both loops; a reply that has begun is retried under its id until the server answers it, unless all is to be abandoned. */
  async stop(abandon = false): Promise<void> {
    this.running = false;
    this.abandoned = abandon;
    await Promise.all(this.loops);
  }

  /** Resolves in the moment in which so many more replies have been acknowledged; rejects when the traffic has broken off. */
  async acknowledged(more: number): Promise<void> {
    const heard = new Promise<void>((done) => this.awaited.push({ count: this.acknowledgements + more, done }));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const none = new Error(`Fewer than ${more} replies were acknowledged in ${ANSWER_MS} ms:\n${this.world.server.tail}`);
      timer = setTimeout(() => reject(none), ANSWER_MS);
    });
    const broken = Promise.all(this.loops).then(() => Promise.reject(new Error('The traffic has ended.')));
    await Promise.race([heard, late, broken]).finally(() => clearTimeout(timer));
  }

  private async mails(): Promise<void> {
    for (let n = 1; this.running; n++) {
      const token = `in-${this.random.seed.toString(36)}-${n}`;
      const from = `customer${n % 7}@cust.test`;
      const raw = [
        `From: Customer ${n % 7} <${from}>`,
        `To: ${MAILBOX}`,
        `Subject: Question ${token}`,
        `Message-ID: <${token}@cust.test>`,
        `Date: ${new Date().toUTCString()}`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        `Hello, this is ${token}. Can you help me?`,
        '',
      ].join('\r\n');
      await this.deliver(raw, from);
      this.world.book.write({ what: 'in-sent', token });
      await pause(this.slower * this.random.between(10, 150));
    }
  }

  /** As a mail server does: what is put off (the folder is being renumbered) is tried again. */
  private async deliver(raw: string, from: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.world.mail.deliver(MAILBOX, raw, { from });
        return;
      } catch (error) {
        if (attempt > 20 || !String(error).includes(': 4')) throw error;
        await pause(100);
      }
    }
  }

  private async replies(): Promise<void> {
    const ids: string[] = [];
    for (let n = 1; this.running; n++) {
      try {
        if (ids.length < 5 || n % 20 === 0) ids.splice(0, ids.length, ...(await this.answerable()));
      } catch {
        // The server is down just now: that is the point of the run.
      }
      if (ids.length > 0) await this.reply(n, this.random.pick(ids));
      await pause(this.slower * this.random.between(10, 120));
    }
  }

  /** What came by mail: of what leaves by another way, the far side hears nothing. */
  private async answerable(): Promise<string[]> {
    const all = await readConversations(this.world.client);
    return all.filter(({ subject }) => subject.startsWith('Question')).map(({ id }) => id);
  }

  /** One reply, sent again under the same id until it is answered, as every client of ours does. */
  private async reply(n: number, conversationId: string): Promise<void> {
    const token = `out-${this.random.seed.toString(36)}-${n}`;
    const input = {
      id: `msg_${v7().replaceAll('-', '')}`,
      conversationId,
      text: `Our answer ${token}.`,
      thenSetStatus: n % 3 === 0 ? 'CLOSED' : null,
    };
    const deadline = performance.now() + ANSWER_MS;
    while (!this.abandoned) {
      try {
        const { messageSend } = await this.world.client.graphql<{
          messageSend: { message: { id: string } | null; userErrors: { code: string; message: string }[] };
        }>('mutation ($input: MessageSendInput!) { messageSend(input: $input) { message { id } userErrors { code message } } }', {
          input,
        });
        if (!messageSend.message) throw new Error(`messageSend: ${JSON.stringify(messageSend.userErrors)}`);
        this.world.book.write({ what: 'out-acked', token });
        this.acknowledge();
        return;
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await pause(100);
      }
    }
  }

  private acknowledge(): void {
    this.acknowledgements += 1;
    this.awaited = this.awaited.filter(({ count, done }) => {
      if (count > this.acknowledgements) return true;
      done();
      return false;
    });
  }
}
