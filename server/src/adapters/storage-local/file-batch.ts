// No imports of our own: in the tests the thread reads this file as it is.
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';

type Answer = { blob: { hash: string; bytes: number } } | { error: { message: string; code?: string } };
interface Written {
  path: string;
  target: string;
  folder: string;
  handle: number | null;
  answer: Answer;
}

const sync = promisify(fsync);

/**
 * Stores files under their hashes in three rounds, so that the waits for the disk are shared: write, sync and name, sync the folders. The
 * syncs of a round are asked for at once, which a file system answers with few commits of its journal instead of one each.
 */
export async function storeBatch(root: string, batch: readonly Uint8Array[]): Promise<Answer[]> {
  const written = batch.map((bytes) => write(root, bytes));
  await Promise.all(written.map(syncFile));
  const folders = new Set<string>();
  for (const file of written) attempt(file, () => name(root, file, folders));
  const failed = new Map<string, unknown>();
  await Promise.all([...folders].map((folder) => syncFolder(folder).catch((error: unknown) => failed.set(folder, error))));
  return written.map((file) => {
    // A new folder is durable when those above it are.
    const above = [file.folder, dirname(file.folder), dirname(dirname(file.folder))];
    const error = above.map((folder) => failed.get(folder)).find((reason) => reason !== undefined);
    return error === undefined ? file.answer : { error: wordsOf(error) };
  });
}

function write(root: string, bytes: Uint8Array): Written {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const folder = join(root, hash.slice(0, 2), hash.slice(2, 4));
  const path = join(root, 'tmp', randomBytes(12).toString('hex'));
  const answer: Answer = { blob: { hash, bytes: bytes.byteLength } };
  const file: Written = { path, target: join(folder, hash), folder, handle: null, answer };
  attempt(file, () => {
    if (sizeOf(file.target) === bytes.byteLength) return;
    file.handle = openSync(path, 'wx', 0o600);
    for (let at = 0; at < bytes.byteLength;) at += writeSync(file.handle, bytes, at);
  });
  return file;
}

async function syncFile(file: Written): Promise<void> {
  if (file.handle === null) return;
  try {
    await sync(file.handle);
  } catch (error) {
    fail(file, error);
  }
}

function name(root: string, file: Written, folders: Set<string>): void {
  folders.add(file.folder);
  if (file.handle === null) return;
  closeSync(file.handle);
  file.handle = null;
  const first = mkdirSync(file.folder, { recursive: true, mode: 0o700 });
  if (first !== undefined) {
    folders.add(dirname(file.folder));
    if (first !== file.folder) folders.add(root);
  }
  renameSync(file.path, file.target);
}

/** A file that fails costs no other one anything, and leaves nothing. */
function attempt(file: Written, work: () => void): void {
  if ('error' in file.answer) return;
  try {
    work();
  } catch (error) {
    fail(file, error);
  }
}

function fail(file: Written, error: unknown): void {
  file.answer = { error: wordsOf(error) };
  if (file.handle !== null) closeSync(file.handle);
  file.handle = null;
  rmSync(file.path, { force: true });
}

async function syncFolder(folder: string): Promise<void> {
  // Windows keeps no handle of a folder to do it with, and needs none on NTFS.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    await sync(handle);
  } finally {
    closeSync(handle);
  }
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

function wordsOf(error: unknown): { message: string; code?: string } {
  const { code } = error as { code?: unknown };
  const message = error instanceof Error ? error.message : String(error);
  return typeof code === 'string' ? { message, code } : { message };
}

const data = workerData as { role?: string; root: string } | null;
if (!isMainThread && parentPort && data?.role === 'files') {
  const port = parentPort;
  port.on('message', (batch: Uint8Array[]) => {
    void storeBatch(data.root, batch).then((answers) => port.postMessage(answers));
  });
}
