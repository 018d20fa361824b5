import { once } from 'node:events';
import { createSocket, type Socket } from 'node:dgram';
import type { AddressInfo } from 'node:net';

const TXT = 16;
const NO_SUCH_NAME = 3;

/** A name server (RFC 1035) that knows what the test says, and can be made to keep silent. */
export class NameServer {
  readonly #texts = new Map<string, readonly string[]>();
  #waiting: (() => void)[] | null = null;
  #hushed = '';
  /** Questions that were asked and not answered. */
  silent = 0;

  private constructor(private readonly socket: Socket) {
    socket.on('message', (question, from) => {
      const { name, reply } = this.#answer(question);
      const answer = () => socket.send(reply, from.port, from.address);
      if (!this.#waiting || !name.startsWith(this.#hushed)) return answer();
      this.silent += 1;
      this.#waiting.push(answer);
    });
  }

  static async open(): Promise<NameServer> {
    const socket = createSocket('udp4');
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new NameServer(socket);
  }

  get address(): string {
    const { address, port } = this.socket.address() as AddressInfo;
    return `${address}:${port}`;
  }

  /** What a name says of itself, in one record or in more. */
  say(name: string, ...texts: string[]): void {
    this.#texts.set(name, texts);
  }

  /** Answers nothing about names that begin so, until `speak`. */
  hush(names: string): void {
    this.#waiting = [];
    this.#hushed = names;
    this.silent = 0;
  }

  speak(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const answer of waiting) answer();
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.socket.close(() => resolve()));
  }

  #answer(question: Buffer): { name: string; reply: Buffer } {
    const labels: string[] = [];
    let at = 12;
    for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
      labels.push(question.toString('latin1', at + 1, at + 1 + length));
      at += 1 + length;
    }
    const name = labels.join('.').toLowerCase();
    const type = question.readUInt16BE(at + 1);
    const asked = question.subarray(12, at + 5);
    const texts = type === TXT ? this.#texts.get(name) : undefined;
    const head = Buffer.alloc(12);
    question.copy(head, 0, 0, 2);
    head.writeUInt16BE(0x8580 | (texts === undefined ? NO_SUCH_NAME : 0), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(texts?.length ?? 0, 6);
    return { name, reply: Buffer.concat([head, asked, ...(texts ?? []).map(record)]) };
  }
}

/** A TXT record of the name in question: pieces of at most 255 bytes. */
function record(text: string): Buffer {
  const pieces = (text.match(/[^]{1,255}/g) ?? []).map((piece) => Buffer.from(`\0${piece}`, 'latin1'));
  for (const piece of pieces) piece[0] = piece.length - 1;
  const data = Buffer.concat(pieces);
  const head = Buffer.from([0xc0, 12, 0, TXT, 0, 1, 0, 0, 0, 60, 0, 0]);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
