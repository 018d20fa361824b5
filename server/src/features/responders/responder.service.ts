import type { Json, SettingChoices, TryOut, TryOutInput } from '@balie/plugin-sdk';
import { Injectable } from '@nestjs/common';
import { canInInbox } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { isId, newId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { ChannelFailure, ChannelSecrets, type CheckOutcome, findChannel, InvalidSettings } from '../channels/index.js';
import { findInboxes } from '../inboxes/index.js';
import type { Responder } from './responder.entity.js';
import { ResponderGateway, type ResponderTypeInfo } from './responder-gateway.js';
import { deleteResponder, findResponder, insertResponder, listResponders, updateResponder } from './responder.repository.js';

const NAME_LENGTH = 60;

/** What an admin fills in. */
export interface ResponderSave {
  id?: string | null;
  type: string;
  name: string;
  inboxIds: string[];
  settings: Record<string, Json>;
  active: boolean;
  expectedVersion?: number | null;
}

/** Settings that need not be kept. */
export type ResponderTest = Pick<ResponderSave, 'id' | 'type' | 'inboxIds' | 'settings'>;
/** How a test of them went. */
export interface ResponderTried {
  ok: boolean;
  account: string | null;
  checks: CheckOutcome['checks'];
}

/** Which list, for settings as they stand in the form. */
export interface ResponderChoices extends ResponderTest {
  name: string;
}

/** A turn of a try-out. */
export interface ResponderTry extends ResponderTest, TryOutInput {}

/** Setting responders up, and which inboxes they serve. */
@Injectable()
export class ResponderService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gateway: ResponderGateway,
    private readonly secrets: ChannelSecrets,
    private readonly journal: Journal,
  ) {}

  list(): Promise<Responder[]> {
    return listResponders(this.uow.reader);
  }

  find(id: string): Promise<Responder | null> {
    return findResponder(this.uow.reader, id);
  }

  /** Adds one, or changes it; the settings are proven first. Without `id`, or with a new one, it is made. */
  async save(ctx: Ctx, input: ResponderSave): Promise<Responder> {
    const known = input.id ? await this.find(input.id) : null;
    const id = input.id ?? newId('responder');
    if (!isId('responder', id))
      throw new DomainError('INVALID', 'The id must be rsp_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
    const type = await this.typeOf(input.type, known);
    const name = checkName(input.name);
    const settings = known ? this.secrets.withKept(input.settings, known) : input.settings;
    const kept = await this.proven(type, settings, { id, inboxIds: input.inboxIds });
    const row = {
      name,
      inboxIds: [...new Set(input.inboxIds)],
      ...this.secrets.seal(id, kept, type.secretPaths),
      settingsVersion: type.settingsVersion,
      active: input.active,
      stateMessage: null,
    };
    const position = await this.journal.position();
    const saved = await this.uow.run(ctx, async (tx) => {
      await requireInboxes(tx, row.inboxIds);
      if (known) return this.change(tx, known, input.expectedVersion ?? known.version, row);
      const responder: Responder = {
        id,
        pluginId: type.pluginId,
        type: type.type,
        ...row,
        // It hears what happens from now on.
        position,
        createdAt: tx.now,
        updatedAt: tx.now,
        version: 1,
      };
      await insertResponder(tx, responder);
      return responder;
    });
    this.gateway.changed();
    return saved;
  }

  /** Proves settings without keeping them, line by line. */
  async test(input: ResponderTest): Promise<ResponderTried> {
    const { type, instance, tried } = await this.tried(input);
    const { checks, label, account } = await refusedInWords(() => this.gateway.check(type.type, tried, instance));
    return { ok: checks.every(({ ok }) => ok), account: label || account, checks };
  }

  /** A turn of a try-out with settings that need not be kept; of it nothing stays. */
  async tryOut(input: ResponderTry): Promise<TryOut> {
    const { type, instance, tried } = await this.tried(input);
    const { text, state } = input;
    return refusedInWords(() => this.gateway.tryOut(type.type, tried, instance, { text, state }));
  }

  /** What its plugin offers to be chosen for a setting, by the far side's account that the other settings name. */
  async choices(input: ResponderChoices): Promise<SettingChoices> {
    const { type, instance, tried } = await this.tried(input);
    return refusedInWords(() => this.gateway.settingChoices(type.type, input.name, tried, instance));
  }

  async remove(ctx: Ctx, id: string): Promise<string> {
    await this.uow.run(ctx, async (tx) => {
      if (!(await findResponder(tx, id))) throw new DomainError('NOT_FOUND', 'There is no such responder.', { path: ['id'] });
      await deleteResponder(tx, id);
    });
    this.gateway.changed();
    return id;
  }

  /** Asks an instance to do what it offers; for whoever may act in an inbox that it serves. */
  async call(ctx: Ctx, instanceId: string, action: string, input: Json): Promise<Json> {
    const channel = await findChannel(this.uow.reader, instanceId);
    const inboxIds = channel ? [channel.inboxId] : ((await this.find(instanceId))?.inboxIds ?? []);
    if (!inboxIds.some((id) => canInInbox(ctx.principal, 'act', id)))
      throw new DomainError('NOT_FOUND', 'There is nothing of this id that does anything.', { path: ['instanceId'] });
    try {
      return await this.gateway.call(instanceId, action, input);
    } catch (error) {
      if (error instanceof ChannelFailure) throw new DomainError('CHANNEL_DOWN', error.message, { path: ['action'] });
      throw error;
    }
  }

  private async change(tx: Tx, known: Responder, version: number, row: Partial<Responder>): Promise<Responder> {
    if (!(await updateResponder(tx, known.id, version, row)))
      throw new DomainError('CONFLICT', 'Somebody else has changed it meanwhile.', { currentId: known.id });
    return { ...known, ...row, version: version + 1, updatedAt: tx.now };
  }

  /** Settings that need not be kept, with the secrets that are where none are given. */
  private async tried({ id, type: name, inboxIds, settings }: ResponderTest) {
    const known = id ? await this.find(id) : null;
    const type = await this.typeOf(name, known);
    const all = known ? this.secrets.withKept(settings, known) : settings;
    const instance = { id: id ?? newId('responder'), inboxIds };
    return { type, instance, tried: { settings: all, settingsVersion: type.settingsVersion } };
  }

  private async typeOf(name: string, known: Responder | null): Promise<ResponderTypeInfo> {
    const type = (await this.gateway.types()).find((one) => one.type === name);
    if (type && (!known || known.type === name)) return type;
    throw new DomainError('NOT_FOUND', 'No plugin that runs has this type.', { path: ['type'] });
  }

  private proven(
    type: ResponderTypeInfo,
    settings: Record<string, Json>,
    instance: { id: string; inboxIds: string[] },
  ): Promise<Record<string, Json>> {
    return refusedInWords(async () => {
      const outcome = await this.gateway.check(type.type, { settings, settingsVersion: type.settingsVersion }, instance);
      const wrong = outcome.checks.find(({ ok }) => !ok);
      if (wrong) throw new DomainError('CHANNEL_DOWN', wrong.message ?? `${wrong.title} failed.`, { path: ['settings'] });
      return outcome.settings;
    });
  }
}

/** What a plugin says against settings, at the field that it is about. */
async function refusedInWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InvalidSettings) {
      const [first] = error.issues;
      throw new DomainError('INVALID', first?.message ?? error.message, { path: ['settings', ...(first?.path ?? [])] });
    }
    if (error instanceof ChannelFailure) throw new DomainError('CHANNEL_DOWN', error.message, { path: ['settings'] });
    throw error;
  }
}

function checkName(given: string): string {
  const name = given.trim();
  if (name !== '' && name.length <= NAME_LENGTH) return name;
  throw new DomainError('INVALID', `A name has 1 to ${NAME_LENGTH} characters.`, { path: ['name'] });
}

async function requireInboxes(tx: Tx, ids: readonly string[]): Promise<void> {
  const found = new Set((await findInboxes(tx, ids)).map(({ id }) => id));
  const missing = ids.findIndex((id) => !found.has(id));
  if (missing >= 0) throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['inboxIds', String(missing)] });
}
