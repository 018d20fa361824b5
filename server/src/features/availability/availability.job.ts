import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { AvailabilityService } from './availability.service.js';

const TICK = 'availability.tick';
const MINUTE_MS = 60_000;

/** Looks at the hours on each full minute. The one job of its kind never ends, it only waits. */
@Injectable()
export class AvailabilityJob implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly availability: AvailabilityService,
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(TICK, (job) => this.run(job), { concurrency: 1 });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.uow.run(ctxOf('start'), (tx) => Promise.resolve(tx.enqueue({ name: TICK, payload: {}, unique: TICK, key: TICK })));
  }

  private async run(job: JobRun): Promise<void> {
    await this.availability.tick(ctxOf(job.correlationId), this.clock.now());
    throw new RetryLater(MINUTE_MS - (this.clock.now() % MINUTE_MS), 'Looks again at the next full minute', false);
  }
}

function ctxOf(correlationId: string): Ctx {
  return { principal: { kind: 'system', name: 'Working hours' }, correlationId };
}
