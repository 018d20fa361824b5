import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupMaker } from '../../features/operations/index.js';
import type { Clock } from '../../kernel/clock.js';
import type { Storage } from '../../kernel/storage.js';
import { checkSecretKey, loadSecretKey } from '../../adapters/secrets/secret-key.js';
import type { Config } from '../config.js';

const OURS = /^balie-\d{8}T\d{6}Z\.tar$/;

/** The backups of the schedule, in the folder of the settings. */
export class ScheduledBackups extends BackupMaker {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly files: Storage,
  ) {
    super();
  }

  async make(file: string): Promise<number> {
    const { databaseUrl, dataDir, backupKey, backupPassphrase, secretKey, s3Bucket } = this.config;
    // Only here: it brings the archiver, which an idle server does without.
    const { makeBackup } = await import('./make-backup.js');
    const source = { ...(secretKey ? { key: secretKey } : {}), dataDir };
    const key = await loadSecretKey(source);
    const database = databaseUrl === undefined ? {} : { databaseUrl };
    const order = {
      ...database,
      dataDir,
      bucket: s3Bucket === undefined ? null : this.files,
      file: join(this.folder, file),
      key,
      checkKey: () => checkSecretKey(source, key),
      withKey: backupKey === 'yes',
      passphrase: backupPassphrase ?? null,
      now: this.clock.now(),
    };
    return (await makeBackup(order)).bytes;
  }

  async keep(newest: number): Promise<void> {
    // Their names sort by their time.
    const names = (await readdir(this.folder)).filter((name) => OURS.test(name)).toSorted();
    for (const name of names.slice(0, -newest)) await rm(join(this.folder, name), { force: true });
  }

  private get folder(): string {
    if (this.config.backupDir === undefined) throw new Error('BALIE_BACKUP_DIR is not set.');
    return this.config.backupDir;
  }
}
