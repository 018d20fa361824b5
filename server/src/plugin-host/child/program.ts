import type { Channel, InboundEvent, Json, OutboundMessage, SetupOptions } from '@balie/plugin-sdk';
import { API_VERSION } from '@balie/plugin-sdk';
import { openFile, putFile, type Scope } from './context.js';
import { describePlugin, formSchema, type LoadedPlugin } from './describe.js';
import { captureConsole, limited, type Emit } from './log.js';
import { Peer } from './peer.js';
import { parsePluginSettings } from './plugin-settings.js';
import { HTTP_HANDLERS, decodeWebhook } from './http-handlers.js';
import { channelOf, type Handler, instanceOf, member } from './instance.js';
import { hookOf } from './hook.js';
import { keptSettings } from './kept-settings.js';
import { RESPONDER_HANDLERS } from './responder-handlers.js';
import type { InstanceSpec, PluginSettings, ProcessSpec } from './spec.js';
import { toWireError } from './wire-error.js';
import { Socket } from 'node:net';

/** The fd of the line to the host. */
const LINE = 3;

const HANDLERS: Record<string, Handler> = {
  ...HTTP_HANDLERS,
  ...RESPONDER_HANDLERS,
  ping: () => true,
  describe: (plugin) => describePlugin(plugin, API_VERSION),
  check: async (plugin, args, scope) => {
    const { channel, spec, settings, context } = await instanceOf(plugin, args, scope);
    const result = await channel.check(context);
    return { settings: keptSettings(spec.settings, settings as Record<string, Json>), result };
  },
  setup: async (plugin, args, { signal }) => {
    const [type, input, o] = args as [
      string,
      Parameters<NonNullable<Channel['setup']>>[0],
      Omit<SetupOptions, 'plugin' | 'signal'> & { plugin: PluginSettings },
    ];
    const options: SetupOptions = {
      ...o,
      signal,
      // Only who looks at them is stopped by wrong ones.
      get plugin() {
        return parsePluginSettings(plugin, o.plugin);
      },
    };
    const step = await member(channelOf(plugin, type), 'setup')(input, options);
    return step.show === 'form' ? { ...step, schema: formSchema(step.schema) } : step;
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
    const [spec, item] = args as [InstanceSpec, RawItem];
    return decodeOne(plugin, spec, item, scope);
  },
  decodeAll: (plugin, args, scope) => {
    const [spec, items] = args as [InstanceSpec, RawItem[]];
    const decode = async (item: RawItem) => {
      try {
        return { events: await decodeOne(plugin, spec, item, scope) };
      } catch (error) {
        return { error: toWireError(error) };
      }
    };
    return Promise.all(items.map(decode));
  },
};

/** An item of the ledger; the bytes of a small one come along. */
interface RawItem {
  externalId: string;
  rawHash: string;
  bytes?: Uint8Array;
  meta: Json;
  receivedAt: Date;
}

async function decodeOne(plugin: LoadedPlugin, spec: InstanceSpec, item: RawItem, scope: Scope): Promise<InboundEvent[]> {
  const channel = channelOf(plugin, spec.type);
  const raw = (item.bytes ? streamOf(item.bytes) : openFile(scope, { stored: item.rawHash })) as ReadableStream<Uint8Array>;
  const hook = hookOf(item.meta);
  if (hook) return decodeWebhook(plugin, spec, hook, { raw, receivedAt: item.receivedAt });
  return member(channel, 'decode')({ id: item.externalId as never, raw, meta: item.meta, receivedAt: item.receivedAt });
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
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
