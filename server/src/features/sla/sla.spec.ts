import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { added } from '../../../test/support/conversations.js';
import { testCtx } from '../../../test/support/database.js';
import { newId } from '../../kernel/ids.js';
import type { User } from '../agents/index.js';
import type { Channel } from '../channels/index.js';
import { ConversationMergeService } from '../conversation-merge/merge.service.js';
import { ConversationSplitService } from '../conversation-merge/split.service.js';
import { MergeUndoService } from '../conversation-merge/undo.service.js';
import { type Conversation, type ConversationFilter, ConversationService } from '../conversations/index.js';
import { DeliverJob } from '../delivery/deliver.job.js';
import { DeliveryService } from '../delivery/delivery.service.js';
import { FilterService } from '../filters/filter.service.js';
import type { Inbox } from '../inboxes/index.js';
import { DecodeJob } from '../intake/decode.job.js';
import { InboundItem } from '../intake/inbound-item.entity.js';
import { IntakeService } from '../intake/intake.service.js';
import { MovingService } from '../moving/moving.service.js';
import { ReplyService } from '../replies/reply.service.js';
import { SnoozeService } from '../snooze/snooze.service.js';
import { WakeJob } from '../snooze/wake.job.js';
import { TrashService } from '../trash/trash.service.js';
import { WorkingHoursService } from '../working-hours/index.js';
import { ApplyJob } from './apply.job.js';
import { DueJob } from './due.job.js';
import { SlaResolver } from './sla.resolver.js';
import { type SlaPolicySave, SlaService } from './sla.service.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let desk: ChannelDesk;
let intake: IntakeService;
let replies: ReplyService;
let deliveries: DeliveryService;
let conversations: ConversationService;
let service: SlaService;
let anna: User;
let mia: User;
let inbox: Inbox;
let channel: Channel;
let raws = 0;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer, clock, access } = desk;
  intake = new IntakeService(db.uow);
  replies = new ReplyService(db.uow, access, sanitizer, clock);
  deliveries = new DeliveryService(db.uow, access, clock);
  conversations = new ConversationService(db.uow, db.journal);
  service = new SlaService(db.uow);
  const jobs = [
    new DecodeJob(db.uow, gateway, queue, storage, sanitizer),
    new DeliverJob(db.uow, gateway, queue),
    new WakeJob(db.uow, queue),
    new DueJob(db.uow, queue),
    new ApplyJob(db.uow, queue),
  ];
  for (const job of jobs) job.onModuleInit();
  anna = await desk.world.agent('Anna');
  mia = await desk.world.agent('Mia');
});
afterAll(() => desk.close());
beforeEach(async () => {
  inbox = await newInbox({ firstMinutes: 60, nextMinutes: 30 });
  channel = await desk.channel(inbox, [`${newId('channel')}@shop.example`]);
});

async function newInbox(limits: Partial<SlaPolicySave>): Promise<Inbox> {
  const members = [
    { agentId: anna.id, role: 'AGENT' as const },
    { agentId: mia.id, role: 'MANAGER' as const },
  ];
  const made = await desk.world.inboxes.save(testCtx(), { name: newId('inbox'), audience: 'MEMBERS', members });
  await service.save(testCtx(), { inboxId: made.id, counts: 'ALWAYS', ...limits });
  return made;
}
/** A mail of a customer, in answer to one of his own when that is named. */
async function arrive(
  from = 'bob@far.example',
  more: { answers?: string[]; history?: boolean; automatic?: 'reply' } = {},
): Promise<{ id: string; knownAs: string[] }> {
  const externalId = `raw${(raws += 1)}`;
  const { answers, history = false, ...rest } = more;
  const event = mail(person(from), { ...rest, ...(answers ? { thread: { answers } } : {}) });
  const { hash } = await desk.storage.put(Buffer.from(`Subject: ${externalId}\r\n\r\nWords`));
  desk.gateway.events.set(externalId, [event]);
  await intake.receive(channel.id, [{ externalId, rawHash: hash, meta: {} }], { history, epoch: null });
  await desk.queue.run();
  const item = await desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { channelId: channel.id, externalId });
  return { id: item.conversationId ?? '', knownAs: [...(event.knownAs ?? [])] };
}
const as = (user: User) => desk.world.as(user);
const reply = async (conversationId: string, more: { sendAt?: number; thenSetStatus?: 'CLOSED' } = {}) =>
  replies.send(await as(anna), { conversationId, direction: 'OUTBOUND', text: 'Dear Bob', ...more });
