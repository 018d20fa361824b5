import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { openRaw } from '../../src/adapters/database/raw/open-raw.js';
import type { Cell, RawDatabase } from '../../src/adapters/database/raw/raw-database.js';
import { MIGRATIONS } from '../../src/adapters/database/migrations/index.js';
import type { Dialect } from '../../src/kernel/uow.js';
import { makeSchema, type Statements } from './schema.js';

/** Every migration by its name, oldest first. */
export const NAMES: readonly string[] = MIGRATIONS.map((migration) => new migration().name);
/** Before the first there is no database. */
export const NEED_A_FIXTURE = NAMES.slice(1);

const FOLDER = resolve('test/upgrade');
const FILE = /^before-(\w+)\.json\.br$/;

/** A table with its rows, as both databases hold them. */
export interface FixtureTable {
  name: string;
  columns: string[];
  rows: Cell[][];
}

/** Words of an index: the id of what they are of, its place, and the words as a person could search for them. */
export type Indexed = [id: string, slot: number, words: string];

/** A small instance as it is before a migration. */
export interface Fixture {
  /** Those that have run, oldest first. */
  migrations: string[];
  schema: Record<Dialect, Statements>;
  tables: FixtureTable[];
  /** The full text, which each database has in a way of its own. */
  search: Indexed[];
  list: Indexed[];
}

const pathOf = (migration: string): string => join(FOLDER, `before-${migration}.json.br`);

/** The migrations of which there is an instance from before. */
export async function fixtures(): Promise<string[]> {
  return (await readdir(FOLDER)).flatMap((name) => FILE.exec(name)?.[1] ?? []);
}

/** Reads the instance from before a migration. */
export async function readFixture(migration: string): Promise<Fixture> {
  return JSON.parse(brotliDecompressSync(await readFile(pathOf(migration))).toString()) as Fixture;
}

/** Writes it, as small as it gets. */
export async function writeFixture(migration: string, fixture: Fixture): Promise<void> {
  const text = Buffer.from(JSON.stringify(fixture));
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  await writeFile(pathOf(migration), brotliCompressSync(text, { params }));
}

/** Makes the instance in an empty database: its schema by the statements of its time, and its rows. */
export async function loadFixture(dialect: Dialect, url: string, fixture: Fixture): Promise<void> {
  await makeSchema(dialect, url, fixture.schema[dialect]);
  const database = await openRaw(url, '');
  try {
    await database.begin('write');
    for (const { name, columns, rows } of fixture.tables) await database.insert({ name, columns }, rows);
    for (const name of fixture.migrations)
      await database.execute('INSERT INTO migrations (timestamp, name) VALUES (?, ?)', [Number(/\d{13}$/.exec(name)?.[0]), name]);
    await loadWords(database, 'search', 'message_id', fixture.search);
    await loadWords(database, 'list', 'node_id', fixture.list);
    await database.commit();
  } finally {
    await database.close();
  }
}

async function loadWords(database: RawDatabase, index: string, id: string, entries: Indexed[]): Promise<void> {
  const [into, words] = database.dialect === 'sqlite' ? [`${index}_input`, '?'] : [`${index}_entry`, `to_tsvector('simple', ?)`];
  for (const entry of entries) await database.execute(`INSERT INTO ${into} (${id}, slot, words) VALUES (?, ?, ${words})`, entry);
}

/** All rows that a database holds. */
export async function readTables(url: string): Promise<FixtureTable[]> {
  const database = await openRaw(url, '');
  try {
    await database.begin('read');
    const found: FixtureTable[] = [];
    for (const { name, columns } of await database.tables()) {
      const rows: Cell[][] = [];
      for await (const batch of database.rows({ name, columns })) rows.push(...batch);
      found.push({ name, columns: [...columns], rows });
    }
    return found;
  } finally {
    await database.close();
  }
}
