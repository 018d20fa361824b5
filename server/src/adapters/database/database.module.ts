import {
  Global,
  Inject,
  Logger,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Clock, SystemClock } from '../../kernel/clock.js';
import { Journal } from '../../kernel/events.js';
import { JobQueue } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { openJobQueue } from '../jobs/open-queue.js';
import { EXIT_STORAGE_FAILED } from './faults.js';
import { registerJournalTrim, scheduleJournalTrim } from './journal-trim.js';
import { openDatabase, type DatabaseOptions, type OpenDatabase } from './open.js';

/** The opened database itself, for what stands beside the ports (health, migrations). */
export const OPEN_DATABASE = Symbol('OPEN_DATABASE');

/** What the module must be told; the rest of `DatabaseOptions` has its product values. */
export type DatabaseModuleOptions = Pick<DatabaseOptions, 'url' | 'dataDir' | 'entities'> &
  Partial<DatabaseOptions> & {
    /** With it jobs are woken over bull on Redis; the database keeps the truth all the same. */
    redisUrl?: string;
    redisPrefix?: string;
  };

/**
 * The database with its ports: unit of work, journal, job queue, clock. Opened when the application starts, closed as its last
 * act. The queue is started and stopped by the application, which knows what this process is for.
 */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(OPEN_DATABASE) private readonly database: OpenDatabase,
    private readonly jobs: JobQueue,
  ) {}

  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    const clock = options.clock ?? new SystemClock();
    const log = options.log ?? new Logger('Database');
    const { redisUrl, redisPrefix, ...rest } = options;
    const queue = (database: OpenDatabase): JobQueue => {
      const jobs = openJobQueue({ database, clock, log, redisUrl, redisPrefix });
      registerJournalTrim(jobs, database.uow);
      return jobs;
    };
    return {
      module: DatabaseModule,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: OPEN_DATABASE, useFactory: () => openDatabase({ onFatal: exit, ...rest, log, clock }) },
        { provide: UnitOfWork, useFactory: (database: OpenDatabase) => database.uow, inject: [OPEN_DATABASE] },
        { provide: Journal, useFactory: (database: OpenDatabase) => database.journal, inject: [OPEN_DATABASE] },
        { provide: JobQueue, useFactory: queue, inject: [OPEN_DATABASE] },
      ],
      exports: [Clock, OPEN_DATABASE, UnitOfWork, Journal, JobQueue],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await scheduleJournalTrim(this.database.uow);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.jobs.stop(0);
    await this.database.close();
  }
}

/** After a failed sync nothing that is in memory can be trusted: a fresh process recovers from the file. */
function exit(error: unknown): void {
  new Logger('Database').fatal(`The disk or the database file failed, the process ends: ${String(error)}`);
  process.exit(EXIT_STORAGE_FAILED);
}
