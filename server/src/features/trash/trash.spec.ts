import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboundEvent } from '@balie/plugin-sdk';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { opened } from '../../../test/support/conversations.js';
import { testCtx } from '../../../test/support/database.js';
import type { User } from '../agents/index.js';
import type { Channel } from '../channels/index.js';
import { type Conversation, ConversationService, findConversation } from '../conversations/index.js';
import { FilterService } from '../filters/index.js';
import { type Inbox, recountInboxes } from '../inboxes/index.js';
import { DecodeJob } from '../intake/decode.job.js';
import { InboundItem } from '../intake/inbound-item.entity.js';
import { IntakeService } from '../intake/intake.service.js';
import { ClosedJob } from './closed.job.js';
import { PurgeJob } from './purge.job.js';
import { deletedForeverAt } from './retention.js';
import { TrashService } from './trash.service.js';
import { WipeFilesJob } from './wipe-files.job.js';

const DAY = 24 * 60 * 60_000;

let desk: ChannelDesk;
let intake: IntakeService;
let conversations: ConversationService;
let filters: FilterService;
let trash: TrashService;
let owner: User;
let anna: User;
let vera: User;
let eve: User;
let inbox: Inbox;
let channel: Channel;
let raws = 0;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer, world } = desk;
  intake = new IntakeService(db.uow);
  conversations = new ConversationService(db.uow, db.journal);
  filters = new FilterService(db.uow, db.journal, conversations);
  trash = new TrashService(conversations);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new WipeFilesJob(db.uow, queue, storage).onModuleInit();
  const purge = new PurgeJob(db.uow, queue);
  purge.onModuleInit();
  await purge.onApplicationBootstrap();
  const closed = new ClosedJob(db.uow, queue);
  closed.onModuleInit();
  await closed.onApplicationBootstrap();
  owner = await world.agent('Olivia', 'OWNER');
  anna = await world.agent('Anna');
  vera = await world.agent('Vera');
  eve = await world.agent('Eve');
  const members = [
    { agentId: anna.id, role: 'AGENT' as const },
    { agentId: vera.id, role: 'VIEWER' as const },
  ];
  inbox = await world.inboxes.save(testCtx(), { name: 'Support', audience: 'MEMBERS', members });
  channel = await desk.channel(inbox, ['support@shop.example']);
});
afterAll(() => desk.close());

async function arrive(event: InboundEvent, externalId = `raw${(raws += 1)}`): Promise<InboundItem> {
  const { hash } = await desk.storage.put(Buffer.from(`Subject: ${externalId}\r\n\r\nWords`));
  desk.gateway.events.set(externalId, [event]);
  await intake.receive(channel.id, [{ externalId, rawHash: hash, meta: {} }], { history: false, epoch: null });
  await desk.queue.run();
  return desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { channelId: channel.id, externalId });
}
const began = async (): Promise<Conversation> =>
  desk.conversation((await arrive(mail(person(`p${(raws += 1)}@cust.example`)))).conversationId!);
const remove = async (ids: string[], expectedVersions?: number[], by = anna) =>
  filters.place(await desk.world.as(by), {
    ids,
    placement: 'TRASH',
    rememberSender: false,
    expectedVersions: expectedVersions ?? null,
  });
const find = (id: string) => findConversation(desk.db.uow.reader, id);
const last = async (id: string) => (await desk.items(id)).at(-1);
const codes = (result: { userErrors: { code: string }[] }): string[] => result.userErrors.map(({ code }) => code);

