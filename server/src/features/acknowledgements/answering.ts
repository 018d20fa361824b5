import { addItem, type Conversation } from '../conversations/index.js';
import { queueDeliveries, troublesOf } from '../delivery/index.js';
import type { Inbox } from '../inboxes/index.js';
import { externalIdsOf, type Message, type NewAttachment, type NewItem } from '../messages/index.js';
import { type Fitted, type Route, routesOf } from '../replies/index.js';
import type { ActorRef } from '../../kernel/context.js';
import { identityKey } from '../../kernel/identity-kinds.js';
import { newId } from '../../kernel/ids.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { claimItem, claimSender, wasAnswered } from './acknowledgement.repository.js';

/** A message that is answered without anybody looking at it, and where it lies. */
export interface Question {
  conversation: Conversation;
  message: Message;
}

/** The way the message came, where it can be answered now. */
export async function wayBack(reader: Reader, { conversation, message }: Question, now: number): Promise<Route | null> {
  const routes = await routesOf(reader, conversation, now, message);
  return routes.find((route) => route.thread?.id === message.threadId && !route.side && route.blockedBy === null) ?? null;
}

/** Why its sender is to be left in peace: whom we have answered by itself already (R-LOOP-3), or who is not there. */
export async function inPeace(
  reader: Reader,
  question: Question,
  now: number,
): Promise<'ADDRESS_TROUBLE' | 'ANSWERED_LATELY' | null> {
  const sender = senderOf(question);
  if ((await troublesOf(reader, [sender])).length > 0) return 'ADDRESS_TROUBLE';
  return (await wasAnswered(reader, sender, now)) ? 'ANSWERED_LATELY' : null;
}

/** Takes the one answer that this message, in whichever inbox it lies, and its sender get in a day; false when it is taken. */
export async function claimAnswer(tx: Tx, question: Question, route: Route): Promise<boolean> {
  return (await claimItem(tx, await namesOf(tx, question.message, route))) && (await claimSender(tx, senderOf(question)));
}

/** What is answered, and how the timeline tells of it. */
export interface Answer {
  inbox: Inbox;
  route: Route;
  content: Fitted;
  files?: NewAttachment[];
  subject: string;
  /** One for what asks for it: the unique key of the outbox refuses a second one. */
  sendKey: string;
  told: { type: string; actor?: ActorRef; data?: Record<string, unknown> };
}

/** Sends it as the inbox, marked as automatic (R-LOOP-4), in the unit that has claimed it. */
export async function sendByItself(tx: Tx, { conversation, message }: Question, answer: Answer): Promise<void> {
  const { inbox, route, content, told } = answer;
  const id = newId('message');
  const threadId = route.thread?.id ?? '';
  // Without his name: that, too, is a text that the sender has chosen.
  const to = { field: 'TO' as const, kind: message.fromKind ?? '', value: message.fromValue ?? '' };
  const author = { kind: 'SYSTEM' as const, id: null, name: inbox.name };
  const item: NewItem = {
    id,
    kind: 'MESSAGE',
    direction: 'OUTBOUND',
    author,
    at: tx.now,
    text: content.text,
    html: content.html,
    attachments: answer.files ?? [],
    subject: answer.subject,
    from: route.from,
    recipients: [to],
    threadId,
    channelId: route.channel.id,
    automatic: 'reply',
    inReplyToId: message.id,
    sendKey: answer.sendKey,
    deliveryStatus: 'QUEUED',
  };
  await addItem(tx, conversation.id, item);
  await addItem(tx, conversation.id, {
    kind: 'ACTIVITY',
    direction: 'INTERNAL',
    author: told.actor ?? author,
    at: tx.now,
    activity: told.type,
    data: { ...told.data, messageId: id, automatic: true },
  });
  await queueDeliveries(tx, {
    messageId: id,
    conversationId: conversation.id,
    channelId: route.channel.id,
    threadId,
    recipients: [to],
    degraded: content.degraded,
    heldUntil: null,
  });
}

function senderOf({ conversation, message }: Question): { inboxId: string; kind: string; value: string } {
  return { inboxId: conversation.inboxId, kind: message.fromKind ?? '', value: message.fromValue ?? '' };
}

/** By which the same thing is known in whichever inbox: its ids, of this sender, on this kind of network. */
async function namesOf(tx: Tx, message: Message, { channel }: Route): Promise<string[]> {
  const ids = (await externalIdsOf(tx, channel.id, [message.id])).get(message.id) ?? [];
  const kind = message.fromKind ?? '';
  const sender = [channel.type, kind, identityKey(kind, message.fromValue ?? '')];
  return ids.map((id) => JSON.stringify([...sender, id]));
}
