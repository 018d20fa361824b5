import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { DomainError } from '../../kernel/errors.js';
import { Storage, type StoredBlob } from '../../kernel/storage.js';
import { refuseInsideUnit } from '../../kernel/unit-guard.js';
import { receive, tooLarge } from '../storage-local/receive.js';
import { bucketError, codeOf, isAway, isMissing } from './bucket-error.js';
import { s3Client, type S3Place } from './s3-client.js';

/** Up to this size a file is sent from memory, so that it can be sent again when a line breaks. */
const IN_MEMORY = 8 * 1024 * 1024;
/** Above this size it is asked for before it is sent. */
const ASK_FIRST = 256 * 1024;
const HASH = /^[0-9a-f]{64}$/;

/** Files in a bucket, each under the hash of its bytes: `<prefix>files/ab/cd/<sha256>`, as they lie in a data folder. */
export class S3Storage extends Storage {
  private constructor(
    private readonly client: S3Client,
    private readonly place: S3Place,
    private readonly spool: string,
  ) {
    super();
  }

  /**
   * Looks whether the bucket can be listed and written to; throws BucketError in words. What comes as a stream waits in `spool` until it is
   * whole, as its hash is its name.
   */
  static async open(place: S3Place, spool: string): Promise<S3Storage> {
    const client = await s3Client(place);
    const storage = new S3Storage(client, place, join(spool, `files-${process.pid}-${randomBytes(4).toString('hex')}`));
    try {
      await storage.probe();
      await client.send(new ListObjectsV2Command({ Bucket: place.bucket, Prefix: `${place.prefix}files/`, MaxKeys: 1 }));
    } catch (error) {
      client.destroy();
      throw bucketError(error, place.bucket, place.endpoint ?? `Amazon S3, ${place.region}`);
    }
    await mkdir(storage.spool, { recursive: true, mode: 0o700 });
    return storage;
  }

  async put(data: Uint8Array | Readable, { maxBytes = Infinity }: { maxBytes?: number } = {}): Promise<StoredBlob> {
    refuseInsideUnit('A file can not be stored');
    if (data instanceof Uint8Array) {
      if (data.byteLength > maxBytes) throw tooLarge(maxBytes);
      const blob = { hash: createHash('sha256').update(data).digest('hex'), bytes: data.byteLength };
      await this.send(blob, async () => data);
      return blob;
    }
    const path = join(this.spool, randomBytes(12).toString('hex'));
    try {
      const blob = await receive(path, data, { maxBytes, sync: false });
      await this.send(blob, async () => (blob.bytes <= IN_MEMORY ? readFile(path) : createReadStream(path)));
      return blob;
    } finally {
      await rm(path, { force: true });
    }
  }

  async open(hash: string, range?: { start: number; end: number }): Promise<Readable> {
    refuseInsideUnit('A file can not be opened');
    try {
      return (await this.get(hash, range)).body;
    } catch (error) {
      // A range behind the end, as a folder answers it.
      if (range && codeOf(error) === 'InvalidRange') return Readable.from([]);
      throw error;
    }
  }

  async read(hash: string): Promise<Buffer> {
    refuseInsideUnit('A file can not be read');
    return buffer((await this.get(hash)).body);
  }

  async readSmall(hash: string, maxBytes: number): Promise<Buffer | null> {
    refuseInsideUnit('A file can not be read');
    const { body, bytes } = await this.get(hash);
    if (bytes <= maxBytes) return buffer(body);
    body.destroy();
    return null;
  }

  async has(hash: string): Promise<boolean> {
    refuseInsideUnit('A file can not be looked for');
    return (await this.size(hash)) !== null;
  }

  async delete(hash: string): Promise<void> {
    refuseInsideUnit('A file can not be deleted');
    await this.client.send(new DeleteObjectCommand(this.object(hash)));
  }

  async *list(): AsyncGenerator<string[]> {
    const prefix = `${this.place.prefix}files/`;
    let from: string | undefined;
    do {
      const page = await this.client.send(
        new ListObjectsV2Command({ Bucket: this.place.bucket, Prefix: prefix, ContinuationToken: from }),
      );
      const hashes = (page.Contents ?? []).map(({ Key = '' }) => Key.slice(prefix.length + 6)).filter((name) => HASH.test(name));
      if (hashes.length > 0) yield hashes;
      from = page.NextContinuationToken;
    } while (from !== undefined);
  }

  async probe(): Promise<void> {
    const probe = { Bucket: this.place.bucket, Key: `${this.place.prefix}probe-${randomBytes(8).toString('hex')}` };
    await this.client.send(new PutObjectCommand({ ...probe, Body: Buffer.from('written to see whether it can be') }));
    await this.client.send(new DeleteObjectCommand(probe));
  }

  /** For the container that made it: closes its lines when the product ends. */
  async onApplicationShutdown(): Promise<void> {
    this.client.destroy();
    await rm(this.spool, { recursive: true, force: true });
  }

  private async send({ hash, bytes }: StoredBlob, body: () => Promise<Uint8Array | Readable>): Promise<void> {
    try {
      if (bytes > ASK_FIRST && (await this.size(hash)) === bytes) return;
      const command = new PutObjectCommand({ ...this.object(hash), Body: await body(), ContentLength: bytes });
      // Signed with the rest: what arrives as something else is refused there.
      command.middlewareStack.add(
        (next) => (args) => {
          (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = hash;
          return next(args);
        },
        { step: 'build', name: 'contentHash' },
      );
      await this.client.send(command);
    } catch (error) {
      if (!isAway(error)) throw error;
      throw new DomainError('LIMIT', 'The storage of files does not answer. Nothing was saved: try again in a moment.', {
        retryAfterMs: 30_000,
      });
    }
  }

  private async get(hash: string, range?: { start: number; end: number }): Promise<{ body: Readable; bytes: number }> {
    const Range = range && `bytes=${range.start}-${range.end}`;
    try {
      const { Body, ContentLength = 0 } = await this.client.send(new GetObjectCommand({ ...this.object(hash), Range }));
      return { body: Body as Readable, bytes: ContentLength };
    } catch (error) {
      throw isMissing(error) ? noSuchFile() : error;
    }
  }

  private async size(hash: string): Promise<number | null> {
    try {
      return (await this.client.send(new HeadObjectCommand(this.object(hash)))).ContentLength ?? 0;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  private object(hash: string): { Bucket: string; Key: string } {
    if (!HASH.test(hash)) throw noSuchFile();
    const { bucket, prefix } = this.place;
    return { Bucket: bucket, Key: `${prefix}files/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}` };
  }
}

function noSuchFile(): DomainError {
  return new DomainError('NOT_FOUND', 'There is no file of this key.');
}
