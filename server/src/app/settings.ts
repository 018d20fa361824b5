import { z } from 'zod';
import {
  address,
  bucket,
  databaseUrl,
  isNameServer,
  listOf,
  LOG_LEVELS,
  networks,
  owner,
  proxies,
  publicUrl,
  publishers,
  secretKey,
  whole,
} from './setting-forms.js';

/** One environment variable: what it means and how it is checked. */
interface Setting<Schema extends z.ZodType = z.ZodType> {
  property: string;
  schema: Schema;
  /** One sentence for `deploy/docs/settings.md`. */
  description: string;
  /** The default in words, for the same page. */
  fallback: string;
  /** May also come in the file that `<name>_FILE` names, and is never shown. */
  secret: boolean;
}

/** Every setting that there is, by the name of its environment variable. */
export const SETTINGS = {
  BALIE_PORT: {
    property: 'port',
    schema: whole(0, 65535, 3000),
    description: 'The port on which the server listens; 0 takes a free one.',
    fallback: '3000',
    secret: false,
  },
  BALIE_HOST: {
    property: 'host',
    schema: z.string().default('127.0.0.1'),
    description: 'The address on which the server listens. 0.0.0.0 listens on every network of the machine.',
    fallback: '127.0.0.1',
    secret: false,
  },
  BALIE_PUBLIC_URL: {
    property: 'publicUrl',
    schema: publicUrl,
    description:
      'The address under which people reach this instance, with a path if it lies below one: https://example.com/desk. With https, cookies are only sent over TLS.',
    fallback: 'the address on which it listens',
    secret: false,
  },
  BALIE_DATA_DIR: {
    property: 'dataDir',
    schema: z.string().default('./data'),
    description: 'The folder for the embedded database, files and the secret key; relative to where the server is started.',
    fallback: './data',
    secret: false,
  },
  BALIE_DISK_FLOOR_MB: {
    property: 'diskFloorMb',
    schema: whole(0, 1_000_000, 500),
    description:
      'So much of the disk of the data folder stays free, in MiB, or a twentieth of it if that is less: below it no file is stored and no mail fetched, so that the database can go on.',
    fallback: '500',
    secret: false,
  },
  BALIE_S3_BUCKET: {
    property: 's3Bucket',
    schema: bucket,
    description:
      'The bucket for attachments and raw mails, or a folder in one, on any storage that speaks S3. Bring those that are there with `npm run admin -- files-to-bucket`.',
    fallback: 'none: files lie in the data folder',
    secret: false,
  },
  BALIE_S3_ENDPOINT: {
    property: 's3Endpoint',
    schema: address(['http:', 'https:'], 'https://s3.example.com'),
    description: 'The address of that storage.',
    fallback: "Amazon's own, in the region",
    secret: false,
  },
  BALIE_S3_REGION: {
    property: 's3Region',
    schema: z
      .string()
      .default('us-east-1')
      .refine((text) => /^[a-z0-9-]{1,40}$/.test(text), { message: 'it must be the name of a region, such as eu-central-1' }),
    description: 'The region of the bucket; many storages other than that of Amazon take any.',
    fallback: 'us-east-1',
    secret: false,
  },
  BALIE_S3_ACCESS_KEY: {
    property: 's3AccessKey',
    schema: z.string().optional(),
    description: 'The access key for the bucket; it must list it, and read, write and delete in it.',
    fallback: 'that of the machine, as the tools of Amazon find it',
    secret: true,
  },
  BALIE_S3_SECRET_KEY: {
    property: 's3SecretKey',
    schema: z.string().optional(),
    description: 'What belongs to that access key.',
    fallback: 'none',
    secret: true,
  },
  DATABASE_URL: {
    property: 'databaseUrl',
    schema: databaseUrl,
    description: 'A PostgreSQL database, such as postgres://user:password@host/name, or the path of a SQLite file.',
    fallback: 'balie.db in the data folder',
    secret: true,
  },
  REDIS_URL: {
    property: 'redisUrl',
    schema: address(['redis:', 'rediss:'], 'redis://localhost:6379'),
    description: 'Redis, for more than one process. It only carries wake-ups and signals, so losing it loses nothing.',
    fallback: 'none: everything in this process',
    secret: true,
  },
  BALIE_REDIS_PREFIX: {
    property: 'redisPrefix',
    schema: z
      .string()
      .default('balie')
      .refine((text) => /^[\w-]{1,40}$/.test(text), {
        message: 'it must be 1 to 40 letters, digits, hyphens or underscores',
      }),
    description: 'What every Redis key begins with, so that several instances can share one Redis.',
    fallback: 'balie',
    secret: false,
  },
  BALIE_ROLE: {
    property: 'role',
    schema: z.enum(['all', 'web', 'worker'], { error: 'it must be all, web or worker' }).default('all'),
    description:
      'What this process does: web serves people and the API, worker does the jobs and listens on channels, all does both. `--role=` at the start says the same. web and worker need PostgreSQL and Redis.',
    fallback: 'all',
    secret: false,
  },
  BALIE_SECRET_KEY: {
    property: 'secretKey',
    schema: secretKey,
    description:
      'Encrypts the passwords of channels in the database. All processes of an instance need the same one. While keys are rotated there are several, with blanks between them: the first encrypts, the others only decrypt.',
    fallback: 'made at the first start and kept in the data folder',
    secret: true,
  },
  BALIE_LOG_LEVEL: {
    property: 'logLevel',
    schema: z.enum(LOG_LEVELS, { error: `it must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
    description: `How much is logged: ${LOG_LEVELS.join(', ')}.`,
    fallback: 'info',
    secret: false,
  },
  BALIE_BACKUP_DIR: {
    property: 'backupDir',
    schema: z.string().optional(),
    description: 'The folder into which a backup of everything is made by the clock. Another disk than that of the data, please.',
    fallback: 'no backups are made by themselves',
    secret: false,
  },
  BALIE_BACKUP_HOURS: {
    property: 'backupHours',
    schema: whole(1, 8760, 24),
    description: 'How many hours after each other backups are made.',
    fallback: '24',
    secret: false,
  },
  BALIE_BACKUP_KEEP: {
    property: 'backupKeep',
    schema: whole(1, 1000, 7),
    description: 'How many backups are kept in that folder; older ones are removed.',
    fallback: '7',
    secret: false,
  },
  BALIE_BACKUP_KEY: {
    property: 'backupKey',
    schema: z.enum(['yes', 'no'], { error: 'it must be yes or no' }).default('no'),
    description:
      'Whether these backups hold the secret key: yes or no. With it, who has a backup can read the passwords of the channels.',
    fallback: 'no: keep the key elsewhere',
    secret: false,
  },
  BALIE_BACKUP_PASSPHRASE: {
    property: 'backupPassphrase',
    schema: z.string().min(12, 'it must have at least 12 characters').optional(),
    description:
      'Backups are sealed with it, those of the schedule and those by command, and opened with it when they are restored. Keep it where the backups are not: without it nobody can restore them.',
    fallback: 'none: backups can be read by whoever has them',
    secret: true,
  },
  BALIE_METRICS_TOKEN: {
    property: 'metricsToken',
    schema: z
      .string()
      .optional()
      .refine((text) => text === undefined || text.length >= 16, { message: 'it must have at least 16 characters' }),
    description: 'Switches on /metrics for Prometheus, for who shows this token as a bearer.',
    fallback: 'there is no /metrics',
    secret: true,
  },
  BALIE_TRACES_URL: {
    property: 'tracesUrl',
    schema: address(['http:', 'https:'], 'http://collector:4318/v1/traces'),
    description: 'A collector of OpenTelemetry traces, to which spans are sent by OTLP over HTTP.',
    fallback: 'there are no traces',
    secret: true,
  },
  BALIE_TRACES_PERCENT: {
    property: 'tracesPercent',
    schema: whole(1, 100, 100),
    description: 'How many of each hundred requests and jobs are traced.',
    fallback: '100',
    secret: false,
  },
  BALIE_TRUSTED_PROXIES: {
    property: 'trustedProxies',
    schema: proxies,
    description: 'Addresses or networks of the proxies whose X-Forwarded-For is believed, with commas between them.',
    fallback: 'none',
    secret: false,
  },
  BALIE_OUTGOING_PROXY: {
    property: 'outgoingProxy',
    schema: address(['http:', 'https:'], 'http://proxy.example.com:3128'),
    description:
      'The proxy through which other servers are asked over HTTP: webhooks, pictures, sign-in, push, what plugins fetch, and the bucket of files unless its address is a private one. Mail does not pass it.',
    fallback: 'none: they are asked straight',
    secret: true,
  },
  BALIE_CA_FILE: {
    property: 'caFile',
    schema: z.string().optional(),
    description:
      'A file with certificates (PEM) of authorities of your own, which are then believed beside the known ones, by plugins too.',
    fallback: 'none: the known ones only',
    secret: false,
  },
  BALIE_PICTURE_NETWORKS: {
    property: 'pictureNetworks',
    schema: networks,
    description: 'Private addresses or networks from which pictures in mails may be loaded, with commas between them.',
    fallback: 'none: pictures come from public addresses only',
    secret: false,
  },
  BALIE_WEBHOOK_NETWORKS: {
    property: 'webhookNetworks',
    schema: networks,
    description: 'Private addresses or networks to which webhooks may be sent, with commas between them.',
    fallback: 'none: webhooks go to public addresses only',
    secret: false,
  },
  BALIE_SIGN_IN_NETWORKS: {
    property: 'signInNetworks',
    schema: networks,
    description: 'Private addresses or networks in which the provider of sign-in may be, with commas between them.',
    fallback: 'none: the provider has a public address',
    secret: false,
  },
  BALIE_DNS_SERVERS: {
    property: 'dnsServers',
    schema: listOf(
      isNameServer,
      'it must be a list of IP addresses, each with a port if need be, such as 10.0.0.53,10.0.0.54:5353',
    ),
    description: 'Name servers that the system check asks for SPF and DMARC, with commas between them.',
    fallback: 'those of the machine',
    secret: false,
  },
  BALIE_PUSH_NETWORKS: {
    property: 'pushNetworks',
    schema: networks,
    description: 'Private addresses or networks to which notifications may be pushed, with commas between them.',
    fallback: 'none: the push service of a browser has a public address',
    secret: false,
  },
  BALIE_PLUGINS_FROM_NPM: {
    property: 'pluginsFromNpm',
    schema: z.enum(['yes', 'no'], { error: 'it must be yes or no' }).default('no'),
    description:
      'Whether an admin may install plugins by their name, as npm:name@1.2.3: yes or no. npm on the server asks the registry of its own settings, and only then.',
    fallback: 'no: from a folder or .tgz on the server only',
    secret: false,
  },
  BALIE_PLUGINS_PUBLISHERS: {
    property: 'pluginsPublishers',
    schema: publishers,
    description:
      'Publishers of plugins whose signatures are trusted, each as name=key with commas between them, beside those whom admins add in the app. A publisher tells his key; `balie-plugin keys` makes one.',
    fallback: 'none: only those whom admins add count',
    secret: false,
  },
  BALIE_PLUGINS_SIGNED_ONLY: {
    property: 'pluginsSignedOnly',
    schema: z.enum(['yes', 'no'], { error: 'it must be yes or no' }).default('no'),
    description: 'Whether only plugins are installed that one of these publishers has signed: yes or no.',
    fallback: 'no: the page says which is signed, and an admin decides',
    secret: false,
  },
  BALIE_INBOX_LIMIT: {
    property: 'inboxLimit',
    schema: whole(1, 1000, 100),
    description: 'How many inboxes there may be.',
    fallback: '100',
    secret: false,
  },
  BALIE_OWNER_EMAIL: {
    property: 'ownerEmail',
    schema: owner.email,
    description: 'Makes the first owner at the start when there is none yet, for installations without a browser.',
    fallback: 'none: the first-run page asks',
    secret: false,
  },
  BALIE_OWNER_PASSWORD: {
    property: 'ownerPassword',
    schema: owner.password,
    description: 'The password of that owner, at least 10 characters. Not looked at again once there is an owner.',
    fallback: 'none',
    secret: true,
  },
  BALIE_OWNER_NAME: {
    property: 'ownerName',
    schema: z.string().max(120, { error: 'it must have at most 120 characters' }).optional(),
    description: 'The name of that owner.',
    fallback: 'what stands before the @ of the address',
    secret: false,
  },
} as const satisfies Record<string, Setting>;

/** The name of a setting's environment variable. */
export type SettingName = keyof typeof SETTINGS;

/** The values of the settings, by property. */
export type Settings = {
  [Name in SettingName as (typeof SETTINGS)[Name]['property']]: z.output<(typeof SETTINGS)[Name]['schema']>;
};
