import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshRedisPrefix, TEST_REDIS_URL } from '../../../test/support/redis.js';
import { until } from '../../../test/support/until.js';
import { Attempts } from '../../features/auth/index.js';
import { Limits } from '../../kernel/limits.js';
import { RedisLimits } from './redis-limits.js';

const { prefix, forget } = freshRedisPrefix();
const made: RedisLimits[] = [];
const onRedis = (url = TEST_REDIS_URL): RedisLimits => {
  const limits = new RedisLimits(url, prefix);
  made.push(limits);
  return limits;
};
let processes: Attempts[];
beforeAll(async () => {
  const [one, other] = [onRedis(), onRedis()];
  processes = [new Attempts(one), new Attempts(other)];
  // Connected, so that nothing is counted beside it.
  for (const limits of [one, other])
    await until(async () => {
      await limits.of('probe', { points: 1_000, duration: 60 }).consume('x');
      return (await other.of('probe', { points: 1_000, duration: 60 }).get('x'))?.consumedPoints ?? false;
    }, 'Redis');
});
afterAll(async () => {
  for (const limits of made) await limits.onApplicationShutdown();
  await forget();
});

/** How many guesses are let through, one after the other at each of these. */
async function letThrough(at: readonly Attempts[], account: string): Promise<number> {
  for (let n = 0; n < 100; n++) {
    try {
      await at[n % at.length]!.count(`203.0.113.${n}`, account);
    } catch (error) {
      expect(error).toMatchObject({ code: 'LIMIT' });
      return n;
    }
  }
  return 100;
}

test('two processes count guesses together, and what was right is forgotten in both', async () => {
  expect(await letThrough(processes, 'olga@team.example')).toBe(10);
  await processes[1]!.succeeded('203.0.113.1', 'olga@team.example');
  expect(await letThrough(processes, 'olga@team.example')).toBe(10);
});

test('while Redis is away each counts by itself, and goes on refusing (O17)', async () => {
  expect(await letThrough([new Attempts(onRedis('redis://127.0.0.1:1'))], 'bob@team.example')).toBe(10);
  expect(await letThrough([new Attempts(new Limits())], 'bob@team.example')).toBe(10);
});
