import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../../../kernel/ids.js';

/**
 * The words by which the lists of contacts, companies, tickets, deals and tasks are searched. `list_entry` has a row for each; `slot` puts
 * those of a list in its order. The words are in an index of FTS5 beside it on SQLite, which follows by triggers, and in a column on PostgreSQL.
 */
export class ListIndex1764655900000 implements MigrationInterface {
  name = 'ListIndex1764655900000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of sqlite(runner) ? SQLITE : POSTGRES) await runner.query(statement);
    // What is there already is read by jobs, newest first: a migration would keep the server away for as long as it takes.
    for (const [of, table] of [
      ['contacts', 'contact'],
      ['records', 'crm_record'],
    ])
      await runner.query(
        `INSERT INTO "job" ("id", "name", "payload", "state", "run_at", "attempts", "max_attempts", "correlation_id", "created_at", "updated_at")
         SELECT '${newId('job')}', 'lists.index', '{"of":"${of}"}', 'PENDING', 0, 0, 25, 'migration', 0, 0
         WHERE EXISTS (SELECT 1 FROM "${table}")`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    if (sqlite(runner)) for (const what of ['VIEW "list_input"', 'TABLE "list_words"']) await runner.query(`DROP ${what}`);
    await runner.query('DROP TABLE "list_entry"');
  }
}

function sqlite(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'better-sqlite3';
}

const SQLITE = [
  `CREATE TABLE "list_entry" (
      "slot" integer PRIMARY KEY NOT NULL,
      "node_id" varchar NOT NULL,
      CONSTRAINT "uq_list_entry_node_id" UNIQUE ("node_id")
    )`,
  // Only which words stand in an entry, not where. While somebody types, the first letters have lists of their own.
  `CREATE VIRTUAL TABLE "list_words" USING fts5(
      words, content='', contentless_delete=1, detail=none, prefix='1 2 3',
      tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
    )`,
  `CREATE VIEW "list_input" AS SELECT "slot", "node_id", '' AS "words" FROM "list_entry"`,
  // The next free slot when another entry has it.
  `CREATE TRIGGER "tr_list_input" INSTEAD OF INSERT ON "list_input" BEGIN
      INSERT INTO list_entry (slot, node_id) VALUES (
        CASE WHEN NOT EXISTS (SELECT 1 FROM list_entry WHERE slot = NEW.slot) THEN NEW.slot ELSE
          (SELECT e.slot + 1 FROM list_entry e WHERE e.slot >= NEW.slot
             AND NOT EXISTS (SELECT 1 FROM list_entry n WHERE n.slot = e.slot + 1) ORDER BY e.slot LIMIT 1) END,
        NEW.node_id);
      INSERT INTO list_words (rowid, words) SELECT slot, NEW.words FROM list_entry WHERE node_id = NEW.node_id;
    END`,
  `CREATE TRIGGER "tr_list_entry_deleted" AFTER DELETE ON "list_entry" BEGIN
      DELETE FROM list_words WHERE rowid = OLD.slot;
    END`,
];

const POSTGRES = [
  `CREATE TABLE "list_entry" (
      "node_id" varchar NOT NULL,
      "slot" bigint NOT NULL,
      "words" tsvector NOT NULL,
      CONSTRAINT "pk_list_entry" PRIMARY KEY ("node_id")
    )`,
  `CREATE INDEX "ix_list_entry_slot_node_id" ON "list_entry" ("slot", "node_id")`,
  `CREATE INDEX "ix_list_entry_words" ON "list_entry" USING gin ("words")`,
];
