import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CalendarEvent } from '@balie/plugin-sdk';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import type { User } from '../agents/index.js';
import type { Channel } from '../channels/index.js';
import { DeliverJob } from '../delivery/deliver.job.js';
import { DeliveryService } from '../delivery/delivery.service.js';
import { DecodeJob } from '../intake/decode.job.js';
import { IntakeService } from '../intake/intake.service.js';
import type { Inbox } from '../inboxes/index.js';
import { CALENDAR_TAKEN_BACK } from '../messages/index.js';
import { associationsOf, findRecords, RecordService } from '../records/index.js';
import { LetterService } from '../replies/index.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { ANSWERED, readAnswers } from './answers.job.js';
import { dataOf } from './meeting.js';
import type { MeetingSave } from './meeting-rules.js';
import { MeetingService } from './meeting.service.js';
import { putBack } from './taken-back.job.js';

const HOUR = 60 * 60_000;
/** A Tuesday in summer time on both sides. */
const START = Date.UTC(2026, 5, 2, 8);
const live = { history: false, epoch: null };
const HELD_MS = 10_500;
let desk: ChannelDesk;
let intake: IntakeService;
let meetings: MeetingService;
let deliveries: DeliveryService;
let inbox: Inbox;
let channel: Channel;
let agent: Ctx;
let mia: User;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer, access, clock } = desk;
  intake = new IntakeService(db.uow);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new DeliverJob(db.uow, gateway, queue).onModuleInit();
  queue.register(ANSWERED, (job) => readAnswers(db.uow, job));
  queue.register(CALENDAR_TAKEN_BACK, (job) => putBack(db.uow, job));
  meetings = new MeetingService(db.uow, new LetterService(db.uow, access, sanitizer, clock), clock);
  deliveries = new DeliveryService(db.uow, access, clock);
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Sales' });
  channel = await desk.channel(inbox, ['sales@shop.example'], { calendar: 'full' });
  mia = await desk.world.agent('Mia');
  agent = await desk.world.as(mia);
  // What the mail plugin does: an answer to an invitation names it by its UID.
  gateway.send = (_id, message) => {
    gateway.sent.push(structuredClone(message));
    const event = message.parts.find((part) => part.type === 'calendar')?.event;
    const ids = [`<${message.sendKey}@shop.example>`, ...(event?.uid ? [`calendar:${event.uid}`] : [])];
    return Promise.resolve({ ids: ids as never, status: 'accepted' });
  };
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.gateway.sent.length = 0;
});

const input = (over: Partial<MeetingSave> = {}): MeetingSave => ({
  id: newId('meeting'),
  messageId: newId('message'),
  title: 'The offer',
  startAt: START,
  endAt: START + HOUR / 2,
  timeZone: 'Europe/Amsterdam',
  otherTimeZone: 'America/New_York',
  location: 'https://meet.shop.example/1',
  attendees: ['Sem@Client.example'],
  inboxId: inbox.id,
  text: 'Do you have time?',
  ...over,
});
const sendAll = async (): Promise<void> => {
  desk.clock.turn(HELD_MS);
  await desk.queue.run();
};
const meetingOf = async (id: string) => (await findRecords(desk.db.uow.reader, [id], { all: true }))[0]!;
const attendeesOf = async (id: string) => dataOf(await meetingOf(id)).attendees;
const sentEvents = (): CalendarEvent[] =>
  desk.gateway.sent.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'calendar' ? [part.event] : [])));

/** An answer as the mail plugin decodes it; answers whether it was told in the conversation, and how. */
async function answer(
  id: string,
  said: Partial<CalendarEvent> & { from?: string; attendee?: string; partstat?: string; forged?: boolean } = {},
): Promise<{ activity: string | null; data: Record<string, unknown>; conversationId: string }[]> {
  const { from = 'sem@client.example', attendee = from, partstat = 'ACCEPTED', forged, ...event } = said;
  const uid = event.uid ?? (await meetingOf(id)).lookup!;
  const calendar: CalendarEvent = {
    method: 'REPLY',
    uid,
    allDay: false,
    attendees: [{ address: attendee, answer: partstat }],
    sequence: 0,
    ...event,
  };
  const reply = mail(person(from), {
    to: [person('sales@shop.example')],
    thread: { subject: 'Accepted: The offer', answers: [`calendar:${uid}`] },
    parts: [
      { type: 'text', text: 'Answer' },
      { type: 'calendar', event: calendar },
    ],
    at: new Date(desk.clock.now()),
    ...(forged ? { authentication: 'failed' as const } : {}),
  });
  await intake.ingest(channel.id, [reply], live);
  await desk.queue.run();
  const [item] = await desk.rows<{ conversation_id: string }>('SELECT conversation_id FROM inbound_item WHERE external_id = ?', [
    reply.id,
  ]);
  const items = await desk.items(item!.conversation_id);
  const at = items.findLastIndex(({ kind, subject }) => kind === 'MESSAGE' && subject === 'Accepted: The offer');
  return items.slice(at).filter(({ activity }) => activity?.startsWith('meeting_'));
}

