import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';

// Without 0, O, 1, I, L and U, which people mix up when they type what they read.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 8;

/** The one-time code that proves that whoever sets the instance up can read its terminal. New at each start, kept as a hash. */
@Injectable()
export class SetupCode {
  private hash: Buffer | null = null;

  /** Makes a new code; the one before no longer counts. */
  make(): string {
    const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    const code = Array.from({ length: GROUPS }, group).join('-');
    this.hash = hashOf(code);
    return code;
  }

  /** Whether this is the code, however its letters and hyphens are written. */
  matches(input: unknown): boolean {
    if (this.hash === null || typeof input !== 'string' || input.length > 200) return false;
    return timingSafeEqual(this.hash, hashOf(input));
  }

  /** The code was used. */
  drop(): void {
    this.hash = null;
  }
}

function hashOf(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest();
}
