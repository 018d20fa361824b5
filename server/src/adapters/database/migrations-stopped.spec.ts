import 'reflect-metadata';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ENTITIES } from '../../app/entities.js';
import { freshDatabaseUrl, MemoryLog, TEST_DIALECT } from '../../../test/support/database.js';
import { MIGRATIONS } from './migrations/index.js';
import { openDatabase, type DatabaseOptions } from './open.js';

type Migration = NonNullable<DatabaseOptions['migrations']>[number];
type Look = (runner: QueryRunner) => Promise<unknown>;

let fresh: Awaited<ReturnType<typeof freshDatabaseUrl>>;
beforeEach(async () => {
  fresh = await freshDatabaseUrl();
});
afterEach(() => fresh.remove());

const migrate = async (migrations: readonly Migration[]): Promise<void> => {
  const onFatal = (error: unknown): never => {
    throw error;
  };
  const database = await openDatabase({
    ...fresh,
    entities: ENTITIES,
    log: new MemoryLog(),
    onFatal,
    migrations: [...migrations],
  });
  await database.close();
};

/** The same migration, which has `look` look after each of its statements. */
function watched(migration: Migration, look: Look): Migration {
  return class extends (migration as new () => MigrationInterface) {
    override async up(runner: QueryRunner): Promise<void> {
      const { query } = runner;
      runner.query = (async (...args: Parameters<QueryRunner['query']>) => {
        const answer: unknown = await query.apply(runner, args);
        runner.query = query;
        await look(runner);
        runner.query = spied;
        return answer;
      }) as QueryRunner['query'];
      const spied = runner.query;
      try {
        await super.up(runner);
      } finally {
        runner.query = query;
      }
    }
  };
}

/** What tells whether anything of it has become lasting: who is stopped here leaves what was before, as long as this stays the same. */
function whatLasts(): { look: Look; close(): void } {
  if (TEST_DIALECT === 'postgres')
    return { look: (runner) => runner.query('SELECT pg_current_xact_id()::text AS id'), close: () => undefined };
  const outside = new BetterSqlite3(fresh.url);
  const look: Look = async () => [outside.pragma('data_version'), outside.prepare('SELECT name FROM sqlite_master').all()];
  return { look, close: () => outside.close() };
}

test('a migration that is stopped after any of its statements leaves what was there before (F25)', async () => {
  const lasting = whatLasts();
  const states: string[] = [];
  const look: Look = async (runner) => void states.push(JSON.stringify(await lasting.look(runner)));
  await migrate(MIGRATIONS.map((migration) => watched(migration, look)));
  lasting.close();
  // Each migration has at least one, and all of all are of one transaction.
  expect(states.length).toBeGreaterThan(MIGRATIONS.length);
  expect(new Set(states).size).toBe(1);
});

test('that they are caught which make their statements last one by one', async () => {
  const lasting = whatLasts();
  class Hasty1799000000000 implements MigrationInterface {
    name = 'Hasty1799000000000';
    async up(runner: QueryRunner): Promise<void> {
      await runner.query('CREATE TABLE "first" ("id" varchar PRIMARY KEY)');
      await runner.query('COMMIT');
      await runner.query('BEGIN');
      await runner.query('CREATE TABLE "second" ("id" varchar PRIMARY KEY)');
    }
    async down(): Promise<void> {}
  }
  const states: string[] = [];
  const look: Look = async (runner) => void states.push(JSON.stringify(await lasting.look(runner)));
  await migrate([...MIGRATIONS, watched(Hasty1799000000000, look)]);
  lasting.close();
  expect(new Set(states).size).toBeGreaterThan(1);
});

test('it ends well when it is started again after it was stopped at its first, a middle and its last statement (F25)', async () => {
  let statements = 0;
  await migrate(MIGRATIONS.map((migration) => watched(migration, async () => void statements++)));
  await fresh.remove();
  fresh = await freshDatabaseUrl();
  for (const stop of [1, Math.ceil(statements / 3), Math.ceil((2 * statements) / 3), statements]) {
    let seen = 0;
    const stopping: Look = async () => {
      if (++seen === stop) throw new Error(`stopped at ${stop}`);
    };
    await expect(migrate(MIGRATIONS.map((migration) => watched(migration, stopping)))).rejects.toThrow(`stopped at ${stop}`);
  }
  await migrate(MIGRATIONS);
});
