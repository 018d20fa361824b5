import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-in with a company's OpenID Connect provider, and sign-ins that are under way (N9). */
export class SignInProviders1764652000000 implements MigrationInterface {
  name = 'SignInProviders1764652000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "sign_in_provider" (
      "id" varchar NOT NULL,
      "active" boolean NOT NULL,
      "issuer" varchar NOT NULL,
      "client_id" varchar NOT NULL,
      "client_secret" varchar,
      "button" varchar NOT NULL,
      "domains" text NOT NULL,
      "new_people" boolean NOT NULL,
      "seat" varchar NOT NULL,
      "trust_email" boolean NOT NULL,
      "second_step_values" text NOT NULL,
      "passwords_off" boolean NOT NULL,
      "created_at" bigint NOT NULL,
      "updated_at" bigint NOT NULL,
      "version" integer NOT NULL DEFAULT 1,
      CONSTRAINT "pk_sign_in_provider" PRIMARY KEY ("id")
    )`);
    await runner.query(`CREATE TABLE "sign_in_identity" (
      "id" varchar NOT NULL,
      "user_id" varchar NOT NULL,
      "issuer" varchar NOT NULL,
      "subject" varchar NOT NULL,
      "email" varchar,
      "created_at" bigint NOT NULL,
      "last_used_at" bigint NOT NULL,
      CONSTRAINT "pk_sign_in_identity" PRIMARY KEY ("id")
    )`);
    await runner.query('CREATE UNIQUE INDEX "uq_sign_in_identity_issuer_subject" ON "sign_in_identity" ("issuer", "subject")');
    await runner.query('CREATE UNIQUE INDEX "uq_sign_in_identity_user_id_issuer" ON "sign_in_identity" ("user_id", "issuer")');
    await runner.query(`CREATE TABLE "sign_in_challenge" (
      "secret_hash" varchar NOT NULL,
      "kind" varchar NOT NULL,
      "data" varchar NOT NULL,
      "expires_at" bigint NOT NULL,
      CONSTRAINT "pk_sign_in_challenge" PRIMARY KEY ("secret_hash")
    )`);
    await runner.query('CREATE INDEX "ix_sign_in_challenge_expires_at" ON "sign_in_challenge" ("expires_at")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "sign_in_challenge"');
    await runner.query('DROP TABLE "sign_in_identity"');
    await runner.query('DROP TABLE "sign_in_provider"');
  }
}
