import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Ctx } from '../../kernel/context.js';
import type { Statements } from './sqlite-connection.js';
import { Unit } from './unit.js';

/** The writer connection as units use it. */
export interface SqliteWriter {
  readonly source: DataSource;
  /** TypeORM's one runner of this connection, told that a transaction is open. */
  readonly runner: QueryRunner;
  readonly statements: Statements;
}

/** A unit on the writer connection: a savepoint of the transaction that is open there. */
export class SqliteUnit extends Unit {
  constructor(
    private readonly writer: SqliteWriter,
    ctx: Ctx,
    now: number,
  ) {
    super('sqlite', ctx, now);
  }

  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return this.track(() => this.writer.statements.all<Row>(sql, parameters));
  }

  execute(sql: string, parameters?: readonly unknown[]): Promise<number> {
    return this.track(() => this.writer.statements.change(sql, parameters));
  }

  protected makeManager(): EntityManager {
    const shared = this.writer.runner;
    // The connection is shared by all units, so each gets a runner of its own that refuses to work after its end.
    const own = Object.create(shared) as QueryRunner;
    own.query = (sql: string, parameters?: unknown[], structured?: boolean) =>
      this.track(() => shared.query(sql, parameters, structured as true)) as never;
    return this.writer.source.createEntityManager(own);
  }
}