describe('an invitation', () => {
  it('leaves with its meeting, in both time zones, held for a moment, and is tied to the contact (S52)', async () => {
    const { meeting, message } = await meetings.save(agent, input());
    expect(meeting).toMatchObject({ type: 'MEETING', title: 'The offer', dueAt: START, ownerId: mia.id });
    expect(message).toMatchObject({ deliveryStatus: 'HELD', subject: 'Invitation: The offer' });
    expect(desk.gateway.sent).toHaveLength(0);
    await sendAll();
    const [sent] = desk.gateway.sent;
    expect(sent?.to).toMatchObject([{ kind: 'email', value: 'Sem@Client.example' }]);
    const [words] = sent?.parts ?? [];
    expect(words).toMatchObject({ type: 'text' });
    const text = words?.type === 'text' ? words.text : '';
    expect(text).toContain('Do you have time?');
    expect(text).toMatch(/When: Tuesday,? 2 June 2026.* 10:00\s?–\s?10:30 \(Europe\/Amsterdam\)/);
    expect(text).toMatch(/When: Tuesday,? 2 June 2026.* 04:00\s?–\s?04:30 \(America\/New York\)/);
    expect(sentEvents()).toEqual([
      expect.objectContaining({
        ...{ method: 'REQUEST', uid: meeting.lookup, sequence: 0, summary: 'The offer', status: 'CONFIRMED' },
        ...{ start: '2026-06-02T08:00:00Z', end: '2026-06-02T08:30:00Z', location: 'https://meet.shop.example/1' },
        organizer: { name: 'Mia', address: 'sales@shop.example' },
        attendees: [{ address: 'Sem@Client.example', answer: 'NEEDS-ACTION' }],
      }),
    ]);
    const ties = await associationsOf(desk.db.uow.reader, [meeting.id]);
    expect(ties.map(({ toKind }) => toKind).toSorted()).toEqual(['contact', 'conversation']);
  });

  it('a repeat is the same, also at the same moment; another call with its mail is refused', async () => {
    const call = input();
    const [one, two] = await Promise.all([meetings.save(agent, call), meetings.save(agent, call)]);
    expect([two.meeting.id, two.message?.id]).toEqual([one.meeting.id, one.message?.id]);
    await expect(meetings.save(agent, { ...call, title: 'Another' })).rejects.toMatchObject({ code: 'CONFLICT' });
    const again = await meetings.save(agent, { id: call.id, title: 'The offer', messageId: newId('message') });
    expect(again.message).toBeNull();
    await sendAll();
    expect(desk.gateway.sent).toHaveLength(1);
  });

  it.each([
    ['title', { title: ' \n' }],
    ['startAt', { startAt: Date.UTC(2020, 0, 1) }],
    ['startAt', { startAt: null }],
    ['endAt', { endAt: START - 1 }],
    ['endAt', { endAt: START + 15 * 24 * HOUR }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['otherTimeZone', { otherTimeZone: 'nowhere' }],
    ['location', { location: 'x'.repeat(1_001) }],
    ['attendees', { attendees: [] }],
    ['attendees', { attendees: ['no address'] }],
    ['attendees', { attendees: ['a@b.example\r\nX: 1'] }],
    ['to', { attendees: ['sales@shop.example'] }],
    ['messageId', { messageId: 'msg_1' }],
    ['inboxId', { inboxId: null }],
  ])('bad input names %s, and nothing is kept', async (field, over) => {
    const call = input(over);
    const failed = await meetings.save(agent, call).catch((error: unknown) => error as { detail: { path: string[] } });
    expect((failed as { detail: { path: string[] } }).detail.path[0]).toBe(field);
    expect(await meetingOf(call.id)).toBeUndefined();
  });

  it('needs a channel that carries calendars, and the right to write there', async () => {
    const chats = await desk.world.inboxes.save(testCtx(), { name: 'Chats' });
    await desk.channel(chats, ['chat@shop.example']);
    const again = await desk.world.as(mia);
    await expect(meetings.save(again, input({ inboxId: chats.id }))).rejects.toMatchObject({ code: 'NO_REPLY_ROUTE' });
    const closed = await desk.world.inboxes.save(testCtx(), { name: 'Closed', audience: 'MEMBERS' });
    const outsider = await desk.world.as(await desk.world.agent('Tom'));
    await expect(meetings.save(outsider, input({ inboxId: closed.id }))).rejects.toMatchObject({ detail: { path: ['inboxId'] } });
  });

  it('that is stopped was never sent: a new meeting is gone, a changed one is as it was', async () => {
    const call = input();
    const first = await meetings.save(agent, call);
    await deliveries.cancel(agent, first.message!.id);
    await desk.queue.run();
    expect(await meetingOf(call.id)).toBeUndefined();
    const kept = await meetings.save(agent, input());
    await sendAll();
    const moved = await meetings.save(agent, { id: kept.meeting.id, startAt: START + HOUR, endAt: START + 2 * HOUR });
    expect(dataOf(moved.meeting).sequence).toBe(1);
    // What he answers meanwhile is to the date that he knows.
    await answer(kept.meeting.id, { start: '2026-06-02T08:00:00Z', sequence: 0 });
    await deliveries.cancel(agent, moved.message!.id);
    await desk.queue.run();
    expect(await meetingOf(kept.meeting.id)).toMatchObject({ dueAt: START });
    expect(dataOf(await meetingOf(kept.meeting.id)).sequence).toBe(0);
    expect(await attendeesOf(kept.meeting.id)).toMatchObject([{ answer: 'ACCEPTED' }]);
  });
});

describe('the list', () => {
  it('finds a meeting by its title as it is now, and none that was never sent', async () => {
    const records = new RecordService(desk.db.uow, desk.db.journal);
    const found = async (search: string) =>
      (await records.list(agent, { filter: { type: 'MEETING', search } })).nodes.map(({ id }) => id);
    const { meeting } = await meetings.save(agent, input({ title: 'Walnut tables' }));
    expect(await found('walnut')).toEqual([meeting.id]);
    await sendAll();
    const moved = await meetings.save(agent, { id: meeting.id, title: 'Beech tables' });
    expect([await found('walnut'), await found('beech')]).toEqual([[], [meeting.id]]);
    await deliveries.cancel(agent, moved.message!.id);
    const stopped = await meetings.save(agent, input({ title: 'Oak tables' }));
    await deliveries.cancel(agent, stopped.message!.id);
    await desk.queue.run();
    expect([await found('walnut'), await found('beech'), await found('oak')]).toEqual([[meeting.id], [], []]);
  });
});

describe('a change', () => {
  it('of the date asks everybody anew with the next SEQUENCE, in the same conversation; of the words it does not', async () => {
    const { meeting, message } = await meetings.save(agent, input());
    await sendAll();
    await answer(meeting.id);
    expect(await attendeesOf(meeting.id)).toMatchObject([{ answer: 'ACCEPTED' }]);
    await meetings.save(agent, { id: meeting.id, location: 'Room 2' });
    await sendAll();
    expect(await attendeesOf(meeting.id)).toMatchObject([{ answer: 'ACCEPTED' }]);
    const moved = await meetings.save(agent, { id: meeting.id, startAt: START + HOUR, endAt: START + 2 * HOUR, language: 'nl' });
    await sendAll();
    expect(await attendeesOf(meeting.id)).toMatchObject([{ answer: 'NEEDS_ACTION' }]);
    expect(moved.message).toMatchObject({ conversationId: message!.conversationId, subject: 'Gewijzigd: The offer' });
    expect(sentEvents().map(({ sequence, uid }) => [sequence, uid])).toEqual([0, 1, 2].map((n) => [n, meeting.lookup]));
  });

  it('is refused when the agent has not seen the last answer, and when somebody would be left out', async () => {
    const { meeting } = await meetings.save(agent, input({ attendees: ['sem@client.example', 'bo@client.example'] }));
    await sendAll();
    await answer(meeting.id);
    const stale = { id: meeting.id, title: 'New', expectedVersion: meeting.version };
    await expect(meetings.save(agent, stale)).rejects.toMatchObject({ code: 'CONFLICT' });
    const fewer = meetings.save(agent, { id: meeting.id, attendees: ['sem@client.example'] });
    await expect(fewer).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['attendees'] } });
  });

  it('calling off tells all, once; then it can be put away, and not before', async () => {
    const records = new RecordService(desk.db.uow, desk.db.journal);
    const { meeting } = await meetings.save(agent, input());
    await sendAll();
    expect((await records.delete(agent, [meeting.id], false)).userErrors).toHaveLength(1);
    await expect(records.save(agent, { id: meeting.id, title: 'x' })).rejects.toMatchObject({ code: 'INVALID' });
    const call = { id: meeting.id, messageId: newId('message') };
    const off = await meetings.cancel(agent, call);
    expect(off.meeting.doneAt).toEqual(expect.any(Number));
    await meetings.cancel(agent, call);
    expect((await meetings.cancel(agent, { id: meeting.id })).message).toBeNull();
    await sendAll();
    expect(sentEvents().at(-1)).toMatchObject({ method: 'CANCEL', sequence: 1, status: 'CANCELLED', uid: meeting.lookup });
    expect(desk.gateway.sent).toHaveLength(2);
    await expect(meetings.save(agent, { id: meeting.id, title: 'x' })).rejects.toMatchObject({ code: 'INVALID' });
    expect((await records.delete(agent, [meeting.id], false)).userErrors).toEqual([]);
  });
});

