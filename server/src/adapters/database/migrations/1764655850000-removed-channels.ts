import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = 'CREATE UNIQUE INDEX "uq_channel_type_account" ON "channel" ("type", "account")';

/** Channels that were removed stay as rows for what was said through them; their account can be connected anew. */
export class RemovedChannels1764655850000 implements MigrationInterface {
  name = 'RemovedChannels1764655850000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "channel" ADD COLUMN "removed_at" bigint');
    await runner.query('DROP INDEX "uq_channel_type_account"');
    await runner.query(`${BEFORE} WHERE "removed_at" IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "uq_channel_type_account"');
    // Only one channel could have an account: of those that were removed the name stays.
    await runner.query('UPDATE "channel" SET "account" = "account" || \' \' || "id" WHERE "removed_at" IS NOT NULL');
    await runner.query(BEFORE);
    await runner.query('ALTER TABLE "channel" DROP COLUMN "removed_at"');
  }
}
