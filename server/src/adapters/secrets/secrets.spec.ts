import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { AesSecretBox } from './aes-secret-box.js';
import { loadSecretKey } from './secret-key.js';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'balie-key-'));
});
afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

test('a sealed secret opens for its row only, and shows nothing of itself', () => {
  const box = new AesSecretBox(randomBytes(32));
  const sealed = box.seal('pässword', 'chn_1');
  expect(box.open(sealed, 'chn_1')).toBe('pässword');
  expect(sealed).not.toContain('ssword');
  expect(box.seal('pässword', 'chn_1')).not.toBe(sealed);
  expect(() => box.open(sealed, 'chn_2')).toThrow('belongs to something else');
  expect(box.open(box.seal('', 'x'), 'x')).toBe('');
});

test('each changed character is noticed', () => {
  const box = new AesSecretBox(randomBytes(32));
  const sealed = box.seal('secret', 'chn_1');
  const body = sealed.lastIndexOf('.') + 1;
  for (let at = body; at < sealed.length - 1; at++) {
    const other = sealed[at] === 'A' ? 'B' : 'A';
    expect(() => box.open(sealed.slice(0, at) + other + sealed.slice(at + 1), 'chn_1')).toThrow();
  }
  expect(() => box.open(sealed.slice(0, body + 4), 'chn_1')).toThrow('can not be opened');
  expect(() => box.open('plain text', 'chn_1')).toThrow('not in the form');
});

test('a key can be changed: the new one seals, the old one still opens; a missing one is named', () => {
  const [old, fresh] = [randomBytes(32), randomBytes(32)];
  const sealed = new AesSecretBox(old).seal('secret', 'chn_1');
  const both = new AesSecretBox(fresh, [old]);
  expect(both.open(sealed, 'chn_1')).toBe('secret');
  expect(new AesSecretBox(fresh).open(both.seal('secret', 'chn_1'), 'chn_1')).toBe('secret');
  expect(() => new AesSecretBox(fresh).open(sealed, 'chn_1')).toThrow(/another secret key \([0-9a-f]{8}\)/);
});

test('the key is made once at the first start, even by ten processes at once, and only its owner can read it', async () => {
  const keys = await Promise.all(Array.from({ length: 10 }, () => loadSecretKey({ dataDir })));
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
  expect(await readdir(dataDir)).toEqual(['secret.key']);
  expect(await loadSecretKey({ dataDir })).toEqual(keys[0]);
  if (process.platform === 'win32') return;
  expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600);
  await chmod(join(dataDir, 'secret.key'), 0o644);
  await loadSecretKey({ dataDir });
  expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600);
});

test('a key in the settings is used, and a wrong one stops the start with a sentence', async () => {
  const key = randomBytes(32);
  expect(await loadSecretKey({ key: key.toString('hex'), dataDir })).toEqual(key);
  expect(await loadSecretKey({ key: key.toString('base64'), dataDir })).toEqual(key);
  await expect(loadSecretKey({ key: 'short', dataDir })).rejects.toThrow('BALIE_SECRET_KEY must hold 32 bytes');
  await writeFile(join(dataDir, 'secret.key'), '');
  await expect(loadSecretKey({ dataDir })).rejects.toThrow('it holds 0');
});
