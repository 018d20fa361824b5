import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Contact } from '../../features/contacts/contact.entity.js';
import type { Tx } from '../../kernel/uow.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';

let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});

const insert = (tx: Tx, id: string, name = id): Promise<number> =>
  tx.execute('INSERT INTO contact (id, name, fields, created_at, updated_at) VALUES (?, ?, ?, ?, ?)', [
    id,
    name,
    '{}',
    tx.now,
    tx.now,
  ]);

const names = async (like: string): Promise<string[]> =>
  (await db.uow.reader.query<{ id: string }>('SELECT id FROM contact WHERE id LIKE ? ORDER BY id', [like])).map((row) => row.id);

test('writes of a unit are there after it, through SQL and through the entity manager', async () => {
  const id = await db.uow.run(testCtx(), async (tx) => {
    await insert(tx, 'a1');
    await tx.manager.getRepository(Contact).insert({ id: 'a2', name: 'A', fields: {}, createdAt: 1, updatedAt: 2 });
    await tx.manager.save(tx.manager.create(Contact, { id: 'a3', fields: { x: 1 }, createdAt: 1, updatedAt: 2 }));
    expect((await tx.query('SELECT id FROM contact')).length).toBe(3);
    return 'a2';
  });
  expect(id).toBe('a2');
  expect(await db.uow.reader.manager.findOneBy(Contact, { id: 'a2' })).toMatchObject({
    id: 'a2',
    createdAt: 1,
    updatedAt: 2,
    version: 1,
  });
  expect((await db.uow.reader.manager.findOneByOrFail(Contact, { id: 'a3' })).fields).toEqual({ x: 1 });
});

test('300 units at once, a third of which roll back: exactly the others are stored, and nothing leaks between them', async () => {
  const runs = Array.from({ length: 300 }, (_, n) =>
    db.uow.run(testCtx(), async (tx) => {
      await insert(tx, `leak-${n}-a`);
      await new Promise((done) => setImmediate(done));
      await tx.manager.getRepository(Contact).insert({ id: `leak-${n}-b`, fields: {}, createdAt: 1, updatedAt: 1 });
      const own = await tx.query<{ id: string }>('SELECT id FROM contact WHERE id LIKE ?', [`leak-${n}-%`]);
      expect(own).toHaveLength(2);
      if (n % 3 === 0) throw new Error(`no ${n}`);
      return n;
    }),
  );
  const results = await Promise.allSettled(runs);
  results.forEach((result, n) => {
    if (n % 3 === 0) expect(result).toMatchObject({ status: 'rejected', reason: { message: `no ${n}` } });
    else expect(result).toEqual({ status: 'fulfilled', value: n });
  });
  const stored = new Set(await names('leak-%'));
  expect(stored.size).toBe(400);
  for (let n = 0; n < 300; n++) expect(stored.has(`leak-${n}-b`)).toBe(n % 3 !== 0);
});

test('no reader sees rows that are not committed', async () => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let inserted = (): void => undefined;
  const there = new Promise<void>((resolve) => (inserted = resolve));
  const run = db.uow.run(testCtx(), async (tx) => {
    await insert(tx, 'hidden');
    inserted();
    await held;
  });
  await there;
  expect(await names('hidden')).toEqual([]);
  expect(await db.uow.reader.manager.existsBy(Contact, { id: 'hidden' })).toBe(false);
  letGo();
  await run;
  expect(await names('hidden')).toEqual(['hidden']);
});

test('60 concurrent read-modify-write units count to 60 when they are serialisable', async () => {
  await db.uow.run(testCtx(), (tx) => insert(tx, 'counter', '0'));
  const bump = (): Promise<number> =>
    db.uow.run(
      testCtx(),
      async (tx) => {
        const [row] = await tx.query<{ name: string }>('SELECT name FROM contact WHERE id = ?', ['counter']);
        return tx.execute('UPDATE contact SET name = ? WHERE id = ?', [String(Number(row!.name) + 1), 'counter']);
      },
      { serializable: true },
    );
  for (let round = 0; round < 6; round++) await Promise.all(Array.from({ length: 10 }, bump));
  const [row] = await db.uow.reader.query<{ name: string }>('SELECT name FROM contact WHERE id = ?', ['counter']);
  expect(row!.name).toBe('60');
});

