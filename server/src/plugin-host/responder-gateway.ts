import type { Capabilities, Json, SettingChoices, TryOut, TryOutInput } from '@balie/plugin-sdk';
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
  type ActionInfo,
  type OfferedAction,
  type OfferedCaller,
  ResponderGateway,
  type ResponderTypeInfo,
} from '../features/responders/index.js';
import { DomainError } from '../kernel/errors.js';
import { UnitOfWork } from '../kernel/uow.js';
import { checkCheckResult, checkSettingChoices, checkTryOut } from './border.js';
import { failureOf } from './call-failure.js';
import { ChannelCalls } from './channel-calls.js';
import { withAddresses } from './preview.js';
import { Reconciler } from './reconciler.js';
import { PluginRegistry, type RunningPlugin } from './registry.js';
import { ResponderCalls } from './responder-calls.js';

const CHECK_MS = 60_000;
const ACTION_MS = 60_000;
const TRY_MS = 15_000;
const CHOICES_MS = 25_000;

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

  formOf(type: ResponderTypeInfo, responderId: string): Record<string, unknown> {
    const shared = this.registry.find(type.pluginId)?.sharedWebhooks.map(({ name }) => name) ?? [];
    const base = this.channels.addressOf(type.pluginId);
    return withAddresses(type.settingsSchema, { base, instanceId: responderId, shared });
  }

  async check(type: string, tried: TriedSettings, instance: { id: string; inboxIds: string[] }): Promise<CheckOutcome> {
    const { plugin, info } = await this.ofType(type);
    const spec = this.responders.spec(plugin, info, tried, { ...instance, since: null });
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
    const spec = this.responders.spec(plugin, info, tried, { ...instance, since: null });
    try {
      const call = { method: 'tryOut', args: [spec, input], mode: 'try' as const, timeoutMs: TRY_MS };
      return plugin.redactor.deep(checkTryOut(await this.channels.call(plugin, instance.id, call))) as TryOut;
    } catch (error) {
      throw failureOf(error, plugin.redactor);
    }
  }

  async settingChoices(
    type: string,
    name: string,
    tried: TriedSettings,
    instance: { id: string; inboxIds: string[] },
  ): Promise<SettingChoices> {
    const { plugin, info } = await this.ofType(type);
    if (!info.settingChoices.includes(name))
      throw new DomainError('NOT_FOUND', 'The plugin has no choices of this name.', { path: ['name'] });
    const spec = this.responders.spec(plugin, info, tried, { ...instance, since: null });
    try {
      const call = { method: 'settingChoices', args: [spec, name], mode: 'try' as const, timeoutMs: CHOICES_MS };
      return plugin.redactor.deep(checkSettingChoices(await this.channels.call(plugin, instance.id, call))) as SettingChoices;
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

  async callers(): Promise<OfferedCaller[]> {
    await this.reconciler.ready;
    const { reader } = this.uow;
    const [channels, responders] = await Promise.all([channelsOfPlugin(reader), listResponders(reader)]);
    const plugins = this.registry.all();
    const channelTypes = new Map(plugins.flatMap(({ types }) => types).map((info) => [info.type, info]));
    const responderTypes = new Map(plugins.flatMap((plugin) => plugin.responders).map((info) => [info.type, info]));
    const offered = (
      one: { id: string; name: string; active: boolean },
      inboxIds: string[],
      type: { icon: string; actions?: Record<string, ActionInfo> } | undefined,
    ) =>
      Object.entries((one.active && type?.actions) || {}).flatMap(([action, { title, calls }]) =>
        calls ? [{ instanceId: one.id, action, title, name: one.name, icon: type?.icon ?? '', inboxIds }] : [],
      );
    return [
      ...channels.flatMap((one) => offered(one, [one.inboxId], channelTypes.get(one.type))),
      ...responders.flatMap((one) => offered(one, one.inboxIds, responderTypes.get(one.type))),
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
