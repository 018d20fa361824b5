import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notifications for agents, what each of them wants of them, and how much he has not read (S64, U20). */
export class Notifications1764630400000 implements MigrationInterface {
  name = 'Notifications1764630400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "notification" (
      "id" varchar NOT NULL,
      "user_id" varchar NOT NULL,
      "kind" varchar NOT NULL,
      "subject_id" varchar NOT NULL,
      "inbox_id" varchar NOT NULL,
      "message_id" varchar,
      "by_name" varchar,
      "times" integer NOT NULL,
      "in_app" boolean NOT NULL,
      "browser" boolean NOT NULL,
      "created_at" bigint NOT NULL,
      "at" bigint NOT NULL,
      "read_at" bigint,
      CONSTRAINT "pk_notification" PRIMARY KEY ("id")
    )`);
    await runner.query(
      'CREATE UNIQUE INDEX "uq_notification_unread" ON "notification" ("user_id", "kind", "subject_id") WHERE "read_at" IS NULL',
    );
    await runner.query('CREATE INDEX "ix_notification_user_id_at_id" ON "notification" ("user_id", "at", "id")');
    await runner.query('CREATE INDEX "ix_notification_subject_id" ON "notification" ("subject_id")');
    await runner.query('CREATE INDEX "ix_notification_at" ON "notification" ("at")');
    await runner.query(`CREATE TABLE "notification_count" (
      "user_id" varchar NOT NULL,
      "inbox_id" varchar NOT NULL,
      "unread" integer NOT NULL,
      CONSTRAINT "pk_notification_count" PRIMARY KEY ("user_id", "inbox_id")
    )`);
    await runner.query(`CREATE TABLE "notification_place" (
      "id" varchar NOT NULL,
      "position" bigint NOT NULL,
      CONSTRAINT "pk_notification_place" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE TABLE "notification_settings" (
      "user_id" varchar NOT NULL,
      "kinds" text NOT NULL,
      "follows" varchar NOT NULL,
      "inbox_ids" text NOT NULL,
      "quiet" boolean NOT NULL,
      "sound" boolean NOT NULL,
      "updated_at" bigint NOT NULL,
      CONSTRAINT "pk_notification_settings" PRIMARY KEY ("user_id")
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['notification_settings', 'notification_place', 'notification_count', 'notification'])
      await runner.query(`DROP TABLE "${table}"`);
  }
}
