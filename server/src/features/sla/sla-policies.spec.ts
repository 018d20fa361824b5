import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { type Place, ReportDesk } from '../../../test/support/report-desk.js';
import { newId } from '../../kernel/ids.js';
import { ConversationMergeService } from '../conversation-merge/merge.service.js';
import { MergeUndoService } from '../conversation-merge/undo.service.js';
import { SnoozeService } from '../snooze/snooze.service.js';
import { WakeJob } from '../snooze/wake.job.js';
import { ApplyJob } from './apply.job.js';
import { DueJob } from './due.job.js';
import { SlaResolver } from './sla.resolver.js';
import { type SlaPolicySave, SlaService } from './sla.service.js';

const MINUTE = 60_000;
let at: ReportDesk;
let service: SlaService;
beforeAll(async () => {
  at = await ReportDesk.open();
  const { db, queue } = at.desk;
  for (const job of [new DueJob(db.uow, queue), new ApplyJob(db.uow, queue), new WakeJob(db.uow, queue)]) job.onModuleInit();
  service = new SlaService(db.uow);
});
afterAll(() => at.close());

const save = ({ inbox }: Place, limits: Partial<SlaPolicySave>) =>
  service.save(testCtx(), { inboxId: inbox.id, counts: 'ALWAYS', ...limits });
const turn = async (minutes: number): Promise<void> => {
  at.desk.clock.turn(minutes * MINUTE);
  await at.desk.queue.run();
};
const left = (dueAt: number | null): number | null => (dueAt === null ? null : Math.ceil((dueAt - at.desk.clock.now()) / MINUTE));
/** How many minutes there are left to answer, and to close. */
const minutes = async (id: string) => {
  const { slaDueAt, closingDueAt } = await at.desk.conversation(id);
  return [left(slaDueAt), left(closingDueAt)];
};
const missed = async (id: string) =>
  (await at.desk.items(id)).filter(({ activity }) => activity === 'sla_missed').map(({ data }) => data['kind']);
/** A question of somebody new that can be followed by others. */
async function ask(there: Place) {
  const first = mail(person(`${newId('contact')}@far.example`));
  const id = await at.ingest(there, first);
  const again = () => at.ingest(there, mail(first.sender, { thread: { answers: first.knownAs as string[] } }));
  return { id, again };
}

describe('the clock on closing (D37)', () => {
  it('runs on while it is answered, stands while it sleeps, and ends when it is closed', async () => {
    const there = await at.place();
    await save(there, { firstMinutes: 60, closingMinutes: 240 });
    const anna = await at.as('anna');
    const { id, again } = await ask(there);
    expect(await minutes(id)).toEqual([60, 240]);
    await turn(20);
    await at.reply(anna, id);
    await again();
    expect(await minutes(id)).toEqual([null, 220]);
    expect(new SlaResolver().closing(await at.desk.conversation(id))).toMatchObject({ kind: 'CLOSING', paused: false });
    await new SnoozeService(at.conversations).snooze(anna, { ids: [id], until: at.desk.clock.now() + 600 * MINUTE });
    expect(await minutes(id)).toEqual([null, null]);
    await turn(601);
    expect(await minutes(id)).toEqual([null, 220]);
    await at.set(anna, id, 'CLOSED');
    expect(new SlaResolver().closing(await at.desk.conversation(id))).toBeNull();
    await turn(600);
    // Who opens it again has what was left; what its customer brings up again is a new matter.
    await at.set(anna, id, 'OPEN');
    expect(await minutes(id)).toEqual([null, 220]);
    await at.set(anna, id, 'CLOSED');
    await again();
    expect([await minutes(id), await missed(id)]).toEqual([[null, 240], []]);
    await turn(241);
    expect(await missed(id)).toEqual(['CLOSING']);
    await at.set(anna, id, 'CLOSED');
    expect((await at.total(there)).sla.closing).toEqual({ kept: 2, missed: 1 });
  });

  it('is not counted as kept by who opens it again at once, and is missed once when it is closed too late', async () => {
    const there = await at.place();
    await save(there, { closingMinutes: 60 });
    const anna = await at.as('anna');
    const { id } = await ask(there);
    await at.set(anna, id, 'CLOSED');
    expect((await at.total(there)).sla.closing).toEqual({ kept: 1, missed: 0 });
    await at.set(anna, id, 'OPEN');
    expect((await at.total(there)).sla.closing).toEqual({ kept: 0, missed: 0 });
    at.desk.clock.turn(61 * MINUTE);
    await at.set(anna, id, 'CLOSED');
    await turn(1);
    expect([(await at.total(there)).sla.closing, await missed(id)]).toEqual([{ kept: 0, missed: 1 }, []]);
  });

  it('is that which is over first when two become one, and as it was when that is undone (N12)', async () => {
    const there = await at.place();
    await save(there, { closingMinutes: 60 });
    const anna = await at.as('anna');
    const older = await ask(there);
    await turn(10);
    const newer = await ask(there);
    const mergeId = newId('conversationMerge');
    const merges = new ConversationMergeService(at.desk.db.uow, at.desk.clock);
    await merges.merge(anna, { id: mergeId, intoId: newer.id, fromId: older.id });
    expect(await minutes(newer.id)).toEqual([null, 50]);
    await new MergeUndoService(at.desk.db.uow).undo(anna, mergeId);
    expect([await minutes(newer.id), await minutes(older.id)]).toEqual([
      [null, 60],
      [null, 50],
    ]);
  });
});

