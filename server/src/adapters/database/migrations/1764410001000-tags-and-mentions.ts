import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words that conversations are sorted by, and who was called into one (S64). */
export class TagsAndMentions1764410001000 implements MigrationInterface {
  name = 'TagsAndMentions1764410001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['mention', 'conversation_tag', 'tag']) await runner.query(`DROP TABLE "${table}"`);
  }
}

const STATEMENTS = [
  `CREATE TABLE "tag" (
    "id" varchar NOT NULL,
    "name" varchar NOT NULL,
    "name_key" varchar NOT NULL,
    "color" varchar NOT NULL,
    "created_at" bigint NOT NULL,
    "updated_at" bigint NOT NULL,
    "version" integer NOT NULL DEFAULT 1,
    CONSTRAINT "pk_tag" PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "uq_tag_name_key" ON "tag" ("name_key")`,
  `CREATE TABLE "conversation_tag" (
    "conversation_id" varchar NOT NULL,
    "tag_id" varchar NOT NULL,
    CONSTRAINT "pk_conversation_tag" PRIMARY KEY ("conversation_id", "tag_id")
  )`,
  `CREATE INDEX "ix_conversation_tag_tag_id" ON "conversation_tag" ("tag_id")`,
  `CREATE TABLE "mention" (
    "id" varchar NOT NULL,
    "user_id" varchar NOT NULL,
    "conversation_id" varchar NOT NULL,
    "message_id" varchar NOT NULL,
    "by_id" varchar,
    "by_name" varchar NOT NULL,
    "created_at" bigint NOT NULL,
    "seen_at" bigint,
    CONSTRAINT "pk_mention" PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "uq_mention_user_id_message_id" ON "mention" ("user_id", "message_id")`,
  `CREATE INDEX "ix_mention_user_id_id" ON "mention" ("user_id", "id")`,
  `CREATE INDEX "ix_mention_user_id_unseen" ON "mention" ("user_id", "conversation_id") WHERE "seen_at" IS NULL`,
  `CREATE INDEX "ix_mention_conversation_id_user_id" ON "mention" ("conversation_id", "user_id")`,
];
