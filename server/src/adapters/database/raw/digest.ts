import { createHash } from 'node:crypto';
import type { Cell } from './raw-database.js';

/** What a table holds, in a form that is the same for the same rows on both databases, in whatever order they come. */
export interface TableDigest {
  rows: number;
  /** The sum of the SHA-256 of all rows, in hex. */
  sum: string;
}

const MODULUS = 1n << 256n;

/** Counts rows and sums up their hashes. */
export class Digest {
  private rows = 0;
  private sum = 0n;

  add(row: readonly Cell[]): void {
    this.rows++;
    this.sum = (this.sum + BigInt(`0x${createHash('sha256').update(JSON.stringify(row)).digest('hex')}`)) % MODULUS;
  }

  get(): TableDigest {
    return { rows: this.rows, sum: this.sum.toString(16).padStart(64, '0') };
  }
}
