import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters under a name, and where each person has them (D1). */
export class SavedViews1764401000000 implements MigrationInterface {
  name = 'SavedViews1764401000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['saved_view_place', 'saved_view']) await runner.query(`DROP TABLE "${table}"`);
  }
}

const STATEMENTS = [
  `CREATE TABLE "saved_view" (
      "id" varchar NOT NULL,
      "owner_user_id" varchar NOT NULL,
      "audience" varchar NOT NULL,
      "team_id" varchar,
      "name" varchar NOT NULL,
      "filter" text NOT NULL,
      "created_at" bigint NOT NULL,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_saved_view" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "ix_saved_view_owner_user_id" ON "saved_view" ("owner_user_id")`,
  `CREATE INDEX "ix_saved_view_audience_team_id" ON "saved_view" ("audience", "team_id")`,
  `CREATE TABLE "saved_view_place" (
      "user_id" varchar NOT NULL,
      "view_id" varchar NOT NULL,
      "position" integer NOT NULL,
      CONSTRAINT "pk_saved_view_place" PRIMARY KEY ("user_id", "view_id")
    )`,
];
