import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';

/** The Redis of the tests. */
export const TEST_REDIS_URL = process.env.BALIE_TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

/** A prefix that nobody else uses; `forget` removes what lies under it, and nothing else. */
export function freshRedisPrefix(): { prefix: string; forget(): Promise<number> } {
  const prefix = `balie_test_${randomBytes(8).toString('hex')}`;
  const forget = async (): Promise<number> => {
    const client = new Redis(TEST_REDIS_URL);
    try {
      const keys = await client.keys(`${prefix}*`);
      return keys.length > 0 ? await client.del(...keys) : 0;
    } finally {
      client.disconnect();
    }
  };
  return { prefix, forget };
}