describe('an answer', () => {
  const made = async (over: Partial<MeetingSave> = {}): Promise<string> => {
    const { meeting } = await meetings.save(agent, input(over));
    await sendAll();
    return meeting.id;
  };

  it.each(['ACCEPTED', 'DECLINED', 'TENTATIVE'] as const)('%s is kept and told where it stands', async (partstat) => {
    const id = await made();
    const [line, ...more] = await answer(id, { partstat, comment: 'See you' });
    expect(line).toMatchObject({
      activity: 'meeting_answered',
      data: { answer: partstat, name: 'The offer', comment: 'See you' },
    });
    expect(more).toEqual([]);
    expect(await attendeesOf(id)).toMatchObject([{ answer: partstat, comment: 'See you' }]);
    const ties = await associationsOf(desk.db.uow.reader, [id]);
    expect(ties.map(({ toId }) => toId)).toContain(line?.conversationId);
  });

  it('of a stranger, in the name of another, to a UID that is not ours, or forged changes nothing', async () => {
    const id = await made({ attendees: ['sem@client.example', 'bo@client.example'] });
    const before = await meetingOf(id);
    for (const said of [
      { from: 'eve@evil.example', attendee: 'sem@client.example' },
      { from: 'eve@evil.example' },
      { from: 'bo@client.example', attendee: 'sem@client.example' },
      { uid: '00000000-0000-7000-8000-000000000000' },
      { forged: true },
      { partstat: 'DELEGATED' },
      { method: 'REQUEST' },
      { attendees: [] },
    ])
      expect(await answer(id, said)).toEqual([]);
    expect(await meetingOf(id)).toEqual(before);
  });

  it('to an earlier date is told as such and counts for nothing; one that names the date that stands does', async () => {
    const id = await made();
    await meetings.save(agent, { id, startAt: START + HOUR, endAt: START + 2 * HOUR });
    await sendAll();
    expect(await answer(id, { sequence: 0, start: '2026-06-02T08:00:00Z' })).toMatchObject([
      { activity: 'meeting_answered_late' },
    ]);
    expect(await attendeesOf(id)).toMatchObject([{ answer: 'NEEDS_ACTION' }]);
    expect(await answer(id, { sequence: 0, start: '2026-06-02T09:00:00Z' })).toMatchObject([{ activity: 'meeting_answered' }]);
    expect(await attendeesOf(id)).toMatchObject([{ answer: 'ACCEPTED' }]);
  });

  it('that is older than one that came before it does not undo it', async () => {
    const id = await made();
    await answer(id, { partstat: 'DECLINED', stamp: '2026-05-02T10:00:00Z' });
    expect(await answer(id, { partstat: 'ACCEPTED', stamp: '2026-05-02T09:00:00Z' })).toEqual([]);
    expect(await attendeesOf(id)).toMatchObject([{ answer: 'DECLINED' }]);
  });

  it('with another time is a wish in words, until the meeting is moved', async () => {
    const id = await made();
    const said = { method: 'COUNTER', partstat: 'TENTATIVE', start: '2026-06-03T08:00:00Z', end: '2026-06-03T08:30:00Z' };
    const [line] = await answer(id, { ...said, comment: 'Rather on Wednesday' });
    expect(line).toMatchObject({
      activity: 'meeting_proposed',
      data: { proposedStartAt: Date.UTC(2026, 5, 3, 8), comment: 'Rather on Wednesday' },
    });
    const proposal = { startAt: Date.UTC(2026, 5, 3, 8), endAt: Date.UTC(2026, 5, 3, 8, 30) };
    expect(await attendeesOf(id)).toMatchObject([{ answer: 'TENTATIVE', proposal }]);
    expect(await meetingOf(id)).toMatchObject({ dueAt: START });
    await meetings.save(agent, { id, ...proposal });
    expect(await attendeesOf(id)).toMatchObject([{ answer: 'NEEDS_ACTION', proposal: null }]);
  });

  it('from another address of his, which his calendar writes into it, is his all the same', async () => {
    const id = await made();
    expect(await answer(id, { attendee: 'sem.de.vries@corp.example' })).toHaveLength(1);
    expect(await attendeesOf(id)).toMatchObject([{ answer: 'ACCEPTED' }]);
  });

  it('to what was called off is told, and changes nothing', async () => {
    const id = await made();
    await meetings.cancel(agent, { id });
    await sendAll();
    expect(await answer(id, { sequence: 1 })).toMatchObject([{ activity: 'meeting_answered_late' }]);
    expect(await attendeesOf(id)).toMatchObject([{ answer: 'NEEDS_ACTION' }]);
  });
});
