import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../storage-local/durable.js';

const FILE = 'secret.key';

/** The key of the installation: from the setting, or from `<dataDir>/secret.key`, which is made at the first start. */
export async function loadSecretKey(options: { key?: string; dataDir: string }): Promise<Buffer> {
  if (options.key !== undefined) return parseKey(options.key, 'BALIE_SECRET_KEY');
  const path = join(options.dataDir, FILE);
  const text = (await readKey(path)) ?? (await makeKey(options.dataDir, path));
  return parseKey(text, path);
}

/** 32 bytes, as 64 hex digits or in base64. */
export function parseKey(text: string, where: string): Buffer {
  const trimmed = text.trim();
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64');
  if (key.length !== 32) throw new Error(`${where} must hold 32 bytes as 64 hex digits or in base64; it holds ${key.length}.`);
  return key;
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
