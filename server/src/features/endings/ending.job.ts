import type { Capabilities } from '@balie/plugin-sdk';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { findChannel } from '../channels/index.js';
import { changeConversation, type Conversation, findThread, lockConversation } from '../conversations/index.js';
import { askForTranscript, ENDING } from '../delivery/index.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';

/** What is left open so long after the last word is no talk that somebody will still end. */
const LOOKED_AT_MS = 24 * 60 * 60_000;
const CTX = { kind: 'system', name: 'Balie' } as const;

/** Looks whether a talk is over: our last word has had no answer for as long as its channel says (D26). */
@Injectable()
export class EndingJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(ENDING, (job) => this.run(job), { concurrency: 2 });
  }

  private async run(job: JobRun): Promise<void> {
    const { threadId } = job.payload as { threadId: string };
    const ctx: Ctx = { principal: CTX, correlationId: job.correlationId };
    const waitMs = await this.uow.run(ctx, (tx) => look(tx, threadId));
    if (waitMs > 0) throw new RetryLater(waitMs, 'The talk still goes on', false);
  }
}

/** Answers for how long to wait before the next look; 0 when there is nothing left to look at. */
async function look(tx: Tx, threadId: string): Promise<number> {
  const thread = await findThread(tx, threadId);
  if (!thread || thread.purpose !== 'CUSTOMER') return 0;
  const conversation = await lockConversation(tx, thread.conversationId);
  const channel = await findChannel(tx, thread.channelId);
  const ending = (channel?.capabilities as unknown as Capabilities | undefined)?.ending;
  if (!ending || conversation.placement !== 'INBOX') return 0;
  const last = await lastWord(tx, conversation.id);
  // It has gone on by another way, which has no end of its own.
  if (last?.threadId !== threadId) return 0;
  const afterMs = ending.afterMinutes * 60_000;
  const waitMs = last.at + afterMs - tx.now;
  if (waitMs > 0) return waitMs;
  if (isOurTurn(conversation)) return tx.now - last.at < LOOKED_AT_MS ? afterMs : 0;
  askForTranscript(tx, threadId, 'ended');
  if (ending.closes && conversation.status === 'OPEN') await close(tx, conversation, ending.afterMinutes);
  return 0;
}

/** Who waits for us is never sent away, nor is anybody while a bot, which has times of its own, has the word. */
function isOurTurn({ status, waitingSince, botControl }: Conversation): boolean {
  return status === 'OPEN' && (waitingSince !== null || botControl === 'BOT_ACTIVE');
}

/** The last that a person or a bot has said to or heard from the customer, whichever way. What is still on its way is not said. */
async function lastWord(tx: Tx, conversationId: string): Promise<{ threadId: string | null; at: number } | null> {
  const [row] = await tx.query<{ thread_id: string | null; at: number | string }>(
    `SELECT thread_id, at FROM message WHERE conversation_id = ? AND kind = 'MESSAGE' AND side = ? AND automatic IS NULL
     AND (direction = 'INBOUND' OR delivery_status IN ('SENT', 'DELIVERED', 'READ')) ORDER BY seq DESC LIMIT 1`,
    [conversationId, false],
  );
  return row ? { threadId: row.thread_id, at: Number(row.at) } : null;
}

async function close(tx: Tx, conversation: Conversation, minutes: number): Promise<void> {
  const data = { reason: 'UNANSWERED', minutes };
  await changeConversation(tx, conversation, { status: 'CLOSED' }, { type: 'closed', actor: actorOf(CTX), data });
}
