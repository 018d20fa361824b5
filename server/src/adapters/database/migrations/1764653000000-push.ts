import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Browsers to push to, the keys for it, what may be said where the app is not open, and when mails are sent (U20). */
export class Push1764653000000 implements MigrationInterface {
  name = 'Push1764653000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "push_key" (
      "id" varchar NOT NULL,
      "public_key" varchar NOT NULL,
      "private_key" text NOT NULL,
      "created_at" bigint NOT NULL,
      CONSTRAINT "pk_push_key" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE TABLE "push_subscription" (
      "id" varchar NOT NULL,
      "user_id" varchar NOT NULL,
      "session_id" varchar NOT NULL,
      "name" varchar NOT NULL,
      "language" varchar,
      "endpoint_hash" varchar NOT NULL,
      "target" text NOT NULL,
      "failures" integer NOT NULL DEFAULT 0,
      "created_at" bigint NOT NULL,
      CONSTRAINT "pk_push_subscription" PRIMARY KEY ("id")
    )`);
    await runner.query('CREATE UNIQUE INDEX "uq_push_subscription_endpoint_hash" ON "push_subscription" ("endpoint_hash")');
    await runner.query('CREATE INDEX "ix_push_subscription_user_id" ON "push_subscription" ("user_id")');
    await runner.query('CREATE INDEX "ix_push_subscription_session_id" ON "push_subscription" ("session_id")');
    const no = runner.dataSource.options.type === 'better-sqlite3' ? '0' : 'false';
    await runner.query(`ALTER TABLE "notification_settings" ADD COLUMN "show_text" boolean NOT NULL DEFAULT ${no}`);
    await runner.query('ALTER TABLE "notification_settings" ADD COLUMN "mail_minutes" integer NOT NULL DEFAULT 5');
    await runner.query('ALTER TABLE "notification_settings" ADD COLUMN "mail_hour" integer NOT NULL DEFAULT 8');
    await runner.query('ALTER TABLE "notification" ADD COLUMN "mailed_at" bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "notification" DROP COLUMN "mailed_at"');
    for (const column of ['mail_hour', 'mail_minutes', 'show_text'])
      await runner.query(`ALTER TABLE "notification_settings" DROP COLUMN "${column}"`);
    for (const table of ['push_subscription', 'push_key']) await runner.query(`DROP TABLE "${table}"`);
  }
}