describe('limits of a channel by itself (D37)', () => {
  it('hold for what begins by it, those of the inbox for all else, until they are taken away', async () => {
    const there = await at.place();
    const chat = { ...there, channel: await at.desk.channel(there.inbox, [`${newId('channel')}@chat.example`]) };
    await save(there, { firstMinutes: 240 });
    await save(there, { channelId: chat.channel.id, firstMinutes: 2, nextMinutes: 1 });
    const [slow, quick] = [await ask(there), await ask(chat)];
    expect([await minutes(slow.id), await minutes(quick.id)]).toEqual([
      [240, null],
      [2, null],
    ]);
    const foreign = (await at.place()).channel.id;
    await expect(save(there, { channelId: foreign })).rejects.toMatchObject({ detail: { path: ['channelId'] } });
    const remove = { inboxId: there.inbox.id, channelId: chat.channel.id };
    await expect(service.remove(await at.as('anna'), remove)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(service.remove(testCtx(), { ...remove, expectedVersion: 7 })).rejects.toMatchObject({ code: 'CONFLICT' });
    await service.remove(testCtx(), remove);
    expect(await minutes((await ask(chat)).id)).toEqual([240, null]);
    // A clock that runs keeps its time.
    expect(await minutes(quick.id)).toEqual([2, null]);
    const sql = "SELECT changes FROM audit_entry WHERE action = 'SLA_CHANGED' AND object_id = ? ORDER BY seq";
    const entries = await at.desk.rows<{ changes: string }>(sql, [there.inbox.id]);
    expect(entries.map(({ changes }) => JSON.parse(changes).at(-1).field)).toEqual(['counts', 'channel', 'channel']);
  });
});

describe('limits that are to hold for what is open (D37)', () => {
  it('set its clocks anew, begin those of who waits without one, and leave what was missed and what is closed', async () => {
    const there = await at.place();
    await save(there, { firstMinutes: 60, closingMinutes: 600 });
    const anna = await at.as('anna');
    const [runs, late, slept, closed] = [await ask(there), await ask(there), await ask(there), await ask(there)];
    await new SnoozeService(at.conversations).snooze(anna, { ids: [slept.id], until: at.desk.clock.now() + 300 * MINUTE });
    await at.set(anna, closed.id, 'CLOSED');
    await save(there, { firstMinutes: 5, applyToOpen: true });
    await turn(10);
    expect([await missed(runs.id), await missed(late.id)]).toEqual([['FIRST'], ['FIRST']]);
    const fresh = await ask(there);
    await save(there, { firstMinutes: 30, closingMinutes: 100, applyToOpen: true });
    await at.desk.queue.run();
    // Late is late; what stands has the new time when it goes on.
    expect((await minutes(late.id))[0]).toBeLessThan(0);
    expect([await minutes(fresh.id), await minutes(slept.id), await minutes(closed.id)]).toEqual([
      [30, 100],
      [null, null],
      [null, null],
    ]);
    await turn(291);
    expect((await minutes(slept.id))[0]).toBe(30);
    const free = await at.place();
    const waits = await ask(free);
    await save(free, { firstMinutes: 60, applyToOpen: true });
    await at.desk.queue.run();
    const { waitingSince, slaDueAt } = await at.desk.conversation(waits.id);
    expect(slaDueAt).toBe((waitingSince ?? 0) + 60 * MINUTE);
    await save(free, {});
    await at.desk.queue.run();
    expect(await minutes(waits.id)).toEqual([null, null]);
  });
});
