import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys (N9). */
export class Passkeys1764652100000 implements MigrationInterface {
  name = 'Passkeys1764652100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "passkey" (
      "id" varchar NOT NULL,
      "user_id" varchar NOT NULL,
      "credential_id" varchar NOT NULL,
      "public_key" varchar NOT NULL,
      "counter" bigint NOT NULL,
      "name" varchar NOT NULL,
      "created_at" bigint NOT NULL,
      "last_used_at" bigint,
      CONSTRAINT "pk_passkey" PRIMARY KEY ("id")
    )`);
    await runner.query('CREATE UNIQUE INDEX "uq_passkey_credential_id" ON "passkey" ("credential_id")');
    await runner.query('CREATE INDEX "ix_passkey_user_id" ON "passkey" ("user_id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "passkey"');
  }
}
