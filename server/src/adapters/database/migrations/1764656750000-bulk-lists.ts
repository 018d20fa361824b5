import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of whole lists of contacts and records go the way of those of whole views (U6, U16). */
export class BulkLists1764656750000 implements MigrationInterface {
  name = 'BulkLists1764656750000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "bulk_change" ADD COLUMN "kind" varchar NOT NULL DEFAULT 'CONVERSATIONS'`);
    await runner.query('DROP INDEX "ix_bulk_change_item_conversation_id"');
    await runner.query('ALTER TABLE "bulk_change_item" RENAME COLUMN "conversation_id" TO "node_id"');
    await runner.query('CREATE INDEX "ix_bulk_change_item_node_id" ON "bulk_change_item" ("node_id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_bulk_change_item_node_id"');
    await runner.query('ALTER TABLE "bulk_change_item" RENAME COLUMN "node_id" TO "conversation_id"');
    await runner.query('CREATE INDEX "ix_bulk_change_item_conversation_id" ON "bulk_change_item" ("conversation_id")');
    await runner.query('ALTER TABLE "bulk_change" DROP COLUMN "kind"');
  }
}
