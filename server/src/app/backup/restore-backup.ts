import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar';
import { Digest } from '../../adapters/database/raw/digest.js';
import { type Loaded, loadRows, type RowSource } from '../../adapters/database/raw/load.js';
import { openRaw } from '../../adapters/database/raw/open-raw.js';
import { BATCH, type Cell } from '../../adapters/database/raw/raw-database.js';
import { keyId } from '../../adapters/secrets/aes-secret-box.js';
import { parseKey } from '../../adapters/secrets/key-ring.js';
import type { Storage } from '../../kernel/storage.js';
import { holdEverything, loseKey } from './after-restore.js';
import { EmptyTarget } from './empty-target.js';
import { keepKey } from './keep-key.js';
import { END, endSchema, MANIFEST, type Manifest, manifestSchema, ROWS } from './manifest.js';
import { openArchive } from './sealed-archive.js';
import { isWhole, storedFiles } from './stored-files.js';
import { Refused } from './refused.js';

/** What is restored, and where to. */
export interface RestoreOrder {
  file: string;
  databaseUrl?: string;
  dataDir: string;
  /** Where the files go when it is not the data folder. */
  bucket?: Storage | null;
  /** What the archive may be sealed with. */
  passphrase?: string | null;
  /** The key of the instance by its settings or in its data folder; null when there is none. */
  key: Buffer | null;
  /** Puts the backup in the place of what is there. */
  replace: boolean;
  /** Goes on without the key that the passwords of the channels were sealed with. */
  keyLost: boolean;
  now: number;
}

/** What was restored. */
export interface Restored {
  manifest: Manifest;
  loaded: Loaded;
  files: number;
}

/**
 * Makes an instance of a backup, on either database: rows, files, installed plugins, and the key where the backup has it. It sends nothing
 * until a person says so, and what was waiting to leave is never sent again by itself: it may have left after the backup.
 * Throws Refused in words, and leaves what was there as it was.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  await mkdir(order.dataDir, { recursive: true, mode: 0o700 });
  const staging = await mkdtemp(join(order.dataDir, '.restore-'));
  let target: EmptyTarget | null = null;
  try {
    await unpack(order, staging);
    const manifest = await readManifest(staging);
    const key = keyFor(order, manifest);
    const files = await checkFiles(staging);
    await checkRows(manifest, staging);
    target = await EmptyTarget.prepare(order, manifest.migrations);
    const loaded = await load(order, manifest, staging, target.url);
    await target.settle(order.now);
    await adoptFiles(staging, order);
    if (key !== null && order.key === null) await keepKey(order.dataDir, key);
    return { manifest, loaded, files };
  } finally {
    // What was being unpacked when an archive broke off may still be written for a moment.
    await rm(staging, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    await target?.sweep();
  }
}

async function unpack({ file, passphrase = null }: RestoreOrder, staging: string): Promise<void> {
  try {
    await pipeline(await openArchive(file, passphrase), extract({ cwd: staging, strict: true, preserveOwner: false }));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`${file} can not be read as a backup: ${(error as Error).message}`);
  }
}

async function readManifest(staging: string): Promise<Manifest> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(staging, name), 'utf8').catch(() => 'null')) as unknown;
  const manifest = manifestSchema.safeParse(await read(MANIFEST));
  if (!manifest.success) throw new Refused('This is not a backup of Balie, or one of a version that this one does not know.');
  return manifest.data;
}

/** The key that the restored instance will have; null when it goes on without. */
function keyFor({ key, keyLost }: RestoreOrder, manifest: Manifest): Buffer | null {
  const held = manifest.key === null ? null : parseKey(manifest.key, 'the backup');
  const usable = key ?? held;
  if (usable !== null && keyId(usable) === manifest.keyId) return usable;
  if (keyLost) return key;
  throw new Refused(
    key === null
      ? 'The backup does not hold the secret key. Set BALIE_SECRET_KEY to it or put secret.key into the data folder; if it is lost, add --key-lost: the passwords of all channels must then be given again.'
      : 'The secret key of this instance is not the one that the backup was made with. Give it that one; if it is lost, add --key-lost: the passwords of all channels must then be given again.',
  );
}

