import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The domain of each mail address, by which the people of a company are found. */
export class IdentityDomain1764440200000 implements MigrationInterface {
  name = 'IdentityDomain1764440200000';

  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    const domain = sqlite ? `substr("value_key", instr("value_key", '@') + 1)` : `split_part("value_key", '@', 2)`;
    await runner.query('ALTER TABLE "contact_identity" ADD COLUMN "domain" varchar');
    await runner.query(`UPDATE "contact_identity" SET "domain" = ${domain} WHERE "kind" = 'email' AND "value_key" LIKE '%@%'`);
    await runner.query('CREATE INDEX "ix_contact_identity_domain_contact_id" ON "contact_identity" ("domain", "contact_id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_contact_identity_domain_contact_id"');
    await runner.query('ALTER TABLE "contact_identity" DROP COLUMN "domain"');
  }
}
