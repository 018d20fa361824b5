import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { type Conversation, lockConversations } from '../conversations/index.js';
import { deleteForever, ROUND } from './delete-forever.js';
import { deletedForeverAt, KEPT_MS } from './retention.js';

const PURGE = 'trash.purge';
const EVERY_MS = 60 * 60_000;

/** Empties trash and spam of what has lain there long enough (S26, S40). The one job of its kind never ends, it only waits for its next hour. */
@Injectable()
export class PurgeJob implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(PURGE, (job) => this.run(job), { concurrency: 1 });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.uow.run(ctxOf('start'), (tx) =>
      Promise.resolve(tx.enqueue({ name: PURGE, payload: {}, unique: PURGE, key: PURGE })),
    );
  }

  private async run(job: JobRun): Promise<void> {
    for (const [placement, kept] of Object.entries(KEPT_MS)) {
      let count = ROUND;
      while (count === ROUND && !job.signal.aborted)
        count = await this.uow.run(ctxOf(job.correlationId), (tx) => purgeRound(tx, placement, kept));
    }
    throw new RetryLater(EVERY_MS, 'Looks again in an hour', false);
  }
}

/** The oldest first; who restores one at the same moment wins or finds it gone. */
async function purgeRound(tx: Tx, placement: string, kept: number): Promise<number> {
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM conversation WHERE placement = ? AND placed_at <= ? ORDER BY placed_at, id LIMIT ?',
    [placement, tx.now - kept, ROUND],
  );
  const ids = rows.map(({ id }) => id);
  const due = (one: Conversation): boolean => (deletedForeverAt(one) ?? Infinity) <= tx.now;
  const locked = [...(await lockConversations(tx, ids)).values()].filter(due);
  await deleteForever(
    tx,
    locked.map(({ id }) => id),
  );
  return rows.length;
}

function ctxOf(correlationId: string): Ctx {
  return { principal: { kind: 'system', name: 'Trash' }, correlationId };
}
