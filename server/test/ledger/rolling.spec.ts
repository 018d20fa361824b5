import 'reflect-metadata';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { MIGRATIONS } from '../../src/adapters/database/migrations/index.js';
import { openRaw } from '../../src/adapters/database/raw/open-raw.js';
import { freshDatabaseUrl, TEST_DIALECT } from '../support/database.js';
import { freshRedisPrefix, TEST_REDIS_URL } from '../support/redis.js';
import { until } from '../support/until.js';
import { Fleet } from './fleet.js';
import { Follower } from './follower.js';
import { buildBefore, type OlderBuild } from './older-build.js';
import { Random, seedOfRun } from './random.js';
import { heal } from './run.js';
import { Traffic } from './traffic.js';
import { Visitors } from './visitors.js';
import { openWorld } from './world.js';

const seed = seedOfRun();
const LAST = MIGRATIONS.map((Migration) => new Migration().name).at(-1) ?? '';

async function hasRun(url: string): Promise<boolean> {
  const database = await openRaw(url, '');
  try {
    return (await database.migrations()).includes(LAST);
  } finally {
    await database.close();
  }
}

/** Two processes behind a proxy on one PostgreSQL with Redis, of which one after the other is replaced. */
function suite(): void {
  const { prefix, forget } = freshRedisPrefix();
  let database: Awaited<ReturnType<typeof freshDatabaseUrl>>;
  let older: OlderBuild;
  beforeAll(async () => {
    database = await freshDatabaseUrl();
    older = await buildBefore(LAST);
  });
  afterAll(async () => {
    older.remove();
    await database.remove();
    await forget();
  });

  it(`loses nothing and doubles nothing while the build before ${LAST} and today's are side by side (seed ${seed})`, async () => {
    const random = new Random(seed);
    const shared = { databaseUrl: database.url, redisUrl: TEST_REDIS_URL, redisPrefix: prefix };
    const make = (folder: string): Promise<Fleet> =>
      Fleet.open(2, older.dist, { BALIE_DATA_DIR: path.join(folder, 'data') }, shared);
    const world = await openWorld(random, { make, dropShare: 0.05 });
    const fleet = world.server;
    const follower = new Follower(fleet.url, { cookie: world.client.cookie, origin: fleet.url });
    try {
      const visitors = await Visitors.come(
        world,
        random,
        fleet.members.map(({ process }) => process.url),
      );
      const traffic = new Traffic(world, random);
      await Promise.all([traffic.acknowledged(5), visitors.saidToEach(3)]);
      expect(await hasRun(database.url)).toBe(false);
      for (const place of [0, 1]) {
        // Mails, replies and visitors go on: the first of today's runs the migration while the other is still at work.
        await fleet.replace(place, 'dist');
        expect(await hasRun(database.url)).toBe(true);
        await Promise.all([traffic.acknowledged(10), visitors.saidToEach(10)]);
      }
      await visitors.stop();
      const verdict = await heal(world, traffic, {});
      process.stdout.write(`seed=${seed} from ${older.what}: ${verdict.line} said=${visitors.answered.join('+')}\n`);
      expect(verdict.wrong).toEqual([]);
      const before = follower.last;
      await world.client.graphql('mutation { inboxSave(input: { name: "After it" }) { userErrors { message } } }');
      await until(() => follower.last > before, { what: 'a change in today’s build', deadlineMs: 60_000 });
      expect(follower.refused).toBeNull();
    } finally {
      await follower.stop();
      await world.stop();
      await fleet.close();
    }
  }, 600_000);
}

describe('a rolling deploy', () => {
  if (TEST_DIALECT === 'postgres') suite();
  else test('is for PostgreSQL: this run has SQLite, which one process owns', () => expect(TEST_DIALECT).toBe('sqlite'));
});
