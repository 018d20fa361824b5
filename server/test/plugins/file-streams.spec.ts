import { expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Storage, type StoredBlob } from '../../src/kernel/storage.js';
import { FileStreams } from '../../src/plugin-host/file-streams.js';
import { until } from '../support/until.js';

/** A disk that takes nothing until it is let, and counts what it gave. */
class SlowStorage extends Storage {
  taken = 0;
  given = 0;
  gone = 0;
  private open_: (() => void) | null = null;
  private readonly opened = new Promise<void>((resolve) => (this.open_ = resolve));

  let(): void {
    this.open_?.();
  }

  async put(data: Uint8Array | Readable): Promise<StoredBlob> {
    const hash = createHash('sha256');
    await this.opened;
    try {
      for await (const chunk of data as Readable) {
        this.taken += (chunk as Buffer).length;
        hash.update(chunk as Buffer);
      }
    } catch (error) {
      this.gone++;
      throw error;
    }
    return { hash: hash.digest('hex'), bytes: this.taken };
  }

  open(): Promise<Readable> {
    const pieces = async function* (this: SlowStorage) {
      for (let i = 0; i < 200; i++) {
        this.given += 256 * 1024;
        yield Buffer.alloc(256 * 1024);
      }
    };
    return Promise.resolve(Readable.from(pieces.call(this), { objectMode: false, highWaterMark: 256 * 1024 }));
  }

  read = (): Promise<Buffer> => Promise.reject(new Error('not used'));
  has = (): Promise<boolean> => Promise.resolve(false);
  delete = (): Promise<void> => Promise.resolve();
}

const CHUNK = Buffer.alloc(256 * 1024, 1);

it('takes no more from a plugin than the disk does', async () => {
  const storage = new SlowStorage();
  const files = new FileStreams(storage);
  const upload = files.begin();
  let accepted = 0;
  const writing = (async () => {
    for (let i = 0; i < 200; i++) {
      await files.chunk(upload, CHUNK);
      accepted += CHUNK.length;
    }
    return files.end(upload);
  })();
  // What is accepted stops growing while the disk takes nothing.
  let last = -1;
  await until(() => {
    const still = accepted > 0 && accepted === last;
    last = accepted;
    return still;
  });
  expect(accepted).toBeLessThan(2 * 1024 * 1024);
  storage.let();
  expect(await writing).toEqual({
    stored: createHash('sha256')
      .update(Buffer.alloc(200 * CHUNK.length, 1))
      .digest('hex'),
    bytes: 200 * CHUNK.length,
  });
});

it('reads no more from the disk than a plugin asks for', async () => {
  const storage = new SlowStorage();
  const files = new FileStreams(storage);
  const handle = await files.open('0'.repeat(64));
  expect((await files.read(handle))?.length).toBeGreaterThan(0);
  expect(storage.given).toBeLessThan(2 * 1024 * 1024);
  files.closeAll();
  await expect(files.read(handle)).rejects.toThrow('no such open file');
});

it('gives up what is still open when the call ends, and opens only so many', async () => {
  const storage = new SlowStorage();
  storage.let();
  const files = new FileStreams(storage);
  const uploads = Array.from({ length: 16 }, () => files.begin());
  expect(() => files.begin()).toThrow('At most 16 files');
  await files.chunk(uploads[0] ?? 0, CHUNK);
  files.closeAll();
  await until(() => storage.gone === 16);
  await expect(files.end(uploads[0] ?? 0)).rejects.toThrow('no such upload');
  await expect(files.open('../../etc/passwd')).rejects.toThrow('named by its hash');
});