describe('the trash (S26 to S28, S38)', () => {
  it('takes a conversation out of all counts and gives it back as it was: place, reason, status and assignee', async () => {
    const { id } = await began();
    await conversations.assign(await desk.world.as(anna), [id], { agentId: anna.id });
    await conversations.setStatus(await desk.world.as(anna), [id], 'CLOSED');
    await filters.place(await desk.world.as(anna), { ids: [id], placement: 'FILTERED', rememberSender: false });
    const [trashed] = (await remove([id])).conversations;
    expect(trashed).toMatchObject({ placement: 'TRASH', status: 'CLOSED', assigneeUserId: anna.id });
    expect(await last(id)).toMatchObject({ activity: 'placed', data: { from: 'FILTERED', to: 'TRASH' } });
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
    const {
      conversations: [back],
    } = await trash.restore(await desk.world.as(anna), [id], null, [trashed!.version]);
    expect(back).toMatchObject({
      placement: 'FILTERED',
      placementReason: 'BY_PERSON: Anna',
      status: 'CLOSED',
      assigneeUserId: anna.id,
    });
    expect(await last(id)).toMatchObject({ activity: 'restored', authorName: 'Anna', data: { to: 'FILTERED' } });
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });

  it('is only read while it lies there: neither assigned nor closed nor moved elsewhere, and nobody can answer', async () => {
    const { id } = await began();
    await remove([id]);
    const ctx = await desk.world.as(anna);
    expect(codes(await conversations.assign(ctx, [id], { agentId: anna.id }))).toEqual(['INVALID']);
    expect(codes(await conversations.setStatus(ctx, [id], 'CLOSED'))).toEqual(['INVALID']);
    expect(codes(await filters.place(ctx, { ids: [id], placement: 'SPAM', rememberSender: false }))).toEqual(['INVALID']);
    for (const need of ['comment', 'act'] as const)
      await expect(desk.access.requireAction(ctx, id, need)).rejects.toMatchObject({ code: 'INVALID' });
    expect(await desk.access.requireAction(ctx, id, 'view')).toMatchObject({ id });
  });

  it('is for who acts in the inbox; twice is once; who comes second with an old version is told', async () => {
    const { id, version } = await began();
    expect(codes(await remove([id], [version], vera))).toEqual(['FORBIDDEN']);
    expect(codes(await remove([id], [version], owner))).toEqual(['NOT_A_MEMBER']);
    expect(codes(await remove([id], [version], eve))).toEqual(['NOT_FOUND']);
    await conversations.setStatus(await desk.world.as(anna), [id], 'CLOSED', [version]);
    expect(codes(await remove([id], [version]))).toEqual(['CONFLICT']);
    await remove([id]);
    const again = await remove([id]);
    expect([codes(again), again.conversations.length]).toEqual([[], 1]);
    expect(codes(await trash.restore(await desk.world.as(vera), [id], null))).toEqual(['FORBIDDEN']);
    expect(codes(await trash.restore(await desk.world.as(eve), [id], null))).toEqual(['NOT_FOUND']);
    expect(codes(await trash.deleteForever(await desk.world.as(vera), [id]))).toEqual(['FORBIDDEN']);
    expect(await find(id)).toMatchObject({ placement: 'TRASH' });
  });

  it('asks for another inbox when its own is gone, and puts it there (S28)', async () => {
    const lost = await desk.world.inboxes.save(testCtx(), { name: 'Lost', audience: 'EVERYONE' });
    const { id } = await opened(desk.world, { inboxId: lost.id });
    await remove([id]);
    const target = await desk.world.inboxes.save(testCtx(), {
      name: 'Saved',
      audience: 'MEMBERS',
      members: [{ agentId: owner.id, role: 'AGENT' }],
    });
    await desk.db.uow.run(testCtx(), (tx) => tx.execute('DELETE FROM inbox WHERE id = ?', [lost.id]));
    const ctx = await desk.world.as(owner);
    expect((await trash.restore(ctx, [id], null)).userErrors).toMatchObject([{ code: 'INBOX_GONE', path: ['0', 'inboxId'] }]);
    const {
      conversations: [back],
    } = await trash.restore(ctx, [id], target.id);
    expect(back).toMatchObject({ inboxId: target.id, placement: 'INBOX' });
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });

  it('gets no new words: a person who answers begins another conversation, linked', async () => {
    const first = mail(person('again@cust.example'));
    const { conversationId } = await arrive(first);
    await remove([conversationId!]);
    const answer = await arrive(mail(person('again@cust.example'), { thread: { answers: first.knownAs } }));
    expect(answer.conversationId).not.toBe(conversationId);
    const lines = (await desk.items(answer.conversationId!)).filter(({ activity }) => activity === 'linked');
    expect(lines).toMatchObject([{ data: { conversationId } }]);
  });
});

