import { createHash } from 'node:crypto';
import { newSecret } from '../../kernel/random.js';

/** What every API token begins with, so that scanners of leaked secrets can know it. */
const TOKEN_PREFIX = 'balie_';

/** How a secret of a session or token is kept: it has 256 random bits, so a plain hash is enough. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The secret of a new API token. */
export function newTokenSecret(): string {
  return TOKEN_PREFIX + newSecret();
}

/** Whether a cookie or header can be one of ours at all; anything else is not looked up. */
export function looksLikeSecret(value: unknown): value is string {
  return typeof value === 'string' && /^(balie_)?[\w-]{43}$/.test(value);
}
