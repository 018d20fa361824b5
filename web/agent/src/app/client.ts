import { createClient as createSocket, type Client as Socket } from 'graphql-ws';
import { Client, fetchExchange, mapExchange, subscriptionExchange } from 'urql';
import { makeCache, type Author } from './cache.js';
import { CSRF } from './session.js';
import { versionGuardExchange } from './versionGuard.js';
import { at, socketUrl } from '../lib/site.js';

/** What the socket tells of itself. */
export interface SocketEvents {
  opened(): void;
  closed(code: number | null): void;
}

const PING_EVERY = 10_000;
const PONG_WITHIN = 5_000;

/** One socket for all subscriptions. It never retries by itself: resuming needs the newest cursor, which `Live` has. */
export function makeSocket(events: SocketEvents): Socket {
  let wire: WebSocket | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return createSocket({
    url: socketUrl(),
    connectionParams: { csrf: '1' },
    lazy: true,
    retryAttempts: 0,
    keepAlive: PING_EVERY,
    on: {
      opened: (socket) => (wire = socket as WebSocket),
      connected: () => events.opened(),
      closed: (event) => {
        clearTimeout(waiting);
        events.closed(event instanceof CloseEvent ? event.code : null);
      },
      ping: (received) => {
        if (!received) waiting = setTimeout(() => wire?.close(4408, 'no answer'), PONG_WITHIN);
      },
      pong: (received) => {
        if (received) clearTimeout(waiting);
      },
    },
  });
}

interface ClientOptions {
  socket: Socket;
  author: () => Author | null;
  onSignedOut: () => void;
}

/** The GraphQL client: cache, guard against older copies, HTTP, socket. */
export function makeClient({ socket, author, onSignedOut }: ClientOptions): Client {
  return new Client({
    url: at('/graphql'),
    preferGetMethod: false,
    fetchOptions: () => ({ headers: { ...CSRF } }),
    exchanges: [
      mapExchange({
        onResult: (result) => {
          const status = (result.error?.response as Response | undefined)?.status;
          const denied = result.error?.graphQLErrors.some((error) => error.extensions['code'] === 'UNAUTHENTICATED');
          if (status === 401 || denied) onSignedOut();
        },
      }),
      makeCache(author),
      versionGuardExchange(),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { query: request.query ?? '', variables: request.variables as Record<string, unknown> },
              sink as never,
            ),
          }),
        }),
      }),
    ],
  });
}
