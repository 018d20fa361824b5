import type { Channel, ChannelContext, Json, OutboundMessage } from '@balie/plugin-sdk';
import { API_VERSION } from '@balie/plugin-sdk';
import { contextOf, openFile, putFile, type Scope } from './context.js';
import { describePlugin, type LoadedPlugin } from './describe.js';
import { captureConsole, limited, type Emit } from './log.js';
import { Peer } from './peer.js';
import type { InstanceSpec, ProcessSpec } from './spec.js';
import { toWireError } from './wire-error.js';
import { Socket } from 'node:net';

/** The fd of the line to the host. */
const LINE = 3;

type Handler = (plugin: LoadedPlugin, args: unknown[], scope: Scope) => unknown;

const HANDLERS: Record<string, Handler> = {
  ping: () => true,
  describe: (plugin) => describePlugin(plugin, API_VERSION),
  check: async (plugin, args, scope) => {
    const { channel, spec, settings, context } = await instanceOf(plugin, args, scope);
    const result = await channel.check(context);
    return { settings: keptSettings(spec.settings, settings as Record<string, Json>), result };
  },
  setup: async (plugin, args) => {
    const [type, input, o] = args as [
      string,
      Parameters<NonNullable<Channel['setup']>>[0],
      { callbackUrl: string; reauth: boolean },
    ];
    const step = await member(channelOf(plugin, type), 'setup')(input, { ...o, plugin: null });
    return step.show === 'form' ? { ...step, schema: step.schema.toJSONSchema({ io: 'input', unrepresentable: 'any' }) } : step;
  },
  listen: async (plugin, args, scope) => {
    const { channel, context } = await instanceOf(plugin, args, scope);
    await member(channel, 'listen')(context);
  },
  health: async (plugin, args, scope) => {
    const { channel, context } = await instanceOf(plugin, args, scope);
    return member(channel, 'health')(context);
  },
  send: async (plugin, args, scope) => {
    const { channel, context } = await instanceOf(plugin, args, scope);
    return member(channel, 'send')(args[1] as OutboundMessage, context);
  },
  fetchFile: async (plugin, args, scope) => {
    const { channel, context } = await instanceOf(plugin, args, scope);
    const { data, name, mime } = await member(channel, 'fetchFile')(args[1] as string, context);
    const file = await putFile(scope, data, { name, mime });
    return { hash: file.stored, bytes: file.bytes, name, mime };
  },
  decode: (plugin, args, scope) => {
    const [type, item] = args as [string, { externalId: string; rawHash: string; meta: Json; receivedAt: Date }];
    return member(
      channelOf(plugin, type),
      'decode',
    )({
      id: item.externalId as never,
      raw: openFile(scope, { stored: item.rawHash }) as ReadableStream,
      meta: item.meta,
      receivedAt: item.receivedAt,
    });
  },
};

function channelOf(plugin: LoadedPlugin, type: string): Channel {
  const channel = plugin.channels?.find((candidate) => candidate.type === type);
  if (!channel) throw new Error(`The plugin has no channel type ${type}.`);
  return channel;
}

/** A member of the channel that is called as the method that it is. */
function member<K extends 'setup' | 'listen' | 'health' | 'send' | 'fetchFile' | 'decode'>(
  channel: Channel,
  name: K,
): NonNullable<Channel[K]> {
  const found = channel[name];
  if (typeof found !== 'function') throw new Error(`The channel type has no ${name}.`);
  return found.bind(channel) as NonNullable<Channel[K]>;
}

async function instanceOf(
  plugin: LoadedPlugin,
  args: unknown[],
  scope: Scope,
): Promise<{ channel: Channel; spec: InstanceSpec; settings: unknown; context: ChannelContext<never> }> {
  const spec = args[0] as InstanceSpec;
  const channel = channelOf(plugin, spec.type);
  const older = spec.settingsVersion < channel.settingsVersion && channel.migrate;
  const current = older ? channel.migrate!(spec.settings, spec.settingsVersion) : spec.settings;
  const parsed = await channel.settings.safeParseAsync(current);
  if (!parsed.success) throw parsed.error;
  return { channel, spec, settings: parsed.data, context: contextOf(scope, spec, parsed.data as never) };
}

/** What is worth keeping: what was filled in for the fields that there are, and the defaults of the others. It is parsed again at each use. */
function keptSettings(given: Record<string, Json>, parsed: Record<string, Json>): Record<string, Json> {
  const kept = Object.entries(parsed).map(([name, value]) => [name, given[name] ?? value]);
  return JSON.parse(JSON.stringify(Object.fromEntries(kept))) as Record<string, Json>;
}

/** Runs until the line to the host is closed. */
export async function run(spec: ProcessSpec): Promise<void> {
  const line = new Socket({ fd: LINE, readable: true, writable: true });
  let loaded: LoadedPlugin | null = null;
  const peer: Peer = new Peer(line, {
    call: async (method, args, o) => {
      const handler = HANDLERS[method];
      if (!handler) throw new Error(`This version of the plugin host has no ${method}.`);
      if (!loaded) throw new Error('The plugin is still being loaded.');
      return handler(loaded, args, { peer, id: o.id, signal: o.signal, emit, net: spec.net });
    },
    note: () => undefined,
    closed: () => process.exit(0),
  });
  const emit: Emit = limited((level, message, fields) => peer.note('log', [level, message, fields]));
  captureConsole(emit);
  const end = endOnUncaught(peer);
  try {
    loaded = await loadPlugin(spec.entry);
    peer.note('ready', []);
  } catch (error) {
    end(error);
  }
}

/** A throw that nobody caught leaves the plugin in a state that nobody knows: it is reported, and the process ends. */
function endOnUncaught(peer: Peer): (error: unknown) => void {
  const end = (error: unknown) => {
    const bye = setTimeout(() => process.exit(70), 1000);
    peer.note('fatal', [toWireError(error)], () => {
      clearTimeout(bye);
      process.exit(70);
    });
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
  return end;
}

async function loadPlugin(entry: string): Promise<LoadedPlugin> {
  const module = (await import(entry)) as { default?: { default?: unknown } };
  const exported = module.default?.default ?? module.default;
  if (typeof exported !== 'object' || exported === null)
    throw new Error('The plugin must export what definePlugin answers, as its default.');
  return exported as LoadedPlugin;
}
