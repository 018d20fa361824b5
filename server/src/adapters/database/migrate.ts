import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';

/** The migrations could not be run; the database is as it was before. */
export class MigrationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationError';
  }
}

/**
 * Runs what is missing inside the transaction that the caller has open under a lock, so that a failure leaves nothing half done.
 * Refuses a database that a newer version of the product has changed.
 */
export async function runMigrations(source: DataSource, runner: QueryRunner): Promise<void> {
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'all';
  const known = new Set(source.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const done = await executor.getExecutedMigrations();
  const foreign = done.find((migration) => !known.has(migration.name));
  if (foreign) {
    throw new MigrationError(
      `The database was changed by a newer version of Balie (${foreign.name}): start that version, or restore the backup from before the upgrade.`,
    );
  }
  if (done.length === known.size) return;
  try {
    await executor.executePendingMigrations();
  } catch (error) {
    throw new MigrationError(
      `A migration of the database failed and was rolled back, nothing was changed: ${(error as Error).message}`,
      { cause: error },
    );
  }
}
