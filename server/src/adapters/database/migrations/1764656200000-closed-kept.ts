import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long an inbox keeps what was closed. */
export class ClosedKept1764656200000 implements MigrationInterface {
  name = 'ClosedKept1764656200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "inbox" ADD COLUMN "closed_kept_days" integer');
    await runner.query(
      `CREATE INDEX "ix_conversation_closed" ON "conversation" ("inbox_id", "closed_at", "id") WHERE "status" = 'CLOSED'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_conversation_closed"');
    await runner.query('ALTER TABLE "inbox" DROP COLUMN "closed_kept_days"');
  }
}
