import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mail that a channel sends to itself, and what became of it (N15). */
export class MailCheck1764656770000 implements MigrationInterface {
  name = 'MailCheck1764656770000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "mail_check" (
        "channel_id" varchar NOT NULL,
        "mark" varchar NOT NULL,
        "address" varchar NOT NULL,
        "started_at" bigint NOT NULL,
        "left_at" bigint,
        "left_words" text,
        "failed_at" bigint,
        "arrived_at" bigint,
        "arrival" text,
        "proven" text,
        CONSTRAINT "pk_mail_check" PRIMARY KEY ("channel_id")
      )`,
    );
    await runner.query('CREATE UNIQUE INDEX "uq_mail_check_mark" ON "mail_check" ("mark")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "mail_check"');
  }
}
