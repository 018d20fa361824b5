import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { create } from 'tar';
import { ChannelFailure, ChannelService, DecodeFailed, type Channel } from '../../src/features/channels/index.js';
import { PluginService } from '../../src/features/plugins/index.js';
import { DomainError } from '../../src/kernel/errors.js';
import { testCtx } from '../support/database.js';
import { until } from '../support/until.js';
import { channelOf, connectEcho, failure, inStateOf, laneHeldOf, outbound, type ConnectOptions } from './echo-desk.js';
import { EchoNetwork } from './echo-network.js';
import { packageFolder, PluginServer } from './plugin-server.js';

let server: PluginServer;
let network: EchoNetwork;
beforeEach(async () => {
  [server, network] = [await PluginServer.open(), await EchoNetwork.open()];
});
afterEach(async () => {
  await server.close();
  await network.close();
});

const ctx = testCtx();
const install = (source = packageFolder('echo')) => server.get(PluginService).install(ctx, source);
const channel = (id: string) => channelOf(server, id);
const inState = (id: string, state: Channel['state']) => inStateOf(server, id, state);
const laneHeld = (id: string) => laneHeldOf(server, id);
const connect = (o: ConnectOptions = {}) => connectEcho(server, network, o);

describe('a plugin installed into a running server', () => {
  it('works without a restart: receives, decodes, fetches a file and sends', async () => {
    expect(await server.gateway.channelTypes()).toEqual([]);
    const offer = await server.get(PluginService).offer(packageFolder('echo'));
    expect(offer).toMatchObject({ id: 'echo', version: '1.0.0' });
    expect(offer.grants).toContainEqual({ kind: 'NETWORK', values: ['127.0.0.1:*'] });
    expect(await install()).toMatchObject({ id: 'echo', state: 'ENABLED', bundled: false });

    const [type] = await server.gateway.channelTypes();
    expect(type).toMatchObject({ type: 'echo', secretPaths: ['token'], hasSetup: false });
    expect(type?.settingsSchema).toMatchObject({
      properties: {
        token: { 'x-secret': true, 'x-order': 1 },
        note: { 'x-advanced': true, 'x-labels': { none: { en: 'None', nl: 'Geen' } }, default: 'none' },
      },
    });

    const { id, answer } = await connect();
    expect(answer).toMatchObject({
      failures: [],
      checks: [{ title: 'Sign-in', ok: true }],
      channel: { account: 'shop', name: 'Echo of shop' },
    });
    await inState(id, 'CONNECTED');
    network.write('ada', 'hello', '3000000');
    await until(() => server.intake.items.length === 1);
    expect(server.intake.items[0]).toMatchObject({ channelId: id, externalId: 'echo-1', meta: { n: 1 } });

    const events = await server.gateway.decode(id, server.intake.raw(0));
    expect(events).toMatchObject([
      { type: 'message', id: 'echo-1', sender: { value: 'ada' }, parts: [{ text: 'hello' }, { file: { ref: '3000000' } }] },
    ]);
    expect(await server.gateway.fetchFile(id, '3000000')).toMatchObject({ bytes: 3_000_000, name: '3000000' });

    expect(await server.gateway.send(id, outbound('hi'), 60_000)).toEqual({ ids: ['sent-1'], status: 'accepted' });
    expect(network.sent).toEqual([{ key: 'key-hi', to: 'ada', text: 'hi' }]);
    await until(async () => (await channel(id)).lastOutboundAt !== null);
  });

  it('goes on where it was after the server came back, and takes nothing in twice', async () => {
    await install();
    const { id } = await connect();
    network.write('ada', 'one');
    await until(() => server.intake.items.length === 1);
    const { db } = server;
    await server.close({ keepDatabase: true });
    network.write('ada', 'two');
    server = await PluginServer.open({ db });
    await until(() => server.intake.items.length === 1);
    expect(server.intake.items[0]).toMatchObject({ channelId: id, externalId: 'echo-2' });
    await inState(id, 'CONNECTED');
  });

  it('can be switched off and on, and is removed only when no channel of it is left', async () => {
    await install();
    const plugins = server.get(PluginService);
    const { id } = await connect();
    await inState(id, 'CONNECTED');
    await expect(plugins.remove(ctx, 'plg_echo')).rejects.toThrow('Echo of shop');

    await plugins.setEnabled(ctx, 'plg_echo', false);
    expect(await server.gateway.channelTypes()).toEqual([]);
    await inState(id, 'FAILED');
    expect(await failure(server.gateway.send(id, outbound('x'), 60_000))).toMatchObject({ kind: 'transient' });
    expect(await laneHeld(id)).toBe(true);
    network.write('ada', 'while it was off');

    await plugins.setEnabled(ctx, 'plg_echo', true);
    await until(() => server.intake.items.length === 1);
    await inState(id, 'CONNECTED');
    await until(async () => !(await laneHeld(id)));

    await server.db.uow.run(ctx, (tx) => tx.execute('DELETE FROM channel WHERE id = ?', [id]));
    const [row] = await plugins.list();
    await plugins.remove(ctx, 'plg_echo');
    expect(await plugins.list()).toEqual([]);
    expect(existsSync(row?.folder ?? '')).toBe(false);
  });

  it('is replaced by another version while it runs, and the old one is gone', async () => {
    await install();
    const { id } = await connect();
    await inState(id, 'CONNECTED');
    const [old] = await server.get(PluginService).list();
    const newer = path.join(server.db.dataDir, 'newer');
    await cp(packageFolder('echo'), newer, { recursive: true });
    const text = await readFile(path.join(newer, 'package.json'), 'utf8');
    await writeFile(path.join(newer, 'package.json'), text.replace('1.0.0', '1.1.0'));
    expect(await install(newer)).toMatchObject({ packageVersion: '1.1.0', state: 'ENABLED' });
    network.write('ada', 'to the new one');
    await until(() => server.intake.items.length === 1);
    // The one before is kept, to go back to; the one before that is not.
    expect(existsSync(old?.folder ?? '')).toBe(true);
    await writeFile(path.join(newer, 'package.json'), text.replace('1.0.0', '1.2.0'));
    const [second] = await server.get(PluginService).list();
    expect(await install(newer)).toMatchObject({ packageVersion: '1.2.0' });
    expect([existsSync(old?.folder ?? ''), existsSync(second?.folder ?? '')]).toEqual([false, true]);
  });
});