async function checkFiles(staging: string): Promise<number> {
  const end = endSchema.safeParse(JSON.parse(await readFile(join(staging, END), 'utf8').catch(() => 'null')) as unknown);
  if (!end.success) throw new Refused('The backup is not complete: it was cut off while it was made or copied.');
  let files = 0;
  for await (const paths of storedFiles(staging)) {
    for (const path of paths) if (!(await isWhole(join(staging, path)))) throw new Refused(`The backup is damaged: ${path}.`);
    files += paths.length;
  }
  if (files !== end.data.files) throw new Refused(`The backup is damaged: it has ${files} files of ${end.data.files}.`);
  return files;
}

/** Reads all rows before any is written: what a database would say of a damaged one helps nobody. */
async function checkRows(manifest: Manifest, staging: string): Promise<void> {
  const source = sourceOf(manifest, staging);
  for (const { name, columns, rows, sum } of manifest.tables) {
    const found = new Digest();
    for await (const batch of source.rows({ name, columns })) for (const row of batch) found.add(row);
    if (found.get().sum !== sum) throw new Refused(`The backup is damaged: ${name} should have ${rows} rows.`);
  }
}

async function load(order: RestoreOrder, manifest: Manifest, staging: string, url: string): Promise<Loaded> {
  const target = await openRaw(url, order.dataDir);
  try {
    await target.begin('write');
    const loaded = await loadRows(target, sourceOf(manifest, staging));
    await holdEverything(target, { from: manifest.dataDir, to: order.dataDir, now: order.now });
    if (order.keyLost) await loseKey(target);
    await target.commit();
    return loaded;
  } finally {
    await target.close();
  }
}

/** The rows come table by table, in the order of the manifest: read once, from the beginning to the end. */
function sourceOf({ tables }: Manifest, staging: string): RowSource {
  const lines = linesOf(join(staging, ROWS));
  const next = async (): Promise<string | Cell[] | null> => {
    const line = await lines.next();
    if (line.done) return null;
    try {
      return JSON.parse(line.value) as string | Cell[];
    } catch {
      throw new Refused('The backup is damaged: a row of it can not be read.');
    }
  };
  let ahead: Promise<string | Cell[] | null> = next();
  return {
    tables,
    async *rows({ name }) {
      if ((await ahead) !== name) throw new Refused(`The backup is damaged: the rows of ${name} are not where they should be.`);
      for (let batch: Cell[][] = []; ;) {
        ahead = next();
        const found = await ahead;
        if (Array.isArray(found)) batch.push(found);
        if (batch.length === BATCH || (batch.length > 0 && !Array.isArray(found))) {
          yield batch;
          batch = [];
        }
        if (!Array.isArray(found)) return;
      }
    },
  };
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const text = createGunzip();
  // Its failure ends the loop below with the same error.
  pipeline(createReadStream(path), text).catch(() => undefined);
  text.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of text) {
      const parts = (rest + String(chunk)).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
  } catch (error) {
    throw new Refused(`The backup is damaged: ${(error as Error).message}.`);
  }
}

async function adoptFiles(staging: string, { dataDir, bucket }: RestoreOrder): Promise<void> {
  for await (const paths of storedFiles(staging))
    for (const path of paths) {
      if (bucket) {
        await bucket.put(createReadStream(join(staging, path)));
        continue;
      }
      await mkdir(dirname(join(dataDir, path)), { recursive: true, mode: 0o700 });
      await rename(join(staging, path), join(dataDir, path));
    }
  if (!(await stat(join(staging, 'plugins')).catch(() => null))) return;
  await rm(join(dataDir, 'plugins'), { recursive: true, force: true });
  await rename(join(staging, 'plugins'), join(dataDir, 'plugins'));
}
