import type { InboundEvent, Json } from '@balie/plugin-sdk';
import { Inject, Injectable } from '@nestjs/common';
import {
  ChannelFailure,
  ChannelSecrets,
  findChannel,
  wordOfType,
  type Channel,
  type ChannelTypeInfo,
  type RawInbound,
} from '../features/channels/index.js';
import { Storage } from '../kernel/storage.js';
import { refuseInsideUnit } from '../kernel/unit-guard.js';
import { UnitOfWork } from '../kernel/uow.js';
import type { CallScope } from './call-scope.js';
import type { InstanceSpec, PluginSettings } from './child/spec.js';
import { FileStreams } from './file-streams.js';
import { withStoredFiles } from './given-files.js';
import { PLUGIN_HOST_OPTIONS, type PluginHostOptions } from './host-options.js';
import { settingsOfPlugin } from './plugin-settings.js';
import { PluginRegistry, type RunningPlugin } from './registry.js';

/** A plugin that does not run yet is mostly about to: what waits for it should not wait much longer. */
const NOT_RUNNING_RETRY_MS = 10_000;
/** Few enough that a full batch of them, and what is made of them, fits into one frame. */
const SMALL_SOURCE = 128 * 1024;

/** One call to a plugin, from its settings to its answer. */
export interface ChannelCall {
  method: string;
  args: unknown[];
  mode: CallScope['mode'];
  timeoutMs?: number;
  signal?: AbortSignal;
  scope?: Partial<CallScope>;
  /** Gets the scope, to close it before the call has ended. */
  onScope?: (scope: CallScope) => void;
}
/** A channel with its type and its plugin, when that may run. */
export interface Reached {
  channel: Channel;
  type: ChannelTypeInfo;
  plugin: RunningPlugin;
}

/** Makes the calls to plugins: with the instance's settings, a scope of its own, and an end to it. */
@Injectable()
export class ChannelCalls {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: PluginRegistry,
    private readonly secrets: ChannelSecrets,
    private readonly storage: Storage,
    @Inject(PLUGIN_HOST_OPTIONS) private readonly options: PluginHostOptions,
  ) {}

  /** Where the far side sends an admin back to in the middle of setting a channel up. */
  get callbackUrl(): string {
    return `${this.baseUrl}/setup/callback`;
  }

  /** Where everything of a plugin begins for the world outside. */
  addressOf(pluginId: string): string {
    return `${this.baseUrl}/p/${pluginId}`;
  }

  private get baseUrl(): string {
    return this.options.publicUrl.replace(/\/$/, '');
  }

  /** Throws ChannelFailure `transient` while the plugin may not run. */
  async reach(channelId: string): Promise<Reached> {
    const channel = await findChannel(this.uow.reader, channelId);
    if (!channel) throw new ChannelFailure('rejected', 'The channel is no longer there.');
    const plugin = this.registry.find(channel.pluginId);
    const type = plugin?.types.find((info) => info.type === channel.type);
    if (!plugin || !type)
      throw new ChannelFailure('transient', `The plugin ${channel.pluginId} is not running.`, {
        retryAfterMs: NOT_RUNNING_RETRY_MS,
      });
    return { channel, type, plugin };
  }

  /** The instance as its plugin gets it, with its secrets, which from now on are taken out of all that it says. */
  specOf({ channel, type, plugin }: Reached): InstanceSpec {
    const settings = this.secrets.complete(channel);
    return this.spec(plugin, type, settings, {
      id: channel.id,
      inboxId: channel.inboxId,
      account: channel.account,
      since: channel.createdAt,
      settingsVersion: channel.settingsVersion,
    });
  }

  /** An instance that is not kept yet. */
  spec(
    plugin: RunningPlugin,
    type: ChannelTypeInfo,
    settings: Record<string, Json>,
    o: { id: string; inboxId: string; account: string | null; since: number | null; settingsVersion: number },
  ): InstanceSpec {
    this.hideSecrets(plugin, type, settings);
    return {
      id: o.id,
      type: wordOfType(type.type),
      inboxIds: o.inboxId === '' ? [] : [o.inboxId],
      account: o.account,
      since: o.since,
      settings,
      settingsVersion: o.settingsVersion,
      baseUrl: this.baseUrl,
      plugin: this.pluginSettings(plugin),
    };
  }

  /** Where the addresses of instances begin, and what the host has set for their plugin. */
  placeOf(plugin: RunningPlugin): Pick<InstanceSpec, 'baseUrl' | 'plugin'> {
    return { baseUrl: this.baseUrl, plugin: this.pluginSettings(plugin) };
  }

  /** What the host has set for the plugin. */
  pluginSettings({ installation }: RunningPlugin): PluginSettings {
    return { pluginId: installation.id, values: settingsOfPlugin(installation.id, this.options.settings ?? {}) };
  }

  /** Takes the secrets of settings out of all that the plugin says from now on. */
  hideSecrets(plugin: RunningPlugin, type: Pick<ChannelTypeInfo, 'secretPaths'>, settings: Record<string, Json>): void {
    for (const path of type.secretPaths) {
      const secret = path
        .split('.')
        .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], settings);
      if (typeof secret === 'string') plugin.redactor.add(secret);
    }
  }

  /** Raw items with their bytes where these are few: they travel with the call, and the plugin need not ask for them piece by piece. */
  async withSmallSources(items: readonly RawInbound[]): Promise<(RawInbound & { bytes?: Uint8Array })[]> {
    return Promise.all(
      items.map(async (item) => {
        const bytes = await this.storage.readSmall(item.rawHash, SMALL_SOURCE);
        return bytes ? { ...item, bytes } : item;
      }),
    );
  }

  /** Events with the small files that they bring along put into storage. */
  stored(events: InboundEvent[]): Promise<InboundEvent[]> {
    const files = new FileStreams(this.storage);
    return withStoredFiles(events, (data) => files.put(data));
  }

  /** Rejects with what the line or the supervisor rejects with; `failureOf` puts it into the core's words. */
  async call(plugin: RunningPlugin, channelId: string | null, call: ChannelCall): Promise<unknown> {
    refuseInsideUnit('A call to a plugin');
    const scope: CallScope = {
      channelId,
      pluginId: plugin.installation.id,
      mode: call.mode,
      epoch: null,
      files: new FileStreams(this.storage),
      scratch: new Map(),
      closed: false,
      ...call.scope,
    };
    call.onScope?.(scope);
    try {
      return await plugin.supervisor.call(call.method, call.args, { scope, timeoutMs: call.timeoutMs, signal: call.signal });
    } finally {
      scope.closed = true;
      scope.files.closeAll();
    }
  }
}
