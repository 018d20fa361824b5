import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { S3Storage } from '../adapters/storage-s3/s3-storage.js';
import { LocalStorage } from '../adapters/storage-local/local-storage.js';
import { SystemClock } from '../kernel/clock.js';
import type { Storage } from '../kernel/storage.js';
import type { Config } from './config.js';

/** Where an instance keeps its files by its settings; throws BucketError in words. */
export async function openFiles(config: Config, now: number, onFatal?: (error: unknown) => void): Promise<Storage> {
  const bucket = await openBucket(config);
  return bucket ?? LocalStorage.open(config.dataDir, now, { onFatal, floorBytes: await floorOf(config) });
}

/** A small disk keeps a twentieth of itself free, were the setting more than that. */
async function floorOf({ dataDir, diskFloorMb }: Config): Promise<number> {
  const { blocks, bsize } = await statfs(dataDir);
  return Math.min(diskFloorMb * 1024 * 1024, (blocks * bsize) / 20);
}

/** The bucket of the settings; null when files lie in the data folder. */
export async function openBucket(config: Config): Promise<S3Storage | null> {
  const { s3Bucket, s3Endpoint: endpoint, s3Region: region, s3AccessKey, s3SecretKey, dataDir, outgoingProxy } = config;
  if (s3Bucket === undefined) return null;
  // Only here: an installation without a bucket does not pay the memory of its client.
  const { S3Storage } = await import('../adapters/storage-s3/s3-storage.js');
  const [bucket = '', ...folders] = s3Bucket.split('/');
  const prefix = folders.map((folder) => `${folder}/`).join('');
  const credentials = s3AccessKey && s3SecretKey ? { accessKeyId: s3AccessKey, secretAccessKey: s3SecretKey } : undefined;
  return S3Storage.open({ bucket, prefix, endpoint, region, credentials, proxy: outgoingProxy ?? null }, join(dataDir, 'spool'));
}

/** For a command at the terminal: with the bucket of the settings, or null when there is none. */
export async function withBucket<T>(config: Config, work: (bucket: Storage | null) => Promise<T>): Promise<T> {
  const bucket = await openBucket(config);
  try {
    return await work(bucket);
  } finally {
    await bucket?.onApplicationShutdown();
  }
}

/** The same with where files lie, be it a bucket or a folder. */
export function withFiles<T>(config: Config, work: (storage: Storage) => Promise<T>): Promise<T> {
  return withBucket(config, async (bucket) => work(bucket ?? (await LocalStorage.open(config.dataDir, new SystemClock().now()))));
}
