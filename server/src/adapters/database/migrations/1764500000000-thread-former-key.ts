import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which key a network knew a thread before it began anew in another conversation. */
export class ThreadFormerKey1764500000000 implements MigrationInterface {
  name = 'ThreadFormerKey1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "thread" ADD COLUMN "former_key" varchar');
    await runner.query(
      'CREATE INDEX "ix_thread_channel_id_former_key" ON "thread" ("channel_id", "former_key") WHERE "former_key" IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_thread_channel_id_former_key"');
    await runner.query('ALTER TABLE "thread" DROP COLUMN "former_key"');
  }
}
