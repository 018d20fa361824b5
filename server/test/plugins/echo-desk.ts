import type { OutboundMessage } from '@balie/plugin-sdk';
import { ChannelFailure, ChannelService, findChannel, type Channel } from '../../src/features/channels/index.js';
import { newId } from '../../src/kernel/ids.js';
import { testCtx } from '../support/database.js';
import { until } from '../support/until.js';
import type { EchoNetwork } from './echo-network.js';
import type { PluginServer } from './plugin-server.js';

export interface ConnectOptions {
  id?: string;
  inboxId?: string;
  data?: Record<string, string>;
}

/** Connects a channel of the echo network, as an admin would by the form. */
export async function connectEcho(server: PluginServer, network: EchoNetwork, o: ConnectOptions = {}) {
  const id = o.id ?? newId('channel');
  const inboxId = o.inboxId ?? (await server.inbox());
  const data = { url: network.url, token: network.token, ...o.data };
  const input = { id, inboxId, type: 'echo', step: 'settings', data, reauth: false };
  return { id, inboxId, answer: await server.get(ChannelService).setup(testCtx(), input) };
}

/** The channel as it is now. */
export async function channelOf(server: PluginServer, id: string): Promise<Channel> {
  const found = await findChannel(server.db.uow.reader, id);
  if (!found) throw new Error(`There is no channel ${id}`);
  return found;
}

/** The channel, once it is in this state. */
export async function inStateOf(server: PluginServer, id: string, state: Channel['state']): Promise<Channel> {
  const now = async () => {
    const channel = await channelOf(server, id);
    return channel.state === state ? channel : null;
  };
  return (await until(now, `the channel to be ${state}`)) as Channel;
}

/** Whether the lane is held, once the jobs that hold and release lanes are done. */
export async function laneHeldOf(server: PluginServer, id: string): Promise<boolean> {
  const { reader } = server.db.uow;
  const working = "SELECT id FROM job WHERE name = 'channel.lane'";
  await until(async () => (await reader.query(working)).length === 0, { what: 'the jobs of lanes' });
  return (await reader.query('SELECT name FROM lane WHERE name = ?', [`channel:${id}`])).length > 0;
}

/** A message to ada. */
export function outbound(text: string): OutboundMessage {
  return {
    sendKey: `key-${text}`,
    attempt: 1,
    uncertain: false,
    from: { kind: 'echo', value: 'shop', trust: 'verified' },
    to: [{ kind: 'echo', value: 'ada', trust: 'verified' }],
    thread: { id: 'thr_1', answers: [], replyToken: 'r' },
    author: { name: 'Agent', bot: false },
    parts: [{ type: 'text', text }],
    extras: null,
  };
}

/** The failure that a call to a channel ends in. */
export async function failure(work: Promise<unknown>): Promise<ChannelFailure> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ChannelFailure)) throw new Error(`Not a failure of the channel: ${String(error)}`);
  return error;
}
