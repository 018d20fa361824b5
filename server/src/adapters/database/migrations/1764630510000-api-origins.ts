import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which sites may call the API from a browser. */
export class ApiOrigins1764630510000 implements MigrationInterface {
  name = 'ApiOrigins1764630510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "workspace" ADD COLUMN "api_origins" text NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "workspace" DROP COLUMN "api_origins"');
  }
}
