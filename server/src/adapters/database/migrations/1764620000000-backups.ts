import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of the backups that the schedule made. */
export class Backups1764620000000 implements MigrationInterface {
  name = 'Backups1764620000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "backup" (
      "id" varchar NOT NULL,
      "file" varchar NOT NULL,
      "state" varchar NOT NULL,
      "started_at" bigint NOT NULL,
      "ended_at" bigint,
      "bytes" bigint,
      "error" text,
      CONSTRAINT "pk_backup" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE INDEX "ix_backup_started_at_id" ON "backup" ("started_at", "id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "backup"');
  }
}
