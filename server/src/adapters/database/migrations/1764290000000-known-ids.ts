import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail is looked for by the ids that it names in all channels at once, so that the look-up does not grow with their number. */
export class KnownIds1764290000000 implements MigrationInterface {
  name = 'KnownIds1764290000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "ix_external_id_external_id" ON "external_id" ("external_id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_external_id_external_id"');
  }
}
