import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { isSame } from './seal.js';

const DAY_S = 24 * 3600;
/** Clocks of two machines differ by so much. */
const SKEW_S = 60;

const header = z.object({ alg: z.literal('HS256') });
const claims = z.object({
  sub: z.union([z.string().min(1).max(200), z.number()]).transform(String),
  email: z.email().max(320).optional(),
  name: z.string().trim().max(200).optional(),
  exp: z.number(),
  nbf: z.number().optional(),
});

/** Whom a site says that somebody is. */
export type Claims = z.output<typeof claims>;

/**
 * Reads a JSON Web Token (RFC 7519) that the site has signed with HMAC-SHA256 (RFC 7518, 3.2), the only algorithm that is taken; it may
 * hold for a day at most. Null when it is not of the site, or runs out: then he is an unknown visitor (D27).
 */
export function readIdentity(token: string, secret: string, now: number): Claims | null {
  const [head, body, mac, more] = token.split('.');
  if (secret === '' || head === undefined || body === undefined || mac === undefined || more !== undefined) return null;
  if (!isSame(createHmac('sha256', secret).update(`${head}.${body}`).digest(), mac)) return null;
  const said = claims.safeParse(parsed(body));
  if (!header.safeParse(parsed(head)).success || !said.success) return null;
  const seconds = now / 1000;
  const { exp, nbf } = said.data;
  const holds = exp > seconds - SKEW_S && exp <= seconds + DAY_S + SKEW_S && (nbf === undefined || nbf <= seconds + SKEW_S);
  return holds ? said.data : null;
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
