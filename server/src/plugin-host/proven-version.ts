import { rm } from 'node:fs/promises';
import type { PreviousVersion } from '../features/plugins/index.js';
import { keptPackage } from './kept-packages.js';
import { checksumOf, unpackPackage } from './package-files.js';
import { type PackagePolicy, withSource } from './package-source.js';

/**
 * Looks at a version that was installed before as if it were installed now: its files are those that were installed, and whoever had
 * signed it is still trusted. Answers who; throws an Error in words.
 */
export async function proveVersion(version: PreviousVersion, policy: PackagePolicy, pluginsDir: string): Promise<string | null> {
  const { folder, checksum, manifest } = version;
  if ((await checksumOf(folder)) !== checksum) throw new Error('its files are not those that were installed.');
  const hadSigned = (manifest['signedBy'] as string | undefined) ?? null;
  const kept = keptPackage(folder);
  if (kept === null) {
    if (hadSigned !== null || policy.signedOnly) throw new Error('its signed package is not kept here. Install it again.');
    return null;
  }
  return withSource(kept, policy, async ({ path, signature }) => {
    if (signature.by === null && hadSigned !== null)
      throw new Error(`${hadSigned}, who had signed it, is no longer trusted here.`);
    const pkg = await unpackPackage(path, pluginsDir);
    if (pkg.fresh) await rm(pkg.folder, { recursive: true, force: true });
    if (pkg.checksum !== checksum) throw new Error('the package that was signed is another one.');
    return signature.by;
  });
}
