import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { INDEX_JOB, type IndexScope, reindex } from '../search-index/index.js';

/** Reads messages again in rounds: those that were there before the index, and the older ones after a change of a name or subject. */
@Injectable()
export class IndexJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(INDEX_JOB, (job) => this.run(job));
  }

  /** One round; it puts in the job for the next itself. */
  private async run(job: JobRun): Promise<void> {
    const ctx: Ctx = { principal: { kind: 'system', name: 'Search' }, correlationId: job.correlationId };
    await this.uow.run(ctx, (tx) => reindex(tx, job.payload as unknown as IndexScope));
  }
}
