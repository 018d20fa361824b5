import 'reflect-metadata';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ENTITIES } from '../../app/entities.js';
import { freshDatabaseUrl, MemoryLog } from '../../../test/support/database.js';
import { MIGRATIONS } from './migrations/index.js';
import { openDatabase } from './open.js';

/**
 * While a deploy rolls, processes of the build before write into the schema of today: they must find each table and each column that they
 * know, and need not know the new ones (O5). Looked at for the last migrations, which are those that a deploy may bring; some before the first
 * release have renamed what nobody had yet.
 */
const BEFORE_ANY_RELEASE = 'ListFacts1764656751000';
const LOOKED_AT = 8;
const names = MIGRATIONS.map((migration) => new migration().name);
const first = Math.max(names.indexOf(BEFORE_ANY_RELEASE) + 1, MIGRATIONS.length - LOOKED_AT);

let fresh: Awaited<ReturnType<typeof freshDatabaseUrl>>;
beforeEach(async () => {
  fresh = await freshDatabaseUrl();
});
afterEach(() => fresh.remove());

interface Column {
  name: string;
  /** What a writer that does not know it may leave out. */
  optional: boolean;
}

/** The schema once so many migrations have run: its columns by table. */
async function columnsAfter(count: number): Promise<Map<string, Column[]>> {
  const database = await openDatabase({
    ...fresh,
    entities: ENTITIES,
    migrations: MIGRATIONS.slice(0, count),
    log: new MemoryLog(),
    onFatal: (error) => {
      throw error;
    },
  });
  try {
    const rows: { table: string; name: string; optional: unknown }[] = await database.writer.query(
      database.writer.options.type === 'postgres'
        ? `SELECT table_name AS "table", column_name AS name, is_nullable = 'YES' OR column_default IS NOT NULL OR is_generated = 'ALWAYS' AS optional
           FROM information_schema.columns WHERE table_schema = current_schema()`
        : `SELECT t.name AS "table", c.name AS name, c."notnull" = 0 OR c.dflt_value IS NOT NULL OR c.hidden <> 0 AS optional
           FROM sqlite_master t JOIN pragma_table_xinfo(t.name) c WHERE t.type = 'table'`,
    );
    const tables = new Map<string, Column[]>();
    for (const { table, name, optional } of rows)
      tables.set(table, [...(tables.get(table) ?? []), { name, optional: Boolean(optional) }]);
    return tables;
  } finally {
    await database.close();
  }
}

test('what the build before knows of the schema is there after the migrations of today, and nothing new must be filled in (O5, O6)', async () => {
  const problems: string[] = [];
  let before = await columnsAfter(first);
  expect(before.size).toBeGreaterThan(40);
  for (let count = first + 1; count <= MIGRATIONS.length; count++) {
    const name = names[count - 1] ?? '';
    const after = await columnsAfter(count);
    for (const [table, columns] of before) {
      const known = new Map(after.get(table)?.map((column) => [column.name, column]));
      const gone = columns.filter((column) => !known.has(column.name));
      problems.push(...gone.map((column) => `${name}: ${table}.${column.name} is gone`));
      const fresh = [...known.values()].filter((column) => !columns.some((old) => old.name === column.name));
      problems.push(...fresh.filter(({ optional }) => !optional).map((one) => `${name}: ${table}.${one.name} must be filled in`));
    }
    before = after;
  }
  expect(problems).toEqual([]);
});
