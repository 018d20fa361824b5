import { digestOf } from '../../src/adapters/database/raw/load.js';
import { openRaw } from '../../src/adapters/database/raw/open-raw.js';

/** What each table of an instance holds, as `rows:checksum`, by its name; the same on both databases for the same rows. */
export async function tablesOf(env: { DATABASE_URL?: string; BALIE_DATA_DIR?: string }): Promise<Record<string, string>> {
  const database = await openRaw(env.DATABASE_URL, env.BALIE_DATA_DIR ?? '');
  try {
    await database.begin('read');
    const found: Record<string, string> = {};
    for (const table of await database.tables()) {
      const { rows, sum } = await digestOf(database, table);
      found[table.name] = `${rows}:${sum}`;
    }
    return found;
  } finally {
    await database.close();
  }
}

/** Without those tables. */
export function without<T>(tables: Record<string, T>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !names.includes(name)));
}
