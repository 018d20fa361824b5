import { setTimeout as delay } from 'node:timers/promises';
import type { Queue } from 'bull';
import type { Redis } from 'ioredis';
import type { Log } from '../database/log.js';
import { LocalWakeUps, type TakeWake, type Wake, type WakeUps } from './wake-ups.js';

/** How wake-ups travel over Redis. */
export interface BullOptions {
  redisUrl: string;
  /** Before each key, so that several installations can share one Redis. */
  prefix?: string;
  log: Log;
  now: () => number;
  /** Jobs that are due by the database, for those whose wake-up was lost. */
  due: () => Promise<Wake[]>;
  sweepMs?: number;
}

const QUEUE = 'wake';
const CONCURRENCY = 50;
const SWEEP_MS = 15_000;
/** How long a start waits for Redis before it goes on without. */
const READY_MS = 3_000;
/** How long a stop waits for bull to close in order. */
const CLOSE_MS = 2_000;
/** How long a stop waits for lines that are just being opened: one that is cut while it opens fails where nobody hears it. */
const SETTLE_MS = 1_000;

/**
 * Wake-ups on a bull queue: only the id of a row travels, and whoever gets it claims the row in the database. A lost or flushed
 * Redis loses nothing: what is due is put in again from the database, and without Redis the process wakes itself.
 */
export class BullWakeUps implements WakeUps {
  private readonly local: LocalWakeUps;
  private readonly clients: Redis[] = [];
  private queue: Queue<{ id: string }> | null = null;
  private sweeper: NodeJS.Timeout | null = null;
  private complained = false;
  readonly onlyHere = false;

  constructor(private readonly options: BullOptions) {
    this.local = new LocalWakeUps(options.now);
  }

  get healthy(): boolean {
    return this.queue?.client.status === 'ready';
  }

  async start(take: TakeWake | null): Promise<void> {
    // Only here: an installation without Redis does not pay their memory.
    const [{ default: Bull }, ioredis] = await Promise.all([import('bull'), import('ioredis')]);
    // A job that is not yet due waits in this process and goes to bull when it is; another process finds it by sweeping.
    await this.local.start((wake) => {
      if (this.healthy) this.send([wake]);
      else void take?.(wake);
    });
    const queue = new Bull<{ id: string }>(QUEUE, {
      prefix: this.options.prefix ?? 'balie',
      createClient: () => this.connect(ioredis.Redis),
      settings: { stalledInterval: 15_000, drainDelay: 5 },
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
    });
    this.queue = queue;
    queue.on('error', (error) => this.complain(error));
    const ready = this.process(queue, take);
    await Promise.race([ready, delay(READY_MS, undefined, { ref: false })]);
    this.sweeper = setInterval(() => void this.sweep(), this.options.sweepMs ?? SWEEP_MS);
    this.sweeper.unref();
  }

  announce(wakes: readonly Wake[]): void {
    const now = this.options.now();
    if (!this.healthy) this.local.announce(wakes);
    else {
      this.send(wakes.filter((wake) => wake.runAt <= now));
      this.local.announce(wakes.filter((wake) => wake.runAt > now));
    }
  }

  async stop(): Promise<void> {
    if (this.sweeper) clearInterval(this.sweeper);
    await this.local.stop();
    const queue = this.queue;
    this.queue = null;
    await Promise.race([Promise.all(this.clients.map(settled)), delay(SETTLE_MS, undefined, { ref: false })]);
    // In order first: bull still writes down the wake-ups that it handed over, and a cut line would fail that where nobody hears it.
    // Without Redis closing in order would wait for it; the connections are cut instead, nothing in there is needed.
    if (queue?.client.status === 'ready') {
      const closed = queue.close().catch((error: unknown) => this.complain(error));
      await Promise.race([closed, delay(CLOSE_MS, undefined, { ref: false })]);
    }
    for (const client of this.clients) client.disconnect();
  }

  /** Waits for Redis, however long it takes, and then takes wake-ups from it. */
  private async process(queue: Queue<{ id: string }>, take: TakeWake | null): Promise<void> {
    try {
      await queue.isReady();
      if (this.queue !== queue) return;
      await this.checkPolicy(queue);
      // Resolves only when the queue is closed. A process without handlers puts wake-ups in and takes none.
      if (take)
        void queue.process(CONCURRENCY, (job) => take({ id: job.data.id })).catch((error: unknown) => this.complain(error));
    } catch (error) {
      this.complain(error);
    }
  }

  private send(wakes: readonly Wake[]): void {
    if (wakes.length === 0 || !this.queue) return;
    const bulk = wakes.map((wake) => ({
      data: { id: wake.id },
      opts: { jobId: `${wake.id}-${wake.attempts ?? 0}-${wake.runAt}` },
    }));
    this.queue.addBulk(bulk).catch((error: unknown) => this.complain(error));
  }

  private connect(Client: typeof Redis): Redis {
    const client = new Client(this.options.redisUrl, {
      maxRetriesPerRequest: null,
      enableReadyCheck: false,
      // No delayed jobs lie in bull, so nothing is missed; a subscription cut while it is renewed would fail where nobody hears it.
      autoResubscribe: false,
      // ioredis keeps the process up for this long after a disconnect while Redis is away.
      disconnectTimeout: 100,
      retryStrategy: (times) => Math.min(times * 100, 2_000),
    });
    client.on('error', (error) => this.complain(error));
    client.on('ready', () => (this.complained = false));
    this.clients.push(client);
    return client;
  }

  private async sweep(): Promise<void> {
    try {
      this.announce(await this.options.due());
    } catch (error) {
      this.complain(error);
    }
  }

  private async checkPolicy(queue: Queue): Promise<void> {
    try {
      const [, policy] = (await queue.client.config('GET', 'maxmemory-policy')) as string[];
      if (policy !== undefined && policy !== 'noeviction') {
        this.options.log.warn(`Redis may drop keys (maxmemory-policy ${policy}): set it to noeviction.`);
      }
    } catch {
      // Hosted services often forbid CONFIG; then the setting can't be seen.
    }
  }

  /** Once per outage: a Redis that is away would fill the log. */
  private complain(error: unknown): void {
    if (this.complained || this.queue === null) return;
    this.complained = true;
    this.options.log.warn(`Redis can't be reached, jobs are woken without it: ${String(error)}`);
  }
}

/** When a line is open, or is not being opened. */
function settled(client: Redis): Promise<void> {
  if (client.status !== 'connecting' && client.status !== 'connect') return Promise.resolve();
  return new Promise((resolve) => {
    for (const event of ['ready', 'close', 'end']) client.once(event, () => resolve());
  });
}
