import { Injectable } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { InboundItem } from './inbound-item.entity.js';
import { reopenItem } from './inbound-item.repository.js';
import { DECODE } from './intake.service.js';

/** Which part of the ledger is asked for. */
export interface LedgerQuery {
  channelId?: string | null;
  state?: InboundItem['state'][] | null;
  first?: number | null;
  after?: string | null;
}

/** Everything that came in, for admins, and the second try at what was not understood. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** Newest first. The place in the journal is read before the rows, so that following it misses nothing. */
  async list(ctx: Ctx, { channelId, state, first, after }: LedgerQuery) {
    requireAdmin(ctx);
    const size = pageSize(first);
    const list = `inboundItems:${channelId ?? ''}:${[...(state ?? [])].sort().join(',')}`;
    const position = await this.journal.position();
    const query = this.uow.reader.manager.createQueryBuilder(InboundItem, 'i');
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

  async find(ctx: Ctx, id: string): Promise<InboundItem | null> {
    return hasScope(ctx.principal, ['ADMIN']) ? this.uow.reader.manager.findOneBy(InboundItem, { id }) : null;
  }

  /** Understands an item again: one that FAILED from the beginning, one that is shown as it came in its own conversation. */
  async replay(ctx: Ctx, id: string): Promise<InboundItem> {
    requireAdmin(ctx);
    return this.uow.run(ctx, async (tx) => {
      const item = await tx.manager.findOneBy(InboundItem, { id });
      if (!item) throw new DomainError('NOT_FOUND', 'There is no such item.', { path: ['id'] });
      if (item.state !== 'FAILED' && !item.unparsed)
        throw new DomainError('INVALID', 'Only what has failed or could not be understood can be tried again.', { path: ['id'] });
      if (item.state === 'FAILED') await reopenItem(tx, item);
      else await tx.manager.update(InboundItem, { id }, { attempts: 0 });
      tx.enqueue({ name: DECODE, payload: { itemId: id, replay: true }, key: `intake:${item.channelId}` });
      return tx.manager.findOneByOrFail(InboundItem, { id });
    });
  }
}

function requireAdmin(ctx: Ctx): void {
  if (!hasScope(ctx.principal, ['ADMIN'])) throw new DomainError('FORBIDDEN', 'Only admins look into the ledger.');
}
