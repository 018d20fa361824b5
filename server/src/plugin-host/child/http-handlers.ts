import type { Channel, InboundEvent, Json, RawRequest, RawResponse, SharedWebhook, Webhook } from '@balie/plugin-sdk';
import type { LoadedPlugin } from './describe.js';
import type { StoredHook } from './hook.js';
import { channelOf, configuredOf, type Handler, instanceOf, member, settingsOf } from './instance.js';
import { parsePluginSettings } from './plugin-settings.js';
import type { InstanceSpec, PluginSettings } from './spec.js';

/** What a webhook says to a request: an answer of its own, or whether it is to be kept. */
type Heard =
  | { challenge: RawResponse }
  | {
      verified: boolean;
      answer: RawResponse | null;
      accounts: string[];
      /** The channels by whose keys it is proved, where each has its own. */
      channels?: string[];
    };

/** What comes over HTTP for a channel: its routes, its webhooks, and end users who want to be told live. */
export const HTTP_HANDLERS: Record<string, Handler> = {
  route: async (plugin, args, scope) => {
    const [, name, request] = args as [InstanceSpec, string, RawRequest];
    const { type, context } = await configuredOf(plugin, args, scope);
    const route = Object.hasOwn(type.routes ?? {}, name) ? type.routes?.[name] : undefined;
    if (!route) throw new Error(`There is no route ${name}.`);
    return route.handle(request, context);
  },
  webhook: async (plugin, args) => {
    const [spec, name, request] = args as [InstanceSpec, string, RawRequest];
    const channel = channelOf(plugin, spec.type);
    return heard(webhookOf(channel, name), request, await settingsOf(channel, spec));
  },
  sharedWebhook: async (plugin, args) => {
    const [settings, name, request, channels] = args as [PluginSettings, string, RawRequest, InstanceSpec[] | null];
    const hook = sharedOf(plugin, name);
    const said = channels
      ? await heardByEach(plugin, hook as SharedWebhook<unknown>, request, channels)
      : heard(hook, request, parsePluginSettings(plugin, settings));
    return 'verified' in said && said.verified ? { ...said, accounts: hook.accounts(request).map(String) } : said;
  },
  stream: async (plugin, args, scope) => {
    const { channel, context } = await instanceOf(plugin, args, scope);
    return member(channel, 'stream')(args[1] as RawRequest, context);
  },
  signalTyping: async (plugin, args, scope) => {
    const { channel, context } = await instanceOf(plugin, args, scope);
    await member(channel, 'signalTyping')(args[1] as { id: string; key?: string }, Boolean(args[2]), context);
  },
  signalRead: async (plugin, args, scope) => {
    const { channel, context } = await instanceOf(plugin, args, scope);
    await member(channel, 'signalRead')(args[1] as { id: string; key?: string }, args[2] as Date, context);
  },
  signalDesk: async (plugin, args, scope) => {
    const { channel, context } = await instanceOf(plugin, args, scope);
    await member(channel, 'signalDesk')(args[1] as { id: string; key?: string } | null, context);
  },
  transcriptTo: async (plugin, args, scope) => {
    const { channel, context } = await instanceOf(plugin, args, scope);
    return member(channel, 'transcriptTo')(args[1] as { id: string; key?: string }, args[2] as 'asked' | 'ended', context);
  },
  amend: async (plugin, args, scope) => {
    const { channel, context } = await instanceOf(plugin, args, scope);
    await member(channel, 'amend')(args[1] as Parameters<NonNullable<Channel['amend']>>[0], context);
  },
  fetchProfile: async (plugin, args, scope) => {
    const { channel, context } = await instanceOf(plugin, args, scope);
    return member(channel, 'fetchProfile')(args[1] as Parameters<NonNullable<Channel['fetchProfile']>>[0], context);
  },
};

function heard(hook: Pick<Webhook<unknown>, 'challenge' | 'verify' | 'answer'>, request: RawRequest, settings: unknown): Heard {
  const challenge = hook.challenge?.(request, settings) ?? null;
  if (challenge !== null) return { challenge };
  return { verified: hook.verify(request, settings), answer: hook.answer ?? null, accounts: [] };
}

/** The same by the keys of each channel in turn. */
async function heardByEach(
  plugin: LoadedPlugin,
  hook: SharedWebhook<unknown>,
  request: RawRequest,
  specs: readonly InstanceSpec[],
): Promise<Heard> {
  const channels: string[] = [];
  for (const spec of specs) {
    // One whose settings can't be read, as after a bad upgrade, is a matter of that channel alone.
    const settings = await settingsOf(channelOf(plugin, spec.type), spec).catch(() => null);
    const said = settings === null ? null : heard(hook, request, settings);
    if (said && 'challenge' in said) return said;
    if (said?.verified) channels.push(spec.id);
  }
  return { verified: channels.length > 0, answer: hook.answer ?? null, accounts: [], channels };
}

function webhookOf(channel: Channel, name: string): Webhook<unknown> {
  const hook = Object.hasOwn(channel.webhooks ?? {}, name) ? channel.webhooks?.[name] : undefined;
  if (!hook) throw new Error(`The channel type has no webhook ${name}.`);
  return hook as Webhook<unknown>;
}

function sharedOf(plugin: LoadedPlugin, name: string): SharedWebhook<Json> {
  const hook = Object.hasOwn(plugin.sharedWebhooks ?? {}, name) ? plugin.sharedWebhooks?.[name] : undefined;
  if (!hook) throw new Error(`The plugin has no webhook ${name}.`);
  return hook;
}

/** The events in a request that was kept. One that nobody could verify when it came is verified now, and is nothing when it fails. */
export async function decodeWebhook(
  plugin: LoadedPlugin,
  spec: InstanceSpec,
  stored: StoredHook,
  { raw, receivedAt }: { raw: ReadableStream<Uint8Array>; receivedAt: Date },
): Promise<InboundEvent[]> {
  const request: RawRequest = { ...stored.request, body: new Uint8Array(await new Response(raw).arrayBuffer()), receivedAt };
  if (stored.account !== undefined) return sharedOf(plugin, stored.name).decode(request, stored.account);
  const channel = channelOf(plugin, spec.type);
  const hook = webhookOf(channel, stored.name);
  if (stored.unverified && !hook.verify(request, await settingsOf(channel, spec))) return [];
  return hook.decode(request);
}
