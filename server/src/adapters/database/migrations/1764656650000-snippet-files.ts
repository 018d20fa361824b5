import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that are kept with snippets, and go along when they are inserted (S63). */
export class SnippetFiles1764656650000 implements MigrationInterface {
  name = 'SnippetFiles1764656650000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "snippet_file" (
      "id" varchar NOT NULL,
      "snippet_id" varchar NOT NULL,
      "place" integer NOT NULL,
      "name" varchar NOT NULL,
      "mime" varchar NOT NULL,
      "bytes" bigint NOT NULL,
      "hash" varchar NOT NULL,
      CONSTRAINT "pk_snippet_file" PRIMARY KEY ("id")
    )`);
    await runner.query('CREATE INDEX "ix_snippet_file_snippet_id_place" ON "snippet_file" ("snippet_id", "place")');
    await runner.query('CREATE INDEX "ix_snippet_file_hash" ON "snippet_file" ("hash")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "snippet_file"');
  }
}
