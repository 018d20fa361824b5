import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InboundEvent } from '@balie/plugin-sdk';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { added } from '../../../test/support/conversations.js';
import { testCtx } from '../../../test/support/database.js';
import { newId } from '../../kernel/ids.js';
import type { User } from '../agents/index.js';
import type { Channel } from '../channels/index.js';
import { type Conversation, ConversationService, keepDraft } from '../conversations/index.js';
import { PersonalService } from '../conversations/personal.service.js';
import { FilterService } from '../filters/filter.service.js';
import { type Inbox, recountInboxes } from '../inboxes/index.js';
import { DecodeJob } from '../intake/decode.job.js';
import { InboundItem } from '../intake/inbound-item.entity.js';
import { IntakeService } from '../intake/intake.service.js';
import { RecordService } from '../records/index.js';
import { routesOf } from '../replies/routes.js';
import { tagsOf } from '../tags/index.js';
import { TagService } from '../tags/tag.service.js';
import { TrashService } from '../trash/trash.service.js';
import { ConversationMergeService, UNDO_MS } from './merge.service.js';
import { ConversationSplitService } from './split.service.js';
import { MergeUndoService } from './undo.service.js';

let desk: ChannelDesk;
let intake: IntakeService;
let conversations: ConversationService;
let merges: ConversationMergeService;
let splits: ConversationSplitService;
let undoing: MergeUndoService;
let anna: User;
let bram: User;
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
  merges = new ConversationMergeService(db.uow, desk.clock);
  splits = new ConversationSplitService(db.uow);
  undoing = new MergeUndoService(db.uow);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  anna = await world.agent('Anna');
  bram = await world.agent('Bram');
  vera = await world.agent('Vera');
  eve = await world.agent('Eve');
  const role = (agent: User, as: 'AGENT' | 'VIEWER') => ({ agentId: agent.id, role: as });
  const members = [role(anna, 'AGENT'), role(bram, 'AGENT'), role(vera, 'VIEWER')];
  inbox = await world.inboxes.save(testCtx(), { name: 'Sales', audience: 'MEMBERS', members });
  channel = await desk.channel(inbox, ['sales@shop.example']);
});
afterAll(() => desk.close());

async function arrive(event: InboundEvent): Promise<Conversation> {
  const externalId = `raw${(raws += 1)}`;
  const { hash } = await desk.storage.put(Buffer.from(`Subject: ${externalId}\r\n\r\nWords`));
  desk.gateway.events.set(externalId, [event]);
  await intake.receive(channel.id, [{ externalId, rawHash: hash, meta: {} }], { history: false, epoch: null });
  await desk.queue.run();
  const item = await desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { channelId: channel.id, externalId });
  return desk.conversation(item.conversationId!);
}

const minute = (n: number): Date => new Date(Date.UTC(2026, 0, 5, 8, n));
const texts = async (id: string): Promise<string[]> =>
  (await desk.items(id)).filter(({ kind }) => kind !== 'ACTIVITY').map(({ text }) => text);
const say = (text: string) => [{ type: 'text' as const, text }];
const as = (user: User) => desk.world.as(user);
const mergeId = (): string => newId('conversationMerge');
const merge = async (by: User, intoId: string, fromId: string, id = mergeId()) =>
  (await merges.merge(await as(by), { id, intoId, fromId })).merge;
const undo = async (by: User, id: string) => (await undoing.undo(await as(by), id)).merge;

