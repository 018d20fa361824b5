import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations can be given to a team (S37). */
export class AssigneeTeam1764610000000 implements MigrationInterface {
  name = 'AssigneeTeam1764610000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "conversation" ADD COLUMN "assignee_team_id" varchar');
    await runner.query(
      `CREATE INDEX "ix_conversation_assignee_team_id_p_s_lma_i" ON "conversation"
       ("assignee_team_id", "placement", "status", "last_message_at", "id") WHERE "assignee_team_id" IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_conversation_assignee_team_id_p_s_lma_i"');
    await runner.query('ALTER TABLE "conversation" DROP COLUMN "assignee_team_id"');
  }
}
