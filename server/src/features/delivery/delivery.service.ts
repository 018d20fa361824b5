import { Injectable } from '@nestjs/common';
import { ConversationAccess } from '../conversations/index.js';
import { findMessage, type Message, updateMessage } from '../messages/index.js';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { deliveriesOf, type Step, step } from './delivery.repository.js';
import { enqueueDelivery, refresh } from './record.js';
import { checkSendAt } from './send-at.js';
import type { Status } from './status.js';
import { takeBack } from './take-back.js';

/** What a person does about a message on its way. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ConversationAccess,
    private readonly clock: Clock,
  ) {}

  /** Tries again what failed or came back; what is UNCERTAIN only when the person takes the risk of a second copy. */
  async retry(ctx: Ctx, messageId: string, evenIfUncertain: boolean): Promise<Message> {
    await this.require(ctx, messageId);
    return this.uow.run(ctx, async (tx) => {
      const message = await current(tx, messageId);
      const from: Status[] = evenIfUncertain ? ['FAILED', 'BOUNCED', 'UNCERTAIN'] : ['FAILED', 'BOUNCED'];
      const moved = await moveAll(tx, message, from, { status: 'QUEUED', error: null });
      if (moved === 0) throw await whyNotRetried(tx, messageId);
      if (message.channelId) enqueueDelivery(tx, { messageId, channelId: message.channelId, threadId: message.threadId }, null);
      return current(tx, messageId);
    });
  }

  async markSent(ctx: Ctx, messageId: string): Promise<Message> {
    await this.require(ctx, messageId);
    return this.uow.run(ctx, async (tx) => {
      const message = await current(tx, messageId);
      const moved = await moveAll(tx, message, ['UNCERTAIN'], {
        status: 'SENT',
        error: null,
        reason: `Said to have arrived by ${nameOf(ctx)}.`,
      });
      if (moved === 0)
        throw new DomainError('INVALID', 'Only a message whose arrival is uncertain can be marked as sent.', { path: ['id'] });
      return current(tx, messageId);
    });
  }

  /** Stops it and gives it back to its author's draft; null when the conversation that it began went with it. */
  async cancel(ctx: Ctx, messageId: string): Promise<Message | null> {
    await this.require(ctx, messageId);
    return this.uow.run(ctx, async (tx) => {
      const message = await current(tx, messageId);
      const moved = await moveAll(tx, message, ['HELD', 'QUEUED', 'DEFERRED'], { status: 'CANCELLED' });
      if (moved === 0)
        throw new DomainError('CONFLICT', 'It can no longer be stopped: it is leaving or has left.', { currentId: messageId });
      // Some have it already: it stays said, and only the others are spared.
      if ((await deliveriesOf(tx, [messageId])).some((row) => row.status !== 'CANCELLED')) return current(tx, messageId);
      return (await takeBack(tx, message)) ? current(tx, messageId) : null;
    });
  }

  /** Another time for what is still held; null lets it leave now. Decided against the sender by the database. */
  async reschedule(ctx: Ctx, messageId: string, sendAt: number | null): Promise<Message> {
    await this.require(ctx, messageId);
    const at = checkSendAt(sendAt, this.clock.now());
    return this.uow.run(ctx, async (tx) => {
      const message = await current(tx, messageId);
      const moved = await moveAll(tx, message, ['HELD'], { status: 'HELD', nextAttemptAt: at ?? tx.now });
      if (moved === 0)
        throw new DomainError('CONFLICT', 'Its time can no longer be changed: it is leaving or has left.', {
          currentId: messageId,
        });
      await updateMessage(tx, messageId, { sendAt: at ?? message.sendAt });
      // The job of the time before finds nothing due, or nothing left; without a key it waits for nobody.
      if (message.channelId)
        enqueueDelivery(
          tx,
          { messageId, channelId: message.channelId, threadId: message.threadId, inOrder: false },
          at ?? tx.now,
        );
      return current(tx, messageId);
    });
  }

  private async require(ctx: Ctx, messageId: string): Promise<void> {
    const message = await findMessage(this.uow.reader, messageId);
    // In a foreign inbox it is as if it were not there, to the word (S6).
    if (!message || !(await this.access.loadVisible(ctx, message.conversationId)))
      throw new DomainError('NOT_FOUND', 'There is no such message.', { path: ['id'] });
    await this.access.requireAction(ctx, message.conversationId, 'act');
  }
}

function nameOf(ctx: Ctx): string {
  return ctx.principal.name;
}

async function current(tx: Tx, messageId: string): Promise<Message> {
  const message = await findMessage(tx, messageId);
  if (!message) throw new DomainError('NOT_FOUND', 'There is no such message.', { path: ['id'] });
  return message;
}

/** Each by a conditional update, so that it is decided against the sender by the database. */
async function moveAll(tx: Tx, message: Message, from: readonly Status[], to: Step): Promise<number> {
  let moved = 0;
  for (const row of await deliveriesOf(tx, [message.id])) if (await step(tx, row.id, from, to)) moved += 1;
  if (moved > 0) await refresh(tx, message);
  return moved;
}

async function whyNotRetried(tx: Tx, messageId: string): Promise<DomainError> {
  const states = new Set((await deliveriesOf(tx, [messageId])).map((row) => row.status));
  if (states.has('UNCERTAIN'))
    return new DomainError('INVALID', 'It may have arrived. Send it again only if a second copy does no harm.', {
      path: ['evenIfUncertain'],
    });
  if (states.has('DEFERRED')) return new DomainError('INVALID', 'It is tried again by itself.', { path: ['id'] });
  return new DomainError('INVALID', 'Nothing of this message has failed.', { path: ['id'] });
}
