import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { type ActorRef, actorOf, type Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { changeConversation, type Conversation, lockConversations } from '../conversations/index.js';
import { ROUND } from './delete-forever.js';

const CLOSED = 'trash.closed';
const EVERY_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** Puts into the trash what an inbox does not keep any longer after it was closed. The one job of its kind only waits for its next hour. */
@Injectable()
export class ClosedJob implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(CLOSED, (job) => this.run(job), { concurrency: 1 });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.uow.run(ctxOf('start'), (tx) =>
      Promise.resolve(tx.enqueue({ name: CLOSED, payload: {}, unique: CLOSED, key: CLOSED })),
    );
  }

  private async run(job: JobRun): Promise<void> {
    const inboxes = await this.uow.reader.query<{ id: string; days: number }>(
      'SELECT id, closed_kept_days AS days FROM inbox WHERE closed_kept_days IS NOT NULL AND deleted_at IS NULL ORDER BY id',
    );
    for (const { id, days } of inboxes) {
      let count = ROUND;
      while (count === ROUND && !job.signal.aborted)
        count = await this.uow.run(ctxOf(job.correlationId), (tx) => discardRound(tx, id, tx.now - days * DAY_MS));
    }
    throw new RetryLater(EVERY_MS, 'Looks again in an hour', false);
  }
}

/** The oldest first. What was taken out of the trash counts from then on: whoever wanted it back has it for as long again. */
async function discardRound(tx: Tx, inboxId: string, before: number): Promise<number> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM conversation WHERE inbox_id = ? AND status = 'CLOSED' AND closed_at <= ? AND placement IN ('INBOX', 'FILTERED')
     AND (placed_at IS NULL OR placed_at <= ?) AND merged_into_id IS NULL ORDER BY closed_at, id LIMIT ?`,
    [inboxId, before, before, ROUND],
  );
  const ids = rows.map(({ id }) => id);
  const locked = [...(await lockConversations(tx, ids)).values()];
  const actor = actorOf(tx.ctx.principal);
  for (const conversation of locked) if (isDue(conversation, inboxId, before)) await discard(tx, conversation, actor);
  return rows.length;
}

/** Somebody may have opened, moved or restored it at the same moment. */
function isDue({ inboxId, status, closedAt, placement, placedAt }: Conversation, inbox: string, before: number): boolean {
  const isShown = placement === 'INBOX' || placement === 'FILTERED';
  return inboxId === inbox && status === 'CLOSED' && isShown && (closedAt ?? Infinity) <= before && (placedAt ?? 0) <= before;
}

async function discard(tx: Tx, { id, placement, placementReason: reason }: Conversation, actor: ActorRef): Promise<void> {
  const patch = { placement: 'TRASH' as const, placementReason: null };
  await changeConversation(tx, id, patch, { type: 'placed', actor, data: { from: placement, to: 'TRASH', reason } });
}

function ctxOf(correlationId: string): Ctx {
  return { principal: { kind: 'system', name: 'Balie' }, correlationId };
}
