/** Bundles the plugin into one file: its process may read its own folder only, so nothing can be found in node_modules. What browsers run is in it as text. */
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** A script for browsers; its exports are the members of `balieForm`, which only the code around it sees. */
async function browserScript(entry) {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2020',
    format: 'iife',
    globalName: 'balieForm',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0].text.trim();
}

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
  define: {
    EMBED_SCRIPT: JSON.stringify(await browserScript('./src/browser/embed.ts')),
    FIT_SCRIPT: JSON.stringify(await browserScript('./src/browser/fit.ts')),
    PAGE_SCRIPT: JSON.stringify(await browserScript('./src/browser/page.ts')),
  },
  // Names in stack traces and error classes stay readable.
  keepNames: true,
  legalComments: 'linked',
  logLevel: 'warning',
});
