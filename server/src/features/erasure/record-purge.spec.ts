import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ChannelDesk } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { newId } from '../../kernel/ids.js';
import { findRecords, RecordService } from '../records/index.js';
import { ContactPurgeJob } from './contact-purge.job.js';

const DAY_MS = 86_400_000;
let desk: ChannelDesk;

beforeAll(async () => {
  desk = await ChannelDesk.open();
}, 240_000);
afterAll(() => desk.close());

it('a deleted record is restored within 90 days, and gone for ever after that; what was not deleted stays (D44)', async () => {
  const records = new RecordService(desk.db.uow, desk.db.journal);
  const job = new ContactPurgeJob(desk.db.uow, desk.queue);
  job.onModuleInit();
  await job.onApplicationBootstrap();
  const [gone, kept] = [newId('ticket'), newId('ticket')];
  for (const id of [gone, kept]) await records.save(testCtx(), { id, title: 'Old' });
  const there = async (): Promise<string[]> =>
    (await findRecords(desk.db.uow.reader, [gone, kept], { all: true })).map(({ id }) => id).toSorted();
  await records.delete(testCtx(), [gone], false);
  desk.clock.turn(89 * DAY_MS);
  await desk.queue.run();
  expect((await records.delete(testCtx(), [gone], true)).records).toMatchObject([{ id: gone, deletedAt: null }]);
  await records.delete(testCtx(), [gone], false);
  desk.clock.turn(91 * DAY_MS);
  await desk.queue.run();
  expect(await there()).toEqual([kept]);
});
