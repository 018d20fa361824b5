import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mail, person } from '../../../test/support/channel-desk.js';
import { added, opened } from '../../../test/support/conversations.js';
import { testCtx } from '../../../test/support/database.js';
import { near, ReportDesk } from '../../../test/support/report-desk.js';
import { newId } from '../../kernel/ids.js';
import { ConversationMergeService } from '../conversation-merge/merge.service.js';
import { ConversationSplitService } from '../conversation-merge/split.service.js';
import { MergeUndoService } from '../conversation-merge/undo.service.js';
import { DemoService } from '../demo/demo.service.js';
import { MovingService } from '../moving/moving.service.js';
import { ComposeService } from '../replies/compose.service.js';
import { TrashService } from '../trash/trash.service.js';
import { WorkingHoursService } from '../working-hours/index.js';
import type { ReportService } from './report.service.js';

const MINUTE = 60_000;
let at: ReportDesk;
beforeAll(async () => {
  at = await ReportDesk.open();
});
afterAll(() => at.close());

describe('a report', () => {
  it('tells what came in, was answered and was closed, on which day, by whom, and how long it took', async () => {
    const there = await at.place();
    const slots = (['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const).map((weekday) => ({
      weekday,
      from: '09:00',
      until: '17:00',
    }));
    const hours = { inboxId: there.inbox.id, timeZone: 'Europe/Amsterdam', slots };
    await new WorkingHoursService(at.desk.db.uow).save(testCtx(), hours);
    // Half past four in Amsterdam, until half past nine of the next day.
    at.turnTo('2026-01-05T15:30:00Z');
    const id = await at.arrive(there);
    at.turnTo('2026-01-06T08:30:00Z');
    await at.reply(await at.as('anna'), id);
    await at.desk.queue.run();
    at.turnTo('2026-01-06T10:00:00Z');
    await at.set(await at.as('bram'), id, 'CLOSED');
    at.turnTo('2026-01-07T23:30:00Z');
    await at.arrive(there);
    const whole = await at.report(there, { from: '2026-01-04', until: '2026-01-08' });
    expect(whole.total).toMatchObject({ new: 2, assigned: 1, closed: 1, reopened: 0, open: 1 });
    const { firstReply, closing } = whole.total;
    expect([firstReply.count, closing.count]).toEqual([1, 1]);
    near(firstReply.median, 17 * 3600);
    near(firstReply.ninetieth, 17 * 3600);
    near(firstReply.workingMedian, 3600);
    near(closing.median, 18.5 * 3600);
    near(closing.workingNinetieth, 2.5 * 3600);
    expect(whole.days.map(({ date, figures }) => [date, figures.new, figures.closed, figures.open])).toEqual([
      // Before anything was counted.
      ['2026-01-04', 0, 0, null],
      ['2026-01-05', 1, 0, 1],
      ['2026-01-06', 0, 1, 0],
      ['2026-01-07', 0, 0, 0],
      ['2026-01-08', 1, 0, 1],
    ]);
    const utc = await at.report(there, { from: '2026-01-07', until: '2026-01-07', timeZone: 'UTC' });
    expect(utc.total).toMatchObject({ new: 1, closed: 0, open: 1 });
    const brief = (rows: Awaited<ReturnType<ReportService['rows']>>) =>
      rows.map(({ name, figures }) => [name, figures.new, figures.assigned, figures.closed, figures.firstReply.count]);
    // Whose it is has closed it, and who wrote the answer gave it.
    expect(brief(await at.reports.rows(whole, 'AGENT'))).toEqual([
      ['Anna', 0, 1, 1, 1],
      ['', 2, 0, 0, 0],
    ]);
    expect(brief(await at.reports.rows(whole, 'CHANNEL'))).toEqual([[there.channel.name, 2, 1, 1, 1]]);
    expect(brief(await at.reports.rows(whole, 'INBOX'))).toEqual([[there.inbox.name, 2, 1, 1, 1]]);
    expect(await at.total(there, { agentIds: [at.people.anna.id] })).toMatchObject({ new: 0, closed: 1, open: 0 });
    expect(await at.total(there, { channelIds: [newId('channel')] })).toMatchObject({ new: 0, closed: 0, open: 0 });
  });

  it('counts an answer when it has left, at the time at which it was written or meant to leave', async () => {
    const there = await at.place(10);
    const agent = await at.as('anna');
    const [undone, planned, quick] = [await at.arrive(there), await at.arrive(there), await at.arrive(there)];
    await added(at.desk.world, quick, {
      direction: 'OUTBOUND',
      automatic: 'reply',
      author: { kind: 'SYSTEM', id: null, name: 'M' },
    });
    await added(at.desk.world, quick, { direction: 'OUTBOUND', author: { kind: 'BOT', id: 'bot', name: 'B' } });
    at.desk.clock.turn(10 * MINUTE);
    const first = await at.reply(agent, undone);
    await at.deliveries.cancel(agent, first.id);
    await at.reply(agent, planned, { sendAt: at.desk.clock.now() + 60 * MINUTE });
    expect((await at.total(there)).firstReply.count).toBe(0);
    await at.reply(agent, quick);
    at.desk.clock.turn(11_000);
    await at.desk.queue.run();
    const one = await at.total(there);
    expect(one.firstReply.count).toBe(1);
    near(one.firstReply.median, 600);
    at.desk.clock.turn(10 * MINUTE);
    await at.reply(agent, undone);
    at.desk.clock.turn(50 * MINUTE);
    await at.desk.queue.run();
    await at.reply(agent, quick);
    at.desk.clock.turn(11_000);
    await at.desk.queue.run();
    const all = await at.total(there);
    expect(all.firstReply.count).toBe(3);
    near(all.firstReply.ninetieth, 70 * 60);
    near(all.firstReply.median, 20 * 60);
  });

  it('takes what was never sent out again, and measures no first reply of what we began', async () => {
    const there = await at.place(10);
    const agent = await at.as('anna');
    const compose = new ComposeService(at.desk.db.uow, at.desk.sanitizer, at.desk.clock);
    const input = { inboxId: there.inbox.id, to: ['new@far.example'], subject: 'Offer', text: 'Dear' };
    const message = await compose.compose(agent, input);
    expect(await at.total(there)).toMatchObject({ new: 1, assigned: 1, open: 1 });
    await at.deliveries.cancel(agent, message.id);
    expect(await at.total(there)).toMatchObject({ new: 0, assigned: 0, open: 0 });
    const sent = await compose.compose(agent, input);
    at.desk.clock.turn(11_000);
    await at.desk.queue.run();
    await added(at.desk.world, sent.conversationId);
    await at.reply(agent, sent.conversationId);
    at.desk.clock.turn(11_000);
    await at.desk.queue.run();
    const { new: fresh, firstReply } = await at.total(there);
    expect([fresh, firstReply.count]).toEqual([1, 0]);
  });

  it('knows what is no news: spam, what is filtered, history and the demo', async () => {
    const there = await at.place();
    const agent = await at.as('anna');
    const old = await at.ingest(there, mail(person('old@far.example'), { at: new Date(Date.UTC(2025, 5, 1)) }), true);
    const aside = await opened(at.desk.world, { inboxId: there.inbox.id, channel: there.channel, placement: 'FILTERED' });
    const bad = await at.arrive(there);
    expect(await at.total(there)).toMatchObject({ new: 1, open: 2 });
    await at.put(agent, bad, 'SPAM');
    expect(await at.total(there)).toMatchObject({ new: 0, open: 1 });
    await at.put(agent, aside.id, 'INBOX');
    await at.put(agent, bad, 'INBOX');
    expect(await at.total(there)).toMatchObject({ new: 2, open: 3 });
    await at.set(agent, old, 'CLOSED');
    const done = await at.total(there);
    expect([done.closed, done.closing.count]).toEqual([1, 0]);
    const demo = new DemoService(at.desk.db.uow, at.desk.world.workspace);
    const everywhere = async () => (await at.report(there, { inboxIds: [] })).total;
    const before = await everywhere();
    await demo.set(testCtx(), true);
    expect(await everywhere()).toEqual(before);
    await demo.set(testCtx(), false);
    expect(await everywhere()).toEqual(before);
  });

  it('counts each closing and each coming back, but not what is taken back at once', async () => {
    const there = await at.place();
    const agent = await at.as('anna');
    const id = await at.arrive(there);
    at.desk.clock.turn(20 * MINUTE);
    await at.set(agent, id, 'CLOSED');
    at.desk.clock.turn(30_000);
    await at.set(agent, id, 'OPEN');
    expect(await at.total(there)).toMatchObject({ closed: 0, reopened: 0, open: 1, closing: { count: 0 } });
    at.desk.clock.turn(20 * MINUTE);
    await at.set(agent, id, 'CLOSED');
    near((await at.total(there)).closing.median, 40.5 * 60);
    at.desk.clock.turn(2 * MINUTE);
    await at.set(agent, id, 'OPEN');
    at.desk.clock.turn(5 * MINUTE);
    await at.set(await at.as('bram'), id, 'CLOSED');
    await added(at.desk.world, id);
    const { closed, reopened, open, closing } = await at.total(there);
    expect([closed, reopened, open, closing.count]).toEqual([2, 2, 1, 2]);
    near(closing.median, 5 * 60);
    const agents = await at.reports.rows(await at.report(there), 'AGENT');
    expect(agents.map(({ name, figures }) => [name, figures.closed])).toEqual([
      ['Anna', 1],
      ['Bram', 1],
      ['', 0],
    ]);
  });

  it('follows what is moved, merged, split, put away and deleted; what is open is what its inboxes hold', async () => {
    const [there, other] = [await at.place(), await at.place()];
    const agent = await at.as('anna');
    const { uow } = at.desk.db;
    const ids = [await at.arrive(there), await at.arrive(there), await at.arrive(there), await at.arrive(there)] as const;
    await at.conversations.assign(agent, [ids[0]], { agentId: at.people.anna.id });
    await new MovingService(uow, at.conversations).move(agent, { ids: [ids[0]], inboxId: other.inbox.id });
    await at.set(agent, ids[0], 'CLOSED');
    expect(await at.total(there)).toMatchObject({ new: 4, open: 3, closed: 0 });
    expect(await at.total(other)).toMatchObject({ new: 0, open: 0, closed: 1, closing: { count: 1 } });
    const merged = newId('conversationMerge');
    await new ConversationMergeService(uow, at.desk.clock).merge(agent, { id: merged, intoId: ids[1], fromId: ids[2] });
    expect(await at.total(there)).toMatchObject({ new: 4, open: 2, closed: 0 });
    await new MergeUndoService(uow).undo(agent, merged);
    expect(await at.total(there)).toMatchObject({ new: 4, open: 3 });
    const { message } = await added(at.desk.world, ids[1], { text: 'And another matter' });
    const split = {
      id: newId('conversationMerge'),
      conversationId: newId('conversation'),
      fromId: ids[1],
      itemIds: [message.id],
    };
    await new ConversationSplitService(uow).split(agent, split);
    expect(await at.total(there, { channelIds: [there.channel.id] })).toMatchObject({ new: 5, open: 4 });
    await at.put(agent, ids[3], 'TRASH');
    expect(await at.total(there)).toMatchObject({ new: 5, open: 3, closed: 0 });
    const trash = new TrashService(at.conversations);
    await trash.restore(agent, [ids[3]], null);
    expect(await at.total(there)).toMatchObject({ new: 5, open: 4 });
    await at.put(agent, ids[3], 'TRASH');
    await trash.deleteForever(agent, [ids[3]]);
    expect(await at.total(there)).toMatchObject({ new: 5, open: 3 });
    expect(await at.desk.rows('SELECT * FROM report_watch WHERE conversation_id = ?', [ids[3]])).toEqual([]);
    await at.expectBacklog();
  });
});
