import { Injectable } from '@nestjs/common';
import { visibleInboxes } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { Journal } from '../../kernel/events.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { fromRows, placeholders } from '../../kernel/rows.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { Message } from '../messages/index.js';

/** Which part of the outbox is asked for. */
export interface OutboxQuery {
  inboxId?: string | null;
  status?: string[] | null;
  mine: boolean;
  first?: number | null;
  after?: string | null;
}

/** What the index of the outbox holds. */
const WAITING = ['HELD', 'QUEUED', 'SENDING', 'DEFERRED', 'UNCERTAIN', 'FAILED', 'BOUNCED'] as const;

/** What waits to leave, and what did not arrive (D5, G2 14). */
@Injectable()
export class OutboxService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** Newest first, by keyset on the id, from the index of the outbox only. */
  async list(ctx: Ctx, query: OutboxQuery) {
    const size = pageSize(query.first);
    const wanted = query.status ?? [];
    const states = WAITING.filter((state) => wanted.length === 0 || wanted.includes(state));
    const list = `outbox:${query.inboxId ?? ''}:${states.join(',')}:${query.mine}`;
    const after = query.after ? decodeCursor(query.after, list) : null;
    const position = String(await this.journal.position());
    const rows = states.length === 0 ? [] : await this.rows(ctx, query, states, after?.id ?? null, size + 1);
    const nodes = fromRows(this.uow.reader, Message, rows.slice(0, size));
    const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: node.id, id: node.id }, list), node }));
    return {
      position,
      edges,
      nodes,
      pageInfo: {
        hasNextPage: rows.length > size,
        hasPreviousPage: after !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  private async rows(ctx: Ctx, { inboxId, mine }: OutboxQuery, states: readonly string[], after: string | null, limit: number) {
    const visible = visibleInboxes(ctx.principal);
    if (!visible.all && visible.inboxIds.length === 0) return [];
    const where: string[] = [];
    const values: unknown[] = [];
    if (!visible.all) where.push(`c.inbox_id IN (${placeholders(visible.inboxIds)})`);
    if (!visible.all) values.push(...visible.inboxIds);
    if (inboxId) where.push('c.inbox_id = ?');
    if (inboxId) values.push(inboxId);
    if (mine) where.push('m.author_id = ?');
    if (mine) values.push(actorOf(ctx.principal).id ?? '');
    if (after) where.push('m.id < ?');
    if (after) values.push(after);
    // One branch for each state, so that each is read from the index in order.
    const branches = states.map(
      (state) =>
        `SELECT * FROM (SELECT m.* FROM message m JOIN conversation c ON c.id = m.conversation_id
         WHERE m.delivery_status = '${state}' ${where.map((condition) => `AND ${condition}`).join(' ')}
         ORDER BY m.id DESC LIMIT ?) b`,
    );
    return this.uow.reader.query<Record<string, unknown>>(
      `SELECT * FROM (${branches.join(' UNION ALL ')}) o ORDER BY o.id DESC LIMIT ?`,
      [...states.flatMap(() => [...values, limit]), limit],
    );
  }
}
