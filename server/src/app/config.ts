import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Settings, SETTINGS, type SettingName } from './settings.js';
import { EXIT, StartError } from './start-error.js';

/** The settings of this process, read once at its start. */
export interface Config extends Settings {
  /** Absolute. */
  dataDir: string;
  /** What plugins are told, by the names after `BALIE_PLUGIN_`; whether they are right, each plugin says itself. */
  pluginSettings: Record<string, string>;
}

type Env = Record<string, string | undefined>;

/** Settings of plugins, which the core knows none of. */
const OF_PLUGIN = /^BALIE_PLUGIN(?:_[A-Z0-9]+){2,}$/;

/** The configuration in an environment; a wrong setting stops the start with a sentence that says which and why. */
export function readConfig(env: Env, cwd: string = process.cwd()): Config {
  refuseUnknown(env);
  const values = {} as Record<string, unknown>;
  for (const name of Object.keys(SETTINGS) as SettingName[]) values[SETTINGS[name].property] = readSetting(name, env);
  const settings = values as unknown as Settings;
  checkTogether(settings);
  const backupDir = settings.backupDir === undefined ? undefined : resolve(cwd, settings.backupDir);
  return { ...settings, dataDir: resolve(cwd, settings.dataDir), backupDir, pluginSettings: readPluginSettings(env) };
}

function readSetting(name: SettingName, env: Env): unknown {
  const setting = SETTINGS[name];
  const raw = setting.secret ? readSecret(name, env) : env[name];
  // An empty variable is how compose files say "not set".
  const result = setting.schema.safeParse(raw === '' ? undefined : raw);
  if (result.success) return result.data;
  throw wrong(`The setting ${name} is wrong: ${result.error.issues[0]?.message ?? 'it can not be read'}.`);
}

/** A secret comes in the variable itself or in the file that `<name>_FILE` names. */
function readSecret(name: string, env: Env): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name];
  if (env[name]) throw wrong(`The settings ${name} and ${name}_FILE are both set. Keep one of them.`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw wrong(`The file of the setting ${name}_FILE can not be read: ${(error as Error).message}.`);
  }
}

/** Each may come in a file, so that a plugin that may read no file gets its certificate. */
function readPluginSettings(env: Env): Record<string, string> {
  const names = Object.keys(env).filter((name) => OF_PLUGIN.test(name));
  const settings = [...new Set(names.map((name) => name.replace(/_FILE$/, '')))];
  const values = settings.map((name) => [name.replace(/^BALIE_PLUGIN_/, ''), readSecret(name, env)] as const);
  return Object.fromEntries(values.filter((entry): entry is [string, string] => Boolean(entry[1])));
}

function refuseUnknown(env: Env): void {
  for (const key of Object.keys(env)) {
    // One that is empty is not set: a newer compose file names settings that an older version, to which one went back, does not know.
    if (!key.startsWith('BALIE_') || env[key] === '' || isKnown(key)) continue;
    const near = nearest(key);
    throw wrong(
      `There is no setting ${key}.${near ? ` Did you mean ${near}?` : ''} All settings are in deploy/docs/settings.md.`,
    );
  }
}

function isKnown(key: string): boolean {
  if (key in SETTINGS || OF_PLUGIN.test(key)) return true;
  const base = key.replace(/_FILE$/, '');
  return base !== key && base in SETTINGS && SETTINGS[base as SettingName].secret;
}

function checkTogether(settings: Settings): void {
  if ((settings.ownerEmail === undefined) !== (settings.ownerPassword === undefined))
    throw wrong('The settings BALIE_OWNER_EMAIL and BALIE_OWNER_PASSWORD go together. Set both or none.');
  if ((settings.s3AccessKey === undefined) !== (settings.s3SecretKey === undefined))
    throw wrong('The settings BALIE_S3_ACCESS_KEY and BALIE_S3_SECRET_KEY go together. Set both or none.');
  if (settings.s3Bucket === undefined && (settings.s3Endpoint ?? settings.s3AccessKey) !== undefined)
    throw wrong('Where files go is not clear: set BALIE_S3_BUCKET, too.');
  if (settings.role === 'all') return;
  if (!/^postgres(ql)?:/.test(settings.databaseUrl ?? ''))
    throw wrong(
      `A process with the role ${settings.role} needs the others to reach its database: set DATABASE_URL to PostgreSQL.`,
    );
  if (settings.redisUrl === undefined)
    throw wrong(`A process with the role ${settings.role} hears of the others over Redis: set REDIS_URL.`);
}

function wrong(message: string): StartError {
  return new StartError(EXIT.SETTING, message);
}

function nearest(key: string): string | null {
  const scored = Object.keys(SETTINGS).map((name) => ({ name, distance: editDistance(key, name) }));
  const best = scored.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= 4 ? best.name : null;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substituted));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
