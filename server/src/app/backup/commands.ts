import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkSecretKey, loadSecretKey } from '../../adapters/secrets/secret-key.js';
import { SystemClock } from '../../kernel/clock.js';
import type { Storage } from '../../kernel/storage.js';
import { argumentsOf } from '../arguments.js';
import type { Config } from '../config.js';
import { importExport } from '../export/import-export.js';
import { makeExport } from '../export/make-export.js';
import { withBucket, withFiles } from '../files.js';
import { filesToBucket } from './files-to-bucket.js';
import { makeBackup } from './make-backup.js';
import { moveUp } from './move-up.js';
import { Refused } from './refused.js';
import { restoreBackup } from './restore-backup.js';

/** Writes a line for who sits at the terminal. */
type Say = (line: string) => void;
type Command = (config: Config, args: readonly string[], say: Say) => Promise<void>;

/** The commands for whole instances, by name. */
export const WHOLE: Readonly<Record<string, Command>> = {
  backup,
  restore,
  'move-up': move,
  'files-to-bucket': toBucket,
  export: exportAll,
  import: importAll,
};

export const WHOLE_USAGE = `npm run admin -- backup <file>   everything into one archive, while Balie runs
                 --with-key      the secret key, too: who has the archive can then read the passwords of channels
npm run admin -- restore <file>  an instance from a backup; Balie must not run
                 --replace       in the place of the instance that is there
                 --key-lost      without the secret key: the passwords of channels must be given again
npm run admin -- move-up <postgres://…>  a copy of the embedded instance in PostgreSQL
                 --files-to <folder>     its files, too, into the data folder of the new instance
                 --replace               in the place of an earlier copy
npm run admin -- files-to-bucket  the files of the data folder into the bucket of BALIE_S3_BUCKET
npm run admin -- export <folder>  everything in a form that others can read, while Balie runs
                 --with-secrets  passwords and keys, too: who has the export can then use them
npm run admin -- import <folder>  an empty instance from an export; Balie must not run
`;

async function backup(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { file, flags } = argumentsOf(args, { flags: ['with-key'], usage: WHOLE_USAGE });
  const { dataDir } = config;
  await refuseEmpty(config);
  const key = await loadSecretKey(keyOf(config));
  const withKey = flags.has('with-key');
  const checkKey = (): Promise<void> => checkSecretKey(keyOf(config), key);
  const order = {
    ...databaseOf(config),
    dataDir,
    file,
    key,
    checkKey,
    withKey,
    passphrase: config.backupPassphrase ?? null,
    now: now(),
  };
  const made = await withBucket(config, (bucket) => makeBackup({ ...order, bucket }));
  say(`${file}: ${made.rows} rows and ${made.files} files in ${Math.ceil(made.bytes / 1024)} KiB.`);
  if (config.backupPassphrase !== undefined)
    say('It is sealed with BALIE_BACKUP_PASSPHRASE: without that nobody can restore it, you neither.');
  say(
    withKey
      ? 'It holds the secret key: keep it where nobody reads it.'
      : 'It does not hold the secret key. Keep that elsewhere: without it the passwords of channels can not be read again.',
  );
}

async function restore(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { file, flags } = argumentsOf(args, { flags: ['replace', 'key-lost'], usage: WHOLE_USAGE });
  const { dataDir } = config;
  const key = await keyThatIsThere(config);
  const chosen = { replace: flags.has('replace'), keyLost: flags.has('key-lost') };
  const passphrase = config.backupPassphrase ?? null;
  const order = { ...databaseOf(config), file, dataDir, key, passphrase, ...chosen, now: now() };
  const { manifest, loaded, files } = await withBucket(config, (bucket) => restoreBackup({ ...order, bucket }));
  const rows = Object.values(loaded).reduce((sum, table) => sum + table.rows, 0);
  say(`Restored ${rows} rows and ${files} files of ${manifest.madeAt}, each compared with its checksum.`);
  say(
    'Nothing is sent until you say so: look at the conversations that were being answered, then choose Resume under Settings, System, or run',
  );
  say('  npm run admin -- sending resume, or in a container: node server/dist/admin.js sending resume');
}

