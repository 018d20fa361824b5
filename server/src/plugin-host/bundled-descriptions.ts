import { readFile, writeFile } from 'node:fs/promises';
import { checkDescription, type Description } from './description.js';
import type { PluginPackage } from './manifest.js';

type Bundled = PluginPackage & { checksum: string };

/**
 * What the plugins that come with Balie said of themselves when it was built, so that a first start need not start each of them to ask.
 * A package whose files are not those that were asked is not found here.
 */
export class BundledDescriptions {
  private constructor(private readonly bySum: ReadonlyMap<string, unknown>) {}

  /** Reads what `write` wrote; empty when there is no such file, or none that can be read. */
  static async read(file: string | null): Promise<BundledDescriptions> {
    const text = file === null ? null : await readFile(file, 'utf8').catch(() => null);
    try {
      return new BundledDescriptions(new Map(Object.entries(JSON.parse(text ?? '{}') as Record<string, unknown>)));
    } catch {
      return new BundledDescriptions(new Map());
    }
  }

  /** Writes what each package says, by its checksum. */
  static async write(file: string, said: readonly { pkg: Bundled; description: Description }[]): Promise<void> {
    const bySum = Object.fromEntries(said.map(({ pkg, description }) => [pkg.checksum, description]));
    await writeFile(file, `${JSON.stringify(bySum, null, 2)}\n`);
  }

  /** Null for a package that was not asked, or that is not what it said. */
  of({ manifest, checksum }: Bundled): Description | null {
    const found = this.bySum.get(checksum);
    try {
      return found === undefined ? null : checkDescription(manifest, found);
    } catch {
      return null;
    }
  }
}
