import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MigrationError } from '../../adapters/database/migrate.js';
import { loadKeyRing } from '../../adapters/secrets/secret-key.js';
import { SystemClock } from '../../kernel/clock.js';
import type { Config } from '../config.js';

/** How many of them are kept: that of the last upgrade, and the one before it. */
const KEPT = 2;
const OURS = /^before-[A-Za-z]+\d{13}\.tar$/;

/**
 * Keeps the rows of a database on PostgreSQL as they are before an upgrade, in the data folder: a backup that the version before restores.
 * Throws MigrationError when it can't be kept.
 */
export async function keepBeforeUpgrade({ databaseUrl, dataDir, secretKey }: Config, last: string): Promise<void> {
  if (databaseUrl === undefined) return;
  // Only here: it brings the archiver, which every other start does without.
  const { makeBackup } = await import('./make-backup.js');
  const file = join(dataDir, `before-${last}.tar`);
  try {
    const { current: key } = await loadKeyRing({ ...(secretKey ? { key: secretKey } : {}), dataDir });
    await makeBackup({ databaseUrl, dataDir, file, key, withKey: false, rowsOnly: true, now: new SystemClock().now() });
  } catch (error) {
    throw new MigrationError(
      `The database could not be kept as it is before the upgrade: ${(error as Error).message}. Nothing was changed.`,
      { cause: error },
    );
  }
  await forgetOlder(dataDir, file);
}

/** By the time that they were made. */
async function forgetOlder(dataDir: string, file: string): Promise<void> {
  const paths = (await readdir(dataDir)).filter((name) => OURS.test(name)).map((name) => join(dataDir, name));
  const made = await Promise.all(paths.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })));
  const older = made.filter(({ path }) => path !== file).toSorted((a, b) => b.at - a.at);
  for (const { path } of older.slice(KEPT - 1)) await rm(path, { force: true });
}
