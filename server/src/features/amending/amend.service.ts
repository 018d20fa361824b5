import type { Capabilities } from '@balie/plugin-sdk';
import { Injectable } from '@nestjs/common';
import { type Channel, findChannel } from '../channels/index.js';
import { allowed, findConversation, lockConversation, messageReworded } from '../conversations/index.js';
import { findMessage, type Message, updateMessage } from '../messages/index.js';
import { reindexMessages } from '../search-index/index.js';
import { canInInbox } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { AMEND } from './amend.job.js';
import { amendmentsOn, isOwn } from './amendments.js';

/** What an agent does to what he has sent (U7). */
@Injectable()
export class AmendService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Other words for a message of one's own; with null it is withdrawn. */
  amend(ctx: Ctx, id: string, text: string | null): Promise<Message> {
    const words = text?.trim() ?? null;
    if (words === '') throw new DomainError('INVALID', 'Write something, or withdraw the message.', { path: ['text'] });
    return this.uow.run(ctx, async (tx) => {
      const before = await findMessage(tx, id);
      const conversation = before && (await findConversation(tx, before.conversationId));
      // Who may not know of it is told what he is told of one that is not there.
      if (!conversation || !canInInbox(ctx.principal, 'view', conversation.inboxId)) throw gone();
      allowed(ctx, conversation, 'act');
      // Two changes at once: the lock lets one of them be first.
      await lockConversation(tx, conversation.id);
      const message = await findMessage(tx, id);
      if (!message) throw gone();
      requireCan(ctx, message, message.channelId === null ? null : await findChannel(tx, message.channelId), words);
      return words === message.text ? message : change(tx, message, words);
    });
  }
}

function requireCan(ctx: Ctx, message: Message, channel: Channel | null, words: string | null): void {
  const can = isOwn(ctx.principal, message) ? amendmentsOn(channel) : [];
  if (!channel || !can.includes(words === null ? 'WITHDRAW' : 'EDIT'))
    throw new DomainError('UNSUPPORTED', 'This message can no longer be changed.', { path: ['id'] });
  const { maxLength } = (channel.capabilities as unknown as Capabilities).text;
  if (words !== null && maxLength !== undefined && words.length > maxLength)
    throw new DomainError('INVALID', `The text has ${words.length} characters; this channel takes ${maxLength}.`, {
      path: ['text'],
    });
}

async function change(tx: Tx, message: Message, words: string | null): Promise<Message> {
  const type = words === null ? 'deleted' : 'edited';
  // What was offered or asked for belonged to the words before.
  const kept = message.parts.filter((part) => !['edited', 'choices', 'asks'].includes(part.type));
  const parts = [...kept, { type, data: { at: new Date(tx.now).toISOString() } }];
  await updateMessage(tx, message.id, { text: words ?? '', html: null, parts });
  await reindexMessages(tx, [message.id]);
  const conversation = await messageReworded(tx, message, words ?? '');
  const { inboxId } = conversation;
  tx.emit({
    ...{ type: 'message.updated', change: 'UPDATED', nodeId: message.id },
    ...{ inboxId, conversationId: message.conversationId },
  });
  tx.enqueue({ name: AMEND, payload: { messageId: message.id } });
  return { ...message, text: words ?? '', html: null, parts, version: message.version + 1, updatedAt: tx.now };
}

function gone(): DomainError {
  return new DomainError('NOT_FOUND', 'There is no such message.', { path: ['id'] });
}
