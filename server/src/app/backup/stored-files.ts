import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Storage } from '../../kernel/storage.js';
import { Refused } from './refused.js';

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

/** How many files are fetched at the same time. */
const AT_ONCE = 8;

/** The files of a bucket, fetched into a folder batch by batch; each batch is gone from it when the next is asked for. */
export async function* fetchedFiles(bucket: Storage, folder: string): AsyncGenerator<string[]> {
  for await (const hashes of bucket.list()) {
    const paths: string[] = [];
    for (let at = 0; at < hashes.length; at += AT_ONCE) {
      const fetched = await Promise.all(hashes.slice(at, at + AT_ONCE).map((hash) => fetchFile(bucket, hash, folder)));
      paths.push(...fetched.filter((path) => path !== null));
    }
    yield paths;
    await rm(join(folder, 'files'), { recursive: true, force: true });
  }
}

/** Null when it was wiped for good meanwhile. */
async function fetchFile(bucket: Storage, hash: string, folder: string): Promise<string | null> {
  const source = await bucket.open(hash).catch((error: unknown) => {
    if ((error as { code?: unknown }).code === 'NOT_FOUND') return null;
    throw error;
  });
  if (source === null) return null;
  const path = pathOf(hash);
  await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
  await pipeline(source, createWriteStream(join(folder, path), { mode: 0o600 }));
  if (!(await isWhole(join(folder, path)))) throw new Refused(`The file ${hash} in the bucket is damaged.`);
  return path;
}

/** Where a file lies under a data folder. */
export function pathOf(hash: string): string {
  return `files/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;
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
