import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';

interface Frame {
  type: string;
  payload?: { data?: { changes: { cursor: string; event: string } }; message?: string }[] & {
    data?: { changes: { cursor: string; event: string } };
  };
}

const FOLLOW = 'subscription ($after: String!) { changes(scope: { all: true }, after: $after) { cursor event } }';

/** A page that follows all changes: whenever its socket ends it opens another one, from the cursor that it has (N24). */
export class Follower {
  readonly cursors: number[] = [];
  /** How often it had to open its socket. */
  opened = 0;
  /** What its subscription was refused with. */
  refused: string | null = null;
  private running = true;
  private socket: WebSocket | null = null;
  private readonly ended: Promise<void>;

  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
    /** The cursor after which it begins. */
    private readonly since = 0,
  ) {
    this.ended = this.follow();
  }

  get last(): number {
    return this.cursors.at(-1) ?? this.since;
  }

  async stop(): Promise<void> {
    this.running = false;
    this.socket?.terminate();
    await this.ended;
  }

  private async follow(): Promise<void> {
    while (this.running) {
      await this.once();
      await pause(50);
    }
  }

  /** Until the socket ends, for whatever reason. */
  private once(): Promise<void> {
    return new Promise((resolve) => {
      const socket = new WebSocket(`${this.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
        headers: this.headers,
      });
      this.socket = socket;
      this.opened += 1;
      const send = (frame: object): void => socket.send(JSON.stringify(frame));
      socket.on('open', () => send({ type: 'connection_init', payload: { csrf: '1' } }));
      socket.on('message', (data) => {
        const { type, payload } = JSON.parse(String(data)) as Frame;
        if (type === 'connection_ack')
          send({ type: 'subscribe', id: 's', payload: { query: FOLLOW, variables: { after: String(this.last) } } });
        if (type === 'next' && payload?.data) this.cursors.push(Number(payload.data.changes.cursor));
        if (type === 'error') this.refused = String(data);
        if (type === 'error' || type === 'complete') socket.terminate();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
    });
  }
}
