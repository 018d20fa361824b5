import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { freshDatabaseUrl, TEST_DIALECT } from '../support/database.js';
import { freshRedisPrefix, TEST_REDIS_URL } from '../support/redis.js';
import { until } from '../support/until.js';
import { readChanges } from './client.js';
import { Fleet, type Member } from './fleet.js';
import { Follower } from './follower.js';
import { Random, seedOfRun } from './random.js';
import { heal } from './run.js';
import { Traffic } from './traffic.js';
import { openWorld } from './world.js';

const seed = seedOfRun();
/** Longer than a process holds a lease, so that others take over what it may still believe to be its own. */
const CUT_OFF_MS = 35_000;
const CUT_MS = 3_000;

type Fault = (fleet: Fleet) => Promise<void>;
const member = (fleet: Fleet, n: number): Member => fleet.members[n] as Member;

/** Each in its turn, while mails come in and replies go out. */
const FAULTS: Record<string, Fault> = {
  'a process is killed': async (fleet) => {
    await member(fleet, 0).process.kill();
    await member(fleet, 0).process.start();
  },
  'Redis is away': async ({ members }) => {
    for (const { redis } of members) redis.cut();
    await pause(CUT_MS);
    for (const { redis } of members) redis.heal();
  },
  'PostgreSQL is away': async ({ members }) => {
    for (const { database } of members) database.cut();
    await pause(CUT_MS);
    for (const { database } of members) database.heal();
  },
  'people are cut off': async ({ front }) => {
    front.cut();
    await pause(CUT_MS);
    front.heal();
  },
  'a process is cut off from all that it shares with the others': async (fleet) => {
    const { database, redis } = member(fleet, 1);
    database.cut();
    redis.cut();
    await pause(CUT_OFF_MS);
    database.heal();
    redis.heal();
  },
  'another process is killed': async (fleet) => {
    await member(fleet, 2).process.kill();
    await member(fleet, 2).process.start();
  },
};

/** Three processes behind a proxy on one PostgreSQL with Redis; SQLite is for one process and has no such suite. */
function suite(): void {
  const { prefix, forget } = freshRedisPrefix();
  let database: Awaited<ReturnType<typeof freshDatabaseUrl>>;
  beforeAll(async () => {
    database = await freshDatabaseUrl();
  });
  afterAll(async () => {
    await database.remove();
    await forget();
  });

  it(`loses nothing, doubles nothing, and clients go on, whatever of it fails in its turn (seed ${seed})`, async () => {
    const random = new Random(seed);
    const shared = { databaseUrl: database.url, redisUrl: TEST_REDIS_URL, redisPrefix: prefix };
    const make = (folder: string): Promise<Fleet> => Fleet.open(3, 'dist', { BALIE_DATA_DIR: path.join(folder, 'data') }, shared);
    const world = await openWorld(random, { make, dropShare: 0.05 });
    const follower = new Follower(world.server.url, { cookie: world.client.cookie, origin: world.server.url });
    try {
      const traffic = new Traffic(world, random);
      await traffic.acknowledged(5);
      for (const [what, fault] of Object.entries(FAULTS)) {
        const before = follower.cursors.length;
        await fault(world.server);
        await traffic.acknowledged(5);
        const more = () => follower.cursors.length > before;
        await until(more, { what: `changes after: ${what} (${follower.refused ?? 'not refused'})`, deadlineMs: 120_000 });
      }
      const verdict = await heal(world, traffic, {});
      process.stdout.write(`seed=${seed} ${verdict.line} sockets=${follower.opened}\n`);
      expect(verdict.wrong).toEqual([]);
      const all = await readChanges(world.client);
      await until(() => follower.last >= (all.at(-1) ?? 0), { what: 'the newest change', deadlineMs: 60_000 });
      expect(follower.cursors.slice(0, all.length)).toEqual(all);
      expect(follower.opened).toBeGreaterThan(1);
      expect(follower.refused).toBeNull();
    } finally {
      await follower.stop();
      await world.stop();
      await world.server.close();
    }
  }, 1_200_000);
}

describe('three processes behind a proxy', () => {
  if (TEST_DIALECT === 'postgres') suite();
  else test('are for PostgreSQL: this run has SQLite, which one process owns', () => expect(TEST_DIALECT).toBe('sqlite'));
});
