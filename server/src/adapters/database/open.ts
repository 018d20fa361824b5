import { join } from 'node:path';
import { SystemClock } from '../../kernel/clock.js';
import { MIGRATIONS } from './migrations/index.js';
import { openPostgres } from './open-postgres.js';
import { openSqlite } from './open-sqlite.js';
import type { DatabaseOptions, OpenDatabase } from './options.js';

const UNIT_DEADLINE_MS = 30_000;

export type { DatabaseOptions, OpenDatabase };

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
