import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findMessage } from '../messages/index.js';
import { ConversationAccess } from './conversation-access.js';
import type { Conversation } from './conversation.entity.js';
import type { Draft } from './draft.entity.js';
import { deleteDraft, findDraft, putDraft, tellOfDraft } from './draft.repository.js';
import { lastOfOthers } from './unread.js';

/** What an agent is writing. */
export interface DraftSave {
  conversationId: string;
  mode: Draft['mode'];
  text: string;
  html?: string | null;
}

/** What concerns one agent only: what he has read, and what he has not sent yet. */
@Injectable()
export class PersonalService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ConversationAccess,
  ) {}

  /** Read up to an item (never back), or with null unread again from the last thing that others said. */
  async markRead(ctx: Ctx, conversationId: string, upTo: string | null): Promise<Conversation> {
    const userId = agentOf(ctx);
    return this.uow.run(ctx, async (tx) => {
      const conversation = await this.access.requireAction(ctx, conversationId, 'view', tx);
      const changed =
        upTo === null
          ? await moveRead(tx, userId, conversationId, Math.max(0, (await lastOfOthers(tx, userId, conversationId)) - 1), true)
          : await moveRead(tx, userId, conversationId, await seqOf(tx, conversationId, upTo), false);
      if (changed) {
        const audience = `user:${userId}` as const;
        tx.emit({
          type: 'conversation.read',
          change: 'UPDATED',
          nodeId: conversationId,
          inboxId: conversation.inboxId,
          conversationId,
          audience,
        });
      }
      return conversation;
    });
  }

  /** Keeps one text for each editor; null when it was removed, because it is empty. */
  async saveDraft(ctx: Ctx, input: DraftSave): Promise<Draft | null> {
    const key = { userId: agentOf(ctx), conversationId: input.conversationId, mode: input.mode };
    return this.uow.run(ctx, async (tx) => {
      const { inboxId } = await this.access.requireAction(
        ctx,
        input.conversationId,
        input.mode === 'COMMENT' ? 'comment' : 'act',
        tx,
      );
      const old = await findDraft(tx, key);
      if (input.text.trim() === '') {
        if (old) await deleteDraft(tx, old, inboxId);
        return null;
      }
      const html = input.html ?? null;
      if (old && old.text === input.text && old.html === html) return old;
      const draft = await putDraft(tx, key, input.text, html);
      tellOfDraft(tx, old ? 'UPDATED' : 'CREATED', draft, inboxId);
      return draft;
    });
  }
}

function agentOf({ principal }: Ctx): string {
  if (principal.kind === 'user') return principal.userId;
  throw new DomainError('FORBIDDEN', 'Only an agent reads and drafts. Use a personal token.');
}

async function seqOf(tx: Tx, conversationId: string, itemId: string): Promise<number> {
  const item = await findMessage(tx, itemId);
  if (item?.conversationId === conversationId) return item.seq;
  throw new DomainError('INVALID', 'There is no such item in this conversation.', { path: ['upTo'] });
}

async function moveRead(tx: Tx, userId: string, conversationId: string, seq: number, back: boolean): Promise<boolean> {
  const moved = await tx.execute(
    `INSERT INTO read_state (user_id, conversation_id, last_seq) VALUES (?, ?, ?)
     ON CONFLICT (user_id, conversation_id) DO UPDATE SET last_seq = excluded.last_seq
     WHERE read_state.last_seq ${back ? '>' : '<'} excluded.last_seq`,
    [userId, conversationId, seq],
  );
  return moved === 1;
}
