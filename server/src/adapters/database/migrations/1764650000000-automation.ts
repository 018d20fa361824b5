import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules on what happens, what they did, and up to where the journal was looked through for them. */
export class Automation1764650000000 implements MigrationInterface {
  name = 'Automation1764650000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['automation_place', 'automation_run', 'automation_rule']) await runner.query(`DROP TABLE "${table}"`);
  }
}

const STATEMENTS = [
  `CREATE TABLE "automation_rule" (
      "id" varchar NOT NULL,
      "name" varchar NOT NULL,
      "active" boolean NOT NULL,
      "place" integer NOT NULL,
      "inbox_ids" text NOT NULL,
      "owner_user_id" varchar,
      "when" varchar NOT NULL,
      "conditions" text NOT NULL,
      "actions" text NOT NULL,
      "since" bigint NOT NULL,
      "created_at" bigint NOT NULL,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_automation_rule" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "ix_automation_rule_place" ON "automation_rule" ("place")`,
  `CREATE TABLE "automation_run" (
      "id" varchar NOT NULL,
      "rule_id" varchar NOT NULL,
      "conversation_id" varchar NOT NULL,
      "position" bigint NOT NULL,
      "event" varchar NOT NULL,
      "outcome" varchar NOT NULL,
      "reason" varchar,
      "results" text NOT NULL,
      "chain" text NOT NULL,
      "depth" integer NOT NULL,
      "root_id" varchar NOT NULL,
      "at" bigint NOT NULL,
      CONSTRAINT "pk_automation_run" PRIMARY KEY ("id")
    )`,
  `CREATE UNIQUE INDEX "uq_automation_run_rule_id_position" ON "automation_run" ("rule_id", "position")`,
  `CREATE INDEX "ix_automation_run_rule_id_id" ON "automation_run" ("rule_id", "id")`,
  `CREATE INDEX "ix_automation_run_conversation_id_rule_id_at" ON "automation_run" ("conversation_id", "rule_id", "at")`,
  `CREATE INDEX "ix_automation_run_at" ON "automation_run" ("at")`,
  `CREATE TABLE "automation_place" (
      "id" varchar NOT NULL,
      "position" bigint NOT NULL,
      CONSTRAINT "pk_automation_place" PRIMARY KEY ("id")
    )`,
];
