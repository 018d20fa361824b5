import { Injectable } from '@nestjs/common';
import type { CheckLine, Json } from '@balie/plugin-sdk';
import { canInInbox } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { ChannelSecrets } from './channel-secrets.js';
import { changeChannelState, emitChannel, enqueueLane } from './channel-state.js';
import { channelTypeId } from './channel-type-id.js';
import type { Channel } from './channel.entity.js';
import { findByAccount, findChannel, inboxExists, insertChannel, updateChannel } from './channel.repository.js';
import { ChannelFailure, InvalidSettings, PluginGateway } from './plugin-gateway.js';
import type { ChannelTypeInfo, CheckOutcome, SetupStepInfo } from './plugin-gateway.js';

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
  /** For the form of an existing channel: what it has now. */
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
}

/** Adding, changing, testing and switching channels. */
@Injectable()
export class ChannelService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: PluginGateway,
    private readonly secrets: ChannelSecrets,
  ) {}

  /** One step of adding or changing a channel. Steps of the plugin come first where it has any; the settings are tried before they are kept. */
  async setup(ctx: Ctx, input: ChannelSetupInput): Promise<SetupAnswer> {
    const target = await this.target(ctx, input);
    const { type, existing } = target;
    const empty = { next: null, values: {}, secretsSet: [], channel: null, checks: [], failures: [] };
    if (type.hasSetup) {
      const data = input.step ? { step: input.step, data: input.data ?? {} } : null;
      const next = await this.gateway.setup(type.type, data, { channelId: target.id, reauth: input.reauth });
      if (next.show !== 'done') return { ...empty, next };
      return { ...empty, ...(await this.save(ctx, target, next.settings)) };
    }
    if (!input.step) {
      const values = existing ? (existing.settings as Settings) : {};
      const secretsSet = existing ? this.secrets.names(existing) : [];
      return { ...empty, next: { step: FORM_STEP, show: 'form', schema: type.settingsSchema }, values, secretsSet };
    }
    if (input.step !== FORM_STEP) throw new DomainError('INVALID', `There is no step ${input.step}.`, { path: ['step'] });
    return { ...empty, ...(await this.save(ctx, target, input.data ?? {})) };
  }

  /** Tries settings without keeping them. */
  async test(ctx: Ctx, input: ChannelTestInput): Promise<Tried> {
    const type = await this.typeOf(input.type);
    const existing = input.channelId ? await this.manageable(ctx, input.channelId) : null;
    const settings = existing ? this.secrets.withKept(input.settings, existing) : input.settings;
    return this.try(type, settings, { id: existing?.id ?? newId('channel'), inboxId: existing?.inboxId ?? '' }, 'settings');
  }

  /** Switches a channel on or off; what waits to be sent is kept. */
  async setActive(ctx: Ctx, id: string, active: boolean): Promise<Channel | null> {
    await this.manageable(ctx, id);
    const changed = await this.uow.run(ctx, async (tx) => {
      const channel = await findChannel(tx, id);
      if (!channel || channel.active === active) return channel;
      const running = channel.authorized ? 'STARTING' : 'UNAUTHORIZED';
      const stateMessage = active && !channel.authorized ? channel.stateMessage : null;
      return changeChannelState(tx, id, { active, state: active ? running : 'PAUSED', stateMessage });
    });
    this.gateway.changed();
    return changed;
  }

  private async save(
    ctx: Ctx,
    target: Target,
    filledIn: Settings,
  ): Promise<Pick<SetupAnswer, 'channel' | 'checks' | 'failures'>> {
    const { type, existing } = target;
    const settings = existing ? this.secrets.withKept(filledIn, existing) : filledIn;
    const { outcome, checks, failures } = await this.try(type, settings, target, 'data');
    if (!outcome || failures.length > 0) return { channel: null, checks, failures };
    const row = this.rowOf(target, outcome);
    const channel = await this.uow.run(ctx, (tx) => keep(tx, target, row));
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
    settings: Settings,
    instance: { id: string; inboxId: string },
    at: string,
  ): Promise<Tried> {
    try {
      const outcome = await this.gateway.check(type.type, { settings, settingsVersion: type.settingsVersion }, instance);
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
    return { type, id, inboxId, existing };
  }

  private async typeOf(word: string): Promise<ChannelTypeInfo> {
    const types = await this.gateway.channelTypes();
    const type = types.find((known) => known.type === channelTypeId(word));
    if (!type) throw new DomainError('NOT_FOUND', 'No plugin that is switched on has this type of channel.', { path: ['type'] });
    return type;
  }

  private async manageable(ctx: Ctx, id: string): Promise<Channel> {
    const channel = await findChannel(this.uow.reader, id);
    if (!channel || !canInInbox(ctx.principal, 'view', channel.inboxId))
      throw new DomainError('NOT_FOUND', 'There is no such channel.', { path: ['id'] });
    if (!canInInbox(ctx.principal, 'manage', channel.inboxId))
      throw new DomainError('FORBIDDEN', 'Only those who manage the inbox change its channels.', { path: ['id'] });
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

function failuresOf(error: unknown, at: string): DomainError[] {
  if (error instanceof InvalidSettings)
    return error.issues.map(({ path, message }) => new DomainError('INVALID', message, { path: [at, ...path] }));
  if (error instanceof ChannelFailure) return [new DomainError('CHANNEL_DOWN', error.message, { path: [at] })];
  throw error;
}
