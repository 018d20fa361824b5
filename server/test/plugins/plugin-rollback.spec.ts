import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PluginService } from '../../src/features/plugins/index.js';
import { testCtx } from '../support/database.js';
import { until } from '../support/until.js';
import { connectEcho, inStateOf } from './echo-desk.js';
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

it('goes back to the version before when it wants to, and stays where it is when that one can not read the settings', async () => {
  await install();
  const { id } = await connectEcho(server, network);
  await inStateOf(server, id, 'CONNECTED');
  await expect(server.get(PluginService).rollBack(ctx, 'plg_echo')).rejects.toThrow('no version to go back to');
  const newer = path.join(server.db.dataDir, 'newer');
  await cp(packageFolder('echo'), newer, { recursive: true });
  const text = await readFile(path.join(newer, 'package.json'), 'utf8');
  await writeFile(path.join(newer, 'package.json'), text.replace('1.0.0', '2.0.0'));
  expect(await install(newer)).toMatchObject({ packageVersion: '2.0.0', previous: { packageVersion: '1.0.0' } });
  const back = await server.get(PluginService).rollBack(ctx, 'plg_echo');
  expect(back).toMatchObject({ packageVersion: '1.0.0', state: 'ENABLED', previous: { packageVersion: '2.0.0' } });
  network.write('ada', 'to the old one');
  await until(() => server.intake.items.length === 1);
  await inStateOf(server, id, 'CONNECTED');

  const code = await readFile(path.join(newer, 'index.js'), 'utf8');
  await writeFile(path.join(newer, 'package.json'), text.replace('1.0.0', '3.0.0'));
  await writeFile(path.join(newer, 'index.js'), code.replace('url: z.url()', "url: z.string().startsWith('ftp:', 'Only ftp.')"));
  await expect(install(newer)).rejects.toThrow("It can't read the settings of “Echo of shop”: Only ftp.");
  expect(await server.get(PluginService).list()).toMatchObject([{ packageVersion: '1.0.0', state: 'ENABLED' }]);
  network.write('ada', 'still the old one');
  await until(() => server.intake.items.length === 2);
}, 240_000);
