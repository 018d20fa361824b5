import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts to insert while writing (S63, D38). */
export class Snippets1764612000000 implements MigrationInterface {
  name = 'Snippets1764612000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "snippet" (
      "id" varchar NOT NULL,
      "owner_user_id" varchar NOT NULL,
      "scope_key" varchar NOT NULL,
      "inbox_id" varchar,
      "name" varchar NOT NULL,
      "name_key" varchar NOT NULL,
      "shortcut" varchar NOT NULL,
      "text" varchar NOT NULL,
      "html" varchar,
      "created_at" bigint NOT NULL,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_snippet" PRIMARY KEY ("id")
    )`);
    await runner.query('CREATE UNIQUE INDEX "uq_snippet_scope_key_name_key" ON "snippet" ("scope_key", "name_key")');
    await runner.query('CREATE UNIQUE INDEX "uq_snippet_scope_key_shortcut" ON "snippet" ("scope_key", "shortcut")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "snippet"');
  }
}
