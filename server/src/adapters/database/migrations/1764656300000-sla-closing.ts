import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Limits for a channel by itself, and on closing with the clock of each conversation on it (D37). */
export class SlaClosing1764656300000 implements MigrationInterface {
  name = 'SlaClosing1764656300000';

  async up(runner: QueryRunner): Promise<void> {
    await replace(runner, '"channel_id" varchar NOT NULL,', '"closing_minutes" integer,', '"inbox_id", "channel_id"');
    await runner.query(`INSERT INTO "sla_policy" ("inbox_id", "channel_id", "first_minutes", "next_minutes", "counts", "updated_at", "version")
      SELECT "inbox_id", '', ${KEPT} FROM "sla_policy_before"`);
    await runner.query('DROP TABLE "sla_policy_before"');
    for (const column of COLUMNS) await runner.query(`ALTER TABLE "conversation" ADD COLUMN ${column}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS.toReversed())
      await runner.query(`ALTER TABLE "conversation" DROP COLUMN ${column.split(' ')[0]}`);
    await replace(runner, '', '', '"inbox_id"');
    await runner.query(`INSERT INTO "sla_policy" ("inbox_id", ${KEPT})
      SELECT "inbox_id", ${KEPT} FROM "sla_policy_before" WHERE "channel_id" = ''`);
    await runner.query('DROP TABLE "sla_policy_before"');
  }
}

const KEPT = '"first_minutes", "next_minutes", "counts", "updated_at", "version"';

/** Puts the table aside and makes it anew: SQLite changes no key of a table that is there. */
async function replace(runner: QueryRunner, channel: string, closing: string, key: string): Promise<void> {
  await runner.query('CREATE TABLE "sla_policy_before" AS SELECT * FROM "sla_policy"');
  await runner.query('DROP TABLE "sla_policy"');
  await runner.query(`CREATE TABLE "sla_policy" (
    "inbox_id" varchar NOT NULL,
    ${channel}
    "first_minutes" integer,
    "next_minutes" integer,
    ${closing}
    "counts" varchar NOT NULL,
    "updated_at" bigint NOT NULL,
    "version" integer NOT NULL DEFAULT 1,
    CONSTRAINT "pk_sla_policy" PRIMARY KEY (${key})
  )`);
}

const COLUMNS = [
  '"closing_since" bigint',
  '"closing_spent_ms" bigint NOT NULL DEFAULT 0',
  '"closing_due_at" bigint',
  '"closing_missed_at" bigint',
];
