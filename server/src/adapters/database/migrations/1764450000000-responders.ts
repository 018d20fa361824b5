import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What plugins do by themselves: responders, how far they have read the journal, and which of them holds a conversation (architecture 2.3). */
export class Responders1764450000000 implements MigrationInterface {
  name = 'Responders1764450000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "responder"');
    await runner.query('ALTER TABLE "conversation" DROP COLUMN "bot_id"');
  }
}

const STATEMENTS = [
  `CREATE TABLE "responder" (
      "id" varchar NOT NULL,
      "plugin_id" varchar NOT NULL,
      "type" varchar NOT NULL,
      "name" varchar NOT NULL,
      "inbox_ids" text NOT NULL,
      "settings" text NOT NULL,
      "settings_version" integer NOT NULL DEFAULT 1,
      "secrets" text,
      "active" boolean NOT NULL,
      "state_message" text,
      "position" bigint NOT NULL,
      "created_at" bigint NOT NULL,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_responder" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "ix_responder_plugin_id" ON "responder" ("plugin_id")`,
  `ALTER TABLE "conversation" ADD COLUMN "bot_id" varchar`,
];
