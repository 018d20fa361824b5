import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of the agents is who elsewhere, so that a plugin may act in his name (architecture 2.3 reason 9). */
export class LinkedAccounts1764600000000 implements MigrationInterface {
  name = 'LinkedAccounts1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "linked_account"');
  }
}

const STATEMENTS = [
  `CREATE TABLE "linked_account" (
      "id" varchar NOT NULL,
      "user_id" varchar NOT NULL,
      "responder_id" varchar NOT NULL,
      "kind" varchar NOT NULL,
      "value" varchar NOT NULL,
      "name" varchar NOT NULL,
      "created_at" bigint NOT NULL,
      CONSTRAINT "pk_linked_account" PRIMARY KEY ("id")
    )`,
  `CREATE UNIQUE INDEX "uq_linked_account" ON "linked_account" ("responder_id", "kind", "value")`,
  `CREATE INDEX "ix_linked_account_user_id" ON "linked_account" ("user_id")`,
];
