import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What inboxes answer by themselves and when they work (R-LOOP-1 to 4), and what is known of addresses that did not take our mail (R-BNC-6, R-ARF-1). */
export class Acknowledgements1764230000000 implements MigrationInterface {
  name = 'Acknowledgements1764230000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['address_trouble', 'acknowledged_item', 'acknowledged_sender', 'acknowledgement', 'working_hours'])
      await runner.query(`DROP TABLE "${table}"`);
  }
}

const TABLES = [
  `CREATE TABLE "working_hours" (
      "inbox_id" varchar NOT NULL,
      "time_zone" varchar NOT NULL,
      "slots" text NOT NULL,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_working_hours" PRIMARY KEY ("inbox_id")
    )`,
  `CREATE TABLE "acknowledgement" (
      "inbox_id" varchar NOT NULL,
      "mode" varchar NOT NULL,
      "subject" varchar NOT NULL,
      "text" text NOT NULL,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_acknowledgement" PRIMARY KEY ("inbox_id")
    )`,
  `CREATE TABLE "acknowledged_sender" (
      "inbox_id" varchar NOT NULL,
      "kind" varchar NOT NULL,
      "value_key" varchar NOT NULL,
      "at" bigint NOT NULL,
      CONSTRAINT "pk_acknowledged_sender" PRIMARY KEY ("inbox_id", "kind", "value_key")
    )`,
  `CREATE TABLE "acknowledged_item" (
      "key" varchar NOT NULL,
      "at" bigint NOT NULL,
      CONSTRAINT "pk_acknowledged_item" PRIMARY KEY ("key")
    )`,
  `CREATE TABLE "address_trouble" (
      "kind" varchar NOT NULL,
      "value_key" varchar NOT NULL,
      "trouble" varchar NOT NULL,
      "value" varchar NOT NULL,
      "reason" text,
      "message_id" varchar NOT NULL,
      "at" bigint NOT NULL,
      CONSTRAINT "pk_address_trouble" PRIMARY KEY ("kind", "value_key", "trouble")
    )`,
];

const INDEXES = [
  `CREATE INDEX "ix_acknowledged_sender_at" ON "acknowledged_sender" ("at")`,
  `CREATE INDEX "ix_acknowledged_item_at" ON "acknowledged_item" ("at")`,
];
