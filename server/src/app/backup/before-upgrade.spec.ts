import 'reflect-metadata';
import { mkdir, readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MigrationError } from '../../adapters/database/migrate.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { readConfig } from '../config.js';
import { keepBeforeUpgrade } from './before-upgrade.js';

const ROWS = 'before-Last1790000000000.tar';

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(() => db.close());

test('rows that can not be kept before an upgrade refuse it in words and leave no piece; of those that can be, two stay (O4, G11 62)', async () => {
  const key = '07'.repeat(32);
  const config = readConfig({ DATABASE_URL: db.url, BALIE_DATA_DIR: db.dataDir, BALIE_SECRET_KEY: key });
  const kept = async (): Promise<string[]> => (await readdir(db.dataDir)).filter((name) => /before|backup|partial/.test(name));
  // Something else stands where it should be.
  await mkdir(join(db.dataDir, ROWS, 'x'), { recursive: true });
  const refused = expect(keepBeforeUpgrade(config, 'Last1790000000000')).rejects;
  await refused.toThrow(MigrationError);
  await expect(keepBeforeUpgrade(config, 'Last1790000000000')).rejects.toThrow(
    /^The database could not be kept as it is before the upgrade: .*Nothing was changed\.$/,
  );
  expect(await kept()).toEqual([ROWS]);
  await rmdir(join(db.dataDir, ROWS, 'x'));
  await rmdir(join(db.dataDir, ROWS));
  for (const last of ['Older1770000000000', 'Former1780000000000', 'Last1790000000000']) await keepBeforeUpgrade(config, last);
  expect((await kept()).toSorted()).toEqual(['before-Former1780000000000.tar', ROWS]);
});
