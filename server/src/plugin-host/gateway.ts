import type { Capabilities, Identity, InboundEvent, Json, OutboundMessage, SendResult } from '@balie/plugin-sdk';
import { Injectable, Logger } from '@nestjs/common';
import {
  changeChannelState,
  ChannelFailure,
  DecodeFailed,
  PluginGateway,
  type Amendment,
  touchChannel,
  wordOfType,
  type ChannelTypeId,
  type ChannelTypeInfo,
  type CheckOutcome,
  type FetchedFile,
  type RawInbound,
  type SetupCall,
  type SetupStepInfo,
  type ThreadRef,
  type ToldOfPerson,
  type TriedSettings,
} from '../features/channels/index.js';
import { Clock } from '../kernel/clock.js';
import type { Ctx } from '../kernel/context.js';
import { deleteStatesOf, setState } from '../features/plugins/index.js';
import { SecretBox } from '../kernel/secrets.js';
import { type Tx, UnitOfWork } from '../kernel/uow.js';
import {
  checkCheckResult,
  checkDecoded,
  checkEvents,
  checkFetched,
  checkProfile,
  checkTranscriptTo,
  checkSendResult,
  checkSetupStep,
} from './border.js';
import { failureOf, lostProcess, neverMade } from './call-failure.js';
import { RemoteError } from './child/wire-error.js';
import { ChannelCalls } from './channel-calls.js';
import { HostServices, isPresence } from './host-services.js';
import { sealedState } from './instance-store.js';
import { pageOf, previewRequest, withAddresses } from './preview.js';
import { Reconciler } from './reconciler.js';
import { PluginRegistry, type RunningPlugin } from './registry.js';