describe('a package that is not what it should be', () => {
  const refused = async (source: string, words: string | RegExp) => {
    await expect(install(source)).rejects.toThrow(words);
    await expect(install(source)).rejects.toThrow(DomainError);
    expect(await server.get(PluginService).list()).toEqual([]);
  };
  const variant = async (name: string, change: (json: string) => string, code?: string) => {
    // On one line, so that a change finds what it looks for however the file is laid out.
    const folder = path.join(server.db.dataDir, name);
    await cp(packageFolder('echo'), folder, { recursive: true });
    const file = path.join(folder, 'package.json');
    await writeFile(file, change(JSON.stringify(JSON.parse(await readFile(file, 'utf8')))));
    if (code !== undefined) await writeFile(path.join(folder, 'index.js'), code);
    return folder;
  };

  it('says in words what is wrong with its manifest', async () => {
    await refused('/nowhere/at-all', 'There is no such folder');
    await refused(await variant('a', () => 'x'), 'package.json is not valid JSON.');
    await refused(await variant('b', (json) => json.replace('"id":"echo"', '"id":"Echo!"')), 'balie.id: Ids are small letters');
    await refused(
      await variant('c', (json) => json.replace('index.js', '../../etc/x.js')),
      'The entry must lie inside the package.',
    );
    await refused(await variant('d', (json) => json.replace('"apiVersion":1', '"apiVersion":9')), 'version 9 of the plugin API');
  });

  it('must describe itself as its manifest does, and start', async () => {
    await refused(await variant('e', (json) => json.replace('["echo"]', '["other"]')), 'are not those of its manifest');
    await refused(await variant('f', (json) => json, 'throw new Error("no start")'), 'no start');
    await refused(await variant('g', (json) => json, 'export default 5'), 'must export what definePlugin answers');
  });

  it('is unpacked from a .tgz, without links and without ways out', async () => {
    const dir = path.join(server.db.dataDir, 'packing');
    await cp(packageFolder('echo'), path.join(dir, 'package'), { recursive: true });
    const good = path.join(dir, 'good.tgz');
    await create({ gzip: true, file: good, cwd: dir }, ['package']);
    await symlink('/etc/passwd', path.join(dir, 'package', 'link.txt'));
    const linked = path.join(dir, 'linked.tgz');
    await create({ gzip: true, file: linked, cwd: dir }, ['package']);
    await refused(linked, 'is a link or no file');
    await refused(path.join(dir, 'package'), 'is a link or no file');
    await mkdir(path.join(dir, 'sub'));
    const climbing = path.join(dir, 'climbing.tgz');
    await create({ gzip: true, file: climbing, cwd: path.join(dir, 'sub'), preservePaths: true }, ['../package/index.js']);
    await refused(climbing, /leads out of the package|no package.json/);
    const cut = path.join(dir, 'cut.tgz');
    await writeFile(cut, (await readFile(good)).subarray(0, 400));
    await refused(cut, "can't be read");
    expect(await install(good)).toMatchObject({ id: 'echo', state: 'ENABLED' });
    expect((await server.gateway.channelTypes()).map(({ type }) => type)).toEqual(['echo']);
  });
});

