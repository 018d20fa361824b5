// What `npm start` and `npm test` share: install and build, only when needed. Runs on a bare clone, with Node's own modules only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
const oldest = 20;
const needed = 24;

/** A reason to stop that a person can act on: said in one sentence, without a stack. */
export class Stop extends Error {}

export const say = (line) => process.stdout.write(`${line}\n`);

/** npm hands a signal to the shell between it and us, which dies of it and says nothing: so when that is gone, the signal was ours. */
function endWithNpm() {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event || windows) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 300).unref();
}

/** Runs the entry of a command; what stops it is said in words and becomes the exit code. */
export async function main(work) {
  endWithNpm();
  try {
    const major = Number(process.versions.node.split('.')[0]);
    if (major < oldest)
      throw new Stop(`Balie needs Node ${oldest} or later to install itself, and this is ${process.version}: see nodejs.org.`);
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(error instanceof Stop ? `${error.message}\n` : `${error.stack ?? error}\n`);
    process.exitCode = 1;
  }
}

/** The environment in which the tools of the lock file, and its Node, come first. */
export function toolEnv(extra = {}) {
  const env = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', ...extra };
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[key] = [join(root, 'node_modules', '.bin'), env[key]].filter(Boolean).join(delimiter);
  return env;
}

/** How npm is called here: by its script when it called us, else by name (a .cmd file on Windows, which needs a shell). */
export function npm(args) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script)) return { file: process.execPath, args: [script, ...args], shell: false };
  return { file: windows ? 'npm.cmd' : 'npm', args, shell: windows };
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Runs a tool quietly, with a line every few seconds; what it printed is shown only when it fails. */
export async function quietly(what, { file, args, shell = false }, { env = toolEnv(), hint = '' } = {}) {
  const since = Date.now();
  say(`${what} …`);
  const timer = setInterval(() => say(`${what} … ${Math.round((Date.now() - since) / 1000)} s`), 10_000);
  let output = '';
  let stop = () => {};
  try {
    const code = await new Promise((resolve, reject) => {
      const child = spawn(file, args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
      stop = (signal) => (child.kill(signal), process.exit(128 + constants.signals[signal]));
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (code !== 0) throw new Stop(`${output.trim()}\n\n${what} failed after ${seconds(since)} (exit code ${code}).${hint}`);
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`${what} failed: ${error.message}.${hint}`);
  } finally {
    clearInterval(timer);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop);
  }
  say(`${what}: done in ${seconds(since)}`);
}

const changed = (file) => (existsSync(file) ? statSync(file).mtimeMs : -1);

/** Installs what the lock file names when it is not there, or when the lock file is newer than what is. */
export async function install() {
  const lock = join(root, 'package-lock.json');
  const stamp = join(root, 'node_modules', '.balie-lock');
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
  const done = join(root, 'node_modules', '.package-lock.json'); // npm writes it last
  if (existsSync(done) && ((existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) || changed(done) >= changed(lock))) return;
  // Development packages are asked for by name, since NODE_ENV=production would leave out what builds the product.
  await quietly(
    'Installing the dependencies',
    npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']),
    { env: process.env, hint: ' Is the network there, and may this folder be written to?' },
  );
  writeFileSync(stamp, hash);
}

/** The Node that runs the product: the one in the lock file, else this one when it is new enough. */
export function pinnedNode() {
  const pinned = join(
    root,
    'node_modules',
    `node-${windows ? 'win' : process.platform}-${process.arch}`,
    'bin',
    windows ? 'node.exe' : 'node',
  );
  if (existsSync(pinned) && spawnSync(pinned, ['--version'], { stdio: 'ignore' }).status === 0) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath;
  throw new Stop(
    `On this system (${process.platform} ${process.arch}) Balie needs Node ${needed} or later, and this is ${process.version}: see nodejs.org.`,
  );
}

/** The folders with a package.json that are built. */
function workspaces() {
  const folders = [
    'server',
    ...['plugins', 'web'].flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`)),
  ];
  return folders.filter((folder) => existsSync(join(root, folder, 'package.json')));
}

const builds = (folder) => Boolean(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).scripts?.build);
const notSource = /^(node_modules|dist|test|tools|docs|coverage|fixtures|\.nx)$|\.spec\.tsx?$/;

function* sources(path) {
  for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
    if (notSource.test(entry.name)) continue;
    if (entry.isDirectory()) yield* sources(`${path}/${entry.name}`);
    else if (entry.isFile()) yield `${path}/${entry.name}`;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  const shared = ['package-lock.json', 'tsconfig.base.json', '.swcrc', 'nx.json'];
  for (const file of [...shared, ...workspaces().flatMap((folder) => [...sources(folder)])].sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** The script behind a command of an installed package. */
export function bin(name) {
  const folder = join(root, 'node_modules', name);
  const { bin: entry } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof entry === 'string' ? entry : entry[name]);
}

/** Builds everything when the sources are not those of the last build, or when a build was removed. */
export async function build() {
  const stamp = join(root, '.nx', 'balie-build');
  const now = fingerprint();
  const there = workspaces()
    .filter(builds)
    .every((folder) => existsSync(join(root, folder, 'dist')));
  if (there && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  rmSync(stamp, { force: true });
  const nx = bin('nx');
  // The build is the same whatever the environment of the person who starts it says.
  const env = toolEnv({ NODE_ENV: 'production' });
  await quietly('Building', { file: pinnedNode(), args: [nx, 'run-many', '-t', 'build', '--output-style=static'] }, { env });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}
