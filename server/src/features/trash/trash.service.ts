import { Injectable } from '@nestjs/common';
import { canInInbox } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import type { UserErrorRow } from '../../kernel/user-errors.js';
import { audit } from '../audit/index.js';
import {
  allowed,
  type Around,
  type BulkResult,
  changeConversation,
  type Conversation,
  ConversationService,
  requireInbox,
  type Versions,
} from '../conversations/index.js';
import { findInbox } from '../inboxes/index.js';
import { lastActivity } from '../messages/index.js';
import { deleteForever } from './delete-forever.js';

/** Where a conversation lay before it was put into the trash. */
interface Before {
  placement: Conversation['placement'];
  reason: string | null;
}

/** What becomes of what was put into the trash (S26–S29). Putting it there is a move like any other: `conversationPlace`. */
@Injectable()
export class TrashService {
  constructor(private readonly conversations: ConversationService) {}

  /** Back to where it lay, or into another inbox; what is not in the trash is left as it is. */
  async restore(
    ctx: Ctx,
    ids: readonly string[],
    inboxId: string | null,
    versions: Versions = null,
    around: Around = {},
  ): Promise<BulkResult> {
    if (inboxId !== null) requireInbox(ctx, inboxId, 'act');
    const actor = actorOf(ctx.principal);
    // Nobody is a member of an inbox that is no more: who may see it, and acts in the other one, may save what lay there.
    const options = { need: 'view' as const, trashed: true, ...around };
    return this.conversations.changeEach(
      ctx,
      ids,
      versions,
      async (tx) => async (conversation) => {
        const target = await targetOf(ctx, tx, conversation, inboxId);
        if (conversation.placement !== 'TRASH') return conversation;
        const { placement, reason } = await placeBefore(tx, conversation.id);
        const patch = { placement, placementReason: reason, inboxId: target };
        return changeConversation(tx, conversation, patch, { type: 'restored', actor, data: { to: placement } });
      },
      options,
    );
  }

  /** Gone for good; only what lies in the trash (S29). */
  async deleteForever(ctx: Ctx, ids: readonly string[]): Promise<{ ids: string[]; userErrors: UserErrorRow[] }> {
    const refuse = (conversation: Conversation): Promise<Conversation> => {
      if (conversation.placement === 'TRASH') return Promise.resolve(conversation);
      throw new DomainError('INVALID', 'It does not lie in the trash: delete it first.');
    };
    const { conversations, userErrors } = await this.conversations.changeEach(ctx, ids, null, () => Promise.resolve(refuse), {
      trashed: true,
      after: async (tx, changed) => {
        const entries = changed.map(({ id, number }) => {
          return { action: 'CONVERSATION_DELETED_FOREVER' as const, object: { id, name: `#${number}` } };
        });
        await audit(tx, ...entries);
        await deleteForever(
          tx,
          changed.map(({ id }) => id),
        );
      },
    });
    return { ids: conversations.map(({ id }) => id), userErrors };
  }
}

/** The inbox that it goes to; the right is asked for where it is: in its own inbox, or in the one that takes the place of a lost one. */
async function targetOf(ctx: Ctx, tx: Tx, conversation: Conversation, inboxId: string | null): Promise<string> {
  const own = await findInbox(tx, conversation.inboxId);
  if (own) allowed(ctx, conversation, 'act', true);
  else if (inboxId === null)
    throw new DomainError('INBOX_GONE', 'The inbox that it lay in is no more. Choose another one.', { path: ['inboxId'] });
  if (inboxId !== null && !(await findInbox(tx, inboxId)))
    throw new DomainError('NOT_FOUND', 'There is no such inbox.', { path: ['inboxId'] });
  const target = inboxId ?? conversation.inboxId;
  if (canInInbox(ctx.principal, 'act', target)) return target;
  throw new DomainError('FORBIDDEN', 'Your role in this inbox does not allow this.', { path: ['inboxId'] });
}

async function placeBefore(reader: Reader, conversationId: string): Promise<Before> {
  const line = await lastActivity(reader, conversationId, 'placed');
  const { from, to, reason } = (line?.data ?? {}) as { from?: Conversation['placement']; to?: string; reason?: string | null };
  if (to !== 'TRASH' || !from || from === 'TRASH') return { placement: 'INBOX', reason: null };
  return { placement: from, reason: reason ?? null };
}
