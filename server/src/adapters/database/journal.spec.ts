import 'reflect-metadata';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ENTITIES } from '../../app/entities.js';
import type { JournalEvent } from '../../kernel/events.js';
import { MemoryLog, openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { until } from '../../../test/support/until.js';
import { openDatabase } from './open.js';

let db: TestDatabase;

beforeEach(async () => {
  db = await openTestDatabase();
});
afterEach(async () => {
  await db.close();
});

const emit = (nodeIds: string[], fail = false): Promise<void> =>
  db.uow.run(testCtx(), async (tx) => {
    for (const nodeId of nodeIds) tx.emit({ type: 'test.happened', change: 'CREATED', nodeId, inboxId: 'inb_1' });
    await tx.query('SELECT 1');
    if (fail) throw new Error('rolled back');
  });

const all = async (): Promise<JournalEvent[]> => db.journal.read(0, 10_000);

test('an event is kept as it was emitted, with who did it and the ids of its unit', async () => {
  const ctx = { principal: { kind: 'user', userId: 'usr_1', name: 'Ann' }, correlationId: 'c-1', operationId: 'op-1' };
  await db.uow.run(ctx as never, async (tx) => {
    tx.emit({
      type: 'message.received',
      change: 'CREATED',
      nodeId: 'msg_1',
      inboxId: 'inb_1',
      conversationId: 'cnv_1',
      data: { a: [1] },
    });
    tx.emit({ type: 'contact.updated', change: 'UPDATED', nodeId: 'con_1', inboxId: null, audience: 'agents' });
  });
  const events = await until(async () => ((await all()).length === 2 ? all() : null));
  expect(events).toMatchObject([
    {
      position: 1,
      type: 'message.received',
      nodeId: 'msg_1',
      inboxId: 'inb_1',
      conversationId: 'cnv_1',
      contactId: null,
      audience: null,
      actor: { kind: 'USER', id: 'usr_1', name: 'Ann' },
      data: { a: [1] },
      correlationId: 'c-1',
      operationId: 'op-1',
    },
    { position: 2, audience: 'agents', inboxId: null, data: {} },
  ]);
  expect(await db.journal.position()).toBe(2);
  expect(await db.journal.oldest()).toBe(0);
});

test('24 writers, 6,000 events: a reader that follows misses none, places have no gap, rolled-back units leave nothing', async () => {
  const seen: JournalEvent[] = [];
  let cursor = 0;
  let reading = Promise.resolve();
  const follow = async (): Promise<void> => {
    for (;;) {
      const batch = await db.journal.read(cursor, 500);
      if (batch.length === 0) return;
      seen.push(...batch);
      cursor = batch.at(-1)!.position;
    }
  };
  const stop = db.journal.onAppend(() => {
    reading = reading.then(follow);
  });
  const writer = async (writerNo: number): Promise<void> => {
    for (let n = 0; n < 125; n++) {
      await emit([`w${writerNo}-${n}-a`, `w${writerNo}-${n}-b`]);
      if (n % 10 === 0) await expect(emit([`w${writerNo}-${n}-never`], true)).rejects.toThrow('rolled back');
    }
  };
  await Promise.all(Array.from({ length: 24 }, (_, n) => writer(n)));
  await until(() => seen.length >= 6_000, { what: 'all events' });
  stop();
  await reading;

  expect(seen.map((event) => event.position)).toEqual(Array.from({ length: 6_000 }, (_, n) => n + 1));
  expect(new Set(seen.map((event) => event.nodeId)).size).toBe(6_000);
  expect(seen.some((event) => event.nodeId.endsWith('never'))).toBe(false);
  for (let writerNo = 0; writerNo < 24; writerNo++) {
    const own = seen.filter((event) => event.nodeId.startsWith(`w${writerNo}-`)).map((event) => event.nodeId);
    expect(own).toEqual(Array.from({ length: 125 }, (_, n) => [`w${writerNo}-${n}-a`, `w${writerNo}-${n}-b`]).flat());
  }
});

test('what another process appends is told here, and both go on from the same place', async () => {
  const other = await openDatabase({
    url: db.url,
    dataDir: db.dataDir,
    entities: ENTITIES,
    log: new MemoryLog(),
    onFatal: () => undefined,
  });
  try {
    const told: number[] = [];
    db.journal.onAppend((position) => told.push(position));
    await other.uow.run(testCtx(), async (tx) => tx.emit({ type: 'x', change: 'CREATED', nodeId: 'other-1', inboxId: null }));
    await until(() => told.at(-1) === 1, { what: 'the event of the other process' });
    await emit(['here-1']);
    await until(() => told.at(-1) === 2, { what: 'the own event' });
    await other.uow.run(testCtx(), async (tx) => tx.emit({ type: 'x', change: 'CREATED', nodeId: 'other-2', inboxId: null }));
    await until(() => told.at(-1) === 3, { what: 'the second event of the other process' });
    expect((await all()).map((event) => [event.position, event.nodeId])).toEqual([
      [1, 'other-1'],
      [2, 'here-1'],
      [3, 'other-2'],
    ]);
  } finally {
    await other.close();
  }
});

test('when the process that gives the places ends, another goes on', async () => {
  const other = await openDatabase({
    url: db.url,
    dataDir: db.dataDir,
    entities: ENTITIES,
    log: new MemoryLog(),
    onFatal: () => undefined,
  });
  await emit(['first']);
  await until(async () => (await db.journal.position()) === 1);
  await db.database.close();
  try {
    await other.uow.run(testCtx(), async (tx) => tx.emit({ type: 'x', change: 'CREATED', nodeId: 'second', inboxId: null }));
    await until(async () => (await other.journal.position()) === 2, { what: 'the place of the second event' });
  } finally {
    await other.close();
    db.database.close = async () => undefined;
  }
});

test('an event is told each time, however soon after the last one', async () => {
  for (let n = 0; n < 20; n++) {
    const told = new Promise<void>((resolve) => {
      const stop = db.journal.onAppend(() => {
        stop();
        resolve();
      });
    });
    await emit([`fast-${n}`]);
    await told;
  }
});
