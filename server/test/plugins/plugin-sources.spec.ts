import { execFile } from 'node:child_process';
import { appendFile, chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { create } from 'tar';
import { PluginService } from '../../src/features/plugins/index.js';
import type { PluginHostOptions } from '../../src/plugin-host/index.js';
import { temporaryFolder } from '../server/server.js';
import { testCtx } from '../support/database.js';
import { NpmRegistry } from '../support/npm-registry.js';
import { packageFolder, PluginServer } from './plugin-server.js';

const require = createRequire(import.meta.url);
const cli = path.resolve(path.dirname(require.resolve('@balie/plugin-sdk')), 'kit/cli.js');
let place: { path: string; remove(): Promise<void> };
let registry: NpmRegistry;
let server: PluginServer | null = null;
const before = { ...process.env };
beforeAll(async () => {
  place = await temporaryFolder();
  registry = await NpmRegistry.open({ '@test/echo': packageFolder('echo') });
  process.env['npm_config_registry'] = registry.url;
  process.env['npm_config_cache'] = path.join(place.path, 'cache');
});
afterEach(async () => {
  await server?.close();
  server = null;
  process.env['PATH'] = before['PATH'];
});
afterAll(async () => {
  for (const name of ['npm_config_registry', 'npm_config_cache'])
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  registry.close();
  await place.remove();
});

const plugins = async (packages?: PluginHostOptions['packages']) => {
  server = await PluginServer.open(packages ? { packages } : {});
  return server.get(PluginService);
};
const balie = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [cli, ...args], { cwd: place.path })).stdout;

/** The echo plugin, packed as `npm pack` does it. */
async function packed(name: string): Promise<string> {
  const file = path.join(place.path, name);
  await create({ file, cwd: packageFolder('echo'), prefix: 'package', gzip: true }, ['.']);
  return file;
}

test('who signed a package is known by his key; a package that was changed, or signed by a stranger, is told from it (N20)', async () => {
  const acme = /^acme=\S+$/m.exec(await balie('keys', 'acme'))?.[0] ?? '';
  await balie('keys', 'stranger');
  await expect(balie('keys', 'acme')).rejects.toThrow('is there already');
  const [good, changed, foreign, plain] = [
    await packed('good.tgz'),
    await packed('changed.tgz'),
    await packed('foreign.tgz'),
    await packed('plain.tgz'),
  ];
  for (const file of [good, changed]) await balie('sign', file, '--key', 'acme.pem');
  await balie('sign', foreign, '--key', 'stranger.pem');
  await appendFile(changed, Buffer.alloc(512));

  const open = await plugins({ npm: false, publishers: [`other=${'A'.repeat(43)}=`, acme], signedOnly: false });
  expect(await open.offer(good)).toMatchObject({ name: '@test/echo', signature: 'TRUSTED', signedBy: 'acme' });
  expect(await open.offer(changed)).toMatchObject({ signature: 'UNKNOWN', signedBy: null });
  expect(await open.offer(foreign)).toMatchObject({ signature: 'UNKNOWN', signedBy: null });
  expect(await open.offer(plain)).toMatchObject({ signature: 'NONE', signedBy: null });
  expect(await open.offer(packageFolder('echo'))).toMatchObject({ signature: 'NONE' });
  expect(await open.install(testCtx(), good)).toMatchObject({ id: 'echo', state: 'ENABLED', manifest: { signedBy: 'acme' } });
  await server?.close();

  const strict = await plugins({ npm: false, publishers: [acme], signedOnly: true });
  for (const [source, words] of [
    [changed, 'changed after it was signed'],
    [foreign, 'none of the publishers'],
    [plain, 'signed plugins only'],
    [packageFolder('echo'), 'signed plugins only'],
    [path.join(place.path, 'nothing.tgz'), 'no such folder or file'],
  ] as const) {
    await expect(strict.offer(source)).rejects.toThrow(words);
    await expect(strict.install(testCtx(), source)).rejects.toThrow(words);
  }
  expect(await strict.list()).toEqual([]);
  expect(await strict.install(testCtx(), good)).toMatchObject({ id: 'echo', state: 'ENABLED' });
});

test('a package is brought by its name only where that is allowed, in an exact version, and nothing of it is run (N20)', async () => {
  const asked = registry.asked.length;
  const closed = await plugins();
  await expect(closed.offer('npm:@test/echo@1.0.0')).rejects.toThrow('BALIE_PLUGINS_FROM_NPM');
  await server?.close();
  const open = await plugins({ npm: true, publishers: [], signedOnly: false });
  for (const odd of [
    'npm:@test/echo',
    'npm:@test/echo@latest',
    'npm:../echo@1.0.0',
    'npm:--help@1.0.0',
    'npm:git+ssh://a/b@1.0.0',
  ])
    await expect(open.offer(odd)).rejects.toThrow('npm:name@1.2.3');
  expect(registry.asked.length).toBe(asked);

  expect(await open.offer('npm:@test/echo@1.0.0')).toMatchObject({ name: '@test/echo', version: '1.0.0', signature: 'NONE' });
  await expect(open.offer('npm:@test/echo@9.9.9')).rejects.toThrow('no such package');
  await expect(open.offer('npm:nothing-of-this-name@1.0.0')).rejects.toThrow('no such package');
  expect(await open.install(testCtx(), 'npm:@test/echo@1.0.0')).toMatchObject({ id: 'echo', state: 'ENABLED' });
  const [row] = await open.list();
  expect(await readFile(path.join(row?.folder ?? '', 'index.js'), 'utf8')).toContain('definePlugin');
});

test('npm is told its own settings and none of our secrets, and one that is not there is said', async () => {
  const open = await plugins({ npm: true, publishers: [], signedOnly: false });
  const bin = path.join(place.path, 'bin');
  await mkdir(bin);
  process.env['PATH'] = bin;
  await expect(open.offer('npm:@test/echo@1.0.0')).rejects.toThrow('no npm on the server');
  await writeFile(
    path.join(bin, 'npm'),
    `#!${process.execPath}\nrequire('fs').writeFileSync(${JSON.stringify(path.join(place.path, 'seen'))}, JSON.stringify([process.argv.slice(2), process.env])); process.exit(1);`,
  );
  await chmod(path.join(bin, 'npm'), 0o755);
  process.env['BALIE_SECRET_KEY'] = 'a secret';
  try {
    await expect(open.offer('npm:@test/echo@1.0.0')).rejects.toThrow('npm could not bring it');
  } finally {
    delete process.env['BALIE_SECRET_KEY'];
  }
  const [args, env] = JSON.parse(await readFile(path.join(place.path, 'seen'), 'utf8')) as [string[], Record<string, string>];
  expect(args).toEqual(expect.arrayContaining(['pack', '@test/echo@1.0.0', '--ignore-scripts']));
  expect(env).toMatchObject({ npm_config_registry: registry.url });
  expect(Object.keys(env).filter((name) => name.startsWith('BALIE_') || name.includes('DATABASE'))).toEqual([]);
});
