import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What networks tell about the people on them. */
export class ToldFacts1764452000000 implements MigrationInterface {
  name = 'ToldFacts1764452000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "told_fact" (
      "contact_id" varchar NOT NULL,
      "name" varchar NOT NULL,
      "value" text NOT NULL,
      "channel_id" varchar NOT NULL,
      "at" bigint NOT NULL,
      CONSTRAINT "pk_told_fact" PRIMARY KEY ("contact_id", "name")
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "told_fact"');
  }
}
