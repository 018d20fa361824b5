import { describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { BundledDescriptions } from '../../src/plugin-host/bundled-descriptions.js';
import { describePackage } from '../../src/plugin-host/describe-package.js';
import { findBundled } from '../../src/plugin-host/package-files.js';

const server = path.join(import.meta.dirname, '..', '..');
const bundled = () =>
  findBundled(path.join(server, '..', 'plugins'), (folder, reason) => {
    throw new Error(`${folder}: ${reason}`);
  });

describe('what the build wrote of the plugins that come with Balie', () => {
  it('is what each of them says when it is asked', async () => {
    const written = await BundledDescriptions.read(path.join(server, 'dist', 'bundled-plugins.json'));
    const found = await bundled();
    expect(found.map(({ manifest }) => manifest.id)).toEqual(expect.arrayContaining(['chat', 'email', 'form']));
    for (const pkg of found)
      expect(written.of(pkg)).toEqual(await describePackage(pkg, { startMs: 80_000, log: () => undefined }));
  });

  it('is not believed of other files, of another manifest, or where it can not be read', async () => {
    const [pkg] = await bundled();
    if (!pkg) throw new Error('No plugin is built.');
    const folder = await mkdtemp(path.join(tmpdir(), 'balie-descriptions-'));
    const file = path.join(folder, 'bundled.json');
    try {
      const description = await describePackage(pkg, { startMs: 80_000, log: () => undefined });
      await BundledDescriptions.write(file, [{ pkg, description }]);
      const written = await BundledDescriptions.read(file);
      expect(written.of(pkg)).toEqual(description);
      expect(written.of({ ...pkg, checksum: 'of other files' })).toBeNull();
      expect(written.of({ ...pkg, manifest: { ...pkg.manifest, channels: [{ type: 'other' } as never] } })).toBeNull();
      await writeFile(file, '{"cut off');
      expect((await BundledDescriptions.read(file)).of(pkg)).toBeNull();
      expect((await BundledDescriptions.read(path.join(folder, 'none'))).of(pkg)).toBeNull();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
