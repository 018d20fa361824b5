import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { ApiSettingsService } from '../../features/api-settings/index.js';
import { Authenticator, type Caller, type SocketParams } from '../../features/auth/index.js';
import { JournalTail } from '../../features/changes/index.js';
import { Clock } from '../../kernel/clock.js';
import { LiveSocket, RESUME, SIGNED_OUT } from './socket.js';
import { type SocketExtra, SocketOperations } from './socket-operations.js';

const PATH = '/graphql';
const MESSAGE_BYTES = 256 * 1024;
const SOCKETS_PER_CALLER = 20;
/** The longest that a timer of Node waits. */
const TIMER_MS = 2 ** 31 - 1;

type GraphqlServer = ReturnType<typeof makeServer<SocketParams & Record<string, unknown>, SocketExtra>>;

/** Subscriptions over graphql-ws. Our own rather than Nest's, which looks at no origin, limits no message and knows no close codes. */
@Injectable()
export class SocketServer {
  private readonly wss = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES, handleProtocols });
  private readonly live = new Set<LiveSocket>();
  private graphql: GraphqlServer | null = null;
  private stopping = false;

  constructor(
    private readonly authenticator: Authenticator,
    private readonly operations: SocketOperations,
    private readonly schemas: GraphQLSchemaHost,
    private readonly tail: JournalTail,
    private readonly clock: Clock,
    private readonly settings: ApiSettingsService,
  ) {}

  /** How many sockets are open. */
  get count(): number {
    return this.live.size;
  }

  /** Takes the upgrades of an HTTP server, but for those that `elsewhere` answers. */
  attach(server: Server, elsewhere: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean = () => false): void {
    this.graphql = makeServer<SocketParams & Record<string, unknown>, SocketExtra>({
      schema: this.schemas.schema,
      onConnect: (context) => this.admit(context.extra.socket, context.connectionParams ?? {}),
      ...this.operations.hooks(this.schemas.schema),
    });
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (!elsewhere(request, socket, head)) this.upgrade(request, socket, head);
    });
    this.tail.onEvent((event) => {
      for (const socket of this.live) if (socket.caller?.ids.includes(event.nodeId)) void this.recheck(socket, socket.caller);
    });
  }

  /** Lets everyone go, with the word to come back and go on from the last cursor. */
  async close(): Promise<void> {
    this.stopping = true;
    const gone = [...this.live].map((socket) => new Promise<void>((resolve) => socket.onClose(() => resolve())));
    for (const socket of this.live) socket.close(RESUME, 'The server restarts');
    await Promise.all(gone);
    this.wss.close();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== PATH) return refuse(socket, '404 Not Found');
    if (this.stopping) return refuse(socket, '503 Service Unavailable');
    // A browser always names its origin: a cookie without one comes from something that pretends to be a browser.
    const nameless = request.headers.origin === undefined && request.headers.cookie !== undefined;
    if (nameless) return refuse(socket, '403 Forbidden');
    const admit = (): void => this.wss.handleUpgrade(request, socket, head, (ws) => this.open(new LiveSocket(ws, request)));
    if (!this.authenticator.isForeign(request)) return admit();
    // A page of an allowed site shows a token in its first message; the cookie does not count for it.
    this.settings.isAllowed(request.headers.origin ?? '').then(
      (allowed) => (allowed && !this.stopping ? admit() : refuse(socket, '403 Forbidden')),
      () => refuse(socket, '503 Service Unavailable'),
    );
  }

  private open(socket: LiveSocket): void {
    this.live.add(socket);
    const closed = this.graphql?.opened(socket, { socket });
    socket.onClose((code, reason) => {
      this.live.delete(socket);
      void closed?.(code, reason);
    });
  }

  /** Whether the first message shows a session or token that holds; anybody else is closed with 4401. */
  private async admit(socket: LiveSocket, params: SocketParams): Promise<boolean> {
    const caller = await this.authenticator.socketCaller(socket.request, params);
    if (!caller) {
      socket.close(SIGNED_OUT, 'Sign in');
      return false;
    }
    const others = [...this.live].filter((other) => other.caller?.ids[0] === caller.ids[0]);
    if (others.length >= SOCKETS_PER_CALLER) {
      socket.close(CloseCode.Forbidden, `At most ${SOCKETS_PER_CALLER} sockets for one session`);
      return false;
    }
    socket.caller = caller;
    this.watchEnd(socket, caller);
    return true;
  }

  /** Closes the socket of a token when its time is over: no event tells of that. */
  private watchEnd(socket: LiveSocket, caller: Caller): void {
    const { endsAt } = caller;
    if (endsAt === null) return;
    let timer: NodeJS.Timeout | undefined;
    const look = (): void => {
      const left = endsAt - this.clock.now();
      // A timer may fire a moment too early, when the token still holds.
      if (left >= 0) timer = setTimeout(look, Math.min(TIMER_MS, left + 1));
      else void this.recheck(socket, caller);
    };
    look();
    socket.onClose(() => clearTimeout(timer));
  }

  /** After an event about the session, token or person behind a socket: closes it when they no longer hold. */
  private async recheck(socket: LiveSocket, caller: Caller): Promise<void> {
    try {
      if (await caller.reload()) return;
    } catch {
      // The database did not answer: the client comes back and shows its session again.
      return socket.close(RESUME, 'Try again');
    }
    socket.close(SIGNED_OUT, 'Signed out');
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
