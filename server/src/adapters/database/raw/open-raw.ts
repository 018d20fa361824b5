import { join } from 'node:path';
import type { RawDatabase } from './raw-database.js';

/** The path of the SQLite file that an address names; null for one of PostgreSQL. */
export function sqliteFile(url: string | undefined, dataDir: string): string | null {
  if (url === undefined) return join(dataDir, 'balie.db');
  return /^postgres(ql)?:\/\//.test(url) ? null : url.replace(/^sqlite:(\/\/(?=\/))?/, '');
}

/** Opens a database that is there. The driver of the other one is not loaded. */
export async function openRaw(url: string | undefined, dataDir: string): Promise<RawDatabase> {
  const file = sqliteFile(url, dataDir);
  if (file !== null) return (await import('./raw-sqlite.js')).openRawSqlite(file);
  return (await import('./raw-postgres.js')).openRawPostgres(url ?? '');
}
