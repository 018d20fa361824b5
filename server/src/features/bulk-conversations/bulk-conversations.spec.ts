import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChannelDesk } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import type { User } from '../agents/index.js';
import { seenBy } from '../changes/change-rules.js';
import { addItem, changeConversation, type Conversation, ConversationService, openConversation } from '../conversations/index.js';
import { FilterService } from '../filters/index.js';
import { type Inbox, recountInboxes } from '../inboxes/index.js';
import { MovingService } from '../moving/index.js';
import { SnoozeService } from '../snooze/index.js';
import { TagService } from '../tags/index.js';
import { TrashService } from '../trash/index.js';
import type { BulkChange } from '../bulk-changes/bulk-change.entity.js';
import { BulkChangeJob } from '../bulk-changes/bulk-change.job.js';
import { BULK_CHANGE, BulkChangeService } from '../bulk-changes/bulk-change.service.js';
import { BulkSubjects } from '../bulk-changes/index.js';
import { backOf, type BulkAction } from './bulk-action.js';
import { ConversationSubject } from './conversation-subject.js';
import { BulkDoing } from './doing.js';

const DAY_MS = 24 * 60 * 60_000;

let desk: ChannelDesk;
let changes: BulkChangeService;
let job: BulkChangeJob;
let conversations: ConversationService;
let tags: TagService;
let anna: User;
let bram: User;
let other: Inbox;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, queue, world, clock } = desk;
  conversations = new ConversationService(db.uow, db.journal);
  tags = new TagService(db.uow, conversations);
  const doing = new BulkDoing(
    conversations,
    tags,
    new MovingService(db.uow, conversations),
    new FilterService(db.uow, db.journal, conversations),
    new TrashService(conversations),
    new SnoozeService(conversations),
  );
  const subjects = new BulkSubjects();
  subjects.register(new ConversationSubject(doing));
  changes = new BulkChangeService(db.uow, subjects);
  job = new BulkChangeJob(db.uow, queue, subjects, clock);
  job.onModuleInit();
  anna = await world.agent('Anna');
  bram = await world.agent('Bram');
  other = await world.inboxes.save(testCtx(), {
    name: 'Other',
    audience: 'MEMBERS',
    members: [{ agentId: bram.id, role: 'AGENT' }],
  });
});
afterAll(() => desk.close());

let inboxes = 0;
async function inboxWith(count: number, role: 'AGENT' | 'VIEWER' = 'AGENT'): Promise<{ inbox: Inbox; ids: string[] }> {
  const members = [
    { agentId: anna.id, role },
    { agentId: bram.id, role: 'AGENT' as const },
  ];
  const inbox = await desk.world.inboxes.save(testCtx(), { name: `Inbox ${(inboxes += 1)}`, audience: 'MEMBERS', members });
  const ids = await desk.db.uow.run(testCtx(), async (tx) => {
    const made: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const at = tx.now - n * 1000;
      const input = { channel: null, contact: null, subject: `No ${n}`, at, placement: 'INBOX' as const };
      made.push((await openConversation(tx, { ...input, inboxId: inbox.id })).id);
    }
    return made;
  });
  return { inbox, ids };
}

const as = (user: User): Promise<Ctx> => desk.world.as(user);
const begin = async (inbox: Inbox, action: BulkAction, part: object = {}): Promise<BulkChange> =>
  changes.start(await as(anna), 'CONVERSATIONS', { id: newId('bulkChange'), filter: { inboxIds: [inbox.id], ...part }, action });
const now = async (one: BulkChange): Promise<BulkChange> => (await changes.find(await as(anna), one.id))!;
const runAll = async (one: BulkChange): Promise<BulkChange> => (await desk.queue.run(), now(one));
const undone = async (one: BulkChange): Promise<BulkChange> => (await changes.undo(await as(anna), one.id), runAll(one));
const rowsOf = (inbox: Inbox): Promise<Record<string, unknown>[]> =>
  desk.rows(
    'SELECT id, status, assignee_user_id, placement, snoozed_until FROM conversation WHERE inbox_id = ? ORDER BY last_message_at DESC',
    [inbox.id],
  );
