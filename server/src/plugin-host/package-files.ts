import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, lstat, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { extract, list } from 'tar';
import { DomainError } from '../kernel/errors.js';
import { parseManifest, SERVED_API_VERSIONS, type Manifest, type PluginPackage } from './manifest.js';

const MAX_BYTES = 100 * 1024 * 1024;
const MAX_FILES = 5000;
/** Never part of a package: the host runs no npm, and a plugin brings what it needs in its own files. */
const LEFT_OUT = new Set(['node_modules', '.git']);

/** The manifest of a package that lies as a folder or a .tgz on the server. Throws DomainError INVALID in words. */
export async function readOffer(source: string): Promise<Manifest> {
  const text = await inWords(async () => {
    const found = await stat(source);
    return found.isDirectory() ? readFile(path.join(source, 'package.json'), 'utf8') : manifestInArchive(source);
  }, source);
  return checkedManifest(text);
}

/** A package in the folder of its version; `fresh` when it was not there before. */
export interface UnpackedPackage extends PluginPackage {
  checksum: string;
  fresh: boolean;
}

/** Copies or unpacks a package into the folder of its own version below `pluginsDir`. Throws DomainError INVALID in words. */
export async function unpackPackage(source: string, pluginsDir: string): Promise<UnpackedPackage> {
  await mkdir(pluginsDir, { recursive: true });
  const staging = await mkdtemp(path.join(pluginsDir, '.staging-'));
  try {
    await inWords(() => bring(source, staging), source);
    const manifest = checkedManifest(await inWords(() => readFile(path.join(staging, 'package.json'), 'utf8'), source));
    const checksum = await checksumOf(staging);
    const folder = path.join(pluginsDir, manifest.id, `${manifest.version}-${checksum.slice(0, 12)}`);
    await mkdir(path.dirname(folder), { recursive: true });
    // The same version with the same bytes may be running from there now.
    const fresh = !existsSync(folder);
    if (fresh) await rename(staging, folder);
    return { manifest, folder: await realpath(folder), checksum, fresh };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** The packages that come with Balie: folders with a `balie` key in their package.json. Those that can't be read are told, not skipped in silence. */
export async function findBundled(
  folder: string,
  onBroken: (folder: string, reason: string) => void,
): Promise<(PluginPackage & { checksum: string })[]> {
  const found: (PluginPackage & { checksum: string })[] = [];
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const own = path.join(folder, name);
    const text = await readFile(path.join(own, 'package.json'), 'utf8').catch(() => null);
    if (text === null || !/"balie"\s*:/.test(text)) continue;
    try {
      const real = await realpath(own);
      const manifest = parseManifest(text);
      found.push({ manifest, folder: real, checksum: await bundledChecksum(real, manifest) });
    } catch (error) {
      onBroken(own, error instanceof Error ? error.message : String(error));
    }
  }
  return found;
}

/** SHA-256 over the names and contents of all files of a package. */
export async function checksumOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await filesIn(folder)) await addFile(hash, folder, file);
  return hash.digest('hex');
}

/** Of a bundled one only what runs: its sources lie beside it, and need not be read at each start. */
async function bundledChecksum(folder: string, manifest: Manifest): Promise<string> {
  const hash = createHash('sha256');
  await addFile(hash, folder, 'package.json');
  const entryFolder = path.dirname(manifest.entry);
  for (const file of await filesIn(path.join(folder, entryFolder))) await addFile(hash, folder, path.join(entryFolder, file));
  return hash.digest('hex');
}

async function addFile(hash: ReturnType<typeof createHash>, folder: string, file: string): Promise<void> {
  const full = path.join(folder, file);
  hash.update(`${file.replaceAll('\\', '/')}\0${(await stat(full)).size}\0`);
  for await (const chunk of createReadStream(full)) hash.update(chunk as Buffer);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.split(path.sep).some((part) => LEFT_OUT.has(part)))
    .sort();
}

function checkedManifest(text: string): Manifest {
  let manifest: Manifest;
  try {
    manifest = parseManifest(text);
  } catch (error) {
    throw new DomainError('INVALID', error instanceof Error ? error.message : String(error), { path: ['source'] });
  }
  if (!SERVED_API_VERSIONS.includes(manifest.apiVersion))
    throw new DomainError('UNSUPPORTED', incompatible(manifest), { path: ['source'] });
  return manifest;
}

/** Why a plugin of another API version can't run. */
export function incompatible(manifest: Manifest): string {
  return `It was made for version ${manifest.apiVersion} of the plugin API; this Balie serves ${SERVED_API_VERSIONS.join(' and ')}.`;
}

async function bring(source: string, target: string): Promise<void> {
  const found = await lstat(source);
  if (!found.isDirectory()) return unpackArchive(source, target);
  let files = 0;
  let bytes = 0;
  await cp(source, target, {
    recursive: true,
    filter: async (from) => {
      if (LEFT_OUT.has(path.basename(from))) return false;
      const entry = await lstat(from);
      if (entry.isSymbolicLink() || !(entry.isFile() || entry.isDirectory()))
        throw new Unfit(`${path.basename(from)} is a link or no file`);
      checkRoom((files += 1), (bytes += entry.isFile() ? entry.size : 0));
      return true;
    },
  });
}

/** Why a package is not taken. */
class Unfit extends Error {}

async function unpackArchive(source: string, target: string): Promise<void> {
  let files = 0;
  let bytes = 0;
  let unfit: Error | null = null;
  await extract({
    file: source,
    cwd: target,
    strip: 1,
    strict: true,
    preservePaths: false,
    noChmod: true,
    // Errors can't be thrown from here; after the first one nothing more is unpacked.
    filter: (name, entry) => {
      if (unfit !== null) return false;
      try {
        checkEntry(name, 'type' in entry ? entry.type : 'File');
        checkRoom((files += 1), (bytes += entry.size ?? 0));
      } catch (error) {
        unfit = error as Error;
        return false;
      }
      return !name.split('/').some((part) => LEFT_OUT.has(part));
    },
  });
  if (unfit !== null) throw unfit as Error;
}

function checkEntry(name: string, type: string): void {
  if (!['File', 'OldFile', 'ContiguousFile', 'Directory'].includes(type)) throw new Unfit(`${name} is a link or no file`);
  if (/^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..')) throw new Unfit(`${name} leads out of the package`);
}

function checkRoom(files: number, bytes: number): void {
  if (files > MAX_FILES || bytes > MAX_BYTES)
    throw new Unfit(`it has more than ${MAX_FILES} files or ${MAX_BYTES / 1024 / 1024} MB`);
}

async function manifestInArchive(source: string): Promise<string> {
  const chunks: Buffer[] = [];
  await list({
    file: source,
    strict: true,
    filter: (name) => /^[^/]+\/package\.json$/.test(name),
    onReadEntry: (entry) => entry.on('data', (chunk: Buffer) => chunks.push(chunk)),
  });
  if (chunks.length === 0) throw new Unfit('there is no package.json in it');
  return Buffer.concat(chunks).toString('utf8');
}

async function inWords<T>(work: () => Promise<T>, source: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const words =
      code === 'ENOENT'
        ? 'There is no such folder or file on the server, or no package.json in it'
        : `It can't be read: ${message}`;
    throw new DomainError('INVALID', `${words}: ${path.basename(source)}.`, { path: ['source'] });
  }
}
