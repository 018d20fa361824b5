import { copyFile, cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeKey, signPackage } from '@balie/plugin-sdk/kit';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { create } from 'tar';
import { PluginService, PublisherService } from '../../src/features/plugins/index.js';
import { newId } from '../../src/kernel/ids.js';
import type { PluginHostOptions } from '../../src/plugin-host/index.js';
import { temporaryFolder } from '../server/server.js';
import { testCtx } from '../support/database.js';
import { packageFolder, PluginServer } from './plugin-server.js';

let place: { path: string; remove(): Promise<void> };
let server: PluginServer | null = null;
let acme: { file: string; trustedAs: string };
let bolt: { file: string; trustedAs: string };
beforeAll(async () => {
  place = await temporaryFolder();
  [acme, bolt] = [await makeKey('acme', place.path), await makeKey('bolt', place.path)];
});
afterEach(async () => {
  await server?.close();
  server = null;
});
afterAll(() => place.remove());

const ctx = testCtx();
async function open(packages?: PluginHostOptions['packages']) {
  server = await PluginServer.open(packages ? { packages } : {});
  return { plugins: server.get(PluginService), publishers: server.get(PublisherService) };
}
const keyOf = ({ trustedAs }: { trustedAs: string }) => trustedAs.slice(trustedAs.indexOf('=') + 1);

/** The echo plugin as another package: what stands in its package.json is replaced. */
async function folder(name: string, changes: Record<string, string> = {}): Promise<string> {
  const own = path.join(place.path, name);
  await cp(packageFolder('echo'), own, { recursive: true });
  const file = path.join(own, 'package.json');
  let text = await readFile(file, 'utf8');
  for (const [from, to] of Object.entries(changes)) text = text.replace(from, to);
  await writeFile(file, text);
  return own;
}

async function signed(name: string, version: string, by: { file: string } | null): Promise<string> {
  const file = path.join(place.path, `${name}.tgz`);
  await create({ file, cwd: await folder(name, { '1.0.0': version }), prefix: 'package', gzip: true }, ['.']);
  if (by) await signPackage(file, by.file);
  return file;
}

test('an admin trusts a publisher beside those of the host, once however often he says it, and the log has both sides of it (N20)', async () => {
  const { plugins, publishers } = await open({ npm: false, publishers: [acme.trustedAs], signedOnly: true });
  const file = await signed('by-bolt', '1.0.0', bolt);
  await expect(plugins.install(ctx, file)).rejects.toThrow('none of the publishers');

  const input = { id: newId('pluginPublisher'), name: 'bolt', publicKey: keyOf(bolt) };
  const made = await publishers.trust(ctx, input);
  expect(await publishers.trust(ctx, { ...input, name: ' bolt ' })).toEqual(made);
  const other = { ...input, id: newId('pluginPublisher') };
  for (const [wrong, code, field] of [
    [{ ...input, id: 'x' }, 'INVALID', 'id'],
    [{ ...input, name: 'other' }, 'CONFLICT', 'id'],
    [{ ...other, name: '' }, 'INVALID', 'name'],
    [{ ...other, name: 'a,b' }, 'INVALID', 'name'],
    [{ ...other, publicKey: 'short' }, 'INVALID', 'publicKey'],
    [{ ...other, publicKey: `${keyOf(bolt)}A` }, 'INVALID', 'publicKey'],
    [{ ...other, publicKey: `${'A'.repeat(43)}=` }, 'CONFLICT', 'name'],
    [{ ...other, name: 'acme', publicKey: `${'A'.repeat(43)}=` }, 'CONFLICT', 'name'],
    [{ ...other, name: 'twin' }, 'CONFLICT', 'publicKey'],
    [{ ...other, name: 'twin', publicKey: keyOf(acme) }, 'CONFLICT', 'publicKey'],
  ] as const)
    await expect(publishers.trust(ctx, wrong)).rejects.toMatchObject({ code, detail: { path: [field] } });
  expect((await publishers.list()).map(({ id, name }) => [id, name])).toEqual([
    [null, 'acme'],
    [input.id, 'bolt'],
  ]);
  expect(await plugins.offer(file)).toMatchObject({ signature: 'TRUSTED', signedBy: 'bolt' });
  expect(await plugins.install(ctx, file)).toMatchObject({ manifest: { signedBy: 'bolt' } });

  expect(await publishers.distrust(ctx, input.id)).toBe(input.id);
  await expect(publishers.distrust(ctx, input.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(plugins.offer(file)).rejects.toThrow('none of the publishers');
  const sql = "SELECT action, object_name AS name FROM audit_entry WHERE action LIKE 'PLUGIN_PUBLISHER%' ORDER BY seq";
  expect(await server!.db.uow.reader.query(sql)).toEqual([
    { action: 'PLUGIN_PUBLISHER_TRUSTED', name: 'bolt' },
    { action: 'PLUGIN_PUBLISHER_REMOVED', name: 'bolt' },
  ]);
});

test('going back looks at the signature and the files as installing does: who is trusted no longer, or what was changed, is refused (N20)', async () => {
  const { plugins, publishers } = await open();
  const trusted = await publishers.trust(ctx, { name: 'bolt', publicKey: keyOf(bolt) });
  await plugins.install(ctx, await signed('back-1', '1.0.0', bolt));
  await plugins.install(ctx, await signed('back-2', '2.0.0', bolt));
  expect(await plugins.rollBack(ctx, 'plg_echo')).toMatchObject({ packageVersion: '1.0.0', manifest: { signedBy: 'bolt' } });
  const [sql] = await server!.db.uow.reader.query<{ changes: string }>(
    "SELECT changes FROM audit_entry WHERE action = 'PLUGIN_ROLLED_BACK'",
  );
  expect(JSON.parse(sql!.changes)).toEqual([{ field: 'packageVersion', before: '2.0.0', after: '1.0.0' }]);

  await publishers.distrust(ctx, trusted.id);
  const back = () => plugins.rollBack(ctx, 'plg_echo');
  await expect(back()).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['id'] } });
  await expect(back()).rejects.toThrow('bolt, who had signed it, is no longer trusted');
  await publishers.trust(ctx, { name: 'bolt again', publicKey: keyOf(bolt) });
  expect(await back()).toMatchObject({ packageVersion: '2.0.0', manifest: { signedBy: 'bolt again' } });

  const previous = (await plugins.list())[0]!.previous!;
  const archive = `${previous.folder}.tgz`;
  await copyFile(archive, `${archive}.kept`);
  await writeFile(archive, 'something else');
  await expect(back()).rejects.toThrow('is no longer trusted');
  await copyFile(`${archive}.kept`, archive);
  const code = path.join(previous.folder, 'index.js');
  await writeFile(code, `${await readFile(code, 'utf8')}\n// changed`);
  await expect(back()).rejects.toThrow('its files are not those that were installed');
  expect(await plugins.list()).toMatchObject([{ packageVersion: '2.0.0', state: 'ENABLED' }]);
});

