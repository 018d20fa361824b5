import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Conversation, lockConversation, findConversation } from '../conversations/index.js';
import { findInbox, type Inbox } from '../inboxes/index.js';
import { findBySendKey, findMessage, type Message } from '../messages/index.js';
import { fit, type Route } from '../replies/index.js';
import { findHours, isOpen } from '../working-hours/index.js';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import type { Acknowledgement } from './acknowledgement.entity.js';
import { findAcknowledgement, forgetAnswered } from './acknowledgement.repository.js';
import { claimAnswer, inPeace, sendByItself, wayBack } from './answering.js';
import { filled } from './words.js';

/** The job that answers the first message of a conversation, if it is to be answered. */
/** The job that answers a message by itself. */
export const ACKNOWLEDGE = 'acknowledge';
/** What came so long ago is no longer told that it has come. */
const TOO_LATE_MS = 24 * 60 * 60_000;

/** Whether an inbox answers by itself at all. */
export async function isAcknowledging(reader: Reader, inboxId: string): Promise<boolean> {
  return ((await findAcknowledgement(reader, inboxId))?.mode ?? 'OFF') !== 'OFF';
}

/** In the unit that stores the first message of a conversation: asks for its acknowledgement. */
export function askForAcknowledgement(tx: Tx, messageId: string): void {
  tx.enqueue({ name: ACKNOWLEDGE, payload: { messageId } });
}

/** Answers by itself, under R-LOOP-1 to 4: in one transaction with what is counted, so that a crash neither loses nor doubles it. */
@Injectable()
export class AcknowledgeJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(ACKNOWLEDGE, (job) => this.run(job), { concurrency: 4 });
  }

  async run(job: JobRun): Promise<void> {
    const { messageId } = job.payload as { messageId: string };
    const ctx: Ctx = { principal: { kind: 'system', name: 'Acknowledgement' }, correlationId: job.correlationId };
    await this.uow.run(ctx, async (tx) => {
      await acknowledge(tx, messageId);
      await forgetAnswered(tx);
    });
  }
}

async function acknowledge(tx: Tx, messageId: string): Promise<void> {
  const message = await findMessage(tx, messageId);
  const known = message && (await findConversation(tx, message.conversationId));
  if (!message || !known) return;
  const conversation = await lockConversation(tx, known.id);
  const setting = await findAcknowledgement(tx, conversation.inboxId);
  if (!setting || !(await isWanted(tx, { setting, conversation, message }))) return;
  const question = { conversation, message };
  const [inbox, route] = await Promise.all([findInbox(tx, conversation.inboxId), wayBack(tx, question, tx.now)]);
  if (!inbox || !route || (await inPeace(tx, question, tx.now)) || !(await claimAnswer(tx, question, route))) return;
  await send(tx, { setting, conversation, message, inbox, route });
}

interface Case {
  setting: Acknowledgement;
  conversation: Conversation;
  message: Message;
}

/** Whether it is still what it was when it came: new, unanswered, in the inbox, and not acknowledged yet. */
async function isWanted(tx: Tx, { setting, conversation, message }: Case): Promise<boolean> {
  if (message.direction !== 'INBOUND' || message.automatic !== null || !(await isFirst(tx, message))) return false;
  if (conversation.placement !== 'INBOX' || conversation.lastOutboundAt !== null) return false;
  if (tx.now - message.at > TOO_LATE_MS) return false;
  if (setting.mode === 'OFF' || (await findBySendKey(tx, sendKeyOf(conversation)))) return false;
  if (setting.mode === 'ON_RECEIPT') return true;
  const hours = await findHours(tx, conversation.inboxId);
  return hours !== null && !isOpen(hours, tx.now);
}

async function isFirst(tx: Tx, { conversationId, seq }: Message): Promise<boolean> {
  const sql = "SELECT id FROM message WHERE conversation_id = ? AND kind = 'MESSAGE' AND seq < ? LIMIT 1";
  return (await tx.query(sql, [conversationId, seq])).length === 0;
}

/** One for a conversation: the unique key of the outbox refuses a second one. */
function sendKeyOf(conversation: Conversation): string {
  return `ack-${conversation.id}`;
}

async function send(tx: Tx, one: Case & { inbox: Inbox; route: Route }): Promise<void> {
  const { setting, conversation, inbox, route } = one;
  const words = { number: String(conversation.number), inbox: inbox.name };
  const content = fit({ text: filled(setting.text, words), html: null, files: [] }, route.capabilities);
  if (content.refused.length > 0) return;
  await sendByItself(tx, one, {
    inbox,
    route,
    content,
    subject: filled(setting.subject, words),
    sendKey: sendKeyOf(conversation),
    told: { type: 'acknowledged' },
  });
}