describe('settings of a channel', () => {
  it('are tried before they are kept, and each wrong field is named', async () => {
    await install();
    const { answer } = await connect({ data: { url: 'nonsense', token: 'x' } });
    expect(answer.channel).toBeNull();
    expect(answer.failures.map(({ code, detail }) => [code, detail.path])).toEqual([
      ['INVALID', ['data', 'url']],
      ['INVALID', ['data', 'token']],
    ]);
    const wrong = (await connect({ data: { token: 'wrong' } })).answer;
    expect(wrong.failures).toMatchObject([{ code: 'CHANNEL_DOWN', message: 'The token is refused.' }]);
    const gone = await EchoNetwork.open();
    const { url } = gone;
    await gone.close();
    const unreachable = (await connect({ data: { url } })).answer;
    const message = `${new URL(url).host} can't be reached: ECONNREFUSED`;
    expect(unreachable.failures).toMatchObject([{ code: 'CHANNEL_DOWN', message }]);
    network.account = 'blocked';
    const blocked = (await connect()).answer;
    expect(blocked).toMatchObject({
      channel: null,
      checks: [{ title: 'Sign-in', ok: false }],
      failures: [{ message: 'The account is blocked.' }],
    });
  });

  it('keep their secrets apart: encrypted, never in the log, and kept when the field is left empty', async () => {
    await install();
    const { id, inboxId } = await connect();
    const first = await channel(id);
    expect(first.settings).toEqual({ url: network.url, note: 'none' });
    expect(first.secrets).not.toContain('canary');
    const { answer } = await connect({ id, inboxId, data: { token: '', note: 'changed' } });
    expect(answer).toMatchObject({ failures: [], channel: { settings: { note: 'changed' } } });
    await inState(id, 'CONNECTED');
    const form = await server.get(ChannelService).setup(ctx, { id, inboxId, type: 'echo', reauth: false });
    expect(form).toMatchObject({ next: { step: 'settings', show: 'form' }, values: { note: 'changed' }, secretsSet: ['token'] });
    expect(server.log.join('\n')).not.toContain('canary');
  });

  it('make one channel of one account', async () => {
    await install();
    const { id } = await connect();
    await expect(connect()).rejects.toMatchObject({ code: 'CONFLICT', detail: { currentId: id } });
  });

  it('of two channels share nothing', async () => {
    await install();
    const other = await EchoNetwork.open();
    other.account = 'store';
    try {
      const [a, b] = [await connect(), await connect({ data: { url: other.url } })];
      await Promise.all([inState(a.id, 'CONNECTED'), inState(b.id, 'CONNECTED')]);
      network.write('ada', 'to the shop');
      network.write('ada', 'again');
      other.write('bob', 'to the store');
      await until(() => server.intake.items.length === 3);
      const of = (id: string) => server.intake.items.filter((item) => item.channelId === id).map(({ externalId }) => externalId);
      expect([of(a.id), of(b.id)]).toEqual([['echo-1', 'echo-2'], ['echo-1']]);
      const seen = async (id: string) => {
        const sql = 'SELECT value FROM plugin_state WHERE instance_id = ?';
        return (await server.db.uow.reader.query<{ value: string }>(sql, [id]))[0]?.value;
      };
      await until(async () => (await seen(a.id)) === '2' && (await seen(b.id)) === '1');
    } finally {
      await other.close();
    }
  });
});

