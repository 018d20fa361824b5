import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did what when. The database itself refuses to change or delete an entry (G9). */
export class Audit1764421000000 implements MigrationInterface {
  name = 'Audit1764421000000';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    for (const statement of [...STATEMENTS, ...(postgres ? POSTGRES_GUARD : SQLITE_GUARD)]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['audit_entry', 'audit_head']) await runner.query(`DROP TABLE "${table}"`);
    if (runner.connection.options.type === 'postgres') await runner.query('DROP FUNCTION audit_entry_is_kept()');
  }
}

const STATEMENTS = [
  `CREATE TABLE "audit_entry" (
      "id" varchar NOT NULL,
      "seq" bigint NOT NULL,
      "at" bigint NOT NULL,
      "actor_kind" varchar NOT NULL,
      "actor_id" varchar,
      "actor_name" varchar NOT NULL,
      "action" varchar NOT NULL,
      "object_id" varchar,
      "object_name" varchar,
      "names" varchar NOT NULL,
      "changes" text NOT NULL,
      "ip" varchar,
      "correlation_id" varchar NOT NULL,
      "hash" varchar NOT NULL,
      CONSTRAINT "pk_audit_entry" PRIMARY KEY ("id")
    )`,
  `CREATE UNIQUE INDEX "uq_audit_entry_seq" ON "audit_entry" ("seq")`,
  `CREATE INDEX "ix_audit_entry_actor_id_seq" ON "audit_entry" ("actor_id", "seq")`,
  `CREATE INDEX "ix_audit_entry_object_id_seq" ON "audit_entry" ("object_id", "seq")`,
  `CREATE INDEX "ix_audit_entry_action_seq" ON "audit_entry" ("action", "seq")`,
  `CREATE INDEX "ix_audit_entry_at" ON "audit_entry" ("at")`,
  `CREATE TABLE "audit_head" (
      "id" integer NOT NULL,
      "seq" bigint NOT NULL,
      "hash" varchar NOT NULL,
      CONSTRAINT "pk_audit_head" PRIMARY KEY ("id")
    )`,
  `INSERT INTO "audit_head" ("id", "seq", "hash") VALUES (1, 0, '')`,
];

const SQLITE_GUARD = ['UPDATE', 'DELETE'].map(
  (verb) => `CREATE TRIGGER "tr_audit_entry_${verb.toLowerCase()}" BEFORE ${verb} ON "audit_entry"
    BEGIN SELECT RAISE(ABORT, 'entries of the audit log are kept'); END`,
);

const POSTGRES_GUARD = [
  `CREATE FUNCTION audit_entry_is_kept() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'entries of the audit log are kept'; END $$`,
  `CREATE TRIGGER "tr_audit_entry" BEFORE UPDATE OR DELETE ON "audit_entry"
    FOR EACH ROW EXECUTE FUNCTION audit_entry_is_kept()`,
];
