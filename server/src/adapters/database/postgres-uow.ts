import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { jitter } from '../../kernel/random.js';
import { guardUnit, insideUnit } from '../../kernel/unit-guard.js';
import { traced, unitFacts } from '../../kernel/tracing.js';
import { UnitOfWork, type Reader, type Tx, type UnitOptions } from '../../kernel/uow.js';
import { CommitListeners } from './committed.js';
import { inWords, sqlErrorCode } from './faults.js';
import type { Log } from './log.js';
import { isOutOfDate, nameOf, renew } from './prepared.js';
import { pgQuery } from './readers.js';
import { eventInserts, jobInserts, type EnqueuedJob } from './rows.js';
import { nestedUnit, Unit, withDeadline } from './unit.js';

/** Serialisation failure and deadlock; a statement that is out of date, too: the same unit may well succeed when it runs again. */
const AGAIN = new Set(['40001', '40P01']);
const MAX_TRIES = 12;
const SLOW_UNIT_MS = 1_000;
const READ_COMMITTED = 'BEGIN ISOLATION LEVEL READ COMMITTED';
/** Rows that everybody changes, such as counts, are locked until the commit: a batch may not hold them for long. */
const BATCH_UNITS = 10;

/** A unit on a connection of its own. */
class PostgresUnit extends Unit {
  constructor(
    private readonly source: DataSource,
    private readonly runner: QueryRunner,
    private readonly client: pg.ClientBase,
    ctx: Ctx,
    now: number,
  ) {
    super('postgres', ctx, now);
  }

  async query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return (await this.track(() => pgQuery(this.client, sql, parameters, nameOf(sql)))).rows as Row[];
  }

  async execute(sql: string, parameters?: readonly unknown[]): Promise<number> {
    return (await this.track(() => pgQuery(this.client, sql, parameters, nameOf(sql)))).rowCount ?? 0;
  }

  protected makeManager(): EntityManager {
    const shared = this.runner;
    // Several units may share the connection, one after the other: each gets a runner of its own that refuses to work after its end.
    const own = Object.create(shared) as QueryRunner;
    own.query = (sql: string, parameters?: unknown[], structured?: boolean) =>
      this.track(() => shared.query(sql, parameters, structured as true)) as never;
    return this.source.createEntityManager(own);
  }
}

/** An open transaction, with what is to be told of it once it is committed. */
interface Transaction {
  readonly ctx: Ctx;
  readonly runner: QueryRunner;
  readonly client: pg.ClientBase;
  readonly jobs: EnqueuedJob[];
  events: number;
}

/** PostgreSQL: units side by side from a pool, at READ COMMITTED unless they ask for more. */
export class PostgresUnitOfWork extends UnitOfWork {
  readonly reader: Reader;
  readonly committed: CommitListeners;
  private readonly running = new Set<Promise<unknown>>();
  private closed = false;

  constructor(
    private readonly source: DataSource,
    reader: Reader,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly unitDeadlineMs: number,
  ) {
    super();
    this.reader = reader;
    this.committed = new CommitListeners(log);
  }

  settle(): Promise<boolean> {
    return Promise.resolve(true);
  }

