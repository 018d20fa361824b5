import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { type CountError, mendCounts, recountInboxes } from './inbox-counts.js';

const RECOUNT = 'inboxes.recount';
const HOUR_MS = 60 * 60_000;

/** Once a day counts what is kept, inbox by inbox. What differs is a bug: it is written to the log and put right, with all who look on told. */
@Injectable()
export class RecountJob implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('Counts');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(RECOUNT, (job) => this.run(job), { concurrency: 1, repeats: true });
  }

  async onApplicationBootstrap(): Promise<void> {
    // Not while all the rest begins.
    await this.uow.run(ctxOf('start'), (tx) =>
      Promise.resolve(tx.enqueue({ name: RECOUNT, payload: {}, unique: RECOUNT, key: RECOUNT, runAt: tx.now + HOUR_MS })),
    );
  }

  private async run(job: JobRun): Promise<void> {
    for (const error of await recountAndMend(this.uow, job.correlationId))
      this.logger.error(`A kept count was wrong, and is put right: ${JSON.stringify(error)}`);
    throw new RetryLater(24 * HOUR_MS, 'Counts again in a day', false);
  }
}

/** Counts each inbox anew and puts right what is wrong; answers what was. */
export async function recountAndMend(uow: UnitOfWork, correlationId: string): Promise<CountError[]> {
  const wrong: CountError[] = [];
  for (const { id } of await uow.reader.query<{ id: string }>('SELECT id FROM inbox ORDER BY id')) {
    const errors = await recountInboxes(uow.reader, id);
    if (errors.length > 0) await uow.run(ctxOf(correlationId), (tx) => mendCounts(tx, errors));
    wrong.push(...errors);
  }
  return wrong;
}

function ctxOf(correlationId: string): Ctx {
  return { principal: { kind: 'system', name: 'Counts' }, correlationId };
}
