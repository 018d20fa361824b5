import 'reflect-metadata';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { ENTITIES } from '../../app/entities.js';
import { Clock } from '../../kernel/clock.js';
import { Journal } from '../../kernel/events.js';
import { JobQueue } from '../../kernel/jobs.js';
import { UnitOfWork, type Tx } from '../../kernel/uow.js';
import { freshDatabaseUrl, MemoryLog, testCtx } from '../../../test/support/database.js';
import { until } from '../../../test/support/until.js';
import { DatabaseModule } from './database.module.js';
import { JOURNAL_TRIM } from './journal-trim.js';

let app: TestingModule;
let fresh: Awaited<ReturnType<typeof freshDatabaseUrl>>;
let time = 0;

class TurnedClock extends Clock {
  override now(): number {
    return time;
  }
}

beforeEach(async () => {
  time = 1_800_000_000_000;
  fresh = await freshDatabaseUrl();
  const module = DatabaseModule.forRoot({ ...fresh, entities: ENTITIES, log: new MemoryLog(), clock: new TurnedClock() });
  app = await Test.createTestingModule({ imports: [module] }).compile();
  await app.init();
});
afterEach(async () => {
  await app.close();
  await fresh.remove();
});

const emit = (tx: Tx): void => tx.emit({ type: 'x', change: 'CREATED', nodeId: 'n', inboxId: null });

test('the module gives the ports, and keeps 30 days of the journal but never drops its last place', async () => {
  const uow = app.get(UnitOfWork);
  const journal = app.get(Journal);
  const jobs = app.get(JobQueue);
  await jobs.start();
  const trimAt = async (): Promise<number | undefined> =>
    (await uow.reader.query<{ run_at: number }>('SELECT run_at FROM job WHERE name = ?', [JOURNAL_TRIM]))[0]?.run_at;
  await until(async () => (await trimAt()) === time + 86_400_000, { what: 'the first run' });

  for (let n = 0; n < 3; n++) await uow.run(testCtx(), async (tx) => emit(tx));
  await until(async () => (await journal.position()) === 3);
  expect(await journal.oldest()).toBe(0);
  time += 31 * 86_400_000;
  await until(async () => (await journal.oldest()) === 3, { what: 'the old events to be dropped' });
  await uow.run(testCtx(), async (tx) => emit(tx));
  await until(async () => (await journal.position()) === 4);
  expect((await journal.read(0, 10)).map((event) => event.position)).toEqual([3, 4]);
});
