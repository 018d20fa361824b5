import type { Json } from '@balie/plugin-sdk';
import { Inject, Injectable } from '@nestjs/common';
import {
  ChannelFailure,
  ChannelSecrets,
  findChannel,
  wordOfType,
  type Channel,
  type ChannelTypeInfo,
} from '../features/channels/index.js';
import { Storage } from '../kernel/storage.js';
import { refuseInsideUnit } from '../kernel/unit-guard.js';
import { UnitOfWork } from '../kernel/uow.js';
import type { CallScope } from './call-scope.js';
import type { InstanceSpec } from './child/spec.js';
import { FileStreams } from './file-streams.js';
import { PLUGIN_HOST_OPTIONS, type PluginHostOptions } from './host-options.js';
import { PluginRegistry, type RunningPlugin } from './registry.js';

/** A plugin that does not run yet is mostly about to: what waits for it should not wait much longer. */
const NOT_RUNNING_RETRY_MS = 10_000;

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
      settingsVersion: channel.settingsVersion,
    });
  }

  /** An instance that is not kept yet. */
  spec(
    plugin: RunningPlugin,
    type: ChannelTypeInfo,
    settings: Record<string, Json>,
    o: { id: string; inboxId: string; account: string | null; settingsVersion: number },
  ): InstanceSpec {
    for (const path of type.secretPaths) {
      const secret = path
        .split('.')
        .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], settings);
      if (typeof secret === 'string') plugin.redactor.add(secret);
    }
    return {
      id: o.id,
      type: wordOfType(type.type),
      inboxIds: o.inboxId === '' ? [] : [o.inboxId],
      account: o.account,
      settings,
      settingsVersion: o.settingsVersion,
      baseUrl: this.baseUrl,
    };
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
