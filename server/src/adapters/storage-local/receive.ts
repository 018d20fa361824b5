import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { DomainError } from '../../kernel/errors.js';
import type { StoredBlob } from '../../kernel/storage.js';

/** Writes a new file and answers its hash; throws DomainError LIMIT above `maxBytes`. What it leaves then is the caller's to remove. */
export async function receive(
  path: string,
  data: Uint8Array | Readable,
  { maxBytes = Infinity, sync }: { maxBytes?: number; sync: boolean },
): Promise<StoredBlob> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of data instanceof Uint8Array ? [data] : data) {
      const part = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
      bytes += part.byteLength;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      hash.update(part);
      await file.writeFile(part);
    }
    if (sync) await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), bytes };
}

/** What is answered to a file that is larger than allowed. */
export function tooLarge(maxBytes: number): DomainError {
  return new DomainError('LIMIT', `The file is larger than the ${maxBytes} bytes that are allowed.`);
}
