import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Log } from '../../src/adapters/database/log.js';
import { openDatabase, type DatabaseOptions, type OpenDatabase } from '../../src/adapters/database/open.js';
import { openJobQueue } from '../../src/adapters/jobs/open-queue.js';
import { ENTITIES } from '../../src/app/entities.js';
import { SystemClock } from '../../src/kernel/clock.js';
import type { Ctx } from '../../src/kernel/context.js';
import type { Journal } from '../../src/kernel/events.js';
import type { JobQueue } from '../../src/kernel/jobs.js';
import type { Dialect, UnitOfWork } from '../../src/kernel/uow.js';
import { copyTemplate } from './template-database.js';

/** The database that this run of the tests uses: `BALIE_TEST_DATABASE=sqlite` (as without it) or `postgres`. */
export const TEST_DIALECT: Dialect = process.env.BALIE_TEST_DATABASE === 'postgres' ? 'postgres' : 'sqlite';

/** Where the tests may make databases of their own. */
const POSTGRES = process.env.BALIE_TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** A fresh database with the product's schema; `close` removes it. */
export interface TestDatabase {
  uow: UnitOfWork;
  journal: Journal;
  /** On the table, with the handlers that the test registers; stopped by `close`. */
  jobs: JobQueue;
  database: OpenDatabase;
  url: string;
  dataDir: string;
  /** What was logged, for tests that look at it. */
  log: MemoryLog;
  close(): Promise<void>;
}

/** Keeps what is logged. */
export class MemoryLog implements Log {
  readonly lines: string[] = [];
  log(message: string): void {
    this.lines.push(message);
  }
  warn(message: string): void {
    this.lines.push(message);
  }
  error(message: string): void {
    this.lines.push(message);
  }
}

/** A unit's context for tests that are not about rights. */
export function testCtx(correlationId = 'test'): Ctx {
  return { principal: { kind: 'system', name: 'test' }, correlationId };
}

/** An address of a database that nobody else uses, and how to remove it again. It is empty, or on PostgreSQL has the schema when `migrated`. */
export async function freshDatabaseUrl({ migrated = false } = {}): Promise<{
  url: string;
  dataDir: string;
  remove(): Promise<void>;
}> {
  const dataDir = await mkdtemp(join(tmpdir(), 'balie-test-'));
  // A process that ends just now may still write into it.
  const removeDir = (): Promise<void> => rm(dataDir, { recursive: true, force: true, maxRetries: 20 });
  if (TEST_DIALECT === 'sqlite') return { url: join(dataDir, 'balie.db'), dataDir, remove: removeDir };
  const made = await freshPostgresUrl(migrated ? (name) => copyTemplate(POSTGRES, dataDir, name) : undefined);
  const remove = async (): Promise<void> => {
    await made.remove();
    await removeDir();
  };
  return { url: made.url, dataDir, remove };
}

/** A PostgreSQL database that nobody else uses, whichever this run of the tests is about; empty, or as `make` makes it. */
export async function freshPostgresUrl(
  make = (name: string): Promise<void> => administer(`CREATE DATABASE "${name}"`),
): Promise<{ url: string; remove(): Promise<void> }> {
  const name = `balie_test_${randomBytes(8).toString('hex')}`;
  await make(name);
  const url = new URL(POSTGRES);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => administer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

/** Opens a database of its own for one test file. */
export async function openTestDatabase(options: Partial<DatabaseOptions> = {}): Promise<TestDatabase> {
  const { url, dataDir, remove } = await freshDatabaseUrl({ migrated: options.migrations === undefined });
  const log = new MemoryLog();
  try {
    const database = await openDatabase({ url, dataDir, entities: ENTITIES, log, onFatal: failTest, ...options });
    const jobs = openJobQueue({ database, log, clock: options.clock ?? new SystemClock() });
    const close = async (): Promise<void> => {
      await jobs.stop(0);
      await database.close();
      await remove();
    };
    return { uow: database.uow, journal: database.journal, jobs, database, url, dataDir, log, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

function failTest(error: unknown): void {
  throw new Error('The database of the test failed', { cause: error });
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: POSTGRES });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
