import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Within what time inboxes answer, and the clock of each conversation on it (D37). */
export class Sla1764640000000 implements MigrationInterface {
  name = 'Sla1764640000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "sla_policy" (
      "inbox_id" varchar NOT NULL,
      "first_minutes" integer,
      "next_minutes" integer,
      "counts" varchar NOT NULL,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_sla_policy" PRIMARY KEY ("inbox_id")
    )`);
    for (const column of COLUMNS) await runner.query(`ALTER TABLE "conversation" ADD COLUMN ${column}`);
    // A conversation in which one of us has written waits for a next answer, not for a first one.
    await runner.query(
      `UPDATE "conversation" SET "first_reply_at" = (
         SELECT MIN(m."at") FROM "message" m WHERE m."conversation_id" = "conversation"."id" AND m."kind" = 'MESSAGE'
         AND m."direction" = 'OUTBOUND' AND m."author_kind" <> 'BOT' AND m."automatic" IS NULL AND NOT m."side"
         AND (m."delivery_status" IS NULL OR m."delivery_status" <> 'CANCELLED')
         AND NOT (m."delivery_status" = 'HELD' AND m."send_at" IS NOT NULL))
       WHERE "last_outbound_at" IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX "ix_conversation_sla_due" ON "conversation" ("placement", "status", "sla_due_at", "id") WHERE "sla_due_at" IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_conversation_sla_due"');
    for (const column of COLUMNS.toReversed())
      await runner.query(`ALTER TABLE "conversation" DROP COLUMN ${column.split(' ')[0]}`);
    await runner.query('DROP TABLE "sla_policy"');
  }
}

const COLUMNS = [
  '"first_reply_at" bigint',
  '"sla_kind" varchar',
  '"sla_since" bigint',
  '"sla_spent_ms" bigint NOT NULL DEFAULT 0',
  '"sla_due_at" bigint',
  '"sla_missed_at" bigint',
];
