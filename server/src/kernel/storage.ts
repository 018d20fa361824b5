import type { Readable } from 'node:stream';

/** A stored blob: content-addressed, so the same bytes are kept once. */
export interface StoredBlob {
  /** SHA-256 in hex: the key. */
  hash: string;
  bytes: number;
}

/** Where files and raw sources lie: a folder by default, S3 at scale. */
export abstract class Storage {
  /** Durable when it resolves (file and folder synced). Throws DomainError LIMIT above `maxBytes`. */
  abstract put(data: Uint8Array | Readable, options?: { maxBytes?: number }): Promise<StoredBlob>;
  /** Throws NOT_FOUND when it is not there. `end` is the last byte of the range, as in HTTP. */
  abstract open(hash: string, range?: { start: number; end: number }): Promise<Readable>;
  abstract read(hash: string): Promise<Buffer>;
  /** The whole of a small file; null when it is larger. */
  abstract readSmall(hash: string, maxBytes: number): Promise<Buffer | null>;
  abstract has(hash: string): Promise<boolean>;
  abstract delete(hash: string): Promise<void>;
  /** The keys of everything that is kept, in batches, in the order of the keys. What is put or deleted meanwhile may be among them or not. */
  abstract list(): AsyncIterable<string[]>;
  /** Writes and removes something; throws when a file could not be kept now. */
  abstract probe(): Promise<void>;
}
