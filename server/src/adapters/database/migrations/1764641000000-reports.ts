import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reports add up, instead of conversations and messages; it begins with what is open now, at the end of the journal. */
export class Reports1764641000000 implements MigrationInterface {
  name = 'Reports1764641000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "report_quarter" (
      "quarter" integer NOT NULL,
      "inbox_id" varchar NOT NULL,
      "channel_id" varchar NOT NULL,
      "agent_id" varchar NOT NULL,
      "measure" varchar NOT NULL,
      "bucket" integer NOT NULL,
      "count" integer NOT NULL,
      CONSTRAINT "pk_report_quarter" PRIMARY KEY ("quarter", "inbox_id", "channel_id", "agent_id", "measure", "bucket")
    )`);
    await runner.query(`CREATE TABLE "report_backlog" (
      "inbox_id" varchar NOT NULL,
      "channel_id" varchar NOT NULL,
      "agent_id" varchar NOT NULL,
      "count" integer NOT NULL,
      CONSTRAINT "pk_report_backlog" PRIMARY KEY ("inbox_id", "channel_id", "agent_id")
    )`);
    await runner.query(`CREATE TABLE "report_watch" (
      "conversation_id" varchar NOT NULL,
      "channel_id" varchar NOT NULL,
      "new_at" bigint,
      "new_inbox_id" varchar NOT NULL,
      "open_since" bigint,
      "asked_at" bigint,
      "answered" boolean NOT NULL,
      "leaving" text NOT NULL,
      "closing" text,
      CONSTRAINT "pk_report_watch" PRIMARY KEY ("conversation_id")
    )`);
    await runner.query(`CREATE TABLE "report_place" (
      "id" varchar NOT NULL,
      "position" bigint NOT NULL,
      "began_at" bigint,
      CONSTRAINT "pk_report_place" PRIMARY KEY ("id")
    )`);
    // Earlier events do not tell what a conversation was; from here on each does.
    await runner.query(`INSERT INTO "report_place" ("id", "position", "began_at")
      SELECT 'journal', COALESCE(MAX("position"), 0), NULL FROM "event" WHERE "position" IS NOT NULL`);
    const open = `FROM "conversation" WHERE "placement" = 'INBOX' AND "demo" = false`;
    await runner.query(`INSERT INTO "report_backlog" ("inbox_id", "channel_id", "agent_id", "count")
      SELECT "inbox_id", COALESCE("original_channel_id", ''), COALESCE("assignee_user_id", ''), COUNT(*) ${open} AND "status" = 'OPEN'
      GROUP BY "inbox_id", COALESCE("original_channel_id", ''), COALESCE("assignee_user_id", '')`);
    await runner.query(`INSERT INTO "report_watch"
      ("conversation_id", "channel_id", "new_at", "new_inbox_id", "open_since", "asked_at", "answered", "leaving", "closing")
      SELECT "id", COALESCE("original_channel_id", ''), 0, "inbox_id", "created_at",
        CASE WHEN "last_outbound_at" IS NULL THEN "waiting_since" END, "last_outbound_at" IS NOT NULL, '[]', NULL
      ${open} AND "status" <> 'CLOSED'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['report_place', 'report_watch', 'report_backlog', 'report_quarter'])
      await runner.query(`DROP TABLE "${table}"`);
  }
}
