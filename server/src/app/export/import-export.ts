import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { Digest } from '../../adapters/database/raw/digest.js';
import { loadRows } from '../../adapters/database/raw/load.js';
import { openRaw } from '../../adapters/database/raw/open-raw.js';
import { BATCH, type Cell } from '../../adapters/database/raw/raw-database.js';
import { parseKey } from '../../adapters/secrets/key-ring.js';
import type { Storage } from '../../kernel/storage.js';
import { holdSending, readAgain } from '../backup/after-restore.js';
import { keepKey } from '../backup/keep-key.js';
import { Refused } from '../backup/refused.js';
import { EmptyTarget } from '../backup/empty-target.js';
import { type Kind, kindFile, MANIFEST, type Manifest, manifestSchema, SUMS } from './manifest.js';

/** What comes in, and where to. */
export interface ImportOrder {
  folder: string;
  databaseUrl?: string;
  dataDir: string;
  storage: Storage;
  /** The key of the instance by its settings or in its data folder; null when there is none. */
  key: Buffer | null;
  now: number;
}

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const rowSchema = z.record(z.string(), cell);
const SUM_LINE = /^([0-9a-f]{64}) [ *]((?:kinds|files|mails)\/[\w./-]+|manifest\.json)$/;

/**
 * Makes an instance of an export, in an empty database. Everything is compared with its checksum before a row is written; the files go
 * first, under their hashes, so that an import that failed can be made again and leaves no instance. It sends nothing until a person says
 * so. Throws Refused in words.
 */
export async function importExport(order: ImportOrder): Promise<Manifest> {
  const { folder, databaseUrl, dataDir, storage, key, now } = order;
  const manifest = await readManifest(folder);
  const held = manifest.key === null ? null : parseKey(manifest.key, 'the export');
  if (held && key && !held.equals(key))
    throw new Refused(
      'The secrets of this export were sealed with another key than that of this instance. Give it that one, or none.',
    );
  const paths = await checkSums(folder, manifest);
  await checkRows(folder, manifest);
  await EmptyTarget.refuseInhabited(databaseUrl, dataDir);
  for (const path of paths) await storage.put(createReadStream(join(folder, path)));
  const target = await EmptyTarget.prepare({ databaseUrl, dataDir, replace: true }, manifest.migrations);
  try {
    const database = await openRaw(target.url, dataDir);
    try {
      await database.begin('write');
      await loadRows(database, { tables: manifest.kinds, rows: (table) => batchesOf(folder, table as Kind) });
      await holdSending(database);
      await readAgain(database, now);
      await database.commit();
    } finally {
      await database.close();
    }
    await target.settle(now);
  } finally {
    await target.sweep();
  }
  if (held && !key) await keepKey(dataDir, held);
  return manifest;
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => 'null');
  const manifest = manifestSchema.safeParse(parsed(text));
  if (!manifest.success)
    throw new Refused(`${folder} is not an export of Balie, or one of a version that this one does not know.`);
  return manifest.data;
}

/** Each file that the export names is there and whole; answers those that are files of messages. */
async function checkSums(folder: string, { kinds, files, mails }: Manifest): Promise<string[]> {
  const blobs: string[] = [];
  const named = new Set<string>();
  for await (const line of lines(join(folder, SUMS))) {
    const [, sum, path] = SUM_LINE.exec(line) ?? [];
    if (sum === undefined || path === undefined || path.includes('..')) throw new Refused(`The export is damaged: ${SUMS}.`);
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, path)), hash).catch(() => {
      throw new Refused(`The export is damaged: ${path} is missing.`);
    });
    const blob = !path.startsWith('kinds/') && path !== MANIFEST;
    if (hash.digest('hex') !== sum || (blob && basename(path, '.eml') !== sum))
      throw new Refused(`The export is damaged: ${path}.`);
    named.add(path);
    if (blob) blobs.push(path);
  }
  for (const path of [MANIFEST, ...kinds.map(({ name }) => kindFile(name))])
    if (!named.has(path)) throw new Refused(`The export is damaged: ${path} has no line in ${SUMS}.`);
  if (blobs.length !== files + mails)
    throw new Refused(`The export is damaged: it has ${blobs.length} files of ${files + mails}.`);
  return blobs;
}

/** Reads all rows before any is written: what a database would say of a damaged one helps nobody. */
async function checkRows(folder: string, { kinds }: Manifest): Promise<void> {
  for (const kind of kinds) {
    const digest = new Digest();
    for await (const batch of batchesOf(folder, kind)) for (const row of batch) digest.add(row);
    const { rows, sum } = digest.get();
    if (rows !== kind.rows || sum !== (kind.checksum ?? sum))
      throw new Refused(`The export is damaged: ${kindFile(kind.name)} should have ${kind.rows} rows.`);
  }
}

async function* batchesOf(folder: string, { name, columns }: Kind): AsyncGenerator<Cell[][]> {
  let batch: Cell[][] = [];
  let number = 0;
  for await (const line of lines(join(folder, kindFile(name)))) {
    number++;
    const row = rowSchema.safeParse(parsed(line));
    const unknown = row.success && Object.keys(row.data).find((column) => !columns.includes(column));
    if (!row.success || unknown !== undefined)
      throw new Refused(`Line ${number} of ${kindFile(name)} is no row of ${name}${unknown ? `: it has no ${unknown}` : ''}.`);
    batch.push(columns.map((column) => row.data[column] ?? null));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* lines(path: string): AsyncGenerator<string> {
  const source = createReadStream(path);
  try {
    // Only at LF, as NDJSON is cut: a row may hold other ends of lines.
    let rest = '';
    source.setEncoding('utf8');
    for await (const chunk of source) {
      const parts = (rest + String(chunk)).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
    if (rest !== '') yield rest;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    throw new Refused(`The export is damaged: ${basename(path)} is missing.`);
  } finally {
    source.destroy();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
