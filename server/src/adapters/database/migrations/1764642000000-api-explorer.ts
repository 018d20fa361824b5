import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the schema of the API can be explored. */
export class ApiExplorer1764642000000 implements MigrationInterface {
  name = 'ApiExplorer1764642000000';

  async up(runner: QueryRunner): Promise<void> {
    const yes = runner.dataSource.options.type === 'better-sqlite3' ? '1' : 'true';
    await runner.query(`ALTER TABLE "workspace" ADD COLUMN "api_explorer" boolean NOT NULL DEFAULT ${yes}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "workspace" DROP COLUMN "api_explorer"');
  }
}