const minutesLeft = async (id: string): Promise<number | null> => {
  const { slaDueAt } = await desk.conversation(id);
  // Each look at the clock is a millisecond.
  return slaDueAt === null ? null : Math.ceil((slaDueAt - desk.clock.now()) / MINUTE);
};
const clockOf = async (id: string) => new SlaResolver().sla(await desk.conversation(id));
const turn = async (minutes: number): Promise<void> => {
  desk.clock.turn(minutes * MINUTE);
  await desk.queue.run();
};
const lines = async (id: string) => (await desk.items(id)).filter(({ activity }) => activity === 'sla_missed');
const setStatus = async (id: string, status: Conversation['status']) => conversations.setStatus(await as(anna), [id], status);

describe('the clock of a conversation (D37)', () => {
  it('runs from the first question that has no answer until a person answers', async () => {
    const { id, knownAs } = await arrive();
    expect(await clockOf(id)).toMatchObject({ kind: 'FIRST', missedAt: null, paused: false });
    expect(await minutesLeft(id)).toBe(60);
    desk.clock.turn(10 * MINUTE);
    await arrive('bob@far.example', { answers: knownAs });
    await replies.send(await as(anna), { conversationId: id, direction: 'INTERNAL', text: 'Who knows this?' });
    const bot = { kind: 'BOT' as const, id: null, name: 'Robin' };
    await added(desk.world, id, { direction: 'OUTBOUND', author: bot, at: desk.clock.now(), text: 'A person will answer' });
    const machine = { kind: 'SYSTEM' as const, id: null, name: 'Support' };
    await added(desk.world, id, { direction: 'OUTBOUND', author: machine, at: desk.clock.now(), automatic: 'reply' });
    expect(await minutesLeft(id)).toBe(50);
    const { at } = await reply(id);
    expect(await desk.conversation(id)).toMatchObject({ slaSince: null, slaDueAt: null, firstReplyAt: at });
    desk.clock.turn(HOUR);
    await arrive('bob@far.example', { answers: knownAs });
    expect([(await clockOf(id))?.kind, await minutesLeft(id)]).toEqual(['NEXT', 30]);
    await reply(id, { thenSetStatus: 'CLOSED' });
    await turn(24 * 60);
    expect([await clockOf(id), await lines(id)]).toEqual([null, []]);
  });

  it('that is not stopped in time is told of once, and is over with the answer', async () => {
    const { id } = await arrive();
    await conversations.assign(await as(mia), [id], { agentId: anna.id });
    const before = await desk.world.position();
    const { slaDueAt } = await desk.conversation(id);
    await turn(59);
    expect(await lines(id)).toEqual([]);
    await turn(2);
    await turn(60);
    const dueAt = new Date(slaDueAt ?? 0).toISOString();
    expect(await lines(id)).toMatchObject([{ authorName: 'Balie', data: { kind: 'FIRST', dueAt, assigneeId: anna.id } }]);
    expect(await clockOf(id)).toMatchObject({ missedAt: slaDueAt, dueAt: slaDueAt, paused: false });
    const told = (await desk.world.events(before)).filter(({ type }) => type === 'conversation.sla_missed');
    expect(told).toMatchObject([{ conversationId: id, inboxId: inbox.id, data: { kind: 'FIRST', assigneeId: anna.id } }]);
    await reply(id);
    expect(await clockOf(id)).toBeNull();
  });

  it('an answer that is taken back brings it back as it was, and one for later stops it when it leaves', async () => {
    const { id, knownAs } = await arrive();
    const before = await desk.conversation(id);
    desk.clock.turn(5 * MINUTE);
    const taken = await reply(id);
    await deliveries.cancel(await as(anna), taken.id);
    const { slaKind, slaSince, slaDueAt, firstReplyAt } = before;
    expect(await desk.conversation(id)).toMatchObject({ slaKind, slaSince, slaDueAt, firstReplyAt });
    const planned = await reply(id, { sendAt: desk.clock.now() + 20 * MINUTE });
    await turn(10);
    expect(await minutesLeft(id)).toBe(45);
    await turn(11);
    expect(await desk.message(planned.id)).toMatchObject({ deliveryStatus: 'SENT' });
    expect(await clockOf(id)).toBeNull();
    expect((await desk.conversation(id)).firstReplyAt).not.toBeNull();
    await arrive('bob@far.example', { answers: knownAs });
    const second = await reply(id);
    await reply(id);
    await deliveries.cancel(await as(anna), second.id);
    expect(await clockOf(id)).toBeNull();
    await turn(120);
    expect(await lines(id)).toEqual([]);
  });

  it('stands while it sleeps, is closed or lies in the trash, and begins anew when a closed one is brought up again', async () => {
    const { id, knownAs } = await arrive();
    const snoozes = new SnoozeService(conversations);
    desk.clock.turn(10 * MINUTE);
    await snoozes.snooze(await as(anna), { ids: [id], until: desk.clock.now() + 5 * HOUR });
    expect(await clockOf(id)).toMatchObject({ paused: true, dueAt: null });
    await turn(5 * 60 + 1);
    expect([await minutesLeft(id), await lines(id)]).toEqual([50, []]);
    const filters = new FilterService(desk.db.uow, desk.db.journal, conversations);
    await filters.place(await as(anna), { ids: [id], placement: 'TRASH', rememberSender: false });
    await turn(600);
    expect(await clockOf(id)).toBeNull();
    await new TrashService(conversations).restore(await as(anna), [id], null);
    expect(await minutesLeft(id)).toBe(50);
    await setStatus(id, 'CLOSED');
    await turn(600);
    expect(await clockOf(id)).toBeNull();
    await setStatus(id, 'OPEN');
    expect(await minutesLeft(id)).toBe(50);
    await reply(id, { thenSetStatus: 'CLOSED' });
    await arrive('bob@far.example', { answers: knownAs });
    expect([(await clockOf(id))?.kind, await minutesLeft(id), await lines(id)]).toEqual(['NEXT', 30, []]);
  });

  it('goes along to another inbox with its limits, and ends where there are none', async () => {
    const moving = new MovingService(desk.db.uow, conversations);
    const [quick, free] = [await newInbox({ firstMinutes: 20 }), await newInbox({})];
    const { id } = await arrive();
    desk.clock.turn(5 * MINUTE);
    await moving.move(await as(anna), { ids: [id], inboxId: quick.id });
    expect(await minutesLeft(id)).toBe(15);
    await moving.move(await as(anna), { ids: [id], inboxId: free.id });
    expect(await clockOf(id)).toBeNull();
    await turn(600);
    await moving.move(await as(anna), { ids: [id], inboxId: quick.id });
    expect([await minutesLeft(id), await lines(id)]).toEqual([20, []]);
  });

  it('is that of the older question when two become one, and goes with its question when it is split off', async () => {
    const merges = new ConversationMergeService(desk.db.uow, desk.clock);
    const older = await arrive('bob@far.example');
    desk.clock.turn(10 * MINUTE);
    const newer = await arrive('carl@far.example');
    const mergeId = newId('conversationMerge');
    await merges.merge(await as(anna), { id: mergeId, intoId: newer.id, fromId: older.id });
    expect([await minutesLeft(newer.id), await clockOf(older.id)]).toEqual([50, null]);
    await new MergeUndoService(desk.db.uow).undo(await as(anna), mergeId);
    expect([await minutesLeft(newer.id), await minutesLeft(older.id)]).toEqual([60, 50]);
    await reply(newer.id);
    await arrive('carl@far.example', { answers: newer.knownAs });
    const question = (await desk.items(newer.id)).findLast(({ direction }) => direction === 'INBOUND');
    const conversationId = newId('conversation');
    const split = { id: newId('conversationMerge'), conversationId, fromId: newer.id, itemIds: [question?.id ?? ''] };
    await new ConversationSplitService(desk.db.uow).split(await as(anna), split);
    expect([await clockOf(newer.id), await minutesLeft(conversationId)]).toEqual([null, 30]);
  });
});

