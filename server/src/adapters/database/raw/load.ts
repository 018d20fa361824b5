import { Digest, type TableDigest } from './digest.js';
import type { Cell, RawDatabase, TableShape } from './raw-database.js';

/** Rows to be loaded: from another database or from a backup. */
export interface RowSource {
  tables: readonly TableShape[];
  rows(table: TableShape): AsyncIterable<Cell[][]>;
}

/** How many rows were loaded, by table, with their checksums. */
export type Loaded = Record<string, TableDigest>;

/**
 * Puts all rows of a source into a database with the same schema, in place of its own, and reads them again. Inside the open write
 * transaction of the caller. Throws when a table or column is missing, or when what is read is not what was written.
 */
export async function loadRows(target: RawDatabase, source: RowSource): Promise<Loaded> {
  const there = new Map((await target.tables()).map((table) => [table.name, table]));
  for (const { name, columns } of source.tables) {
    const known = there.get(name);
    const missing = columns.filter((column) => !known?.columns.includes(column));
    if (!known || missing.length > 0) throw new Error(`The database has no place for ${name} ${missing.join(', ')}`.trim());
  }
  await target.empty([...there.values()]);
  const loaded: Loaded = {};
  for (const table of source.tables) {
    const written = new Digest();
    for await (const rows of source.rows(table)) {
      for (const row of rows) written.add(row);
      await target.insert(table, rows);
    }
    loaded[table.name] = written.get();
    const read = await digestOf(target, table);
    if (read.sum !== written.get().sum)
      throw new Error(
        `The table ${table.name} holds ${read.rows} rows that are not the ${written.get().rows} that were written.`,
      );
  }
  return loaded;
}

/** What a table holds now. */
export async function digestOf(database: RawDatabase, table: TableShape): Promise<TableDigest> {
  const digest = new Digest();
  for await (const rows of database.rows(table)) for (const row of rows) digest.add(row);
  return digest.get();
}
