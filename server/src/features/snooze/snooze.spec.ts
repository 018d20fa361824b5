import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChannelDesk } from '../../../test/support/channel-desk.js';
import { added, opened } from '../../../test/support/conversations.js';
import { testCtx } from '../../../test/support/database.js';
import type { User } from '../agents/index.js';
import { type Conversation, ConversationService } from '../conversations/index.js';
import { type Inbox, recountInboxes } from '../inboxes/index.js';
import { SnoozeService } from './snooze.service.js';
import { WakeJob } from './wake.job.js';

const HOUR = 60 * 60_000;

let desk: ChannelDesk;
let conversations: ConversationService;
let service: SnoozeService;
let anna: User;
let vera: User;
let inbox: Inbox;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  conversations = new ConversationService(desk.db.uow, desk.db.journal);
  service = new SnoozeService(conversations);
  new WakeJob(desk.db.uow, desk.queue).onModuleInit();
  anna = await desk.world.agent('Anna');
  vera = await desk.world.agent('Vera');
  const members = [
    { agentId: anna.id, role: 'AGENT' as const },
    { agentId: vera.id, role: 'VIEWER' as const },
  ];
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Support', audience: 'MEMBERS', members });
});
afterAll(() => desk.close());

const make = (): Promise<Conversation> => opened(desk.world, { inboxId: inbox.id });
const snooze = async (ids: string[], until: number, more: { by?: User; expectedVersions?: number[] } = {}) =>
  service.snooze(await desk.world.as(more.by ?? anna), { ids, until, expectedVersions: more.expectedVersions ?? null });
const lines = async (id: string) => (await desk.items(id)).filter(({ kind }) => kind === 'ACTIVITY');
const open = async (): Promise<number> => {
  const sql = `SELECT "count" FROM inbox_count WHERE inbox_id = ? AND "scope" = 'open'`;
  return Number((await desk.rows<{ count: number }>(sql, [inbox.id]))[0]?.count ?? 0);
};

describe('snoozing (G7 46)', () => {
  it('takes a conversation out of what is open until its time, and wakes it then, once', async () => {
    const { id } = await make();
    const before = await open();
    const until = desk.clock.now() + HOUR;
    const { conversations: changed } = await snooze([id], until);
    expect(changed).toMatchObject([{ status: 'SNOOZED', snoozedUntil: until }]);
    expect(await open()).toBe(before - 1);
    await desk.queue.run();
    expect(await desk.conversation(id)).toMatchObject({ status: 'SNOOZED' });
    desk.clock.turn(HOUR);
    await desk.queue.run();
    expect(await desk.conversation(id)).toMatchObject({ status: 'OPEN', snoozedUntil: null });
    expect((await lines(id)).map(({ activity, authorName, data }) => [activity, authorName, data])).toEqual([
      ['snoozed', 'Anna', { until: new Date(until).toISOString() }],
      ['woken', 'Balie', { reason: 'TIME', byId: anna.id }],
    ]);
    expect([await open(), await recountInboxes(desk.db.uow.reader)]).toEqual([before, []]);
  });

  it('another time takes the place of the first; woken by hand it stays awake', async () => {
    const { id } = await make();
    const start = desk.clock.now();
    await snooze([id], start + HOUR);
    await snooze([id], start + 3 * HOUR);
    desk.clock.turn(2 * HOUR);
    await desk.queue.run();
    expect(await desk.conversation(id)).toMatchObject({ status: 'SNOOZED', snoozedUntil: start + 3 * HOUR });
    await conversations.setStatus(await desk.world.as(anna), [id], 'OPEN');
    expect((await lines(id)).at(-1)).toMatchObject({ activity: 'woken', authorName: 'Anna', data: { reason: 'MANUAL' } });
    await conversations.setStatus(await desk.world.as(anna), [id], 'CLOSED');
    desk.clock.turn(2 * HOUR);
    await desk.queue.run();
    expect(await desk.conversation(id)).toMatchObject({ status: 'CLOSED' });
  });

  it('a person who writes wakes it, a machine does not', async () => {
    const { id } = await make();
    await snooze([id], desk.clock.now() + HOUR);
    await added(desk.world, id, { automatic: 'reply' });
    expect(await desk.conversation(id)).toMatchObject({ status: 'SNOOZED' });
    await added(desk.world, id);
    expect(await desk.conversation(id)).toMatchObject({ status: 'OPEN', snoozedUntil: null });
    expect((await lines(id)).at(-1)).toMatchObject({ activity: 'woken', data: { reason: 'MESSAGE' } });
  });

  it('refuses a time that is over or too far, what is not in the inbox, who may not act, and an old version', async () => {
    const { id, version } = await make();
    const soon = desk.clock.now() + HOUR;
    await expect(snooze([id], desk.clock.now() - 1)).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['until'] } });
    await expect(snooze([id], soon + 400 * 24 * HOUR)).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['until'] } });
    const spam = await opened(desk.world, { inboxId: inbox.id, placement: 'SPAM' });
    expect((await snooze([spam.id], soon)).userErrors).toMatchObject([{ code: 'INVALID', path: ['0'] }]);
    expect((await snooze([id], soon, { by: vera })).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    await conversations.setStatus(await desk.world.as(anna), [id], 'CLOSED', [version]);
    expect((await snooze([id], soon, { expectedVersions: [version] })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await desk.conversation(id)).toMatchObject({ status: 'CLOSED' });
  });
});
