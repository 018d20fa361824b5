import { WebSocket } from 'ws';
import { until } from '../support/until.js';

interface Frame {
  type: string;
  id?: string;
  payload?: { data?: Record<string, unknown>; errors?: unknown[] };
}
/** What one subscription has received. */
export class TestSubscription<T> {
  readonly events: T[] = [];
  errors: { message: string; extensions?: Record<string, unknown> }[] = [];
  completed = false;
  readonly onEvent: ((event: T) => void)[] = [];

  constructor(
    private readonly socket: TestSocket,
    readonly id: string,
    private readonly field: string,
  ) {}

  take(frame: Frame): void {
    if (frame.type === 'complete') this.completed = true;
    if (frame.type === 'error') this.errors = frame.payload as unknown as TestSubscription<T>['errors'];
    if (frame.type !== 'next') return;
    if (frame.payload?.errors) this.errors = frame.payload.errors as TestSubscription<T>['errors'];
    const event = frame.payload?.data?.[this.field];
    if (event === undefined || event === null) return;
    this.events.push(event as T);
    for (const listener of this.onEvent) listener(event as T);
  }

  /** Waits for an event that fits. */
  find(fits: (event: T) => boolean, what = 'an event'): Promise<T> {
    return until(() => this.events.find(fits), what) as Promise<T>;
  }

  /** Tells the server that nobody listens any more, and waits until it has heard it. */
  async stop(): Promise<void> {
    this.socket.send({ type: 'complete', id: this.id });
    await this.socket.ping();
  }
}

/** A WebSocket of graphql-transport-ws, spoken by hand so that a test can also speak it wrongly. */
export class TestSocket {
  closed: { code: number; reason: string } | null = null;
  private acknowledged = false;
  private pongs = 0;
  private readonly subscriptions = new Map<string, TestSubscription<never>>();

  private constructor(readonly ws: WebSocket) {
    ws.on('message', (data) => this.take(JSON.parse(String(data)) as Frame));
    ws.on('close', (code, reason) => (this.closed = { code, reason: String(reason) }));
    ws.on('error', () => undefined);
  }

  /** Opens the socket and says hello, unless `params` is null. */
  static async open(
    url: string,
    { headers, params }: { headers: Record<string, string>; params: Record<string, unknown> | null },
  ): Promise<TestSocket> {
    const socket = new TestSocket(new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', { headers }));
    await until(() => socket.ws.readyState === WebSocket.OPEN || socket.closed, 'an open socket');
    if (params === null) return socket;
    socket.send({ type: 'connection_init', payload: params });
    await until(() => socket.acknowledged || socket.closed, 'the answer to the first message');
    return socket;
  }

  send(frame: object): void {
    this.ws.send(JSON.stringify(frame));
  }

  subscribe<T>(query: string, variables: Record<string, unknown> = {}): TestSubscription<T> {
    const id = `s${this.subscriptions.size + 1}`;
    const field = /\{\s*(\w+)/.exec(query.slice(query.indexOf('{')))?.[1] ?? '';
    const subscription = new TestSubscription<T>(this, id, field);
    this.subscriptions.set(id, subscription as unknown as TestSubscription<never>);
    this.send({ type: 'subscribe', id, payload: { query, variables } });
    return subscription;
  }

  /** Resolves once the server has read everything that was sent before. */
  async ping(): Promise<void> {
    const before = this.pongs;
    this.send({ type: 'ping' });
    await until(() => this.pongs > before, 'a pong');
  }

  /** The cable is pulled: no closing words. */
  cut(): void {
    this.ws.terminate();
  }

  async close(): Promise<void> {
    this.ws.close();
    await until(() => this.closed, 'the close of the socket');
  }

  private take(frame: Frame): void {
    if (frame.type === 'connection_ack') this.acknowledged = true;
    if (frame.type === 'pong') this.pongs++;
    if (frame.type === 'ping') this.send({ type: 'pong' });
    if (frame.id) this.subscriptions.get(frame.id)?.take(frame);
  }
}
