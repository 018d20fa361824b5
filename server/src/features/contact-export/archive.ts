import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Storage, StoredBlob } from '../../kernel/storage.js';

/** A file that goes into an archive. */
export interface ArchiveEntry {
  path: string;
  content: AsyncIterable<Buffer | string> | Readable;
}
/** What an archive says of itself: where it comes from, and a digest of each file by which it can be seen to be whole. */
export interface Manifest {
  format: string;
  contactId: string;
  madeAt: string;
  files: { path: string; bytes: number; sha256: string }[];
}

/** Stores the files as one ZIP, one after the other and never whole in memory, with the manifest behind them. */
export async function storeArchive(
  storage: Storage,
  head: Omit<Manifest, 'files'>,
  entries: AsyncIterable<ArchiveEntry>,
): Promise<StoredBlob> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const filling = fill(zip, head, entries).catch((error: unknown) => {
    output.destroy(error as Error);
    throw error;
  });
  const stored = storage.put(output);
  // A disk that is full ends both: nobody reads on what is filled.
  const [blob] = await Promise.all([stored, Promise.race([filling, stored])]);
  return blob;
}

async function fill(zip: ZipFile, head: Omit<Manifest, 'files'>, entries: AsyncIterable<ArchiveEntry>): Promise<void> {
  const mtime = new Date(head.madeAt);
  const files: Manifest['files'] = [];
  for await (const { path, content } of entries) {
    const file = { path, bytes: 0, sha256: '' };
    const source = Readable.from(measured(content, file));
    zip.addReadStream(source, path, { mtime });
    await finished(source);
    files.push(file);
  }
  zip.addBuffer(Buffer.from(`${JSON.stringify({ ...head, files }, null, 2)}\n`), 'manifest.json', { mtime });
  zip.end();
}

async function* measured(content: AsyncIterable<Buffer | string>, file: Manifest['files'][number]): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const part of content) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    file.bytes += bytes.byteLength;
    hash.update(bytes);
    yield bytes;
  }
  file.sha256 = hash.digest('hex');
}
