import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Webhooks out: who is told, and what became of each event (G13). */
export class Webhooks1764600100000 implements MigrationInterface {
  name = 'Webhooks1764600100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "webhook_delivery"');
    await runner.query('DROP TABLE "webhook"');
  }
}

const STATEMENTS = [
  `CREATE TABLE "webhook" (
      "id" varchar NOT NULL,
      "name" varchar NOT NULL,
      "url" text NOT NULL,
      "inbox_ids" text NOT NULL,
      "events" text NOT NULL,
      "active" boolean NOT NULL,
      "secrets" text NOT NULL,
      "position" bigint NOT NULL,
      "state_message" text,
      "created_at" bigint NOT NULL,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_webhook" PRIMARY KEY ("id")
    )`,
  `CREATE TABLE "webhook_delivery" (
      "id" varchar NOT NULL,
      "webhook_id" varchar NOT NULL,
      "event_id" varchar NOT NULL,
      "event_type" varchar NOT NULL,
      "line" varchar NOT NULL,
      "body" text NOT NULL,
      "state" varchar NOT NULL,
      "attempts" integer NOT NULL DEFAULT 0,
      "status" integer,
      "error" text,
      "next_attempt_at" bigint,
      "since" bigint NOT NULL,
      "created_at" bigint NOT NULL,
      "delivered_at" bigint,
      CONSTRAINT "pk_webhook_delivery" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "ix_webhook_delivery_webhook_id_id" ON "webhook_delivery" ("webhook_id", "id")`,
  `CREATE INDEX "ix_webhook_delivery_webhook_id_state_id" ON "webhook_delivery" ("webhook_id", "state", "id")`,
  `CREATE INDEX "ix_webhook_delivery_created_at" ON "webhook_delivery" ("created_at")`,
];