/** One batch of the job, as if its process died after it. */
async function oneBatch(): Promise<void> {
  const [row] = await desk.rows<{ id: string }>("SELECT id FROM job WHERE name = ? AND state = 'PENDING' ORDER BY id LIMIT 1", [
    BULK_CHANGE,
  ]);
  let units = 0;
  const { uow } = desk.db;
  const run = uow.run.bind(uow);
  uow.run = (async (ctx: Ctx, ...rest: [never]) => {
    if (ctx.operationId?.startsWith('blk_') && (units += 1) > 2) throw new Error('The process died');
    return run(ctx, ...rest);
  }) as typeof uow.run;
  await desk.queue.runOne(BULK_CHANGE, row!.id);
  uow.run = run;
}

describe('all in a view', () => {
  it('is closed batch by batch however long it is, told live to him alone, and reopened as one thing', async () => {
    const { inbox, ids } = await inboxWith(120);
    const rest = await inboxWith(1);
    await conversations.setStatus(await as(bram), [ids[3]!], 'CLOSED');
    const one = await begin(inbox, { status: 'CLOSED' }, { status: ['OPEN', 'CLOSED'] });
    expect(one).toMatchObject({ state: 'RUNNING', total: null, done: 0 });
    const done = await runAll(one);
    expect(done).toMatchObject({ state: 'DONE', total: 120, done: 120, changed: 119, failed: 0, problems: [] });
    expect(new Set((await rowsOf(inbox)).map(({ status }) => status))).toEqual(new Set(['CLOSED']));
    expect(await rowsOf(rest.inbox)).toMatchObject([{ status: 'OPEN' }]);
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
    expect((await desk.items(ids[0]!)).at(-1)).toMatchObject({ activity: 'closed', authorId: anna.id });
    const told = await desk.rows<{ audience: string; type: string }>('SELECT audience, type FROM event WHERE node_id = ?', [
      one.id,
    ]);
    // Begun, counted, three batches, the end.
    expect(told).toHaveLength(6);
    expect(new Set(told.map(({ audience }) => audience))).toEqual(new Set([`user:${anna.id}`]));
    const back = await undone(one);
    expect(back).toMatchObject({ state: 'UNDONE', undone: 119, failed: 0 });
    expect((await rowsOf(inbox)).filter(({ status }) => status === 'CLOSED').map(({ id }) => id)).toEqual([ids[3]]);
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
    // A repeat of the same changes nothing.
    expect(await undone(one)).toEqual(back);
    expect(
      await changes.start(await as(anna), 'CONVERSATIONS', { id: one.id, filter: {}, action: { status: 'CLOSED' } }),
    ).toEqual(back);
  });

  it('goes on where it was when the process dies, and does nothing twice', async () => {
    const { inbox, ids } = await inboxWith(110);
    const tag = await tags.save(await as(anna), { name: 'Twice' });
    const one = await begin(inbox, { tag: { add: [tag.id], remove: [] } });
    await oneBatch();
    expect(await now(one)).toMatchObject({ state: 'RUNNING', total: 110, done: 50, changed: 50 });
    desk.clock.turn(DAY_MS / 2);
    expect(await runAll(one)).toMatchObject({ state: 'DONE', done: 110, changed: 110 });
    for (const id of [ids[0]!, ids[60]!, ids[109]!])
      expect((await desk.items(id)).filter(({ activity }) => activity === 'tagged')).toHaveLength(1);
  });

  it('is stopped half way, and what was done until then is taken back', async () => {
    const { inbox, ids } = await inboxWith(60);
    const one = await begin(inbox, { assign: { assigneeId: bram.id } });
    await oneBatch();
    expect(await changes.stop(await as(anna), one.id)).toMatchObject({ state: 'STOPPED' });
    desk.clock.turn(DAY_MS / 2);
    expect(await runAll(one)).toMatchObject({ state: 'STOPPED', done: 50, changed: 50 });
    const assigned = (await rowsOf(inbox)).filter((row) => row['assignee_user_id'] === bram.id);
    expect(assigned.map(({ id }) => id)).toEqual(ids.slice(0, 50));
    // What a colleague did since is not taken back.
    await conversations.setStatus(await as(bram), [ids[0]!], 'CLOSED');
    const back = await undone(one);
    expect(back).toMatchObject({ state: 'UNDONE', undone: 49, failed: 1, problems: [{ code: 'CONFLICT' }] });
    expect((await rowsOf(inbox)).filter((row) => row['assignee_user_id'] !== null).map(({ id }) => id)).toEqual([ids[0]]);
  });

  it('leaves alone what gets a new message while it runs', async () => {
    const { inbox, ids } = await inboxWith(60);
    const one = await begin(inbox, { status: 'CLOSED' }, { status: ['OPEN'] });
    await oneBatch();
    await desk.db.uow.run(testCtx(), (tx) =>
      addItem(tx, ids[55]!, {
        kind: 'MESSAGE',
        direction: 'INBOUND',
        author: { kind: 'CONTACT', id: null, name: 'Klant' },
        at: tx.now,
        text: 'One more thing',
      }),
    );
    desk.clock.turn(DAY_MS / 2);
    expect(await runAll(one)).toMatchObject({ state: 'DONE', done: 59, changed: 59 });
    expect((await rowsOf(inbox)).filter(({ status }) => status === 'OPEN').map(({ id }) => id)).toEqual([ids[55]]);
  });

  it.each<[string, BulkAction, Partial<Conversation>]>([
    ['spam', { place: 'SPAM' }, { placement: 'SPAM' }],
    ['the trash', { place: 'TRASH' }, { placement: 'TRASH' }],
  ])('goes to %s and back to where it lay', async (_, action, after) => {
    const { inbox } = await inboxWith(3);
    const before = await rowsOf(inbox);
    const one = await begin(inbox, action);
    expect(await runAll(one)).toMatchObject({ state: 'DONE', changed: 3 });
    for (const row of await rowsOf(inbox)) expect(row).toMatchObject(after);
    expect(await undone(one)).toMatchObject({ state: 'UNDONE', undone: 3 });
    expect(await rowsOf(inbox)).toEqual(before);
  });

  it('goes to an inbox out of his sight and back, assignees and all', async () => {
    const { inbox, ids } = await inboxWith(3);
    await conversations.assign(await as(bram), [ids[0]!], { agentId: anna.id });
    const before = await rowsOf(inbox);
    const one = await begin(inbox, { moveToId: other.id });
    expect(await runAll(one)).toMatchObject({ state: 'DONE', changed: 3 });
    expect(await rowsOf(inbox)).toEqual([]);
    expect(await undone(one)).toMatchObject({ state: 'UNDONE', undone: 3, failed: 0 });
    expect(await rowsOf(inbox)).toEqual(before);
  });

  it('sleeps, and is as it was when that is taken back: also what slept until another time', async () => {
    const { inbox, ids } = await inboxWith(2);
    const until = desk.clock.now() + 10 * DAY_MS;
    await desk.db.uow.run(testCtx(), (tx) => changeConversation(tx, ids[1]!, { status: 'SNOOZED', snoozedUntil: until }));
    const one = await begin(inbox, { snoozeUntil: until + DAY_MS });
    expect(await runAll(one)).toMatchObject({ state: 'DONE', changed: 2 });
    expect(await undone(one)).toMatchObject({ undone: 2 });
    expect(await rowsOf(inbox)).toMatchObject([{ status: 'OPEN' }, { status: 'SNOOZED' }]);
    expect(Number((await rowsOf(inbox))[1]!['snoozed_until'])).toBe(until);
  });
});

