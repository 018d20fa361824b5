import type { DataSource, MigrationInterface } from 'typeorm';
import type { Clock } from '../../kernel/clock.js';
import type { Journal } from '../../kernel/events.js';
import type { Dialect, UnitOfWork } from '../../kernel/uow.js';
import type { CommitListeners } from './committed.js';
import type { FatalHandler } from './faults.js';
import type { Log } from './log.js';

/** Entities, as TypeORM takes them. */
type EntityClass = new () => object;
/** Migrations, as TypeORM takes them. */
type MigrationClass = new () => MigrationInterface;

/** How a database is opened. */
export interface DatabaseOptions {
  /** `postgres://…`, or the path of a SQLite file; a file in the data folder when not given. */
  url?: string;
  dataDir: string;
  /** The one list of the product, `app/entities.ts`. */
  entities: readonly EntityClass[];
  log: Log;
  clock?: Clock;
  /** When the disk or the file failed: nothing goes on after it. */
  onFatal: FatalHandler;
  migrations?: readonly MigrationClass[];
  /**
   * On PostgreSQL: called under the lock of the migrations before any is run on a database that somebody has worked in, with the name of the
   * last that was. Nothing is migrated when it throws.
   */
  beforeMigrating?: (last: string) => Promise<void>;
  /** How long a unit may take before it is given up and rolled back. */
  unitDeadlineMs?: number;
}

/** An open database with what stands on it. */
export interface OpenDatabase {
  dialect: Dialect;
  uow: UnitOfWork;
  journal: Journal;
  /** Tells in this process what was just committed. */
  committed: CommitListeners;
  /** The schema's own side of the database: migrations and their tests. */
  writer: DataSource;
  close(): Promise<void>;
}
