import { Injectable } from '@nestjs/common';
import type { CheckLine, Json } from '@balie/plugin-sdk';
import { canInInbox } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { audit, changesOf } from '../audit/index.js';
import { ChannelSecrets } from './channel-secrets.js';
import { changeChannelState, emitChannel, enqueueLane, removeChannel } from './channel-state.js';
import { deleteSetups } from './channel-setup.repository.js';
import { ChannelSetups, type SetupPlace } from './channel-setups.js';
import { channelTypeId, wordOfType } from './channel-type-id.js';
import type { Channel } from './channel.entity.js';
import { findByAccount, findChannel, findChannels, inboxExists, insertChannel, updateChannel } from './channel.repository.js';
import { ChannelFailure, InvalidSettings, PluginGateway } from './plugin-gateway.js';
import type { ChannelTypeInfo, CheckOutcome, SetupStepInfo, TriedSettings } from './plugin-gateway.js';
import { splitSecrets } from './secret-paths.js';

type Settings = Record<string, Json>;

/** As in the schema. */
export interface ChannelSetupInput {
  id?: string | null;
  inboxId: string;
  type: string;
  step?: string | null;
  data?: Settings | null;
  reauth: boolean;
}
export interface ChannelTestInput {
  channelId?: string | null;
  type: string;
  settings: Settings;
}
export interface ChannelPreviewInput extends ChannelTestInput {
  route: string;
}

/** The one form of a type without steps of its own. */
const FORM_STEP = 'settings';

/** What a try of settings came to: the lines of the test, and what is wrong, if anything. */
export interface Tried {
  checks: CheckLine[];
  failures: DomainError[];
  outcome: CheckOutcome | null;
}
/** What a step of setting up came to: the next step, a channel, or what is wrong. */
export interface SetupAnswer {
  next: SetupStepInfo | null;
  place: SetupPlace;
  /** What a form begins with. */
  values: Settings;
  secretsSet: string[];
  channel: Channel | null;
  checks: CheckLine[];
  failures: DomainError[];
}

interface Target {
  type: ChannelTypeInfo;
  id: string;
  inboxId: string;
  existing: Channel | null;
  reauth: boolean;
}

/** An answer with nothing in it. */
function nothingYet({ id, inboxId, type, reauth }: Target): SetupAnswer {
  const place = { channelId: id, inboxId, type: wordOfType(type.type), reauth };
  return { place, next: null, values: {}, secretsSet: [], channel: null, checks: [], failures: [] };
}

