import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { jitter } from '../../kernel/random.js';
import { guardUnit, insideUnit } from '../../kernel/unit-guard.js';
import { traced, unitFacts } from '../../kernel/tracing.js';
import { UnitOfWork, type Reader, type Tx, type UnitOptions } from '../../kernel/uow.js';
import { CommitListeners } from './committed.js';
import { inWords, isStorageFailure, sqlErrorCode, type FatalHandler } from './faults.js';
import type { Log } from './log.js';
import { eventInserts, jobInserts, type EnqueuedJob } from './rows.js';
import { SqliteUnit, type SqliteWriter } from './sqlite-unit.js';
import { nestedUnit, withDeadline } from './unit.js';

/** A group ends at whichever comes first. */
const GROUP_UNITS = 50;
const GROUP_MS = 5;
/** A group of nothing but a batch may take longer: it ends as soon as somebody else waits. */
const BATCH_MS = 50;
/** So long a patient unit waits for another. */
const PATIENCE_MS = 10;
const SLOW_UNIT_MS = 100;
/** How long the first unit of a group waits for another process that holds the file. */
const BEGIN_DEADLINE_MS = 20_000;

/** What the unit of work needs of the opened file. */
export interface SqliteUnitOfWorkParts {
  db: Database.Database;
  writer: SqliteWriter;
  reader: Reader;
  clock: Clock;
  log: Log;
  onFatal: FatalHandler;
  unitDeadlineMs: number;
}

interface Waiting {
  ctx: Ctx;
  work: (tx: Tx) => Promise<unknown>;
  /** Enters the async context of whoever asked, so that his log lines carry his ids and not those of another. */
  enter: <T>(run: () => T) => T;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
  /** Ran in a group that could not be committed: once more, by itself. */
  alone: boolean;
}
interface Outcome {
  item: Waiting;
  ok: boolean;
  value: unknown;
  jobs: EnqueuedJob[];
  events: number;
}

/** SQLite: units one after the other on the one writer; those that wait share a commit, each in a savepoint of its own. */
export class SqliteUnitOfWork extends UnitOfWork {
  readonly reader: Reader;
  readonly committed: CommitListeners;
  private readonly waiting: Waiting[] = [];
  /** Units of batches, which let all others go first. */
  private readonly batched: Waiting[] = [];
  /** Units for which nobody waits: they begin the next group of others. */
  private readonly patient: Waiting[] = [];
  private patience: NodeJS.Timeout | null = null;
  private draining: Promise<void> | null = null;
  private dead: Error | null = null;
  private closed = false;
  /** The last place in the journal as the open group sees it; null until it has looked. */
  private position: number | null = null;

  constructor(private readonly parts: SqliteUnitOfWorkParts) {
    super();
    this.reader = parts.reader;
    this.committed = new CommitListeners(parts.log);
  }

