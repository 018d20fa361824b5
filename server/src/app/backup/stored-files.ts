import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const TWO = /^[0-9a-f]{2}$/;
const HASH = /^[0-9a-f]{64}$/;

/** The stored files under a data folder, folder by folder, as paths relative to it: `files/ab/cd/<sha256>`. */
export async function* storedFiles(dataDir: string): AsyncGenerator<string[]> {
  for (const first of await names(join(dataDir, 'files'), TWO)) {
    const paths: string[] = [];
    for (const second of await names(join(dataDir, 'files', first), TWO))
      for (const hash of await names(join(dataDir, 'files', first, second), HASH)) paths.push(`files/${first}/${second}/${hash}`);
    if (paths.length > 0) yield paths;
  }
}

/** Whether the bytes of a file are those that its name says. */
export async function isWhole(path: string): Promise<boolean> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return path.endsWith(hash.digest('hex'));
}

async function names(folder: string, form: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => form.test(name)).toSorted();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw error;
  }
}