test('a unit inside a unit is refused, and the outer one is rolled back when it lets the error through', async () => {
  const run = db.uow.run(testCtx(), async (tx) => {
    await insert(tx, 'outer');
    await db.uow.run(testCtx(), (inner) => insert(inner, 'inner'));
  });
  await expect(run).rejects.toThrow('started inside another');
  expect(await names('%er')).toEqual(['counter']);
});

test('nothing can be read or written through a unit that is over', async () => {
  let kept: Tx | undefined;
  await db.uow.run(testCtx(), async (tx) => {
    kept = tx;
    await insert(tx, 'kept');
  });
  await expect(insert(kept!, 'late')).rejects.toThrow('over');
  await expect(kept!.manager.query(`DELETE FROM contact`)).rejects.toThrow();
  expect(() => kept!.emit({ type: 'x', change: 'CREATED', nodeId: 'x', inboxId: null })).toThrow('over');
  expect(await names('kept')).toEqual(['kept']);
});

test('a unit whose statement was not awaited is rolled back', async () => {
  const run = db.uow.run(testCtx(), async (tx) => {
    await insert(tx, 'awaited');
    void tx.manager
      .query(`INSERT INTO contact (id, fields, created_at, updated_at) VALUES ('stray', '{}', 1, 1)`)
      .catch(() => undefined);
  });
  await expect(run).rejects.toThrow('await is missing');
  expect(await names('awaited')).toEqual([]);
  expect(await names('stray')).toEqual([]);
});

test('a failed statement ends its unit on both databases, even when it is caught', async () => {
  await db.uow.run(testCtx(), (tx) => insert(tx, 'twice'));
  const run = db.uow.run(testCtx(), async (tx) => {
    await insert(tx, 'before');
    await insert(tx, 'twice').catch(() => undefined);
  });
  await expect(run).rejects.toMatchObject({ name: 'QueryFailedError' });
  expect(await names('before')).toEqual([]);
});

test('the reader can not write', async () => {
  await expect(db.uow.reader.manager.insert(Contact, { id: 'past', fields: {}, createdAt: 1, updatedAt: 1 })).rejects.toThrow();
  await expect(db.uow.reader.query(`DELETE FROM contact`)).rejects.toThrow();
});

test('question marks in quotes are no parameters, and yes and no can be bound', async () => {
  const [row] = await db.uow.reader.query<{ a: string; b: number }>(`SELECT '?' AS a, CAST(? AS integer) AS b -- ?`, [7]);
  expect(row).toEqual({ a: '?', b: 7 });
  await db.uow.run(testCtx(), async (tx) => {
    const changed = await tx.execute('UPDATE workspace SET demo = ? WHERE demo = ?', [true, false]);
    expect(changed).toBe(0);
  });
});

test('a patient unit comes along with the next one, and goes by itself when none comes', async () => {
  const order: string[] = [];
  const patient = db.uow.run(testCtx(), (tx) => insert(tx, 'patient-1'), { patient: true }).then(() => order.push('patient'));
  const other = db.uow
    .run(testCtx(), async (tx) => (await tx.query(`SELECT id FROM contact WHERE id = 'patient-1'`)).length)
    .then((seen) => order.push(`other saw ${seen}`));
  await Promise.all([patient, other]);
  // On PostgreSQL units do not share a commit, so there it is nobody's matter who is first.
  if (db.uow.reader.dialect === 'sqlite') expect(order).toEqual(['patient', 'other saw 1']);
  await db.uow.run(testCtx(), (tx) => insert(tx, 'patient-2'), { patient: true });
  expect(await names('patient-%')).toEqual(['patient-1', 'patient-2']);
});

test('a patient unit that fails is rolled back alone', async () => {
  const failed = db.uow.run(
    testCtx(),
    async (tx) => {
      await insert(tx, 'impatient-1');
      throw new Error('no');
    },
    { patient: true },
  );
  const [first, second] = await Promise.allSettled([failed, db.uow.run(testCtx(), (tx) => insert(tx, 'impatient-2'))]);
  expect(first).toMatchObject({ status: 'rejected', reason: { message: 'no' } });
  expect(second).toMatchObject({ status: 'fulfilled' });
  expect(await names('impatient-%')).toEqual(['impatient-2']);
});
