import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A list of what has a file is read from an index, however many have none (S9, B4). */
export class ConversationFile1764656721000 implements MigrationInterface {
  name = 'ConversationFile1764656721000';

  async up(runner: QueryRunner): Promise<void> {
    const no = runner.dataSource.options.type === 'better-sqlite3' ? '0' : 'false';
    await runner.query(`ALTER TABLE "conversation" ADD COLUMN "has_file" boolean NOT NULL DEFAULT ${no}`);
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_conversation_file_inbox_id"');
    await runner.query('DROP INDEX "ix_conversation_file"');
    await runner.query('ALTER TABLE "conversation" DROP COLUMN "has_file"');
  }
}

const UP = [
  `UPDATE "conversation" SET "has_file" = true WHERE "id" IN (
    SELECT m."conversation_id" FROM "attachment" a JOIN "message" m ON m."id" = a."message_id" WHERE a."inline" = false)`,
  'CREATE INDEX "ix_conversation_file" ON "conversation" ("placement", "status", "last_message_at", "id") WHERE "has_file"',
  `CREATE INDEX "ix_conversation_file_inbox_id" ON "conversation" ("inbox_id", "placement", "status", "last_message_at", "id")
    WHERE "has_file"`,
];
