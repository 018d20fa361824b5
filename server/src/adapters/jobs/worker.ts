import { AsyncLocalStorage } from 'node:async_hooks';
import { type Clock, WRONG_CLOCK_MS } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { RetryLater, type JobHandler } from '../../kernel/jobs.js';
import { traced } from '../../kernel/tracing.js';
import type { Tx, UnitOfWork } from '../../kernel/uow.js';
import { sqlErrorCode } from '../database/faults.js';
import type { Log } from '../database/log.js';
import { backOff } from './back-off.js';
import {
  bringBack,
  bury,
  claim,
  expired,
  finish,
  letGoEarly,
  nextOfKey,
  peek,
  putBack,
  renew,
  type ClaimedJob,
  type Outcome,
} from './job-store.js';
import type { Wake } from './wake-ups.js';

/** A registered handler with its slots in this process. */
export interface Lineup {
  name: string;
  handler: JobHandler;
  concurrency: number;
  leaseMs: number;
  repeats: boolean;
  running: number;
  /** Jobs that are probably free to claim. */
  ready: string[];
  /** There may be more than `ready` holds. */
  more: boolean;
}

interface Run {
  job: ClaimedJob;
  lineup: Lineup;
  abort: AbortController;
  leaseUntil: number;
  ended: Promise<void>;
}

/** What a worker stands on. */
export interface WorkerParts {
  uow: UnitOfWork;
  clock: Clock;
  log: Log;
  /** Names this process in leases. */
  owner: string;
  /** Somebody should look at these jobs (again). */
  announce: (wakes: readonly Wake[]) => void;
}

const MAX_READY = 1_000;
const PEEK_AHEAD = 4;
const SETTLE_TRIES = 6;

/** Claims jobs while it has slots, runs them under a lease, and writes down how they ended. */
export class Worker {
  readonly lineups = new Map<string, Lineup>();
  private readonly running = new Map<string, Run>();
  private readonly enter = AsyncLocalStorage.snapshot();
  private pumping: Promise<void> | null = null;
  private again = false;
  private claims = 0;
  private stopping = false;
  /** How far the clock was from one that never jumps. */
  private drift = Infinity;

  constructor(private readonly parts: WorkerParts) {}

  /** A job that is probably free to run. */
  offer(wake: { id: string; name: string }): void {
    const lineup = this.lineups.get(wake.name);
    if (!lineup) return;
    if (lineup.ready.length < MAX_READY) lineup.ready.push(wake.id);
    else lineup.more = true;
    this.pump();
  }

  /** Takes a job into a free slot although it is still being committed; false when it has to be offered afterwards. */
  claimEarly({ id, name, runAt }: Wake): boolean {
    const lineup = this.lineups.get(name);
    // One pump at a time: what it does not look at now would wait for the end of what it does.
    const room = lineup && lineup.ready.length === 0 && free(lineup) > 0 && this.pumping === null && !this.stopping;
    if (!room || runAt > this.parts.clock.now()) return false;
    lineup.ready.push(id);
    this.pump();
    return true;
  }

  /** Looks into the database for jobs of every name. */
  lookForMore(): void {
    for (const lineup of this.lineups.values()) lineup.more = true;
    this.pump();
  }

  /** Renews the leases of what runs here; a job whose lease is gone is told to stop. */
  async heartbeat(): Promise<void> {
    const all = [...this.running.values()];
    for (const leaseMs of new Set(all.map((run) => run.lineup.leaseMs))) {
      const runs = all.filter((run) => run.lineup.leaseMs === leaseMs);
      const now = this.parts.clock.now();
      try {
        const jobs = runs.map((run) => run.job);
        const held = await this.parts.uow.run(this.ctx('heartbeat'), (tx) => renew(tx, jobs, now + leaseMs));
        for (const run of runs) {
          if (held.has(run.job.id)) run.leaseUntil = now + leaseMs;
          else if (this.running.get(run.job.id) === run) this.lost(run);
        }
      } catch (error) {
        this.parts.log.warn(`The leases of running jobs could not be renewed: ${String(error)}`);
        for (const run of runs) if (run.leaseUntil < this.parts.clock.now()) this.lost(run);
      }
    }
  }

  /** Takes jobs back from processes that are gone. */
  async reap(): Promise<void> {
    const { uow, clock, log, announce } = this.parts;
    await this.seeClock();
    // A job that runs here is not dead, even when the clock has jumped: its heartbeat decides.
    const dead = (await expired(uow.reader, clock.now())).filter((job) => this.running.get(job.id)?.job.owner !== job.owner);
    for (const job of dead) {
      const error = `The process that ran attempt ${job.attempts} ended or was cut off`;
      log.warn(`${error}: job ${job.name} ${job.id}`);
      await this.settle(job, { runAt: clock.now(), attempts: job.attempts, error });
      announce([{ id: job.id, name: job.name, runAt: clock.now(), attempts: job.attempts }]);
    }
  }

