import { Injectable } from '@nestjs/common';
import { canInInbox, hasScope } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { type Channel, channelsOfInboxes, findChannel } from '../channels/index.js';
import { InboundItem } from './inbound-item.entity.js';
import { canBeImported, canBeReplayed, findItem, reopenItem } from './inbound-item.repository.js';
import { DECODE } from './keep-arrived.js';

/** Which part of the ledger is asked for. */
export interface LedgerQuery {
  channelId?: string | null;
  state?: InboundItem['state'][] | null;
  first?: number | null;
  after?: string | null;
}

/** Everything that came in, for those who manage the inbox of its channel; the second try at what was not understood, and the import of what was left out. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** Newest first. The place in the journal is read before the rows, so that following it misses nothing. */
  async list(ctx: Ctx, { channelId, state, first, after }: LedgerQuery) {
    const channelIds = await this.managed(ctx);
    const size = pageSize(first);
    const list = `inboundItems:${channelId ?? ''}:${[...(state ?? [])].sort().join(',')}`;
    const position = await this.journal.position();
    const query = this.uow.reader.manager.createQueryBuilder(InboundItem, 'i');
    if (channelIds !== null) query.andWhere(channelIds.length > 0 ? 'i.channelId IN (:...channelIds)' : '1 = 0', { channelIds });
    if (channelId) query.andWhere('i.channelId = :channelId', { channelId });
    if (state && state.length > 0) query.andWhere('i.state IN (:...state)', { state });
    if (after) {
      const { value, id } = decodeCursor(after, list);
      query.andWhere('(i.receivedAt < :value OR (i.receivedAt = :value AND i.id < :id))', { value, id });
    }
    const rows = await query
      .orderBy('i.receivedAt', 'DESC')
      .addOrderBy('i.id', 'DESC')
      .take(size + 1)
      .getMany();
    const nodes = rows.slice(0, size);
    const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: node.receivedAt, id: node.id }, list), node }));
    return {
      position: String(position),
      edges,
      nodes,
      pageInfo: {
        hasNextPage: rows.length > size,
        hasPreviousPage: Boolean(after),
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  /** The item, for those who manage the inbox of its channel. */
  async find(ctx: Ctx, id: string): Promise<InboundItem | null> {
    const item = await findItem(this.uow.reader, id);
    return item && mayManage(ctx, await findChannel(this.uow.reader, item.channelId)) ? item : null;
  }

  /** Understands an item again: one that FAILED from the beginning, one that is shown as it came in its own conversation. */
  async replay(ctx: Ctx, id: string): Promise<InboundItem> {
    return this.uow.run(ctx, async (tx) => {
      const { item, channel } = await this.require(ctx, tx, id);
      if (!canBeReplayed(item))
        throw new DomainError('INVALID', 'Only what has failed or could not be understood can be tried again.', { path: ['id'] });
      if (item.state === 'FAILED') await reopenItem(tx, item, channel?.inboxId ?? null);
      else await tx.manager.update(InboundItem, { id }, { attempts: 0 });
      tx.enqueue({ name: DECODE, payload: { itemId: id, replay: true }, key: `intake:${item.channelId}` });
      return tx.manager.findOneByOrFail(InboundItem, { id });
    });
  }

  /** Import anyway: what became no message of its own becomes one, whatever rule or repeat stood against it (N1). A repeat changes nothing. */
  async import(ctx: Ctx, id: string): Promise<InboundItem> {
    return this.uow.run(ctx, async (tx) => {
      const { item, channel } = await this.require(ctx, tx, id);
      if (!canBeImported(item)) return item;
      if (!channel) throw new DomainError('INVALID', 'Its channel is no longer there.', { path: ['id'] });
      tx.enqueue({ name: DECODE, payload: { itemId: id, anyway: true }, key: `intake:${item.channelId}` });
      return item;
    });
  }

  private async require(ctx: Ctx, tx: Tx, id: string): Promise<{ item: InboundItem; channel: Channel | null }> {
    const item = await findItem(tx, id);
    const channel = item && (await findChannel(tx, item.channelId));
    if (!item || !mayManage(ctx, channel)) throw new DomainError('NOT_FOUND', 'There is no such item.', { path: ['id'] });
    return { item, channel };
  }

  /** The channels whose items who asks may see; null for all of them. */
  private async managed(ctx: Ctx): Promise<string[] | null> {
    const { principal } = ctx;
    if (hasScope(principal, ['ADMIN'])) return null;
    const inboxIds = principal.kind === 'user' ? [...principal.inboxRoles.keys()] : [];
    const own = inboxIds.filter((inboxId) => canInInbox(principal, 'manage', inboxId));
    if (own.length === 0) throw new DomainError('FORBIDDEN', 'Only those who manage an inbox look into the ledger.');
    return (await channelsOfInboxes(this.uow.reader, own)).map(({ id }) => id);
  }
}

/** Of a channel that is gone only admins know. */
function mayManage({ principal }: Ctx, channel: Channel | null): boolean {
  return channel ? canInInbox(principal, 'manage', channel.inboxId) : hasScope(principal, ['ADMIN']);
}