describe('rights', () => {
  it('refuses an inbox that is not his, one that he only reads, and whoever is no person in the app', async () => {
    const { inbox } = await inboxWith(1, 'VIEWER');
    const at = { detail: { path: ['filter', 'inboxIds'] } };
    await expect(begin(other, { status: 'CLOSED' })).rejects.toMatchObject({ code: 'NOT_FOUND', ...at });
    await expect(begin(inbox, { status: 'CLOSED' })).rejects.toMatchObject({ code: 'FORBIDDEN', ...at });
    await expect(begin(inbox, { status: 'SNOOZED' } as never)).rejects.toMatchObject({ code: 'UNSUPPORTED' });
    const admin = await desk.world.as(await desk.world.agent('Ada', 'ADMIN'));
    const looks = changes.start(admin, 'CONVERSATIONS', {
      id: newId('bulkChange'),
      filter: { inboxIds: [inbox.id] },
      action: { status: 'CLOSED' },
    });
    await expect(looks).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
    const ctx = await as(anna);
    const byToken = { ...ctx, principal: { ...ctx.principal, token: { id: 'ptk_x', name: 'Script' } } } as Ctx;
    const input = { id: newId('bulkChange'), filter: {}, action: { status: 'CLOSED' as const } };
    await expect(changes.start(byToken, 'CONVERSATIONS', input)).rejects.toMatchObject({ code: 'UNSUPPORTED' });
  });

  it('of all inboxes changes those where he acts, and tells of those that he only reads', async () => {
    const [acts, reads] = [await inboxWith(2), await inboxWith(2, 'VIEWER')];
    const tag = await tags.save(await as(anna), { name: 'Everywhere' });
    for (const { ids } of [acts, reads]) await tags.tag(await as(bram), { ids, add: [tag.id], remove: [] });
    const filter = { tagIds: [tag.id] };
    const one = await changes.start(await as(anna), 'CONVERSATIONS', {
      id: newId('bulkChange'),
      filter,
      action: { status: 'CLOSED' },
    });
    expect(await runAll(one)).toMatchObject({ state: 'DONE', done: 4, changed: 2, failed: 2 });
    expect((await now(one)).problems).toMatchObject([{ code: 'FORBIDDEN' }, { code: 'FORBIDDEN' }]);
    expect((await rowsOf(reads.inbox)).map(({ status }) => status)).toEqual(['OPEN', 'OPEN']);
  });

  it('ends where he loses the inbox half way, and says so', async () => {
    const { inbox, ids } = await inboxWith(60);
    const one = await begin(inbox, { status: 'CLOSED' });
    await oneBatch();
    await desk.world.inboxes.save(testCtx(), { id: inbox.id, members: [{ agentId: bram.id, role: 'AGENT' }] });
    desk.clock.turn(DAY_MS / 2);
    expect(await runAll(one)).toMatchObject({ state: 'FAILED', done: 50, reason: { code: 'NOT_FOUND' } });
    expect((await rowsOf(inbox)).filter(({ status }) => status === 'OPEN').map(({ id }) => id)).toEqual(ids.slice(50));
    // Nor does he reach into it by taking it back.
    expect(await undone(one)).toMatchObject({ state: 'UNDONE', undone: 0, failed: 50 });
    expect((await rowsOf(inbox)).filter(({ status }) => status === 'OPEN')).toHaveLength(10);
  });

  it('is nobody else’s: not to be found, stopped, taken back or heard of', async () => {
    const { inbox } = await inboxWith(1);
    const one = await begin(inbox, { status: 'CLOSED' });
    const his = await as(bram);
    expect(await changes.find(his, one.id)).toBeNull();
    expect(await changes.list(his)).toEqual([]);
    for (const call of [changes.stop(his, one.id), changes.undo(his, one.id)])
      await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      changes.start(his, 'CONVERSATIONS', { id: one.id, filter: {}, action: { status: 'OPEN' } }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await desk.queue.run();
    await desk.world.position();
    const events = (await desk.db.journal.read(0, 100_000)).filter(({ nodeId }) => nodeId === one.id);
    expect(events.length).toBeGreaterThan(2);
    for (const event of events) expect(seenBy(his.principal, event)).toBe('nothing');
  });

  it('fails as a whole where the action can no longer be done, and waits its turn', async () => {
    const { inbox } = await inboxWith(1);
    const tag = await tags.save(await as(anna), { name: 'Gone' });
    const one = await begin(inbox, { tag: { add: [tag.id], remove: [] } });
    await tags.delete(testCtx(), tag.id);
    expect(await runAll(one)).toMatchObject({
      state: 'FAILED',
      reason: { code: 'NOT_FOUND', message: 'There is no such tag.' },
      changed: 0,
    });
    for (let n = 0; n < 5; n += 1) await begin(inbox, { status: n % 2 === 0 ? 'CLOSED' : 'OPEN' });
    await expect(begin(inbox, { status: 'OPEN' })).rejects.toMatchObject({ code: 'LIMIT' });
    await desk.queue.run();
    expect(await rowsOf(inbox)).toMatchObject([{ status: 'CLOSED' }]);
  });
});

it('can be taken back for a day, and is forgotten after a month', async () => {
  const { inbox } = await inboxWith(1);
  const one = await runAll(await begin(inbox, { status: 'CLOSED' }));
  desk.clock.turn(DAY_MS + 1);
  await expect(changes.undo(await as(anna), one.id)).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['id'] } });
  await job.onApplicationBootstrap();
  await desk.queue.run();
  expect(await desk.rows('SELECT 1 FROM bulk_change_item WHERE bulk_change_id = ?', [one.id])).toEqual([]);
  expect(await changes.find(await as(anna), one.id)).not.toBeNull();
  desk.clock.turn(30 * DAY_MS);
  await desk.queue.run();
  expect(await changes.find(await as(anna), one.id)).toBeNull();
});

it('the way back of a tag is only what it did', () => {
  const before = { tagIds: new Set(['a', 'b']) } as never;
  expect(backOf({ tag: { add: ['a', 'c'], remove: ['b', 'd'] } }, before)).toEqual({ tag: { add: ['b'], remove: ['c'] } });
});
