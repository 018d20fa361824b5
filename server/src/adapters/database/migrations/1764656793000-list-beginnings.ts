import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../../../kernel/ids.js';

const BEFORE = '1 2 3';
/** Beginnings of so many letters have lists of their own, which are walked in the order of the list; all longer ones are gathered first. */
const SINCE = '1 2 3 4 5 6 7 8';

/**
 * A search in a list of a million costs what it costs in one of a thousand (issue 7): on SQLite the beginnings of words that have lists of their own go
 * up to 8 letters in place of 3. FTS5 takes that only when a table is made, so it is made anew of the words that the old one holds, a second for each
 * 30,000 entries. The words of facts are kept in fewer letters there, so that their beginnings have lists too: these are read again by jobs (S60).
 */
export class ListBeginnings1764656793000 implements MigrationInterface {
  name = 'ListBeginnings1764656793000';

  async up(runner: QueryRunner): Promise<void> {
    if (!sqlite(runner)) return;
    await made(runner, SINCE);
    await runner.query(
      `INSERT INTO "job" ("id", "name", "payload", "state", "run_at", "attempts", "max_attempts", "correlation_id", "created_at", "updated_at")
       SELECT '${newId('job')}', 'lists.index', '{"of":"facts"}', 'PENDING', 0, 0, 25, 'migration', 0, 0
       WHERE EXISTS (SELECT 1 FROM "contact" WHERE "fields" <> '{}')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    if (sqlite(runner)) await made(runner, BEFORE);
  }
}

function sqlite(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'better-sqlite3';
}

async function made(runner: QueryRunner, prefix: string): Promise<void> {
  for (const statement of [
    `CREATE VIRTUAL TABLE temp."list_terms" USING fts5vocab(main, "list_words", instance)`,
    `CREATE TEMP TABLE "list_kept" AS SELECT doc AS slot, group_concat(term, ' ') AS words FROM temp."list_terms" GROUP BY doc`,
    `DROP TABLE temp."list_terms"`,
    `DROP TABLE "list_words"`,
    `CREATE VIRTUAL TABLE "list_words" USING fts5(
      words, content='', contentless_delete=1, detail=none, prefix='${prefix}',
      tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
    )`,
    `INSERT INTO "list_words" (rowid, words) SELECT slot, words FROM temp."list_kept" ORDER BY slot`,
    `DROP TABLE temp."list_kept"`,
  ])
    await runner.query(statement);
}
