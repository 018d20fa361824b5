// A small instance as it is before a migration, for the tests of later schemas. After a migration is added, in server/
//   node --import @swc-node/register/esm-register test/upgrade/make.ts          those that are missing
//   node --import @swc-node/register/esm-register test/upgrade/make.ts --all    all of them, from the first schema on
// writes test/upgrade/before-<name of the migration>.json.br: the schema of that moment as SQLite and as PostgreSQL tell it, and rows for each
// table, which are those of the instance before it with what has come since. Needs both databases (BALIE_TEST_POSTGRES_URL).
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MIGRATIONS } from '../../src/adapters/database/migrations/index.js';
import { openDatabase } from '../../src/adapters/database/open.js';
import { freshPostgresUrl } from '../support/database.js';
import { firstRows } from './first-rows.js';
import { Filler, indexed } from './fill.js';
import { type Fixture, fixtures, loadFixture, NAMES, NEED_A_FIXTURE, readFixture, readTables, writeFixture } from './fixture.js';
import { schemaOfPostgres, schemaOfSqlite } from './schema.js';

const there = process.argv.includes('--all') ? [] : await fixtures();
for (const name of NEED_A_FIXTURE.filter((migration) => !there.includes(migration))) {
  const fixture = await make(NAMES.indexOf(name));
  await writeFixture(name, fixture);
  const rows = fixture.tables.reduce((sum, table) => sum + table.rows.length, 0);
  process.stdout.write(`before ${name}: ${fixture.tables.length} tables, ${rows} rows\n`);
}

/** The instance in which so many migrations have run. */
async function make(count: number): Promise<Fixture> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-upgrade-'));
  const file = join(folder, 'balie.db');
  const postgres = await freshPostgresUrl();
  try {
    const before = NEED_A_FIXTURE[count - 2];
    if (before !== undefined) {
      const fixture = await readFixture(before);
      await loadFixture('sqlite', file, fixture);
      await loadFixture('postgres', postgres.url, fixture);
    }
    for (const url of [file, postgres.url]) await migrate(url, folder, count);
    const db = new Database(file);
    if (before === undefined) await firstRows(db);
    new Filler(db).fill();
    db.close();
    const tables = await readTables(file);
    const names = new Set(tables.map(({ name }) => name));
    const has = (table: string): boolean => schemaOfSqlite(file).some((sql) => sql.includes(`CREATE TABLE "${table}"`));
    return {
      migrations: NAMES.slice(0, count),
      schema: { sqlite: schemaOfSqlite(file), postgres: await schemaOfPostgres(postgres.url) },
      tables,
      search: has('search_entry') ? indexed(tables, 'message') : [],
      list: has('list_entry') && names.has('contact') ? indexed(tables, 'contact') : [],
    };
  } finally {
    await postgres.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

async function migrate(url: string, dataDir: string, count: number): Promise<void> {
  const log = { log: () => undefined, warn: () => undefined, error: () => undefined };
  const onFatal = (error: unknown): never => {
    throw error;
  };
  const database = await openDatabase({ url, dataDir, entities: [], migrations: MIGRATIONS.slice(0, count), log, onFatal });
  await database.close();
}
