import type { Channel, ChannelContext, Responder, ResponderContext } from '@balie/plugin-sdk';
import { contextOf, responderContextOf, type Scope } from './context.js';
import type { LoadedPlugin } from './describe.js';
import { parsePluginSettings } from './plugin-settings.js';
import type { InstanceSpec } from './spec.js';
import type { z } from 'zod';

/** Answers one kind of call of the host. */
export type Handler = (plugin: LoadedPlugin, args: unknown[], scope: Scope) => unknown;

/** The members of a channel type that are called as the methods that they are. */
type Method = {
  [K in keyof Channel]-?: NonNullable<Channel[K]> extends (...args: never[]) => unknown ? K : never;
}[keyof Channel];

export function channelOf(plugin: LoadedPlugin, type: string): Channel {
  const channel = plugin.channels?.find((candidate) => candidate.type === type);
  if (!channel) throw new Error(`The plugin has no channel type ${type}.`);
  return channel;
}

/** A member of the channel that is called as the method that it is. */
export function member<K extends Method>(channel: Channel, name: K): NonNullable<Channel[K]> {
  const found = channel[name] as unknown;
  if (typeof found !== 'function') throw new Error(`The channel type has no ${name}.`);
  return found.bind(channel) as NonNullable<Channel[K]>;
}

export function responderOf(plugin: LoadedPlugin, type: string): Responder {
  const responder = plugin.responders?.find((candidate) => candidate.type === type);
  if (!responder) throw new Error(`The plugin has no responder ${type}.`);
  return responder;
}

/** What a channel and a responder have in common, bound to one instance. */
export async function configuredOf(plugin: LoadedPlugin, args: unknown[], scope: Scope): Promise<Configured> {
  const spec = args[0] as InstanceSpec;
  if (spec.kind !== 'responder') {
    const { channel, settings, context } = await instanceOf(plugin, args, scope);
    return { type: channel as unknown as Configured['type'], spec, settings, context: context as never };
  }
  const { responder, settings, context } = await respondingOf(plugin, args, scope);
  return { type: responder as unknown as Configured['type'], spec, settings, context: context as never };
}
interface Configured {
  type: Pick<Channel<z.ZodObject, unknown>, 'check' | 'actions' | 'routes' | 'schedules'>;
  spec: InstanceSpec;
  settings: unknown;
  context: unknown;
}

export async function respondingOf(
  plugin: LoadedPlugin,
  args: unknown[],
  scope: Scope,
): Promise<{ responder: Responder; settings: unknown; context: ResponderContext<never> }> {
  const spec = args[0] as InstanceSpec;
  const responder = responderOf(plugin, spec.type);
  const settings = await settingsOf(responder, spec);
  const o = { spec, shared: [], plugin: () => parsePluginSettings(plugin, spec.plugin) };
  return { responder, settings, context: responderContextOf(scope, settings as never, o) };
}

/** A responder whose settings are being filled in: those that are right by themselves, with defaults where there are none. */
export async function fillingInOf(
  plugin: LoadedPlugin,
  args: unknown[],
  scope: Scope,
): Promise<{ responder: Responder; context: ResponderContext<never> }> {
  const spec = args[0] as InstanceSpec;
  const responder = responderOf(plugin, spec.type);
  const settings: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(responder.settings.shape as Record<string, z.ZodType>)) {
    const parsed = await field.safeParseAsync(spec.settings[name]);
    const fallback = parsed.success ? parsed : await field.safeParseAsync(undefined);
    if (fallback.success) settings[name] = fallback.data;
  }
  const o = { spec, shared: [], plugin: () => parsePluginSettings(plugin, spec.plugin) };
  return { responder, context: responderContextOf(scope, settings as never, o) };
}

/** The settings of an instance as the channel type of today makes them; throws what its schema throws. */
export async function settingsOf(
  channel: Pick<Channel, 'settings' | 'settingsVersion' | 'migrate'>,
  spec: InstanceSpec,
): Promise<unknown> {
  const older = spec.settingsVersion < channel.settingsVersion && channel.migrate;
  const current = older ? channel.migrate!(spec.settings, spec.settingsVersion) : spec.settings;
  const parsed = await channel.settings.safeParseAsync(current);
  if (!parsed.success) throw parsed.error;
  return parsed.data;
}

export async function instanceOf(
  plugin: LoadedPlugin,
  args: unknown[],
  scope: Scope,
): Promise<{ channel: Channel; spec: InstanceSpec; settings: unknown; context: ChannelContext<never> }> {
  const spec = args[0] as InstanceSpec;
  const channel = channelOf(plugin, spec.type);
  const settings = await settingsOf(channel, spec);
  const o = { spec, shared: Object.keys(plugin.sharedWebhooks ?? {}), plugin: () => parsePluginSettings(plugin, spec.plugin) };
  return { channel, spec, settings, context: contextOf(scope, settings as never, o) };
}
