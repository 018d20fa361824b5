import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Companies, tickets, deals and tasks come from files as contacts do, and are found again by the ids of another system (issue 7). */
export class ListImport1764656610000 implements MigrationInterface {
  name = 'ListImport1764656610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table('list_import', '"kind" varchar NOT NULL,'));
    await runner.query(`INSERT INTO "list_import" ("kind", ${COLUMNS}) SELECT 'CONTACT', ${COLUMNS} FROM "contact_import"`);
    await runner.query(problems('list_import_problem'));
    await runner.query('INSERT INTO "list_import_problem" SELECT * FROM "contact_import_problem"');
    await drop(runner, 'contact_import');
    await runner.query('CREATE INDEX "ix_list_import_started_at_id" ON "list_import" ("started_at", "id")');
    await runner.query('ALTER TABLE "crm_record" ADD COLUMN "external_id" varchar');
    await runner.query(
      `CREATE UNIQUE INDEX "uq_crm_record_type_external_id" ON "crm_record" ("type", "external_id") WHERE "external_id" IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "uq_crm_record_type_external_id"');
    await runner.query('ALTER TABLE "crm_record" DROP COLUMN "external_id"');
    await runner.query(table('contact_import', ''));
    await runner.query(`INSERT INTO "contact_import" (${COLUMNS}) SELECT ${COLUMNS} FROM "list_import" WHERE "kind" = 'CONTACT'`);
    await runner.query(problems('contact_import_problem'));
    await runner.query(`INSERT INTO "contact_import_problem" SELECT * FROM "list_import_problem"
      WHERE "import_id" IN (SELECT "id" FROM "contact_import")`);
    await drop(runner, 'list_import');
    await runner.query('CREATE INDEX "ix_contact_import_started_at_id" ON "contact_import" ("started_at", "id")');
  }
}

const COLUMNS = [
  ...['id', 'file_name', 'hash', 'encoding', 'delimiter', 'headers', 'columns', 'key', 'state', 'reason', 'total', 'done'],
  ...['created', 'updated', 'same', 'bad', 'by_kind', 'by_id', 'by_name', 'started_at', 'ended_at'],
]
  .map((name) => `"${name}"`)
  .join(', ');

async function drop(runner: QueryRunner, name: string): Promise<void> {
  for (const one of [`${name}_problem`, name]) await runner.query(`DROP TABLE "${one}"`);
}

const table = (name: string, kind: string): string => `CREATE TABLE "${name}" (
    "id" varchar NOT NULL,
    ${kind}
    "file_name" varchar NOT NULL,
    "hash" varchar,
    "encoding" varchar NOT NULL,
    "delimiter" varchar NOT NULL,
    "headers" text NOT NULL,
    "columns" text NOT NULL,
    "key" varchar NOT NULL,
    "state" varchar NOT NULL,
    "reason" text,
    "total" integer NOT NULL,
    "done" integer NOT NULL DEFAULT 0,
    "created" integer NOT NULL DEFAULT 0,
    "updated" integer NOT NULL DEFAULT 0,
    "same" integer NOT NULL DEFAULT 0,
    "bad" integer NOT NULL DEFAULT 0,
    "by_kind" varchar NOT NULL,
    "by_id" varchar,
    "by_name" varchar NOT NULL,
    "started_at" bigint NOT NULL,
    "ended_at" bigint,
    CONSTRAINT "pk_${name}" PRIMARY KEY ("id")
  )`;

const problems = (name: string): string => `CREATE TABLE "${name}" (
    "import_id" varchar NOT NULL,
    "line" integer NOT NULL,
    "code" varchar NOT NULL,
    "detail" text,
    "cells" text NOT NULL,
    CONSTRAINT "pk_${name}" PRIMARY KEY ("import_id", "line")
  )`;
