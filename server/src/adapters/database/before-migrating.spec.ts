import 'reflect-metadata';
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import BetterSqlite3 from 'better-sqlite3';
import { ENTITIES } from '../../app/entities.js';
import { freshDatabaseUrl, MemoryLog, TEST_DIALECT } from '../../../test/support/database.js';
import { until } from '../../../test/support/until.js';
import { copyBeforeMigrating } from './before-migrating.js';
import { MigrationError } from './migrate.js';
import { MIGRATIONS } from './migrations/index.js';
import { openDatabase, type DatabaseOptions } from './open.js';
import { openRaw } from './raw/open-raw.js';

// Before an upgrade what is there is kept, or nothing is changed (O4, G11 62).
const names = MIGRATIONS.map((migration) => new migration().name);
const older = names.slice(0, -1);

let fresh: Awaited<ReturnType<typeof freshDatabaseUrl>>;
beforeEach(async () => {
  fresh = await freshDatabaseUrl();
  await open({ migrations: MIGRATIONS.slice(0, -1) });
});
afterEach(() => fresh.remove());

async function open(options: Partial<DatabaseOptions> = {}): Promise<void> {
  const onFatal = (error: unknown): never => {
    throw error;
  };
  const database = await openDatabase({ ...fresh, entities: ENTITIES, log: new MemoryLog(), onFatal, ...options });
  await database.close();
}

async function migrations(): Promise<string[]> {
  const database = await openRaw(fresh.url, fresh.dataDir);
  try {
    return await database.migrations();
  } finally {
    await database.close();
  }
}

if (TEST_DIALECT === 'sqlite') {
  test('a disk without room for the copy refuses the upgrade in words, and leaves no piece of one', () => {
    const db = new BetterSqlite3(fresh.url);
    try {
      const needed = 2 * Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
      const upgrade = (room: number): void => copyBeforeMigrating(db, fresh.url, names, () => room);
      expect(() => upgrade(needed / 4)).toThrow(MigrationError);
      expect(() => upgrade(needed / 4)).toThrow(
        /^There is no room on the disk to keep the database as it is before the upgrade: \d+ MiB are needed\. Nothing was changed\.$/,
      );
    } finally {
      db.close();
    }
  });

  test('with room the copy is there under the name of the last migration, before the first of the new ones runs', async () => {
    await open();
    expect(await migrations()).toEqual(names);
    const copies = (await readdir(fresh.dataDir)).filter((name) => name.includes('.before-'));
    expect(copies).toEqual([`${basename(fresh.url)}.before-${older.at(-1)}`]);
    const copy = await openRaw(`${fresh.url}.before-${older.at(-1)}`, '');
    expect(await copy.migrations()).toEqual(older);
    await copy.close();
  });
} else {
  test('when the rows can not be kept nothing is migrated, and once they can be it is', async () => {
    const told: string[] = [];
    const beforeMigrating = async (last: string): Promise<void> => {
      told.push(last);
      if (told.length === 1) throw new MigrationError('The database could not be kept.');
      expect(await migrations()).toEqual(older);
    };
    await expect(open({ beforeMigrating })).rejects.toThrow('The database could not be kept.');
    expect(await migrations()).toEqual(older);
    await open({ beforeMigrating });
    expect(await migrations()).toEqual(names);
    expect(told).toEqual([older.at(-1), older.at(-1)]);
    // There is nothing to keep for when nothing is to come.
    await open({ beforeMigrating });
    expect(told.length).toBe(2);
  });

  test('whoever starts meanwhile says that it waits, and finds it done (F25)', async () => {
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    let begun = (): void => undefined;
    const begins = new Promise<void>((resolve) => (begun = resolve));
    const first = open({ beforeMigrating: () => (begun(), held) });
    await begins;
    const log = new MemoryLog();
    const again: string[] = [];
    const second = open({ log, beforeMigrating: async (last) => void again.push(last) });
    await until(() => log.lines.some((line) => line.includes('waits until it is done')), 'the word that it waits');
    go();
    await Promise.all([first, second]);
    expect([await migrations(), again]).toEqual([names, []]);
  });
}
