import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a meeting with an agent can be booked (D43). */
export class MeetingUrl1764643100000 implements MigrationInterface {
  name = 'MeetingUrl1764643100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "app_user" ADD COLUMN "meeting_url" varchar');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "app_user" DROP COLUMN "meeting_url"');
  }
}
