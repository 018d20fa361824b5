import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { create, replace } from 'tar';
import { Digest } from '../../adapters/database/raw/digest.js';
import { openRaw } from '../../adapters/database/raw/open-raw.js';
import type { RawDatabase } from '../../adapters/database/raw/raw-database.js';
import { keyId } from '../../adapters/secrets/aes-secret-box.js';
import type { Storage } from '../../kernel/storage.js';
import { VERSION } from '../version.js';
import { END, MANIFEST, type Manifest, ROWS } from './manifest.js';
import { sealArchive } from './sealed-archive.js';
import { fetchedFiles, storedFiles } from './stored-files.js';

/** What is backed up, and where to. */
export interface BackupOrder {
  databaseUrl?: string;
  dataDir: string;
  /** Where the files lie when it is not the data folder. */
  bucket?: Storage | null;
  /** The archive; it has its name when it is complete. */
  file: string;
  /** The key of the instance. */
  key: Buffer;
  /** Throws when it is not the key any more: asked once the moment of the backup is fixed. */
  checkKey?: () => Promise<void>;
  /** Without the files, which an upgrade leaves as they are. */
  rowsOnly?: boolean;
  /** Whether the key goes into the archive: then whoever has the archive can read the passwords of the channels. */
  withKey: boolean;
  /** What the archive is sealed with; null or nothing: it can be read by whoever has it. */
  passphrase?: string | null;
  now: number;
}

/** What was backed up. */
export interface BackupMade {
  rows: number;
  files: number;
  bytes: number;
}

/**
 * Writes an instance into one archive while it runs: the rows of one moment, and the files, which are never changed once they are there.
 * Nothing is left of a backup that failed.
 */
export async function makeBackup(order: BackupOrder): Promise<BackupMade> {
  const file = resolve(order.file);
  const partial = `${file}.partial`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const staging = await mkdtemp(join(dirname(file), '.backup-'));
  try {
    const manifest = await writeRows(order, staging);
    await (await open(partial, 'w', 0o600)).close();
    const archive = { file: partial, portable: true, strict: true };
    await create({ ...archive, cwd: staging }, [MANIFEST, ROWS]);
    const end = order.rowsOnly ? { files: 0, bytes: 0 } : await addFiles(order, staging, archive);
    await writeFile(join(staging, END), JSON.stringify(end), { mode: 0o600 });
    await replace({ ...archive, cwd: staging }, [END]);
    const whole = order.passphrase ? join(staging, 'sealed') : partial;
    if (order.passphrase) await sealArchive(partial, whole, order.passphrase);
    await sync(whole);
    await rename(whole, file);
    await sync(dirname(file));
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { rows, files: end.files, bytes: (await stat(file)).size };
  } finally {
    await rm(staging, { recursive: true, force: true });
    await rm(partial, { force: true });
  }
}

async function writeRows(order: BackupOrder, staging: string): Promise<Manifest> {
  const { databaseUrl, dataDir, key, withKey, now } = order;
  const database = await openRaw(databaseUrl, dataDir);
  try {
    await database.begin('read');
    const migrations = await database.migrations();
    const tables: Manifest['tables'] = [];
    const target = createWriteStream(join(staging, ROWS), { mode: 0o600 });
    await pipeline(Readable.from(lines(database, tables)), createGzip(), target);
    await order.checkKey?.();
    const manifest: Manifest = {
      format: 'balie-backup',
      version: 1,
      product: VERSION,
      madeAt: new Date(now).toISOString(),
      dialect: database.dialect,
      migrations,
      tables,
      keyId: keyId(key),
      key: withKey ? key.toString('hex') : null,
      dataDir,
    };
    await writeFile(join(staging, MANIFEST), JSON.stringify(manifest, null, 2), { mode: 0o600 });
    return manifest;
  } finally {
    await database.close();
  }
}

/** A line with the name of each table, and one for each of its rows; what was written of it goes into `told`. */
async function* lines(database: RawDatabase, told: Manifest['tables']): AsyncGenerator<string> {
  for (const table of await database.tables()) {
    const digest = new Digest();
    yield `${JSON.stringify(table.name)}\n`;
    for await (const rows of database.rows(table)) {
      for (const row of rows) digest.add(row);
      yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    }
    told.push({ name: table.name, columns: [...table.columns], ...digest.get() });
  }
}

/** After the rows: a file that they name is there, unless it was wiped for good in between. */
async function addFiles(
  { dataDir, bucket }: BackupOrder,
  staging: string,
  archive: { file: string },
): Promise<{ files: number; bytes: number }> {
  let files = 0;
  let bytes = 0;
  const cwd = bucket ? staging : dataDir;
  for await (const paths of bucket ? fetchedFiles(bucket, staging) : storedFiles(dataDir)) {
    const sizes = await Promise.all(paths.map((path) => stat(join(cwd, path)).catch(() => null)));
    const there = paths.filter((_path, index) => sizes[index]);
    if (there.length === 0) continue;
    await replace({ ...archive, cwd }, there);
    files += there.length;
    for (const found of sizes) bytes += found?.size ?? 0;
  }
  const plugins = await stat(join(dataDir, 'plugins')).catch(() => null);
  if (plugins?.isDirectory()) await replace({ ...archive, cwd: dataDir }, ['plugins']);
  return { files, bytes };
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
