import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../kernel/errors.js';
import type { Principal } from '../../kernel/access.js';

const POINTS_A_MINUTE = 100_000;

/** The points that one session or token may spend in a minute. */
@Injectable()
export class CostBudget {
  private readonly limiter = new RateLimiterMemory({ points: POINTS_A_MINUTE, duration: 60 });

  /** Throws LIMIT when there are not enough left. */
  async spend(principal: Principal, cost: number): Promise<void> {
    try {
      await this.limiter.consume(keyOf(principal), Math.max(1, cost));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new DomainError('LIMIT', `At most ${POINTS_A_MINUTE} points in a minute. Wait a moment.`, {
        retryAfterMs: refused.msBeforeNext,
      });
    }
  }
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
