import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import type { ChannelContext, StoredFile } from '@balie/plugin-sdk';
import { MailId } from '../mail-id.js';
import type { Proof } from './authentication.js';
import { notNow, Refusal } from './refusal.js';

/** Up to this size a mail is held and handed over whole; more of one is never in memory. */
const HELD_BYTES = 240 * 1024;
const LF = 10;
const CR = 13;

/** A mail while it comes in. */
interface DataStream extends AsyncIterable<Buffer> {
  readonly sizeExceeded: boolean;
}
export interface Arrived {
  raw: StoredFile;
  ids: ReturnType<MailId['digest']>;
}

/**
 * Stores a mail while it comes in, under the lines that we write above it (RFC 5321, 4.4). It is always read to its end, since the
 * answer belongs after the dot; of one that is refused nothing stays. Throws a Refusal, or what broke the line.
 */
export async function store(
  stream: DataStream,
  trace: Buffer,
  proof: Proof,
  files: ChannelContext<unknown>['files'],
): Promise<Arrived> {
  const mail = new Arriving(trace, proof, files);
  let refusal: unknown = null;
  try {
    for await (const chunk of stream) {
      if (refusal) continue;
      try {
        if (stream.sizeExceeded) throw tooLarge();
        await mail.write(chunk);
      } catch (error) {
        refusal = error;
        mail.abort();
      }
    }
    // The last piece may have been the one too many.
    if (!refusal && !stream.sizeExceeded) return await mail.end();
    mail.abort();
  } catch (error) {
    mail.abort();
    throw error;
  }
  throw stream.sizeExceeded ? tooLarge() : refusal instanceof Refusal ? refusal : notNow();
}

const tooLarge = (): Refusal => new Refusal(552, 'The mail is too large');

class Arriving {
  readonly #ids = new MailId();
  #held: Buffer[] = [];
  #heldBytes = 0;
  #pipe: PassThrough | null = null;
  #stored: Promise<StoredFile> | null = null;
  #last = 0;

  constructor(
    private readonly trace: Buffer,
    private readonly proof: Proof,
    private readonly files: ChannelContext<unknown>['files'],
  ) {}

  async write(chunk: Buffer): Promise<void> {
    this.#refuseBareLineFeed(chunk);
    this.#ids.update(chunk);
    if (this.#pipe) return this.#pass(this.#pipe, chunk);
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    if (this.#heldBytes > HELD_BYTES) await this.#open();
  }

  async end(): Promise<Arrived> {
    const { files } = this;
    if (!this.#pipe) {
      const whole = Buffer.concat(this.#held);
      this.proof.begin(whole);
      const raw = await files.put(Buffer.concat([this.trace, whole]), NAME).catch(() => Promise.reject(notNow()));
      return { raw, ids: this.#ids.digest() };
    }
    this.#pipe.end();
    const raw = await this.#stored?.catch(() => null);
    if (!raw) throw notNow();
    return { raw, ids: this.#ids.digest() };
  }

  /** Nothing of it stays. */
  abort(): void {
    this.#held = [];
    this.proof.abort();
    this.#pipe?.destroy(new Error('The mail was not taken in.'));
  }

  async #open(): Promise<void> {
    const first = Buffer.concat(this.#held);
    this.#held = [];
    const pipe = new PassThrough({ highWaterMark: HELD_BYTES });
    pipe.on('error', () => undefined);
    this.#pipe = pipe;
    this.#stored = this.files.put(Readable.toWeb(pipe) as ReadableStream, NAME);
    this.#stored.catch(() => undefined);
    this.proof.begin(first);
    pipe.write(this.trace);
    if (!pipe.write(first)) await this.#drained(pipe);
  }

  async #pass(pipe: PassThrough, chunk: Buffer): Promise<void> {
    const proven = this.proof.write(chunk);
    if (!pipe.write(chunk)) await this.#drained(pipe);
    await proven;
  }

  /** Until there is room; throws when the file is not taken any more. */
  async #drained(pipe: PassThrough): Promise<void> {
    await Promise.race([once(pipe, 'drain').catch(() => this.#stored), this.#stored]);
  }

  /** Servers disagree on what such a line end means, and a second mail may hide behind it (RFC 5321, 2.3.8; CVE-2023-51764). */
  #refuseBareLineFeed(chunk: Buffer): void {
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) {
      if ((at === 0 ? this.#last : chunk[at - 1]) !== CR)
        throw new Refusal(554, 'The mail has line feeds without a carriage return, which RFC 5321 forbids');
    }
    this.#last = chunk[chunk.length - 1] ?? this.#last;
  }
}

const NAME = { name: 'mail.eml', mime: 'message/rfc822' };
