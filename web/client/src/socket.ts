import { createClient } from 'graphql-ws';
import { errorOf, type RawError } from './errors.js';

/** A constructor of WebSockets, where there is none in the platform: `ws` has one for Node before 22. */
export type WebSocketClass = new (url: string, protocol: string | string[]) => unknown;

export interface Wire {
  /** `wss://…/graphql` */
  url: string;
  authorization: string;
  webSocket?: WebSocketClass | undefined;
  signal?: AbortSignal | undefined;
}
export interface Subscription {
  query: string;
  variables: Record<string, unknown>;
}

const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5_000;
/** So many may wait for their reader; then the socket is given up, and taken up again where he is. */
const WAITING = 1_000;

/**
 * What one subscription says over one socket, until the socket ends: then it returns when the server or the reader ended it, and throws what
 * the socket said otherwise. Everything that had come by then is handed over first.
 */
export async function* listen<Data>(wire: Wire, subscription: Subscription): AsyncGenerator<Data, void, undefined> {
  const waiting: Data[] = [];
  let ended: { error: unknown } | null = null;
  let wake: () => void = () => undefined;
  const end = (error: unknown): void => {
    ended ??= { error };
    wake();
  };
  const socket = open(wire);
  const stop = socket.subscribe<Data>(
    { query: subscription.query, variables: subscription.variables },
    {
      next: ({ data, errors }) => {
        if (ended) return;
        if (errors) return end(errorOf(errors as readonly RawError[]));
        if (data) waiting.push(data);
        if (waiting.length >= WAITING) return end(null);
        wake();
      },
      error: (error) => end(Array.isArray(error) ? errorOf(error as RawError[]) : (error ?? new Error('The socket failed.'))),
      complete: () => end(null),
    },
  );
  const leave = (): void => end(null);
  wire.signal?.addEventListener('abort', leave);
  if (wire.signal?.aborted) leave();
  try {
    for (;;) {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        if (wire.signal?.aborted) return;
        yield next;
      }
      const over = ended as { error: unknown } | null;
      if (over?.error) throw over.error as Error;
      if (over) return;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    wire.signal?.removeEventListener('abort', leave);
    stop();
    // Not waited for: where the other side is silent, that would be long.
    Promise.resolve(socket.dispose()).catch(() => undefined);
  }
}

/** A socket that says by itself when the other side no longer answers, and never comes back by itself: that needs the newest cursor. */
function open({ url, authorization, webSocket }: Wire): ReturnType<typeof createClient> {
  let line: { close(code: number, reason: string): void } | null = null;
  let late: ReturnType<typeof setTimeout> | undefined;
  return createClient({
    url,
    ...(webSocket ? { webSocketImpl: webSocket } : {}),
    connectionParams: { authorization },
    retryAttempts: 0,
    keepAlive: PING_EVERY_MS,
    on: {
      opened: (socket) => (line = socket as typeof line),
      closed: () => clearTimeout(late),
      ping: (received) => {
        if (!received) late = setTimeout(() => line?.close(4408, 'No answer'), PONG_WITHIN_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(late);
      },
    },
  });
}
