import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type HandlerOptions, type JobHandler } from '../../kernel/jobs.js';
import { jitter } from '../../kernel/random.js';
import type { UnitOfWork } from '../../kernel/uow.js';
import type { CommitListeners } from '../database/committed.js';
import type { Log } from '../database/log.js';
import { due, hold, letGo, orphans, revive } from './job-store.js';
import type { Wake, WakeUps } from './wake-ups.js';
import { Worker } from './worker.js';

/** What the queue stands on. */
export interface JobQueueParts {
  uow: UnitOfWork;
  committed: CommitListeners;
  clock: Clock;
  log: Log;
  wakeUps: WakeUps;
}

const DEFAULT_CONCURRENCY = 4;
const DEFAULT_LEASE_MS = 20_000;
const LOOK_EVERY_MS = 1_000;
/** Redis tells each job to one process, which may be busy: the others look less often, but they look. */
const LOOK_WITH_REDIS_EVERY_MS = 5_000;
const ORPHANS_EVERY_MS = 60_000;

/** The queue on the table `job`; wake-ups come from this process or over Redis. */
export class SqlJobQueue extends JobQueue {
  private readonly worker: Worker;
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly named = new Set<string>();
  private forget: (() => void) | null = null;
  private state: 'new' | 'started' | 'stopped' = 'new';

  constructor(private readonly parts: JobQueueParts) {
    super();
    const { uow, clock, log, wakeUps } = parts;
    const owner = `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`;
    this.worker = new Worker({ uow, clock, log, owner, announce: (wakes) => wakeUps.announce(wakes) });
  }

  register(name: string, handler: JobHandler, options: HandlerOptions = {}): void {
    if (this.state !== 'new') throw new Error(`The handler of ${name} was registered after the queue was started`);
    if (this.worker.lineups.has(name)) throw new Error(`Two handlers for jobs named ${name}`);
    const { concurrency = DEFAULT_CONCURRENCY, leaseMs = DEFAULT_LEASE_MS, repeats = false } = options;
    this.worker.lineups.set(name, { name, handler, concurrency, leaseMs, repeats, running: 0, ready: [], more: true });
  }

  async start({ work = true }: { work?: boolean } = {}): Promise<void> {
    if (this.state !== 'new') throw new Error('The queue was started before');
    this.state = 'started';
    if (!work) this.worker.lineups.clear();
    const { wakeUps, committed } = this.parts;
    await wakeUps.start(this.worker.lineups.size > 0 ? (wake) => this.take(wake) : null);
    this.forget = committed.add(({ jobs }) => wakeUps.announce(jobs));
    if (work && wakeUps.onlyHere) committed.claimEarly = (job) => this.worker.claimEarly(job);
    const shortest = Math.min(DEFAULT_LEASE_MS, ...[...this.worker.lineups.values()].map((lineup) => lineup.leaseMs));
    this.every(LOOK_EVERY_MS, async () => {
      if (!wakeUps.healthy) this.worker.lookForMore();
    });
    this.every(LOOK_WITH_REDIS_EVERY_MS, async () => this.worker.lookForMore());
    this.every(shortest / 3, () => this.worker.heartbeat());
    this.every(Math.min(5_000, shortest / 2), () => this.worker.reap());
    if (!work) return;
    this.every(ORPHANS_EVERY_MS, () => this.nameOrphans());
    await this.nameOrphans();
    this.worker.lookForMore();
  }

  async stop(graceMs: number): Promise<void> {
    if (this.state === 'stopped') return;
    const started = this.state === 'started';
    this.state = 'stopped';
    if (!started) return;
    this.forget?.();
    this.parts.committed.claimEarly = null;
    await this.parts.wakeUps.stop();
    await this.worker.stop(graceMs);
    for (const timer of this.timers) clearTimeout(timer);
  }

  async holdLane(lane: string, until: number | null): Promise<void> {
    await this.parts.uow.run(this.ctx(), (tx) => hold(tx, lane, until));
  }

  async releaseLane(lane: string): Promise<void> {
    await this.parts.uow.run(this.ctx(), (tx) => letGo(tx, lane));
    if (this.state === 'started') this.worker.lookForMore();
  }

  async retryDead(id: string): Promise<boolean> {
    const wake = await this.parts.uow.run(this.ctx(), (tx) => revive(tx, id));
    if (!wake) return false;
    if (this.state === 'started') this.parts.wakeUps.announce([wake]);
    return true;
  }

  private async take(wake: { id: string; name?: string }): Promise<void> {
    if (this.state !== 'started') return;
    const name = wake.name ?? (await this.nameOf(wake.id));
    if (name === null) return;
    this.worker.offer({ id: wake.id, name });
  }

  private async nameOf(id: string): Promise<string | null> {
    const [row] = await this.parts.uow.reader.query<{ name: string }>(`SELECT "name" FROM "job" WHERE "id" = ?`, [id]);
    return row?.name ?? null;
  }

  private async nameOrphans(): Promise<void> {
    for (const { name, jobs } of await orphans(this.parts.uow.reader, [...this.worker.lineups.keys()])) {
      if (this.named.has(name)) continue;
      this.named.add(name);
      this.parts.log.warn(
        `${jobs} waiting jobs named ${name} have no handler here: they stay until a version that has one runs.`,
      );
    }
  }

  /** Repeats with a little spread; a failure is logged and the next turn comes all the same. */
  private every(milliseconds: number, work: () => Promise<void>): void {
    let busy = false;
    const timer = setInterval(
      () => {
        if (busy) return;
        busy = true;
        work()
          .catch((error: unknown) => this.parts.log.warn(`The job queue could not look after its jobs: ${String(error)}`))
          .finally(() => (busy = false));
      },
      jitter(milliseconds, 0.1),
    );
    timer.unref();
    this.timers.push(timer);
  }

  private ctx(): Ctx {
    return { principal: { kind: 'system', name: 'jobs' }, correlationId: 'jobs' };
  }
}

/** Reads what wake-ups outside of the database may have lost. */
export function dueWakes(uow: UnitOfWork, clock: Clock, limit: number): Promise<Wake[]> {
  return due(uow.reader, clock.now(), limit);
}
