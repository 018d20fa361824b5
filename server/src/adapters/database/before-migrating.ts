import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { MigrationError } from './migrate.js';

/** How many of them are kept: that of the last upgrade, and the one before it. */
const KEPT = 2;

/**
 * Before migrations change a SQLite file that somebody has worked in: the whole of it, as it is, into `<file>.before-<last migration>`.
 * Going back is to put that file in its place and to start the version before. Throws MigrationError when there is no room for it.
 */
export function copyBeforeMigrating(
  db: Database.Database,
  file: string,
  known: readonly string[],
  room: (folder: string) => number = freeBytes,
): void {
  const done = migrationsOf(db);
  const last = done.at(-1);
  if (last === undefined || done.length >= known.length || done.some((name) => !known.includes(name))) return;
  const { size } = statSync(file);
  if (room(dirname(file)) < 2 * size)
    throw new MigrationError(
      `There is no room on the disk to keep the database as it is before the upgrade: ${Math.ceil((2 * size) / 1_048_576)} MiB are needed. Nothing was changed.`,
    );
  const copy = `${file}.before-${last}`;
  const partial = `${copy}.${process.pid}`;
  rmSync(partial, { force: true });
  db.prepare('VACUUM INTO ?').run(partial);
  const written = openSync(partial, 'r+');
  fsyncSync(written);
  closeSync(written);
  renameSync(partial, copy);
  forgetOlder(file, copy);
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** By the time that they were made. */
function forgetOlder(file: string, copy: string): void {
  const folder = dirname(file);
  const copies = readdirSync(folder)
    .filter((name) => /\.before-[A-Za-z]+\d{13}$/.test(name) && name.startsWith(`${basename(file)}.`))
    .map((name) => join(folder, name))
    .filter((path) => path !== copy)
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of copies.slice(KEPT - 1)) rmSync(path, { force: true });
}

function migrationsOf(db: Database.Database): string[] {
  const there = db.prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'`).get();
  return there ? (db.prepare('SELECT name FROM migrations ORDER BY timestamp').pluck().all() as string[]) : [];
}
