import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links by which people come in or set a password, and the channel of system mail. */
export class People1764422000000 implements MigrationInterface {
  name = 'People1764422000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "access_link" (
      "id" varchar NOT NULL,
      "user_id" varchar NOT NULL,
      "purpose" varchar NOT NULL,
      "secret_hash" varchar NOT NULL,
      "created_by" varchar,
      "created_at" bigint NOT NULL,
      "expires_at" bigint NOT NULL,
      "used_at" bigint,
      CONSTRAINT "pk_access_link" PRIMARY KEY ("id")
    )`);
    await runner.query('CREATE UNIQUE INDEX "uq_access_link_secret_hash" ON "access_link" ("secret_hash")');
    await runner.query('CREATE INDEX "ix_access_link_user_id" ON "access_link" ("user_id")');
    await runner.query('ALTER TABLE "workspace" ADD COLUMN "system_mail_channel_id" varchar');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "workspace" DROP COLUMN "system_mail_channel_id"');
    await runner.query('DROP TABLE "access_link"');
  }
}