const CHECK_MS = 60_000;
const SETUP_MS = 60_000;
const PREVIEW_MS = 10_000;
const DECODE_MS = 60_000;
const FETCH_MS = 120_000;
const PROFILE_MS = 30_000;
const SIGNAL_MS = 10_000;
const AMEND_MS = 60_000;

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
    private readonly box: SecretBox,
    private readonly services: HostServices,
    private readonly clock: Clock,
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
    const o = { ...instance, account: null, since: null, settingsVersion: tried.settingsVersion };
    const spec = this.calls.spec(plugin, info, tried.settings, o);
    const handed = Object.keys(tried.state ?? {});
    const scratch = plugin.store.handedOver(instance.id, tried.state ?? {});
    try {
      const answer = await this.calls.call(plugin, instance.id, {
        method: 'check',
        args: [spec],
        mode: 'try',
        timeoutMs: CHECK_MS,
        scope: { scratch },
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
        state: Object.fromEntries(handed.map((name) => [name, (scratch.get(name)?.value ?? null) as Json])),
      };
    } catch (error) {
      throw failureOf(error, plugin.redactor);
    }
  }

  async preview(
    type: ChannelTypeId,
    route: string,
    tried: TriedSettings,
    instance: { id: string; inboxId: string },
  ): Promise<string> {
    const { plugin, info } = await this.pluginOf(type);
    const offered = Object.hasOwn(info.routes ?? {}, route) ? info.routes?.[route] : undefined;
    if (offered?.method !== 'GET' || offered.public) throw new ChannelFailure('rejected', `There is no preview ${route}.`);
    const o = { ...instance, account: null, since: null, settingsVersion: tried.settingsVersion };
    const spec = this.calls.spec(plugin, info, tried.settings, o);
    try {
      const args = [spec, route, previewRequest(this.clock.now())];
      const call = { method: 'route', args, mode: 'try' as const, timeoutMs: PREVIEW_MS };
      return pageOf(await this.calls.call(plugin, instance.id, call), plugin.redactor);
    } catch (error) {
      throw failureOf(error, plugin.redactor);
    }
  }

  formOf(type: ChannelTypeInfo, channelId: string): Record<string, unknown> {
    const shared = this.registry.find(type.pluginId)?.sharedWebhooks.map(({ name }) => name) ?? [];
    return withAddresses(type.settingsSchema, { base: this.calls.addressOf(type.pluginId), instanceId: channelId, shared });
  }

  async setup(
    type: ChannelTypeId,
    input: { step: string; data: Record<string, Json> } | null,
    { channelId, ...o }: SetupCall,
  ): Promise<SetupStepInfo> {
    const { plugin, info } = await this.pluginOf(type);
    for (const settings of [input?.data, o.settings]) if (settings) this.calls.hideSecrets(plugin, info, settings);
    try {
      const { callbackUrl } = this.calls;
      const args = [wordOfType(type), input, { ...o, callbackUrl, plugin: this.calls.pluginSettings(plugin) }];
      const answer = await this.calls.call(plugin, channelId, { method: 'setup', args, mode: 'try', timeoutMs: SETUP_MS });
      return checkSetupStep(answer);
    } catch (error) {
      throw failureOf(error, plugin.redactor);
    }
  }

  async keepState(tx: Tx, channelId: string, state: Record<string, Json>): Promise<void> {
    for (const [name, value] of Object.entries(state))
      await setState(tx, channelId, name, sealedState(this.box, channelId, name, value));
  }

  async forgetState(tx: Tx, channelId: string): Promise<void> {
    await deleteStatesOf(tx, channelId);
  }

  async decode(channelId: string, item: RawInbound): Promise<InboundEvent[]> {
    const reached = await this.reach(channelId);
    const { plugin } = reached;
    try {
      const args = [this.calls.specOf(reached), item];
      const answer = await this.calls.call(plugin, channelId, { method: 'decode', args, mode: 'decode', timeoutMs: DECODE_MS });
      return await this.calls.stored(this.kept(channelId, checkEvents(answer)));
    } catch (error) {
      if (neverMade(error)) throw failureOf(error, plugin.redactor);
      throw new DecodeFailed(failureOf(error, plugin.redactor).message, lostProcess(error));
    }
  }

  async decodeAll(channelId: string, items: readonly RawInbound[]): Promise<(InboundEvent[] | DecodeFailed)[]> {
    const sources = await this.calls.withSmallSources(items);
    const small = sources.filter((item) => item.bytes !== undefined);
    const together = small.length > 0 ? await this.decodeSmall(channelId, small) : [];
    const answers: (InboundEvent[] | DecodeFailed)[] = [];
    // A large one is read piece by piece in a call of its own, one after the other, so that none takes the time or the memory of others.
    for (const item of sources) answers.push((item.bytes && together.shift()) ?? (await this.decodeAlone(channelId, item)));
    return answers;
  }

  private async decodeAlone(channelId: string, item: RawInbound): Promise<InboundEvent[] | DecodeFailed> {
    try {
      return await this.decode(channelId, item);
    } catch (error) {
      if (error instanceof DecodeFailed && !error.crashed) return error;
      throw error;
    }
  }

  private async decodeSmall(channelId: string, items: readonly RawInbound[]): Promise<(InboundEvent[] | DecodeFailed)[]> {
    const reached = await this.reach(channelId);
    const { plugin } = reached;
    try {
      const args = [this.calls.specOf(reached), items];
      const answer = await this.calls.call(plugin, channelId, {
        method: 'decodeAll',
        args,
        mode: 'decode',
        timeoutMs: DECODE_MS,
      });
      const each = checkDecoded(answer, items.length).map((one) =>
        'error' in one
          ? new DecodeFailed(failureOf(new RemoteError(one.error), plugin.redactor).message, false)
          : this.eventsOrFailure(channelId, one.events),
      );
      return await Promise.all(each.map(async (one) => (one instanceof DecodeFailed ? one : await this.calls.stored(one))));
    } catch (error) {
      if (neverMade(error)) throw failureOf(error, plugin.redactor);
      throw new DecodeFailed(failureOf(error, plugin.redactor).message, lostProcess(error));
    }
  }

  /** What one item was made into; events that are none cost no other item. */
  private eventsOrFailure(channelId: string, events: unknown): InboundEvent[] | DecodeFailed {
    try {
      return this.kept(channelId, checkEvents(events));
    } catch (error) {
      return new DecodeFailed(error instanceof Error ? error.message : String(error), false);
    }
  }

  /** Without what is shown now or never; that is shown now. */
  private kept(channelId: string, events: InboundEvent[]): InboundEvent[] {
    this.services.tellPresence(channelId, events);
    return events.filter((event) => !isPresence(event));
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

  async fetchProfile(channelId: string, identity: Identity): Promise<ToldOfPerson | null> {
    const reached = await this.reach(channelId);
    if (!reached.type.has.includes('fetchProfile')) return null;
    try {
      const args = [this.calls.specOf(reached), identity];
      const call = { method: 'fetchProfile', args, mode: 'use', timeoutMs: PROFILE_MS } as const;
      return checkProfile(await this.calls.call(reached.plugin, channelId, call));
    } catch (error) {
      throw sendFailure(error, reached.plugin);
    }
  }

  signalTyping(channelId: string, thread: ThreadRef, active: boolean): Promise<void> {
    return this.signal(channelId, 'signalTyping', [thread, active]);
  }

  signalRead(channelId: string, thread: ThreadRef, upTo: Date): Promise<void> {
    return this.signal(channelId, 'signalRead', [thread, upTo]);
  }

  signalDesk(channelId: string, thread: ThreadRef | null): Promise<void> {
    return this.signal(channelId, 'signalDesk', [thread]);
  }

  async transcriptTo(channelId: string, thread: ThreadRef, why: 'asked' | 'ended'): Promise<Identity | null> {
    const reached = await this.reach(channelId);
    if (!reached.type.has.includes('transcriptTo')) return null;
    try {
      const args = [this.calls.specOf(reached), thread, why];
      const call = { method: 'transcriptTo', args, mode: 'use', timeoutMs: PROFILE_MS } as const;
      return checkTranscriptTo(await this.calls.call(reached.plugin, channelId, call));
    } catch (error) {
      throw sendFailure(error, reached.plugin);
    }
  }

  amend(channelId: string, change: Amendment): Promise<void> {
    return this.signal(channelId, 'amend', [change], AMEND_MS);
  }

  changed(): void {
    this.reconciler.changed();
  }

  private async signal(
    channelId: string,
    method: 'signalTyping' | 'signalRead' | 'signalDesk' | 'amend',
    args: unknown[],
    timeoutMs = SIGNAL_MS,
  ): Promise<void> {
    const reached = await this.reach(channelId);
    if (!reached.type.has.includes(method)) return;
    try {
      await this.calls.call(reached.plugin, channelId, {
        method,
        args: [this.calls.specOf(reached), ...args],
        mode: 'use',
        timeoutMs,
      });
    } catch (error) {
      throw sendFailure(error, reached.plugin);
    }
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
