import { MIGRATIONS } from '../../adapters/database/migrations/index.js';
import { openDatabase } from '../../adapters/database/open.js';
import { digestOf } from '../../adapters/database/raw/load.js';
import { openRaw, sqliteFile } from '../../adapters/database/raw/open-raw.js';
import { ENTITIES } from '../entities.js';
import { Refused } from './refused.js';

/**
 * A database with the schema that these migrations make, to be loaded into. Throws Refused when there is an instance in it that may not be
 * replaced, or when its schema or the wanted one is that of another version.
 */
export async function prepareEmpty(url: string, dataDir: string, migrations: readonly string[], replace: boolean): Promise<void> {
  const known = new Set(MIGRATIONS.map((migration) => new migration().name));
  const newer = migrations.find((name) => !known.has(name));
  if (newer) throw new Refused(`It was made by a newer version of Balie (${newer}). Restore it with that version.`);
  if (sqliteFile(url, dataDir) === null) await refuseOther(url, dataDir, migrations, replace);
  const wanted = MIGRATIONS.filter((migration) => migrations.includes(new migration().name));
  const log = { log: () => undefined, warn: () => undefined, error: () => undefined };
  const onFatal = (error: unknown): never => {
    throw error;
  };
  const database = await openDatabase({ url, dataDir, entities: ENTITIES, migrations: wanted, log, onFatal });
  await database.close();
}

async function refuseOther(url: string, dataDir: string, migrations: readonly string[], replace: boolean): Promise<void> {
  const there = await openRaw(url, dataDir);
  try {
    await there.begin('read');
    const found = await there.migrations();
    if (found.length === 0) return;
    const workspace = (await there.tables()).find(({ name }) => name === 'workspace');
    // A schema without anybody in it is what a run that failed left behind.
    const inhabited = workspace !== undefined && (await digestOf(there, workspace)).rows > 0;
    if (inhabited && !replace)
      throw new Refused('There is an instance in this database already. Add --replace to put another in its place.');
    if (found.some((name) => !migrations.includes(name)))
      throw new Refused('The instance in this database has a newer schema. Use an empty database.');
  } finally {
    await there.close();
  }
}
