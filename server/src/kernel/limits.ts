import { type RateLimiterAbstract, RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** How often something may happen. */
export interface Allowance {
  points: number;
  /** In seconds, from the first time on. */
  duration: number;
}

/** Counts what may happen only so often; in this process. */
export class Limits {
  /** `name` is the counter's own. */
  of(name: string, allowance: Allowance): RateLimiterAbstract {
    return new RateLimiterMemory({ keyPrefix: name, ...allowance });
  }
}

/** How many milliseconds until there is more; never longer than a whole allowance lasts, though the clock may have gone back since it began. */
export function renewedIn({ msBeforeNext }: RateLimiterRes, { duration }: Allowance): number {
  return Math.min(Math.max(0, msBeforeNext), duration * 1_000);
}
