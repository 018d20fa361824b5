import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tickets, deals, tasks, notes, calls and companies; what they hang on; and the pipelines that come with the product. */
export class Records1764440000000 implements MigrationInterface {
  name = 'Records1764440000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES]) await runner.query(statement);
    for (const [id, type] of PIPELINES)
      await runner.query(
        `INSERT INTO "pipeline" ("id", "type", "position", "created_at", "updated_at", "version") VALUES ('${id}', '${type}', 0, 0, 0, 1)`,
      );
    for (const [id, pipeline, word, outcome, position] of STAGES)
      await runner.query(
        `INSERT INTO "stage" ("id", "pipeline_id", "word", "outcome", "position") VALUES ('${id}', '${pipeline}', '${word}', '${outcome}', ${position})`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['record_number', 'stage', 'pipeline', 'association', 'crm_record'])
      await runner.query(`DROP TABLE "${table}"`);
  }
}

const TICKETS = 'pip_019ad0000000700080000000000000a1';
const DEALS = 'pip_019ad0000000700080000000000000a2';

const PIPELINES = [
  [TICKETS, 'TICKET'],
  [DEALS, 'DEAL'],
] as const;

const STAGES = [
  ['stg_019ad0000000700080000000000000b1', TICKETS, 'NEW', 'OPEN', 0],
  ['stg_019ad0000000700080000000000000b2', TICKETS, 'WAITING_ON_CONTACT', 'OPEN', 1],
  ['stg_019ad0000000700080000000000000b3', TICKETS, 'WAITING_ON_US', 'OPEN', 2],
  ['stg_019ad0000000700080000000000000b4', TICKETS, 'CLOSED', 'DONE', 3],
  ['stg_019ad0000000700080000000000000c1', DEALS, 'QUALIFIED', 'OPEN', 0],
  ['stg_019ad0000000700080000000000000c2', DEALS, 'PROPOSAL', 'OPEN', 1],
  ['stg_019ad0000000700080000000000000c3', DEALS, 'NEGOTIATION', 'OPEN', 2],
  ['stg_019ad0000000700080000000000000c4', DEALS, 'WON', 'DONE', 3],
  ['stg_019ad0000000700080000000000000c5', DEALS, 'LOST', 'LOST', 4],
] as const;

const TABLES = [
  `CREATE TABLE "crm_record" (
      "id" varchar NOT NULL,
      "type" varchar NOT NULL,
      "number" integer,
      "title" varchar NOT NULL,
      "body" text,
      "stage_id" varchar,
      "priority" varchar,
      "source" varchar,
      "owner_id" varchar,
      "amount" bigint,
      "currency" varchar,
      "due_at" bigint,
      "remind_at" bigint,
      "done_at" bigint,
      "data" text NOT NULL,
      "lookup" varchar,
      "sort_at" bigint NOT NULL,
      "created_by_id" varchar,
      "created_by_name" varchar NOT NULL,
      "deleted_at" bigint,
      "created_at" bigint NOT NULL,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_crm_record" PRIMARY KEY ("id")
    )`,
  `CREATE TABLE "association" (
      "from_id" varchar NOT NULL,
      "to_id" varchar NOT NULL,
      "type" varchar NOT NULL,
      "to_kind" varchar NOT NULL,
      "at" bigint NOT NULL,
      CONSTRAINT "pk_association" PRIMARY KEY ("from_id", "to_id")
    )`,
  `CREATE TABLE "pipeline" (
      "id" varchar NOT NULL,
      "type" varchar NOT NULL,
      "name" varchar,
      "position" integer NOT NULL,
      "created_at" bigint NOT NULL,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_pipeline" PRIMARY KEY ("id")
    )`,
  `CREATE TABLE "stage" (
      "id" varchar NOT NULL,
      "pipeline_id" varchar NOT NULL,
      "name" varchar,
      "word" varchar,
      "outcome" varchar NOT NULL,
      "position" integer NOT NULL,
      CONSTRAINT "pk_stage" PRIMARY KEY ("id")
    )`,
  `CREATE TABLE "record_number" ("type" varchar NOT NULL, "last" integer NOT NULL, CONSTRAINT "pk_record_number" PRIMARY KEY ("type"))`,
];

const LIVE = 'WHERE "deleted_at" IS NULL';
const OPEN = 'WHERE "deleted_at" IS NULL AND "done_at" IS NULL';

const INDEXES = [
  `CREATE INDEX "ix_crm_record_type_sort_at_id" ON "crm_record" ("type", "sort_at", "id") ${LIVE}`,
  `CREATE INDEX "ix_crm_record_open_type_sort_at_id" ON "crm_record" ("type", "sort_at", "id") ${OPEN}`,
  `CREATE INDEX "ix_crm_record_stage_id_sort_at_id" ON "crm_record" ("stage_id", "sort_at", "id")`,
  `CREATE INDEX "ix_crm_record_open_owner_id_type_sort_at_id" ON "crm_record" ("owner_id", "type", "sort_at", "id") ${OPEN}`,
  `CREATE INDEX "ix_crm_record_owner_id_type_sort_at_id" ON "crm_record" ("owner_id", "type", "sort_at", "id") ${LIVE}`,
  `CREATE UNIQUE INDEX "uq_crm_record_type_lookup" ON "crm_record" ("type", "lookup") ${LIVE}`,
  `CREATE INDEX "ix_crm_record_deleted_at" ON "crm_record" ("deleted_at") WHERE "deleted_at" IS NOT NULL`,
  `CREATE INDEX "ix_association_to_id_type_at_from_id" ON "association" ("to_id", "type", "at", "from_id")`,
  `CREATE INDEX "ix_association_to_id_at_from_id" ON "association" ("to_id", "at", "from_id")`,
  `CREATE INDEX "ix_stage_pipeline_id" ON "stage" ("pipeline_id")`,
];
