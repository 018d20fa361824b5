/** The keys of an installation. */
export interface KeyRing {
  /** Seals. */
  current: Buffer;
  /** Only open what they have sealed; there are some while the keys are rotated. */
  older: Buffer[];
}

/** 32 bytes, as 64 hex digits or in base64. */
export function parseKey(text: string, where: string): Buffer {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64');
  if (key.length !== 32) throw new Error(`${where} must hold 32 bytes as 64 hex digits or in base64; it holds ${key.length}.`);
  return key;
}

/** One key, or several with blanks between them: the first seals, the others only open. */
export function parseKeyRing(text: string, where: string): KeyRing {
  const [current = '', ...older] = text.trim().split(/\s+/);
  return { current: parseKey(current, where), older: older.map((key) => parseKey(key, where)) };
}

/** As `parseKeyRing` reads it. */
export function keyRingText({ current, older }: KeyRing): string {
  return [current, ...older].map((key) => `${key.toString('hex')}\n`).join('');
}
