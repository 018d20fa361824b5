import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Principal } from '../../kernel/access.js';
import { POINTS_A_MINUTE } from '../../kernel/api-budget.js';
import { DomainError } from '../../kernel/errors.js';
import { renewedIn } from '../../kernel/limits.js';

const ALLOWANCE = { points: POINTS_A_MINUTE, duration: 60 };

/** What a request cost and what is left: `extensions.cost` of each answer. */
export interface Cost {
  /** The points of this request; 0 when it was refused before it was measured. */
  requested: number;
  left: number;
  perMinute: number;
  /** In how many milliseconds the points are all there again. */
  renewedInMs: number;
}

/** The points that one session, integration, or all tokens of one person together may spend in a minute, in each process. */
@Injectable()
export class CostBudget {
  private readonly limiter = new RateLimiterMemory(ALLOWANCE);

  /** Throws LIMIT with `retryAfterMs` when there are not enough left. */
  async spend(principal: Principal, cost: number): Promise<Cost> {
    const requested = Math.max(1, cost);
    try {
      return costOf(requested, await this.limiter.consume(keyOf(principal), requested));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new DomainError('LIMIT', `At most ${POINTS_A_MINUTE} points in a minute. Wait a moment.`, {
        retryAfterMs: renewedIn(refused, ALLOWANCE),
      });
    }
  }

  /** What is left, for a request that was refused. */
  async left(principal: Principal, requested: number): Promise<Cost> {
    return costOf(requested, await this.limiter.get(keyOf(principal)));
  }
}

function costOf(requested: number, spent: RateLimiterRes | null): Cost {
  const left = Math.max(0, spent?.remainingPoints ?? POINTS_A_MINUTE);
  return { requested, left, perMinute: POINTS_A_MINUTE, renewedInMs: spent ? renewedIn(spent, ALLOWANCE) : 0 };
}

function keyOf(principal: Principal): string {
  switch (principal.kind) {
    case 'user':
      return principal.sessionId ?? principal.userId;
    case 'integration':
      return principal.tokenId;
    case 'system':
      return 'system';
  }
}
