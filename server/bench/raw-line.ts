// Many lines at little cost: plain TCP sockets that speak as much of HTTP and WebSocket as it takes, and look in what comes only for a
// word. A client that decodes everything would be what is measured.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Sockets that are opened at once: more would wait in the queue of the listening socket. */
const AT_ONCE = 25;

/** One open line, after the answer to its first request. */
export class RawLine {
  private waiting: { word: Buffer; done: () => void } | null = null;
  private rest: Buffer = Buffer.alloc(0);

  private constructor(private readonly socket: Socket) {
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => this.look(chunk));
  }

  /** Sends a request and resolves once its answer has come up to a word; rejects when that has another status. */
  static async open(url: string, head: readonly string[], o: { status: number; until: string }): Promise<RawLine> {
    const { hostname, port, pathname } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.setNoDelay(true);
    const line = new RawLine(socket);
    const answered = line.hears(o.until);
    let first = '';
    socket.once('data', (chunk: Buffer) => {
      first = chunk.toString('latin1');
      if (!first.startsWith(`HTTP/1.1 ${o.status}`)) socket.destroy();
    });
    socket.write([`GET ${pathname} HTTP/1.1`, `Host: ${hostname}:${port}`, ...head, '', ''].join('\r\n'));
    await Promise.race([
      answered,
      once(socket, 'close').then(() => Promise.reject(new Error(`The line was refused: ${first.slice(0, 300)}`))),
    ]);
    return line;
  }

  /** A WebSocket of a protocol; from then on `say` and `hears`. */
  static socket(url: string, protocol: string): Promise<RawLine> {
    const key = randomBytes(16).toString('base64');
    const head = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${key}`];
    const named = protocol === '' ? [] : [`Sec-WebSocket-Protocol: ${protocol}`];
    return RawLine.open(url, [...head, ...named], { status: 101, until: '\r\n\r\n' });
  }

  /** Resolves when the word comes. */
  hears(word: string): Promise<void> {
    return new Promise((done) => (this.waiting = { word: Buffer.from(word), done }));
  }

  /** Sends a text as a frame of a client: masked, with a mask of zeros. */
  say(text: string): void {
    const bytes = Buffer.from(text);
    if (bytes.length >= 65_536) throw new Error('Too long for this');
    const size = bytes.length < 126 ? [0x80 | bytes.length] : [0x80 | 126, bytes.length >> 8, bytes.length & 255];
    this.socket.write(Buffer.concat([Buffer.from([0x81, ...size, 0, 0, 0, 0]), bytes]));
  }

  /** Whether nobody has ended it. */
  get isOpen(): boolean {
    return !this.socket.destroyed && !this.socket.readableEnded;
  }

  close(): void {
    this.socket.destroy();
  }

  private look(chunk: Buffer): void {
    if (!this.waiting) return;
    const seen = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const { word, done } = this.waiting;
    if (seen.includes(word)) {
      this.waiting = null;
      this.rest = Buffer.alloc(0);
      done();
    } else this.rest = Buffer.from(seen.subarray(Math.max(0, seen.length - word.length + 1)));
  }
}

/** So many of something, a few at once. */
export async function many<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      made[index] = await make(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, work));
  return made;
}
