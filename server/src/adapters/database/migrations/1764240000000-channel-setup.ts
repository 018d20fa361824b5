import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Setting a channel up in steps that lead away and back, and secrets in the store of a plugin's instance (R-OAU-1). */
export class ChannelSetup1764240000000 implements MigrationInterface {
  name = 'ChannelSetup1764240000000';

  async up(runner: QueryRunner): Promise<void> {
    const no = runner.dataSource.options.type === 'better-sqlite3' ? '0' : 'false';
    await runner.query(`ALTER TABLE "plugin_state" ADD COLUMN "sealed" boolean NOT NULL DEFAULT ${no}`);
    await runner.query(
      `CREATE TABLE "channel_setup" (
        "channel_id" varchar NOT NULL, "owner" varchar NOT NULL, "inbox_id" varchar NOT NULL, "type" varchar NOT NULL,
        "reauth" boolean NOT NULL, "kept" text, "step" varchar, "state_hash" varchar, "state_expires_at" bigint,
        "expires_at" bigint NOT NULL, CONSTRAINT "pk_channel_setup" PRIMARY KEY ("channel_id", "owner"))`,
    );
    await runner.query('CREATE UNIQUE INDEX "uq_channel_setup_state_hash" ON "channel_setup" ("state_hash")');
    await runner.query('CREATE INDEX "ix_channel_setup_expires_at" ON "channel_setup" ("expires_at")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "channel_setup"');
    await runner.query('ALTER TABLE "plugin_state" DROP COLUMN "sealed"');
  }
}
