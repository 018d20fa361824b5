import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of the lists of contacts and records, beside those of conversations (D1). */
export class ListViews1764655200000 implements MigrationInterface {
  name = 'ListViews1764655200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "saved_view" ADD COLUMN "list" varchar NOT NULL DEFAULT 'CONVERSATIONS'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "saved_view" DROP COLUMN "list"');
  }
}
