import type pg from 'pg';
import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import type { Reader } from '../../kernel/uow.js';
import { bindable, numberPlaceholders } from './placeholders.js';
import type { Statements } from './sqlite-connection.js';

/** Committed rows of a SQLite file, through the connection that can't write. */
export class SqliteReader implements Reader {
  readonly dialect = 'sqlite';

  constructor(
    private readonly source: DataSource,
    private readonly statements: Statements,
    private readonly onError: (error: unknown) => void,
  ) {}

  get manager(): EntityManager {
    return this.source.manager;
  }

  async query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    try {
      return this.statements.all<Row>(sql, parameters);
    } catch (error) {
      this.onError(error);
      throw error;
    }
  }
}

/** Committed rows of a PostgreSQL database, through connections that are set to read only. */
export class PostgresReader implements Reader {
  readonly dialect = 'postgres';

  constructor(private readonly source: DataSource) {}

  get manager(): EntityManager {
    return this.source.manager;
  }

  async query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return (await pgQuery(poolOf(this.source), sql, parameters)).rows as Row[];
  }
}

/** The pool under a data source of PostgreSQL. */
export function poolOf(source: DataSource): pg.Pool {
  return (source.driver as unknown as { master: pg.Pool }).master;
}

/** One statement with `?` for its parameters, its failure as TypeORM's own error class without the values. */
export async function pgQuery(
  client: pg.Pool | pg.ClientBase,
  sql: string,
  parameters: readonly unknown[] = [],
  name?: string,
): Promise<pg.QueryResult<pg.QueryResultRow>> {
  try {
    return await client.query({ name, text: numberPlaceholders(sql), values: bindable(parameters, 'postgres') });
  } catch (error) {
    throw new QueryFailedError(sql, [], error as Error);
  }
}
