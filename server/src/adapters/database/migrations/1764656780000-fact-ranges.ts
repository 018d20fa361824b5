import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../../../kernel/ids.js';

/**
 * Contacts are found by facts from one number or day to another, and by whether a fact is kept at all (S60). `list_fact` is part of the index of
 * lists: a row for each fact, with what numbers and days are ordered by. Whoever has facts already is read by jobs, newest first.
 */
export class FactRanges1764656780000 implements MigrationInterface {
  name = 'FactRanges1764656780000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "list_fact" (
      "contact_id" varchar NOT NULL,
      "property_id" varchar NOT NULL,
      "number" double precision,
      CONSTRAINT "pk_list_fact" PRIMARY KEY ("contact_id", "property_id")
    )`);
    // In the order of the list, for ranges that hold many; in that of the numbers, for those that hold few.
    await runner.query(
      'CREATE INDEX "ix_list_fact_property_id_contact_id_number" ON "list_fact" ("property_id", "contact_id", "number")',
    );
    await runner.query(
      'CREATE INDEX "ix_list_fact_property_id_number_contact_id" ON "list_fact" ("property_id", "number", "contact_id")',
    );
    await runner.query(
      `INSERT INTO "job" ("id", "name", "payload", "state", "run_at", "attempts", "max_attempts", "correlation_id", "created_at", "updated_at")
       SELECT '${newId('job')}', 'lists.index', '{"of":"facts"}', 'PENDING', 0, 0, 25, 'migration', 0, 0
       WHERE EXISTS (SELECT 1 FROM "contact" WHERE "fields" <> '{}')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "list_fact"');
  }
}
