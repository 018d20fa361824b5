import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, testCtx, type TestDatabase } from './support/database.js';
import { Workspace } from '../src/features/workspace/index.js';
import { fromRows, grouped, inOrder, insertRows, isUniqueViolation, updateRows } from '../src/kernel/rows.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const workspace: Workspace = {
  id: 'wsp_1',
  name: 'Wörk "space"; --',
  locale: 'nl',
  timeZone: 'Europe/Amsterdam',
  setupState: 'done',
  lastConversationNumber: 3,
  demo: true,
  systemMailChannelId: null,
  apiOrigins: [],
  apiExplorer: true,
  apiSettingsVersion: 1,
  secondFactorRequired: false,
  currency: 'USD',
  createdAt: 1_764_000_000_123,
  updatedAt: 1_764_000_000_124,
  version: 1,
};
const read = async (): Promise<Workspace[]> => {
  const rows = await db.uow.reader.query<Record<string, unknown>>('SELECT * FROM workspace ORDER BY id');
  return fromRows(db.uow.reader, Workspace, rows);
};

describe('rows', () => {
  it('come back as they were written, as TypeORM reads them too', async () => {
    await db.uow.run(testCtx(), (tx) => insertRows(tx, Workspace, [workspace]));
    expect(await read()).toEqual([workspace]);
    expect({ ...(await db.uow.reader.manager.findOneBy(Workspace, { id: 'wsp_1' })) }).toEqual(workspace);
  });

  it('are read again without a manager, which a unit would have to make (B4)', async () => {
    const { dialect } = db.uow.reader;
    const rows = await db.uow.reader.query<Record<string, unknown>>('SELECT * FROM workspace ORDER BY id');
    const bare = {
      dialect,
      query: () => Promise.reject(new Error('Nothing is asked')),
      get manager(): never {
        throw new Error('A manager was made');
      },
    };
    expect(fromRows(bare, Workspace, rows)).toEqual(await read());
  });

  it('are changed where all that is given holds', async () => {
    const change = (version: number) =>
      db.uow.run(testCtx(), (tx) => updateRows(tx, Workspace, { id: 'wsp_1', version }, { demo: false, version: version + 1 }));
    expect([await change(1), await change(1)]).toEqual([1, 0]);
    expect(await read()).toEqual([{ ...workspace, demo: false, version: 2 }]);
    expect(await db.uow.run(testCtx(), (tx) => updateRows(tx, Workspace, { id: 'wsp_1' }, {}))).toBe(0);
  });

  it('tell a taken key from other failures', async () => {
    const failure = (work: Promise<unknown>): Promise<unknown> =>
      work.then(
        () => null,
        (error: unknown) => error,
      );
    expect(isUniqueViolation(await failure(db.uow.run(testCtx(), (tx) => insertRows(tx, Workspace, [workspace]))))).toBe(true);
    expect(isUniqueViolation(await failure(db.uow.run(testCtx(), (tx) => tx.execute('INSERT INTO nothing VALUES (1)'))))).toBe(
      false,
    );
    expect(isUniqueViolation(null)).toBe(false);
  });

  it('go in by the thousand, and a property that is no column is a mistake', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ ...workspace, id: `wsp_many_${index}` }));
    expect(await db.uow.run(testCtx(), (tx) => insertRows(tx, Workspace, many))).toBe(1000);
    expect(await db.uow.run(testCtx(), (tx) => insertRows(tx, Workspace, many.slice(0, 3), 'ON CONFLICT DO NOTHING'))).toBe(0);
    const wrong = { ...workspace, colour: 'red' } as Workspace;
    await expect(db.uow.run(testCtx(), (tx) => insertRows(tx, Workspace, [wrong]))).rejects.toThrow(
      'workspace has no column for colour',
    );
  });
});

describe('answers of loaders', () => {
  it('are in the order of the keys, with null or nothing where there is none', () => {
    const rows = [
      { id: 'b', n: 1 },
      { id: 'a', n: 2 },
      { id: 'b', n: 3 },
    ];
    expect(inOrder(['a', 'x', 'b'], rows, ({ id }) => id).map((row) => row?.n ?? null)).toEqual([2, null, 3]);
    expect(grouped(['a', 'x', 'b'], rows, ({ id }) => id).map((list) => list.map(({ n }) => n))).toEqual([[2], [], [1, 3]]);
  });
});
