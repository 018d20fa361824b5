import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Teams, who is in them, and of which inboxes they are members (S6, S75). */
export class Teams1764420000000 implements MigrationInterface {
  name = 'Teams1764420000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['inbox_team', 'team_member', 'team']) await runner.query(`DROP TABLE "${table}"`);
  }
}

const STATEMENTS = [
  `CREATE TABLE "team" (
      "id" varchar NOT NULL,
      "name" varchar NOT NULL,
      "name_key" varchar NOT NULL,
      "deleted_at" bigint,
      "created_at" bigint NOT NULL,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_team" PRIMARY KEY ("id")
    )`,
  `CREATE UNIQUE INDEX "uq_team_name_key" ON "team" ("name_key")`,
  `CREATE TABLE "team_member" (
      "team_id" varchar NOT NULL,
      "user_id" varchar NOT NULL,
      "membership" varchar NOT NULL,
      "created_at" bigint NOT NULL,
      CONSTRAINT "pk_team_member" PRIMARY KEY ("team_id", "user_id")
    )`,
  `CREATE INDEX "ix_team_member_user_id" ON "team_member" ("user_id")`,
  `CREATE TABLE "inbox_team" (
      "inbox_id" varchar NOT NULL,
      "team_id" varchar NOT NULL,
      "role" varchar NOT NULL,
      "created_at" bigint NOT NULL,
      CONSTRAINT "pk_inbox_team" PRIMARY KEY ("inbox_id", "team_id")
    )`,
  `CREATE INDEX "ix_inbox_team_team_id" ON "inbox_team" ("team_id")`,
];