  /** Once at the start, and whenever the clock has gone back: nothing waits for a time that it showed by mistake (reliability F18). */
  private async seeClock(): Promise<void> {
    const { uow, clock, log } = this.parts;
    const drift = clock.now() - performance.now();
    const before = this.drift;
    this.drift = drift;
    if (drift > before - WRONG_CLOCK_MS) return;
    const repeated = [...this.lineups.values()].filter(({ repeats }) => repeats).map(({ name }) => name);
    const brought = await uow.run(this.ctx('clock'), async (tx) => {
      const lanes = await letGoEarly(tx, before === Infinity);
      return lanes + (await bringBack(tx, WRONG_CLOCK_MS, repeated));
    });
    if (brought === 0) return;
    log.warn(`The clock was ahead when ${brought} jobs or lanes were put off; they go on now.`);
    this.lookForMore();
  }

  /** Takes nothing new, waits up to `graceMs`, then hands back what still runs. */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    await this.pumping;
    await Promise.race([this.allEnded(), after(graceMs)]);
    for (const run of this.running.values()) run.abort.abort(new Error('The process stops'));
    // Handlers that listen to their signal end now and are put back by their own path.
    if (this.running.size > 0) await Promise.race([this.allEnded(), after(Math.min(1_000, graceMs + 100))]);
    for (const { job } of this.running.values()) {
      this.parts.log.warn(`Job ${job.name} ${job.id} did not end in time and was handed back`);
      await this.settle(job, { runAt: this.parts.clock.now(), attempts: job.attempts, error: null });
    }
  }

  private pump(): void {
    this.again = true;
    this.pumping ??= this.enter(() => this.claimWhilePossible());
  }

  private async claimWhilePossible(): Promise<void> {
    while (this.again && !this.stopping) {
      this.again = false;
      try {
        await this.fillReady();
        if (await this.claimReady()) this.again = true;
      } catch (error) {
        this.parts.log.warn(`Jobs could not be claimed, trying again: ${String(error)}`);
        for (const lineup of this.lineups.values()) lineup.more = true;
        this.again = true;
        await after(500);
      }
    }
    // In the same turn as the last look at `again`, so that no call in between is lost.
    this.pumping = null;
  }

  private async fillReady(): Promise<void> {
    const hungry = [...this.lineups.values()].filter((lineup) => lineup.more && lineup.ready.length === 0 && free(lineup) > 0);
    if (hungry.length === 0) return;
    const wanted = hungry.map((lineup) => ({ name: lineup.name, limit: free(lineup) * PEEK_AHEAD }));
    for (const lineup of hungry) lineup.more = false;
    const found = await peek(this.parts.uow.reader, this.parts.clock.now(), wanted);
    for (const [index, lineup] of hungry.entries()) {
      const ids = found.get(lineup.name) ?? [];
      lineup.ready.push(...ids);
      if (ids.length >= wanted[index]!.limit) lineup.more = true;
    }
  }

  /** Claims into the free slots; whether it is worth to look again. */
  private async claimReady(): Promise<boolean> {
    const picks = [...this.lineups.values()]
      .map((lineup) => ({ lineup, ids: [...new Set(lineup.ready.splice(0, free(lineup)))] }))
      .filter(({ ids }) => ids.length > 0);
    if (picks.length === 0) return false;
    // Taken before the claim, so that nothing that happens meanwhile can fill the same slots.
    for (const { lineup, ids } of picks) lineup.running += ids.length;
    const owner = `${this.parts.owner}#${++this.claims}`;
    const now = this.parts.clock.now();
    let claimed: ClaimedJob[] = [];
    try {
      claimed = await this.parts.uow.run(this.ctx('claim'), async (tx) => {
        const jobs: ClaimedJob[] = [];
        for (const { lineup, ids } of picks) jobs.push(...(await claim(tx, ids, lineup.name, owner, now + lineup.leaseMs)));
        return jobs;
      });
    } finally {
      for (const { lineup, ids } of picks) lineup.running -= ids.length;
    }
    for (const job of claimed) this.begin(job, now);
    return picks.some(({ lineup }) => free(lineup) > 0 && (lineup.ready.length > 0 || lineup.more));
  }

  private begin(job: ClaimedJob, now: number): void {
    const lineup = this.lineups.get(job.name)!;
    const run: Run = { job, lineup, abort: new AbortController(), leaseUntil: now + lineup.leaseMs, ended: Promise.resolve() };
    lineup.running += 1;
    this.running.set(job.id, run);
    run.ended = this.enter(() => this.execute(run)).finally(() => {
      if (this.running.get(job.id) === run) this.running.delete(job.id);
      lineup.running -= 1;
      if (!this.stopping) this.pump();
    });
  }

  private async execute({ job, lineup, abort }: Run): Promise<void> {
    let outcome: Outcome | null = null;
    try {
      const facts = { 'balie.correlation_id': job.correlationId, 'balie.job_id': job.id, 'balie.attempt': job.attempts };
      await traced(`job ${job.name}`, facts, () =>
        lineup.handler({
          id: job.id,
          name: job.name,
          payload: JSON.parse(job.payload) as Record<string, unknown>,
          attempt: job.attempts,
          correlationId: job.correlationId,
          signal: abort.signal,
        }),
      );
    } catch (error) {
      outcome = this.judge(job, error, abort.signal.aborted);
    }
    await this.settle(job, outcome, lineup.ready.length === 0 && !lineup.more);
    if (outcome && outcome.runAt !== Infinity) {
      this.parts.announce([{ id: job.id, name: job.name, runAt: outcome.runAt, attempts: outcome.attempts }]);
    }
    if (job.key !== null) await this.goOnWithKey(job.key);
  }

  /** What follows from a handler's error. `runAt` Infinity: dead. */
  private judge(job: ClaimedJob, error: unknown, aborted: boolean): Outcome {
    const now = this.parts.clock.now();
    if (aborted) return { runAt: now, attempts: job.attempts, error: null };
    const words = describe(error);
    if (error instanceof RetryLater && !error.counts) {
      return { runAt: now + error.delayMs, attempts: job.attempts - 1, error: words };
    }
    if (job.attempts >= job.maxAttempts) return { runAt: Infinity, attempts: job.attempts, error: words };
    const delay = error instanceof RetryLater ? error.delayMs : backOff(job.attempts);
    return { runAt: now + delay, attempts: job.attempts, error: words };
  }

  /**
   * Writes down how a run ended; null: well. Tries for a while, since the work itself is done and should not run again. `patient` when no
   * other job waits for the slot.
   */
  private async settle(job: ClaimedJob, outcome: Outcome | null, patient = false): Promise<void> {
    const { uow, log } = this.parts;
    const dead =
      outcome !== null && (outcome.runAt === Infinity || (outcome.error !== null && outcome.attempts >= job.maxAttempts));
    for (let tries = 1; ; tries++) {
      try {
        const end = (tx: Tx): Promise<boolean> => {
          if (outcome === null) return finish(tx, job);
          return dead ? bury(tx, job, outcome.error ?? '') : putBack(tx, job, outcome);
        };
        const held = await uow.run(this.ctx(job.correlationId), end, { patient: patient && outcome === null });
        if (!held) log.warn(`Job ${job.name} ${job.id} had lost its lease when attempt ${job.attempts} ended`);
        else if (dead) log.error(`Job ${job.name} ${job.id} is dead after ${job.attempts} attempts: ${outcome.error}`);
        return;
      } catch (error) {
        if (tries >= SETTLE_TRIES) {
          log.error(`The end of job ${job.name} ${job.id} could not be stored, its lease will run out: ${describe(error)}`);
          return;
        }
        // A twin that was put in at the same moment is found at once in the next try.
        if (sqlErrorCode(error) !== '23505') await after(50 * 2 ** tries);
      }
    }
  }

  private async goOnWithKey(key: string): Promise<void> {
    if (this.stopping) return;
    try {
      const next = await nextOfKey(this.parts.uow.reader, key);
      if (next && next.runAt <= this.parts.clock.now()) {
        if (this.lineups.has(next.name)) this.offer(next);
        else this.parts.announce([next]);
      }
    } catch (error) {
      this.parts.log.warn(`The next job of ${key} could not be read, it will be found later: ${String(error)}`);
    }
  }

  private lost(run: Run): void {
    if (run.abort.signal.aborted) return;
    this.parts.log.warn(`Job ${run.job.name} ${run.job.id} lost its lease and was told to stop`);
    run.abort.abort(new Error('The lease was lost'));
  }

  private async allEnded(): Promise<void> {
    await Promise.all([...this.running.values()].map((run) => run.ended));
  }

  private ctx(correlationId: string): Ctx {
    return { principal: { kind: 'system', name: 'jobs' }, correlationId };
  }
}

function free(lineup: Lineup): number {
  return Math.max(0, lineup.concurrency - lineup.running);
}

function describe(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 4_000);
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
