import { join } from 'node:path';
import { SystemClock } from '../../kernel/clock.js';
import { MIGRATIONS } from './migrations/index.js';
import type { DatabaseOptions, OpenDatabase } from './options.js';

const UNIT_DEADLINE_MS = 30_000;

export type { DatabaseOptions, OpenDatabase };

/**
 * Opens the database of an address, with its schema up to date; throws with one sentence when it can't. The driver of the other
 * database is never loaded, for its memory.
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const url = options.url ?? join(options.dataDir, 'balie.db');
  const full = {
    clock: new SystemClock(),
    migrations: MIGRATIONS,
    unitDeadlineMs: UNIT_DEADLINE_MS,
    beforeMigrating: () => Promise.resolve(),
    ...options,
    url,
  };
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { openPostgres } = await import('./open-postgres.js');
    return openPostgres(url, full);
  }
  const file = url.replace(/^sqlite:(\/\/(?=\/))?/, '');
  if (/^[a-z]{2,}:\/\//.test(file)) {
    throw new Error(`DATABASE_URL must begin with postgres:// or be the path of a SQLite file, not ${new URL(file).protocol}//`);
  }
  const { openSqlite } = await import('./open-sqlite.js');
  return openSqlite(file, full);
}
