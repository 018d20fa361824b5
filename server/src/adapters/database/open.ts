import { join } from 'node:path';
import type { DataSource, MigrationInterface } from 'typeorm';
import { SystemClock, type Clock } from '../../kernel/clock.js';
import type { Journal } from '../../kernel/events.js';
import type { Dialect, UnitOfWork } from '../../kernel/uow.js';
import type { CommitListeners } from './committed.js';
import type { FatalHandler } from './faults.js';
import type { Log } from './log.js';
import { MIGRATIONS } from './migrations/index.js';
import { openPostgres } from './open-postgres.js';
import { openSqlite } from './open-sqlite.js';

const UNIT_DEADLINE_MS = 30_000;

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

/** Opens the database of an address, with its schema up to date; throws with one sentence when it can't. */
export function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const url = options.url ?? join(options.dataDir, 'balie.db');
  const full = { clock: new SystemClock(), migrations: MIGRATIONS, unitDeadlineMs: UNIT_DEADLINE_MS, ...options, url };
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url, full);
  const file = url.replace(/^sqlite:(\/\/(?=\/))?/, '');
  if (/^[a-z]{2,}:\/\//.test(file)) {
    throw new Error(`DATABASE_URL must begin with postgres:// or be the path of a SQLite file, not ${new URL(file).protocol}//`);
  }
  return openSqlite(file, full);
}
