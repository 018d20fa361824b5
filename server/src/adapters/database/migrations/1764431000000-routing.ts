import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How inboxes hand out their conversations, what was decided about each, and what waits in line (S2, S69, D16 to D19, N13, G8 52, G8 53). */
export class Routing1764431000000 implements MigrationInterface {
  name = 'Routing1764431000000';

  async up(runner: QueryRunner): Promise<void> {
    const no = runner.dataSource.options.type === 'better-sqlite3' ? '0' : 'false';
    await runner.query('ALTER TABLE "conversation" ADD COLUMN "queued_at" bigint');
    await runner.query(`CREATE TABLE "routing_rule" (
      "inbox_id" varchar NOT NULL,
      "channel_id" varchar NOT NULL,
      "mode" varchar NOT NULL,
      "strategy" varchar NOT NULL,
      "agent_ids" text NOT NULL,
      "team_ids" text NOT NULL,
      "capacity" integer,
      "reroute" boolean NOT NULL DEFAULT ${no},
      "last_agent_id" varchar,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_routing_rule" PRIMARY KEY ("inbox_id", "channel_id")
    )`);
    await runner.query(`CREATE TABLE "routing_decision" (
      "id" varchar NOT NULL,
      "conversation_id" varchar NOT NULL,
      "occasion" varchar NOT NULL,
      "mode" varchar NOT NULL,
      "strategy" varchar NOT NULL,
      "outcome" varchar NOT NULL,
      "agent_id" varchar,
      "except_id" varchar,
      "candidates" text NOT NULL,
      "at" bigint NOT NULL,
      CONSTRAINT "pk_routing_decision" PRIMARY KEY ("id")
    )`);
    for (const statement of INDEXES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['ix_inbox_count_scope_key', 'ix_conversation_queued']) await runner.query(`DROP INDEX "${index}"`);
    await runner.query('DROP TABLE "routing_decision"');
    await runner.query('DROP TABLE "routing_rule"');
    await runner.query('ALTER TABLE "conversation" DROP COLUMN "queued_at"');
  }
}

const INDEXES = [
  `CREATE INDEX "ix_routing_decision_conversation_id_id" ON "routing_decision" ("conversation_id", "id")`,
  `CREATE INDEX "ix_conversation_queued" ON "conversation" ("inbox_id", "queued_at", "id") WHERE "queued_at" IS NOT NULL`,
  `CREATE INDEX "ix_inbox_count_scope_key" ON "inbox_count" ("scope", "key")`,
];