  run<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>, options: UnitOptions = {}): Promise<T> {
    const begin = options.serializable ? 'BEGIN ISOLATION LEVEL SERIALIZABLE' : READ_COMMITTED;
    return traced('unit', unitFacts(ctx), () => this.start(ctx, (transaction) => this.unit(transaction, work), begin));
  }

  async runEach<T>(ctx: Ctx, works: readonly ((tx: Tx) => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
    const results: PromiseSettledResult<T>[] = [];
    for (let at = 0; at < works.length; at += BATCH_UNITS) {
      const batch = works.slice(at, at + BATCH_UNITS);
      const together = this.together(ctx, batch);
      // A failure of the whole transaction is one of each of its units; those of the others stand.
      results.push(...(await together.catch((reason: unknown) => batch.map(() => ({ status: 'rejected' as const, reason })))));
    }
    return results;
  }

  /** Finishes what runs and takes nothing more. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.running);
  }

  /** All of it as one unit's worth; where one of them fails, all once more, each in a savepoint of its own, which two statements are for each. */
  private async together<T>(ctx: Ctx, works: readonly ((tx: Tx) => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
    const failed = { one: false };
    try {
      return await this.start(ctx, (transaction) => this.unparted(transaction, works, failed), READ_COMMITTED);
    } catch (error) {
      // A commit of which nothing is known must not be done again.
      if (!failed.one || works.length === 1 || isWorthAgain(error)) throw error;
      return this.start(ctx, (transaction) => this.units(transaction, works), READ_COMMITTED);
    }
  }

  private start<T>(ctx: Ctx, work: (transaction: Transaction) => Promise<T>, begin: string): Promise<T> {
    if (insideUnit()) return Promise.reject(nestedUnit());
    if (this.closed) return Promise.reject(new Error('The database is closed.'));
    const running = this.retried(ctx, work, begin);
    this.running.add(running);
    const done = (): void => void this.running.delete(running);
    running.then(done, done);
    return running;
  }

  private async retried<T>(ctx: Ctx, work: (transaction: Transaction) => Promise<T>, begin: string): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(ctx, work, begin);
      } catch (error) {
        if (attempt >= MAX_TRIES || !isWorthAgain(error)) throw inWords(error);
        if (isOutOfDate(error)) renew();
        await delay(jitter(Math.min(4 * 2 ** attempt, 500), 0.9));
      }
    }
  }

  private async once<T>(ctx: Ctx, work: (transaction: Transaction) => Promise<T>, begin: string): Promise<T> {
    const runner = this.source.createQueryRunner('master');
    const client = (await runner.connect()) as pg.ClientBase;
    const transaction: Transaction = { ctx, runner, client, jobs: [], events: 0 };
    const started = performance.now();
    let broken: Error | undefined;
    try {
      await client.query(begin);
      // TypeORM opens a transaction of its own for `save` unless it knows of one.
      Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
      const value = await work(transaction);
      const { command } = await client.query('COMMIT');
      // PostgreSQL answers COMMIT with ROLLBACK when a statement of the transaction had failed.
      if (command !== 'COMMIT') throw new Error('PostgreSQL rolled the unit of work back.');
      const { jobs, events } = transaction;
      if (jobs.length > 0 || events > 0) this.committed.tell({ jobs, events, position: null });
      return value;
    } catch (error) {
      broken = await rollBack(client);
      throw error;
    } finally {
      await release(runner, broken);
      const took = performance.now() - started;
      if (took > SLOW_UNIT_MS) this.log.warn(`A unit of work took ${Math.round(took)} ms (${ctx.correlationId}).`);
    }
  }

  /** One after the other; `failed` tells that it was one of them, so that nothing has been committed. */
  private async unparted<T>(
    transaction: Transaction,
    works: readonly ((tx: Tx) => Promise<T>)[],
    failed: { one: boolean },
  ): Promise<PromiseSettledResult<T>[]> {
    const results: PromiseSettledResult<T>[] = [];
    failed.one = false;
    for (const work of works) {
      failed.one = true;
      results.push({ status: 'fulfilled', value: await this.unit(transaction, work) });
      failed.one = false;
    }
    return results;
  }

  /** Each in a savepoint of its own. A failure that the same work may get over when it runs again is one of the whole transaction. */
  private async units<T>(
    transaction: Transaction,
    works: readonly ((tx: Tx) => Promise<T>)[],
  ): Promise<PromiseSettledResult<T>[]> {
    const { client } = transaction;
    const results: PromiseSettledResult<T>[] = [];
    for (const work of works) {
      await client.query('SAVEPOINT "unit"');
      try {
        results.push({ status: 'fulfilled', value: await this.unit(transaction, work) });
        await client.query('RELEASE "unit"');
      } catch (error) {
        if (isWorthAgain(error)) throw error;
        await client.query('ROLLBACK TO "unit"');
        results.push({ status: 'rejected', reason: inWords(error) });
      }
    }
    return results;
  }

  private async unit<T>(transaction: Transaction, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { ctx, runner, client } = transaction;
    const unit = new PostgresUnit(this.source, runner, client, ctx, this.clock.now());
    try {
      const value = await withDeadline(
        guardUnit(unit, () => work(unit)),
        this.unitDeadlineMs,
      );
      unit.finish();
      const jobs = await this.flush(unit, client);
      transaction.jobs.push(...jobs);
      transaction.events += unit.events.length;
      return value;
    } catch (error) {
      await unit.close();
      throw error;
    }
  }

  private async flush(unit: PostgresUnit, client: pg.ClientBase): Promise<EnqueuedJob[]> {
    for (const { sql, parameters } of eventInserts(unit, unit.events, () => null))
      await pgQuery(client, sql, parameters, nameOf(sql));
    if (unit.jobs.length === 0) return [];
    const { inserts, enqueued } = jobInserts(unit, unit.jobs);
    for (const { sql, parameters } of inserts) await pgQuery(client, sql, parameters, nameOf(sql));
    return enqueued;
  }
}

function isWorthAgain(error: unknown): boolean {
  return AGAIN.has(sqlErrorCode(error) ?? '') || isOutOfDate(error);
}

/** Rolls back; answers the error of a connection that can't be used any more. */
async function rollBack(client: pg.ClientBase): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** Gives the connection back to the pool, or has the pool drop it. */
async function release(runner: QueryRunner, broken: Error | undefined): Promise<void> {
  const pooled = runner as unknown as { releasePostgresConnection(error?: Error): Promise<void> };
  await pooled.releasePostgresConnection(broken);
}
