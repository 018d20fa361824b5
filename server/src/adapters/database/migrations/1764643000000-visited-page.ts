import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agents see on which page of a website a visitor is (ux R13). */
export class VisitedPage1764643000000 implements MigrationInterface {
  name = 'VisitedPage1764643000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "thread" ADD COLUMN "visited" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "thread" DROP COLUMN "visited"');
  }
}
