import type { InboundEvent } from '@balie/plugin-sdk';
import { Global, Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openJobQueue } from '../../src/adapters/jobs/open-queue.js';
import { AesSecretBox } from '../../src/adapters/secrets/aes-secret-box.js';
import { ProcessSignals } from '../../src/adapters/signals/process-signals.js';
import { LocalStorage } from '../../src/adapters/storage-local/local-storage.js';
import { ChannelsModule, PluginGateway, type RawInbound } from '../../src/features/channels/index.js';
import { Intake, type IntakeOptions, type RawItem } from '../../src/features/intake/index.js';
import { PluginsModule } from '../../src/features/plugins/index.js';
import { Clock, SystemClock } from '../../src/kernel/clock.js';
import { DomainError } from '../../src/kernel/errors.js';
import { Journal } from '../../src/kernel/events.js';
import { newId } from '../../src/kernel/ids.js';
import { JobQueue } from '../../src/kernel/jobs.js';
import { NodeRegistry } from '../../src/kernel/nodes.js';
import { SecretBox } from '../../src/kernel/secrets.js';
import { Signals } from '../../src/kernel/signals.js';
import { Storage } from '../../src/kernel/storage.js';
import { UnitOfWork } from '../../src/kernel/uow.js';
import { PluginHostModule, type PluginHostOptions } from '../../src/plugin-host/index.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../support/database.js';

/** Takes in what plugins hand over, fenced and with the cursor in one unit, as the product's does; and keeps it in memory. */
export class MemoryIntake extends Intake {
  readonly items: (RawItem & { channelId: string; receivedAt: Date })[] = [];
  readonly events: InboundEvent[] = [];

  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  async receive(channelId: string, items: RawItem[], o: IntakeOptions): Promise<number> {
    await this.keepCursor(channelId, o);
    const known = new Set(this.items.map((item) => `${item.channelId} ${item.externalId}`));
    const fresh = items.filter((item) => !known.has(`${channelId} ${item.externalId}`));
    this.items.push(...fresh.map((item) => ({ ...item, channelId, receivedAt: new Date() })));
    return fresh.length;
  }

  async ingest(channelId: string, events: InboundEvent[], o: IntakeOptions): Promise<void> {
    await this.keepCursor(channelId, o);
    this.events.push(...events);
  }

  raw(n: number): RawInbound {
    const item = this.items[n];
    if (!item) throw new Error(`There is no item ${n}`);
    return item;
  }

  private async keepCursor(channelId: string, o: IntakeOptions): Promise<void> {
    await this.uow.run(testCtx(), async (tx) => {
      const [lease] = await tx.query<{ epoch: number }>('SELECT epoch FROM channel_lease WHERE channel_id = ?', [channelId]);
      if (o.epoch !== null && lease?.epoch !== o.epoch) throw new DomainError('CONFLICT', 'The lease is another’s.');
      if (o.cursor !== undefined)
        await tx.execute('UPDATE channel SET cursor = ? WHERE id = ?', [JSON.stringify(o.cursor), channelId]);
    });
  }
}

/** The plugin host and its two features in an application of their own, on a real database, queue and storage. */
export class PluginServer {
  private constructor(
    readonly db: TestDatabase,
    readonly app: INestApplicationContext,
    readonly jobs: JobQueue,
    readonly intake: MemoryIntake,
    readonly log: string[],
  ) {}

  static async open(
    o: { db?: TestDatabase; times?: PluginHostOptions['times']; packages?: PluginHostOptions['packages'] } = {},
  ): Promise<PluginServer> {
    const db = o.db ?? (await openTestDatabase());
    await mkdir(db.dataDir, { recursive: true });
    const clock = new SystemClock();
    const jobs = openJobQueue({ database: db.database, clock, log: db.log });
    const intake = new MemoryIntake(db.uow);
    const log: string[] = [];
    const keep = (...parts: unknown[]) =>
      void log.push(parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '));
    const providers = [
      { provide: UnitOfWork, useValue: db.uow },
      { provide: Clock, useValue: clock },
      { provide: Journal, useValue: db.journal },
      { provide: JobQueue, useValue: jobs },
      { provide: Storage, useValue: await LocalStorage.open(db.dataDir, clock.now()) },
      { provide: Signals, useValue: new ProcessSignals() },
      { provide: SecretBox, useValue: new AesSecretBox(secretKey(db)) },
      { provide: NodeRegistry, useValue: new NodeRegistry() },
      { provide: Intake, useValue: intake },
    ];
    const host = PluginHostModule.forRoot({
      dataDir: db.dataDir,
      bundledDir: null,
      bundledDescriptions: null,
      publicUrl: 'http://127.0.0.1:1',
      listen: true,
      ...(o.times ? { times: o.times } : {}),
      ...(o.packages ? { packages: o.packages } : {}),
    });
    const root: DynamicModule = {
      module: Root,
      imports: [{ module: Kernel, providers, exports: providers }, host, ChannelsModule, PluginsModule],
    };
    const logger = { log: keep, error: keep, warn: keep, debug: keep, verbose: keep, fatal: keep };
    const app = await NestFactory.createApplicationContext(root, { logger });
    await jobs.start();
    return new PluginServer(db, app, jobs, intake, log);
  }

  get gateway(): PluginGateway {
    return this.app.get(PluginGateway, { strict: false });
  }

  get<T>(type: new (...args: never[]) => T): T {
    return this.app.get(type, { strict: false });
  }

  /** An inbox to connect channels to. */
  async inbox(): Promise<string> {
    const id = newId('inbox');
    await this.db.uow.run(testCtx(), (tx) =>
      tx.execute(
        'INSERT INTO inbox (id, name, name_key, audience, is_default, created_at, updated_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, 1)',
        [id, id, id, 'EVERYONE', false, tx.now, tx.now],
      ),
    );
    return id;
  }

  /** Stops it; the database stays for another one unless it is closed, too. */
  async close(o: { keepDatabase?: boolean } = {}): Promise<void> {
    await this.jobs.stop(1000);
    await this.app.close();
    if (!o.keepDatabase) await this.db.close();
  }
}

const keys = new WeakMap<TestDatabase, Buffer>();
function secretKey(db: TestDatabase): Buffer {
  const key = keys.get(db) ?? randomBytes(32);
  keys.set(db, key);
  return key;
}

@Global()
@Module({})
class Kernel {}
@Module({})
class Root {}

/** A test plugin's folder. */
export const packageFolder = (name: string): string => path.resolve('test/plugins/packages', name);