test('where only signed plugins are taken there is no way back to one that is not', async () => {
  const db = await (async () => {
    const { plugins } = await open();
    await plugins.install(ctx, await signed('plain-1', '1.0.0', null));
    await plugins.install(ctx, await signed('plain-2', '2.0.0', acme));
    expect(await plugins.rollBack(ctx, 'plg_echo')).toMatchObject({ packageVersion: '1.0.0' });
    await plugins.install(ctx, await signed('plain-3', '3.0.0', acme));
    const { db: kept } = server!;
    await server!.close({ keepDatabase: true });
    return kept;
  })();
  server = await PluginServer.open({ db, packages: { npm: false, publishers: [acme.trustedAs], signedOnly: true } });
  await expect(server.get(PluginService).rollBack(ctx, 'plg_echo')).rejects.toThrow('its signed package is not kept here');
});

test('a plugin with the id or a type of another one is refused at its install, by name; once that one is off it may come, and then that one may not', async () => {
  const { plugins } = await open();
  await plugins.install(ctx, packageFolder('echo'));
  const twin = await folder('twin', { '@test/echo': '@other/echo' });
  const clash = await folder('clash', { '@test/echo': '@other/loud', '"id": "echo"': '"id": "loud"' });
  for (const [source, words] of [
    [twin, '@test/echo has the id “echo” already'],
    [clash, '@test/echo has the channel type “echo” already'],
  ] as const) {
    const refused = await plugins.install(ctx, source).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'CONFLICT', detail: { path: ['source'], currentId: 'plg_echo' } });
    expect((refused as Error).message).toContain(words);
  }
  expect((await plugins.list()).map(({ name }) => name)).toEqual(['@test/echo']);

  const helper = await folder('helper-clash');
  await plugins.install(ctx, packageFolder('helper'));
  await cp(packageFolder('helper'), helper, { recursive: true });
  const file = path.join(helper, 'package.json');
  const json = JSON.parse(await readFile(file, 'utf8')) as { name: string; balie: { id: string; responders: string[] } };
  await writeFile(file, JSON.stringify({ ...json, name: '@other/helper', balie: { ...json.balie, id: 'helper-two' } }));
  await expect(plugins.install(ctx, helper)).rejects.toThrow(`has the responder “${json.balie.responders[0]}” already`);

  await plugins.setEnabled(ctx, 'plg_echo', false);
  expect(await plugins.install(ctx, clash)).toMatchObject({ id: 'loud', state: 'ENABLED' });
  await expect(plugins.setEnabled(ctx, 'plg_echo', true)).rejects.toMatchObject({
    code: 'CONFLICT',
    detail: { path: ['id'], currentId: 'plg_loud' },
  });
});
