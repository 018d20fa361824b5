import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The order of the view Bots: what a bot holds and nobody owns (S23). */
export class BotsView1764570000000 implements MigrationInterface {
  name = 'BotsView1764570000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "ix_conversation_bots" ON "conversation" ("inbox_id", "placement", "status", "last_message_at", "id") WHERE "bot_control" = 'BOT_ACTIVE' AND "assignee_user_id" IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_conversation_bots"');
  }
}
