import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was changed about contacts, for their timelines (issue 7). */
export class ContactChanges1764656710000 implements MigrationInterface {
  name = 'ContactChanges1764656710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "contact_change" (
      "id" varchar NOT NULL,
      "contact_id" varchar NOT NULL,
      "at" bigint NOT NULL,
      "what" varchar NOT NULL,
      "label" varchar,
      "was" text,
      "became" text,
      "by_name" varchar NOT NULL,
      CONSTRAINT "pk_contact_change" PRIMARY KEY ("id")
    )`);
    await runner.query('CREATE INDEX "ix_contact_change_contact_id_at_id" ON "contact_change" ("contact_id", "at", "id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "contact_change"');
  }
}