/** Adding, changing, testing and switching channels. */
@Injectable()
export class ChannelService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: PluginGateway,
    private readonly secrets: ChannelSecrets,
    private readonly setups: ChannelSetups,
  ) {}

  /** One step of adding or changing a channel. Steps of the plugin come first where it has any; the settings are tried before they are kept. */
  async setup(ctx: Ctx, input: ChannelSetupInput): Promise<SetupAnswer> {
    const target = await this.target(ctx, input);
    const { type, existing } = target;
    const filledIn = existing ? this.secrets.withKept(input.data ?? {}, existing) : (input.data ?? {});
    if (type.hasSetup) return this.step(ctx, target, input.step ? { step: input.step, data: filledIn } : null);
    const empty = nothingYet(target);
    if (!input.step) {
      const values = existing ? (existing.settings as Settings) : {};
      const secretsSet = existing ? this.secrets.names(existing) : [];
      const schema = this.gateway.formOf(type, target.id);
      return { ...empty, next: { step: FORM_STEP, show: 'form', schema }, values, secretsSet };
    }
    if (input.step !== FORM_STEP) throw new DomainError('INVALID', `There is no step ${input.step}.`, { path: ['step'] });
    return { ...empty, ...(await this.save(ctx, target, { settings: filledIn })) };
  }

  /** Goes on after a redirect, with what the far side sent back. Whoever began it must still be allowed to. */
  async setupReturn(ctx: Ctx, state: string, data: Settings): Promise<SetupAnswer> {
    const { place, step } = await this.setups.take(ctx, state);
    const target = await this.target(ctx, { ...place, id: place.channelId });
    return this.step(ctx, target, { step, data });
  }

  /** One step of the plugin's own; when it is done, its settings are tried and kept. */
  private async step(ctx: Ctx, target: Target, answer: { step: string; data: Settings } | null): Promise<SetupAnswer> {
    const { type, id: channelId, reauth, existing } = target;
    const state = this.setups.newState();
    const settings = existing ? this.secrets.complete(existing) : null;
    const call = { channelId, reauth, settings, kept: await this.setups.kept(ctx, channelId), state };
    let next: SetupStepInfo;
    try {
      next = await this.gateway.setup(type.type, answer, call);
    } catch (error) {
      return { ...nothingYet(target), failures: failuresOf(error, 'data') };
    }
    if (next.show === 'done') return { ...nothingYet(target), ...(await this.save(ctx, target, next)) };
    await this.setups.keep(ctx, nothingYet(target).place, next, state);
    const { shown, secrets } = splitSecrets((next.show === 'form' && next.values) || {}, type.secretPaths);
    return { ...nothingYet(target), next, values: shown, secretsSet: Object.keys(secrets) };
  }

  /** Tries settings without keeping them. */
  async test(ctx: Ctx, input: ChannelTestInput): Promise<Tried> {
    const type = await this.typeOf(input.type);
    const existing = input.channelId ? await this.manageable(ctx, input.channelId) : null;
    const settings = existing ? this.secrets.withKept(input.settings, existing) : input.settings;
    return this.try(type, { settings }, { id: existing?.id ?? newId('channel'), inboxId: existing?.inboxId ?? '' }, 'settings');
  }

  /** The page that the plugin shows for settings that are not kept, as HTML for a frame of its own. */
  async preview(ctx: Ctx, input: ChannelPreviewInput): Promise<{ page: string | null; failures: DomainError[] }> {
    const type = await this.typeOf(input.type);
    const existing = input.channelId ? await this.manageable(ctx, input.channelId, 'channelId') : null;
    const settings = existing ? this.secrets.withKept(input.settings, existing) : input.settings;
    const tried = { settings, settingsVersion: type.settingsVersion };
    const instance = { id: existing?.id ?? newId('channel'), inboxId: existing?.inboxId ?? '' };
    try {
      return { page: await this.gateway.preview(type.type, input.route, tried, instance), failures: [] };
    } catch (error) {
      return { page: null, failures: failuresOf(error, 'settings') };
    }
  }

  /** Switches a channel on or off; what waits to be sent is kept. */
  async setActive(ctx: Ctx, id: string, active: boolean): Promise<Channel | null> {
    await this.manageable(ctx, id);
    const changed = await this.uow.run(ctx, async (tx) => {
      const channel = await findChannel(tx, id);
      if (!channel || channel.active === active) return channel;
      if (channel.state === 'DISCONNECTED')
        throw new DomainError('INVALID', 'Its inbox was deleted. Attach it to another one first.', { path: ['id'] });
      await audit(tx, {
        action: 'CHANNEL_SWITCHED',
        object: channel,
        changes: changesOf(channel, { ...channel, active }, ['active']),
      });
      const running = channel.authorized ? 'STARTING' : 'UNAUTHORIZED';
      const stateMessage = active && !channel.authorized ? channel.stateMessage : null;
      return changeChannelState(tx, id, { active, state: active ? running : 'PAUSED', stateMessage });
    });
    this.gateway.changed();
    return changed;
  }

  /** Takes it away, for good: only what was said through it stays. */
  async remove(ctx: Ctx, id: string): Promise<Channel | null> {
    const before = await this.known(ctx, id);
    if (before.removedAt !== null) return before;
    const removed = await this.uow.run(ctx, async (tx) => {
      const channel = await findChannel(tx, id);
      if (channel) {
        await removeChannel(tx, channel);
        await this.gateway.forgetState(tx, id);
      }
      return (await findChannels(tx, [id]))[0] ?? null;
    });
    this.gateway.changed();
    return removed;
  }

  /** Switches one of the plugin's filter rules; what came in before stays where it is (S25). */
  async setFilterRule(ctx: Ctx, id: string, key: string, on: boolean): Promise<Channel> {
    const { type } = await this.manageable(ctx, id, 'channelId');
    const rules = (await this.gateway.channelType(type))?.filterRules ?? {};
    if (!Object.hasOwn(rules, key)) throw new DomainError('NOT_FOUND', 'The channel has no such rule.', { path: ['key'] });
    return this.uow.run(ctx, async (tx) => {
      const channel = await findChannel(tx, id);
      if (!channel) throw new DomainError('NOT_FOUND', 'There is no such channel.', { path: ['channelId'] });
      if ((channel.filterSwitches?.[key] ?? rules[key]?.on) === on) return channel;
      await updateChannel(tx, channel, { filterSwitches: { ...channel.filterSwitches, [key]: on } });
      emitChannel(tx, channel, 'UPDATED');
      return (await findChannel(tx, id)) ?? channel;
    });
  }

  private async save(
    ctx: Ctx,
    target: Target,
    made: Pick<TriedSettings, 'settings' | 'state'>,
  ): Promise<Pick<SetupAnswer, 'channel' | 'checks' | 'failures'>> {
    const { type, existing } = target;
    const { outcome, checks, failures } = await this.try(type, made, target, 'data');
    if (!outcome || failures.length > 0) return { channel: null, checks, failures };
    if (target.reauth && outcome.account !== existing?.account) return { channel: null, checks, failures: [another(outcome)] };
    const row = this.rowOf(target, outcome);
    const channel = await this.uow.run(ctx, async (tx) => {
      const kept = await keep(tx, target, row);
      await this.gateway.keepState(tx, kept.id, outcome.state);
      await deleteSetups(tx, kept.id);
      return kept;
    });
    this.gateway.changed();
    return { channel, checks, failures };
  }

  private rowOf({ type, id }: Target, outcome: CheckOutcome): Partial<Channel> {
    const { settings, secrets } = this.secrets.seal(id, outcome.settings, type.secretPaths);
    return {
      name: outcome.label,
      account: outcome.account,
      own: outcome.own.map(({ kind, value }) => ({ kind, value })),
      settings,
      secrets,
      settingsVersion: type.settingsVersion,
      viewId: type.view.id,
      viewTitle: type.view.title,
      icon: type.icon,
      capabilities: { ...outcome.capabilities },
    };
  }

  private async try(
    type: ChannelTypeInfo,
    made: Pick<TriedSettings, 'settings' | 'state'>,
    instance: { id: string; inboxId: string },
    at: string,
  ): Promise<Tried> {
    try {
      const outcome = await this.gateway.check(type.type, { ...made, settingsVersion: type.settingsVersion }, instance);
      const wrong = outcome.checks.find((line) => !line.ok);
      const failures = wrong ? [new DomainError('CHANNEL_DOWN', wrong.message ?? `${wrong.title} failed.`, { path: [at] })] : [];
      return { outcome, checks: outcome.checks, failures };
    } catch (error) {
      return { outcome: null, checks: [], failures: failuresOf(error, at) };
    }
  }

  private async target(ctx: Ctx, input: ChannelSetupInput): Promise<Target> {
    const type = await this.typeOf(input.type);
    const { inboxId } = input;
    if (!canInInbox(ctx.principal, 'view', inboxId) || !(await inboxExists(this.uow.reader, inboxId)))
      throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['inboxId'] });
    if (!canInInbox(ctx.principal, 'manage', inboxId))
      throw new DomainError('FORBIDDEN', 'Only those who manage the inbox connect channels.', { path: ['inboxId'] });
    const id = input.id ?? newId('channel');
    if (!isId('channel', id))
      throw new DomainError('INVALID', 'The id of a channel is chn_ and a UUIDv7 in hex.', { path: ['id'] });
    const existing = await findChannel(this.uow.reader, id);
    if (existing && (existing.inboxId !== inboxId || existing.type !== type.type))
      throw new DomainError('CONFLICT', 'This id is another channel’s.', { path: ['id'] });
    if (input.reauth && !existing) throw new DomainError('NOT_FOUND', 'There is no such channel.', { path: ['id'] });
    return { type, id, inboxId, existing, reauth: input.reauth };
  }

  private async typeOf(word: string): Promise<ChannelTypeInfo> {
    const types = await this.gateway.channelTypes();
    const type = types.find((known) => known.type === channelTypeId(word));
    if (!type) throw new DomainError('NOT_FOUND', 'No plugin that is switched on has this type of channel.', { path: ['type'] });
    return type;
  }

  private async manageable(ctx: Ctx, id: string, path = 'id'): Promise<Channel> {
    const channel = await this.known(ctx, id, path);
    if (channel.removedAt !== null) throw new DomainError('NOT_FOUND', 'The channel is no longer there.', { path: [path] });
    return channel;
  }

  /** A channel that who asks may change, also one that was removed. */
  private async known(ctx: Ctx, id: string, path = 'id'): Promise<Channel> {
    const [channel] = await findChannels(this.uow.reader, [id]);
    if (!channel || !canInInbox(ctx.principal, 'view', channel.inboxId))
      throw new DomainError('NOT_FOUND', 'There is no such channel.', { path: [path] });
    if (!canInInbox(ctx.principal, 'manage', channel.inboxId))
      throw new DomainError('FORBIDDEN', 'Only those who manage the inbox change its channels.', { path: [path] });
    return channel;
  }
}

