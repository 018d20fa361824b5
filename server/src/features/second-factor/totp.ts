import { createHmac, randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** 160 bits, as RFC 4226 recommends. */
const KEY_BYTES = 20;
const STEP_MS = 30_000;
const DIGITS = 6;
/** How many steps a clock may be off: one, as RFC 6238 (5.2) recommends. */
const OFF_BY = 1;

/** A new key in base32 (RFC 4648, without padding), the form that authenticators take by hand. */
export function newKey(): string {
  return toBase32(randomBytes(KEY_BYTES));
}

/** Bytes in base32; `bits` as a number is safe for as many as are open at once. */
export function toBase32(bytes: Uint8Array): string {
  let [open, bits, text] = [0, 0, ''];
  for (const byte of bytes) {
    open = (open << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(open >> (bits - 5)) & 31];
    open &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(open << (5 - bits)) & 31] : text;
}

/** The time step of an instant in milliseconds. */
export function stepOf(now: number): number {
  return Math.floor(now / STEP_MS);
}

/** The code of a key at a time step: HOTP of RFC 4226 with SHA-1 and six digits, which is all that many authenticators know. */
export function codeAt(key: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hmac = createHmac('sha1', fromBase32(key)).update(counter).digest();
  const at = hmac[hmac.length - 1]! & 15;
  const number = hmac.readUInt32BE(at) & 0x7f_ff_ff_ff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step whose code this is, near `now`; null for none. The one just past counts too, and the one to come. */
export function stepOfCode(key: string, code: string, now: number): number | null {
  const step = stepOf(now);
  for (let off = -OFF_BY; off <= OFF_BY; off += 1) if (codeAt(key, step + off) === code) return step + off;
  return null;
}

/** What an authenticator reads from a QR code (Google's Key URI Format): the label is `issuer:account`, and the rest is its default. */
export function keyUri(key: string, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${key}&issuer=${encodeURIComponent(issuer)}`;
}

function fromBase32(text: string): Buffer {
  const bytes: number[] = [];
  let [open, bits] = [0, 0];
  for (const letter of text) {
    open = (open << 5) | ALPHABET.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(open >> bits);
    open &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}
