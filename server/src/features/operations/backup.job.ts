import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Clock, waitLeft } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { BackupMaker } from './backup-maker.js';
import { endBackup, failUnended, insertBackup, lastGoodBackup } from './backup.repository.js';
import { OperationsOptions } from './operations-options.js';

const BACKUP = 'operations.backup';
/** After one that failed: a disk that was full may have room again. */
const AFTER_FAILURE_MS = 3_600_000;

/** Backs up by the schedule of the settings, in one process at a time. The one job of its kind never ends, it only waits. */
@Injectable()
export class BackupJob implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('Backup');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly maker: BackupMaker,
    private readonly options: OperationsOptions,
  ) {}

  onModuleInit(): void {
    this.jobs.register(BACKUP, (job) => this.run(job), { concurrency: 1, repeats: true });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.options.backups) return;
    const job = { name: BACKUP, payload: {}, unique: BACKUP, key: BACKUP };
    await this.uow.run(ctxOf('start'), (tx) => Promise.resolve(tx.enqueue(job)));
  }

  private async run({ correlationId }: JobRun): Promise<void> {
    const { backups } = this.options;
    // Switched off since it was put in; it is put in again when it is on.
    if (!backups) return;
    const last = await lastGoodBackup(this.uow.reader);
    const wait = waitLeft((last?.startedAt ?? -Infinity) + backups.everyMs, this.clock.now(), backups.everyMs);
    if (wait > 0) throw new RetryLater(wait, 'Waits for the time of the next backup', false);
    const failure = await this.backUp(ctxOf(correlationId), backups.keep);
    throw new RetryLater(failure === null ? backups.everyMs : AFTER_FAILURE_MS, failure ?? 'Waits for the next backup', false);
  }

  /** Null when it was made, else why it was not, in words. */
  private async backUp(ctx: Ctx, keep: number): Promise<string | null> {
    const id = newId('backup');
    const startedAt = this.clock.now();
    const file = `balie-${new Date(startedAt).toISOString().replaceAll(/[-:]|\.\d+/g, '')}.tar`;
    await this.uow.run(ctx, async (tx) => {
      await failUnended(tx);
      await insertBackup(tx, { id, file, state: 'RUNNING', startedAt, endedAt: null, bytes: null, error: null });
    });
    try {
      const bytes = await this.maker.make(file);
      await this.maker.keep(keep);
      await this.uow.run(ctx, (tx) => endBackup(tx, id, { state: 'DONE', bytes, error: null }));
      return null;
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      this.logger.error(`The backup ${file} failed: ${words}`);
      await this.uow.run(ctx, (tx) => endBackup(tx, id, { state: 'FAILED', bytes: null, error: words }));
      return words;
    }
  }
}

function ctxOf(correlationId: string): Ctx {
  return { principal: { kind: 'system', name: 'Backup' }, correlationId };
}
