import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import type { Storage } from '../../src/kernel/storage.js';
import { guardUnit } from '../../src/kernel/unit-guard.js';

const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Every key of a storage. */
export async function listed(storage: Storage): Promise<string[]> {
  const keys: string[] = [];
  for await (const batch of storage.list()) keys.push(...batch);
  return keys;
}

/** What every storage promises. */
export function storageContract(name: string, get: () => Storage): void {
  describe(`the storage ${name}`, () => {
    test('bytes are kept under their hash and come back the same, from memory and from a stream', async () => {
      const data = randomBytes(300_000);
      const chunks = Array.from({ length: 30 }, (_, n) => data.subarray(n * 10_000, (n + 1) * 10_000));
      const blob = await get().put(data);
      expect(blob).toEqual({ hash: sha256(data), bytes: 300_000 });
      expect(await get().put(Readable.from(chunks))).toEqual(blob);
      expect(data.equals(await get().read(blob.hash))).toBe(true);
      expect(data.equals(await buffer(await get().open(blob.hash)))).toBe(true);
      expect(await get().has(blob.hash)).toBe(true);
    });

    test('an empty file is a file', async () => {
      const { hash, bytes } = await get().put(new Uint8Array());
      expect(bytes).toBe(0);
      expect(await get().read(hash)).toHaveLength(0);
    });

    test('a range is its bytes, the last one included', async () => {
      const { hash } = await get().put(Buffer.from('0123456789'));
      expect((await buffer(await get().open(hash, { start: 2, end: 5 }))).toString()).toBe('2345');
      expect((await buffer(await get().open(hash, { start: 9, end: 99 }))).toString()).toBe('9');
    });

    test('ten at once of the same bytes are one file', async () => {
      const data = randomBytes(50_000);
      const blobs = await Promise.all(Array.from({ length: 10 }, () => get().put(Readable.from([data]))));
      expect(new Set(blobs.map((blob) => blob.hash))).toEqual(new Set([sha256(data)]));
      expect(data.equals(await get().read(sha256(data)))).toBe(true);
    });

    test('above the limit nothing is kept, and the source is let go', async () => {
      const data = randomBytes(2_000);
      const source = Readable.from([data.subarray(0, 1_000), data.subarray(1_000)]);
      await expect(get().put(source, { maxBytes: 1_999 })).rejects.toMatchObject({ name: 'DomainError', code: 'LIMIT' });
      expect(source.destroyed).toBe(true);
      expect(await get().has(sha256(data))).toBe(false);
      expect(await get().put(data, { maxBytes: 2_000 })).toMatchObject({ bytes: 2_000 });
    });

    test('a source that fails leaves nothing', async () => {
      const data = Buffer.from('half of it');
      const source = Readable.from(
        (function* () {
          yield data;
          throw new Error('cut off');
        })(),
      );
      await expect(get().put(source)).rejects.toThrow('cut off');
      expect(await get().has(sha256(data))).toBe(false);
    });

    test('what is not there is NOT_FOUND, and so is what is no key', async () => {
      for (const hash of [sha256(randomBytes(8)), '../../../etc/passwd', '']) {
        await expect(get().read(hash)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(get().open(hash)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
    });

    test('what is deleted is gone; deleting again is no error', async () => {
      const { hash } = await get().put(randomBytes(10));
      await get().delete(hash);
      expect(await get().has(hash)).toBe(false);
      await get().delete(hash);
    });

    test('a range behind the end is nothing', async () => {
      const { hash } = await get().put(Buffer.from('short'));
      expect(await buffer(await get().open(hash, { start: 5, end: 9 }))).toHaveLength(0);
    });

    test('a small file is read whole, a larger one is not read', async () => {
      const { hash } = await get().put(Buffer.from('ten bytes.'));
      expect((await get().readSmall(hash, 10))?.toString()).toBe('ten bytes.');
      expect(await get().readSmall(hash, 9)).toBeNull();
      await expect(get().readSmall(sha256(randomBytes(8)), 9)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test('the list has the key of each file once, in their order, and no other', async () => {
      const stored = await Promise.all(Array.from({ length: 20 }, () => get().put(randomBytes(20))));
      const gone = stored.pop()?.hash ?? '';
      await get().delete(gone);
      await get().probe();
      const keys = await listed(get());
      expect(keys).toEqual([...new Set(keys)].toSorted());
      expect(keys).toEqual(expect.arrayContaining(stored.map(({ hash }) => hash)));
      expect(keys).not.toContain(gone);
      for (const hash of keys) expect(sha256(await get().read(hash))).toBe(hash);
    });

    test('inside a unit of work it refuses, since nothing slow may hold a transaction open', async () => {
      const data = randomBytes(10);
      await guardUnit({ open: true }, async () => {
        await expect(get().put(data)).rejects.toThrow('inside a unit of work');
        await expect(get().read(sha256(data))).rejects.toThrow('inside a unit of work');
      });
      expect(await get().has(sha256(data))).toBe(false);
    });
  });
}
