/** Bundles the plugin into one file: its process may read its own folder only, so nothing can be found in node_modules. */
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await rm(here('./dist'), { recursive: true, force: true });
await build({
  entryPoints: [here('./src/index.ts')],
  outfile: here('./dist/index.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  // The SDK's source, so that a build of this plugin alone does not depend on the SDK's own build.
  alias: { '@balie/plugin-sdk': here('../sdk/src/index.ts') },
  // Names in stack traces and error classes stay readable.
  keepNames: true,
  legalComments: 'linked',
  logLevel: 'warning',
});
