import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** SMTP by hand: says exactly what a test wants to be said, in the pieces in which it wants it. */
export class RawSmtp {
  #text = '';
  #wake: () => void = () => undefined;
  #ended = false;

  private constructor(private socket: Socket) {
    this.#hear(socket);
  }

  static async connect(port: number, localAddress?: string): Promise<RawSmtp> {
    const socket = connect({ port, host: '127.0.0.1', ...(localAddress ? { localAddress } : {}) });
    await once(socket, 'connect');
    return new RawSmtp(socket);
  }

  /** Connected, greeted, and with the envelope that is given. */
  static async open(port: number, o: { from?: string; to?: string[]; localAddress?: string } = {}): Promise<RawSmtp> {
    const client = await RawSmtp.connect(port, o.localAddress);
    await client.read();
    await client.say('EHLO sender.test');
    if (!o.to) return client;
    const answers = [await client.say(`MAIL FROM:<${o.from ?? 'anna@cust.test'}>`)];
    for (const address of o.to) answers.push(await client.say(`RCPT TO:<${address}>`));
    const wrong = answers.find((answer) => !answer.startsWith('250'));
    if (wrong) throw new Error(wrong);
    return client;
  }

  get socketOf(): Socket {
    return this.socket;
  }

  /** One whole answer, with all of its lines; '' when the line is closed. */
  async read(): Promise<string> {
    for (;;) {
      const found = /^(?:\d{3}-[^\n]*\r\n)*\d{3}[ ][^\n]*\r\n/.exec(this.#text);
      if (found) {
        this.#text = this.#text.slice(found[0].length);
        return found[0].trim();
      }
      if (this.#ended) return '';
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async say(line: string): Promise<string> {
    this.write(`${line}\r\n`);
    return this.read();
  }

  write(bytes: string | Buffer): void {
    this.socket.write(bytes);
  }

  /** DATA, the mail with its dots doubled, the dot; the answer to it. */
  async data(raw: string | Buffer): Promise<string> {
    const go = await this.say('DATA');
    if (!go.startsWith('354')) return go;
    const text = raw.toString('latin1').replace(/^\./gm, '..');
    this.write(Buffer.from(`${text.endsWith('\r\n') ? text : `${text}\r\n`}.\r\n`, 'latin1'));
    return this.read();
  }

  /** STARTTLS and the handshake; `ca` and `servername` are checked when they are given. */
  async secure(o: { ca?: string; servername?: string } = {}): Promise<void> {
    const answer = await this.say('STARTTLS');
    if (!answer.startsWith('220')) throw new Error(answer);
    await this.handshake(o);
  }

  async handshake(o: { ca?: string; servername?: string } = {}): Promise<void> {
    this.socket.removeAllListeners();
    this.#text = '';
    const socket = connectTls({ socket: this.socket, rejectUnauthorized: o.ca !== undefined, ...o });
    await once(socket, 'secureConnect');
    this.socket = socket;
    this.#hear(socket);
  }

  /** Until the other side has closed the line. */
  async closed(): Promise<void> {
    while (!this.#ended) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  /** Cuts the line. */
  drop(): void {
    this.socket.destroy();
  }

  #hear(socket: Socket): void {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      this.#text += chunk.toString('latin1');
      this.#wake();
    });
    const end = () => {
      this.#ended = true;
      this.#wake();
    };
    socket.on('end', end);
    socket.on('close', end);
  }
}

/** One mail by one connection; the answer to its dot, or the first refusal before it. */
export async function deliver(port: number, to: string[], raw: string | Buffer, from = 'anna@cust.test'): Promise<string> {
  const client = await RawSmtp.open(port);
  try {
    for (const line of [`MAIL FROM:<${from}>`, ...to.map((address) => `RCPT TO:<${address}>`)]) {
      const answer = await client.say(line);
      if (!answer.startsWith('250')) return answer;
    }
    return await client.data(raw);
  } finally {
    client.drop();
  }
}
