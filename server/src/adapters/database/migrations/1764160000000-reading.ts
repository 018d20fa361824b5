import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = ['"last_success_at" bigint', '"position" text'];

/** How far whoever listens on a channel has read (G1 2). */
export class Reading1764160000000 implements MigrationInterface {
  name = 'Reading1764160000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await runner.query(`ALTER TABLE "channel_lease" ADD COLUMN ${column}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS.toReversed())
      await runner.query(`ALTER TABLE "channel_lease" DROP COLUMN ${column.split(' ')[0]}`);
  }
}
