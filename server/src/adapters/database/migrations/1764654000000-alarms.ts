import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checks of the system that began to fail (G11). */
export class Alarms1764654000000 implements MigrationInterface {
  name = 'Alarms1764654000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "alarm" (
        "id" varchar NOT NULL,
        "key" varchar NOT NULL,
        "message" text NOT NULL,
        "raised_at" bigint NOT NULL,
        "cleared_at" bigint,
        CONSTRAINT "pk_alarm" PRIMARY KEY ("id")
      )`,
    );
    await runner.query('CREATE INDEX "ix_alarm_raised_at_id" ON "alarm" ("raised_at", "id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "alarm"');
  }
}
