/**
 * Bundles the loader, which every page of a site pays for, and the chat, which only who opens it does. `plugins/chat` serves both.
 * Usage: `node build.mjs [folder]`; `dist` when none is named.
 */
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const options = {
  bundle: true,
  minify: true,
  // Browsers of the last three years.
  target: 'es2022',
  format: 'iife',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

/** Long names that only our own classes and components use, and those of preact for classes: none is of the browser, none stands in what is sent or kept. */
const OURS =
  /^(conversation|typing|needs|tabs|sync|post|listen|say|outbox|sessions|uploads|ofOthers|typingEnds|typedAt|askedAt|fromLoader|fromTab|tokenChanged|introduce|setSound|showTyping|chimeFor|setOnline|updateFile|subscribe|adopt|greet|remember|reached|refused|arrived|announce|renew|within|objected|resume|restore|deliver|earlier|wanted|heard|broken|leaving|attempt|running|tooMany|tooLarge|wrongKind|tooLong|emailWrong|discard|somebody|optional|answers|arrived|queued|sending|phase|called|chance|making|stopped|listeners|later|identify|follow|speak|forget|freely|visit|texts|unread|said|began|bridge|api|agreed|copying|copied|copy|opened|trouble|policy|thanks|agree|expired|changed|retry|look|boot|tell|hear|component[A-Z]\w+|shouldComponentUpdate|getDerivedState\w+|getSnapshotBeforeUpdate|getChildContext|debounceRendering|forceUpdate|contextType)$/;

const folder = process.argv[2] ?? here('./dist');
await rm(folder, { recursive: true, force: true });
// First what is loaded later: its name, which changes with what is in it, stands in the chat.
const { metafile } = await build({
  ...options,
  format: 'esm',
  entryPoints: [here('./src/chat/later.ts')],
  outdir: folder,
  entryNames: '[name]-[hash]',
  mangleProps: OURS,
  metafile: true,
});
const [later] = Object.keys(metafile.outputs);
const loadedLater = {
  name: 'loaded later',
  setup: ({ onResolve }) => onResolve({ filter: /\/later\.js$/ }, () => ({ path: `./${basename(later)}`, external: true })),
};

await Promise.all([
  build({ ...options, entryPoints: [here('./src/loader/loader.ts')], outfile: `${folder}/loader.js` }),
  build({
    ...options,
    entryPoints: [here('./src/chat/chat.tsx')],
    outfile: `${folder}/chat.js`,
    format: 'esm',
    plugins: [loadedLater],
    // Smaller than calls of the jsx runtime.
    jsx: 'transform',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    inject: [here('./src/chat/view/h.ts')],
    tsconfigRaw: {},
    mangleProps: OURS,
  }),
  build({ ...options, entryPoints: [here('./src/chat/chat.css')], outfile: `${folder}/chat.css` }),
]);
