import { Injectable, type OnModuleInit } from '@nestjs/common';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { changeConversation, lockConversations } from '../conversations/index.js';
import { closingView, type DueCall, SLA_DUE } from '../sla-clock/index.js';

/** Tells of a clock whose time is over. One that was stopped, or has another time by now, is left alone. */
@Injectable()
export class DueJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(SLA_DUE, (job) => this.run(job), { concurrency: 2 });
  }

  private async run(job: JobRun): Promise<void> {
    const { conversationId, dueAt, closing = false } = job.payload as unknown as DueCall;
    const ctx: Ctx = { principal: { kind: 'system', name: 'Balie' }, correlationId: job.correlationId };
    await this.uow.run(ctx, async (tx) => {
      const conversation = (await lockConversations(tx, [conversationId])).get(conversationId);
      if (!conversation) return;
      const clock = closing ? closingView(conversation) : conversation;
      if (clock.slaDueAt !== dueAt || clock.slaMissedAt !== null) return;
      const { assigneeUserId: assigneeId, assigneeTeamId: teamId } = conversation;
      const kind = closing ? 'CLOSING' : clock.slaKind;
      const data = { kind, dueAt: new Date(dueAt).toISOString(), assigneeId, teamId };
      await changeConversation(tx, conversation, closing ? { closingMissedAt: dueAt } : { slaMissedAt: dueAt }, {
        type: 'sla_missed',
        actor: actorOf(ctx.principal),
        data,
      });
    });
  }
}
