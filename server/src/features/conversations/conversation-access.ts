import { Injectable } from '@nestjs/common';
import { canInInbox, type InboxAction, isAdmin } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Reader, UnitOfWork } from '../../kernel/uow.js';
import type { Conversation } from './conversation.entity.js';
import { findConversation } from './conversation.repository.js';

/** What somebody wants with a conversation. */
export type AccessNeed = Extract<InboxAction, 'view' | 'comment' | 'act'>;

/** The door to a conversation: what lies in an inbox that is not yours does not exist for you (S6). */
@Injectable()
export class ConversationAccess {
  constructor(private readonly uow: UnitOfWork) {}

  /** The conversation, or null when there is none or the asker may not know of it. */
  async loadVisible(ctx: Ctx, id: string, reader: Reader = this.uow.reader): Promise<Conversation | null> {
    const conversation = await findConversation(reader, id);
    return conversation && canInInbox(ctx.principal, 'view', conversation.inboxId) ? conversation : null;
  }

  /** The conversation, if the asker may do this with it; else NOT_FOUND, NOT_A_MEMBER (S5) or FORBIDDEN. Hand in the `tx` inside a unit. */
  async requireAction(ctx: Ctx, id: string, need: AccessNeed, reader: Reader = this.uow.reader): Promise<Conversation> {
    return allowed(ctx, await findConversation(reader, id), need);
  }
}

/** The conversation, if the asker may do this with it. */
export function allowed(ctx: Ctx, conversation: Conversation | null | undefined, need: AccessNeed): Conversation {
  const { principal } = ctx;
  if (conversation && canInInbox(principal, need, conversation.inboxId)) return conversation;
  if (!conversation || !canInInbox(principal, 'view', conversation.inboxId))
    throw new DomainError('NOT_FOUND', 'There is no such conversation.');
  if (isAdmin(principal) && principal.kind === 'user' && !principal.inboxRoles.has(conversation.inboxId))
    throw new DomainError('NOT_A_MEMBER', 'You may look into this inbox, but only its members act in it. Become a member first.');
  throw new DomainError('FORBIDDEN', 'Your role in this inbox does not allow this.');
}
