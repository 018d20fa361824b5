import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { placeholders } from '../../kernel/rows.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { changeConversation } from '../conversations/index.js';
import { NO_CLOCK, readTargets, type SlaClock } from '../sla-clock/index.js';

const DROP = 'sla.drop';
/** How many conversations one unit takes, so that others come in between. */
const BATCH = 50;

/** In the unit that takes a limit away: has the clocks end that ran on it. */
export function askForDrop(tx: Tx, inboxId: string): void {
  tx.enqueue({ name: DROP, payload: { inboxId }, unique: `${DROP} ${inboxId}` });
}

/** Ends the clocks of an inbox for which it has no limit; one that stands is looked at when it goes on. */
@Injectable()
export class DropJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(DROP, (job) => this.run(job));
  }

  private async run(job: JobRun): Promise<void> {
    const { inboxId } = job.payload as { inboxId: string };
    const ctx: Ctx = { principal: { kind: 'system', name: 'Balie' }, correlationId: job.correlationId };
    for (let count = BATCH; count === BATCH;) {
      job.signal.throwIfAborted();
      count = await this.uow.run(ctx, (tx) => drop(tx, inboxId));
    }
  }
}

async function drop(tx: Tx, inboxId: string): Promise<number> {
  const targets = await readTargets(tx, inboxId);
  const kinds: NonNullable<SlaClock['slaKind']>[] = [];
  if ((targets?.firstMinutes ?? null) === null) kinds.push('FIRST');
  if ((targets?.nextMinutes ?? null) === null) kinds.push('NEXT');
  if (kinds.length === 0) return 0;
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM conversation WHERE inbox_id = ? AND placement = 'INBOX' AND status IN ('OPEN', 'SNOOZED')
     AND sla_due_at IS NOT NULL AND sla_kind IN (${placeholders(kinds)}) ORDER BY id LIMIT ?`,
    [inboxId, ...kinds, BATCH],
  );
  for (const { id } of rows) await changeConversation(tx, id, NO_CLOCK);
  return rows.length;
}