describe('deleting for ever (S29)', () => {
  it('is for the trash only, and leaves nothing but hashes: neither words nor files nor names in the ledger', async () => {
    const bytes = Buffer.from('a file of this mail alone');
    const { hash } = await desk.storage.put(bytes);
    const event = mail(person('gone@cust.example', 'Gone Girl'), { thread: { subject: 'Secret' } });
    const item = await arrive(event);
    const id = item.conversationId!;
    await desk.db.uow.run(testCtx(), (tx) =>
      tx.execute(
        `INSERT INTO attachment (id, message_id, position, name, mime, bytes, hash, inline, state, created_at)
         VALUES (?, ?, 0, 'a.txt', 'text/plain', 25, ?, ?, 'READY', 1)`,
        [`att_${id.slice(4)}`, item.messageId, hash, false],
      ),
    );
    const ctx = await desk.world.as(anna);
    expect(codes(await trash.deleteForever(ctx, [id]))).toEqual(['INVALID']);
    await remove([id]);
    const before = await desk.world.position();
    expect(await trash.deleteForever(ctx, [id])).toEqual({ ids: [id], userErrors: [] });
    await desk.queue.run();

    expect(await find(id)).toBeNull();
    expect(await desk.items(id)).toEqual([]);
    expect([await desk.storage.has(hash), await desk.storage.has(item.rawHash!)]).toEqual([false, false]);
    const left = await desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { id: item.id });
    expect(left).toMatchObject({ state: 'DELIVERED', sender: null, subject: null, rawHash: null, conversationId: null });
    expect(left.reason).toMatch(/^PURGED:/);
    const tombstones = JSON.stringify(await desk.rows('SELECT * FROM tombstone'));
    expect(tombstones).not.toContain(event.id);
    expect(await desk.world.events(before)).toContainEqual(
      expect.objectContaining({ type: 'conversation.deleted', change: 'DELETED', nodeId: id, inboxId: inbox.id }),
    );
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });

  it('keeps the same mail away, also from the account connected anew, but not who answers it', async () => {
    const event = mail(person('back@cust.example'));
    const { conversationId } = await arrive(event);
    await remove([conversationId!]);
    await trash.deleteForever(await desk.world.as(anna), [conversationId!]);
    expect(await arrive(event)).toMatchObject({
      state: 'FILTERED',
      conversationId: null,
      reason: expect.stringMatching(/^PURGED/),
    });
    const answer = await arrive(mail(person('back@cust.example'), { thread: { answers: event.knownAs } }));
    expect(answer).toMatchObject({ state: 'DELIVERED', conversationId: expect.any(String) });
    expect((await desk.items(answer.conversationId!)).map(({ activity }) => activity)).toContain('follows_deleted');

    const before = channel;
    await desk.db.uow.run(testCtx(), (tx) => tx.execute('UPDATE channel SET account = ? WHERE id = ?', ['old', before.id]));
    channel = await desk.channel(inbox, ['support@shop.example']);
    expect(await arrive(event)).toMatchObject({ state: 'FILTERED', conversationId: null });
  });

  it('leaves a file that another message has', async () => {
    const item = await arrive(mail(person('shared@cust.example')));
    const other = await began();
    const [message] = await desk.items(other.id);
    await desk.db.uow.run(testCtx(), (tx) =>
      tx.execute('UPDATE message SET raw_hash = ? WHERE id = ?', [item.rawHash, message!.id]),
    );
    await remove([item.conversationId!]);
    await trash.deleteForever(await desk.world.as(anna), [item.conversationId!]);
    await desk.queue.run();
    expect(await desk.storage.has(item.rawHash!)).toBe(true);
  });
});

