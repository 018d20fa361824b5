import type { ActorRef } from '../../kernel/context.js';
import type { Tx } from '../../kernel/uow.js';
import { changeConversation, type Conversation } from '../conversations/index.js';
import { wakeAt } from './wake.job.js';

/** It sleeps until a time, at which it is woken. */
export function putToSleep(tx: Tx, conversation: Conversation, until: number, actor: ActorRef): Promise<Conversation> {
  wakeAt(tx, conversation.id, until);
  const activity = { type: 'snoozed', actor, data: { until: new Date(until).toISOString() } };
  return changeConversation(tx, conversation, { status: 'SNOOZED', snoozedUntil: until }, activity);
}
