import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What sending needs: side threads, held and scheduled messages, whole drafts, and an inbox's signature and undo time (S30, D4, D5). */
export class Sending1764100000000 implements MigrationInterface {
  name = 'Sending1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    const no = runner.dataSource.options.type === 'better-sqlite3' ? '0' : 'false';
    for (const [table, columns] of COLUMNS)
      for (const column of columns)
        await runner.query(`ALTER TABLE "${table}" ADD COLUMN ${column.replace('DEFAULT false', `DEFAULT ${no}`)}`);
    await runner.query(OUTBOX_INDEX);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_message_outbox"');
    for (const [table, columns] of COLUMNS.toReversed())
      for (const column of columns.toReversed()) await runner.query(`ALTER TABLE "${table}" DROP COLUMN ${column.split(' ')[0]}`);
  }
}

const COLUMNS: readonly [string, readonly string[]][] = [
  ['thread', [`"purpose" varchar NOT NULL DEFAULT 'CUSTOMER'`]],
  ['inbox', ['"signature_html" text', '"signature_text" text', '"undo_seconds" integer NOT NULL DEFAULT 10']],
  ['draft', ['"recipients" text', '"subject" varchar', '"upload_ids" text', '"message_id" varchar', '"inbox_id" varchar']],
  ['message', ['"side" boolean NOT NULL DEFAULT false', '"send_at" bigint', '"forward_of_id" varchar']],
];

const OUTBOX_INDEX = `CREATE INDEX "ix_message_outbox" ON "message" ("delivery_status", "id")
  WHERE "delivery_status" IN ('HELD', 'QUEUED', 'SENDING', 'DEFERRED', 'UNCERTAIN', 'FAILED', 'BOUNCED')`;