describe('a channel that is no longer let in', () => {
  it('shows it, holds what waits, and goes on after it was let in again', async () => {
    await install();
    const { id, inboxId } = await connect();
    await inState(id, 'CONNECTED');
    const before = await server.db.journal.position();
    network.revoke();
    const locked = await inState(id, 'UNAUTHORIZED');
    expect(locked).toMatchObject({ authorized: false, active: true, stateMessage: 'The token is refused.' });
    expect(await laneHeld(id)).toBe(true);
    await until(async () => {
      const events = await server.db.journal.read(before, 100);
      return events.some((event) => event.type === 'channel.updated' && event.nodeId === id && event.inboxId === inboxId);
    });
    network.write('ada', 'meanwhile');
    const { answer } = await connect({ id, inboxId, data: { token: network.token } });
    expect(answer.failures).toEqual([]);
    await inState(id, 'CONNECTED');
    await until(async () => !(await laneHeld(id)));
    await until(() => server.intake.items.length === 1);
  });

  it('is found out by a send, too', async () => {
    await install();
    const { id } = await connect();
    await inState(id, 'CONNECTED');
    network.token = 'canary-token-3';
    expect(await failure(server.gateway.send(id, outbound('x'), 60_000))).toMatchObject({
      kind: 'auth',
      message: 'The token is refused.',
    });
    await inState(id, 'UNAUTHORIZED');
  });

  it('is paused and resumed by us without losing anything', async () => {
    await install();
    const { id } = await connect();
    await inState(id, 'CONNECTED');
    const channels = server.get(ChannelService);
    expect(await channels.setActive(ctx, id, false)).toMatchObject({ active: false, state: 'PAUSED' });
    await until(() => network.listeners === 0);
    expect(await laneHeld(id)).toBe(true);
    network.write('ada', 'during the pause');
    await channels.setActive(ctx, id, true);
    await until(() => server.intake.items.length === 1);
    await inState(id, 'CONNECTED');
    expect(await laneHeld(id)).toBe(false);
  });
});

describe('calls that go wrong', () => {
  it('are uncertain once they were made: no answer in time, or the process gone', async () => {
    await install();
    const { id } = await connect();
    await inState(id, 'CONNECTED');
    expect(await failure(server.gateway.send(id, outbound('never'), 300))).toMatchObject({ kind: 'uncertain' });
    expect(await failure(server.gateway.send(id, outbound('die'), 60_000))).toMatchObject({ kind: 'uncertain' });
    expect(network.sent.map(({ text }) => text)).toEqual(['die']);
    await inState(id, 'CONNECTED');
    const again = () => server.gateway.send(id, outbound('later'), 60_000).catch(() => null);
    expect(await until(again, { what: 'a new process' })).toMatchObject({ status: 'accepted' });
  });

  it('of decode cost no other item', async () => {
    await install();
    const { id } = await connect();
    for (const text of ['poison', 'nonsense', 'fine']) network.write('ada', text);
    await until(() => server.intake.items.length === 3);
    const decoded = (n: number) =>
      until(async () => {
        try {
          return { events: await server.gateway.decode(id, server.intake.raw(n)) };
        } catch (error) {
          if (error instanceof ChannelFailure) return null;
          return { error };
        }
      });
    expect(await decoded(0)).toMatchObject({ error: { crashed: true } });
    const nonsense = await decoded(1);
    expect(nonsense).toMatchObject({ error: { crashed: false } });
    expect((nonsense as { error: unknown }).error).toBeInstanceOf(DecodeFailed);
    expect(await decoded(2)).toMatchObject({ events: [{ id: 'echo-3' }] });
  });

  it('do not happen inside a unit of work', async () => {
    await install();
    const { id } = await connect();
    const inside = server.db.uow.run(ctx, () => server.gateway.send(id, outbound('x'), 60_000));
    await expect(inside).rejects.toThrow('inside a unit of work');
  });
});

describe('the lease of a channel', () => {
  it('has one listener in two processes, and the other one takes over', async () => {
    await install();
    const { id } = await connect();
    await inState(id, 'CONNECTED');
    const second = await PluginServer.open({ db: server.db });
    try {
      await until(() => network.listeners === 1);
      network.write('ada', 'once');
      await until(() => server.intake.items.length + second.intake.items.length === 1);
      expect(server.intake.items).toHaveLength(1);
      await server.close({ keepDatabase: true });
      network.write('ada', 'to the other one');
      await until(() => second.intake.items.length === 1, { deadlineMs: 60_000 });
    } finally {
      server = second;
    }
  });

  it('that was taken away ends what a stale listener hands over', async () => {
    await install();
    const { id } = await connect();
    await inState(id, 'CONNECTED');
    const other = 'UPDATE channel_lease SET owner = ?, epoch = epoch + 1, expires_at = ? WHERE channel_id = ?';
    await server.db.uow.run(ctx, (tx) => tx.execute(other, ['another process', tx.now + 60_000, id]));
    network.write('ada', 'too late');
    await until(() => network.listeners === 0);
    expect(server.intake.items).toEqual([]);
    expect((await channel(id)).cursor).toBeNull();
  });
});
