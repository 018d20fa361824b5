import { copyFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Loaded, loadRows } from '../../adapters/database/raw/load.js';
import { openRaw, sqliteFile } from '../../adapters/database/raw/open-raw.js';
import { holdEverything, readAgain } from './after-restore.js';
import { prepareEmpty } from './prepare-empty.js';
import { Refused } from './refused.js';
import { isWhole, storedFiles } from './stored-files.js';

/** What is copied, and where to. */
export interface MoveOrder {
  databaseUrl?: string;
  dataDir: string;
  /** A PostgreSQL database. */
  to: string;
  /** Where the files go; where they are when null. */
  filesTo: string | null;
  /** Puts the copy in the place of what an earlier one left. */
  replace: boolean;
  now: number;
}

/** What was copied. */
export interface Moved {
  loaded: Loaded;
  files: number;
  /** The embedded instance was running: what came after is not in the copy, which sends nothing until a person says so. */
  held: boolean;
}

/**
 * Copies an embedded instance into PostgreSQL and compares what was written with what was read, row by row and file by file. The original
 * is only read. Throws Refused in words.
 */
export async function moveUp(order: MoveOrder): Promise<Moved> {
  const { databaseUrl, dataDir, to, filesTo, replace, now } = order;
  const file = sqliteFile(databaseUrl, dataDir);
  if (file === null || sqliteFile(to, dataDir) !== null)
    throw new Refused(
      'This copies an embedded instance on SQLite into a database of PostgreSQL, such as postgres://user:password@host/name.',
    );
  if (!(await stat(file).catch(() => null))) throw new Refused(`There is no instance at ${file}.`);
  const { isInUse } = await import('../../adapters/database/raw/raw-sqlite.js');
  const held = isInUse(file);
  const source = await openRaw(databaseUrl, dataDir);
  try {
    await source.begin('read');
    await prepareEmpty(to, dataDir, await source.migrations(), replace);
    const tables = await source.tables();
    const target = await openRaw(to, dataDir);
    try {
      await target.begin('write');
      const loaded = await loadRows(target, { tables, rows: (table) => source.rows(table) });
      const place = { from: dataDir, to: filesTo ?? dataDir, now };
      if (held) await holdEverything(target, place);
      else await readAgain(target, now);
      const files = await copyFiles(dataDir, filesTo);
      await target.commit();
      return { loaded, files, held };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Each is read after it was copied; one that is there already from an earlier run is only read. */
async function copyFiles(from: string, to: string | null): Promise<number> {
  let files = 0;
  for await (const paths of storedFiles(from))
    for (const path of paths) {
      const target = join(to ?? from, path);
      if (to !== null && !(await stat(target).catch(() => null))) {
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        await copyFile(join(from, path), `${target}.partial`);
        await rename(`${target}.partial`, target);
      }
      if (!(await isWhole(target))) throw new Refused(`The file ${target} is damaged.`);
      files++;
    }
  return files;
}
