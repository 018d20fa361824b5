import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabaseUrl, TEST_DIALECT } from '../support/database.js';
import { seedOfRun } from './random.js';
import { ledgerRun } from './run.js';

const seed = seedOfRun();
let database: Awaited<ReturnType<typeof freshDatabaseUrl>>;

beforeAll(async () => {
  database = await freshDatabaseUrl();
});
afterAll(() => database.remove());

/** Reliability 1.4 on the database that BALIE_TEST_DATABASE names: the server is killed while mails and words of visitors come in and replies go out. */
describe(`ledger, seed ${seed} (LEDGER_SEED repeats it)`, () => {
  it('keeps everything that was acknowledged exactly once and sends nothing twice when it is killed at random points', async () => {
    const verdict = await ledgerRun({ build: 'dist', seed, kills: 4, visitors: true, env: serverEnv() });
    process.stdout.write(`seed=${seed} ${verdict.line}\n`);
    expect(verdict.wrong).toEqual([]);
  }, 900_000);
});

/** SQLite lies in the data folder by itself; PostgreSQL comes with Redis, whose loss loses nothing. */
function serverEnv(): Record<string, string> {
  if (TEST_DIALECT === 'sqlite') return {};
  const redis = process.env.BALIE_TEST_REDIS_URL;
  return { DATABASE_URL: database.url, ...(redis ? { REDIS_URL: redis, BALIE_REDIS_PREFIX: `balie-ledger-${seed}` } : {}) };
}
