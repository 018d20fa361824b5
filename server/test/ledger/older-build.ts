import { execFile } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildMutant, removeMutants } from './mutants.js';

const call = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** More than a build says. */
const OUTPUT_BYTES = 64 * 1024 * 1024;
const LIST = 'server/src/adapters/database/migrations/index.ts';

/** A build of the server that does not know a migration yet. */
export interface OlderBuild {
  /** The folder with its `main.js`. */
  dist: string;
  /** Where it comes from, for the output of a run. */
  what: string;
  remove(): void;
}

/**
 * The build as it was in the commit before the one that brought the migration: its server, SDK and plugins, with the dependencies of today.
 * A clone without history has no such commit: then today's build stands in, with the migration taken out, and `what` says so.
 */
export async function buildBefore(migration: string): Promise<OlderBuild> {
  const commit = await commitBefore(migration);
  if (commit === null) return standIn(migration);
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-older-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    await unpack(commit, folder);
    linkDependencies(folder);
    await build(folder);
    return { dist: path.join(folder, 'server', 'dist'), what: `the build of ${commit.slice(0, 8)}`, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Null where the history does not reach so far, or there is none. */
async function commitBefore(migration: string): Promise<string | null> {
  const git = async (...args: string[]): Promise<string> => (await call('git', ['-C', ROOT, ...args])).stdout.trim();
  try {
    const added = (await git('log', '--format=%H', `-S${migration}`, '--', LIST)).split('\n').at(-1);
    const before = await git('rev-parse', '--verify', '--quiet', `${added}^`);
    return (await git('show', `${before}:${LIST}`)).includes(migration) ? null : before;
  } catch {
    return null;
  }
}

async function unpack(commit: string, folder: string): Promise<void> {
  const archive = path.join(folder, 'tree.tar');
  await call('git', ['-C', ROOT, 'archive', `--output=${archive}`, commit]);
  await call('tar', ['-xf', archive, '-C', folder]);
  rmSync(archive);
}

/** Each dependency is a link to ours, and each of our own packages one to where it lies in that tree. */
function linkDependencies(folder: string): void {
  for (const place of ['node_modules', 'server/node_modules']) {
    const from = path.join(ROOT, place);
    const to = path.join(folder, place);
    mkdirSync(to, { recursive: true });
    for (const name of namesIn(from)) if (name !== '@balie') symlinkSync(path.join(from, name), path.join(to, name));
  }
  const own = path.join(ROOT, 'node_modules', '@balie');
  mkdirSync(path.join(folder, 'node_modules', '@balie'));
  for (const name of readdirSync(own)) {
    const link = path.join(own, name);
    if (lstatSync(link).isSymbolicLink()) symlinkSync(readlinkSync(link), path.join(folder, 'node_modules', '@balie', name));
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function build(folder: string): Promise<void> {
  const bin = (name: string): string => path.join(folder, 'node_modules', '.bin', name);
  const run = (cwd: string, file: string, args: string[]): Promise<unknown> =>
    call(file, args, { cwd: path.join(folder, cwd), maxBuffer: OUTPUT_BYTES });
  await run('plugins/sdk', bin('tsc'), ['-p', 'tsconfig.json']);
  const plugins = readdirSync(path.join(folder, 'plugins')).filter((name) =>
    namesIn(path.join(folder, 'plugins', name)).includes('build.mjs'),
  );
  await Promise.all(plugins.map((name) => run(`plugins/${name}`, process.execPath, ['build.mjs'])));
  // As it was built then: what a build takes changes, too.
  const { scripts } = JSON.parse(readFileSync(path.join(folder, 'server', 'package.json'), 'utf8')) as {
    scripts: { build: string };
  };
  const programs = [path.join(folder, 'node_modules', '.bin'), path.dirname(process.execPath), process.env.PATH];
  await call('sh', ['-c', scripts.build], {
    cwd: path.join(folder, 'server'),
    env: { ...process.env, PATH: programs.join(path.delimiter) },
    maxBuffer: OUTPUT_BYTES,
  });
}

function standIn(migration: string): OlderBuild {
  const edits = [{ file: 'adapters/database/migrations/index.js', find: new RegExp(`,\\s*${migration}\\s*\\]`), replace: ']' }];
  const name = buildMutant({ name: 'older', edits });
  const what = `today's build without ${migration}: this clone has no history in which the older one could be found`;
  return { dist: name, what, remove: removeMutants };
}
