import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listed, storageContract } from '../../../test/contracts/storage.contract.js';
import { S3_KEY, type S3Server, startS3 } from '../../../test/support/s3-server.js';
import type { S3Place } from './s3-client.js';
import { S3Storage } from './s3-storage.js';

let server: S3Server;
let spool: string;
let storage: S3Storage;

beforeAll(async () => {
  server = await startS3('desk', 'shared');
  spool = await mkdtemp(join(tmpdir(), 'balie-spool-'));
  storage = await S3Storage.open(placeOf(), spool);
});
afterAll(async () => {
  await storage.onApplicationShutdown();
  await server.close();
  await rm(spool, { recursive: true, force: true });
});

function placeOf(changed: Partial<S3Place> = {}): S3Place {
  const credentials = { accessKeyId: S3_KEY, secretAccessKey: S3_KEY };
  return { bucket: 'desk', prefix: '', endpoint: server.endpoint, region: 'us-east-1', credentials, ...changed };
}

storageContract('in a bucket', () => storage);

test('a file that is sent as it is read comes back byte by byte, and leaves nothing here', async () => {
  const data = randomBytes(9 * 1024 * 1024);
  const chunks = Array.from({ length: 9 }, (_, n) => data.subarray(n * 1024 * 1024, (n + 1) * 1024 * 1024));
  const { hash, bytes } = await storage.put(Readable.from(chunks));
  expect(bytes).toBe(data.byteLength);
  expect(data.equals(await buffer(await storage.open(hash)))).toBe(true);
  expect(await storage.readSmall(hash, 1_000)).toBeNull();
  const [own] = await readdir(spool);
  expect(await readdir(join(spool, own ?? ''))).toEqual([]);
});

test('two instances share a bucket under folders of their own', async () => {
  const one = await S3Storage.open(placeOf({ bucket: 'shared', prefix: 'one/' }), spool);
  const other = await S3Storage.open(placeOf({ bucket: 'shared', prefix: 'other/' }), spool);
  const { hash } = await one.put(Buffer.from('mine'));
  expect(await other.has(hash)).toBe(false);
  expect(await listed(one)).toEqual([hash]);
  expect(await listed(other)).toEqual([]);
  await Promise.all([one.onApplicationShutdown(), other.onApplicationShutdown()]);
});

test.each([
  ['a bucket that is not there', { bucket: 'nowhere' }, 'There is no bucket "nowhere"', false],
  [
    'a key that nobody knows',
    { credentials: { accessKeyId: 'SOMEBODY', secretAccessKey: 'else' } },
    'does not know the access key of BALIE_S3_ACCESS_KEY',
    false,
  ],
  [
    'a wrong secret',
    { credentials: { accessKeyId: S3_KEY, secretAccessKey: 'else' } },
    'BALIE_S3_SECRET_KEY does not belong to BALIE_S3_ACCESS_KEY',
    false,
  ],
  ['a storage that is not there', { endpoint: 'http://127.0.0.1:9' }, 'can not be reached (ECONNREFUSED)', true],
])('at the start %s is said in one sentence', async (_what, changed, words, away) => {
  const opened = S3Storage.open(placeOf(changed), spool);
  await expect(opened).rejects.toMatchObject({ name: 'BucketError', message: expect.stringContaining(words), away });
});

test('when the storage goes away nothing counts as kept, and who waits is told when to try again', async () => {
  const away = await startS3('desk');
  const there = await S3Storage.open(placeOf({ endpoint: away.endpoint }), spool);
  await away.close();
  await expect(there.put(Buffer.from('lost?'))).rejects.toMatchObject({ code: 'LIMIT', detail: { retryAfterMs: 30_000 } });
  await expect(there.probe()).rejects.toThrow();
  await there.onApplicationShutdown();
});
