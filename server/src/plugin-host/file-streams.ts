import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import type { Storage, StoredBlob } from '../kernel/storage.js';

const MAX_FILE_BYTES = 64 * 1024 * 1024;
const MAX_OPEN = 16;

interface Upload {
  pipe: PassThrough;
  stored: Promise<StoredBlob>;
}

/** So many files that a call has put are remembered, by their sizes. */
const REMEMBERED = 1_000;

/** The files that a plugin reads and writes in one call: in pieces, each asked for, so that no side holds a whole one. */
export class FileStreams {
  private next = 0;
  private readonly uploads = new Map<number, Upload>();
  private readonly sizes = new Map<string, number>();
  private readonly readers = new Map<number, { source: Readable; chunks: AsyncIterator<Buffer> }>();

  constructor(private readonly storage: Storage) {}

  /** A whole file that is small enough to be sent at once. */
  async put(data: unknown): Promise<{ stored: string; bytes: number }> {
    if (!ArrayBuffer.isView(data)) throw new Error('A file is bytes.');
    return this.note(await this.storage.put(Buffer.from(data.buffer, data.byteOffset, data.byteLength)));
  }

  /** How many bytes a file has that was put here; null for any other. */
  sizeOf(stored: string): number | null {
    return this.sizes.get(stored) ?? null;
  }

  begin(): number {
    this.checkRoom();
    const pipe = new PassThrough({ highWaterMark: 1024 * 1024 });
    const stored = this.storage.put(pipe, { maxBytes: MAX_FILE_BYTES });
    // Looked at in `end` and `chunk`; a refusal before that must not count as unhandled.
    stored.catch((error: Error) => pipe.destroy(error));
    pipe.on('error', () => undefined);
    this.uploads.set(++this.next, { pipe, stored });
    return this.next;
  }

  async chunk(id: number, chunk: unknown): Promise<void> {
    const upload = this.uploads.get(id);
    if (!upload || !ArrayBuffer.isView(chunk)) throw new Error('There is no such upload.');
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (upload.pipe.destroyed) await upload.stored;
    if (upload.pipe.write(bytes)) return;
    // A pipe that the storage let go of only says that it was aborted; why, the storage says.
    const drained = once(upload.pipe, 'drain').catch(() => upload.stored);
    await Promise.race([drained, upload.stored]);
  }

  async end(id: number): Promise<{ stored: string; bytes: number }> {
    const upload = this.uploads.get(id);
    if (!upload) throw new Error('There is no such upload.');
    this.uploads.delete(id);
    upload.pipe.end();
    return this.note(await upload.stored);
  }

  abort(id: number): void {
    this.uploads.get(id)?.pipe.destroy(new Error('The upload was given up.'));
    this.uploads.delete(id);
  }

  async open(hash: unknown): Promise<number> {
    if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) throw new Error('A stored file is named by its hash.');
    this.checkRoom();
    const source = await this.storage.open(hash);
    this.readers.set(++this.next, { source, chunks: source[Symbol.asyncIterator]() as AsyncIterator<Buffer> });
    return this.next;
  }

  /** The next piece, or null at the end. */
  async read(id: number): Promise<Uint8Array | null> {
    const reader = this.readers.get(id);
    if (!reader) throw new Error('There is no such open file.');
    const { done, value } = await reader.chunks.next();
    if (!done) return value;
    this.readers.delete(id);
    return null;
  }

  close(id: number): void {
    this.readers.get(id)?.source.destroy();
    this.readers.delete(id);
  }

  /** When the call has ended: what is still open is given up. */
  closeAll(): void {
    for (const id of [...this.uploads.keys()]) this.abort(id);
    for (const id of [...this.readers.keys()]) this.close(id);
  }

  private note({ hash, bytes }: StoredBlob): { stored: string; bytes: number } {
    this.sizes.set(hash, bytes);
    // A call that listens has no end, and each mail is a file.
    const [oldest] = this.sizes.keys();
    if (oldest !== undefined && this.sizes.size > REMEMBERED) this.sizes.delete(oldest);
    return { stored: hash, bytes };
  }

  private checkRoom(): void {
    if (this.uploads.size + this.readers.size >= MAX_OPEN) throw new Error(`At most ${MAX_OPEN} files may be open at once.`);
  }
}
