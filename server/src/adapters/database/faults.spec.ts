import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { ENTITIES } from '../../app/entities.js';
import type { Tx } from '../../kernel/uow.js';
import { freshDatabaseUrl, MemoryLog, openTestDatabase, testCtx, TEST_DIALECT } from '../../../test/support/database.js';
import { runProgram } from '../../../test/support/run-program.js';
import { until } from '../../../test/support/until.js';
import { openDatabase } from './open.js';

const insert = (tx: Tx, id: string, name: string): Promise<number> =>
  tx.execute(`INSERT INTO contact (id, name, fields, created_at, updated_at) VALUES (?, ?, '{}', 1, 1)`, [id, name]);

test('three processes on one database count together: nothing is lost, and places and jobs are as many', async () => {
  const db = await openTestDatabase();
  await db.uow.run(testCtx(), async (tx) => {
    await insert(tx, 'counter', 'c');
    await tx.execute(`UPDATE contact SET version = 0`);
  });
  const ended = await Promise.all([1, 2, 3].map(() => runProgram('count-up', db.url, db.dataDir, '60')));
  for (const { code, output } of ended) expect({ code, output }).toEqual({ code: 0, output: '' });
  const one = async (sql: string): Promise<number> => (await db.uow.reader.query<{ n: number }>(sql))[0]!.n;
  expect(await one(`SELECT version AS n FROM contact WHERE id = 'counter'`)).toBe(180);
  await until(async () => (await db.journal.position()) === 180, { what: 'all places' });
  expect((await db.journal.read(0, 1_000)).map((event) => event.position)).toEqual(Array.from({ length: 180 }, (_, n) => n + 1));
  expect(await one(`SELECT count(*) AS n FROM job`)).toBe(180);
  await db.close();
}, 240_000);

test('a slow unit is named in the log', async () => {
  const db = await openTestDatabase();
  await db.uow.run(testCtx('slow-one'), async (tx) => {
    await insert(tx, 'slow', 's');
    await new Promise((done) => setTimeout(done, TEST_DIALECT === 'sqlite' ? 150 : 1_100));
  });
  expect(db.log.lines.filter((line) => line.includes('slow-one'))).toHaveLength(1);
  await db.close();
});

test('a unit that never ends is given up and rolled back, those behind it go on, and it can not come back', async () => {
  const db = await openTestDatabase({ unitDeadlineMs: 2_000 });
  let wake = (): void => undefined;
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  let late: Promise<unknown> = Promise.resolve();
  const endless = db.uow.run(testCtx(), async (tx) => {
    await insert(tx, 'endless', 'e');
    await asleep;
    late = tx.manager.query(`INSERT INTO contact (id, fields, created_at, updated_at) VALUES ('late', '{}', 1, 1)`);
    await late;
  });
  const behind = db.uow.run(testCtx(), (tx) => insert(tx, 'behind', 'b'));
  await expect(endless).rejects.toThrow('took longer than 2000 ms');
  await behind;
  wake();
  await asleep;
  await expect(late).rejects.toThrow();
  expect(await db.uow.reader.query('SELECT id FROM contact')).toEqual([{ id: 'behind' }]);
  await db.close();
});

// Tests of one of the two are not there on the other, rather than skipped.
const on = (dialect: typeof TEST_DIALECT, name: string, tests: () => void): void => {
  if (TEST_DIALECT === dialect) describe(name, tests);
};

