import { Injectable } from '@nestjs/common';
import { canInInbox, hasScope } from '../../kernel/access.js';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { isId, newId } from '../../kernel/ids.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { SecretBox } from '../../kernel/secrets.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { audit, changesOf } from '../audit/index.js';
import { findInboxes } from '../inboxes/index.js';
import { queueDelivery } from './deliver.job.js';
import { newWebhookSecret, OVERLAP_MS, type Secrets } from './signing.js';
import { deliveryOf, testEvent } from './told.js';
import {
  deleteWebhook,
  findWebhook,
  insertDeliveries,
  insertWebhook,
  listWebhooks,
  readDeliveries,
  readEnded,
  updateDelivery,
  updateWebhook,
} from './webhook.repository.js';
import type { Webhook } from './webhook.entity.js';
import type { WebhookDelivery } from './webhook-delivery.entity.js';

const LIMIT = 50;
const NAME_LENGTH = 60;
const URL_LENGTH = 2000;
const REPLAYED = 1000;
const FIELDS = ['name', 'url', 'inboxIds', 'events', 'active'] as const;

/** What an admin fills in. */
export interface WebhookSave {
  id?: string | null;
  name: string;
  url: string;
  inboxIds: string[];
  events: string[];
  active: boolean;
  newSecret: boolean;
  expectedVersion?: number | null;
}
/** The secret is there once: when it was made. */
export interface SavedWebhook {
  webhook: Webhook;
  secret: string | null;
}

/** Webhooks out, for admins who may see what they tell (G13, G24, D14). */
@Injectable()
export class WebhookService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly box: SecretBox,
  ) {}

  list(): Promise<Webhook[]> {
    return listWebhooks(this.uow.reader);
  }

  find(id: string): Promise<Webhook | null> {
    return findWebhook(this.uow.reader, id);
  }

  /** Adds one, or changes it. A new one hears what happens from now on. */
  async save(ctx: Ctx, input: WebhookSave): Promise<SavedWebhook> {
    const id = input.id ?? newId('webhook');
    if (!isId('webhook', id))
      throw new DomainError('INVALID', 'The id must be whk_ and a UUIDv7 as 32 hex digits.', { path: ['id'] });
    const row = {
      name: checkName(input.name),
      url: checkUrl(input.url),
      inboxIds: [...new Set(input.inboxIds)],
      events: checkEvents(input.events),
      active: input.active,
      stateMessage: null,
    };
    requireContent(ctx, row.inboxIds);
    const position = await this.journal.position();
    return this.uow.run(ctx, async (tx) => {
      await requireInboxes(tx, row.inboxIds);
      const known = await findWebhook(tx, id);
      if (!known) return this.create(tx, id, { ...row, position });
      // What it missed while it was off is not told any more.
      const resumed = !known.active && row.active ? { position } : {};
      const secret = input.newSecret ? newWebhookSecret() : null;
      const secrets = secret ? { secrets: this.renewed(known, secret) } : {};
      const patch = { ...row, ...resumed, ...secrets };
      if (!(await updateWebhook(tx, id, input.expectedVersion ?? known.version, patch)))
        throw new DomainError('CONFLICT', 'Somebody else has changed it meanwhile.', { currentId: id });
      const webhook = { ...known, ...patch, version: known.version + 1, updatedAt: tx.now };
      const changes = [...changesOf(known, webhook, FIELDS), ...(secret ? [{ field: 'secret', before: null, after: null }] : [])];
      await audit(tx, { action: 'WEBHOOK_CHANGED', object: webhook, changes });
      return { webhook, secret };
    });
  }

  async remove(ctx: Ctx, id: string): Promise<string> {
    await this.uow.run(ctx, async (tx) => {
      const known = await requireWebhook(tx, id);
      await deleteWebhook(tx, id);
      await audit(tx, { action: 'WEBHOOK_REMOVED', object: known });
    });
    return id;
  }

  /** Sends it an event of nothing that happened; answers the delivery. */
  async test(ctx: Ctx, id: string): Promise<WebhookDelivery> {
    const position = await this.journal.position();
    return this.uow.run(ctx, async (tx) => {
      requireActive(await requireWebhook(tx, id));
      const delivery = deliveryOf(id, testEvent(id, position, tx.now), tx.now);
      await insertDeliveries(tx, [delivery]);
      queueDelivery(tx, delivery);
      return delivery;
    });
  }

  /** Sends again what was delivered or given up: these, or all since a time; in the order in which it happened. Answers how many. */
  async replay(ctx: Ctx, id: string, which: { ids: readonly string[] | null; since: number | null }): Promise<number> {
    if (!which.ids === (which.since === null))
      throw new DomainError('INVALID', 'Name the deliveries, or the time since when.', { path: ['deliveryIds'] });
    if (which.ids && which.ids.length > REPLAYED)
      throw new DomainError('LIMIT', `At most ${REPLAYED} at once.`, { path: ['deliveryIds'] });
    return this.uow.run(ctx, async (tx) => {
      const webhook = await requireWebhook(tx, id);
      requireContent(ctx, webhook.inboxIds);
      requireActive(webhook);
      const found = which.ids?.length === 0 ? [] : await readEnded(tx, id, which, REPLAYED);
      const pending = { state: 'PENDING' as const, attempts: 0, error: null, status: null, since: tx.now, deliveredAt: null };
      for (const delivery of found) {
        await updateDelivery(tx, delivery.id, pending);
        queueDelivery(tx, delivery);
      }
      return found.length;
    });
  }

  /** Newest first. */
  async deliveries(webhookId: string, state: WebhookDelivery['state'] | null, first: number | null, after: string | null) {
    const size = pageSize(first);
    const list = `webhookDeliveries:${webhookId}:${state ?? ''}`;
    const before = after ? decodeCursor(after, list).id : null;
    const position = await this.journal.position();
    const rows = await readDeliveries(this.uow.reader, { webhookId, state }, before, size + 1);
    const nodes = rows.slice(0, size);
    const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: node.id, id: node.id }, list), node }));
    const pageInfo = {
      hasNextPage: rows.length > size,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    return { position: String(position), edges, nodes, pageInfo };
  }

  private async create(
    tx: Tx,
    id: string,
    row: Omit<Webhook, 'id' | 'secrets' | 'createdAt' | 'updatedAt' | 'version'>,
  ): Promise<SavedWebhook> {
    if ((await listWebhooks(tx)).length >= LIMIT) throw new DomainError('LIMIT', `There may be ${LIMIT} webhooks.`);
    const secret = newWebhookSecret();
    const secrets = this.box.seal(JSON.stringify({ now: secret, before: null, until: 0 } satisfies Secrets), id);
    const webhook: Webhook = { id, ...row, secrets, createdAt: tx.now, updatedAt: tx.now, version: 1 };
    await insertWebhook(tx, webhook);
    await audit(tx, { action: 'WEBHOOK_ADDED', object: webhook, changes: changesOf(null, webhook, FIELDS) });
    return { webhook, secret };
  }

  /** The old secret signs along for a day. */
  private renewed({ id, secrets }: Webhook, secret: string): string {
    const { now } = JSON.parse(this.box.open(secrets, id)) as Secrets;
    const renewed: Secrets = { now: secret, before: now, until: this.clock.now() + OVERLAP_MS };
    return this.box.seal(JSON.stringify(renewed), id);
  }
}

