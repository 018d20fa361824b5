import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Puts the secret key where the start looks for it, for its owner only. */
export async function keepKey(dataDir: string, key: Buffer): Promise<void> {
  const path = join(dataDir, 'secret.key');
  await writeFile(path, `${key.toString('hex')}\n`, { mode: 0o600, flush: true });
  await chmod(path, 0o600);
}
