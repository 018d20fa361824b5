import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { bindable } from '../placeholders.js';
import { BATCH, type Cell, isDerived, type RawDatabase, type TableShape } from './raw-database.js';

const WAIT_MS = 20_000;

/** A SQLite file on a connection of its own, beside that of a server that runs. */
export function openRawSqlite(file: string): RawDatabase {
  return new RawSqlite(new Database(file, { fileMustExist: true, timeout: WAIT_MS }));
}

/** Whether another connection has the file open: then it can't be replaced. */
export function isInUse(file: string): boolean {
  const db = new Database(file, { fileMustExist: true, timeout: 0 });
  try {
    // Leaving WAL needs the file for itself; it is entered again at the next start.
    db.pragma('journal_mode = delete');
    db.pragma('journal_mode = wal');
    return false;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return true;
    throw error;
  } finally {
    db.close();
  }
}

class RawSqlite implements RawDatabase {
  readonly dialect = 'sqlite';
  private readonly flags = new Map<string, readonly number[]>();

  constructor(private readonly db: Database.Database) {}

  async begin(mode: 'read' | 'write'): Promise<void> {
    this.db.pragma('synchronous = 2');
    this.db.exec(mode === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN');
    // The first look is what takes the snapshot.
    this.db.prepare('SELECT count(*) FROM sqlite_master').get();
  }

  async commit(): Promise<void> {
    this.db.exec('COMMIT');
  }

  async tables(): Promise<TableShape[]> {
    const names = this.db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all() as string[];
    return names.filter((name) => !isDerived(name)).map((name) => this.shape(name));
  }

  async migrations(): Promise<string[]> {
    const there = this.db.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'`).get();
    return there ? (this.db.prepare('SELECT name FROM migrations ORDER BY timestamp').pluck().all() as string[]) : [];
  }

  async *rows(table: TableShape): AsyncGenerator<Cell[][]> {
    const flags = this.flags.get(table.name) ?? [];
    let batch: Cell[][] = [];
    for (const row of this.db
      .prepare(`SELECT ${list(table)} FROM "${table.name}"`)
      .raw()
      .iterate() as Iterable<Cell[]>) {
      for (const place of flags) if (row[place] !== null) row[place] = row[place] !== 0;
      batch.push(row);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
      // A server whose process this is answers in between.
      await nextTurn();
    }
    if (batch.length > 0) yield batch;
  }

  async insert(table: TableShape, rows: readonly Cell[][]): Promise<void> {
    const marks = table.columns.map(() => '?').join(', ');
    const statement = this.db.prepare(`INSERT INTO "${table.name}" (${list(table)}) VALUES (${marks})`);
    for (const row of rows) statement.run(...bindable(row, 'sqlite'));
  }

  async empty(tables: readonly TableShape[]): Promise<void> {
    for (const { name } of tables) this.db.prepare(`DELETE FROM "${name}"`).run();
  }

  async execute(sql: string, parameters: readonly Cell[] = []): Promise<number> {
    return this.db.prepare(sql).run(...bindable(parameters, 'sqlite')).changes;
  }

  async close(): Promise<void> {
    if (this.db.inTransaction) this.db.exec('ROLLBACK');
    this.db.close();
  }

  private shape(name: string): TableShape {
    const columns = this.db.prepare(`PRAGMA table_info("${name}")`).all() as { name: string; type: string }[];
    columns.sort((a, b) => (a.name < b.name ? -1 : 1));
    this.flags.set(
      name,
      columns.flatMap(({ type }, place) => (type === 'boolean' ? [place] : [])),
    );
    return { name, columns: columns.map((column) => column.name) };
  }
}

function list({ columns }: TableShape): string {
  return columns.map((name) => `"${name}"`).join(', ');
}