on('sqlite', 'SQLite', () => {
  test('each connection has the settings that keep acknowledged work', async () => {
    const db = await openTestDatabase();
    const settings = async (query: (sql: string) => Promise<unknown[]>): Promise<unknown[]> =>
      (
        await Promise.all(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map((name) => query(`PRAGMA ${name}`)))
      ).map((rows) => Object.values(rows[0] as object)[0]);
    expect(await settings((sql) => db.uow.reader.query(sql))).toEqual(['wal', 2, 1, 500]);
    expect(await db.uow.run(testCtx(), (tx) => settings((sql) => tx.query(sql)))).toEqual(['wal', 2, 1, 500]);
    await db.close();
  });

  test('a full disk fails the units that need room, in words, and the others of the group and later ones are stored', async () => {
    const db = await openTestDatabase();
    const [pages] = (await db.database.writer.query('PRAGMA page_count')) as { page_count: number }[];
    await db.database.writer.query(`PRAGMA max_page_count = ${pages!.page_count + 20}`);
    const large = 'x'.repeat(500_000);
    const runs = [
      db.uow.run(testCtx(), (tx) => insert(tx, 'small-1', 'a')),
      db.uow.run(testCtx(), (tx) => insert(tx, 'large', large)),
      db.uow.run(testCtx(), (tx) => insert(tx, 'small-2', 'b')),
    ];
    const results = await Promise.allSettled(runs);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({
      reason: { name: 'DomainError', code: 'LIMIT', message: expect.stringContaining('disk') },
    });
    expect(await db.uow.reader.query('SELECT id FROM contact ORDER BY id')).toEqual([{ id: 'small-1' }, { id: 'small-2' }]);
    await db.database.writer.query('PRAGMA max_page_count = 1000000');
    await db.uow.run(testCtx(), (tx) => insert(tx, 'large', large));
    await db.close();
  });

  test('a destroyed file ends the process with its own exit code', async () => {
    const fresh = await freshDatabaseUrl();
    const { code, output } = await runProgram('broken-file', fresh.url, fresh.dataDir);
    expect({ code, output }).toEqual({ code: 70, output: expect.stringContaining('the process ends') });
    await fresh.remove();
  });

  test('another process that holds the file makes units wait, not fail', async () => {
    const db = await openTestDatabase();
    const other = await openDatabase({ ...db, entities: ENTITIES, log: new MemoryLog(), onFatal: () => undefined });
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const holding = other.uow.run(testCtx(), async (tx) => {
      await insert(tx, 'first', 'f');
      await held;
    });
    const waiting = db.uow.run(testCtx(), (tx) => insert(tx, 'second', 's'));
    setTimeout(letGo, 1_500);
    await Promise.all([holding, waiting]);
    expect(await db.uow.reader.query('SELECT id FROM contact ORDER BY id')).toHaveLength(2);
    await other.close();
    await db.close();
  });
});

on('postgres', 'PostgreSQL', () => {
  test('a server that may lose acknowledged commits is refused', async () => {
    const fresh = await freshDatabaseUrl();
    const client = new pg.Client({ connectionString: fresh.url });
    await client.connect();
    await client.query(`ALTER DATABASE "${new URL(fresh.url).pathname.slice(1)}" SET synchronous_commit = off`);
    await client.end();
    const opening = openDatabase({ ...fresh, entities: ENTITIES, log: new MemoryLog(), onFatal: () => undefined });
    await expect(opening).rejects.toThrow('synchronous_commit=off, which loses acknowledged work');
    await fresh.remove();
  });

  test('deadlocks run again until both units are done', async () => {
    const db = await openTestDatabase();
    await db.uow.run(testCtx(), async (tx) => {
      await insert(tx, 'a', 'a');
      await insert(tx, 'b', 'b');
    });
    const swap = (first: string, second: string): Promise<void> =>
      db.uow.run(testCtx(), async (tx) => {
        for (const id of [first, second]) {
          await tx.execute('UPDATE contact SET version = version + 1 WHERE id = ?', [id]);
          await new Promise((done) => setTimeout(done, 20));
        }
      });
    await Promise.all(Array.from({ length: 2 }, (_, n) => (n % 2 ? swap('a', 'b') : swap('b', 'a'))));
    expect(await db.uow.reader.query('SELECT version FROM contact')).toEqual([{ version: 3 }, { version: 3 }]);
    await db.close();
  });

  test('when the server cuts all connections, units in flight fail and later ones work; the journal goes on', async () => {
    const db = await openTestDatabase();
    const cut = async (): Promise<void> => {
      const client = new pg.Client({ connectionString: new URL('/postgres', db.url).href });
      await client.connect();
      await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
        new URL(db.url).pathname.slice(1),
      ]);
      await client.end();
    };
    const flying = db.uow.run(testCtx(), async (tx) => {
      await insert(tx, 'cut', 'c');
      await cut();
      await insert(tx, 'cut-2', 'c');
    });
    await expect(flying).rejects.toThrow();
    const told: number[] = [];
    db.journal.onAppend((position) => told.push(position));
    await until(
      () =>
        db.uow.run(testCtx(), async (tx) => {
          await insert(tx, 'after', 'a');
          tx.emit({ type: 'x', change: 'CREATED', nodeId: 'after', inboxId: null });
          return true;
        }),
      { deadlineMs: 60_000, what: 'a unit on a new connection' },
    );
    await until(() => told.includes(1), { deadlineMs: 60_000, what: 'the event' });
    expect(await db.uow.reader.query('SELECT id FROM contact')).toEqual([{ id: 'after' }]);
    await db.close();
  });
});
