import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often tokens use what will go (N24). */
export class DeprecatedUses1764656500000 implements MigrationInterface {
  name = 'DeprecatedUses1764656500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "deprecated_use" (
      "token_id" varchar NOT NULL,
      "part" varchar NOT NULL,
      "reason" text NOT NULL,
      "uses" bigint NOT NULL,
      "first_at" bigint NOT NULL,
      "last_at" bigint NOT NULL,
      CONSTRAINT "pk_deprecated_use" PRIMARY KEY ("token_id", "part")
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "deprecated_use"');
  }
}
