import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of whole views by a job, with the way back of each conversation (U6, U16). */
export class BulkChanges1764656600000 implements MigrationInterface {
  name = 'BulkChanges1764656600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "bulk_change_item"');
    await runner.query('DROP TABLE "bulk_change"');
  }
}

const UP = [
  `CREATE TABLE "bulk_change" (
    "id" varchar NOT NULL,
    "by_id" varchar NOT NULL,
    "filter" text NOT NULL,
    "deed" text NOT NULL,
    "state" varchar NOT NULL,
    "reason" text,
    "place" text,
    "total" integer,
    "done" integer NOT NULL DEFAULT 0,
    "changed" integer NOT NULL DEFAULT 0,
    "failed" integer NOT NULL DEFAULT 0,
    "undone" integer NOT NULL DEFAULT 0,
    "problems" text NOT NULL,
    "started_at" bigint NOT NULL,
    "ended_at" bigint,
    CONSTRAINT "pk_bulk_change" PRIMARY KEY ("id")
  )`,
  'CREATE INDEX "ix_bulk_change_by_id_started_at_id" ON "bulk_change" ("by_id", "started_at", "id")',
  `CREATE TABLE "bulk_change_item" (
    "bulk_change_id" varchar NOT NULL,
    "conversation_id" varchar NOT NULL,
    "version" integer NOT NULL,
    "back" text NOT NULL,
    CONSTRAINT "pk_bulk_change_item" PRIMARY KEY ("bulk_change_id", "conversation_id")
  )`,
  'CREATE INDEX "ix_bulk_change_item_conversation_id" ON "bulk_change_item" ("conversation_id")',
];
