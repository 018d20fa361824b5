import { createHash, randomBytes } from 'node:crypto';
import type { Identity, RawRequest } from '@balie/plugin-sdk';
import { z } from 'zod';
import { type ChatContext, Refusal } from './answer.js';
import { type Claims, readIdentity } from './identity-token.js';
import { keyOf } from './keys.js';
import { seal, unseal } from './seal.js';

const DAY_MS = 24 * 3_600_000;
/** As long as a browser keeps it without being used (D25); while it is used it is renewed each month. */
const HOLDS_MS = 395 * DAY_MS;
const RENEW_MS = 30 * DAY_MS;

const held = z.object({
  v: z.string().regex(/^(visitor|user)-[0-9a-f]{32}$/),
  at: z.number(),
  until: z.number(),
  name: z.string().optional(),
  email: z.string().optional(),
});

/** Who a browser is to us: a number, and what the site has vouched for. */
export interface Visitor {
  id: string;
  /** The site has signed for him; the number is the same on all his devices (D27). */
  identified: boolean;
  name: string | null;
  email: string | null;
  until: number;
  /** His token is so old that he gets another. */
  stale: boolean;
}

/** Somebody who has never been here. */
export function newVisitor(now: number): Visitor {
  const id = `visitor-${randomBytes(16).toString('hex')}`;
  return { id, identified: false, name: null, email: null, until: now + HOLDS_MS, stale: true };
}

/** Whom the site has signed for; null when it has not. No longer than it has said. */
export function vouchedFor(token: string, { settings }: ChatContext, now: number): Visitor | null {
  const claims = readIdentity(token, settings.identitySecret, now);
  return claims && visitorOf(claims);
}

function visitorOf({ sub, name, email, exp }: Claims): Visitor {
  const id = `user-${createHash('sha256').update(`sub ${sub}`).digest('hex').slice(0, 32)}`;
  return { id, identified: true, name: name || null, email: email ?? null, until: exp * 1000, stale: true };
}

export async function tokenOf({ id, name, email, until }: Visitor, context: ChatContext, now: number): Promise<string> {
  const more = { ...(name === null ? {} : { name }), ...(email === null ? {} : { email }) };
  return seal(await keyOf(context), 'visitor', { v: id, at: now, until, ...more });
}

/** Null when it is none of ours, has run out, or the site no longer vouches for anybody. */
export async function readToken(token: string, context: ChatContext, now: number): Promise<Visitor | null> {
  const read = held.safeParse(unseal(await keyOf(context), 'visitor', token));
  if (!read.success || read.data.until <= now) return null;
  const { v: id, at, until, name = null, email = null } = read.data;
  const identified = id.startsWith('user-');
  if (identified && context.settings.identitySecret === '') return null;
  return { id, identified, name, email, until, stale: !identified && now - at > RENEW_MS };
}

/** The same visitor for as long as anew. */
export function renewed(visitor: Visitor, now: number): Visitor {
  return visitor.identified ? visitor : { ...visitor, until: now + HOLDS_MS };
}

/** Whose token a request shows. Throws UNAUTHENTICATED. */
export async function requireVisitor(request: RawRequest, context: ChatContext): Promise<Visitor> {
  const [, token] = /^Bearer ([\w.-]{1,4000})$/.exec(request.headers['authorization'] ?? '') ?? [];
  const visitor = token === undefined ? null : await readToken(token, context, request.receivedAt.getTime());
  if (visitor) return visitor;
  throw new Refusal('UNAUTHENTICATED', 'Begin a new session: this token is not valid, or has run out.');
}

/** As the core knows him. The number is proven by the token. */
export function identityOf({ id, name }: Visitor): Identity {
  return { kind: 'visitor', value: id, trust: 'verified', ...(name === null ? {} : { name }) };
}

/** What is published for everybody who looks. */
export const EVERYBODY = 'desk';

/** What is published for him alone. */
export function topicOf(visitorId: string): string {
  return `visitor:${visitorId}`;
}
