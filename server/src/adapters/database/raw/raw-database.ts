import type { Dialect } from '../../../kernel/uow.js';

/** A value as it is kept outside of a database: the same from both. */
export type Cell = string | number | boolean | null;

/** A table with its columns in the order of their names, which both databases agree about. */
export interface TableShape {
  name: string;
  columns: readonly string[];
}

/** A database under the ports, for whole instances: back up, restore, copy. One connection, one transaction at a time. */
export interface RawDatabase {
  readonly dialect: Dialect;
  /** `read`: everything after it sees the database as it is now. `write`: nobody else writes until the end. */
  begin(mode: 'read' | 'write'): Promise<void>;
  commit(): Promise<void>;
  /** The tables whose rows are somebody's; not those that are made of others, such as the full text. */
  tables(): Promise<TableShape[]>;
  /** The names of the migrations that were run, oldest first; empty for a database without any. */
  migrations(): Promise<string[]>;
  /** The rows of a table, in batches. */
  rows(table: TableShape): AsyncIterable<Cell[][]>;
  insert(table: TableShape, rows: readonly Cell[][]): Promise<void>;
  /** Removes all rows of the tables. */
  empty(tables: readonly TableShape[]): Promise<void>;
  /** A statement with `?` for its parameters; answers how many rows it changed. */
  execute(sql: string, parameters?: readonly Cell[]): Promise<number>;
  /** Rolls back what was not committed. */
  close(): Promise<void>;
}

/** How many rows are read at once. */
export const BATCH = 500;

/** Kept for the database itself, or made again from other rows. */
export function isDerived(table: string): boolean {
  return /^(migrations$|(search|list)_(entry$|fact$|words)|sqlite_)/.test(table);
}