  run<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>, { patient = false }: UnitOptions = {}): Promise<T> {
    return traced('unit', unitFacts(ctx), () => this.enqueue(patient ? this.patient : this.waiting, ctx, work));
  }

  /** Each is a unit as any other, except that it lets those go first who do not come in batches, unless it is urgent. */
  runEach<T>(
    ctx: Ctx,
    works: readonly ((tx: Tx) => Promise<T>)[],
    { urgent = false }: { urgent?: boolean } = {},
  ): Promise<PromiseSettledResult<T>[]> {
    return Promise.allSettled(works.map((work) => this.enqueue(urgent ? this.waiting : this.batched, ctx, work)));
  }

  private enqueue<T>(queue: Waiting[], ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (insideUnit()) return Promise.reject(nestedUnit());
    if (this.closed) return Promise.reject(new Error('The database is closed.'));
    return new Promise<T>((resolve, reject) => {
      const enter = AsyncLocalStorage.snapshot();
      queue.push({ ctx, work, enter, resolve: resolve as (value: unknown) => void, reject, alone: false });
      if (queue === this.patient) this.patience ??= setTimeout(() => this.hurry(), PATIENCE_MS);
      else this.draining ??= this.drain();
    });
  }

  /** Nobody came for the patient ones to go with. */
  private hurry(): void {
    if (this.patience) clearTimeout(this.patience);
    this.patience = null;
    this.waiting.push(...this.patient.splice(0));
    if (this.waiting.length > 0) this.draining ??= this.drain();
  }

  /** Puts the log into the file and empties it: its pages hold what rows said before. */
  async settle(): Promise<boolean> {
    while (this.draining !== null) await this.draining;
    if (this.closed) return false;
    const [outcome] = this.parts.db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return outcome?.busy === 0;
  }

  /** Finishes what waits and takes nothing more. */
  async close(): Promise<void> {
    this.closed = true;
    this.hurry();
    await this.draining;
  }

  /** Gives up: everything that waits fails, and the process is told to end. */
  fail(error: unknown): void {
    if (this.dead !== null) return;
    this.dead = error instanceof Error ? error : new Error(String(error));
    this.parts.onFatal(error);
  }

  private async drain(): Promise<void> {
    try {
      while (this.waiting.length + this.batched.length > 0) {
        await this.group();
        // Units on a synchronous driver never leave the microtask queue: give sockets and timers their turn.
        if (this.waiting.length + this.batched.length > 0) await nextTurn();
      }
    } finally {
      this.draining = null;
    }
  }

  private async group(): Promise<void> {
    if (!(await this.begin())) return;
    const outcomes: Outcome[] = [];
    const turns = new Turns();
    for (let item = this.next(turns, outcomes.length); item; item = this.next(turns, outcomes.length)) {
      const outcome = await this.runOne(item);
      outcomes.push(outcome);
      if (!this.parts.db.inTransaction || item.alone) break;
      // A claim comes as a unit that waits, and would end a batch.
      if (!turns.inBatch && this.claimedEarly(outcome)) await nextTurn();
      if (this.waiting.length === 0) await turns.giveUp();
    }
    try {
      if (!this.parts.db.inTransaction) throw lastError(outcomes);
      this.parts.writer.statements.change('COMMIT');
    } catch (error) {
      this.groupLost(outcomes, error);
      return;
    }
    this.answer(outcomes);
  }

  /** Lets the worker of this process claim what a unit put in while its commit is still to come; false when it takes nothing. */
  private claimedEarly(outcome: Outcome): boolean {
    const { claimEarly } = this.committed;
    if (claimEarly === null || outcome.jobs.length === 0) return false;
    const left = outcome.jobs.filter((job) => !claimEarly(job));
    const taken = left.length < outcome.jobs.length;
    outcome.jobs = left;
    return taken;
  }

  /** Who comes next in this group: those who are patient, those who wait, then one of a batch, and more of it while nobody else waits. */
  private next(turns: Turns, taken: number): Waiting | undefined {
    const [urgent] = this.waiting;
    const [batch] = this.batched;
    if (this.patient.length > 0 && !turns.inBatch && taken < GROUP_UNITS && !(taken === 0 && urgent?.alone))
      return this.patient.shift();
    if (urgent && (taken === 0 || (!turns.inBatch && !urgent.alone && taken < GROUP_UNITS && turns.elapsed < GROUP_MS)))
      return this.waiting.shift();
    const room = taken < GROUP_UNITS && turns.elapsed < BATCH_MS;
    if (!batch || !(taken === 0 || (room && !(urgent && turns.inBatch)))) return undefined;
    turns.inBatch = true;
    return this.batched.shift();
  }

  /** Opens the transaction; when it can't, the first unit is answered with why. */
  private async begin(): Promise<boolean> {
    const started = performance.now();
    this.position = null;
    for (;;) {
      try {
        if (this.dead !== null) throw this.dead;
        this.parts.writer.statements.change('BEGIN IMMEDIATE');
        return true;
      } catch (error) {
        const busy = sqlErrorCode(error)?.startsWith('SQLITE_BUSY') === true;
        if (!busy || performance.now() - started > BEGIN_DEADLINE_MS) {
          this.noticeFailure(error);
          (this.waiting.shift() ?? this.batched.shift())?.reject(inWords(error));
          return false;
        }
        await delay(jitter(10, 0.8));
      }
    }
  }

  private async runOne(item: Waiting): Promise<Outcome> {
    const { writer, clock, log, db } = this.parts;
    const unit = new SqliteUnit(writer, item.ctx, clock.now());
    const started = performance.now();
    const before = this.position;
    try {
      writer.statements.change('SAVEPOINT "unit"');
      const value = await withDeadline(
        item.enter(() => guardUnit(unit, () => item.work(unit))),
        this.parts.unitDeadlineMs,
      );
      unit.finish();
      const jobs = this.flush(unit);
      writer.statements.change('RELEASE "unit"');
      return { item, ok: true, value, jobs, events: unit.events.length };
    } catch (error) {
      await unit.close();
      this.position = before;
      // Some failures, such as a full disk, roll back the whole transaction by themselves.
      if (db.inTransaction) this.rollBackUnit();
      return { item, ok: false, value: error, jobs: [], events: 0 };
    } finally {
      const took = performance.now() - started;
      if (took > SLOW_UNIT_MS) log.warn(`A unit of work held the writer for ${Math.round(took)} ms (${item.ctx.correlationId}).`);
    }
  }

  private rollBackUnit(): void {
    try {
      this.parts.writer.statements.change('ROLLBACK TO "unit"');
      this.parts.writer.statements.change('RELEASE "unit"');
    } catch (error) {
      // Without the savepoint nothing separates this unit from the others of the group: none of them is committed.
      this.parts.log.error(`A unit could not be rolled back alone: ${String(error)}`);
      if (this.parts.db.inTransaction) this.parts.writer.statements.change('ROLLBACK');
    }
  }

  private flush(unit: SqliteUnit): EnqueuedJob[] {
    const { statements } = this.parts.writer;
    for (const { sql, parameters } of eventInserts(unit, unit.events, () => this.nextPosition()))
      statements.change(sql, parameters);
    if (unit.jobs.length === 0) return [];
    const { inserts, enqueued } = jobInserts(unit, unit.jobs);
    for (const { sql, parameters } of inserts) statements.change(sql, parameters);
    return enqueued;
  }

  private nextPosition(): number {
    if (this.position === null) {
      const rows = this.parts.writer.statements.all<{ last: number | null }>(
        `SELECT max("position") AS last FROM "event" WHERE "position" IS NOT NULL`,
      );
      this.position = rows[0]?.last ?? 0;
    }
    this.position += 1;
    return this.position;
  }

  private answer(outcomes: Outcome[]): void {
    const jobs: EnqueuedJob[] = [];
    let events = 0;
    for (const outcome of outcomes) {
      // Failures are answered after the commit as well: they may rest on what other units of the group wrote.
      if (outcome.ok) outcome.item.resolve(outcome.value);
      else {
        this.noticeFailure(outcome.value);
        outcome.item.reject(inWords(outcome.value));
      }
      jobs.push(...outcome.jobs);
      events += outcome.events;
    }
    if (jobs.length > 0 || events > 0) this.committed.tell({ jobs, events, position: events > 0 ? this.position : null });
  }

  private groupLost(outcomes: Outcome[], error: unknown): void {
    if (this.parts.db.inTransaction) this.parts.writer.statements.change('ROLLBACK');
    this.noticeFailure(error);
    if (this.dead !== null || outcomes.length === 1) {
      for (const { item } of outcomes) item.reject(inWords(error));
      return;
    }
    for (const { item } of outcomes) item.alone = true;
    this.waiting.unshift(...outcomes.map(({ item }) => item));
  }

  private noticeFailure(error: unknown): void {
    if (isStorageFailure(error)) this.fail(error);
  }
}

/** The time that a group takes, and whether it has come to the units of a batch. */
class Turns {
  inBatch = false;
  private readonly started = performance.now();
  private turned = this.started;

  get elapsed(): number {
    return performance.now() - this.started;
  }

  /** Gives sockets and timers their turn when it is time, in the open transaction: whoever reads does so beside it. */
  async giveUp(): Promise<void> {
    if (performance.now() - this.turned < GROUP_MS) return;
    await nextTurn();
    this.turned = performance.now();
  }
}

function lastError(outcomes: Outcome[]): unknown {
  const last = outcomes.at(-1);
  return last && !last.ok ? last.value : new Error('SQLite ended the transaction by itself.');
}
