import type { EntityManager } from 'typeorm';
import type { Ctx } from './context.js';
import type { NewEvent } from './events.js';
import type { NewJob } from './jobs.js';

export type Dialect = 'sqlite' | 'postgres';

/** Reads committed rows. Repositories take one as their first parameter, and a `Tx` is one too. */
export interface Reader {
  readonly manager: EntityManager;
  readonly dialect: Dialect;
  /** Plain SQL with `?` for parameters on both databases; rows as objects with the column names of the statement. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** An open transaction: what is written, emitted and enqueued through it happens together or not at all. */
export interface Tx extends Reader {
  readonly ctx: Ctx;
  /** The time of this unit, in milliseconds since 1970. */
  readonly now: number;
  /** Plain SQL that changes rows; answers how many were changed. */
  execute(sql: string, parameters?: readonly unknown[]): Promise<number>;
  /** Writes to the journal with the rest of the transaction. */
  emit(event: NewEvent): void;
  /** Puts a job into the queue with the rest of the transaction. */
  enqueue(job: NewJob): void;
}

/** How a unit is to be run. */
export interface UnitOptions {
  serializable?: boolean;
  /** Nobody waits for it: where units share a commit it may wait some milliseconds for one to come along with. */
  patient?: boolean;
}

/**
 * The only way to write. On SQLite units run one after the other on one writer connection, those that wait are committed
 * together, each in a savepoint of its own and each answered after the commit; on PostgreSQL at READ COMMITTED from a pool.
 * `work` may run again after a serialisation failure, so it must only touch the database. A nested run throws.
 */
export abstract class UnitOfWork {
  /** Committed rows only, never those of an open unit. */
  abstract readonly reader: Reader;
  abstract run<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>, options?: UnitOptions): Promise<T>;
  /**
   * Pieces of work that have nothing to do with each other but their order, committed several at once: one that fails is rolled back alone and
   * answered with its reason. Each sees what those before it wrote. Unless they are urgent they let others go first, who do not come in batches.
   */
  abstract runEach<T>(
    ctx: Ctx,
    works: readonly ((tx: Tx) => Promise<T>)[],
    options?: { urgent?: boolean },
  ): Promise<PromiseSettledResult<T>[]>;
  /**
   * Leaves nothing of what rows said before they were changed or deleted in the files of the database, as far as the database lets us; false
   * when somebody reads at the moment: try again. On PostgreSQL that is the matter of its own vacuum.
   */
  abstract settle(): Promise<boolean>;
}
