import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was deleted for ever leaves a hash, so that it does not come back (S29), and is found by what it leaves behind: ledger and files. */
export class Trash1764410000000 implements MigrationInterface {
  name = 'Trash1764410000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "tombstone" (
        "hash" varchar NOT NULL,
        "created_at" bigint NOT NULL,
        CONSTRAINT "pk_tombstone" PRIMARY KEY ("hash")
      )`,
    );
    for (const [name, on, where] of INDEXES) await runner.query(`CREATE INDEX "${name}" ON ${on} WHERE ${where}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of INDEXES) await runner.query(`DROP INDEX "${name}"`);
    await runner.query('DROP TABLE "tombstone"');
  }
}

const INDEXES = [
  ['ix_conversation_placement_placed_at_id', '"conversation" ("placement", "placed_at", "id")', '"placed_at" IS NOT NULL'],
  ['ix_inbound_item_conversation_id', '"inbound_item" ("conversation_id")', '"conversation_id" IS NOT NULL'],
  ['ix_inbound_item_raw_hash', '"inbound_item" ("raw_hash")', '"raw_hash" IS NOT NULL'],
  ['ix_message_raw_hash', '"message" ("raw_hash")', '"raw_hash" IS NOT NULL'],
  ['ix_attachment_hash', '"attachment" ("hash")', '"hash" IS NOT NULL'],
] as const;