/** All that is kept of these conversations but what only counts up, and the lines that tell of it. */
async function state(...ids: string[]): Promise<unknown> {
  const marks = ids.map(() => '?').join(', ');
  const rows = (sql: string) => desk.rows<Record<string, unknown>>(sql.replace('$ids', marks), ids);
  const found = await rows('SELECT * FROM conversation WHERE id IN ($ids) ORDER BY id');
  const rest = [
    "SELECT id, conversation_id, thread_id, seq FROM message WHERE kind <> 'ACTIVITY' AND conversation_id IN ($ids) ORDER BY id",
    // One that a split made stays: answers may still come under its token.
    'SELECT id, conversation_id FROM thread WHERE conversation_id IN ($ids) AND id IN (SELECT thread_id FROM message) ORDER BY id',
    'SELECT * FROM participant WHERE conversation_id IN ($ids) ORDER BY id',
    'SELECT * FROM conversation_tag WHERE conversation_id IN ($ids) ORDER BY conversation_id, tag_id',
    'SELECT user_id, conversation_id, last_seq FROM read_state WHERE conversation_id IN ($ids) ORDER BY conversation_id, user_id',
    'SELECT id, user_id, conversation_id, text FROM draft WHERE conversation_id IN ($ids) ORDER BY id',
    'SELECT from_id, to_id FROM association WHERE to_id IN ($ids) ORDER BY from_id, to_id',
    'SELECT id, conversation_id FROM delivery WHERE conversation_id IN ($ids) ORDER BY id',
  ];
  return {
    conversations: found.map((row) => ({ ...row, seq: 0, version: 0, updated_at: 0 })),
    rest: await Promise.all(rest.map(rows)),
  };
}

/** Two conversations of one customer whose messages cross each other in time, and all that can hang on them. */
async function twoOfOne(who: string): Promise<{ into: Conversation; from: Conversation; first: string[]; second: string[] }> {
  const one = mail(person(`${who}@cust.example`, 'Sem'), { at: minute(1), parts: say('one') });
  const two = mail(person(`${who}@cust.example`, 'Sem'), { at: minute(2), parts: say('two') });
  const into = await arrive(one);
  const from = await arrive(two);
  expect(from.id).not.toBe(into.id);
  const answers = (event: typeof one) => ({ answers: event.knownAs });
  await arrive(mail(person(`${who}@cust.example`, 'Sem'), { at: minute(3), parts: say('three'), thread: answers(one) }));
  await arrive(mail(person(`${who}.wife@cust.example`), { at: minute(4), parts: say('four'), thread: answers(two) }));
  return { into, from, first: one.knownAs ?? [], second: two.knownAs ?? [] };
}

