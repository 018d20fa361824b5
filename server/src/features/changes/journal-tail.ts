import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Journal, type JournalEvent } from '../../kernel/events.js';

const KEPT = 2_000;
const BATCH = 500;
const RETRY_MS = 1_000;

type Waiter = () => void;
type Listener = (event: JournalEvent) => void;

/** The end of the journal in the memory of this process: read once, followed by every subscriber. */
@Injectable()
export class JournalTail implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Changes');
  /** The newest events, in order and without gaps; the last one is at `head`. */
  private readonly ring: JournalEvent[] = [];
  private readonly waiters = new Set<Waiter>();
  private readonly listeners = new Set<Listener>();
  private head = 0;
  private reading: Promise<void> | null = null;
  private again = false;
  private stop: () => void = () => undefined;

  constructor(private readonly journal: Journal) {}

  async onApplicationBootstrap(): Promise<void> {
    this.head = await this.journal.position();
    this.stop = this.journal.onAppend(() => this.pull());
    this.pull();
  }

  async onModuleDestroy(): Promise<void> {
    this.stop();
    await this.reading;
    for (const wake of [...this.waiters]) wake();
  }

  /** The last position that subscribers of this process have been told of. */
  get position(): number {
    return this.head;
  }

  /** Calls back for each new event, in order. */
  onEvent(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The next events after a position: from memory when they are there, else from the journal; empty when there are none. */
  async after(position: number): Promise<JournalEvent[]> {
    if (position >= this.head) return [];
    const first = this.ring[0]?.position ?? Infinity;
    if (position + 1 < first) return this.journal.read(position, BATCH);
    const start = position + 1 - first;
    return this.ring.slice(start, start + BATCH);
  }

  /** Resolves when there is something after the position, or the signal says to give up. */
  async waitBeyond(position: number, signal: AbortSignal): Promise<void> {
    if (this.head > position || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.waiters.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.waiters.add(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }

  private pull(): void {
    if (this.reading) {
      this.again = true;
      return;
    }
    this.reading = this.read().finally(() => {
      this.reading = null;
      if (!this.again) return;
      this.again = false;
      this.pull();
    });
  }

  private async read(): Promise<void> {
    try {
      for (;;) {
        const events = await this.journal.read(this.head, BATCH);
        for (const event of events) this.take(event);
        if (events.length > 0) for (const wake of [...this.waiters]) wake();
        if (events.length < BATCH) return;
      }
    } catch (error) {
      // Read again from the same place: nothing is skipped.
      this.logger.warn(`The journal could not be read: ${String(error)}`);
      setTimeout(() => this.pull(), RETRY_MS).unref();
    }
  }

  private take(event: JournalEvent): void {
    this.ring.push(event);
    if (this.ring.length > KEPT * 2) this.ring.splice(0, this.ring.length - KEPT);
    this.head = event.position;
    for (const listener of this.listeners) listener(event);
  }
}
