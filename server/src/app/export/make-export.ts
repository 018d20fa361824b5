import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Digest } from '../../adapters/database/raw/digest.js';
import { openRaw } from '../../adapters/database/raw/open-raw.js';
import type { RawDatabase, TableShape } from '../../adapters/database/raw/raw-database.js';
import type { Storage } from '../../kernel/storage.js';
import { Refused } from '../backup/refused.js';
import { VERSION } from '../version.js';
import { exportedRow, isExported, type Row } from './kinds.js';
import { blobFile, type Kind, kindFile, MANIFEST, type Manifest, SUMS } from './manifest.js';

/** What leaves, and where to. */
export interface ExportOrder {
  databaseUrl?: string;
  dataDir: string;
  storage: Storage;
  /** A folder that is not there yet, or empty; it has its name when it is complete. */
  folder: string;
  /** The key of the instance when secrets leave with the rest: then whoever has the export can use them. */
  key: Buffer | null;
  now: number;
}

/** A raw source that is a mail begins with a header field (RFC 5322, 2.2), or with the line of an mbox. */
const MAIL = /^(From |[!-9;-~]+:)/;
const HASH = /^[0-9a-f]{64}$/;

/**
 * Writes an instance into a folder in a form that others can read, while it runs: the rows of one moment, the raw mails and the files. Throws
 * Refused in words; nothing is left of an export that failed.
 */
export async function makeExport(order: ExportOrder): Promise<Manifest> {
  const folder = resolve(order.folder);
  if ((await readdir(folder).catch(() => [])).length > 0)
    throw new Refused(`${folder} is not empty. Name a folder that is not there yet.`);
  await mkdir(dirname(folder), { recursive: true });
  const staging = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    const { migrations, kinds, raws } = await writeKinds(order, staging);
    const { files, mails } = await writeBlobs(order.storage, raws, staging);
    const manifest: Manifest = {
      format: 'balie-export',
      version: 1,
      product: VERSION,
      madeAt: new Date(order.now).toISOString(),
      migrations,
      kinds,
      files,
      mails,
      key: order.key?.toString('hex') ?? null,
    };
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    await writeFile(join(staging, MANIFEST), text, { mode: 0o600, flush: true });
    await note(staging, createHash('sha256').update(text), MANIFEST);
    await rmdir(folder).catch(() => undefined);
    await rename(staging, folder);
    return manifest;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

interface Written {
  migrations: string[];
  kinds: Kind[];
  /** Keys of files that are raw sources. */
  raws: Set<string>;
}

async function writeKinds(order: ExportOrder, staging: string): Promise<Written> {
  const { databaseUrl, dataDir, key, now } = order;
  const database = await openRaw(databaseUrl, dataDir);
  try {
    await database.begin('read');
    await mkdir(join(staging, 'kinds'));
    const written: Written = { migrations: await database.migrations(), kinds: [], raws: new Set() };
    for (const table of await database.tables()) {
      if (!isExported(table.name, key !== null)) continue;
      const digest = new Digest();
      const rows = linesOf(database, table, { digest, raws: written.raws, rule: { withSecrets: key !== null, at: now } });
      await writeHashed(staging, kindFile(table.name), Readable.from(rows));
      const { rows: count, sum } = digest.get();
      written.kinds.push({ name: table.name, columns: [...table.columns], rows: count, checksum: sum });
    }
    return written;
  } finally {
    await database.close();
  }
}

async function* linesOf(
  database: RawDatabase,
  table: TableShape,
  { digest, raws, rule }: { digest: Digest; raws: Set<string>; rule: { withSecrets: boolean; at: number } },
): AsyncGenerator<string> {
  const { name, columns } = table;
  for await (const batch of database.rows(table)) {
    let text = '';
    for (const cells of batch) {
      const row: Row = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null]));
      const left = exportedRow(name, row, rule);
      if (left === null) continue;
      digest.add(columns.map((column) => left[column] ?? null));
      if (typeof left['raw_hash'] === 'string') raws.add(left['raw_hash']);
      text += `${JSON.stringify(left)}\n`;
    }
    if (text !== '') yield text;
  }
}

/** After the rows: a file that they name is there, unless it was wiped for good in between. */
async function writeBlobs(
  storage: Storage,
  raws: ReadonlySet<string>,
  staging: string,
): Promise<{ files: number; mails: number }> {
  const count = { files: 0, mails: 0 };
  for await (const hashes of storage.list())
    for (const hash of hashes.filter((each) => HASH.test(each))) {
      const source = await storage.open(hash).catch(() => null);
      if (source === null) continue;
      const partial = join(staging, 'partial');
      const { hash: found, start } = await copyHashed(source, partial);
      if (found.copy().digest('hex') !== hash) throw new Refused(`The file ${hash} is damaged.`);
      const mail = raws.has(hash) && MAIL.test(start);
      const path = blobFile(hash, mail);
      await mkdir(dirname(join(staging, path)), { recursive: true });
      await rename(partial, join(staging, path));
      await note(staging, found, path);
      count[mail ? 'mails' : 'files']++;
    }
  return count;
}

async function writeHashed(staging: string, path: string, source: Readable): Promise<void> {
  const { hash } = await copyHashed(source, join(staging, path));
  await note(staging, hash, path);
}

/** Its hash and how it begins. */
async function copyHashed(source: Readable, path: string): Promise<{ hash: Hash; start: string }> {
  const hash = createHash('sha256');
  let start: string | null = null;
  const look = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      start ??= chunk.subarray(0, 200).toString('latin1');
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(source, look, createWriteStream(path, { mode: 0o600, flush: true }));
  return { hash, start: start ?? '' };
}

async function note(staging: string, hash: Hash, path: string): Promise<void> {
  await appendFile(join(staging, SUMS), `${hash.digest('hex')}  ${path}\n`, { mode: 0o600 });
}
