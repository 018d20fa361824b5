import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { changeConversation, lockConversations } from '../conversations/index.js';

const WAKE = 'conversation.wake';

interface WakePayload {
  conversationId: string;
  until: number;
  /** Who put it to sleep: he is told when it is nobody's. */
  byId?: string | null;
}

/** Has it woken at its time; a row in the transaction that puts it to sleep. */
export function wakeAt(tx: Tx, conversationId: string, until: number): void {
  const { kind, id } = actorOf(tx.ctx.principal);
  tx.enqueue({ name: WAKE, payload: { conversationId, until, byId: kind === 'SYSTEM' ? null : id }, runAt: until });
}

/** Wakes what has slept long enough. One that was woken before, or sleeps until another time by now, is left alone. */
@Injectable()
export class WakeJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(WAKE, (job) => this.run(job), { concurrency: 2 });
  }

  private async run(job: JobRun): Promise<void> {
    const { conversationId, until, byId } = job.payload as unknown as WakePayload;
    const ctx: Ctx = { principal: { kind: 'system', name: 'Balie' }, correlationId: job.correlationId };
    await this.uow.run(ctx, async (tx) => {
      const conversation = (await lockConversations(tx, [conversationId])).get(conversationId);
      if (conversation?.status !== 'SNOOZED' || conversation.snoozedUntil !== until) return;
      const activity = { type: 'woken', actor: actorOf(ctx.principal), data: { reason: 'TIME', ...(byId ? { byId } : {}) } };
      await changeConversation(tx, conversation, { status: 'OPEN' }, activity);
    });
  }
}
