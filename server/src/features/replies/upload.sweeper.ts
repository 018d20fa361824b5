import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { sweepUploads } from './upload.repository.js';

const SWEEP = 'uploads.sweep';
const EVERY_MS = 60 * 60_000;

/** Forgets uploads that nothing has used within a day. The one job of its kind never ends, it only waits for its next hour. */
@Injectable()
export class UploadSweeper implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(SWEEP, (job) => this.sweep(job), { concurrency: 1 });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.uow.run(ctxOf('start'), (tx) =>
      Promise.resolve(tx.enqueue({ name: SWEEP, payload: {}, unique: SWEEP, key: SWEEP })),
    );
  }

  private async sweep(job: JobRun): Promise<void> {
    await this.uow.run(ctxOf(job.correlationId), sweepUploads);
    throw new RetryLater(EVERY_MS, 'Sweeps again in an hour', false);
  }
}

function ctxOf(correlationId: string): Ctx {
  return { principal: { kind: 'system', name: 'Uploads' }, correlationId };
}
