import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { LIST_INDEX_JOB, type ListScope, reindexList } from './rounds.js';

/** Reads contacts and records again in rounds, each of which puts in the job for the next itself. */
@Injectable()
export class ListIndexJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(LIST_INDEX_JOB, (job) => this.run(job));
  }

  private async run(job: JobRun): Promise<void> {
    const ctx: Ctx = { principal: { kind: 'system', name: 'Lists' }, correlationId: job.correlationId };
    await this.uow.run(ctx, (tx) => reindexList(tx, job.payload as unknown as ListScope));
  }
}
