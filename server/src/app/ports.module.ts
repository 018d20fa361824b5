import { type DynamicModule, Global, Logger, Module } from '@nestjs/common';
import { DatabaseModule } from '../adapters/database/database.module.js';
import { EXIT_STORAGE_FAILED } from '../adapters/database/faults.js';
import { OutgoingHttp } from '../adapters/outgoing/outgoing-http.js';
import { openSecretBox } from '../adapters/secrets/live-secret-box.js';
import { ProcessSignals } from '../adapters/signals/process-signals.js';
import { BackupMaker } from '../features/operations/index.js';
import { Clock } from '../kernel/clock.js';
import { Limits } from '../kernel/limits.js';
import { NodeRegistry } from '../kernel/nodes.js';
import { Outgoing } from '../kernel/outgoing.js';
import { SecretBox } from '../kernel/secrets.js';
import { Signals } from '../kernel/signals.js';
import { Storage } from '../kernel/storage.js';
import { keepBeforeUpgrade } from './backup/before-upgrade.js';
import { ScheduledBackups } from './backup/scheduled-backups.js';
import type { Config } from './config.js';
import { ENTITIES } from './entities.js';
import { openFiles } from './files.js';

/** The kernel's ports with the adapters that the settings choose, for everyone. */
@Global()
@Module({})
export class PortsModule {
  static of(config: Config): DynamicModule {
    const { databaseUrl, dataDir, redisUrl, redisPrefix, secretKey } = config;
    return {
      module: PortsModule,
      imports: [
        DatabaseModule.forRoot({
          ...(databaseUrl ? { url: databaseUrl } : {}),
          ...(redisUrl ? { redisUrl, redisPrefix } : {}),
          dataDir,
          entities: ENTITIES,
          beforeMigrating: (last) => keepBeforeUpgrade(config, last),
        }),
      ],
      providers: [
        { provide: NodeRegistry, useFactory: () => new NodeRegistry() },
        { provide: Outgoing, useValue: new OutgoingHttp(config.outgoingProxy ?? null) },
        { provide: Signals, useFactory: () => signals(redisUrl, redisPrefix) },
        { provide: Limits, useFactory: () => limits(redisUrl, redisPrefix) },
        { provide: SecretBox, useFactory: () => openSecretBox({ ...(secretKey ? { key: secretKey } : {}), dataDir }) },
        {
          provide: BackupMaker,
          useFactory: (clock: Clock, files: Storage) => new ScheduledBackups(config, clock, files),
          inject: [Clock, Storage],
        },
        { provide: Storage, useFactory: (clock: Clock) => openFiles(config, clock.now(), diskFailed), inject: [Clock] },
      ],
      exports: [BackupMaker, Limits, NodeRegistry, Outgoing, SecretBox, Signals, Storage],
    };
  }
}

async function signals(redisUrl: string | undefined, prefix: string): Promise<Signals> {
  if (!redisUrl) return new ProcessSignals(signalFault());
  // Only here: an installation without Redis does not pay the memory of its client.
  const { RedisSignals } = await import('../adapters/signals/redis-signals.js');
  return new RedisSignals(redisUrl, prefix, signalFault());
}

async function limits(redisUrl: string | undefined, prefix: string): Promise<Limits> {
  if (!redisUrl) return new Limits();
  const { RedisLimits } = await import('../adapters/limits/redis-limits.js');
  return new RedisLimits(redisUrl, prefix, signalFault());
}

function signalFault(): (error: unknown) => void {
  const logger = new Logger('Signals');
  let told = -Infinity;
  return (error) => {
    // Each try to connect again fails while Redis is away: once a minute says as much.
    if (performance.now() - told < 60_000) return;
    told = performance.now();
    logger.warn(`Signals do not reach other processes: ${String(error)}`);
  };
}

/** What was written may not be there: a fresh process looks at what is. */
function diskFailed(error: unknown): void {
  new Logger('Storage').fatal(`The disk failed to keep a file, the process ends: ${String(error)}`);
  process.exit(EXIT_STORAGE_FAILED);
}
