import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { added, contactOf, opened } from '../../../test/support/conversations.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { World } from '../../../test/support/world.js';
import { placeholders } from '../../kernel/rows.js';
import type { User } from '../agents/index.js';
import { type Inbox, recountInboxes } from '../inboxes/index.js';
import { recountAndMend } from '../inboxes/recount.job.js';
import { listItems } from '../messages/index.js';
import { changeConversation, type ConversationPatch, openConversation, setDeliverySummary } from './conversation-writes.js';
import type { Conversation } from './conversation.entity.js';
import { findConversation } from './conversation.repository.js';
import { addParticipant, createThread, findThreadByKey, findThreadByToken, participantsOf } from './thread.repository.js';

let db: TestDatabase;
let world: World;
let anna: User;
let bram: User;
let inbox: Inbox;
let other: Inbox;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  anna = await world.agent('Anna');
  bram = await world.agent('Bram');
  inbox = await world.inboxes.save(testCtx(), { name: 'Support' });
  other = await world.inboxes.save(testCtx(), { name: 'Sales', audience: 'MEMBERS' });
});
afterAll(() => db.close());

const find = async (id: string): Promise<Conversation> => (await findConversation(db.uow.reader, id))!;
const change = (id: string, patch: ConversationPatch, type?: string): Promise<Conversation> =>
  db.uow.run(testCtx(), (tx) => changeConversation(tx, id, patch, type ? { type, actor: agent(anna) } : undefined));
const agent = (user: User) => ({ kind: 'USER' as const, id: user.id, name: user.name });

