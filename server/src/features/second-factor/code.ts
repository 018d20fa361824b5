import { createHash, randomBytes } from 'node:crypto';
import { toBase32 } from './totp.js';

const RECOVERY_CODES = 10;
/** 80 bits: sixteen letters. */
const RECOVERY_BYTES = 10;

/** What somebody typed as the second step. */
export type Code = { kind: 'time'; code: string } | { kind: 'recovery'; hash: string };

/** Reads a code with the blanks and dashes that people put into it; null when it can be neither kind. */
export function readCode(input: unknown): Code | null {
  if (typeof input !== 'string' || input.length > 64) return null;
  const text = input.replaceAll(/[\s-]/g, '').toUpperCase();
  if (/^\d{6}$/.test(text)) return { kind: 'time', code: text };
  return /^[A-Z2-7]{16}$/.test(text) ? { kind: 'recovery', hash: hashCode(text) } : null;
}

/** New codes to be written down, such as `abcd-efgh-2345-wxyz`, with what is kept of each. */
export function newRecoveryCodes(): { code: string; hash: string }[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const text = toBase32(randomBytes(RECOVERY_BYTES));
    return { code: (text.toLowerCase().match(/.{4}/g) ?? []).join('-'), hash: hashCode(text) };
  });
}

function hashCode(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
