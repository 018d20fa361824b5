import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rules of an inbox are read newest first. */
export class RuleList1764300000000 implements MigrationInterface {
  name = 'RuleList1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "ix_sender_rule_inbox_id_id" ON "sender_rule" ("inbox_id", "id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_sender_rule_inbox_id_id"');
  }
}
