import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findMessage, keepUploads } from '../messages/index.js';
import { ConversationAccess, requireInbox } from './conversation-access.js';
import type { Conversation } from './conversation.entity.js';
import type { Draft } from './draft.entity.js';
import {
  composeDraftsOf,
  deleteDraft,
  type DraftContent,
  findDraft,
  putDraft,
  sameDraft,
  tellOfDraft,
} from './draft.repository.js';
import { lastOfOthers } from './unread.js';

/** What an agent is writing. */
export interface DraftSave {
  conversationId: string;
  mode: Draft['mode'];
  text: string;
  html?: string | null;
  inboxId?: string | null;
  messageId?: string | null;
  to?: string[] | null;
  cc?: string[] | null;
  bcc?: string[] | null;
  subject?: string | null;
  uploadIds?: string[] | null;
}

/** More is not typed by hand. */
const MAX_RECIPIENTS = 500;
/** A draft that nobody touched for so long no longer keeps its files. */
const FILES_KEPT_MS = 30 * 24 * 60 * 60_000;

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
    const content = contentOf(input);
    return this.uow.run(ctx, async (tx) => {
      const inboxId = await this.inboxOfDraft(tx, input);
      if (input.messageId) await seqOf(tx, input.conversationId, input.messageId, 'messageId');
      const old = await findDraft(tx, key);
      if (isEmpty(content)) {
        if (old) await deleteDraft(tx, old, inboxId);
        return null;
      }
      if (old && sameDraft(old, content)) return old;
      const draft = await putDraft(tx, key, content);
      await keepUploads(tx, key.userId, content.uploadIds ?? [], tx.now + FILES_KEPT_MS);
      tellOfDraft(tx, old ? 'UPDATED' : 'CREATED', draft, inboxId);
      return draft;
    });
  }

  /** The viewer's own messages that are to begin a conversation. */
  composeDrafts({ principal }: Ctx): Promise<Draft[]> {
    return principal.kind === 'user' ? composeDraftsOf(this.uow.reader, principal.userId) : Promise.resolve([]);
  }

  /** Where it is written; the author must be allowed to say it there. */
  private async inboxOfDraft(tx: Tx, { mode, conversationId, inboxId }: DraftSave): Promise<string> {
    if (mode !== 'COMPOSE')
      return (await this.access.requireAction(tx.ctx, conversationId, mode === 'COMMENT' ? 'comment' : 'act', tx)).inboxId;
    if (!isId('conversation', conversationId))
      throw new DomainError('INVALID', 'The id must be cnv_ and a UUIDv7 as 32 hex digits.', { path: ['conversationId'] });
    if (!inboxId) throw new DomainError('INVALID', 'Say from which inbox it is to leave.', { path: ['inboxId'] });
    requireInbox(tx.ctx, inboxId, 'act');
    return inboxId;
  }
}

function contentOf(input: DraftSave): DraftContent {
  const { to, cc, bcc } = input;
  const addresses = [...(to ?? []), ...(cc ?? []), ...(bcc ?? [])];
  if (addresses.length > MAX_RECIPIENTS)
    throw new DomainError('INVALID', `A message has at most ${MAX_RECIPIENTS} recipients.`, { path: ['to'] });
  return {
    text: input.text,
    html: input.html ?? null,
    inboxId: input.mode === 'COMPOSE' ? (input.inboxId ?? null) : null,
    messageId: input.messageId ?? null,
    recipients: to || cc || bcc ? { to: to ?? [], cc: cc ?? [], bcc: bcc ?? [] } : null,
    subject: input.subject ?? null,
    uploadIds: input.uploadIds && input.uploadIds.length > 0 ? input.uploadIds : null,
  };
}

/** Recipients alone are worth keeping only where the author had to find them himself. */
function isEmpty({ text, uploadIds, inboxId, recipients, subject }: DraftContent): boolean {
  if (text.trim() !== '' || uploadIds !== null) return false;
  const composed = inboxId !== null && ((recipients?.to.length ?? 0) > 0 || (subject ?? '').trim() !== '');
  return !composed;
}

function agentOf({ principal }: Ctx): string {
  if (principal.kind === 'user') return principal.userId;
  throw new DomainError('FORBIDDEN', 'Only an agent reads and drafts. Use a personal token.');
}

async function seqOf(tx: Tx, conversationId: string, itemId: string, field = 'upTo'): Promise<number> {
  const item = await findMessage(tx, itemId);
  if (item?.conversationId === conversationId) return item.seq;
  throw new DomainError('INVALID', 'There is no such item in this conversation.', { path: [field] });
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
