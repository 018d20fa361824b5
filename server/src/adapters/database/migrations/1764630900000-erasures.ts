import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who are being erased, or were: what is left of that says nothing of them (O12). */
export class Erasures1764630900000 implements MigrationInterface {
  name = 'Erasures1764630900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "erasure" (
      "id" varchar NOT NULL,
      "contact_id" varchar NOT NULL,
      "others" varchar NOT NULL,
      "subject" text,
      "sweep" varchar NOT NULL,
      "cursor" varchar,
      "until" varchar NOT NULL,
      "total" integer NOT NULL,
      "done" integer NOT NULL DEFAULT 0,
      "by_id" varchar,
      "by_name" varchar NOT NULL,
      "started_at" bigint NOT NULL,
      "ended_at" bigint,
      CONSTRAINT "pk_erasure" PRIMARY KEY ("id")
    )`);
    await runner.query('CREATE UNIQUE INDEX "uq_erasure_contact_id" ON "erasure" ("contact_id")');
    await runner.query('CREATE INDEX "ix_erasure_started_at_id" ON "erasure" ("started_at", "id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "erasure"');
  }
}
