import pg from 'pg';
import { numberPlaceholders } from '../placeholders.js';
import { BATCH, type Cell, isDerived, type RawDatabase, type TableShape } from './raw-database.js';

const INT8 = 20;
/** Below PostgreSQL's limit of 65,535 for a statement. */
const PARAMETERS = 30_000;

/** A PostgreSQL database on a connection of its own. */
export async function openRawPostgres(url: string): Promise<RawDatabase> {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === INT8 ? Number : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
  };
  const client = new pg.Client({
    connectionString: url,
    application_name: 'balie backup',
    keepAlive: true,
    types: types as never,
  });
  // A lost connection fails the statement that runs, which tells it.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`PostgreSQL can't be reached at this address: ${(error as Error).message}`, { cause: error });
  }
  await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
  return new RawPostgres(client);
}

class RawPostgres implements RawDatabase {
  readonly dialect = 'postgres';

  constructor(private readonly client: pg.Client) {}

  async begin(mode: 'read' | 'write'): Promise<void> {
    await this.client.query(mode === 'write' ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  }

  async commit(): Promise<void> {
    await this.client.query('COMMIT');
  }

  async tables(): Promise<TableShape[]> {
    const { rows } = await this.client.query<{ table: string; column: string }>(
      `SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
       JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
       WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' ORDER BY c.table_name COLLATE "C", c.column_name COLLATE "C"`,
    );
    const columns = new Map<string, string[]>();
    for (const { table, column } of rows) if (!isDerived(table)) columns.set(table, [...(columns.get(table) ?? []), column]);
    return [...columns].map(([name, names]) => ({ name, columns: names }));
  }

  async migrations(): Promise<string[]> {
    const { rows } = await this.client.query<{ there: boolean }>(`SELECT to_regclass('migrations') IS NOT NULL AS there`);
    if (!rows[0]?.there) return [];
    const done = await this.client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp');
    return done.rows.map(({ name }) => name);
  }

  async *rows(table: TableShape): AsyncGenerator<Cell[][]> {
    await this.client.query(`DECLARE all_rows NO SCROLL CURSOR FOR SELECT ${list(table)} FROM "${table.name}"`);
    for (;;) {
      const { rows } = await this.client.query<Cell[]>({ text: `FETCH ${BATCH} FROM all_rows`, rowMode: 'array' });
      if (rows.length > 0) yield rows;
      if (rows.length < BATCH) break;
    }
    await this.client.query('CLOSE all_rows');
  }

  async insert(table: TableShape, rows: readonly Cell[][]): Promise<void> {
    const width = table.columns.length;
    const size = Math.max(1, Math.floor(PARAMETERS / width));
    for (let start = 0; start < rows.length; start += size) {
      const slice = rows.slice(start, start + size);
      const tuples = slice.map((_, row) => `(${table.columns.map((_name, place) => `$${row * width + place + 1}`).join(', ')})`);
      await this.client.query(`INSERT INTO "${table.name}" (${list(table)}) VALUES ${tuples.join(', ')}`, slice.flat());
    }
  }

  async empty(tables: readonly TableShape[]): Promise<void> {
    if (tables.length > 0) await this.client.query(`TRUNCATE ${tables.map(({ name }) => `"${name}"`).join(', ')}`);
  }

  async execute(sql: string, parameters: readonly Cell[] = []): Promise<number> {
    return (await this.client.query(numberPlaceholders(sql), [...parameters])).rowCount ?? 0;
  }

  async close(): Promise<void> {
    // The end of the connection rolls back what is open.
    await this.client.end();
  }
}

function list({ columns }: TableShape): string {
  return columns.map((name) => `"${name}"`).join(', ');
}
