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

/** The conversation, if the asker may do this with it. What lies in the trash is only read (S27), unless it is `trashed` what is asked for. */
export function allowed(
  ctx: Ctx,
  conversation: Conversation | null | undefined,
  need: AccessNeed,
  trashed = false,
): Conversation {
  const { principal } = ctx;
  if (conversation && canInInbox(principal, need, conversation.inboxId)) {
    if (conversation.placement === 'MERGED' && need !== 'view') throw refusedAsMerged(conversation);
    if (need === 'act') requireTurn(ctx, conversation);
    if (need === 'view' || trashed || conversation.placement !== 'TRASH') return conversation;
    throw new DomainError('INVALID', 'It lies in the trash: restore it first.');
  }
  if (!conversation) throw new DomainError('NOT_FOUND', 'There is no such conversation.');
  throw refusal(ctx, conversation.inboxId, 'There is no such conversation.');
}

function refusedAsMerged({ mergedIntoId }: Conversation): DomainError {
  const detail = mergedIntoId === null ? {} : { currentId: mergedIntoId };
  return new DomainError('CONFLICT', 'It has become part of another conversation: go on there.', detail);
}

/** A bot that takes turns acts only where it has the word: CONFLICT once a person or another bot has it. */
export function requireTurn({ principal }: Ctx, conversation: Conversation): void {
  if (principal.kind !== 'integration' || !principal.bot?.turn) return;
  if (conversation.botControl === 'BOT_ACTIVE' && conversation.botId === principal.tokenId) return;
  throw new DomainError('CONFLICT', 'Somebody else has the word in this conversation.');
}

/** Throws unless the asker may do this in the inbox: NOT_FOUND, NOT_A_MEMBER (S5) or FORBIDDEN. */
export function requireInbox(ctx: Ctx, inboxId: string, need: AccessNeed): void {
  if (!canInInbox(ctx.principal, need, inboxId)) throw refusal(ctx, inboxId, 'There is no such inbox.', ['inboxId']);
}

function refusal({ principal }: Ctx, inboxId: string, unknown: string, path?: string[]): DomainError {
  const detail = path ? { path } : {};
  if (!canInInbox(principal, 'view', inboxId)) return new DomainError('NOT_FOUND', unknown, detail);
  if (isAdmin(principal) && principal.kind === 'user' && !principal.inboxRoles.has(inboxId))
    return new DomainError(
      'NOT_A_MEMBER',
      'You may look into this inbox, but only its members act in it. Become a member first.',
      detail,
    );
  return new DomainError('FORBIDDEN', 'Your role in this inbox does not allow this.', detail);
}