describe('two conversations that become one (N12)', () => {
  it('say whether they hold a file, as one and as two again (S9)', async () => {
    const { into, from } = await twoOfOne('fay');
    const withFile = async () => [(await desk.conversation(into.id)).hasFile, (await desk.conversation(from.id)).hasFile];
    await added(desk.world, from.id, { kind: 'COMMENT', attachments: [{ name: 'plan.pdf', mime: 'application/pdf', bytes: 1 }] });
    expect(await withFile()).toEqual([false, true]);
    const { id } = await merge(anna, into.id, from.id);
    expect(await withFile()).toEqual([true, false]);
    await undo(anna, id);
    expect(await withFile()).toEqual([false, true]);
  });

  it('hold what was said in the order of time, with all that hangs on it, and undone are as they were', async () => {
    const { into, from } = await twoOfOne('sem');
    const personal = new PersonalService(desk.db.uow, desk.access);
    const tags = new TagService(desk.db.uow, conversations);
    const tag = await tags.save(await as(anna), { name: 'Urgent' });
    await tags.tag(await as(anna), { ids: [from.id], add: [tag.id], remove: [] });
    await conversations.assign(await as(anna), [from.id], { agentId: bram.id });
    await conversations.setStatus(await as(anna), [into.id], 'CLOSED');
    await personal.markRead(await as(anna), into.id, (await desk.items(into.id)).at(-1)!.id);
    const ticket = await new RecordService(desk.db.uow, desk.db.journal).save(await as(anna), {
      id: newId('ticket'),
      title: 'Late',
      linkIds: [from.id],
    });
    for (const [user, id] of [
      [anna, into.id],
      [anna, from.id],
      [bram, from.id],
    ] as const)
      await desk.db.uow.run(await as(user), (tx) => {
        const text = `${user.name} in ${id === into.id ? 'one' : 'two'}`;
        const content = { text, html: null, inboxId: null, messageId: null, recipients: null, subject: null, uploadIds: null };
        return keepDraft(tx, { userId: user.id, conversationId: id, mode: 'REPLY' }, content, inbox.id);
      });
    const before = await state(into.id, from.id);
    const drafts = () => desk.rows<{ text: string }>('SELECT text FROM draft WHERE conversation_id = ? ORDER BY text', [into.id]);

    const { id } = await merge(anna, into.id, from.id);
    expect(await texts(into.id)).toEqual(['one', 'two', 'three', 'four']);
    expect(await texts(from.id)).toEqual([]);
    expect(await desk.conversation(from.id)).toMatchObject({ placement: 'MERGED', mergedIntoId: into.id });
    expect(await desk.conversation(into.id)).toMatchObject({
      status: 'OPEN',
      assigneeUserId: bram.id,
      messageCount: 4,
      participantCount: 2,
      preview: 'four',
    });
    expect(await drafts()).toEqual([{ text: 'Anna in one\n\nAnna in two' }, { text: 'Bram in two' }]);
    expect(await tagsOf(desk.db.uow.reader, [into.id])).toMatchObject([{ tag: { name: 'Urgent' } }]);
    expect(await desk.rows('SELECT from_id FROM association WHERE to_id = ?', [into.id])).toEqual([{ from_id: ticket.id }]);
    expect((await desk.items(into.id)).at(-1)).toMatchObject({ activity: 'merged', data: { number: from.number } });
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
    expect(await merge(anna, into.id, from.id, id)).toMatchObject({ id });

    await undo(bram, id);
    const after = await state(into.id, from.id);
    // What an author wrote in both is one text by now: nothing of it is lost, so it stays one.
    const withoutDrafts = (all: unknown) => {
      const { rest, ...found } = all as { rest: unknown[] };
      return { ...found, rest: rest.toSpliced(5, 1) };
    };
    expect(withoutDrafts(after)).toEqual(withoutDrafts(before));
    expect(await drafts()).toEqual([{ text: 'Anna in one\n\nAnna in two' }]);
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
    expect(await undo(anna, id)).toMatchObject({ id });
  });

  it('are read as far as both were', async () => {
    const { into, from } = await twoOfOne('reader');
    const personal = new PersonalService(desk.db.uow, desk.access);
    const unread = async (user: User): Promise<number> => {
      const [mark] = await desk.rows<{ n: number }>(
        'SELECT last_seq AS n FROM read_state WHERE conversation_id = ? AND user_id = ?',
        [into.id, user.id],
      );
      return (await desk.items(into.id)).filter(({ seq, kind }) => kind === 'MESSAGE' && seq > (mark?.n ?? 0)).length;
    };
    for (const id of [into.id, from.id]) await personal.markRead(await as(anna), id, (await desk.items(id)).at(-1)!.id);
    await personal.markRead(await as(bram), into.id, (await desk.items(into.id)).at(-1)!.id);
    const { id } = await merge(anna, into.id, from.id);
    expect([await unread(anna), await unread(bram), await unread(vera)]).toEqual([0, 3, 4]);
    await undo(anna, id);
    expect([await unread(anna), await unread(bram), await unread(vera)]).toEqual([0, 0, 2]);
  });

  it('are answered in one place, and what came since goes with its thread when they are parted', async () => {
    const { into, from, second } = await twoOfOne('goes.on');
    await conversations.setStatus(await as(anna), [from.id], 'CLOSED');
    const { id } = await merge(anna, into.id, from.id);
    const answer = mail(person('goes.on@cust.example'), { at: minute(5), parts: say('five'), thread: { answers: second } });
    expect(await arrive(answer)).toMatchObject({ id: into.id });
    const author = { kind: 'USER' as const, id: anna.id, name: 'Anna' };
    await added(desk.world, into.id, { kind: 'COMMENT', direction: 'INTERNAL', author, text: 'mine' });
    await conversations.assign(await as(anna), [into.id], { agentId: anna.id });
    await undo(anna, id);
    expect(await texts(into.id)).toEqual(['one', 'three', 'mine']);
    expect(await texts(from.id)).toEqual(['two', 'four', 'five']);
    expect(await desk.conversation(into.id)).toMatchObject({ assigneeUserId: anna.id, messageCount: 2, preview: 'three' });
    expect(await desk.conversation(from.id)).toMatchObject({
      status: 'OPEN',
      placement: 'INBOX',
      messageCount: 3,
      preview: 'five',
    });
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
    expect(await answered(from.id)).toEqual(['goes.on@cust.example']);
  });

  it('are merged and parted only by who acts in both, and not in the trash; what was merged is only read', async () => {
    const { into, from } = await twoOfOne('rights');
    const failure = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);
    for (const [user, code] of [
      [vera, 'FORBIDDEN'],
      [eve, 'NOT_FOUND'],
    ] as const)
      expect(await failure(merge(user, into.id, from.id))).toMatchObject({ code, detail: { path: ['intoId'] } });
    const taken = (await merge(anna, into.id, (await arrive(mail(person('rights@cust.example')))).id)).id;
    expect(await failure(merge(anna, into.id, from.id, taken))).toMatchObject({ code: 'CONFLICT', detail: { path: ['id'] } });
    await undo(anna, taken);
    expect(await failure(merge(anna, into.id, into.id))).toMatchObject({ code: 'INVALID' });
    expect(await failure(merge(anna, into.id, newId('conversation')))).toMatchObject({ code: 'NOT_FOUND' });
    const { id } = await merge(anna, into.id, from.id);
    const { userErrors } = await conversations.setStatus(await as(anna), [from.id], 'CLOSED');
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', currentId: into.id }]);
    const place = new FilterService(desk.db.uow, desk.db.journal, conversations);
    await expect(
      place.place(await as(anna), { ids: [into.id], placement: 'MERGED', rememberSender: false }),
    ).rejects.toMatchObject({ code: 'INVALID' });
    expect(await failure(undo(vera, id))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(undo(eve, id))).toMatchObject({ code: 'NOT_FOUND' });

    const third = await arrive(mail(person('rights@cust.example')));
    const later = await merge(anna, third.id, into.id);
    expect(await failure(undo(anna, id))).toMatchObject({ code: 'CONFLICT' });
    await undo(anna, later.id);
    await undo(anna, id);
    expect(await texts(into.id)).toEqual(['one', 'three']);

    const last = await merge(anna, into.id, from.id);
    desk.clock.turn(UNDO_MS + 1000);
    expect(await failure(undo(anna, last.id))).toMatchObject({ code: 'LIMIT' });
    await place.place(await as(anna), { ids: [into.id], placement: 'TRASH', rememberSender: false });
    expect(await failure(merge(anna, into.id, third.id))).toMatchObject({ code: 'INVALID' });
    await new TrashService(conversations).deleteForever(await as(anna), [into.id]);
    expect(await desk.rows('SELECT id FROM conversation WHERE id IN (?, ?)', [into.id, from.id])).toEqual([]);
    expect(await desk.rows('SELECT id FROM conversation_merge WHERE into_id = ?', [into.id])).toEqual([]);
    expect(await desk.rows('SELECT id FROM inbound_item WHERE conversation_id IN (?, ?)', [into.id, from.id])).toEqual([]);
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });
});

