import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { acquireLease } from './channel-lease.repository.js';

const TTL_MS = 20_000;
let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const acquire = (owner: string) => db.uow.run(testCtx(), (tx) => acquireLease(tx, 'chn_1', owner, TTL_MS));
const until = (at: number) => db.uow.run(testCtx(), (tx) => tx.execute('UPDATE channel_lease SET expires_at = ?', [tx.now + at]));

it('a channel is of one process, of another when that has let it run out or took it while the clock was ahead (F18)', async () => {
  expect(await acquire('one')).toBe(1);
  expect(await acquire('two')).toBeNull();
  await until(-1);
  expect(await acquire('two')).toBe(2);
  await until(TTL_MS);
  expect(await acquire('one')).toBeNull();
  await until(48 * 3_600_000);
  expect(await acquire('one')).toBe(3);
});
