import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../../../kernel/ids.js';

/**
 * The full text of what was said (S9, G10 59 and 60). `search_entry` has a row for each message and comment; `slot` puts them in the order
 * of time. Its words are in an index of FTS5 beside it on SQLite, which follows by triggers, and in a column on PostgreSQL.
 */
export class Search1764400000000 implements MigrationInterface {
  name = 'Search1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of sqlite(runner) ? SQLITE : POSTGRES) await runner.query(statement);
    // What is there already is read by a job, newest first: a migration would keep the server away for as long as it takes.
    await runner.query(
      `INSERT INTO "job" ("id", "name", "payload", "state", "run_at", "attempts", "max_attempts", "correlation_id", "created_at", "updated_at")
       SELECT '${newId('job')}', 'search.index', '{"of":"all"}', 'PENDING', 0, 0, 25, 'migration', 0, 0
       WHERE EXISTS (SELECT 1 FROM "message")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    if (sqlite(runner)) for (const what of ['VIEW "search_input"', 'TABLE "search_words"']) await runner.query(`DROP ${what}`);
    await runner.query('DROP TABLE "search_entry"');
  }
}

function sqlite(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'better-sqlite3';
}

const SQLITE = [
  `CREATE TABLE "search_entry" (
      "slot" integer PRIMARY KEY NOT NULL,
      "message_id" varchar NOT NULL,
      CONSTRAINT "uq_search_entry_message_id" UNIQUE ("message_id")
    )`,
  // The words come folded and apart from each other, so that both databases find the same; the text itself is not kept twice.
  `CREATE VIRTUAL TABLE "search_words" USING fts5(
      words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
    )`,
  `CREATE VIEW "search_input" AS SELECT "slot", "message_id", '' AS "words" FROM "search_entry"`,
  // The next free slot when another message of that second has it.
  `CREATE TRIGGER "tr_search_input" INSTEAD OF INSERT ON "search_input" BEGIN
      INSERT INTO search_entry (slot, message_id) VALUES (
        CASE WHEN NOT EXISTS (SELECT 1 FROM search_entry WHERE slot = NEW.slot) THEN NEW.slot ELSE
          (SELECT e.slot + 1 FROM search_entry e WHERE e.slot >= NEW.slot
             AND NOT EXISTS (SELECT 1 FROM search_entry n WHERE n.slot = e.slot + 1) ORDER BY e.slot LIMIT 1) END,
        NEW.message_id);
      INSERT INTO search_words (rowid, words) SELECT slot, NEW.words FROM search_entry WHERE message_id = NEW.message_id;
    END`,
  `CREATE TRIGGER "tr_search_entry_deleted" AFTER DELETE ON "search_entry" BEGIN
      DELETE FROM search_words WHERE rowid = OLD.slot;
    END`,
];

const POSTGRES = [
  `CREATE TABLE "search_entry" (
      "message_id" varchar NOT NULL,
      "slot" bigint NOT NULL,
      "words" tsvector NOT NULL,
      CONSTRAINT "pk_search_entry" PRIMARY KEY ("message_id")
    )`,
  `CREATE INDEX "ix_search_entry_slot_message_id" ON "search_entry" ("slot", "message_id")`,
  `CREATE INDEX "ix_search_entry_words" ON "search_entry" USING gin ("words")`,
];