async function requireWebhook(tx: Tx, id: string): Promise<Webhook> {
  const known = await findWebhook(tx, id);
  if (!known) throw new DomainError('NOT_FOUND', 'There is no such webhook.', { path: ['id'] });
  return known;
}

function requireActive({ active }: Webhook): void {
  if (!active) throw new DomainError('INVALID', 'The webhook is switched off.', { path: ['id'] });
}

/** Only who may see what is in the inboxes may have it told to others. */
function requireContent({ principal }: Ctx, inboxIds: readonly string[]): void {
  const all = hasScope(principal, ['ADMIN']) && hasScope(principal, ['CONVERSATIONS_READ']);
  const closed = inboxIds.findIndex((id) => !canInInbox(principal, 'view', id));
  if (all && closed < 0) return;
  throw new DomainError('FORBIDDEN', 'You may not see what is in this inbox.', {
    path: ['inboxIds', String(Math.max(0, closed))],
  });
}

async function requireInboxes(tx: Tx, ids: readonly string[]): Promise<void> {
  const found = new Set((await findInboxes(tx, ids)).map(({ id }) => id));
  const missing = ids.findIndex((id) => !found.has(id));
  if (missing >= 0) throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['inboxIds', String(missing)] });
}

function checkName(given: string): string {
  const name = given.trim();
  if (name !== '' && name.length <= NAME_LENGTH) return name;
  throw new DomainError('INVALID', `A name has 1 to ${NAME_LENGTH} characters.`, { path: ['name'] });
}

function checkUrl(given: string): string {
  const url = URL.canParse(given.trim()) && given.length <= URL_LENGTH ? new URL(given.trim()) : null;
  if (!url || !['https:', 'http:'].includes(url.protocol))
    throw new DomainError('INVALID', 'An address begins with https://.', { path: ['url'] });
  if (url.username || url.password)
    throw new DomainError('INVALID', 'No name and password in an address: each request is signed instead.', { path: ['url'] });
  return url.href;
}

function checkEvents(given: readonly string[]): string[] {
  const wrong = given.findIndex((type) => !/^[a-z]+\.[a-zA-Z_]{1,40}$/.test(type));
  if (wrong >= 0) throw new DomainError('INVALID', 'Events are like message.received.', { path: ['events', String(wrong)] });
  return [...new Set(given)];
}
