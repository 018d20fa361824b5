import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is let in and what belongs together: rules about senders, switches of filter rules, links, and answers whose parent is not here yet. */
export class Rules1764120000000 implements MigrationInterface {
  name = 'Rules1764120000000';

  async up(runner: QueryRunner): Promise<void> {
    const no = runner.dataSource.options.type === 'better-sqlite3' ? '0' : 'false';
    for (const [table, column] of COLUMNS)
      await runner.query(`ALTER TABLE "${table}" ADD COLUMN ${column.replace('DEFAULT false', `DEFAULT ${no}`)}`);
    for (const statement of [...TABLES, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['awaited_message', 'conversation_link', 'sender_rule']) await runner.query(`DROP TABLE "${table}"`);
    for (const [table, column] of COLUMNS.toReversed())
      await runner.query(`ALTER TABLE "${table}" DROP COLUMN ${column.split(' ')[0]}`);
  }
}

const COLUMNS: readonly [string, string][] = [
  ['channel', '"filter_switches" text'],
  ['inbox', '"reopen_days" integer'],
  ['inbox', '"join_by_subject" boolean NOT NULL DEFAULT false'],
  ['inbound_item', '"sender" varchar'],
  ['inbound_item', '"subject" varchar'],
];

const TABLES = [
  `CREATE TABLE "sender_rule" (
      "id" varchar NOT NULL,
      "inbox_id" varchar NOT NULL,
      "kind" varchar NOT NULL,
      "identity_kind" varchar NOT NULL,
      "value" varchar NOT NULL,
      "value_key" varchar NOT NULL,
      "contact_id" varchar,
      "created_by_id" varchar,
      "created_by_name" varchar NOT NULL,
      "created_at" bigint NOT NULL,
      CONSTRAINT "pk_sender_rule" PRIMARY KEY ("id")
    )`,
  `CREATE TABLE "conversation_link" (
      "conversation_id" varchar NOT NULL,
      "other_id" varchar NOT NULL,
      "created_at" bigint NOT NULL,
      CONSTRAINT "pk_conversation_link" PRIMARY KEY ("conversation_id", "other_id")
    )`,
  `CREATE TABLE "awaited_message" (
      "channel_id" varchar NOT NULL,
      "external_id" varchar NOT NULL,
      "conversation_id" varchar NOT NULL,
      "created_at" bigint NOT NULL,
      CONSTRAINT "pk_awaited_message" PRIMARY KEY ("channel_id", "external_id", "conversation_id")
    )`,
];

const INDEXES = [
  `CREATE UNIQUE INDEX "uq_sender_rule_inbox_id_identity_kind_value_key" ON "sender_rule" ("inbox_id", "identity_kind", "value_key")`,
  `CREATE INDEX "ix_sender_rule_contact_id" ON "sender_rule" ("contact_id")`,
  `CREATE INDEX "ix_conversation_link_other_id" ON "conversation_link" ("other_id")`,
  `CREATE INDEX "ix_awaited_message_conversation_id" ON "awaited_message" ("conversation_id")`,
];
