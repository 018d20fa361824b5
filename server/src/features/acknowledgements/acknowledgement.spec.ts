import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InboundEvent } from '@balie/plugin-sdk';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { type Channel, ChannelFailure } from '../channels/index.js';
import { changeConversation } from '../conversations/index.js';
import { DeliverJob } from '../delivery/deliver.job.js';
import { decide } from '../filters/sender-rule.repository.js';
import type { Inbox } from '../inboxes/index.js';
import { DecodeJob } from '../intake/decode.job.js';
import { InboundItem } from '../intake/inbound-item.entity.js';
import { IntakeService } from '../intake/intake.service.js';
import type { Message } from '../messages/index.js';
import { WorkingHoursService } from '../working-hours/index.js';
import { AcknowledgeJob } from './acknowledge.job.js';
import { claimItem, claimSender } from './acknowledgement.repository.js';
import { AcknowledgementService } from './acknowledgement.service.js';

const HOUR = 60 * 60_000;
const WORDS = { subject: 'We have it: {number}', text: 'Thank you for writing to {inbox}.\nYour number is {number}.' };
let desk: ChannelDesk;
let intake: IntakeService;
let service: AcknowledgementService;
let hours: WorkingHoursService;
let job: AcknowledgeJob;
let inbox: Inbox;
let channel: Channel;
let count = 0;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer } = desk;
  intake = new IntakeService(db.uow);
  service = new AcknowledgementService(db.uow);
  hours = new WorkingHoursService(db.uow);
  job = new AcknowledgeJob(db.uow, queue);
  job.onModuleInit();
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new DeliverJob(db.uow, gateway, queue).onModuleInit();
});
afterAll(() => desk.close());
beforeEach(async () => {
  ({ inbox, channel } = await newDesk());
  desk.gateway.rules = { junk: { title: 'Junk', to: 'spam', on: true, knownContact: 'yields' } };
  desk.gateway.sent.length = 0;
  desk.gateway.answers.length = 0;
});

async function newDesk(mode: 'OFF' | 'ON_RECEIPT' = 'ON_RECEIPT'): Promise<{ inbox: Inbox; channel: Channel }> {
  const made = await desk.world.inboxes.save(testCtx(), { name: `Shop ${(count += 1)}` });
  await service.save(testCtx(), { inboxId: made.id, mode, ...WORDS });
  return { inbox: made, channel: await desk.channel(made, [`support@shop${count}.example`, `help@shop${count}.example`]) };
}

/** A new mail that comes now. */
const fresh = (from: string, over: Parameters<typeof mail>[1] = {}): InboundEvent =>
  mail(person(from, 'BUY NOW'), { at: new Date(desk.clock.now()), ...over });

async function arrive(event: InboundEvent, on = channel, history = false): Promise<InboundItem> {
  const id = event.type === 'message' ? event.id : `raw${(count += 1)}`;
  const { hash } = await desk.storage.put(Buffer.from(`From: x@far.example\r\n\r\n${id}`));
  desk.gateway.events.set(id, [event]);
  await intake.receive(on.id, [{ externalId: id, rawHash: hash, meta: {} }], { history, epoch: null });
  await desk.queue.run();
  return desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { channelId: on.id, externalId: id });
}

const outgoing = async (conversationId: string): Promise<Message[]> =>
  (await desk.items(conversationId)).filter(({ direction }) => direction === 'OUTBOUND');
const sentTo = (): string[] => desk.gateway.sent.flatMap(({ to }) => to.map(({ value }) => value));

