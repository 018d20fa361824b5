import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What amounts of deals are in where nobody says (issue 7). */
export class DealCurrency1764656660000 implements MigrationInterface {
  name = 'DealCurrency1764656660000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "workspace" ADD COLUMN "currency" varchar NOT NULL DEFAULT 'EUR'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "workspace" DROP COLUMN "currency"');
  }
}
