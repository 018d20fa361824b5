import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Json } from '@balie/plugin-sdk';

/** What a sealed text is for: one of a kind is worth nothing as another. */
export type Kind = 'visitor' | 'ticket' | 'file';

/** A value that whoever holds it can read and nobody can make or change. */
export function seal(key: string, kind: Kind, value: Json): string {
  const body = Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${body}.${macOf(key, kind, body).toString('base64url')}`;
}

/** Null when it was not sealed with this key for this. */
export function unseal(key: string, kind: Kind, text: string): unknown {
  const [body, mac, more] = text.split('.');
  if (body === undefined || mac === undefined || more !== undefined || !isSame(macOf(key, kind, body), mac)) return null;
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
}

/** Compares in a time that tells nothing. */
export function isSame(expected: Buffer, given: string): boolean {
  const bytes = Buffer.from(given, 'base64url');
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}

function macOf(key: string, kind: Kind, body: string): Buffer {
  return createHmac('sha256', key).update(`${kind}.${body}`).digest();
}
