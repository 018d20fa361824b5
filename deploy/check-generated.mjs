// Fails when a generated file is not what its generator makes today, and names it. The fresh one is left in place.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, say, toolEnv } from './prepare.mjs';

const generated =
  /(^|\/)generated\/|\.generated\.[a-z]+$|(^|\/)schema\.graphql$|(deploy\/docs\/settings|server\/docs\/schema-changes|sdk\/docs\/reference)\.md$/;

function snapshot(folder = '', files = new Map()) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (['node_modules', 'dist', '.git', '.nx', 'data', 'coverage'].includes(entry.name)) continue;
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) snapshot(path, files);
    else if (generated.test(path)) files.set(path, readFileSync(join(root, path), 'utf8'));
  }
  return files;
}

const folders = [
  'server',
  ...['plugins', 'web'].flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`)),
];
const before = snapshot();
let failed = false;
for (const folder of folders) {
  const manifest = join(root, folder, 'package.json');
  const scripts = existsSync(manifest) ? Object.keys(JSON.parse(readFileSync(manifest, 'utf8')).scripts ?? {}) : [];
  for (const script of scripts.filter((name) => ['codegen', 'docs'].includes(name))) {
    const { file, args, shell } = npm(['run', '--silent', script, '-w', folder]);
    const run = spawnSync(file, args, { cwd: root, env: toolEnv(), shell, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    if (run.status === 0) continue;
    failed = true;
    say(`${run.stdout}${run.stderr}\nnpm run ${script} -w ${folder} failed.`);
  }
}
const after = snapshot();
const stale = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
for (const path of stale)
  say(`${path} was not fresh: commit what "npm run codegen" or "npm run docs" of its workspace makes of it.`);
process.exitCode = failed || stale.length > 0 ? 1 : 0;
