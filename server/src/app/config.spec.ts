import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from './config.js';
import { EXIT, StartError } from './start-error.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-config-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function wrong(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    expect((error as StartError).exitCode).toBe(EXIT.SETTING);
    return (error as StartError).message;
  }
  throw new Error('It was taken.');
}

test('an empty variable is not set, known or not: a newer compose file still starts an older version', () => {
  expect(readConfig({ BALIE_PORT: '', BALIE_OF_A_LATER_VERSION: '' })).toEqual(readConfig({}));
});

test('no setting is needed', () => {
  expect(readConfig({ PATH: '/bin', HOME: '/root' }, '/srv/balie')).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: '/srv/balie/data',
    logLevel: 'info',
    redisPrefix: 'balie',
    trustedProxies: [],
    databaseUrl: undefined,
    publicUrl: undefined,
  });
});

test('an empty variable is one that is not set, as compose files write it', () => {
  expect(readConfig({ BALIE_PORT: '', DATABASE_URL: '', BALIE_OWNER_EMAIL: '' })).toMatchObject({
    port: 3000,
    databaseUrl: undefined,
  });
});

test.each([
  [{ BALIE_PORT: 'abc' }, 'The setting BALIE_PORT is wrong: it must be a whole number from 0 to 65535, not "abc".'],
  [{ BALIE_PORT: '70000' }, 'The setting BALIE_PORT is wrong: it must be a whole number from 0 to 65535, not "70000".'],
  [
    { BALIE_LOG_LEVEL: 'loud' },
    'The setting BALIE_LOG_LEVEL is wrong: it must be one of fatal, error, warn, info, debug, trace, silent.',
  ],
  [
    { BALIE_PUBLIC_URL: 'desk.example.com' },
    'The setting BALIE_PUBLIC_URL is wrong: it must be an address such as https://desk.example.com.',
  ],
  [
    { BALIE_PUBLIC_URL: 'https://x.example/desk/api' },
    'The setting BALIE_PUBLIC_URL is wrong: it must be an address such as https://desk.example.com or https://example.com/desk; its path has letters, digits, hyphens and underscores only, and no part of it is one of ours (api, assets, files, graphql, health, metrics, p, schema.graphql).',
  ],
  [
    { DATABASE_URL: 'mysql://root:geheim@db/x' },
    'The setting DATABASE_URL is wrong: it must begin with postgres:// or be the path of a SQLite file.',
  ],
  [
    { BALIE_TRUSTED_PROXIES: '10.0.0.0/8, proxy' },
    'The setting BALIE_TRUSTED_PROXIES is wrong: it must be a list of IP addresses or networks, such as 10.0.0.1,172.16.0.0/12, or the word loopback.',
  ],
  [{ BALIE_OWNER_EMAIL: 'x@y.z' }, 'The settings BALIE_OWNER_EMAIL and BALIE_OWNER_PASSWORD go together. Set both or none.'],
  [
    { BALIE_ROLE: 'worker' },
    'A process with the role worker needs the others to reach its database: set DATABASE_URL to PostgreSQL.',
  ],
  [
    { BALIE_ROLE: 'web', DATABASE_URL: 'postgres://x@y/z' },
    'A process with the role web hears of the others over Redis: set REDIS_URL.',
  ],
  [{ BALIE_S3_BUCKET: 'Not A Bucket' }, expect.stringContaining('it must be the name of a bucket')],
  [{ BALIE_S3_ENDPOINT: 'https://s3.example.com' }, 'Where files go is not clear: set BALIE_S3_BUCKET, too.'],
  [
    { BALIE_S3_BUCKET: 'balie', BALIE_S3_ACCESS_KEY: 'me' },
    'The settings BALIE_S3_ACCESS_KEY and BALIE_S3_SECRET_KEY go together. Set both or none.',
  ],
  [{ BALIE_ROLE: 'king' }, 'The setting BALIE_ROLE is wrong: it must be all, web or worker.'],
  [{ BALIE_SECRET_KEY: 'short' }, expect.stringContaining('it must be 32 random bytes as 64 hex digits or in base64')],
  [{ BALIE_PROT: '1' }, 'There is no setting BALIE_PROT. Did you mean BALIE_PORT? All settings are in deploy/docs/settings.md.'],
  [{ BALIE_PORT_FILE: '/x' }, expect.stringContaining('There is no setting BALIE_PORT_FILE.')],
])('%j stops the start with one sentence', (env, sentence) => {
  const message = wrong(env as unknown as Record<string, string>);
  expect(message).toEqual(sentence);
  expect(message).not.toContain('geheim');
});

test('a secret may come in a file, but not twice', () => {
  const file = join(folder, 'key');
  writeFileSync(file, `${'ab'.repeat(32)}\n`);
  expect(readConfig({ BALIE_SECRET_KEY_FILE: file }).secretKey).toBe('ab'.repeat(32));
  expect(wrong({ BALIE_SECRET_KEY_FILE: file, BALIE_SECRET_KEY: 'x' })).toContain('both set');
  expect(wrong({ BALIE_SECRET_KEY_FILE: join(folder, 'nothing') })).toContain('can not be read');
});

test('settings of plugins are passed on, also out of files', () => {
  const file = join(folder, 'cert.pem');
  writeFileSync(file, '-----BEGIN\n');
  const env = { BALIE_PLUGIN_ECHO_HOST: 'x', BALIE_PLUGIN_ECHO_TLS_CERT_FILE: file, BALIE_PLUGIN_ECHO_EMPTY: '' };
  expect(readConfig(env).pluginSettings).toEqual({ ECHO_HOST: 'x', ECHO_TLS_CERT: '-----BEGIN' });
  expect(wrong({ BALIE_PLUGIN_ECHO_KEY_FILE: join(folder, 'nothing') })).toContain('BALIE_PLUGIN_ECHO_KEY_FILE can not be read');
});

test('the public address is kept without a slash at its end, with the path that it may have (N8)', () => {
  const kept = (address: string) => readConfig({ BALIE_PUBLIC_URL: address }).publicUrl;
  expect(kept('https://Desk.Example.com:443/')).toBe('https://desk.example.com');
  expect(kept('https://example.com/desk/')).toBe('https://example.com/desk');
  expect(kept('https://example.com/tools/desk_2')).toBe('https://example.com/tools/desk_2');
  for (const wrong of ['/desk?x=1', '/desk#x', '/de"sk', '/my desk', '/a.b'])
    expect(() => kept(`https://example.com${wrong}`)).toThrow('BALIE_PUBLIC_URL is wrong');
});
