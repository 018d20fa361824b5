import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is done to a whole view is an action, as everywhere else (U16). */
export class BulkAction1764656720000 implements MigrationInterface {
  name = 'BulkAction1764656720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "bulk_change" RENAME COLUMN "deed" TO "action"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "bulk_change" RENAME COLUMN "action" TO "deed"');
  }
}
