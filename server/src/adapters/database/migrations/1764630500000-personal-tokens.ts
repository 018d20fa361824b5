import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tokens of one person are listed in his profile. */
export class PersonalTokens1764630500000 implements MigrationInterface {
  name = 'PersonalTokens1764630500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "ix_api_token_user_id_id" ON "api_token" ("user_id", "id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_api_token_user_id_id"');
  }
}
