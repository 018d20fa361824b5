import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { runAdmin } from '../../src/app/admin.js';
import { EXIT } from '../../src/app/start-error.js';
import { Storage } from '../../src/kernel/storage.js';
import { TestServer, temporaryFolder } from '../server/server.js';
import { makeInbox } from '../server/world.js';
import { freshDatabaseUrl } from '../support/database.js';
import { type S3Server, startS3 } from '../support/s3-server.js';

// Each starts whole instances, which takes its time where much else runs.
jest.setTimeout(240_000);

let bucket: S3Server;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const places: (() => Promise<void>)[] = [];

beforeAll(async () => {
  bucket = await startS3('desk', 'drill', 'moved');
  folder = await temporaryFolder();
});
afterAll(async () => {
  for (const remove of places) await remove();
  await folder.remove();
  await bucket.close();
});

async function elsewhere(extra: Record<string, string> = {}): Promise<Record<string, string>> {
  const { url, dataDir, remove } = await freshDatabaseUrl();
  places.push(remove);
  return { DATABASE_URL: url, BALIE_DATA_DIR: dataDir, BALIE_PORT: '0', BALIE_LOG_LEVEL: 'silent', ...extra };
}

async function admin(env: Record<string, string>, ...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await runAdmin(args, env, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

/** The text of a file, as an instance on these settings reads it. */
async function textOf(env: Record<string, string>, hash: string): Promise<string> {
  const server = await TestServer.on(env);
  try {
    return (await server.get<Storage>(Storage).read(hash)).toString();
  } finally {
    await server.stop();
  }
}

test('an instance keeps its files in a bucket, is ready when that answers, and is backed up and restored with them (N7, O1)', async () => {
  const server = await TestServer.start({ env: bucket.env('desk') });
  await makeInbox(await server.signIn(), 'Support');
  const { hash } = await server.get<Storage>(Storage).put(Buffer.from('a file in a bucket'));
  expect((await server.browser().get('/health/ready')).status).toBe(200);
  expect(await readdir(join(server.env['BALIE_DATA_DIR'] ?? '', 'files')).catch(() => [])).toEqual([]);
  const file = join(folder.path, 'bucket.tar');
  const { code, said } = await admin(server.env, 'backup', file, '--with-key');
  expect([code, said]).toEqual([0, expect.stringContaining('1 files')]);
  await server.close();

  const onDisk = await elsewhere();
  expect((await admin(onDisk, 'restore', file)).said).toContain('and 1 files');
  expect(await textOf(onDisk, hash)).toBe('a file in a bucket');
  const inBucket = await elsewhere(bucket.env('drill/today'));
  expect((await admin(inBucket, 'restore', file)).code).toBe(0);
  expect(await textOf(inBucket, hash)).toBe('a file in a bucket');
});

test('files that lie in a folder go into a bucket by one command, which can be repeated (N7)', async () => {
  const server = await TestServer.start();
  const { hash } = await server.get<Storage>(Storage).put(Buffer.from('a file in a folder'));
  await server.stop();
  expect((await admin(server.env, 'files-to-bucket')).said).toContain('set BALIE_S3_BUCKET');
  const env = { ...server.env, ...bucket.env('moved') };
  expect((await admin(env, 'files-to-bucket')).said).toContain('1 files of the data folder are in the bucket, 1 of them now');
  expect((await admin(env, 'files-to-bucket')).said).toContain('1 files of the data folder are in the bucket, 0 of them now');
  expect(await textOf(env, hash)).toBe('a file in a folder');
  await server.remove();
});

test('a bucket that can not be used stops the start, and a command, in one sentence', async () => {
  const wrong = await elsewhere({ ...bucket.env('nowhere') });
  await expect(TestServer.on(wrong)).rejects.toMatchObject({
    exitCode: EXIT.SETTING,
    message: expect.stringMatching(/^There is no bucket "nowhere" at http/),
  });
  const { code, said } = await admin(wrong, 'files-to-bucket');
  expect([code, said]).toEqual([1, expect.stringMatching(/^There is no bucket "nowhere"/)]);
  const away = await elsewhere({ ...bucket.env('desk'), BALIE_S3_ENDPOINT: 'http://127.0.0.1:9' });
  await expect(TestServer.on(away)).rejects.toMatchObject({ exitCode: EXIT.BUCKET });
});
