import { DataSource, type QueryRunner } from 'typeorm';
import { PostgresJournal } from './journal-postgres.js';
import { runMigrations } from './migrate.js';
import { QuietLogger, SnakeNaming } from './typeorm-ways.js';
import type { Log } from './log.js';
import type { DatabaseOptions, OpenDatabase } from './options.js';
import { PostgresUnitOfWork } from './postgres-uow.js';
import { PostgresReader } from './readers.js';

const POOL_SIZE = 10;
/** The advisory locks of this product in its database; any two different numbers do. */
const MIGRATION_LOCK = 7_310_001;

/** Opens a PostgreSQL database: migrations under a lock, a pool for units, and one whose connections can only read. */
export async function openPostgres(url: string, options: Required<DatabaseOptions>): Promise<OpenDatabase> {
  const writer = await connect(source(url, 'writer', options));
  const opened = [writer];
  try {
    await refuseUnsafe(writer);
    await migrate(writer, options);
    const readerSource = await connect(source(url, 'reader', options));
    opened.push(readerSource);
    const reader = new PostgresReader(readerSource);
    const uow = new PostgresUnitOfWork(writer, reader, options.clock, options.log, options.unitDeadlineMs);
    const journal = new PostgresJournal(reader, uow.committed, url, options.log);
    const close = async (): Promise<void> => {
      await uow.close();
      await journal.close();
      await readerSource.destroy();
      await writer.destroy();
    };
    await journal.open();
    return { dialect: 'postgres', uow, journal, committed: uow.committed, writer, close };
  } catch (error) {
    for (const each of opened) await each.destroy();
    throw error;
  }
}

async function connect(source: DataSource): Promise<DataSource> {
  try {
    return await source.initialize();
  } catch (error) {
    throw new Error(`PostgreSQL can't be reached at the address in DATABASE_URL: ${(error as Error).message}`, { cause: error });
  }
}

function source(url: string, role: 'writer' | 'reader', options: Required<DatabaseOptions>): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize: POOL_SIZE,
    connectTimeoutMS: 10_000,
    parseInt8: true,
    applicationName: `balie ${role}`,
    entities: [...options.entities],
    migrations: [...options.migrations],
    namingStrategy: new SnakeNaming(),
    installExtensions: false,
    logging: false,
    logger: new QuietLogger(),
    poolErrorHandler: (error: Error) => options.log.warn(`A connection to PostgreSQL was lost: ${error.message}`),
    extra: {
      keepAlive: true,
      statement_timeout: 30_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 60_000,
      // A write past the unit of work fails here, as it does on the read-only connection of SQLite.
      ...(role === 'reader' ? { options: '-c default_transaction_read_only=on' } : {}),
    },
  });
}

async function refuseUnsafe(source: DataSource): Promise<void> {
  const [row] = await source.query<{ version: number; fsync: string; commit: string }[]>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`,
  );
  if (!row) throw new Error('PostgreSQL did not tell its settings.');
  if (row.version < 150_000)
    throw new Error(`PostgreSQL 15 or newer is needed; this one is ${Math.floor(row.version / 10_000)}.`);
  for (const [name, value] of [
    ['fsync', row.fsync],
    ['synchronous_commit', row.commit],
  ]) {
    if (value === 'off')
      throw new Error(`PostgreSQL runs with ${name}=off, which loses acknowledged work in a crash: set it to on.`);
  }
}

async function migrate(source: DataSource, { beforeMigrating, log }: Required<DatabaseOptions>): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    // A migration of a large table may take its time, and a second process waits for the first.
    await runner.query('SET statement_timeout = 0');
    await runner.query('SET lock_timeout = 0');
    await takeTurn(runner, log);
    try {
      const last = await lastBeforePending(source, runner);
      if (last !== null) await beforeMigrating(last);
      await runner.startTransaction();
      await runMigrations(source, runner);
      await runner.commitTransaction();
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`);
      await runner.query('RESET statement_timeout');
      await runner.query('RESET lock_timeout');
    }
  } finally {
    await runner.release();
  }
}

/** Waits for as long as another one is at it, and says so: a process that is silent for an hour looks like one that hangs. */
async function takeTurn(runner: QueryRunner, log: Log): Promise<void> {
  const [now] = (await runner.query(`SELECT pg_try_advisory_lock(${MIGRATION_LOCK}) AS free`)) as { free: boolean }[];
  if (now?.free) return;
  log.log('Another process of Balie brings the database up to date: this one waits until it is done.');
  await runner.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
}

/** The last migration that was run, where some of ours are still to come; null for a new database, and for one that is newer than we are. */
async function lastBeforePending(source: DataSource, runner: QueryRunner): Promise<string | null> {
  const [there] = (await runner.query(`SELECT to_regclass('migrations') IS NOT NULL AS there`)) as { there: boolean }[];
  if (!there?.there) return null;
  const done = (await runner.query('SELECT name FROM migrations ORDER BY timestamp')) as { name: string }[];
  const known = new Set(source.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const pending = done.length < known.size && done.every(({ name }) => known.has(name));
  return pending ? (done.at(-1)?.name ?? null) : null;
}
