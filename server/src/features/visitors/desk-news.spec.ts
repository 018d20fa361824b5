import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ChannelDesk, mail } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { CountingUnitOfWork } from '../../../test/support/world.js';
import type { User } from '../agents/index.js';
import { AvailabilityService, AvailabilityWatchers } from '../availability/index.js';
import { DecodeJob } from '../intake/decode.job.js';
import { IntakeService } from '../intake/intake.service.js';
import { DeskNews } from './desk-news.js';

let desk: ChannelDesk;
let counting: CountingUnitOfWork;
let service: AvailabilityService;
let [mia, eve]: User[] = [];
let chat: string;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  counting = new CountingUnitOfWork(desk.db.uow);
  const watchers = new AvailabilityWatchers();
  service = new AvailabilityService(counting, watchers);
  const { db, gateway, queue, storage, sanitizer } = desk;
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new DeskNews(counting, desk.queue, watchers, desk.gateway).onModuleInit();
  [mia, eve] = [await desk.world.agent('Mia'), await desk.world.agent('Eve')];
  const shop = await desk.world.inboxes.save(testCtx(), {
    name: 'Shop',
    audience: 'MEMBERS',
    members: [
      { agentId: mia.id, role: 'AGENT' },
      { agentId: eve.id, role: 'VIEWER' },
    ],
  });
  const other = await desk.world.inboxes.save(testCtx(), { name: 'Other', audience: 'MEMBERS', members: [] });
  chat = (await desk.channel(shop, [])).id;
  await desk.channel(other, []);
});
afterAll(() => desk.close());

/** Sets somebody; answers whom it was told to, and how many statements it took altogether. */
async function set(agent: User, status: 'AVAILABLE' | 'AWAY'): Promise<{ told: string[]; statements: number }> {
  const ctx = await desk.world.as(agent);
  counting.statements.splice(0);
  desk.gateway.desks.splice(0);
  await service.set(ctx, { status });
  await desk.queue.run();
  return { told: desk.gateway.desks.map(({ channelId, key }) => `${channelId} ${key}`), statements: counting.statements.length };
}

it('tells the channels of the inboxes in which somebody answers that he came or left, each once', async () => {
  expect((await set(mia!, 'AWAY')).told).toEqual([`${chat} null`]);
  expect((await set(mia!, 'AWAY')).told).toEqual([]);
  expect((await set(mia!, 'AVAILABLE')).told).toEqual([`${chat} null`]);
  expect((await set(eve!, 'AWAY')).told).toEqual([]);
});

it('costs the same however many visitors the channel has (performance 5)', async () => {
  await set(mia!, 'AWAY');
  const before = await set(mia!, 'AVAILABLE');
  const intake = new IntakeService(desk.db.uow);
  for (let n = 0; n < 30; n++) {
    const sender = { kind: 'visitor', value: `visitor-${n}`, trust: 'verified' as const };
    await intake.ingest(chat, [mail(sender, { thread: { key: sender.value } })], { history: false, epoch: null });
  }
  await desk.queue.run();
  const [row] = await desk.rows<{ n: number | string }>('SELECT COUNT(*) AS n FROM thread WHERE channel_id = ?', [chat]);
  expect(Number(row?.n)).toBe(30);
  await set(mia!, 'AWAY');
  const after = await set(mia!, 'AVAILABLE');
  expect([after.told, after.statements]).toEqual([[`${chat} null`], before.statements]);
});
