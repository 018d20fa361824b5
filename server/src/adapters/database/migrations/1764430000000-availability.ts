import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is there: what a person, a manager or the hours said last (S66, D20, D21); hours and days off of persons as of inboxes. */
export class Availability1764430000000 implements MigrationInterface {
  name = 'Availability1764430000000';

  async up(runner: QueryRunner): Promise<void> {
    const no = runner.dataSource.options.type === 'better-sqlite3' ? '0' : 'false';
    await runner.query('ALTER TABLE "working_hours" RENAME COLUMN "inbox_id" TO "owner_id"');
    await runner.query('ALTER TABLE "working_hours" ADD COLUMN "days_off" text');
    await runner.query(`CREATE TABLE "presence" (
      "user_id" varchar NOT NULL,
      "source" varchar NOT NULL,
      "reassign_replies" boolean NOT NULL DEFAULT ${no},
      "until" bigint,
      "set_by_id" varchar,
      "set_by_name" varchar,
      "changed_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_presence" PRIMARY KEY ("user_id")
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "presence"');
    await runner.query(`DELETE FROM "working_hours" WHERE "owner_id" LIKE 'usr%'`);
    await runner.query('ALTER TABLE "working_hours" DROP COLUMN "days_off"');
    await runner.query('ALTER TABLE "working_hours" RENAME COLUMN "owner_id" TO "inbox_id"');
  }
}
