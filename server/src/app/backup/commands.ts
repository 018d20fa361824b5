import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkSecretKey, loadSecretKey } from '../../adapters/secrets/secret-key.js';
import { SystemClock } from '../../kernel/clock.js';
import type { Storage } from '../../kernel/storage.js';
import type { Config } from '../config.js';
import { withBucket } from '../files.js';
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
`;

async function backup(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { file, flags } = parsed(args, ['--with-key']);
  const { dataDir } = config;
  await refuseEmpty(config);
  const key = await loadSecretKey(keyOf(config));
  const withKey = flags.has('--with-key');
  const checkKey = (): Promise<void> => checkSecretKey(keyOf(config), key);
  const order = { ...databaseOf(config), dataDir, file, key, checkKey, withKey, now: now() };
  const made = await withBucket(config, (bucket) => makeBackup({ ...order, bucket }));
  say(`${file}: ${made.rows} rows and ${made.files} files in ${Math.ceil(made.bytes / 1024)} KiB.`);
  say(
    withKey
      ? 'It holds the secret key: keep it where nobody reads it.'
      : 'It does not hold the secret key. Keep that elsewhere: without it the passwords of channels can not be read again.',
  );
}

async function restore(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { file, flags } = parsed(args, ['--replace', '--key-lost']);
  const { dataDir } = config;
  const key = await keyThatIsThere(config);
  const chosen = { replace: flags.has('--replace'), keyLost: flags.has('--key-lost') };
  const order = { ...databaseOf(config), file, dataDir, key, ...chosen, now: now() };
  const { manifest, loaded, files } = await withBucket(config, (bucket) => restoreBackup({ ...order, bucket }));
  const rows = Object.values(loaded).reduce((sum, table) => sum + table.rows, 0);
  say(`Restored ${rows} rows and ${files} files of ${manifest.madeAt}, each compared with its checksum.`);
  say(
    'Nothing is sent until you say so: look at the conversations that were being answered, then choose Resume under Settings, System, or run',
  );
  say('  npm run admin -- sending resume');
}

async function move(config: Config, args: readonly string[], say: Say): Promise<void> {
  const place = args.indexOf('--files-to');
  const folder = place === -1 ? null : args[place + 1];
  if (folder === undefined) throw new Refused('Say which folder the files go to: --files-to <folder>.');
  const rest = place === -1 ? args : args.toSpliced(place, 2);
  const { file: to, flags } = parsed(rest, ['--replace']);
  const filesTo = folder === null ? null : resolve(folder);
  const order = { ...databaseOf(config), dataDir: config.dataDir, to, filesTo, replace: flags.has('--replace'), now: now() };
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

/** The key of the instance; null when there is none yet. */
async function keyThatIsThere(config: Config): Promise<Buffer | null> {
  const made = await stat(join(config.dataDir, 'secret.key')).catch(() => null);
  return config.secretKey !== undefined || made !== null ? loadSecretKey(keyOf(config)) : null;
}

function parsed(args: readonly string[], known: readonly string[]): { file: string; flags: Set<string> } {
  const flags = new Set(args.filter((arg) => arg.startsWith('--')));
  for (const flag of flags) if (!known.includes(flag)) throw new Refused(`There is no ${flag}. Known are ${known.join(', ')}.`);
  const [file, more] = args.filter((arg) => !arg.startsWith('--'));
  if (file === undefined || more !== undefined) throw new Refused(WHOLE_USAGE);
  return { file, flags };
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
