import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { CountingUnitOfWork } from '../../../test/support/world.js';
import type { Channel } from '../channels/index.js';
import { DecodeJob } from './decode.job.js';
import { IntakeService } from './intake.service.js';
import { ItemPreparer } from './prepare-item.js';
import { StraightPath } from './straight-path.js';

type Mail = ReturnType<typeof mail>;

let desk: ChannelDesk;
let channel: Channel;
let counting: CountingUnitOfWork;
let intake: IntakeService;
let count = 0;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer } = desk;
  counting = new CountingUnitOfWork(db.uow);
  intake = new IntakeService(counting);
  new DecodeJob(counting, gateway, queue, storage, sanitizer).onModuleInit();
  const inbox = await desk.world.inboxes.save(testCtx(), { name: 'Support' });
  channel = await desk.channel(inbox, ['support@shop.example']);
});
afterAll(() => desk.close());

/** Lets mails in at once; answers the statements that they cost together. */
async function statementsOf(...events: Mail[]): Promise<number> {
  const items = [];
  for (const event of events) {
    const { hash } = await desk.storage.put(Buffer.from(event.id));
    desk.gateway.events.set(event.id, [event]);
    items.push({ externalId: event.id, rawHash: hash, meta: {} });
  }
  counting.statements.splice(0);
  await intake.receive(channel.id, items, { history: false, epoch: null });
  const afterReceiving = counting.statements.length;
  expect(afterReceiving).toBeLessThanOrEqual(1 + Math.ceil(items.length / 40));
  await desk.queue.run();
  const [row] = await desk.rows<{ n: number | string }>(
    `SELECT COUNT(*) AS n FROM inbound_item WHERE channel_id = ? AND state <> 'DELIVERED'`,
    [channel.id],
  );
  expect(Number(row?.n)).toBe(0);
  return counting.statements.length;
}

const to = [person('support@shop.example'), person('colleague@far.example')];
const fromNew = (): Mail => mail(person(`new${++count}@far.example`, 'New'), { to });
const answerTo = (first: Mail): Mail => mail(first.sender, { to, thread: { answers: first.knownAs as string[] } });

describe('what a mail costs in statements (performance 5)', () => {
  it('is the same for each mail of a batch: what they share is read once', async () => {
    const ten = await statementsOf(...Array.from({ length: 10 }, fromNew));
    const thirty = await statementsOf(...Array.from({ length: 30 }, fromNew));
    // Two of them make the newcomer findable in the list of contacts.
    expect((thirty - ten) / 20).toBeLessThanOrEqual(20);
  });

  it('does not grow with the length of the thread', async () => {
    const first = fromNew();
    await statementsOf(first);
    const second = await statementsOf(answerTo(first));
    for (let round = 0; round < 4; round++) await statementsOf(...Array.from({ length: 20 }, () => answerTo(first)));
    expect(await statementsOf(answerTo(first))).toBe(second);
    expect(second).toBeLessThanOrEqual(22);
  });

  it('does not grow with the number of inboxes, channels and rules about others', async () => {
    const before = await statementsOf(fromNew());
    for (let index = 0; index < 30; index++) {
      const other = await desk.world.inboxes.save(testCtx(), { name: `Other ${index}` });
      await desk.channel(other, [`other${index}@shop.example`]);
    }
    expect(await statementsOf(fromNew())).toBe(before);
  });

  it('is the least for what comes decoded: no job, and nothing read twice (B10)', async () => {
    const { gateway, storage, sanitizer } = desk;
    const straight = new IntakeService(counting, new StraightPath(counting, new ItemPreparer(gateway, storage, sanitizer)));
    const said = (): Mail => mail(person('visitor@far.example'), { knownAs: [], thread: { key: 'visitor' } });
    const cost = async (): Promise<number> => {
      counting.statements.splice(0);
      await straight.ingest(channel.id, [said()], { history: false, epoch: null });
      return counting.statements.length;
    };
    await cost();
    const second = await cost();
    for (let round = 0; round < 20; round++) await cost();
    expect(await cost()).toBe(second);
    expect(second).toBeLessThanOrEqual(19);
  });

  it('does not grow with what is there: no statement reads a table without an index of its own', async () => {
    await statementsOf(fromNew());
    if (desk.db.uow.reader.dialect !== 'sqlite') return;
    const scans: string[] = [];
    for (const sql of new Set(counting.statements.filter((one) => /^\s*SELECT/.test(one)))) {
      const parameters = Array.from({ length: sql.split('?').length - 1 }, () => 1);
      for (const { detail } of await desk.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters))
        if (/^SCAN (?!channel\b)/.test(detail)) scans.push(`${detail}: ${sql}`);
    }
    expect(scans).toEqual([]);
  });
});
