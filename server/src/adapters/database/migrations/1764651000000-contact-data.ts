import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contacts that come from a file, and what was handed over of one person (G14 73). */
export class ContactData1764651000000 implements MigrationInterface {
  name = 'ContactData1764651000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "contact_import" (
      "id" varchar NOT NULL,
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
      CONSTRAINT "pk_contact_import" PRIMARY KEY ("id")
    )`);
    await runner.query('CREATE INDEX "ix_contact_import_started_at_id" ON "contact_import" ("started_at", "id")');
    await runner.query(`CREATE TABLE "contact_import_problem" (
      "import_id" varchar NOT NULL,
      "line" integer NOT NULL,
      "code" varchar NOT NULL,
      "detail" text,
      "cells" text NOT NULL,
      CONSTRAINT "pk_contact_import_problem" PRIMARY KEY ("import_id", "line")
    )`);
    await runner.query(`CREATE TABLE "contact_export" (
      "id" varchar NOT NULL,
      "contact_id" varchar NOT NULL,
      "state" varchar NOT NULL,
      "hash" varchar,
      "bytes" bigint,
      "by_id" varchar,
      "by_name" varchar NOT NULL,
      "started_at" bigint NOT NULL,
      "ended_at" bigint,
      "expires_at" bigint,
      "secret_hash" varchar,
      "secret_until" bigint,
      CONSTRAINT "pk_contact_export" PRIMARY KEY ("id")
    )`);
    await runner.query('CREATE INDEX "ix_contact_export_contact_id_id" ON "contact_export" ("contact_id", "id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['contact_export', 'contact_import_problem', 'contact_import'])
      await runner.query(`DROP TABLE "${table}"`);
  }
}
