// What a visitor has to load, against the limits of N17 (ux 2.3). Fails the build that grows too fat. `node budget.mjs [folder]`
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

// `later` is what the chat loads only once it is needed, such as for a file that is sent.
const LIMITS = { 'loader.js': 3, chat: 20, later: 2 };
const dist = `${process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url))}/`;
if (!existsSync(`${dist}chat.js`)) {
  console.error('There is no build to measure: run `npm run build` first.');
  process.exit(1);
}
const kb = (name) => gzipSync(readFileSync(dist + name), { level: 9 }).length / 1000;
const later = readdirSync(dist).filter((name) => name.startsWith('later-'));
const sizes = {
  'loader.js': kb('loader.js'),
  chat: kb('chat.js') + kb('chat.css'),
  later: later.reduce((sum, name) => sum + kb(name), 0),
};
for (const [name, size] of Object.entries(sizes))
  console.log(`${name.padEnd(9)} ${size.toFixed(2).padStart(6)} of ${LIMITS[name]} KB`);
const over = Object.keys(sizes).filter((name) => sizes[name] > LIMITS[name]);
if (over.length > 0) {
  console.error(`Over budget: ${over.join(', ')}`);
  process.exit(1);
}