describe('the first message of a person', () => {
  it('is acknowledged once, in our words only, and goes on waiting for a person', async () => {
    const event = fresh('anna@far.example', { to: [person(`help@shop${count}.example`)] });
    const { conversationId } = await arrive(event);
    const [message, ...more] = desk.gateway.sent;
    expect(more).toEqual([]);
    const conversation = await desk.conversation(conversationId!);
    expect(message).toMatchObject({
      automatic: true,
      from: { value: `help@shop${count}.example` },
      to: [{ value: 'anna@far.example' }],
      author: { bot: true },
      thread: {
        subject: `We have it: ${conversation.number}`,
        answers: expect.arrayContaining([event.type === 'message' && event.knownAs![0]]),
      },
      parts: [{ type: 'text', text: `Thank you for writing to ${inbox.name}.\nYour number is ${conversation.number}.` }],
    });
    expect(JSON.stringify([message?.to, message?.parts, message?.thread.subject])).not.toMatch(/BUY NOW|Subject of|Text of/);
    expect(conversation).toMatchObject({
      status: 'OPEN',
      lastDirection: 'INBOUND',
      lastOutboundAt: null,
      waitingSince: expect.any(Number),
      deliveryStatus: null,
      preview: expect.stringContaining('Text of'),
    });
    const items = await desk.items(conversationId!);
    expect(items.map(({ kind, direction, automatic, activity }) => [kind, direction, automatic, activity])).toEqual([
      ['MESSAGE', 'INBOUND', null, null],
      ['MESSAGE', 'OUTBOUND', 'reply', null],
      ['ACTIVITY', 'INTERNAL', null, 'acknowledged'],
    ]);
    expect(items[1]).toMatchObject({ deliveryStatus: 'SENT', authorKind: 'SYSTEM' });
  });

  it('is acknowledged where the answer to the acknowledgement belongs, and that answer is not', async () => {
    const event = fresh('ben@far.example');
    const { conversationId } = await arrive(event);
    const [ours] = await desk.rows<{ id: string }>(
      "SELECT e.external_id AS id FROM external_id e JOIN message m ON m.id = e.message_id WHERE m.conversation_id = ? AND m.direction = 'OUTBOUND'",
      [conversationId],
    );
    const answer = await arrive(fresh('ben@far.example', { thread: { answers: [ours!.id] } }));
    expect(answer.conversationId).toBe(conversationId);
    expect(desk.gateway.sent).toHaveLength(1);
  });

  it('is not acknowledged a second time by a job that runs again, nor after an agent has answered', async () => {
    const { messageId, conversationId } = await arrive(fresh('cleo@far.example'));
    const run = {
      id: 'job',
      name: 'acknowledge',
      payload: { messageId },
      attempt: 2,
      correlationId: 'x',
      signal: new AbortController().signal,
    };
    await job.run(run);
    desk.clock.turn(48 * HOUR);
    await job.run(run);
    await desk.queue.run();
    expect(await outgoing(conversationId!)).toHaveLength(1);
  });

  it('is off by default, and off again when it is switched off', async () => {
    const plain = await desk.world.inboxes.save(testCtx(), { name: `Plain ${count}` });
    await arrive(fresh('off@far.example'), await desk.channel(plain, [`plain@shop${count}.example`]));
    await service.save(testCtx(), { inboxId: inbox.id, mode: 'OFF', ...WORDS });
    await arrive(fresh('off@far.example'));
    expect(desk.gateway.sent).toEqual([]);
  });

  it('is acknowledged outside the hours only, where that is the choice', async () => {
    const input = { inboxId: inbox.id, mode: 'OUTSIDE_HOURS' as const, ...WORDS };
    await expect(service.save(testCtx(), input)).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['mode'] } });
    const now = new Date(desk.clock.now());
    const weekday = (['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const)[now.getUTCDay()]!;
    const slots = [{ weekday, from: '00:00', until: '24:00' }];
    await hours.save(testCtx(), { inboxId: inbox.id, timeZone: 'UTC', slots });
    await service.save(testCtx(), input);
    await arrive(fresh('open@far.example'));
    expect(desk.gateway.sent).toEqual([]);
    await hours.save(testCtx(), { inboxId: inbox.id, timeZone: 'UTC', slots: [] });
    await arrive(fresh('closed@far.example'));
    expect(sentTo()).toEqual(['closed@far.example']);
  });

  it('waits in the outbox like any other, red when it fails, and comes to nothing where the channel is off', async () => {
    desk.gateway.answers.push(() => Promise.reject(new ChannelFailure('rejected', '550 no')));
    const { conversationId } = await arrive(fresh('dora@far.example'));
    expect((await outgoing(conversationId!))[0]).toMatchObject({ deliveryStatus: 'FAILED' });
    const events = (await desk.items(conversationId!)).map(({ activity }) => activity);
    expect(events).toContain('delivery_failed');
    await desk.db.uow.run(testCtx(), (tx) => tx.execute('UPDATE channel SET active = ? WHERE id = ?', [false, channel.id]));
    const off = await arrive(fresh('emil@far.example'));
    expect(await outgoing(off.conversationId!)).toEqual([]);
  });
});

