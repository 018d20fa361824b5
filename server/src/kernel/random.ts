import { randomBytes } from 'node:crypto';

/** A secret for links, sessions and tokens: 256 bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** A secret of 128 bits that survives where case is lost, such as in an address: 32 hex digits. */
export function newToken(): string {
  return randomBytes(16).toString('hex');
}

/** A delay spread by ± `share`, so that many waiters do not come back at once. */
export function jitter(milliseconds: number, share = 0.2): number {
  return Math.round(milliseconds * (1 - share + 2 * share * Math.random()));
}