describe('openConversation', () => {
  it('gives each one a number of its own, also when fifty begin at once', async () => {
    const made = await Promise.all(Array.from({ length: 50 }, () => opened(world, { inboxId: inbox.id })));
    const numbers = made.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it('gives the number of a unit that rolls back to the next', async () => {
    const { number } = await opened(world, { inboxId: inbox.id });
    const failed = db.uow.run(testCtx(), async (tx) => {
      await openConversation(tx, {
        inboxId: inbox.id,
        channel: null,
        contact: null,
        subject: '',
        at: tx.now,
        placement: 'INBOX',
      });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect((await opened(world, { inboxId: inbox.id })).number).toBe(number + 1);
  });

  it('keeps the contact, the time it began at, and a subject of one line', async () => {
    const contact = await contactOf(world, 'sem@example.org', 'Sem Smit');
    const before = await world.position();
    const made = await opened(world, {
      inboxId: inbox.id,
      contact,
      subject: `Offerte\r\n voor\u0000 40 ${'x'.repeat(900)}`,
      at: 1_700_000_000_000,
    });
    expect(made).toEqual(await find(made.id));
    expect(made).toMatchObject({
      contactId: contact.id,
      participantCount: 0,
      createdAt: 1_700_000_000_000,
      status: 'OPEN',
      version: 1,
    });
    expect(made.subject).toMatch(/^Offerte voor 40 x+…$/);
    expect(made.subject.length).toBe(500);
    expect(await world.events(before)).toMatchObject([
      { type: 'inbox.counts', change: 'UPDATED', nodeId: inbox.id },
      { type: 'conversation.created', change: 'CREATED', nodeId: made.id, inboxId: inbox.id, contactId: contact.id },
    ]);
  });
});

describe('addItem', () => {
  it('gives items that come at once places without a gap', async () => {
    const { id } = await opened(world, { inboxId: inbox.id });
    await Promise.all(Array.from({ length: 40 }, (_, index) => added(world, id, { text: `Mail ${index}` })));
    const { nodes } = await listItems(db.uow.reader, id, { first: 100 });
    expect(nodes.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(await find(id)).toMatchObject({ seq: 40, messageCount: 40, version: 41 });
  });

  it('keeps whose turn it is, since when, and the first words of what was said last', async () => {
    const { id } = await opened(world, { inboxId: inbox.id, at: 1000 });
    await added(world, id, { at: 2000, text: '  Waar is\r\n mijn   pakket? \u200b' });
    await added(world, id, { at: 3000, text: 'En?' });
    expect(await find(id)).toMatchObject({ waitingSince: 2000, lastDirection: 'INBOUND', lastInboundAt: 3000, preview: 'En?' });
    await added(world, id, { at: 4000, kind: 'COMMENT', direction: 'INTERNAL', author: agent(anna), text: 'Psst' });
    expect(await find(id)).toMatchObject({ waitingSince: 2000, lastDirection: 'INBOUND', lastMessageAt: 3000, preview: 'En?' });
    await added(world, id, { at: 5000, direction: 'OUTBOUND', author: agent(anna), text: 'Morgen!', deliveryStatus: 'QUEUED' });
    expect(await find(id)).toMatchObject({
      waitingSince: null,
      lastDirection: 'OUTBOUND',
      lastOutboundAt: 5000,
      deliveryStatus: 'QUEUED',
    });
    await added(world, id, { at: 6000, automatic: 'reply', text: 'Out of office' });
    expect(await find(id)).toMatchObject({ waitingSince: null, lastDirection: 'INBOUND', lastMessageAt: 6000 });
    await added(world, id, { at: 7000, text: '', attachments: [{ name: 'foto.jpg', mime: 'image/jpeg', hash: 'ab', bytes: 3 }] });
    expect(await find(id)).toMatchObject({ waitingSince: 7000, preview: 'foto.jpg' });
    await added(world, id, { at: 1500, text: 'An old one', subject: 'x' }, { history: true });
    expect(await find(id)).toMatchObject({ lastMessageAt: 7000, preview: 'foto.jpg', messageCount: 6 });
  });

  it('takes an answer as the last word although the clock of the mail server is behind ours', async () => {
    const { id } = await opened(world, { inboxId: inbox.id, at: 1000 });
    await added(world, id, { at: 2000, text: 'Waar blijft het?' });
    await added(world, id, { at: 5500, direction: 'OUTBOUND', author: agent(anna), text: 'Morgen!' });
    await added(world, id, { at: 5000, text: 'Mooi. Hoe laat?' });
    const seen = { lastMessageAt: 5500, lastDirection: 'INBOUND', preview: 'Mooi. Hoe laat?', waitingSince: 5000 };
    expect(await find(id)).toMatchObject(seen);
  });

  it('tells of the message, of what followed, and of the conversation', async () => {
    const { id } = await opened(world, { inboxId: inbox.id });
    await change(id, { status: 'CLOSED' });
    const before = await world.position();
    const { message } = await added(world, id, { author: { kind: 'CONTACT', id: 'con_1', name: 'Sem' } });
    const items = (await listItems(db.uow.reader, id, { first: 10 })).nodes;
    expect(items.map(({ kind, activity }) => [kind, activity])).toEqual([
      ['MESSAGE', null],
      ['ACTIVITY', 'reopened'],
    ]);
    expect(await world.events(before)).toMatchObject([
      {
        type: 'message.received',
        change: 'CREATED',
        nodeId: message.id,
        conversationId: id,
        inboxId: inbox.id,
        actor: { name: 'Sem' },
      },
      { type: 'conversation.reopened', change: 'CREATED', nodeId: items[1]!.id },
      { type: 'inbox.counts', nodeId: inbox.id },
      { type: 'conversation.updated', change: 'UPDATED', nodeId: id },
    ]);
  });

  it.each([
    ['a person’s message reopens', {}, {}, 'OPEN'],
    ['an auto-reply never does', { automatic: 'reply' as const }, {}, 'CLOSED'],
    ['nor with reopen asked for', { automatic: 'list' as const }, { reopen: true }, 'CLOSED'],
    ['a comment does not', { kind: 'COMMENT' as const, direction: 'INTERNAL' as const }, {}, 'CLOSED'],
    ['an imported old one does not', {}, { history: true }, 'CLOSED'],
    ['one that is told not to does not', {}, { reopen: false }, 'CLOSED'],
    ['an answer of ours does not', { direction: 'OUTBOUND' as const }, {}, 'CLOSED'],
    [
      'a line about a failure does',
      { kind: 'ACTIVITY' as const, direction: 'INTERNAL' as const, activity: 'bounced' },
      { reopen: true },
      'OPEN',
    ],
  ])('%s a closed conversation', async (_, item, effects, status) => {
    const { id } = await opened(world, { inboxId: inbox.id });
    expect(await change(id, { status: 'CLOSED' })).toMatchObject({ status: 'CLOSED', closedAt: expect.any(Number) });
    expect((await added(world, id, item, effects)).conversation).toMatchObject({
      status,
      ...(status === 'OPEN' ? { closedAt: null } : {}),
    });
  });

  it('wakes a snoozed conversation', async () => {
    const { id } = await opened(world, { inboxId: inbox.id });
    expect(await change(id, { status: 'SNOOZED', snoozedUntil: 99 })).toMatchObject({ status: 'SNOOZED', snoozedUntil: 99 });
    expect((await added(world, id)).conversation).toMatchObject({ status: 'OPEN', snoozedUntil: null });
  });

  it('gives an unassigned conversation to who answers, and only then (S37), and closes with the answer', async () => {
    const { id } = await opened(world, { inboxId: inbox.id });
    const answer = { direction: 'OUTBOUND' as const, author: agent(anna) };
    await added(world, id, answer, { assignIfUnassigned: anna.id });
    const second = await added(
      world,
      id,
      { ...answer, author: agent(bram) },
      { assignIfUnassigned: bram.id, setStatus: 'CLOSED' },
    );
    expect(second.conversation).toMatchObject({ assigneeUserId: anna.id, status: 'CLOSED', seq: 4 });
    const { nodes } = await listItems(db.uow.reader, id, {});
    expect(nodes.map((item) => [item.activity ?? item.kind, item.authorName])).toEqual([
      ['MESSAGE', 'Anna'],
      ['assigned', 'Anna'],
      ['MESSAGE', 'Bram'],
      ['closed', 'Bram'],
    ]);
    expect(nodes[1]!.data).toEqual({ assigneeId: anna.id, assigneeName: 'Anna', reason: 'REPLY' });
  });

  it('leaves nothing behind when the unit rolls back', async () => {
    const made = await opened(world, { inboxId: inbox.id });
    const before = await world.position();
    const failed = db.uow.run(testCtx(), async (tx) => {
      await changeConversation(tx, made.id, { assigneeUserId: anna.id }, { type: 'assigned', actor: agent(anna) });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await find(made.id)).toEqual(made);
    expect(await world.events(before)).toEqual([]);
  });
});

describe('changeConversation', () => {
  it('changes nothing, and says nothing, when all is so already', async () => {
    const made = await opened(world, { inboxId: inbox.id });
    const before = await world.position();
    expect(await change(made.id, { status: 'OPEN', assigneeUserId: null }, 'reopened')).toEqual(made);
    expect(await world.events(before)).toEqual([]);
  });

  it('tells the members of the inbox that it left', async () => {
    const { id } = await opened(world, { inboxId: inbox.id });
    const before = await world.position();
    await change(id, { inboxId: other.id }, 'moved');
    expect((await world.events(before)).at(-1)).toMatchObject({
      type: 'conversation.updated',
      inboxId: other.id,
      previousInboxId: inbox.id,
    });
  });

  it('shows a delivery only while it is on its way or wrong', async () => {
    const { id } = await opened(world, { inboxId: inbox.id });
    const summary = (status: string | null) => db.uow.run(testCtx(), (tx) => setDeliverySummary(tx, id, status));
    await summary('FAILED');
    expect((await find(id)).deliveryStatus).toBe('FAILED');
    await summary('SENT');
    expect((await find(id)).deliveryStatus).toBeNull();
  });
});

describe('counts', () => {
  it('are kept as a recount finds them, after hundreds of random changes by eight at once', async () => {
    const ids: string[] = [];
    let seed = 42;
    const random = (below: number): number => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) >> 8) % below;
    const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
    const step = async (): Promise<void> => {
      const inboxId = pick([inbox.id, other.id]);
      const id = ids.length > 0 ? pick(ids) : null;
      switch (id ? random(8) : 0) {
        case 0:
          ids.push((await opened(world, { inboxId, placement: pick(['INBOX', 'INBOX', 'FILTERED', 'SPAM'] as const) })).id);
          break;
        case 1:
          await change(id!, { assigneeUserId: pick([anna.id, bram.id, null]) });
          break;
        case 2:
          await change(id!, { status: pick(['OPEN', 'CLOSED', 'SNOOZED'] as const) });
          break;
        case 3:
          await change(id!, { placement: pick(['INBOX', 'FILTERED', 'SPAM', 'TRASH'] as const) });
          break;
        case 4:
          await change(id!, { inboxId });
          break;
        case 5:
          await change(id!, { botControl: pick(['NONE', 'BOT_ACTIVE'] as const) });
          break;
        case 6:
          await added(
            world,
            id!,
            { direction: 'OUTBOUND' },
            { assignIfUnassigned: anna.id, setStatus: pick(['OPEN', 'CLOSED'] as const) },
          );
          break;
        default:
          await added(world, id!);
      }
    };
    const worker = async (): Promise<void> => {
      for (let index = 0; index < 60; index += 1) await step();
    };
    // The background recount, again and again while they change, takes nothing for wrong.
    let working = true;
    const watching = async (): Promise<number> => {
      let wrong = 0;
      while (working) {
        wrong += (await recountAndMend(db.uow, 'test')).length;
        // The others, too, have their turn.
        await setImmediate();
      }
      return wrong;
    };
    const watched = watching();
    await Promise.all(Array.from({ length: 8 }, worker)).finally(() => (working = false));
    expect(await watched).toBe(0);
    expect(await recountInboxes(db.uow.reader)).toEqual([]);
    const open = await db.uow.reader.query<{ count: number }>(
      `SELECT "count" FROM inbox_count WHERE "scope" = 'open' AND inbox_id IN (${placeholders([1, 2])})`,
      [inbox.id, other.id],
    );
    expect(open.every(({ count }) => count > 0)).toBe(true);
  }, 240_000);

  it('that are wrong are named by the recount, and put right in the background', async () => {
    await db.uow.run(testCtx(), (tx) =>
      tx.execute(`UPDATE inbox_count SET "count" = "count" + 3 WHERE "scope" = 'open' AND inbox_id = ?`, [inbox.id]),
    );
    const [error, ...rest] = await recountInboxes(db.uow.reader);
    expect(rest).toEqual([]);
    expect(error).toMatchObject({ inboxId: inbox.id, scope: 'open' });
    expect(error!.kept - error!.counted).toBe(3);
    expect(await recountAndMend(db.uow, 'test')).toEqual([error]);
    expect(await recountInboxes(db.uow.reader)).toEqual([]);
  });

  it('tell of an inbox once for a unit, however much it changes', async () => {
    const before = await world.position();
    await db.uow.run(testCtx(), async (tx) => {
      for (let index = 0; index < 5; index += 1)
        await openConversation(tx, {
          inboxId: inbox.id,
          channel: null,
          contact: null,
          subject: '',
          at: tx.now,
          placement: 'INBOX',
        });
    });
    expect((await world.events(before)).filter(({ type }) => type === 'inbox.counts')).toHaveLength(1);
  });
});

describe('threads and participants', () => {
  it('are found by a token nobody can guess and by the network’s own key, which is taken once', async () => {
    const { id } = await opened(world, { inboxId: inbox.id });
    const make = (externalKey: string | null) =>
      db.uow.run(testCtx(), (tx) => createThread(tx, { conversationId: id, channelId: 'chn_1', externalKey, subject: 'Hi' }));
    const first = await make('C1:99');
    expect(first!.replyToken).toMatch(/^[0-9a-f]{32}$/);
    expect(await findThreadByToken(db.uow.reader, first!.replyToken)).toEqual(first);
    expect(await findThreadByKey(db.uow.reader, 'chn_1', 'C1:99')).toEqual(first);
    expect(await findThreadByKey(db.uow.reader, 'chn_2', 'C1:99')).toBeNull();
    expect(await make('C1:99')).toBeNull();
    expect(await make(null)).not.toBeNull();
  });

  it('count each address once', async () => {
    const contact = await contactOf(world, 'nora@example.org');
    const { id } = await opened(world, { inboxId: inbox.id, contact });
    const add = (value: string, role: 'STARTER' | 'CC') =>
      db.uow.run(testCtx(), (tx) => addParticipant(tx, id, { kind: 'email', value, role, contactId: contact.id }));
    expect(await add('nora@example.org', 'STARTER')).toBe(true);
    expect((await find(id)).participantCount).toBe(1);
    expect(await add('NORA@example.org', 'CC')).toBe(false);
    expect(await add('boss@example.org', 'CC')).toBe(true);
    expect((await find(id)).participantCount).toBe(2);
    expect((await participantsOf(db.uow.reader, id)).map(({ role }) => role)).toEqual(['STARTER', 'CC']);
  });
});
