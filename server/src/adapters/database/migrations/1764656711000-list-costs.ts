import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts and sums of stages come from an index alone, and a search looks at less that is not yet sorted in (issue 7: a million contacts). */
export class ListCosts1764656711000 implements MigrationInterface {
  name = 'ListCosts1764656711000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX "ix_crm_record_live_stage_id_currency_amount" ON "crm_record" ("stage_id", "currency", "amount") WHERE "deleted_at" IS NULL',
    );
    if (isPostgres(runner)) await runner.query('ALTER INDEX "ix_list_entry_words" SET (gin_pending_list_limit = 256)');
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isPostgres(runner)) await runner.query('ALTER INDEX "ix_list_entry_words" RESET (gin_pending_list_limit)');
    await runner.query('DROP INDEX "ix_crm_record_live_stage_id_currency_amount"');
  }
}

function isPostgres(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'postgres';
}
