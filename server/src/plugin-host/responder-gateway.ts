import type { Capabilities, Json, TryOut, TryOutInput } from '@balie/plugin-sdk';
import { Injectable } from '@nestjs/common';
import {
  ChannelFailure,
  channelsOfPlugin,
  type CheckOutcome,
  findChannel,
  InvalidSettings,
  type TriedSettings,
} from '../features/channels/index.js';
import {
  findResponder,
  listResponders,
  type OfferedAction,
  ResponderGateway,
  type ResponderTypeInfo,
} from '../features/responders/index.js';
import { DomainError } from '../kernel/errors.js';
import { UnitOfWork } from '../kernel/uow.js';
import { checkCheckResult, checkTryOut } from './border.js';
import { failureOf } from './call-failure.js';
import { ChannelCalls } from './channel-calls.js';
import { Reconciler } from './reconciler.js';
import { PluginRegistry, type RunningPlugin } from './registry.js';
import { ResponderCalls } from './responder-calls.js';

const CHECK_MS = 60_000;
const ACTION_MS = 60_000;
const TRY_MS = 15_000;

/** The responders of plugins as the features see them, and the actions that plugins offer. */
@Injectable()
export class HostedResponders extends ResponderGateway {
  constructor(
    private readonly registry: PluginRegistry,
    private readonly channels: ChannelCalls,
    private readonly responders: ResponderCalls,
    private readonly reconciler: Reconciler,
    private readonly uow: UnitOfWork,
  ) {
    super();
  }

  async types(): Promise<ResponderTypeInfo[]> {
    await this.reconciler.ready;
    return this.registry.all().flatMap(({ responders }) => responders);
  }

  async check(type: string, tried: TriedSettings, instance: { id: string; inboxIds: string[] }): Promise<CheckOutcome> {
    const { plugin, info } = await this.ofType(type);
    const spec = this.responders.spec(plugin, info, tried, instance);
    const scratch = plugin.store.handedOver(instance.id, tried.state ?? {});
    try {
      const call = { method: 'checkResponder', args: [spec], mode: 'try' as const, timeoutMs: CHECK_MS, scope: { scratch } };
      const answer = (await this.channels.call(plugin, instance.id, call)) as { settings: Record<string, Json>; result: unknown };
      const { account, label, checks } = checkCheckResult(answer.result);
      const words = plugin.redactor.deep(checks ?? []) as CheckOutcome['checks'];
      return { settings: answer.settings, account, label, own: [], capabilities: {} as Capabilities, checks: words, state: {} };
    } catch (error) {
      throw failureOf(error, plugin.redactor);
    }
  }

  async tryOut(
    type: string,
    tried: TriedSettings,
    instance: { id: string; inboxIds: string[] },
    input: TryOutInput,
  ): Promise<TryOut> {
    const { plugin, info } = await this.ofType(type);
    if (!info.has.includes('tryOut'))
      throw new DomainError('UNSUPPORTED', 'This plugin can not be tried out.', { path: ['type'] });
    const spec = this.responders.spec(plugin, info, tried, instance);
    try {
      const call = { method: 'tryOut', args: [spec, input], mode: 'try' as const, timeoutMs: TRY_MS };
      return plugin.redactor.deep(checkTryOut(await this.channels.call(plugin, instance.id, call))) as TryOut;
    } catch (error) {
      throw failureOf(error, plugin.redactor);
    }
  }

  async actions(pluginId: string): Promise<OfferedAction[]> {
    await this.reconciler.ready;
    const plugin = this.registry.find(pluginId);
    if (!plugin) return [];
    const [channels, responders] = await Promise.all([
      channelsOfPlugin(this.uow.reader, pluginId),
      listResponders(this.uow.reader, pluginId),
    ]);
    const offered = (instanceId: string, actions: Readonly<Record<string, Omit<OfferedAction, 'instanceId' | 'name'>>> = {}) =>
      Object.entries(actions).map(([name, action]) => ({ instanceId, name, ...action }));
    return [
      ...channels.flatMap((channel) => offered(channel.id, plugin.types.find(({ type }) => type === channel.type)?.actions)),
      ...responders.flatMap((one) => offered(one.id, plugin.responders.find(({ type }) => type === one.type)?.actions)),
    ];
  }

  async call(instanceId: string, action: string, input: Json): Promise<Json> {
    await this.reconciler.ready;
    const { plugin, run } = await this.instance(instanceId, action);
    try {
      return (await run([action, input])) as Json;
    } catch (error) {
      const failure = failureOf(error, plugin.redactor);
      if (!(failure instanceof InvalidSettings)) throw failure;
      const [issue] = failure.issues;
      throw new DomainError('INVALID', issue?.message ?? failure.message, { path: ['input', ...(issue?.path ?? [])] });
    }
  }

  changed(): void {
    this.reconciler.changed();
  }

  private async ofType(type: string): Promise<{ plugin: RunningPlugin; info: ResponderTypeInfo }> {
    await this.reconciler.ready;
    const plugin = this.registry.all().find(({ responders }) => responders.some((info) => info.type === type));
    const info = plugin?.responders.find((one) => one.type === type);
    if (!plugin || !info) throw new ChannelFailure('transient', 'The plugin of this type is not running.');
    return { plugin, info };
  }

  private async instance(
    id: string,
    action: string,
  ): Promise<{ plugin: RunningPlugin; run: (args: unknown[]) => Promise<unknown> }> {
    const o = { timeoutMs: ACTION_MS };
    const responder = await findResponder(this.uow.reader, id);
    if (responder) {
      const reached = this.responders.reach(responder);
      requireAction(reached.type.actions, action);
      return { plugin: reached.plugin, run: (args) => this.responders.call(reached, 'action', args, o) };
    }
    if (!(await findChannel(this.uow.reader, id))) throw unknown('instanceId');
    const reached = await this.channels.reach(id);
    requireAction(reached.type.actions, action);
    const spec = this.channels.specOf(reached);
    const run = (args: unknown[]) =>
      this.channels.call(reached.plugin, id, { method: 'action', args: [spec, ...args], mode: 'use', ...o });
    return { plugin: reached.plugin, run };
  }
}

function requireAction(actions: object | undefined, action: string): void {
  if (!Object.hasOwn(actions ?? {}, action)) throw unknown('action');
}

function unknown(field: string): DomainError {
  return new DomainError('NOT_FOUND', 'Nothing of a plugin does this.', { path: [field] });
}
