import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { changeConversation, lockConversations } from '../conversations/index.js';
import { readTargets, reclocked, targetsFor, withoutUnlimited } from '../sla-clock/index.js';

/** Brings open conversations to limits that were changed. */
const APPLY = 'sla.apply';
/** How many conversations one unit takes, so that others come in between. */
const BATCH = 50;

interface Call {
  inboxId: string;
  /** Sets all clocks anew; else only those end for which there is no limit any more. */
  all: boolean;
}

/** In the unit that changes limits: has the clocks of what is open go by them. */
export function askToApply(tx: Tx, inboxId: string, all: boolean): void {
  tx.enqueue({ name: APPLY, payload: { inboxId, all }, unique: `${APPLY} ${inboxId} ${String(all)}` });
}

/** Clocks of conversations that are open when the limits of their inbox change; one that is done twice is as it was after once. */
@Injectable()
export class ApplyJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(APPLY, (job) => this.run(job));
  }

  private async run(job: JobRun): Promise<void> {
    const call = job.payload as unknown as Call;
    const ctx: Ctx = { principal: { kind: 'system', name: 'Balie' }, correlationId: job.correlationId };
    const running = call.all
      ? '(waiting_since IS NOT NULL OR closing_since IS NOT NULL)'
      : '(sla_since IS NOT NULL OR closing_since IS NOT NULL)';
    const rows = await this.uow.reader.query<{ id: string }>(
      `SELECT id FROM conversation WHERE inbox_id = ? AND placement = 'INBOX' AND status IN ('OPEN', 'SNOOZED') AND ${running} ORDER BY id`,
      [call.inboxId],
    );
    for (let start = 0; start < rows.length; start += BATCH) {
      job.signal.throwIfAborted();
      const ids = rows.slice(start, start + BATCH).map(({ id }) => id);
      await this.uow.run(ctx, (tx) => apply(tx, call, ids));
    }
  }
}

async function apply(tx: Tx, { inboxId, all }: Call, ids: readonly string[]): Promise<void> {
  const targets = await readTargets(tx, inboxId);
  for (const conversation of (await lockConversations(tx, ids)).values()) {
    if (conversation.inboxId !== inboxId || conversation.placement !== 'INBOX' || conversation.status === 'CLOSED') continue;
    const limits = targetsFor(targets, conversation.originalChannelId);
    await changeConversation(tx, conversation, (all ? reclocked : withoutUnlimited)(conversation, limits));
  }
}
