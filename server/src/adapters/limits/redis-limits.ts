import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterRedis } from 'rate-limiter-flexible';
import { type Allowance, Limits } from '../../kernel/limits.js';

/** Counts over all processes of an installation; each by itself while Redis is away, never not at all (O17). */
export class RedisLimits extends Limits {
  private readonly client: Redis;

  constructor(
    redisUrl: string,
    private readonly prefix: string,
    onError: (error: unknown) => void = () => undefined,
  ) {
    super();
    // What can not be counted there now is counted here: nobody waits for a Redis that is away, or that hangs.
    const impatient = { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 1_000, disconnectTimeout: 100 };
    this.client = new Redis(redisUrl, { ...impatient, retryStrategy: (times) => Math.min(times * 100, 2_000) });
    this.client.on('error', onError);
  }

  override of(name: string, allowance: Allowance): RateLimiterAbstract {
    return new RateLimiterRedis({
      storeClient: this.client,
      keyPrefix: `${this.prefix}:limit:${name}`,
      rejectIfRedisNotReady: true,
      insuranceLimiter: super.of(name, allowance),
      ...allowance,
    });
  }

  /** Called by the application as its last act. */
  async onApplicationShutdown(): Promise<void> {
    this.client.disconnect();
  }
}
