import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Publishers of plugins whom admins trust (N20), and a version of the API's settings of their own. */
export class PluginPublishers1764655500000 implements MigrationInterface {
  name = 'PluginPublishers1764655500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "plugin_publisher" (
      "id" varchar NOT NULL,
      "name" varchar NOT NULL,
      "public_key" varchar NOT NULL,
      "created_at" bigint NOT NULL,
      CONSTRAINT "pk_plugin_publisher" PRIMARY KEY ("id")
    )`);
    await runner.query('CREATE UNIQUE INDEX "uq_plugin_publisher_name" ON "plugin_publisher" ("name")');
    await runner.query('ALTER TABLE "workspace" ADD COLUMN "api_settings_version" integer NOT NULL DEFAULT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "workspace" DROP COLUMN "api_settings_version"');
    await runner.query('DROP TABLE "plugin_publisher"');
  }
}
