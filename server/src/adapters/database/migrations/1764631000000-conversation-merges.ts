import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations that became one, or were split, and the way back (N12). */
export class ConversationMerges1764631000000 implements MigrationInterface {
  name = 'ConversationMerges1764631000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "conversation" ADD COLUMN "merged_into_id" varchar');
    await runner.query(
      'CREATE INDEX "ix_conversation_merged_into_id" ON "conversation" ("merged_into_id") WHERE "merged_into_id" IS NOT NULL',
    );
    await runner.query(`CREATE TABLE "conversation_merge" (
      "id" varchar NOT NULL,
      "kind" varchar NOT NULL,
      "into_id" varchar NOT NULL,
      "from_id" varchar NOT NULL,
      "before" text NOT NULL,
      "moved" text NOT NULL,
      "by_id" varchar,
      "by_name" varchar NOT NULL,
      "undone_at" bigint,
      "created_at" bigint NOT NULL,
      CONSTRAINT "pk_conversation_merge" PRIMARY KEY ("id")
    )`);
    await runner.query('CREATE INDEX "ix_conversation_merge_into_id" ON "conversation_merge" ("into_id")');
    await runner.query('CREATE INDEX "ix_conversation_merge_from_id" ON "conversation_merge" ("from_id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "conversation_merge"');
    await runner.query('DROP INDEX "ix_conversation_merged_into_id"');
    await runner.query('ALTER TABLE "conversation" DROP COLUMN "merged_into_id"');
  }
}