describe('nobody is answered by a machine', () => {
  const reasons: [string, () => Parameters<typeof mail>[1]][] = [
    ['who is one', () => ({ automatic: 'reply' })],
    ['who writes for a list', () => ({ automatic: 'list' })],
    ['who says that he wants none', () => ({ noAutoReply: true })],
    ['whose sender is not proven', () => ({ authentication: 'failed' })],
    ['whose message is spam', () => ({ flags: [{ rule: 'junk', detail: '' }] })],
    ['who wrote before yesterday', () => ({ at: new Date(desk.clock.now() - 25 * HOUR) })],
  ];
  it.each(reasons)('%s', async (_, over) => {
    const item = await arrive(fresh(`who${(count += 1)}@far.example`, over()));
    expect(item.conversationId).not.toBeNull();
    expect(desk.gateway.sent).toEqual([]);
  });

  it('who is blocked, whose message was imported, and who is one of us', async () => {
    const sender = { inboxId: inbox.id, identityKind: 'email', value: 'blocked@far.example' };
    await desk.db.uow.run(testCtx(), (tx) => decide(tx, { ...sender, kind: 'BLOCK' }));
    await arrive(fresh('blocked@far.example'));
    await arrive(fresh('old@far.example'), channel, true);
    const other = await newDesk();
    const ours = await arrive(fresh(`support@shop${count}.example`));
    expect((await desk.conversation(ours.conversationId!)).inboxId).toBe(inbox.id);
    expect(desk.gateway.sent).toEqual([]);
    const loop = await arrive(fresh(`Help@shop${count}.example`), other.channel);
    expect(loop).toMatchObject({ state: 'FILTERED', conversationId: null });
    expect(desk.gateway.sent).toEqual([]);
  });

  it('whose conversation was put aside before the answer left', async () => {
    await service.save(testCtx(), { inboxId: inbox.id, mode: 'OFF', ...WORDS });
    const { conversationId, messageId } = await arrive(fresh('aside@far.example'));
    await service.save(testCtx(), { inboxId: inbox.id, mode: 'ON_RECEIPT', ...WORDS });
    await desk.db.uow.run(testCtx(), (tx) => changeConversation(tx, conversationId!, { placement: 'SPAM' }));
    await desk.db.uow.run(testCtx(), async (tx) => tx.enqueue({ name: 'acknowledge', payload: { messageId } }));
    await desk.queue.run();
    expect(desk.gateway.sent).toEqual([]);
  });
});

describe('the limits (R-LOOP-3, R-INB-1)', () => {
  it('are one for a sender and inbox within a day, however he writes his address', async () => {
    await arrive(fresh('one@far.example'));
    desk.clock.turn(23 * HOUR);
    await arrive(fresh('ONE@far.example'));
    expect(sentTo()).toEqual(['one@far.example']);
    desk.clock.turn(2 * HOUR);
    await arrive(fresh('one@far.example'));
    expect(sentTo()).toHaveLength(2);
    // A clock that was ahead and is right again (F18).
    desk.clock.turn(-48 * HOUR);
    await arrive(fresh('one@far.example'));
    expect(sentTo()).toHaveLength(3);
  });

  it('are one for a mail that lies in two inboxes', async () => {
    const other = await newDesk();
    const event = fresh('two@far.example');
    const [here, there] = [await arrive(event), await arrive(event, other.channel)];
    expect([here.state, there.state]).toEqual(['DELIVERED', 'DELIVERED']);
    expect(here.conversationId).not.toBe(there.conversationId);
    expect(sentTo()).toEqual(['two@far.example']);
    await arrive(fresh('two@far.example'), other.channel);
    expect(sentTo()).toHaveLength(2);
  });

  it('hold when many units ask at the same moment', async () => {
    const { uow } = desk.db;
    const sender = { inboxId: inbox.id, kind: 'email', value: 'many@far.example' };
    const many = Array.from({ length: 12 }, (_, n) => n);
    const claims = await Promise.all(many.map(() => uow.run(testCtx(), (tx) => claimSender(tx, sender))));
    expect(claims.filter(Boolean)).toHaveLength(1);
    const items = await Promise.all(
      many.map((n) => uow.run(testCtx(), (tx) => claimItem(tx, n % 2 ? ['<a@x>', 'hash'] : ['hash', '<a@x>']))),
    );
    expect(items.filter(Boolean)).toHaveLength(1);
    desk.clock.turn(25 * HOUR);
    const next = await Promise.all(many.map(() => uow.run(testCtx(), (tx) => claimSender(tx, sender))));
    expect(next.filter(Boolean)).toHaveLength(1);
  });
});

describe('the setting', () => {
  it('takes no words of a sender, and says what is missing where', async () => {
    const save = (over: Partial<Parameters<AcknowledgementService['save']>[1]>) =>
      service.save(testCtx(), { inboxId: inbox.id, mode: 'ON_RECEIPT', ...WORDS, ...over });
    const path = (field: string) => ({ code: 'INVALID', detail: { path: [field] } });
    await expect(save({ subject: ' ' })).rejects.toMatchObject(path('subject'));
    await expect(save({ text: '' })).rejects.toMatchObject(path('text'));
    await expect(save({ text: 'Dear {name}, you wrote {subject}' })).rejects.toMatchObject(path('text'));
    await expect(save({ subject: 'Re: {subject}' })).rejects.toMatchObject(path('subject'));
    await expect(save({ subject: 'x'.repeat(201) })).rejects.toMatchObject(path('subject'));
    await expect(save({ expectedVersion: 0 })).rejects.toMatchObject({ code: 'CONFLICT' });
    await save({ mode: 'OFF', subject: '', text: '' });
    await expect(save({ inboxId: 'inb_none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const member = await desk.world.as(await desk.world.agent('Anna'));
    await expect(service.save(member, { inboxId: inbox.id, mode: 'OFF', ...WORDS })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
