import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PluginService } from '../../src/features/plugins/index.js';
import { testCtx } from '../support/database.js';
import { until } from '../support/until.js';
import { channelOf, connectEcho, failure, inStateOf, laneHeldOf, outbound } from './echo-desk.js';
import { EchoNetwork } from './echo-network.js';
import { packageFolder, PluginServer } from './plugin-server.js';

const ctx = testCtx();
const QUICK = {
  supervisor: { backoffMs: [50, 50, 50], graceMs: 1000 },
  listener: { backoffMs: [100], healthMs: 50, graceMs: 1000 },
};
let server: PluginServer;
let network: EchoNetwork;
beforeEach(async () => {
  [server, network] = [await PluginServer.open({ times: QUICK }), await EchoNetwork.open()];
  await server.get(PluginService).install(ctx, packageFolder('echo'));
});
afterEach(async () => {
  await server.close();
  await network.close();
});

const plugin = async () => (await server.get(PluginService).list())[0];
const issues = () => server.db.uow.reader.query<{ instance_id: string; title: string }>('SELECT instance_id, title FROM issue');

describe('a plugin in trouble', () => {
  it('that ends too often is parked, told of, holds what waits, and runs again when a person says so', async () => {
    const { id } = await connectEcho(server, network);
    await inStateOf(server, id, 'CONNECTED');
    // Each call takes its process with it; calls made while it is not there yet are refused and made again.
    await until(
      async () => (await failure(server.gateway.send(id, outbound('die'), 60_000)), (await plugin())?.state === 'CRASHED'),
      {
        deadlineMs: 120_000,
        everyMs: 100,
        what: 'the plugin to be parked',
      },
    );
    expect(await plugin()).toMatchObject({ state: 'CRASHED', stateMessage: 'It ended with code 8.', restarts: 4, enabled: true });
    expect(await issues()).toEqual([
      { instance_id: 'echo', title: expect.stringContaining('ended too often: It ended with code 8.') },
    ]);
    await inStateOf(server, id, 'FAILED');
    expect((await channelOf(server, id)).authorized).toBe(true);
    expect(await laneHeldOf(server, id)).toBe(true);

    await server.get(PluginService).setEnabled(ctx, 'plg_echo', true);
    await inStateOf(server, id, 'CONNECTED');
    expect(await issues()).toEqual([]);
    expect(await laneHeldOf(server, id)).toBe(false);
    expect(await server.gateway.send(id, outbound('well again'), 60_000)).toMatchObject({ status: 'accepted' });
  }, 240_000);

  it('shows what is wrong on the far side, and mends itself when it is back', async () => {
    const { id } = await connectEcho(server, network);
    await inStateOf(server, id, 'CONNECTED');
    network.down = true;
    const { stateMessage } = await inStateOf(server, id, 'DEGRADED');
    expect(stateMessage).toBe('The far side says 503.');
    network.down = false;
    await inStateOf(server, id, 'CONNECTED');
    network.write('ada', 'still there');
    await until(() => server.intake.items.length === 1);
    expect(await plugin()).toMatchObject({ restarts: 0 });
  });

  it('hands over a file of 50 MB, and none of 70 MB', async () => {
    const { id } = await connectEcho(server, network);
    await inStateOf(server, id, 'CONNECTED');
    expect(await server.gateway.fetchFile(id, '50000000')).toMatchObject({ bytes: 50_000_000 });
    expect(await failure(server.gateway.fetchFile(id, '70000000'))).toMatchObject({
      message: expect.stringMatching(/67108864|64/),
    });
  });

  it('that does not stop listening is not waited for longer than the grace, and nothing more is taken from it', async () => {
    const { id } = await connectEcho(server, network, { data: { note: 'stubborn' } });
    await inStateOf(server, id, 'CONNECTED');
    await server.get(PluginService).setEnabled(ctx, 'plg_echo', false);
    network.write('ada', 'too late');
    expect(await plugin()).toMatchObject({ state: 'DISABLED' });
    await until(() => network.listeners === 0);
    expect(server.intake.items).toEqual([]);
  }, 240_000);
});
