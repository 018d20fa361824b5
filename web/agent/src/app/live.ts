import type { Client } from 'urql';
import { pipe, subscribe } from 'wonka';
import { ChangesDocument, SignalsDocument, type ChangesSubscription, type SignalsSubscription } from '../generated/graphql.js';
import { now } from '../lib/clock.js';

export type Change = ChangesSubscription['changes'];
export type Signal = SignalsSubscription['signals'];

/** What the connection line shows (ux 4.4). */
export interface Connection {
  phase: 'live' | 'lost' | 'offline' | 'back';
  /** Since when the phase lasts. */
  since: number;
  /** When the next try comes. */
  retryAt: number | null;
  /** Messages that came in while we were away. */
  missed: number;
}

const BACKOFF = [1, 2, 4, 8, 15, 30];
const SIGNED_OUT = 4401;
const RESUME = 4409;
/** A gap shorter than this is nobody's business (U21). */
const QUIET = 4000;

/** Milliseconds until the next try, spread by up to a quarter so that not all browsers come back at once. */
export function backoff(attempt: number, random: number): number {
  const seconds = BACKOFF[Math.min(attempt, BACKOFF.length - 1)] ?? 30;
  return Math.round(seconds * 1000 * (0.875 + random / 4));
}

const random = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;

/** Follows the journal with a cursor, so that nothing is missed while the socket is down, and says how the connection is. */
export class Live {
  private client: Client | null = null;
  private cursor: string | null = null;
  private language = 'nl';
  private attempt = 0;
  private open = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private stops: (() => void)[] = [];
  private state: Connection = { phase: 'live', since: now(), retryAt: null, missed: 0 };
  private readonly watchers = new Set<() => void>();
  private readonly changeHandlers = new Set<(change: Change) => void>();
  private readonly signalHandlers = new Set<(signal: Signal) => void>();

  constructor(private readonly onSignedOut: () => void) {}

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
  readonly snapshot = (): Connection => this.state;

  onChange(handler: (change: Change) => void): () => void {
    this.changeHandlers.add(handler);
    return () => this.changeHandlers.delete(handler);
  }
  onSignal(handler: (signal: Signal) => void): () => void {
    this.signalHandlers.add(handler);
    return () => this.signalHandlers.delete(handler);
  }

  /** Starts at a position that was read before everything that is shown, so that nothing between query and subscription is lost. */
  start(client: Client, position: string, language: string): void {
    this.language = language;
    if (this.client) return;
    this.client = client;
    this.cursor ??= position;
    addEventListener('online', this.again);
    addEventListener('offline', this.wentOffline);
    addEventListener('focus', this.again);
    this.subscribe();
  }

  stop(): void {
    removeEventListener('online', this.again);
    removeEventListener('offline', this.wentOffline);
    removeEventListener('focus', this.again);
    clearTimeout(this.timer);
    this.unsubscribe();
    this.client = null;
    this.cursor = null;
  }

  socketOpened(): void {
    this.open = true;
    this.attempt = 0;
    if (this.state.phase === 'live') return;
    if (this.state.phase === 'lost' && now() - this.state.since < QUIET)
      return this.set({ phase: 'live', since: now(), retryAt: null });
    this.set({ phase: 'back', since: now(), retryAt: null });
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.set({ phase: 'live', since: now(), missed: 0 }), 3000);
  }

  socketClosed(code: number | null): void {
    this.open = false;
    if (!this.client) return;
    if (code === SIGNED_OUT) return this.onSignedOut();
    this.unsubscribe();
    const wait = code === RESUME ? 0 : backoff(this.attempt++, random());
    clearTimeout(this.timer);
    clearTimeout(this.quiet);
    const phase = navigator.onLine ? 'lost' : 'offline';
    const since = this.state.phase === phase ? this.state.since : now();
    if (code !== RESUME) this.set({ phase, since, retryAt: now() + wait });
    this.timer = setTimeout(() => this.subscribe(), wait);
  }

  private readonly again = (): void => {
    if (this.open || !this.client) return;
    clearTimeout(this.timer);
    this.attempt = 0;
    this.subscribe();
  };
  private readonly wentOffline = (): void => this.set({ phase: 'offline', since: now(), retryAt: null });

  private subscribe(): void {
    const client = this.client;
    if (!client) return;
    this.unsubscribe();
    const changes = pipe(
      client.subscription(ChangesDocument, { after: this.cursor, language: this.language }),
      subscribe((result) => {
        if (result.data) this.took(result.data.changes);
      }),
    );
    const signals = pipe(
      client.subscription(SignalsDocument, {}),
      subscribe((result) => {
        if (result.data) for (const handler of this.signalHandlers) handler(result.data.signals);
      }),
    );
    this.stops = [changes.unsubscribe, signals.unsubscribe];
  }
  private unsubscribe(): void {
    for (const stop of this.stops.splice(0)) stop();
  }
  private took(change: Change): void {
    this.cursor = change.cursor;
    if (this.state.phase === 'back' && change.event === 'message.received') this.set({ missed: this.state.missed + 1 });
    for (const handler of this.changeHandlers) handler(change);
  }
  private set(part: Partial<Connection>): void {
    this.state = { ...this.state, ...part };
    for (const watcher of this.watchers) watcher();
  }
}