/** Inserts or updates it; the account makes it unique within its type. */
async function keep(tx: Tx, target: Target, row: Partial<Channel>): Promise<Channel> {
  const other = await findByAccount(tx, target.type.type, row.account ?? '');
  if (other && other.id !== target.id) throw taken(other);
  const current = await findChannel(tx, target.id);
  const started = { ...row, authorized: true, stateMessage: null };
  if (current) {
    const cursor = current.account === row.account ? current.cursor : null;
    await updateChannel(tx, current, { ...started, cursor, state: current.active ? 'STARTING' : 'PAUSED' });
  } else if (!(await insertChannel(tx, newChannel(tx, target, started)))) {
    throw taken(await findByAccount(tx, target.type.type, row.account ?? ''));
  }
  const kept = await findChannel(tx, target.id);
  if (!kept) throw new Error(`The channel ${target.id} was not kept`);
  const changes = changesOf(current, kept, ['name', 'account', 'type', 'inboxId']);
  await audit(tx, { action: current ? 'CHANNEL_CHANGED' : 'CHANNEL_ADDED', object: kept, changes });
  emitChannel(tx, kept, current ? 'UPDATED' : 'CREATED');
  enqueueLane(tx, kept.id);
  return kept;
}

function newChannel(tx: Tx, target: Target, row: Partial<Channel>): Channel {
  return {
    ...(row as Channel),
    id: target.id,
    inboxId: target.inboxId,
    pluginId: target.type.pluginId,
    type: target.type.type,
    active: true,
    state: 'STARTING',
    cursor: null,
    filterSwitches: null,
    removedAt: null,
    lastInboundAt: null,
    lastOutboundAt: null,
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
}

function taken(other: Channel | null): DomainError {
  const words = other ? `${other.account} is connected already, as “${other.name}”.` : 'This account is connected already.';
  return new DomainError('CONFLICT', words, { path: ['data'], ...(other ? { currentId: other.id } : {}) });
}

function another({ account }: CheckOutcome): DomainError {
  return new DomainError('CONFLICT', `This is another account: ${account}. Sign in again to the one of this channel.`, {
    path: ['data'],
  });
}

function failuresOf(error: unknown, at: string): DomainError[] {
  if (error instanceof InvalidSettings)
    return error.issues.map(({ path, message }) => new DomainError('INVALID', message, { path: [at, ...path] }));
  if (error instanceof ChannelFailure) return [new DomainError('CHANNEL_DOWN', error.message, { path: [at] })];
  throw error;
}
