import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second step of signing in, and whether everybody needs one (N9). */
export class SecondFactor1764630600000 implements MigrationInterface {
  name = 'SecondFactor1764630600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "second_factor" (
      "user_id" varchar NOT NULL,
      "secret" varchar NOT NULL,
      "last_step" bigint NOT NULL,
      "created_at" bigint NOT NULL,
      "confirmed_at" bigint,
      CONSTRAINT "pk_second_factor" PRIMARY KEY ("user_id")
    )`);
    await runner.query(`CREATE TABLE "recovery_code" (
      "id" varchar NOT NULL,
      "user_id" varchar NOT NULL,
      "code_hash" varchar NOT NULL,
      "created_at" bigint NOT NULL,
      "used_at" bigint,
      CONSTRAINT "pk_recovery_code" PRIMARY KEY ("id")
    )`);
    await runner.query('CREATE UNIQUE INDEX "uq_recovery_code_user_id_code_hash" ON "recovery_code" ("user_id", "code_hash")');
    const no = runner.dataSource.options.type === 'better-sqlite3' ? '0' : 'false';
    await runner.query(`ALTER TABLE "workspace" ADD COLUMN "second_factor_required" boolean NOT NULL DEFAULT ${no}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "workspace" DROP COLUMN "second_factor_required"');
    await runner.query('DROP TABLE "recovery_code"');
    await runner.query('DROP TABLE "second_factor"');
  }
}
