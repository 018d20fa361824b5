import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An inbox that is deleted keeps its row, so that what lay in it can still say where that was (S83, N11). */
export class InboxDeletion1764423000000 implements MigrationInterface {
  name = 'InboxDeletion1764423000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "inbox" ADD COLUMN "deleted_at" bigint');
    await runner.query('ALTER TABLE "inbox" ADD COLUMN "deletion" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "inbox" DROP COLUMN "deletion"');
    await runner.query('ALTER TABLE "inbox" DROP COLUMN "deleted_at"');
  }
}