describe('the limits of an inbox (D37)', () => {
  it('are for what is asked from then on: neither what was imported nor what waits already has a clock', async () => {
    const free = await newInbox({});
    channel = await desk.channel(free, [`${newId('channel')}@shop.example`]);
    const waiting = await arrive();
    await service.save(testCtx(), { inboxId: free.id, firstMinutes: 1, nextMinutes: 1, counts: 'ALWAYS' });
    const imported = await arrive('old@far.example', { history: true });
    const machine = await arrive('machine@far.example', { automatic: 'reply' });
    await turn(60);
    for (const { id } of [waiting, imported, machine]) expect([await clockOf(id), await lines(id)]).toEqual([null, []]);
    await arrive('bob@far.example', { answers: waiting.knownAs });
    expect(await minutesLeft(waiting.id)).toBe(1);
  });

  it('count the working hours where they are to', async () => {
    const slots = [{ weekday: 'MONDAY' as const, from: '09:00', until: '17:00' }];
    const week = async (hours: typeof slots) =>
      new WorkingHoursService(desk.db.uow).save(testCtx(), { inboxId: inbox.id, timeZone: 'Europe/Amsterdam', slots: hours });
    const save = () => service.save(testCtx(), { inboxId: inbox.id, firstMinutes: 60, counts: 'WORKING' });
    await expect(save()).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['counts'] } });
    await week(slots);
    await save();
    const { id } = await arrive();
    const due = new Date((await desk.conversation(id)).slaDueAt ?? 0);
    expect([due.getUTCDay(), due.getTime() > desk.clock.now()]).toEqual([1, true]);
    expect(due.getUTCHours()).toBeGreaterThanOrEqual(8);
    expect(due.getUTCHours()).toBeLessThanOrEqual(16);
    await week([]);
    expect(await clockOf((await arrive('other@far.example')).id)).toBeNull();
  });

  it('are set by who manages it, once, in sane numbers, and every change is in the audit log', async () => {
    const limits = { inboxId: inbox.id, firstMinutes: 90, nextMinutes: 30, counts: 'ALWAYS' as const };
    await expect(service.save(await as(anna), limits)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const eve = await as(await desk.world.agent('Eve'));
    await expect(service.save(eve, limits)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const [field, value] of [
      ['firstMinutes', 0],
      ['nextMinutes', 43_201],
      ['nextMinutes', 1.5],
    ] as const)
      await expect(service.save(await as(mia), { ...limits, [field]: value })).rejects.toMatchObject({
        detail: { path: [field] },
      });
    await expect(service.save(await as(mia), { ...limits, expectedVersion: 0 })).rejects.toMatchObject({ code: 'CONFLICT' });
    await service.save(await as(mia), { ...limits, expectedVersion: 1 });
    await service.save(await as(mia), limits);
    const sql = "SELECT changes, actor_name FROM audit_entry WHERE action = 'SLA_CHANGED' AND object_id = ? ORDER BY seq";
    const entries = await desk.rows<{ changes: string; actor_name: string }>(sql, [inbox.id]);
    expect(entries.map(({ changes, actor_name: name }) => [name, JSON.parse(changes)]).slice(1)).toEqual([
      ['Mia', [{ field: 'firstMinutes', before: 60, after: 90 }]],
    ]);
  });

  it('that are taken away end the clocks that ran on them, and no others', async () => {
    const [first, next] = [await arrive(), await arrive('carl@far.example')];
    await reply(next.id);
    await arrive('carl@far.example', { answers: next.knownAs });
    await service.save(testCtx(), { inboxId: inbox.id, firstMinutes: null, nextMinutes: 45, counts: 'ALWAYS' });
    await turn(1);
    expect([await clockOf(first.id), (await clockOf(next.id))?.kind]).toEqual([null, 'NEXT']);
    expect(await minutesLeft(next.id)).toBe(29);
    await turn(600);
    expect([await lines(first.id), (await lines(next.id)).length]).toEqual([[], 1]);
  });
});

