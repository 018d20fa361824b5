import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../storage-local/durable.js';
import { type KeyRing, parseKeyRing } from './key-ring.js';

/** The key's file in the data folder. */
export const SECRET_KEY_FILE = 'secret.key';

/** Where the key of an installation comes from: the setting, or the file in the data folder. */
export interface KeySource {
  key?: string;
  dataDir: string;
}

/** The keys of the installation: from the setting, or from `<dataDir>/secret.key`, which is made at the first start. */
export async function loadKeyRing({ key, dataDir }: KeySource): Promise<KeyRing> {
  if (key !== undefined) return parseKeyRing(key, 'BALIE_SECRET_KEY');
  const path = join(dataDir, SECRET_KEY_FILE);
  const text = (await readKey(path)) ?? (await makeKey(dataDir, path));
  return parseKeyRing(text, path);
}

/** The one key, for what needs that everything is sealed with the same; throws while the keys are rotated. */
export async function loadSecretKey(source: KeySource): Promise<Buffer> {
  const { current, older } = await loadKeyRing(source);
  if (older.length === 0) return current;
  throw new Error(
    'The keys are being rotated, and not everything is sealed with the new one yet: end that first (npm run admin -- rotate-keys).',
  );
}

/** Throws when the key of the installation is not this one alone any more. */
export async function checkSecretKey(source: KeySource, key: Buffer): Promise<void> {
  if ((await loadSecretKey(source)).equals(key)) return;
  throw new Error('The keys were rotated meanwhile. Do it again.');
}

async function readKey(path: string): Promise<string | null> {
  try {
    const text = await readFile(path, 'utf8');
    // Somebody copied it without its rights: nobody else on the machine may read it.
    if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600);
    return text;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written aside and then linked, so that two processes that start at once end up with the same whole key. */
async function makeKey(dataDir: string, path: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const text = randomBytes(32).toString('hex');
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(aside, 'wx', 0o600);
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(aside, path);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
  await syncFolder(dataDir);
  return (await readKey(path)) ?? text;
}
