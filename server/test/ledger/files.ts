import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { until } from '../support/until.js';
import { readConversations, readItems } from './client.js';
import type { Random } from './random.js';
import { MAILBOX, type World } from './world.js';

/** Beyond the numbers of the traffic and of the visitors of a run. */
const FIRST = 2_000_000;
const MIB = 1024 * 1024;
const ANSWER_MS = 120_000;
const FILE = 'name: "film.bin", mime: "application/octet-stream"';

interface WithFiles {
  text?: string;
  attachments?: { state: string; bytes: number | null; url: string | null }[];
}

/** Files of some megabytes that come in with mails and leave with replies, until `stop` (F6). */
export class Files {
  /** What the bytes of a file are, by the word in its message. */
  private readonly hashes = new Map<string, string>();
  private acknowledgements = 0;
  private running = true;
  private readonly loops: Promise<void>[];

  constructor(
    private readonly world: World,
    private readonly random: Random,
  ) {
    this.loops = [this.mails(), this.replies()];
    for (const loop of this.loops) loop.catch(() => undefined);
  }

  /** Waits until so many more replies with a file have been acknowledged. */
  async acknowledged(more: number): Promise<void> {
    const wanted = this.acknowledgements + more;
    const heard = until(() => this.acknowledgements >= wanted, { what: 'replies with files', deadlineMs: ANSWER_MS });
    await Promise.race([heard, Promise.all(this.loops).then(() => Promise.reject(new Error('The files have ended.')))]);
  }

  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.loops);
  }

  /** Waits until each message has its file, whole; throws which have not. Answers how many there are. */
  async compare(deadlineMs: number): Promise<number> {
    let wrong: string[] = [];
    const whole = async (): Promise<boolean> => {
      wrong = await this.wrong();
      return wrong.length === 0;
    };
    await until(whole, { what: 'each file', deadlineMs, everyMs: 2_000 }).catch(() => {
      throw new Error(`${wrong.length} of ${this.hashes.size} files are not there: ${wrong.slice(0, 5).join('; ')}`);
    });
    return this.hashes.size;
  }

  private async wrong(): Promise<string[]> {
    const missing = new Set(this.hashes.keys());
    const wrong: string[] = [];
    for (const { id } of await readConversations(this.world.client)) {
      const items = await readItems<WithFiles>(this.world.client, id, 'text attachments { state bytes url }');
      for (const { text = '', attachments = [] } of items) {
        const token = /(?:in|out)-[0-9a-z]+-2\d{6}/.exec(text)?.[0];
        if (token === undefined || !missing.delete(token)) continue;
        const [file] = attachments;
        const hash = file?.state === 'READY' && file.url !== null ? await this.hashOf(file.url) : (file?.state ?? 'none');
        if (hash !== this.hashes.get(token)) wrong.push(`${token}: ${hash}`);
      }
    }
    return [...wrong, ...[...missing].map((token) => `${token}: no message`)];
  }

  private async hashOf(url: string): Promise<string> {
    const { server, client } = this.world;
    const response = await fetch(new URL(url, server.url), { headers: { cookie: client.cookie } });
    if (!response.ok) return `answered ${response.status}`;
    return sha256(new Uint8Array(await response.arrayBuffer()));
  }

  private async mails(): Promise<void> {
    for (let n = FIRST; this.running; n++) {
      const token = `in-${this.random.seed.toString(36)}-${n}`;
      const bytes = this.bytes();
      const raw = [
        ...['From: Filmer <filmer@cust.test>', `To: ${MAILBOX}`, `Subject: Film ${token}`, `Message-ID: <${token}@cust.test>`],
        ...[
          `Date: ${new Date().toUTCString()}`,
          'MIME-Version: 1.0',
          'Content-Type: multipart/mixed; boundary="cut"',
          '',
          '--cut',
        ],
        ...['Content-Type: text/plain; charset=utf-8', '', `This is ${token}.`, '--cut'],
        ...['Content-Type: application/octet-stream; name="film.bin"', 'Content-Disposition: attachment; filename="film.bin"'],
        ...['Content-Transfer-Encoding: base64', '', lines(bytes.toString('base64')), '--cut--', ''],
      ].join('\r\n');
      await this.world.mail.deliver(MAILBOX, raw, { from: 'filmer@cust.test' });
      this.hashes.set(token, sha256(bytes));
      this.world.book.write({ what: 'in-sent', token });
      await pause(this.random.between(2_000, 5_000));
    }
  }

  private async replies(): Promise<void> {
    for (let n = FIRST; this.running; n++) {
      const token = `out-${this.random.seed.toString(36)}-${n}`;
      await this.reply(token, this.bytes());
      this.acknowledgements += 1;
      await pause(this.random.between(100, 500));
    }
  }

  /** A file that was answered with 204 is kept: only what was not is sent again. */
  private async reply(token: string, bytes: Buffer): Promise<void> {
    const id = `msg_${v7().replaceAll('-', '')}`;
    const uploadIds = [await this.again(() => this.upload(bytes))];
    await this.again(async () => {
      const { client } = this.world;
      const [conversation] = (await readConversations(client)).filter(({ subject }) => subject.startsWith('Question'));
      const input = { id, conversationId: conversation?.id, text: `Our film ${token}.`, uploadIds };
      const { messageSend } = await client.graphql<{ messageSend: { message: { id: string } | null; userErrors: unknown[] } }>(
        'mutation ($input: MessageSendInput!) { messageSend(input: $input) { message { id } userErrors { code message } } }',
        { input },
      );
      if (!messageSend.message) throw new Error(`messageSend: ${JSON.stringify(messageSend.userErrors)}`);
    });
    this.hashes.set(token, sha256(bytes));
    this.world.book.write({ what: 'out-acked', token });
  }

  private async upload(bytes: Buffer): Promise<string> {
    const { client, server } = this.world;
    const { uploadCreate } = await client.graphql<{
      uploadCreate: { id: string; url: string; headers: Record<string, string> };
    }>(`mutation ($bytes: Int!) { uploadCreate(${FILE}, bytes: $bytes) { id url headers } }`, { bytes: bytes.length });
    const { id, url, headers } = uploadCreate;
    const request = { method: 'PUT', headers, body: new Uint8Array(bytes), signal: AbortSignal.timeout(60_000) };
    const response = await fetch(new URL(url, server.url), request);
    if (response.status !== 204) throw new Error(`The upload answered ${response.status}.`);
    return id;
  }

  private async again<T>(work: () => Promise<T>): Promise<T> {
    const deadline = performance.now() + ANSWER_MS;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await pause(100);
      }
    }
  }

  private bytes(): Buffer {
    return randomBytes(Math.round(this.random.between(1, 5) * MIB));
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function lines(text: string): string {
  return text.match(/.{1,76}/g)?.join('\r\n') ?? '';
}