describe('the clock of the house', () => {
  it('empties the trash after 30 days and spam after 90, and nothing else (S26, S40)', async () => {
    const [trashed, spam, filtered, open] = [await began(), await began(), await began(), await began()];
    const ctx = await desk.world.as(anna);
    await remove([trashed.id]);
    await filters.place(ctx, { ids: [spam.id], placement: 'SPAM', rememberSender: false });
    await filters.place(ctx, { ids: [filtered.id], placement: 'FILTERED', rememberSender: false });
    const there = async (): Promise<boolean[]> =>
      Promise.all([trashed, spam, filtered, open].map(async ({ id }) => (await find(id)) !== null));
    expect(deletedForeverAt((await find(spam.id))!)).toBe((await find(spam.id))!.placedAt! + 90 * DAY);
    desk.clock.turn(29 * DAY);
    await desk.queue.run();
    expect(await there()).toEqual([true, true, true, true]);
    desk.clock.turn(DAY + 60 * 60_000);
    await desk.queue.run();
    expect(await there()).toEqual([false, true, true, true]);
    desk.clock.turn(60 * DAY);
    await desk.queue.run();
    expect(await there()).toEqual([false, false, true, true]);
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });

  it('counts the days of spam from when it came in here, whatever its own date says', async () => {
    const { placedAt } = await opened(desk.world, { inboxId: inbox.id, placement: 'SPAM', at: 1 });
    expect(placedAt).toBeGreaterThan(DAY);
  });

  it('puts what was closed long ago into the trash where the inbox says so, and nowhere else (O13)', async () => {
    const ctx = await desk.world.as(anna);
    const [closed, filtered, open, fresh] = [await began(), await began(), await began(), await began()];
    await conversations.setStatus(ctx, [closed.id, filtered.id], 'CLOSED');
    await filters.place(ctx, { ids: [filtered.id], placement: 'FILTERED', rememberSender: false });
    const kept = await desk.world.inboxes.save(testCtx(), { name: 'Kept for good', audience: 'EVERYONE' });
    const other = await opened(desk.world, { inboxId: kept.id });
    await conversations.setStatus(await desk.world.as(owner), [other.id], 'CLOSED');
    const placements = async (): Promise<(string | undefined)[]> =>
      Promise.all([closed, filtered, open, fresh, other].map(async ({ id }) => (await find(id))?.placement));
    desk.clock.turn(100 * DAY);
    await desk.queue.run();
    expect(await placements()).toEqual(['INBOX', 'FILTERED', 'INBOX', 'INBOX', 'INBOX']);

    await desk.world.inboxes.save(testCtx(), { id: inbox.id, closedKeptDays: 90 });
    await conversations.setStatus(ctx, [fresh.id], 'CLOSED');
    desk.clock.turn(2 * 60 * 60_000);
    await desk.queue.run();
    expect(await placements()).toEqual(['TRASH', 'TRASH', 'INBOX', 'INBOX', 'INBOX']);
    expect(await last(closed.id)).toMatchObject({ activity: 'placed', data: { from: 'INBOX', to: 'TRASH' } });

    // Who wants it back has it for as long again.
    await trash.restore(ctx, [closed.id], null);
    desk.clock.turn(2 * 60 * 60_000);
    await desk.queue.run();
    expect((await placements())[0]).toBe('INBOX');
    desk.clock.turn(31 * DAY);
    await desk.queue.run();
    expect(await placements()).toEqual(['INBOX', undefined, 'INBOX', 'INBOX', 'INBOX']);
    await desk.world.inboxes.save(testCtx(), { id: inbox.id, closedKeptDays: 0 });
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });
});
