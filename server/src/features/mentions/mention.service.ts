import { Injectable } from '@nestjs/common';
import { canInInbox, visibleInboxes } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { Journal } from '../../kernel/events.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { type Conversation, ConversationAccess } from '../conversations/index.js';
import type { Mention } from './mention.entity.js';
import { countUnseen, findMention, listMentions, markSeen } from './mention.repository.js';

export interface MentionQuery {
  unseen: boolean;
  first?: number | null;
  after?: string | null;
}

/** Where somebody was called (S64). */
@Injectable()
export class MentionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly access: ConversationAccess,
  ) {}

  /** A page in the form of `MentionConnection`. */
  async list({ principal }: Ctx, { unseen, first, after }: MentionQuery) {
    const size = pageSize(first);
    const list = `mentions:${unseen}`;
    const position = String(await this.journal.position());
    const before = after ? decodeCursor(after, list).id : null;
    const userId = principal.kind === 'user' ? principal.userId : '';
    const page = { userId, visible: visibleInboxes(principal), unseen, before, limit: size + 1 };
    const rows = await listMentions(this.uow.reader, page);
    const nodes = rows.slice(0, size);
    const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: node.id, id: node.id }, list), node }));
    const pageInfo = {
      hasNextPage: rows.length > size,
      hasPreviousPage: before !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    return { position, edges, nodes, pageInfo };
  }

  async unseen({ principal }: Ctx, inboxId: string | null): Promise<number> {
    if (principal.kind !== 'user') return 0;
    return countUnseen(this.uow.reader, principal.userId, visibleInboxes(principal), inboxId);
  }

  /** Looked at; a repeat changes nothing. */
  async see(ctx: Ctx, conversationId: string): Promise<Conversation> {
    return this.uow.run(ctx, async (tx) => {
      const conversation = await this.access.requireAction(ctx, conversationId, 'view', tx);
      const { principal } = ctx;
      if (principal.kind !== 'user' || (await markSeen(tx, principal.userId, conversationId)) === 0) return conversation;
      tx.emit({
        type: 'mention.seen',
        change: 'UPDATED',
        nodeId: conversationId,
        inboxId: conversation.inboxId,
        conversationId,
        audience: `user:${principal.userId}`,
      });
      return conversation;
    });
  }

  /** One of the viewer's own, as long as he may see what it is in. */
  async find({ principal }: Ctx, id: string): Promise<Mention | null> {
    const mention = principal.kind === 'user' ? await findMention(this.uow.reader, principal.userId, id) : null;
    const conversation = mention && (await this.access.loadVisible({ principal, correlationId: '' }, mention.conversationId));
    return conversation && canInInbox(principal, 'view', conversation.inboxId) ? mention : null;
  }
}
