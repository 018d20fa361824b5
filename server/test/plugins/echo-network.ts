import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

/** The far side of the echo channel: one account behind one token. */
export class EchoNetwork {
  readonly sent: { key: string; to: string; text: string }[] = [];
  token = 'canary-token-1';
  account = 'shop';
  private broken = false;
  private readonly messages: { n: number; from: string; text: string; file?: string }[] = [];
  private readonly waiting = new Set<() => void>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  static async open(): Promise<EchoNetwork> {
    const network = new EchoNetwork();
    network.server.listen(0, '127.0.0.1');
    await once(network.server, 'listening');
    return network;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Somebody writes. */
  write(from: string, text: string, file?: string): void {
    this.messages.push({ n: this.messages.length + 1, from, text, ...(file ? { file } : {}) });
    this.wake();
  }

  /** The token counts no longer, at once. */
  revoke(): void {
    this.token = 'canary-token-2';
    this.wake();
  }

  /** Answers nothing but 503, also to those who wait now. */
  set down(broken: boolean) {
    this.broken = broken;
    this.wake();
  }

  /** Who polls now. */
  get listeners(): number {
    return this.waiting.size;
  }

  async close(): Promise<void> {
    this.wake();
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private wake(): void {
    for (const wake of this.waiting) wake();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const json = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    const refused = () => request.headers.authorization !== this.token;
    if (this.broken) return void json(503, {});
    if (refused()) return void json(401, {});
    if (url.pathname === '/me') return void json(200, { account: this.account });
    if (url.pathname.startsWith('/files/')) return void sendZeros(response, Number(url.pathname.split('/')[2]));
    if (url.pathname === '/send') {
      const body = JSON.parse(Buffer.concat(await request.toArray()).toString()) as { key: string; to: string; text: string };
      this.sent.push(body);
      return void json(200, { id: `sent-${this.sent.length}` });
    }
    const after = Number(url.searchParams.get('after'));
    if (this.messages.length <= after) await this.change(request);
    if (this.broken) return void json(503, {});
    if (refused()) return void json(401, {});
    json(200, this.messages.slice(after));
  }

  private async change(request: IncomingMessage): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        resolve();
      };
      this.waiting.add(wake);
      request.socket.once('close', wake);
    });
  }
}

/** So many bytes, without ever holding them. */
function sendZeros(response: ServerResponse, bytes: number): void {
  const chunk = Buffer.alloc(64 * 1024);
  const pieces = function* () {
    for (let left = bytes; left > 0; left -= chunk.length) yield chunk.subarray(0, Math.min(left, chunk.length));
  };
  Readable.from(pieces()).pipe(response);
}
