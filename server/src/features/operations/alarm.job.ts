import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, RetryLater } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { AlarmService } from './alarm.service.js';

const LOOK = 'operations.alarms';
const EVERY_MS = 5 * 60_000;

/** Looks every five minutes, in one process at a time. The one job of its kind never ends, it only waits. */
@Injectable()
export class AlarmJob implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly alarms: AlarmService,
  ) {}

  onModuleInit(): void {
    this.jobs.register(LOOK, async ({ correlationId }) => {
      await this.alarms.look(ctxOf(correlationId));
      throw new RetryLater(EVERY_MS, 'Waits for the next look', false);
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    // Not at once: what just starts has not read its mailboxes yet.
    await this.uow.run(ctxOf('start'), (tx) =>
      Promise.resolve(tx.enqueue({ name: LOOK, payload: {}, unique: LOOK, key: LOOK, runAt: tx.now + EVERY_MS })),
    );
  }
}

function ctxOf(correlationId: string): Ctx {
  return { principal: { kind: 'system', name: 'Alarms' }, correlationId };
}
