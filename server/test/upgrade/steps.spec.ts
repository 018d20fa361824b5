import 'reflect-metadata';
import { beforeAll, expect, jest, test } from '@jest/globals';
import type { Cell } from '../../src/adapters/database/raw/raw-database.js';
import { openDatabase } from '../../src/adapters/database/open.js';
import { freshDatabaseUrl, MemoryLog, TEST_DIALECT } from '../support/database.js';
import {
  type Fixture,
  fixtures,
  type FixtureTable,
  loadFixture,
  NAMES,
  NEED_A_FIXTURE,
  readFixture,
  readTables,
} from './fixture.js';
import { comparable, schemaOf } from './schema.js';

jest.setTimeout(60_000);

const MAKE = 'node --import @swc-node/register/esm-register test/upgrade/make.ts';
const THERE = await fixtures();

/** Where migrations have put what had another name. A released one adds only; these are from before any release. */
const MOVED: Record<string, string> = {
  contact_import: 'list_import',
  contact_import_problem: 'list_import_problem',
  'working_hours.inbox_id': 'owner_id',
  'bulk_change.deed': 'action',
  'bulk_change_item.conversation_id': 'node_id',
};

/** The schema of an instance that begins today. */
let today: string[];
beforeAll(async () => {
  const fresh = await freshDatabaseUrl();
  await upgrade(fresh.url, fresh.dataDir);
  today = comparable(await schemaOf(TEST_DIALECT, fresh.url));
  await fresh.remove();
});

/** As a start of today's build does it, without the server around it. Answers what a search finds in the two indexes. */
async function upgrade(url: string, dataDir: string): Promise<{ search: number; list: number }> {
  const onFatal = (error: unknown): never => {
    throw error;
  };
  const database = await openDatabase({ url, dataDir, entities: [], log: new MemoryLog(), onFatal });
  try {
    const found = async (index: string): Promise<number> => {
      const query =
        TEST_DIALECT === 'sqlite'
          ? `SELECT count(*) AS n FROM ${index}_words WHERE ${index}_words MATCH 'teapot'`
          : `SELECT count(*)::int AS n FROM ${index}_entry WHERE words @@ to_tsquery('simple', 'teapot')`;
      return ((await database.writer.query(query)) as { n: number }[])[0]?.n ?? 0;
    };
    return { search: await found('search'), list: await found('list') };
  } finally {
    await database.close();
  }
}

/** The rows of a table that had them that are not there any more with all of their values, be it under another name. */
function lost(before: FixtureTable, after: Map<string, FixtureTable>): string[] {
  const now = after.get(MOVED[before.name] ?? before.name);
  if (!now) return [`the table ${before.name} is gone`];
  const places = before.columns.map((column) => now.columns.indexOf(MOVED[`${before.name}.${column}`] ?? column));
  const gone = before.columns.filter((_, index) => (places[index] ?? -1) < 0);
  if (gone.length > 0) return gone.map((column) => `${before.name}.${column} is gone`);
  const left = new Map<string, number>();
  const key = (row: readonly Cell[]): string => JSON.stringify(row);
  for (const row of now.rows) {
    const same = key(places.map((place) => row[place] ?? null));
    left.set(same, (left.get(same) ?? 0) + 1);
  }
  return before.rows.map(key).flatMap((row) => {
    const times = left.get(row) ?? 0;
    left.set(row, times - 1);
    return times > 0 ? [] : [`${before.name} has no ${row}`];
  });
}

test('each migration has left an instance from before it, and each of these belongs to one', () => {
  const missing = NEED_A_FIXTURE.filter((name) => !THERE.includes(name));
  if (missing.length > 0)
    throw new Error(`There is no instance from before ${missing.join(', ')}. With both databases at hand, in server/: ${MAKE}`);
  expect(THERE.filter((name) => !NEED_A_FIXTURE.includes(name))).toEqual([]);
});

test.each(NEED_A_FIXTURE.filter((name) => THERE.includes(name)))(
  'an instance from before %s has rows in each of its tables, loses none of them and gets the schema of a new one (O3, G11 62)',
  async (name) => {
    const fixture: Fixture = await readFixture(name);
    expect(fixture.migrations).not.toContain(name);
    expect(fixture.migrations.filter((one) => !NAMES.includes(one))).toEqual([]);
    expect(fixture.tables.filter(({ rows }) => rows.length === 0).map((table) => table.name)).toEqual([]);
    const fresh = await freshDatabaseUrl();
    try {
      await loadFixture(TEST_DIALECT, fresh.url, fixture);
      const found = await upgrade(fresh.url, fresh.dataDir);
      expect(comparable(await schemaOf(TEST_DIALECT, fresh.url))).toEqual(today);
      const after = new Map((await readTables(fresh.url)).map((table) => [table.name, table]));
      expect(fixture.tables.flatMap((table) => lost(table, after))).toEqual([]);
      expect(found).toEqual({ search: fixture.search.length, list: fixture.list.length });
    } finally {
      await fresh.remove();
    }
  },
);
