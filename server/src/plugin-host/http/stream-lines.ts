import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type WebSocket, WebSocketServer } from 'ws';
import { Clock } from '../../kernel/clock.js';
import { headOf, type WebRequest } from './raw-request.js';
import { HttpRefusal } from './refusal.js';
import { allowOrigins } from './routes.js';
import { type Admission, type Told, type VisitorLine, VisitorStreams } from './streams.js';

/** What a slow reader may have waiting. */
const WAITING_BYTES = 1024 * 1024;
const STREAM = /^\/p\/([a-z][a-z0-9-]*)\/stream\/(chn_[0-9a-f]{32})$/;

/** The two ways to be told live: server-sent events, and a WebSocket. Both carry the same lines of JSON. */
@Injectable()
export class StreamLines {
  private readonly wss = new WebSocketServer({ noServer: true, maxPayload: 4096 });

  constructor(
    private readonly streams: VisitorStreams,
    private readonly clock: Clock,
  ) {}

  /** Answers with events for as long as he stays. */
  async events(plugin: string, channelId: string, request: WebRequest, response: ServerResponse): Promise<void> {
    allowOrigins(request, response);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const raw = { ...headOf(request, '', this.clock.now()), body: new Uint8Array() };
    const admission = await this.streams.admit(plugin, channelId, raw);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.write('retry: 2000\n\n');
    const leave = this.streams.join(channelId, raw.ip, admission, new EventLine(response));
    response.once('close', leave);
  }

  /** Whether the upgrade is to a stream of ours; then it is answered, whatever the answer is. `ipOf` looks past trusted proxies. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, ipOf: (request: IncomingMessage) => string): boolean {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, plugin, channelId] = STREAM.exec(pathname) ?? [];
    if (plugin === undefined || channelId === undefined) return false;
    socket.on('error', () => socket.destroy());
    const raw = { ...headOf(request, '', this.clock.now()), ip: ipOf(request), body: new Uint8Array() };
    this.streams.admit(plugin, channelId, raw).then(
      (admission) => {
        this.wss.handleUpgrade(request, socket, head, (ws) => this.open(ws, channelId, raw.ip, admission));
      },
      (error: unknown) => refuse(socket, error),
    );
    return true;
  }

  private open(ws: WebSocket, channelId: string, ip: string, admission: Admission): void {
    const leave = this.streams.join(channelId, ip, admission, new SocketLine(ws));
    ws.on('error', () => ws.terminate());
    ws.once('close', leave);
  }
}

/** Of server-sent events. A class, since there are thousands of them. */
class EventLine implements VisitorLine {
  private static readonly beat = Buffer.from(': \n\n');

  constructor(private readonly response: ServerResponse) {}

  send({ event }: Told): boolean {
    this.response.write(event);
    return this.response.writableLength < WAITING_BYTES;
  }

  ping(): void {
    this.response.write(EventLine.beat);
  }

  close(): void {
    this.response.end();
  }
}

class SocketLine implements VisitorLine {
  private answered = true;

  constructor(private readonly ws: WebSocket) {
    ws.on('pong', () => (this.answered = true));
  }

  send({ text }: Told): boolean {
    this.ws.send(text, { binary: false });
    return this.ws.bufferedAmount < WAITING_BYTES;
  }

  ping(): void {
    if (!this.answered) return this.ws.terminate();
    this.answered = false;
    this.ws.ping();
  }

  close(reason: string): void {
    this.ws.close(1012, reason);
    setTimeout(() => this.ws.terminate(), 2000).unref();
  }
}

function refuse(socket: Duplex, error: unknown): void {
  const status = error instanceof HttpRefusal ? error.getStatus() : 500;
  const after = error instanceof HttpRefusal && error.retryAfterSeconds ? `Retry-After: ${error.retryAfterSeconds}\r\n` : '';
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\n${after}Content-Length: 0\r\n\r\n`);
}
