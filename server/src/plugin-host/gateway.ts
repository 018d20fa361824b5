import type { Capabilities, InboundEvent, Json, OutboundMessage, SendResult } from '@balie/plugin-sdk';
import { Injectable, Logger } from '@nestjs/common';
import {
  changeChannelState,
  ChannelFailure,
  DecodeFailed,
  PluginGateway,
  touchChannel,
  wordOfType,
  type ChannelTypeId,
  type ChannelTypeInfo,
  type CheckOutcome,
  type FetchedFile,
  type RawInbound,
  type SetupStepInfo,
  type TriedSettings,
} from '../features/channels/index.js';
import type { Ctx } from '../kernel/context.js';
import { UnitOfWork } from '../kernel/uow.js';
import { checkCheckResult, checkEvents, checkFetched, checkSendResult, checkSetupStep } from './border.js';
import { failureOf, lostProcess, neverMade } from './call-failure.js';
import { ChannelCalls } from './channel-calls.js';
import { Reconciler } from './reconciler.js';
import { PluginRegistry, type RunningPlugin } from './registry.js';

const CHECK_MS = 60_000;
const SETUP_MS = 60_000;
const DECODE_MS = 60_000;
const FETCH_MS = 120_000;

/** The plugins as the features see them. */
@Injectable()
export class HostedPlugins extends PluginGateway {
  private readonly logger = new Logger('Plugins');
  private readonly ctx: Ctx = { principal: { kind: 'system', name: 'Plugin host' }, correlationId: 'plugin-host' };

  constructor(
    private readonly registry: PluginRegistry,
    private readonly calls: ChannelCalls,
    private readonly reconciler: Reconciler,
    private readonly uow: UnitOfWork,
  ) {
    super();
  }

  async channelTypes(): Promise<ChannelTypeInfo[]> {
    await this.reconciler.ready;
    return this.registry.channelTypes();
  }

  async channelType(type: ChannelTypeId): Promise<ChannelTypeInfo | null> {
    await this.reconciler.ready;
    return this.registry.channelType(type);
  }

  async check(type: ChannelTypeId, tried: TriedSettings, instance: { id: string; inboxId: string }): Promise<CheckOutcome> {
    const { plugin, info } = await this.pluginOf(type);
    const o = { ...instance, account: null, settingsVersion: tried.settingsVersion };
    const spec = this.calls.spec(plugin, info, tried.settings, o);
    try {
      const answer = await this.calls.call(plugin, instance.id, {
        method: 'check',
        args: [spec],
        mode: 'try',
        timeoutMs: CHECK_MS,
      });
      const { settings, result } = answer as { settings: Record<string, Json>; result: unknown };
      const { account, label, own, capabilities, checks } = checkCheckResult(result);
      return {
        settings,
        account,
        label,
        own: own ?? [],
        capabilities: { ...info.capabilities, ...capabilities } as Capabilities,
        checks: plugin.redactor.deep(checks ?? []) as CheckOutcome['checks'],
      };
    } catch (error) {
      throw failureOf(error, plugin.redactor);
    }
  }

  async setup(
    type: ChannelTypeId,
    input: { step: string; data: Record<string, Json> } | null,
    o: { channelId: string; reauth: boolean },
  ): Promise<SetupStepInfo> {
    const { plugin } = await this.pluginOf(type);
    try {
      const args = [wordOfType(type), input, { callbackUrl: this.calls.callbackUrl, reauth: o.reauth }];
      const answer = await this.calls.call(plugin, o.channelId, { method: 'setup', args, mode: 'try', timeoutMs: SETUP_MS });
      return checkSetupStep(answer);
    } catch (error) {
      throw failureOf(error, plugin.redactor);
    }
  }

  async decode(channelId: string, item: RawInbound): Promise<InboundEvent[]> {
    const { channel, plugin } = await this.reach(channelId);
    try {
      const args = [wordOfType(channel.type), item];
      return checkEvents(
        await this.calls.call(plugin, channelId, { method: 'decode', args, mode: 'decode', timeoutMs: DECODE_MS }),
      );
    } catch (error) {
      if (neverMade(error)) throw failureOf(error, plugin.redactor);
      throw new DecodeFailed(failureOf(error, plugin.redactor).message, lostProcess(error));
    }
  }

  async send(channelId: string, message: OutboundMessage, timeoutMs: number): Promise<SendResult> {
    const reached = await this.reach(channelId);
    const { plugin } = reached;
    try {
      const args = [this.calls.specOf(reached), message];
      const result = checkSendResult(await this.calls.call(plugin, channelId, { method: 'send', args, mode: 'use', timeoutMs }));
      this.noteSent(channelId);
      return result;
    } catch (error) {
      const failure = sendFailure(error, plugin);
      if (failure.kind === 'auth') await this.lockedOut(channelId, failure.message);
      throw failure;
    }
  }

  /** For show only: that it can't be written must not make a message that was sent look as if it was not. */
  private noteSent(channelId: string): void {
    this.uow
      .run(this.ctx, (tx) => touchChannel(tx, channelId, { lastOutboundAt: tx.now }))
      .catch((error: unknown) => this.logger.warn(`When ${channelId} last sent could not be written down: ${String(error)}`));
  }

  async fetchFile(channelId: string, ref: string): Promise<FetchedFile> {
    const reached = await this.reach(channelId);
    try {
      const args = [this.calls.specOf(reached), ref];
      const answer = await this.calls.call(reached.plugin, channelId, {
        method: 'fetchFile',
        args,
        mode: 'use',
        timeoutMs: FETCH_MS,
      });
      return checkFetched(answer);
    } catch (error) {
      throw sendFailure(error, reached.plugin);
    }
  }

  changed(): void {
    this.reconciler.changed();
  }

  private async reach(channelId: string) {
    await this.reconciler.ready;
    return this.calls.reach(channelId);
  }

  private async pluginOf(type: ChannelTypeId): Promise<{ plugin: RunningPlugin; info: ChannelTypeInfo }> {
    await this.reconciler.ready;
    const info = this.registry.channelTypes().find((known) => known.type === type);
    const plugin = info && this.registry.find(info.pluginId);
    if (!info || !plugin) throw new ChannelFailure('transient', 'The plugin of this type of channel is not running.');
    return { plugin, info };
  }

  private async lockedOut(channelId: string, stateMessage: string): Promise<void> {
    await this.uow.run(this.ctx, (tx) =>
      changeChannelState(tx, channelId, { authorized: false, state: 'UNAUTHORIZED', stateMessage }),
    );
    this.reconciler.changed();
  }
}

/** Refused settings are no answer to a send: the instance must be mended by a person, and nothing went out. */
function sendFailure(error: unknown, plugin: RunningPlugin): ChannelFailure {
  const failure = failureOf(error, plugin.redactor);
  return failure instanceof ChannelFailure ? failure : new ChannelFailure('rejected', failure.message);
}
