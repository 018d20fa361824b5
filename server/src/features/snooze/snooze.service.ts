import { Injectable } from '@nestjs/common';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import type { Tx } from '../../kernel/uow.js';
import { type Around, type BulkResult, type Conversation, ConversationService } from '../conversations/index.js';
import { putToSleep } from './put-to-sleep.js';

/** Conversations that are to sleep until a time. */
export interface SnoozeInput {
  ids: string[];
  until: number;
  expectedVersions?: number[] | null;
}

const YEAR_MS = 366 * 24 * 60 * 60_000;

/** Puts conversations to sleep (G7 46). */
@Injectable()
export class SnoozeService {
  constructor(private readonly conversations: ConversationService) {}

  /** Until a time; one that sleeps already gets the new time. */
  async snooze(ctx: Ctx, { ids, until, expectedVersions }: SnoozeInput, around: Around = {}): Promise<BulkResult> {
    const actor = actorOf(ctx.principal);
    const prepare = (tx: Tx) => {
      if (until <= tx.now) throw new DomainError('INVALID', 'This time is over. Choose a later one.', { path: ['until'] });
      if (until > tx.now + YEAR_MS)
        throw new DomainError('INVALID', 'A conversation sleeps for a year at most.', { path: ['until'] });
      return Promise.resolve(async (conversation: Conversation) => {
        if (conversation.placement !== 'INBOX')
          throw new DomainError('INVALID', 'Only what lies in the inbox is snoozed: move it there first.');
        if (conversation.status === 'SNOOZED' && conversation.snoozedUntil === until) return conversation;
        return putToSleep(tx, conversation, until, actor);
      });
    };
    return this.conversations.changeEach(ctx, ids, expectedVersions ?? null, prepare, around);
  }
}
