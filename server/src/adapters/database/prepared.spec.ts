import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Tx } from '../../kernel/uow.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { nameOf, renew } from './prepared.js';

let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
  await db.uow.run(testCtx(), (tx) => tx.execute('CREATE TABLE thing (id TEXT PRIMARY KEY)'));
});
afterAll(() => db.close());

const insert = (tx: Tx, id: string): Promise<number> => tx.execute('INSERT INTO thing (id) VALUES (?)', [id]);
const ids = async (): Promise<string[]> =>
  (await db.uow.reader.query<{ id: string }>('SELECT id FROM thing ORDER BY id')).map(({ id }) => id);

test('a statement gets a name once it has come often, and another after all were taken back', () => {
  const given = Array.from({ length: 10 }, () => nameOf('SELECT 1 AS often'));
  expect(given[0]).toBeUndefined();
  expect(given[9]).toMatch(/^balie_/);
  expect(nameOf('SELECT 1 AS seldom')).toBeUndefined();
  renew();
  const again = Array.from({ length: 10 }, () => nameOf('SELECT 1 AS often'));
  expect(again[0]).toBeUndefined();
  expect(again[9]).toMatch(/^balie_/);
  expect(again[9]).not.toBe(given[9]);
});

test('a unit that comes often goes on when a migration beside it has given a table one more column', async () => {
  const look = (): Promise<Record<string, unknown>[]> =>
    db.uow.run(testCtx(), async (tx) => {
      await tx.execute(`DELETE FROM thing WHERE id = 'looked'`);
      await insert(tx, 'looked');
      return tx.query('SELECT * FROM thing WHERE id = ?', ['looked']);
    });
  for (let round = 0; round < 20; round++) expect(await look()).toEqual([{ id: 'looked' }]);
  await db.uow.run(testCtx(), (tx) => tx.execute('ALTER TABLE thing ADD COLUMN more TEXT'));
  expect(await look()).toEqual([{ id: 'looked', more: null }]);
  await db.uow.run(testCtx(), (tx) => tx.execute('DELETE FROM thing'));
});

test('of many units of a batch those that fail leave nothing, and all others are stored once and in their order', async () => {
  const fails = new Set([3, 4, 17]);
  const works = Array.from({ length: 25 }, (_, n) => async (tx: Tx) => {
    await insert(tx, `b${String(n).padStart(2, '0')}`);
    const before = await tx.query<{ id: string }>('SELECT id FROM thing ORDER BY id');
    tx.emit({ type: 'test.batch', change: 'CREATED', nodeId: `b${n}`, inboxId: null });
    if (n === 4) await insert(tx, 'b00');
    if (fails.has(n)) throw new Error(`no ${n}`);
    return before.length;
  });
  const results = await db.uow.runEach(testCtx(), works);
  let stored = 0;
  for (const [n, result] of results.entries()) {
    if (fails.has(n)) expect(result.status).toBe('rejected');
    else expect(result).toEqual({ status: 'fulfilled', value: ++stored });
  }
  expect(await ids()).toHaveLength(22);
  const events = await db.uow.reader.query<{ node_id: string }>(
    `SELECT node_id FROM event WHERE type = 'test.batch' ORDER BY id`,
  );
  expect(events.map(({ node_id }) => node_id)).toEqual(
    Array.from({ length: 25 }, (_, n) => n)
      .filter((n) => !fails.has(n))
      .map((n) => `b${n}`),
  );
});
