import Database from 'better-sqlite3';
import { QueryFailedError } from 'typeorm';
import { bindable } from './placeholders.js';

/** Two connections of one file wait this long for each other inside SQLite; longer waits are retried without blocking the process. */
export const BUSY_TIMEOUT_MS = 500;

/** The settings that a connection must have; each is set and then read back. */
const WRITER_PRAGMAS: Record<string, string | number> = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: BUSY_TIMEOUT_MS,
  cache_size: -16_000,
  // What is deleted is overwritten: a person who was erased is in no free page of the file (O12).
  secure_delete: 1,
  // What a checkpoint leaves of the log on disk; the log itself is bounded by the automatic checkpoints.
  journal_size_limit: 67_108_864,
};
const READER_PRAGMAS: Record<string, string | number> = { ...WRITER_PRAGMAS };

/** Sets what keeps acknowledged commits through a power cut, and throws when SQLite did not take it. */
export function prepareConnection(db: Database.Database, role: 'writer' | 'reader'): void {
  for (const [name, value] of Object.entries(role === 'writer' ? WRITER_PRAGMAS : READER_PRAGMAS)) {
    // The journal mode belongs to the file: a connection that may not write can only see it.
    if (!(role === 'reader' && name === 'journal_mode')) db.pragma(`${name} = ${value}`);
    const actual: unknown = db.pragma(name, { simple: true });
    if (actual !== value) {
      throw new Error(
        `SQLite did not accept ${name} = ${value} (it is ${String(actual)}), without which a power cut can lose data.`,
      );
    }
  }
}

/** Prepared statements of one connection, each made once. */
export class Statements {
  private readonly made = new Map<string, Database.Statement>();

  constructor(private readonly db: Database.Database) {}

  /** Rows of a statement; none when it gives no rows. */
  all<Row>(sql: string, parameters: readonly unknown[] = []): Row[] {
    return this.run(sql, (statement) => {
      if (statement.reader) return statement.all(...bindable(parameters, 'sqlite')) as Row[];
      statement.run(...bindable(parameters, 'sqlite'));
      return [];
    });
  }

  /** How many rows a statement changed. */
  change(sql: string, parameters: readonly unknown[] = []): number {
    return this.run(sql, (statement) => {
      if (statement.reader) return statement.all(...bindable(parameters, 'sqlite')).length;
      return statement.run(...bindable(parameters, 'sqlite')).changes;
    });
  }

  private run<T>(sql: string, use: (statement: Database.Statement) => T): T {
    try {
      return use(this.get(sql));
    } catch (error) {
      // The same class as on PostgreSQL and from the entity manager; without the values, which may be somebody's words.
      throw new QueryFailedError(sql, [], error as Error);
    }
  }

  private get(sql: string): Database.Statement {
    let statement = this.made.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      if (this.made.size >= 500) this.made.delete(this.made.keys().next().value!);
      this.made.set(sql, statement);
    }
    return statement;
  }
}
