// The last step of the server's build: asks each plugin that comes with Balie what it is, so that a first start need not.
import path from 'node:path';
import { BundledDescriptions } from '../src/plugin-host/bundled-descriptions.js';
import { describePackage } from '../src/plugin-host/describe-package.js';
import { findBundled } from '../src/plugin-host/package-files.js';

const server = path.join(import.meta.dirname, '..');
const START_MS = 120_000;

const found = await findBundled(path.join(server, '..', 'plugins'), (folder, reason) => {
  throw new Error(`The plugin in ${folder} can't be used: ${reason}`);
});
const said = await Promise.all(
  found.map(async (pkg) => {
    const log = (level: string, message: string) => console.warn(`${pkg.manifest.id} ${level}: ${message}`);
    return { pkg, description: await describePackage(pkg, { startMs: START_MS, log }) };
  }),
);
await BundledDescriptions.write(path.join(server, 'dist', 'bundled-plugins.json'), said);
