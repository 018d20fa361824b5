import { randomBytes } from 'node:crypto';

/** A secret for links, sessions and tokens: 256 bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A delay spread by ± `share`, so that many waiters do not come back at once. */
export function jitter(milliseconds: number, share = 0.2): number {
  return Math.round(milliseconds * (1 - share + 2 * share * Math.random()));
}
