import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../kernel/errors.js';
import { Limits, renewedIn } from '../../kernel/limits.js';

const WINDOW_SECONDS = 15 * 60;
const PER_ADDRESS = 50;
const PER_ACCOUNT = 10;

/** Limits guesses at passwords and set-up codes: by the address they come from, and by the account they are about. */
@Injectable()
export class Attempts {
  private readonly addresses: RateLimiterAbstract;
  private readonly accounts: RateLimiterAbstract;

  constructor(limits: Limits) {
    this.addresses = limits.of('attempts-address', { points: PER_ADDRESS, duration: WINDOW_SECONDS });
    this.accounts = limits.of('attempts-account', { points: PER_ACCOUNT, duration: WINDOW_SECONDS });
  }

  /** Counts a try before it is checked; throws LIMIT when there were too many. */
  async count(address: string, account: string): Promise<void> {
    await take(this.addresses, address);
    await take(this.accounts, keyOf(account));
  }

  /** Counts a try of whom nobody knows yet who he is; throws LIMIT when there were too many from there. */
  async countAddress(address: string): Promise<void> {
    await take(this.addresses, address);
  }

  /** Counts a try of somebody who is signed in already; throws LIMIT when there were too many. */
  async countAccount(account: string): Promise<void> {
    await take(this.accounts, keyOf(account));
  }

  /** A try that was right so far, with another step to come, counts for the account only: a whole office may come from one address. */
  async halfway(address: string): Promise<void> {
    await this.addresses.reward(address);
  }

  /** A try that was right counts for neither: a whole office may come from one address. */
  async succeeded(address: string, account: string): Promise<void> {
    await this.addresses.reward(address);
    await this.accounts.delete(keyOf(account));
  }
}

async function take(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfterMs = renewedIn(refused, { points: PER_ACCOUNT, duration: WINDOW_SECONDS });
    const minutes = Math.ceil(retryAfterMs / 60_000);
    const when = minutes === 1 ? 'a minute' : `${minutes} minutes`;
    throw new DomainError('LIMIT', `Too many tries. Wait ${when}, then try again.`, { retryAfterMs });
  }
}

/** Of one length whatever somebody sends. */
function keyOf(account: string): string {
  return createHash('sha256').update(account.trim().toLowerCase()).digest('base64url');
}
