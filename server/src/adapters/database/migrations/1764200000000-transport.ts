import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which of several ways a message took to a recipient (product 5.2). */
export class Transport1764200000000 implements MigrationInterface {
  name = 'Transport1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "delivery" ADD COLUMN "transport" varchar');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "delivery" DROP COLUMN "transport"');
  }
}