async function move(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { file: to, flags, values } = argumentsOf(args, { flags: ['replace'], values: ['files-to'], usage: WHOLE_USAGE });
  const folder = values['files-to'];
  const filesTo = folder === undefined ? null : resolve(folder);
  const order = { ...databaseOf(config), dataDir: config.dataDir, to, filesTo, replace: flags.has('replace'), now: now() };
  const { loaded, files, held } = await moveUp(order);
  for (const [name, { rows, sum }] of Object.entries(loaded)) if (rows > 0) say(`  ${name} ${rows} ${sum.slice(0, 16)}`);
  say(
    `Copied ${Object.values(loaded).reduce((all, { rows }) => all + rows, 0)} rows and looked at ${files} files: all are the same.`,
  );
  if (held)
    say(
      'Balie runs on the old database: this is a copy for a trial, which sends nothing. Stop Balie and run it again with --replace.',
    );
  else say('Start Balie with DATABASE_URL set to the new database, and the same secret key.');
}

async function toBucket(config: Config, args: readonly string[], say: Say): Promise<void> {
  if (args.length > 0) throw new Refused(WHOLE_USAGE);
  if (config.s3Bucket === undefined) throw new Refused('Say which bucket the files go to: set BALIE_S3_BUCKET.');
  const { files, sent } = await withBucket(config, (bucket) => filesToBucket(config.dataDir, bucket as Storage));
  say(`${files} files of the data folder are in the bucket, ${sent} of them now. Those in the data folder are left there.`);
  say('Start Balie with BALIE_S3_BUCKET set. If it ran meanwhile, run this once more after it: what came in then follows.');
}

async function exportAll(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { file: folder, flags } = argumentsOf(args, { flags: ['with-secrets'], usage: WHOLE_USAGE });
  await refuseEmpty(config);
  const { dataDir } = config;
  const key = flags.has('with-secrets') ? await loadSecretKey(keyOf(config)) : null;
  const order = { ...databaseOf(config), dataDir, folder, key, now: now() };
  const { kinds, files, mails } = await withFiles(config, (storage) => makeExport({ ...order, storage }));
  say(`${folder}: ${kinds.reduce((sum, { rows }) => sum + rows, 0)} rows, ${mails} mails and ${files} files.`);
  say(
    key === null
      ? 'Passwords, tokens and keys are not in it.'
      : 'Passwords, tokens and the secret key are in it: keep it where nobody reads it.',
  );
}

async function importAll(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { file: folder } = argumentsOf(args, { usage: WHOLE_USAGE });
  const key = await keyThatIsThere(config);
  const order = { ...databaseOf(config), dataDir: config.dataDir, folder, key, now: now() };
  const { kinds, files, mails } = await withFiles(config, (storage) => importExport({ ...order, storage }));
  say(
    `Took ${kinds.reduce((sum, { rows }) => sum + rows, 0)} rows, ${mails} mails and ${files} files, each compared with its checksum.`,
  );
  say('Nothing is sent until you choose Resume under Settings, System, or run');
  say('  npm run admin -- sending resume, or in a container: node server/dist/admin.js sending resume');
  say('Where the export has no passwords: npm run admin -- reset <mail> makes a link for an owner.');
}

/** The key of the instance; null when there is none yet. */
async function keyThatIsThere(config: Config): Promise<Buffer | null> {
  const made = await stat(join(config.dataDir, 'secret.key')).catch(() => null);
  return config.secretKey !== undefined || made !== null ? loadSecretKey(keyOf(config)) : null;
}

/** A backup of nothing is no backup: most likely the settings are not those of the server. */
async function refuseEmpty({ databaseUrl, dataDir }: Config): Promise<void> {
  if (databaseUrl === undefined && !(await stat(join(dataDir, 'balie.db')).catch(() => null)))
    throw new Refused(`There is no instance in ${dataDir}. Give this command the settings that the server has.`);
}

const now = (): number => new SystemClock().now();
const databaseOf = ({ databaseUrl }: Config): { databaseUrl?: string } => (databaseUrl === undefined ? {} : { databaseUrl });
const keyOf = ({ secretKey, dataDir }: Config): { key?: string; dataDir: string } => ({
  ...(secretKey ? { key: secretKey } : {}),
  dataDir,
});
