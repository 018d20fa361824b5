import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestDatabase, TEST_DIALECT, type TestDatabase } from '../../../test/support/database.js';
import { checkDatabase } from './flow-checks.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

it('a database that answers is well', async () => {
  expect(await checkDatabase(db.uow.reader)).toContain('answers; the last conversation has the number 0');
});

it('a log that nobody can take in, because another program holds the file, is told (F13)', async () => {
  if (TEST_DIALECT !== 'sqlite') return expect(await checkDatabase(db.uow.reader, 0)).toContain('PostgreSQL');
  const other = new Database(db.url);
  const reader = new Database(db.url, { readonly: true });
  try {
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM message').get();
    other.exec('CREATE TABLE ballast (bytes BLOB)');
    other.exec('INSERT INTO ballast VALUES (zeroblob(3000000))');
    await expect(checkDatabase(db.uow.reader, 2_000_000)).rejects.toThrow(/has \d MB .* another program holds the file open/);
  } finally {
    reader.close();
    other.close();
  }
});
