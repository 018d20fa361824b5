import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The version of a plugin that ran before, to go back to (architecture 2.4). */
export class PluginPrevious1764451000000 implements MigrationInterface {
  name = 'PluginPrevious1764451000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "plugin_installation" ADD COLUMN "previous" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "plugin_installation" DROP COLUMN "previous"');
  }
}
