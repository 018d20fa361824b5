import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../../kernel/errors.js';
import { Storage, type StoredBlob } from '../../kernel/storage.js';
import { refuseInsideUnit } from '../../kernel/unit-guard.js';
import { SmallFiles } from './small-files.js';
import { makeFolder, syncFolder } from './durable.js';
import { receive } from './receive.js';

/** Files up to this size are stored in batches. */
const SMALL = 256 * 1024;
const LEFTOVER_MS = 86_400_000;
const TWO = /^[0-9a-f]{2}$/;
const HASH = /^[0-9a-f]{64}$/;

/** Files in a folder, each under the hash of its bytes: `files/ab/cd/<sha256>`. What has a name there is complete and durable. */
export class LocalStorage extends Storage {
  private readonly small: SmallFiles;

  private constructor(
    private readonly root: string,
    private readonly onFatal: (error: unknown) => void,
    private readonly floorBytes: number,
  ) {
    super();
    this.small = new SmallFiles(root);
  }

  /**
   * Opens (and makes) `<dataDir>/files`. `onFatal` is called when the disk fails to keep what was written. Where less than `floorBytes`
   * are free nothing more is stored: the database, which may share the disk, needs room to go on and to be tidied up.
   */
  static async open(
    dataDir: string,
    now: number,
    { onFatal = () => undefined, floorBytes = 0 }: { onFatal?: (error: unknown) => void; floorBytes?: number } = {},
  ): Promise<LocalStorage> {
    const storage = new LocalStorage(join(dataDir, 'files'), onFatal, floorBytes);
    await mkdir(storage.temporary, { recursive: true, mode: 0o700 });
    await storage.sweep(now);
    return storage;
  }

  async put(data: Uint8Array | Readable, { maxBytes = Infinity }: { maxBytes?: number } = {}): Promise<StoredBlob> {
    refuseInsideUnit('A file can not be stored');
    await this.leaveRoom();
    if (data instanceof Uint8Array && data.byteLength <= Math.min(SMALL, maxBytes)) return this.putSmall(data);
    const path = join(this.temporary, randomBytes(12).toString('hex'));
    try {
      const blob = await receive(path, data, { maxBytes, sync: true });
      await this.adopt(path, blob);
      return blob;
    } catch (error) {
      throw this.inWords(error);
    } finally {
      await rm(path, { force: true });
    }
  }

  private async leaveRoom(): Promise<void> {
    if (this.floorBytes === 0) return;
    const { bavail, bsize } = await statfs(this.root);
    if (bavail * bsize < this.floorBytes) throw full();
  }

  private async putSmall(bytes: Uint8Array): Promise<StoredBlob> {
    try {
      return await this.small.put(bytes);
    } catch (error) {
      throw this.inWords(error);
    }
  }

  async open(hash: string, range?: { start: number; end: number }): Promise<Readable> {
    refuseInsideUnit('A file can not be opened');
    const handle = await open(this.path(hash), 'r').catch((error: unknown) => {
      throw notFound(error);
    });
    return handle.createReadStream(range);
  }

  async read(hash: string): Promise<Buffer> {
    refuseInsideUnit('A file can not be read');
    return readFile(this.path(hash)).catch((error: unknown) => {
      throw notFound(error);
    });
  }

  async readSmall(hash: string, maxBytes: number): Promise<Buffer | null> {
    refuseInsideUnit('A file can not be read');
    const path = this.path(hash);
    const bytes = await sizeOf(path);
    if (bytes === null) throw notFound({ code: 'ENOENT' });
    return bytes > maxBytes ? null : this.read(hash);
  }

  async has(hash: string): Promise<boolean> {
    refuseInsideUnit('A file can not be looked for');
    return (await sizeOf(this.path(hash))) !== null;
  }

  async delete(hash: string): Promise<void> {
    refuseInsideUnit('A file can not be deleted');
    await rm(this.path(hash), { force: true });
  }

  async *list(): AsyncGenerator<string[]> {
    for (const first of await names(this.root, TWO)) {
      const hashes: string[] = [];
      for (const second of await names(join(this.root, first), TWO))
        hashes.push(...(await names(join(this.root, first, second), HASH)));
      if (hashes.length > 0) yield hashes;
    }
  }

  async probe(): Promise<void> {
    const path = join(this.temporary, `probe-${randomBytes(12).toString('hex')}`);
    try {
      await receive(path, Buffer.from('written to see whether it can be'), { sync: true });
    } finally {
      await rm(path, { force: true });
    }
  }

  /** Gives the written file its name, unless the same bytes lie there already. */
  private async adopt(path: string, { hash, bytes }: StoredBlob): Promise<void> {
    const target = this.path(hash);
    if ((await sizeOf(target)) !== bytes) {
      await makeFolder(dirname(target), this.root);
      await rename(path, target);
    }
    // Also when another process gave it the name a moment ago: durable is what both promise.
    await syncFolder(dirname(target));
  }

  private get temporary(): string {
    return join(this.root, 'tmp');
  }

  private path(hash: string): string {
    if (!HASH.test(hash)) throw new DomainError('NOT_FOUND', 'There is no file of this key.');
    return join(this.root, hash.slice(0, 2), hash.slice(2, 4), hash);
  }

  /** Removes what uploads of processes that died left behind. */
  private async sweep(now: number): Promise<void> {
    for (const name of await readdir(this.temporary)) {
      const path = join(this.temporary, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
      if (now - mtimeMs > LEFTOVER_MS) await rm(path, { force: true });
    }
  }

  private inWords(error: unknown): unknown {
    const code = (error as { code?: unknown } | null)?.code;
    if (code === 'ENOSPC' || code === 'EDQUOT') return full();
    // A failed sync may have lost what earlier ones promised, so nothing goes on after it (reliability 1.5).
    if (code === 'EIO') this.onFatal(error);
    return error;
  }
}

function full(): DomainError {
  return new DomainError('LIMIT', 'The disk of the data folder is full. Nothing was saved: make room, then try again.', {
    retryAfterMs: 30_000,
  });
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null;
    throw error;
  }
}

function notFound(error: unknown): unknown {
  if ((error as { code?: unknown } | null)?.code !== 'ENOENT') return error;
  return new DomainError('NOT_FOUND', 'There is no file of this key.');
}

async function names(folder: string, form: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => form.test(name)).toSorted();
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw error;
  }
}