describe('a conversation that is split (N12, G3 26)', () => {
  const split = async (by: User, fromId: string, itemIds: string[], id = mergeId(), conversationId = newId('conversation')) => {
    await splits.split(await as(by), { id, conversationId, fromId, itemIds });
    return { id, conversationId };
  };

  it('goes on in two places, and undone is one again with what came since', async () => {
    const first = mail(person('two.things@cust.example', 'Sem'), { at: minute(1), parts: say('one') });
    const whole = await arrive(first);
    const other = mail(person('two.things@cust.example', 'Sem'), {
      at: minute(2),
      parts: say('another matter'),
      thread: { subject: 'Another matter', answers: first.knownAs },
    });
    expect((await arrive(other)).id).toBe(whole.id);
    await conversations.assign(await as(anna), [whole.id], { agentId: anna.id });
    const before = await state(whole.id);
    const chosen = (await desk.items(whole.id)).find(({ text }) => text === 'another matter')!.id;
    const { id, conversationId } = await split(anna, whole.id, [chosen]);
    expect(await texts(whole.id)).toEqual(['one']);
    expect(await texts(conversationId)).toEqual(['another matter']);
    expect(await desk.conversation(conversationId)).toMatchObject({
      subject: 'Another matter',
      status: 'OPEN',
      assigneeUserId: anna.id,
      contactId: whole.contactId,
      viewId: whole.viewId,
      messageCount: 1,
    });
    expect(await desk.conversation(whole.id)).toMatchObject({ messageCount: 1, preview: 'one' });
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
    await undo(anna, id);
    expect(await state(whole.id)).toEqual(before);

    const again = await split(anna, whole.id, [chosen]);
    const answer = (text: string, event: typeof other, n: number) =>
      arrive(mail(person('two.things@cust.example'), { at: minute(n), parts: say(text), thread: { answers: event.knownAs } }));
    expect((await answer('about the other', other, 3)).id).toBe(again.conversationId);
    expect((await answer('about the one', first, 4)).id).toBe(whole.id);
    await undo(anna, again.id);
    expect((await texts(whole.id)).toSorted()).toEqual(['about the one', 'about the other', 'another matter', 'one']);
    expect(await desk.conversation(whole.id)).toMatchObject({ messageCount: 4 });
    expect((await answer('and more', other, 5)).id).toBe(whole.id);
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });

  it('refuses what is no part of it, all of it, nothing of it, and what its network holds together', async () => {
    const whole = await arrive(mail(person('refused@cust.example'), { parts: say('one') }));
    const stranger = await arrive(mail(person('other@cust.example')));
    const idOf = async (conversation: Conversation) =>
      (await desk.items(conversation.id)).find(({ kind }) => kind === 'MESSAGE')!.id;
    const code = (ids: string[], from = whole.id, by = anna) =>
      split(by, from, ids).then(
        () => null,
        ({ code, detail }: { code: string; detail: { path: string[] } }) => `${code} ${detail.path.join('.')}`,
      );
    expect(await code([await idOf(stranger)])).toBe('NOT_FOUND itemIds');
    expect(await code([await idOf(whole)])).toBe('INVALID itemIds');
    expect(await code([])).toBe('INVALID itemIds');
    expect(await code([await idOf(whole)], whole.id, vera)).toBe('FORBIDDEN fromId');
    expect(await code([await idOf(whole)], whole.id, eve)).toBe('NOT_FOUND fromId');
    const chat = (text: string) => arrive(mail(person('chat@cust.example'), { parts: say(text), thread: { key: 'k1' } }));
    const talk = await chat('hello');
    expect((await chat('more')).id).toBe(talk.id);
    expect(await code([await idOf(talk)], talk.id)).toBe('UNSUPPORTED itemIds');
    expect(await texts(talk.id)).toEqual(['hello', 'more']);
  });
});

/** To whom an answer of the conversation would go. */
async function answered(conversationId: string): Promise<string[]> {
  const routes = await routesOf(desk.db.uow.reader, await desk.conversation(conversationId), desk.clock.now());
  return routes.slice(0, 1).flatMap(({ to }) => to.map(({ value }) => value));
}
