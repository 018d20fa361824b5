import { mkdtemp, readdir, rm, stat, statfs, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { storageContract } from '../../../test/contracts/storage.contract.js';
import { LocalStorage } from './local-storage.js';

const NOW = 1_800_000_000_000;
let dataDir: string;
let storage: LocalStorage;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'balie-files-'));
  storage = await LocalStorage.open(dataDir, NOW);
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

storageContract('in a folder', () => storage);

test('a file lies two folders deep under its hash, for its owner only, and nothing temporary stays', async () => {
  const { hash } = await storage.put(Buffer.from('attachment'));
  const { mode, size } = await stat(join(dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash));
  expect(size).toBe(10);
  if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600);
  expect(await readdir(join(dataDir, 'files', 'tmp'))).toEqual([]);
});

test('what a process that died left half written is swept after a day, what is being written is not', async () => {
  const tmp = join(dataDir, 'files', 'tmp');
  for (const [name, age] of [
    ['old', 90_000_000],
    ['new', 1_000],
  ] as const) {
    await writeFile(join(tmp, name), 'x');
    await utimes(join(tmp, name), (NOW - age) / 1_000, (NOW - age) / 1_000);
  }
  await LocalStorage.open(dataDir, NOW);
  expect(await readdir(tmp)).toEqual(['new']);
});

test('where too little is free nothing more is stored, small or large, and what is there is read on (threat 30, F8)', async () => {
  const { hash } = await storage.put(Buffer.from('from before'));
  const { blocks, bsize } = await statfs(dataDir);
  const tight = await LocalStorage.open(dataDir, NOW, { floorBytes: blocks * bsize + 1 });
  for (const bytes of [Buffer.from('small'), Buffer.alloc(1_000_000, 7)])
    await expect(tight.put(bytes)).rejects.toMatchObject({ code: 'LIMIT', message: expect.stringContaining('disk') });
  expect(await readdir(join(dataDir, 'files', 'tmp'))).toEqual(['new']);
  expect((await tight.read(hash)).toString()).toBe('from before');
  const roomy = await LocalStorage.open(dataDir, NOW, { floorBytes: 1 });
  expect(await roomy.has((await roomy.put(Buffer.from('small'))).hash)).toBe(true);
});
