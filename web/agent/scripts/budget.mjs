// What a browser has to load before the first use, against the limits of the design (ux 4.15). Fails the build that grows too fat.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMITS = { js: 260, css: 22, texts: 15, editor: 145, palette: 16, settings: 60 };
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
if (!existsSync(`${dist}.vite/manifest.json`)) {
  console.error('There is no build to measure: run `npm run build` first.');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'));
const kb = (file) => gzipSync(readFileSync(dist + file)).length / 1000;

function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}
const keyOf = (end) => Object.keys(manifest).find((key) => key.endsWith(end));
const first = closure(keyOf('index.html'));
const js = (keys) => keys.reduce((sum, key) => sum + kb(manifest[key].file), 0);
// The place of the toasts is loaded right after the first screen is painted: whatever is opened later finds it there.
const soon = closure(keyOf('app/Notices.ts'));
const lazy = (end) => js([...closure(keyOf(end))].filter((key) => !first.has(key) && !soon.has(key)));
const textsSize = Math.max(kb(manifest[keyOf('i18n/nl.json')].file), kb(manifest[keyOf('i18n/en.json')].file));
const css = new Set([...first].flatMap((key) => manifest[key].css ?? []));

const sizes = {
  js: js([...first]) + textsSize,
  css: [...css].reduce((sum, file) => sum + kb(file), 0),
  texts: textsSize,
  editor: lazy('RichEditor.tsx'),
  palette: lazy('Palette.tsx'),
  settings: lazy('settings/Settings.tsx'),
};
const over = Object.entries(sizes).filter(([name, size]) => size > LIMITS[name]);
for (const [name, size] of Object.entries(sizes))
  console.log(`${name.padEnd(9)} ${size.toFixed(1).padStart(6)} of ${LIMITS[name]} KB`);
if (over.length > 0) {
  console.error(`Over budget: ${over.map(([name]) => name).join(', ')}`);
  process.exit(1);
}
