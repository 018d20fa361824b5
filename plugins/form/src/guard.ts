import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ChannelContext } from '@balie/plugin-sdk';

const KEY = 'signing-key';
/** Faster nobody fills in a form, and longer no page is open. */
const HASTY_MS = 2_000;
const STALE_MS = 24 * 60 * 60_000;
/** Some 30,000 digests: under a second on a phone, dear for whoever sends thousands. */
export const PROOF_BITS = 15;

/** The key of this form's tokens: made once, the same in all processes. */
export async function keyOf({ state }: Pick<ChannelContext<unknown>, 'state'>): Promise<string> {
  const kept = await state.get<string>(KEY);
  if (kept) return kept.value;
  const made = randomBytes(32).toString('base64url');
  try {
    await state.set(KEY, made, { ifVersion: 0, secret: true });
    return made;
  } catch (error) {
    // Another process was quicker.
    const theirs = await state.get<string>(KEY);
    if (theirs) return theirs.value;
    throw error;
  }
}

const sign = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);

/** What a form is sent with: which page it was, when that was made, and our signature. */
export function newToken(key: string, now: Date): string {
  const text = `${randomBytes(12).toString('base64url')}.${now.getTime().toString(36)}`;
  return `${text}.${sign(key, text)}`;
}

/** What a token says: `none` when there is none or not of ours. */
export type Token = { state: 'good' | 'hasty' | 'stale'; id: string } | { state: 'none' };

export function readToken(key: string, token: string, now: Date): Token {
  const [id = '', at = '', given = ''] = token.split('.');
  const right = Buffer.from(sign(key, `${id}.${at}`));
  const said = Buffer.from(given);
  if (said.length !== right.length || !timingSafeEqual(said, right)) return { state: 'none' };
  const age = now.getTime() - Number.parseInt(at, 36);
  if (age > STALE_MS) return { state: 'stale', id };
  return { state: age < HASTY_MS ? 'hasty' : 'good', id };
}

/** Whether the number behind the token was looked for. */
export function isProven(token: string, proof: string): boolean {
  if (!/^\d{1,12}$/.test(proof)) return false;
  const first = createHash('sha256').update(`${token}.${proof}`).digest().readUInt32BE(0);
  return first >>> (32 - PROOF_BITS) === 0;
}

/** So many of one address in an hour; each process counts for itself. The addresses of one IPv6 network are one. */
export class Pace {
  private counts = new Map<string, number>();
  private began = 0;

  /** Null when it may go on, else in how many seconds it may. */
  take(key: string, limit: number, now: number): number | null {
    if (now - this.began >= 3_600_000 || now < this.began) {
      this.counts = new Map();
      this.began = now;
    }
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count <= limit ? null : Math.max(1, Math.ceil((this.began + 3_600_000 - now) / 1000));
  }
}

/** An address as it is counted. */
export function networkOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip;
  const [head = '', tail = ''] = ip.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const all = ip.includes('::')
    ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left;
  return all.slice(0, 4).join(':');
}

/** Whether a form may be sent from where it was. A page in a frame without an origin says `null`: it is ours when its token is. */
export function isFromHere(origin: string | undefined, allowed: readonly string[], own: string, token: Token): boolean {
  if (allowed.length === 0 || origin === undefined || origin === own) return true;
  if (origin === 'null') return token.state !== 'none';
  return allowed.includes(origin);
}
