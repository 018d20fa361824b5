import { Global, Inject, Logger, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, SystemClock } from '../../kernel/clock.js';
import { Journal } from '../../kernel/events.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { EXIT_STORAGE_FAILED } from './faults.js';
import { openDatabase, type DatabaseOptions, type OpenDatabase } from './open.js';

/** The opened database itself, for what stands beside the ports (health, migrations). */
export const OPEN_DATABASE = Symbol('OPEN_DATABASE');

/** What the module must be told; the rest of `DatabaseOptions` has its product values. */
export type DatabaseModuleOptions = Pick<DatabaseOptions, 'url' | 'dataDir' | 'entities'> & Partial<DatabaseOptions>;

/** The database with its ports: unit of work, journal, clock. Opened when the application starts, closed as its last act. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(OPEN_DATABASE) private readonly database: OpenDatabase) {}

  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    const clock = options.clock ?? new SystemClock();
    return {
      module: DatabaseModule,
      providers: [
        { provide: Clock, useValue: clock },
        {
          provide: OPEN_DATABASE,
          useFactory: () => openDatabase({ log: new Logger('Database'), onFatal: exit, ...options, clock }),
        },
        { provide: UnitOfWork, useFactory: (database: OpenDatabase) => database.uow, inject: [OPEN_DATABASE] },
        { provide: Journal, useFactory: (database: OpenDatabase) => database.journal, inject: [OPEN_DATABASE] },
      ],
      exports: [Clock, OPEN_DATABASE, UnitOfWork, Journal],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** After a failed sync nothing that is in memory can be trusted: a fresh process recovers from the file. */
function exit(error: unknown): void {
  new Logger('Database').fatal(`The disk or the database file failed, the process ends: ${String(error)}`);
  process.exit(EXIT_STORAGE_FAILED);
}
