import type { Json } from '@balie/plugin-sdk';
import { Injectable } from '@nestjs/common';
import { ChannelFailure, ChannelSecrets, type TriedSettings } from '../features/channels/index.js';
import type { Responder, ResponderTypeInfo } from '../features/responders/index.js';
import type { Principal, Scope } from '../kernel/access.js';
import type { CallScope } from './call-scope.js';
import { ChannelCalls } from './channel-calls.js';
import type { InstanceSpec } from './child/spec.js';
import { PluginRegistry, type RunningPlugin } from './registry.js';

/** A responder with its type and its plugin, when that may run. */
export interface ReachedResponder {
  responder: Responder;
  type: ResponderTypeInfo;
  plugin: RunningPlugin;
}

/** Calls to responders of plugins. */
@Injectable()
export class ResponderCalls {
  constructor(
    private readonly calls: ChannelCalls,
    private readonly registry: PluginRegistry,
    private readonly secrets: ChannelSecrets,
  ) {}

  /** Throws ChannelFailure `transient` while the plugin may not run. */
  reach(responder: Responder): ReachedResponder {
    const plugin = this.registry.find(responder.pluginId);
    const type = plugin?.responders.find((info) => info.type === responder.type);
    if (!plugin || !type) throw new ChannelFailure('transient', `The plugin ${responder.pluginId} is not running.`);
    return { responder, type, plugin };
  }

  call(
    reached: ReachedResponder,
    method: string,
    args: unknown[],
    o: { timeoutMs: number; signal?: AbortSignal },
  ): Promise<unknown> {
    const { responder, type, plugin } = reached;
    const settings = this.secrets.complete(responder);
    const spec = this.spec(
      plugin,
      type,
      { settings, settingsVersion: responder.settingsVersion },
      { ...responder, since: responder.createdAt },
    );
    const scope: Partial<CallScope> = {
      principal: principalOf(responder, type),
      mayActFor: type.scopes.includes('ACT_FOR'),
    };
    return this.calls.call(plugin, responder.id, { method, args: [spec, ...args], mode: 'use', scope, ...o });
  }

  /** One that is not kept yet. */
  spec(
    plugin: RunningPlugin,
    type: ResponderTypeInfo,
    { settings, settingsVersion }: TriedSettings,
    { id, inboxIds, since }: { id: string; inboxIds: string[]; since: number | null },
  ): InstanceSpec {
    this.calls.hideSecrets(plugin, type, settings);
    return {
      id,
      kind: 'responder',
      type: type.type,
      inboxIds,
      account: null,
      since,
      settings: settings as Record<string, Json>,
      settingsVersion,
      ...this.calls.placeOf(plugin),
    };
  }
}

/** Who a responder is to the API: its scopes, in the inboxes that it serves. */
function principalOf({ id, name, inboxIds }: Responder, { scopes, turn }: ResponderTypeInfo): Principal {
  return { kind: 'integration', tokenId: id, name, scopes: new Set(scopes as Scope[]), bot: { inboxIds, turn } };
}
