import type { IncomingMessage } from 'node:http';
import { CloseCode } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import type { Caller } from '../../features/auth/index.js';

/** Closed by us for a reason that passes: the client goes on from its last cursor, at once. */
export const RESUME = 4409;
/** The session or token no longer holds. */
export const SIGNED_OUT = CloseCode.Unauthorized;

const PING_EVERY_MS = 12_000;
const BUFFER_BYTES = 1_048_576;
const SEND_DEADLINE_MS = 15_000;
const CLOSE_DEADLINE_MS = 2_000;

/** One WebSocket: keeps it alive, and ends it when its reader is too slow or gone. */
export class LiveSocket {
  /** Set once its first message has shown a session or token. */
  caller: Caller | null = null;
  private readonly pinging: NodeJS.Timeout;
  private answered = true;

  constructor(
    private readonly socket: WebSocket,
    readonly request: IncomingMessage,
  ) {
    this.pinging = setInterval(() => this.ping(), PING_EVERY_MS);
    socket.on('pong', () => (this.answered = true));
    socket.once('close', () => clearInterval(this.pinging));
    socket.on('error', () => this.socket.terminate());
  }

  get protocol(): string {
    return this.socket.protocol;
  }

  onMessage(listener: (message: string) => Promise<void>): void {
    this.socket.on('message', (data: RawData, isBinary: boolean) => {
      if (isBinary) return this.close(CloseCode.BadRequest, 'Text only');
      // What is wrong inside the server is never told to the other side.
      listener((data as Buffer).toString('utf8')).catch(() => this.close(CloseCode.InternalServerError, 'Internal error'));
    });
  }

  onClose(listener: (code: number, reason: string) => void): void {
    this.socket.once('close', (code, reason) => listener(code, reason.toString('utf8')));
  }

  /** Resolves once the message has left; the next one of the same subscription is only made then. */
  send(message: string): Promise<void> {
    const { socket } = this;
    if (socket.readyState !== socket.OPEN) return Promise.resolve();
    if (socket.bufferedAmount > BUFFER_BYTES) {
      this.close(RESUME, 'Too slow');
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const late = setTimeout(() => this.close(RESUME, 'Too slow'), SEND_DEADLINE_MS);
      socket.send(message, () => {
        clearTimeout(late);
        resolve();
      });
    });
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
    // A peer that does not read does not answer the closing either.
    setTimeout(() => this.socket.terminate(), CLOSE_DEADLINE_MS).unref();
  }

  private ping(): void {
    if (!this.answered) return this.socket.terminate();
    this.answered = false;
    this.socket.ping();
  }
}
