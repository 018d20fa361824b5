import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { DataSource, type QueryRunner } from 'typeorm';
import { copyBeforeMigrating } from './before-migrating.js';
import { isStorageFailure, sqlErrorCode } from './faults.js';
import { SqliteJournal } from './journal-sqlite.js';
import { runMigrations } from './migrate.js';
import { QuietLogger, SnakeNaming } from './typeorm-ways.js';
import type { DatabaseOptions, OpenDatabase } from './options.js';
import { SqliteReader } from './readers.js';
import { BUSY_TIMEOUT_MS, prepareConnection, Statements } from './sqlite-connection.js';
import { SqliteUnitOfWork } from './sqlite-uow.js';

const OPEN_DEADLINE_MS = 30_000;

/** Opens a SQLite file: the writer with its migrations first, then the reader, which can't write. */
export async function openSqlite(file: string, options: Required<DatabaseOptions>): Promise<OpenDatabase> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writerSource = await source(file, 'writer', options).initialize();
  const opened = [writerSource];
  try {
    const db = connectionOf(writerSource);
    const runner = writerSource.createQueryRunner();
    copyBeforeMigrating(
      db,
      file,
      options.migrations.map((migration) => new migration().name ?? migration.name),
    );
    await migrate(writerSource, runner, db);
    prepareConnection(db, 'writer');
    const readerSource = await source(file, 'reader', options).initialize();
    opened.push(readerSource);

    // Units are savepoints of transactions that the unit of work opens itself; TypeORM must not begin or end one.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    const fail = (error: unknown): void => {
      if (isStorageFailure(error)) uow.fail(error);
    };
    watch(runner, fail);
    watch(readerSource.createQueryRunner(), fail);
    const readerDb = connectionOf(readerSource);
    const reader = new SqliteReader(readerSource, new Statements(readerDb), fail);
    const writer = { source: writerSource, runner, statements: new Statements(db) };
    const uow = new SqliteUnitOfWork({ ...options, db, writer, reader });
    const journal = new SqliteJournal(reader, uow.committed, readerDb);
    const close = async (): Promise<void> => {
      journal.close();
      await uow.close();
      await readerSource.destroy();
      await writerSource.destroy();
    };
    return { dialect: 'sqlite', uow, journal, committed: uow.committed, writer: writerSource, close };
  } catch (error) {
    for (const each of opened) await each.destroy();
    throw error;
  }
}

function source(file: string, role: 'writer' | 'reader', options: Required<DatabaseOptions>): DataSource {
  return new DataSource({
    type: 'better-sqlite3',
    driver: BetterSqlite3,
    database: file,
    readonly: role === 'reader',
    timeout: BUSY_TIMEOUT_MS,
    entities: [...options.entities],
    migrations: [...options.migrations],
    namingStrategy: new SnakeNaming(),
    logging: false,
    logger: new QuietLogger(),
    statementCacheSize: 500,
    prepareDatabase: (db: BetterSqlite3.Database) => preparePatiently(db, role),
  });
}

/** Switching to WAL needs the file for a moment, which another process that starts at the same time may hold. */
async function preparePatiently(db: BetterSqlite3.Database, role: 'writer' | 'reader'): Promise<void> {
  const started = performance.now();
  for (;;) {
    try {
      prepareConnection(db, role);
      return;
    } catch (error) {
      if (sqlErrorCode(error) !== 'SQLITE_BUSY' || performance.now() - started > OPEN_DEADLINE_MS) throw error;
      await delay(25);
    }
  }
}

/** The write lock of SQLite is the lock of the migrations: a second process waits and then finds them done. */
async function migrate(writer: DataSource, runner: QueryRunner, db: BetterSqlite3.Database): Promise<void> {
  await beginPatiently(db);
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  try {
    await runMigrations(writer, runner);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  } finally {
    Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
  }
}

async function beginPatiently(db: BetterSqlite3.Database): Promise<void> {
  const started = performance.now();
  for (;;) {
    try {
      db.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (sqlErrorCode(error) !== 'SQLITE_BUSY' || performance.now() - started > OPEN_DEADLINE_MS) throw error;
      await delay(25);
    }
  }
}

/** Looks at each failure of the entity manager's statements as well. */
function watch(runner: QueryRunner, fail: (error: unknown) => void): void {
  const query = runner.query.bind(runner) as (...input: unknown[]) => Promise<unknown>;
  runner.query = (async (...input: unknown[]) => {
    try {
      return await query(...input);
    } catch (error) {
      fail(error);
      throw error;
    }
  }) as QueryRunner['query'];
}

function connectionOf(source: DataSource): BetterSqlite3.Database {
  return (source.driver as unknown as { databaseConnection: BetterSqlite3.Database }).databaseConnection;
}