describe('the list (D37)', () => {
  it('shows first what is due first, page by page, and finds what is late', async () => {
    const made = [];
    for (let index = 0; index < 6; index++) {
      made.push((await arrive(`p${index}@far.example`)).id);
      desk.clock.turn(2 * MINUTE);
    }
    const [late, , answered, slept, , newest] = made as [string, string, string, string, string, string];
    await reply(answered);
    await new SnoozeService(conversations).snooze(await as(anna), { ids: [slept], until: desk.clock.now() + 50 * HOUR });
    await turn(49);
    expect((await lines(late)).length).toBe(1);
    const filter: ConversationFilter = { inboxIds: [inbox.id] };
    const order = { field: 'DUE_AT', direction: 'ASC' } as const;
    const wanted = [late, made[1], made[4], newest, answered, slept];
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await conversations.list(await as(anna), { filter, order, first: 2, after });
      found.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(found).toEqual(wanted);
    const having = async (...sla: NonNullable<ConversationFilter['sla']>) =>
      (await conversations.list(await as(anna), { filter: { ...filter, sla }, order })).nodes.map(({ id }) => id);
    expect([await having('MISSED'), await having('PAUSED'), await having()]).toEqual([[late], [slept], []]);
    expect(await having('MISSED', 'RUNNING')).toEqual(wanted.slice(0, 4));
    const wrong = conversations.list(await as(anna), { filter, order: { ...order, direction: 'DESC' } });
    await expect(wrong).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['order', 'direction'] } });
  });
});
