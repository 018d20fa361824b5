import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../storage-local/durable.js';
import { keyId } from './aes-secret-box.js';
import { type KeyRing, keyRingText, parseKeyRing } from './key-ring.js';
import { loadKeyRing, SECRET_KEY_FILE } from './secret-key.js';

/** `secret.key` of a data folder, while its key is rotated. Each step is whole or has not happened, whoever else does it too. */
export class KeyFile {
  readonly path: string;
  private readonly next: string;

  constructor(private readonly dataDir: string) {
    this.path = join(dataDir, SECRET_KEY_FILE);
    this.next = `${this.path}.next`;
  }

  /** The keys that are there; makes the first one where there is none. */
  read(): Promise<KeyRing> {
    return loadKeyRing({ dataDir: this.dataDir });
  }

  /** Puts a new key before the one that is there; a rotation that somebody has begun goes on with his key. */
  async begin(): Promise<KeyRing> {
    for (;;) {
      const { current, older } = await this.read();
      if (older.length > 0) return { current, older };
      await this.writeWhole(this.next, keyRingText({ current: randomBytes(32), older: [current] }));
      // Whoever was first; what lies there from a rotation that ended is of another key, and goes.
      const planned = await readFile(this.next, 'utf8').catch(() => null);
      if (planned === null) continue;
      const fits = parseKeyRing(planned, this.next).older[0]?.equals((await this.read()).current) ?? false;
      if (fits) await rename(this.next, this.path).catch(unless('ENOENT'));
      else await rm(this.next, { force: true });
      await syncFolder(this.dataDir);
    }
  }

  /** Takes the older keys out, and keeps each in a file of its own beside, for the backups that need it; answers their paths. */
  async end({ current, older }: KeyRing): Promise<string[]> {
    const paths = older.map((key) => `${this.path}.${keyId(key)}`);
    for (const [n, path] of paths.entries()) await this.writeWhole(path, keyRingText({ current: older[n]!, older: [] }));
    // Somebody else has ended the same rotation, and may have begun another.
    if (!isSame(await this.read(), { current, older })) return paths;
    const aside = `${this.path}.${randomBytes(6).toString('hex')}`;
    await this.writeWhole(aside, keyRingText({ current, older: [] }));
    await rename(aside, this.path);
    await syncFolder(this.dataDir);
    return paths;
  }

  /** The file has its name when it is complete; one that is there already stays. */
  private async writeWhole(path: string, text: string): Promise<void> {
    const aside = `${path}.${randomBytes(6).toString('hex')}`;
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(aside, path).catch(unless('EEXIST'));
    await rm(aside, { force: true });
    await syncFolder(dirname(path));
  }
}

function unless(code: string): (error: unknown) => void {
  return (error) => {
    if ((error as { code?: unknown }).code !== code) throw error;
  };
}

const isSame = (one: KeyRing, other: KeyRing): boolean => keyRingText(one) === keyRingText(other);
