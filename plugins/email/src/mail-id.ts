import { createHash, type Hash } from 'node:crypto';
import type { ExternalId } from '@balie/plugin-sdk';

const HEAD_LIMIT = 1024 * 1024;
const LF = 10;
const CR = 13;
/** Tells our own copy in the Sent folder, also where the provider has given it another Message-ID (R-THR-2). */
export const KEY_HEADER = 'X-Balie-Key';
/** Whether a send key can stand in that header. */
export const isKey = (sendKey: string): boolean => /^[\w-]{1,100}$/.test(sendKey);
/** Written on the way or by the receiving server: two deliveries of one mail differ in them. */
const TRACE =
  /^(received|return-path|delivered-to|envelope-to|x-.*|authentication-results|arc-.*|dkim-signature|status|content-length|lines|received-spf)$/;

/** Reads a mail as it passes by and gives it the id that it has wherever and whenever it is met again (R-DUP-1 to 3). */
export class MailId {
  #head: Buffer[] = [];
  #headBytes = 0;
  #inBody = false;
  #body: Hash = createHash('sha256');
  #heldNewlines = 0;
  #atLineStart = true;

  /** Line ends count as LF, and those at the very end not at all, since servers differ in them. */
  update(chunk: Uint8Array): void {
    let start = 0;
    if (!this.#inBody) {
      start = this.#headEnd(chunk);
      this.#head.push(Buffer.from(chunk.subarray(0, start)));
      this.#headBytes += start;
      if (this.#headBytes > HEAD_LIMIT) this.#inBody = true;
      if (!this.#inBody) return;
    }
    // One update of the hash a chunk: one a line would cost more than reading the mail. Two line ends become four bytes at most.
    const out = Buffer.allocUnsafe(2 * (chunk.length - start) + 32);
    let length = 0;
    for (let i = start; i < chunk.length; i++) {
      const byte = chunk[i] as number;
      if (byte === LF) this.#heldNewlines++;
      if (byte === LF || byte === CR) continue;
      if (this.#heldNewlines > 0) {
        length += out.write(this.#heldNewlines === 1 ? '\n' : `\n\0${this.#heldNewlines}\0`, length, 'latin1');
        this.#heldNewlines = 0;
      }
      out[length++] = byte;
    }
    this.#body.update(out.subarray(0, length));
  }

  /** How many bytes of the chunk still belong to the head, which ends with an empty line. */
  #headEnd(chunk: Uint8Array): number {
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (byte === CR) continue;
      if (byte === LF && this.#atLineStart && this.#headBytes + i > 0) {
        this.#inBody = true;
        return i + 1;
      }
      this.#atLineStart = byte === LF;
    }
    return chunk.length;
  }

  /**
   * The id is a hash of fixed length, whatever a sender writes into his Message-ID. `sender` and `sendKey` are what the head says
   * of who sent it; true only where nobody but ourselves can have written it.
   */
  digest(): { id: ExternalId; hash: string; messageId: string | null; sender: string | null; sendKey: string | null } {
    const fields = Buffer.concat(this.#head)
      .toString('latin1')
      .replace(/\r?\n(?=[ \t])/g, '')
      .split(/\r?\n/)
      .map((line) => {
        const colon = line.indexOf(':');
        return colon > 0
          ? [
              line.slice(0, colon).trim().toLowerCase(),
              line
                .slice(colon + 1)
                .replace(/\s+/g, ' ')
                .trim(),
            ]
          : ['', ''];
      });
    const first = (name: string) => fields.find(([key]) => key === name)?.[1] ?? '';
    const messageId = /<[^<>\s]+>/.exec(first('message-id'))?.[0] ?? null;
    const body = this.#body.digest('hex');
    const parts = messageId
      ? [first('from'), first('date'), body]
      : [...fields.filter(([key]) => key && !TRACE.test(key ?? '')).map(([key, value]) => `${key}:${value}`), body];
    const hash = createHash('sha256').update(parts.join('\n'), 'latin1').digest('hex');
    const id = createHash('sha256')
      .update(`${messageId ?? ''}\n${hash}`, 'latin1')
      .digest('hex') as ExternalId;
    const sender = first('sender').slice(0, 500) || null;
    // Sent on by hand: it says of itself what the first sender has written (RFC 5322, 3.6.6).
    const again = fields.some(([key]) => key?.startsWith('resent-'));
    const key = first(KEY_HEADER.toLowerCase());
    const sendKey = !again && isKey(key) ? key : null;
    return { id, hash, messageId, sender, sendKey };
  }
}
