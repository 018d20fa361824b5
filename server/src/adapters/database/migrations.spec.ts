import 'reflect-metadata';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { ENTITIES } from '../../app/entities.js';
import { freshDatabaseUrl, MemoryLog, testCtx } from '../../../test/support/database.js';
import { MIGRATIONS } from './migrations/index.js';
import { openDatabase, type DatabaseOptions, type OpenDatabase } from './open.js';

let fresh: Awaited<ReturnType<typeof freshDatabaseUrl>>;
beforeEach(async () => {
  fresh = await freshDatabaseUrl();
});
afterEach(async () => {
  await fresh.remove();
});

const open = (options: Partial<DatabaseOptions> = {}): Promise<OpenDatabase> =>
  openDatabase({
    ...fresh,
    entities: ENTITIES,
    log: new MemoryLog(),
    onFatal: (error) => {
      throw error;
    },
    ...options,
  });

class HalfWay1799000000000 implements MigrationInterface {
  name = 'HalfWay1799000000000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "half" ("id" varchar PRIMARY KEY)`);
    await runner.query(`INSERT INTO "half" VALUES ('x')`);
    await runner.query(`SELECT no_such_thing()`);
  }
  async down(): Promise<void> {}
}

class Later1799000000000 implements MigrationInterface {
  name = 'Later1799000000000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "later" ("id" varchar PRIMARY KEY)`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "later"`);
  }
}

test('the schema that the migrations make is the one that the entities describe', async () => {
  const database = await open();
  const { upQueries } = await database.writer.driver.createSchemaBuilder().log();
  expect(upQueries.map((query) => query.query)).toEqual([]);
  await database.close();
});

test('partial indexes of the schema are those of the entities, which TypeORM does not compare', async () => {
  const database = await open();
  const partial = database.writer.entityMetadatas
    .flatMap((entity) => entity.indices)
    .filter((index) => index.where)
    .map((index) => index.name);
  const sql =
    database.dialect === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'`
      : `SELECT indexname AS name FROM pg_indexes WHERE indexdef LIKE '% WHERE %' AND schemaname = 'public'`;
  const rows = await database.uow.reader.query<{ name: string }>(sql);
  expect(rows.map((row) => row.name).toSorted()).toEqual(partial.toSorted());
  await database.close();
});

test('up, down and up again', async () => {
  // Nobody else is at work in it: what follows the journal would look for its table while that is away.
  const opened = await open();
  const { options } = opened.writer;
  await opened.close();
  const writer = await new DataSource(options).initialize();
  const runner = writer.createQueryRunner();
  const tables = async (): Promise<string[]> =>
    (
      (await runner.query(
        options.type === 'better-sqlite3'
          ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
          : `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
      )) as { name: string }[]
    )
      .map((row) => row.name)
      .filter((name) => name !== 'migrations')
      .toSorted();
  const before = await tables();
  expect(before).toContain('conversation');
  // As the product runs them: in one transaction, which may take its time.
  if (options.type === 'postgres') for (const what of ['statement', 'lock']) await runner.query(`SET ${what}_timeout = 0`);
  await runner.startTransaction();
  for (const migration of writer.migrations.toReversed()) await migration.down(runner);
  expect(await tables()).toEqual([]);
  for (const migration of writer.migrations) await migration.up(runner);
  await runner.commitTransaction();
  expect(await tables()).toEqual(before);
  await runner.release();
  await writer.destroy();
});

test('a migration that fails half-way is rolled back, says so in one sentence, and the old version goes on', async () => {
  const old = await open();
  await old.uow.run(testCtx(), (tx) =>
    tx.execute(`INSERT INTO contact (id, fields, created_at, updated_at) VALUES ('c', '{}', 1, 1)`),
  );
  await old.close();
  await expect(open({ migrations: [...MIGRATIONS, HalfWay1799000000000] })).rejects.toThrow(
    /^A migration of the database failed and was rolled back, nothing was changed: .*no_such_thing/,
  );
  const again = await open();
  expect(await again.uow.reader.query('SELECT id FROM contact')).toEqual([{ id: 'c' }]);
  await expect(again.uow.reader.query('SELECT id FROM half')).rejects.toThrow();
  await again.close();
});

test('a database of a newer version is refused, and left alone', async () => {
  const newer = await open({ migrations: [...MIGRATIONS, Later1799000000000] });
  await newer.close();
  await expect(open()).rejects.toThrow('changed by a newer version of Balie (Later1799000000000)');
  await (await open({ migrations: [...MIGRATIONS, Later1799000000000] })).close();
});

test('five processes that start at once on an empty database run each migration once', async () => {
  const opened = await Promise.all(Array.from({ length: 5 }, () => open()));
  const rows = await opened[0]!.uow.reader.query<{ name: string }>('SELECT name FROM migrations');
  expect(rows.map((row) => row.name)).toEqual(MIGRATIONS.map((migration) => new migration().name));
  await Promise.all(opened.map((database) => database.close()));
});

test('an address that is none is refused with a sentence', async () => {
  await expect(open({ url: 'mysql://root@localhost/x' })).rejects.toThrow('DATABASE_URL must begin with postgres://');
  await expect(open({ url: 'postgres://postgres@127.0.0.1:1/x' })).rejects.toThrow(
    "PostgreSQL can't be reached at the address in DATABASE_URL",
  );
});
