import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Client } from '../test/ledger/client.js';

const WORD = /word-[0-9a-f-]{36}/g;

/** An agent who follows everything, on one WebSocket, and tells when each word came. */
export class AgentLine {
  private readonly waiting = new Map<string, (at: number) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => {
      const at = performance.now();
      const text = (data as Buffer).toString('utf8');
      if (text.includes('"errors"') || text.includes('"type":"error"')) throw new Error(text.slice(0, 500));
      for (const [word] of text.matchAll(WORD)) {
        this.waiting.get(word)?.(at);
        this.waiting.delete(word);
      }
    });
  }

  static async open(url: string, token: string): Promise<AgentLine> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { perMessageDeflate: false });
    await once(socket, 'open');
    socket.send(JSON.stringify(HELLO(token)));
    await once(socket, 'message');
    socket.send(JSON.stringify(FOLLOW));
    return new AgentLine(socket);
  }

  hears(word: string): Promise<number> {
    return new Promise((resolve) => this.waiting.set(word, resolve));
  }

  /** Asks for something more on the same socket. */
  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Whether nobody has ended it. */
  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  close(): void {
    this.socket.terminate();
  }
}

/** As many sockets as one token may have, with some room. */
export const SOCKETS_OF_TOKEN = 16;

/** A token by which agents follow. */
export async function agentToken(client: Client): Promise<string> {
  const { apiTokenCreate } = await client.graphql<{ apiTokenCreate: { token: string } }>(
    'mutation { apiTokenCreate(name: "Agents", scopes: [CONVERSATIONS_READ]) { token } }',
  );
  return apiTokenCreate.token;
}

/** The first message of a socket, and the one that follows all messages. */
export const HELLO = (token: string) => ({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
export const FOLLOW = {
  id: 's',
  type: 'subscribe',
  payload: { query: 'subscription { changes(scope: { all: true }) { cursor type nodeId node { ... on Message { id text } } } }' },
};
