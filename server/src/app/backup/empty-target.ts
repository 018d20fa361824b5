import { rename, rm, stat } from 'node:fs/promises';
import { digestOf } from '../../adapters/database/raw/load.js';
import { openRaw, sqliteFile } from '../../adapters/database/raw/open-raw.js';
import { prepareEmpty } from './prepare-empty.js';
import { Refused } from './refused.js';

/** Where an instance is to be, and whether it may take the place of another. */
export interface TargetOrder {
  databaseUrl?: string | undefined;
  dataDir: string;
  replace: boolean;
}

/** An empty database to be loaded into. A SQLite file has another name until it is complete. */
export class EmptyTarget {
  private constructor(
    /** Its address until then. */
    readonly url: string,
    private readonly file: string | null,
  ) {}

  /** With the schema that these migrations make; throws Refused when another instance is there that may not be replaced. */
  static async prepare({ databaseUrl, dataDir, replace }: TargetOrder, migrations: readonly string[]): Promise<EmptyTarget> {
    const file = sqliteFile(databaseUrl, dataDir);
    if (file === null) {
      await prepareEmpty(databaseUrl ?? '', dataDir, migrations, replace);
      return new EmptyTarget(databaseUrl ?? '', null);
    }
    if (await exists(file)) {
      if (!replace) throw new Refused(`There is an instance at ${file} already. Add --replace to put the backup in its place.`);
      const { isInUse } = await import('../../adapters/database/raw/raw-sqlite.js');
      if (isInUse(file)) throw new Refused('Balie is running on this database. Stop it first.');
    }
    await removeSqlite(aside(file));
    await prepareEmpty(aside(file), dataDir, migrations, false);
    return new EmptyTarget(aside(file), file);
  }

  /** Throws Refused when somebody's instance is there; a schema without anybody in it is none. */
  static async refuseInhabited(databaseUrl: string | undefined, dataDir: string): Promise<void> {
    const file = sqliteFile(databaseUrl, dataDir);
    if (file !== null && !(await exists(file))) return;
    const database = await openRaw(databaseUrl, dataDir);
    try {
      await database.begin('read');
      const workspace = (await database.tables()).find(({ name }) => name === 'workspace');
      if (workspace === undefined || (await digestOf(database, workspace)).rows === 0) return;
      throw new Refused('There is an instance in this database already: an export can only go into an empty one.');
    } finally {
      await database.close();
    }
  }

  /** The file gets its name when it is complete; the one that was there is kept beside it. */
  async settle(now: number): Promise<void> {
    if (this.file === null) return;
    if (await exists(this.file)) await rename(this.file, `${this.file}.before-restore-${now}`);
    await rename(aside(this.file), this.file);
  }

  /** Removes what is left of one that was not completed. */
  async sweep(): Promise<void> {
    if (this.file !== null) await removeSqlite(aside(this.file));
  }
}

const aside = (file: string): string => `${file}.restoring`;

async function removeSqlite(file: string): Promise<void> {
  for (const tail of ['', '-wal', '-shm']) await rm(file + tail, { force: true });
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
