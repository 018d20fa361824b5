import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../../../kernel/ids.js';

/** Contacts are found by the facts that the team keeps of them: who has some already is read by jobs, newest first (S60). */
export class ListFacts1764656751000 implements MigrationInterface {
  name = 'ListFacts1764656751000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO "job" ("id", "name", "payload", "state", "run_at", "attempts", "max_attempts", "correlation_id", "created_at", "updated_at")
       SELECT '${newId('job')}', 'lists.index', '{"of":"facts"}', 'PENDING', 0, 0, 25, 'migration', 0, 0
       WHERE EXISTS (SELECT 1 FROM "contact" WHERE "fields" <> '{}')`,
    );
  }

  /** The words of facts are in the way of nobody. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
