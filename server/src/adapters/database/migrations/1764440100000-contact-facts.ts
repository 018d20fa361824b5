import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a team keeps of its contacts: whose they are, facts of its own, and those that were deleted or merged. */
export class ContactFacts1764440100000 implements MigrationInterface {
  name = 'ContactFacts1764440100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await runner.query(`ALTER TABLE "contact" ADD COLUMN ${column}`);
    for (const statement of [...TABLES, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['ix_contact_owner_id_id', 'ix_contact_deleted_at']) await runner.query(`DROP INDEX "${index}"`);
    for (const table of ['contact_merge', 'contact_property']) await runner.query(`DROP TABLE "${table}"`);
    for (const column of COLUMNS.toReversed()) await runner.query(`ALTER TABLE "contact" DROP COLUMN ${column.split(' ')[0]}`);
  }
}

const COLUMNS = ['"owner_id" varchar', '"deleted_at" bigint', '"merged_into_id" varchar'];

const TABLES = [
  `CREATE TABLE "contact_property" (
      "id" varchar NOT NULL,
      "label" varchar NOT NULL,
      "type" varchar NOT NULL,
      "options" text NOT NULL,
      "in_about" boolean NOT NULL,
      "position" integer NOT NULL,
      "created_at" bigint NOT NULL,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_contact_property" PRIMARY KEY ("id")
    )`,
  `CREATE TABLE "contact_merge" (
      "id" varchar NOT NULL,
      "winner_id" varchar NOT NULL,
      "loser_id" varchar NOT NULL,
      "before" text NOT NULL,
      "moved" text NOT NULL,
      "by_id" varchar,
      "by_name" varchar NOT NULL,
      "undone_at" bigint,
      "created_at" bigint NOT NULL,
      CONSTRAINT "pk_contact_merge" PRIMARY KEY ("id")
    )`,
];

const INDEXES = [
  `CREATE INDEX "ix_contact_owner_id_id" ON "contact" ("owner_id", "id")`,
  `CREATE INDEX "ix_contact_deleted_at" ON "contact" ("deleted_at") WHERE "deleted_at" IS NOT NULL`,
  `CREATE INDEX "ix_contact_merge_winner_id" ON "contact_merge" ("winner_id")`,
  `CREATE INDEX "ix_contact_merge_loser_id" ON "contact_merge" ("loser_id")`,
];
