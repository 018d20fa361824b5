import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { Signals, type Signal } from '../../kernel/signals.js';
import { ProcessSignals } from './process-signals.js';

/** Signals over Redis pub/sub; those of this process reach it even while Redis is away. */
export class RedisSignals extends Signals {
  private readonly own = randomBytes(8).toString('hex');
  private readonly local: ProcessSignals;
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private readonly channel: string;

  constructor(
    redisUrl: string,
    prefix: string,
    private readonly onError: (error: unknown) => void = () => undefined,
  ) {
    super();
    this.channel = `${prefix}:signals`;
    this.local = new ProcessSignals(onError);
    // A signal that can't be sent now is worth nothing later: it is dropped, not kept.
    this.publisher = connect(redisUrl, { enableOfflineQueue: false });
    this.subscriber = connect(redisUrl, {});
    for (const client of [this.publisher, this.subscriber]) client.on('error', onError);
    this.subscriber.on('message', (_channel: string, text: string) => this.receive(text));
    const publishing = new Promise((resolve) => this.publisher.once('ready', resolve));
    this.ready = Promise.all([publishing, this.subscriber.subscribe(this.channel)]).then(() => undefined, onError);
  }

  /** Resolves when signals go to other processes and arrive from them; while Redis is away it waits. */
  readonly ready: Promise<void>;

  publish(signal: Signal): void {
    this.local.publish(signal);
    if (this.publisher.status !== 'ready') return;
    this.publisher.publish(this.channel, JSON.stringify({ from: this.own, ...signal })).catch(this.onError);
  }

  subscribe(topic: string, listener: (signal: Signal) => void): () => void {
    return this.local.subscribe(topic, listener);
  }

  /** Called by the application as its last act. */
  async onApplicationShutdown(): Promise<void> {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }

  private receive(text: string): void {
    try {
      const { from, topic, data } = JSON.parse(text) as { from: string } & Signal;
      if (from !== this.own) this.local.publish({ topic, data });
    } catch (error) {
      this.onError(error);
    }
  }
}

function connect(url: string, options: { enableOfflineQueue?: boolean }): Redis {
  const retryStrategy = (times: number): number => Math.min(times * 100, 2_000);
  // ioredis keeps the process up for this long after a disconnect while Redis is away.
  return new Redis(url, { maxRetriesPerRequest: null, disconnectTimeout: 100, retryStrategy, ...options });
}
