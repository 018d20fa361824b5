import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ChannelDesk, person, mail } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { type Channel, ChannelFailure } from '../channels/index.js';
import { DecodeJob } from '../intake/decode.job.js';
import { IntakeService } from '../intake/intake.service.js';
import type { Inbox } from '../inboxes/index.js';
import { ReplyService } from '../replies/reply.service.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { DeliverJob } from './deliver.job.js';
import { DeliveryService } from './delivery.service.js';

const HOUR = 3_600_000;
let desk: ChannelDesk;
let service: DeliveryService;
let replies: ReplyService;
let intake: IntakeService;
let inbox: Inbox;
let channel: Channel;
let agent: Ctx;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer, clock } = desk;
  service = new DeliveryService(db.uow, desk.access, clock);
  replies = new ReplyService(db.uow, desk.access, sanitizer, clock);
  intake = new IntakeService(db.uow);
  new DeliverJob(db.uow, gateway, queue).onModuleInit();
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Support' });
  agent = await desk.world.as(await desk.world.agent('Anna'));
});
afterAll(() => desk.close());
beforeEach(async () => {
  channel = await desk.channel(inbox, [`${newId('channel')}@shop.example`]);
  desk.gateway.sent.length = 0;
});

/** An answer to somebody in To and somebody in Cc. */
async function answer(over: { sendAt?: number } = {}) {
  const event = mail(person('bob@far.example'), { cc: [person('carl@far.example')] });
  await intake.ingest(channel.id, [event], { history: false, epoch: null });
  await desk.queue.run();
  const [row] = await desk.rows<{ conversation_id: string }>('SELECT conversation_id FROM inbound_item WHERE external_id = ?', [
    event.id,
  ]);
  return replies.send(agent, { conversationId: row!.conversation_id, direction: 'OUTBOUND', text: 'Dear Bob', ...over });
}
const states = async (messageId: string): Promise<string[]> =>
  (await desk.rows<{ status: string }>('SELECT status FROM delivery WHERE message_id = ? ORDER BY id', [messageId])).map(
    ({ status }) => status,
  );

describe('the undo against the sender (R-SND-6)', () => {
  it('has one winner each time: what was stopped never leaves, what left can’t be stopped', async () => {
    const messages = [];
    for (let i = 0; i < 24; i++) messages.push(await answer());
    desk.clock.turn(10_500);
    const stop = async (id: string, turns: number): Promise<boolean> => {
      // Each a little later than the one before, so that both win some.
      for (let turn = 0; turn < turns; turn++) await desk.rows('SELECT 1', []);
      return service.cancel(agent, id).then(
        () => true,
        (error: unknown) => {
          expect(error).toMatchObject({ code: 'CONFLICT' });
          return false;
        },
      );
    };
    const [stopped] = await Promise.all([Promise.all(messages.map(({ id }, at) => stop(id, at * 3))), desk.queue.run()]);
    await desk.queue.run();
    const left = desk.gateway.sent.map(({ sendKey }) => sendKey);
    expect(new Set(left).size).toBe(left.length);
    for (const [at, message] of messages.entries()) {
      expect([at, left.includes(message.sendKey ?? '')]).toEqual([at, !stopped[at]]);
      expect([at, await states(message.id)]).toEqual([at, stopped[at] ? ['CANCELLED', 'CANCELLED'] : ['SENT', 'SENT']]);
    }
  }, 240_000);

  it('is over at its time also for a process that was not there when it began', async () => {
    const message = await answer();
    // All that is known of it is in the database: another process takes it up.
    new DeliverJob(desk.db.uow, desk.gateway, desk.queue).onModuleInit();
    await desk.queue.run();
    expect(desk.gateway.sent).toEqual([]);
    desk.clock.turn(10_500);
    await desk.queue.run();
    expect(desk.gateway.sent.map(({ sendKey }) => sendKey)).toEqual([message.sendKey]);
  });
});

describe('a time that was chosen', () => {
  it('is kept when the clock is set back, and made up for when it jumps ahead', async () => {
    const sendAt = desk.clock.now() + 2 * HOUR;
    const message = await answer({ sendAt });
    desk.clock.turn(HOUR);
    await desk.queue.run();
    desk.clock.turn(-3 * HOUR);
    await desk.queue.run();
    expect([desk.gateway.sent, await states(message.id)]).toEqual([[], ['HELD', 'HELD']]);
    desk.clock.turn(40 * 24 * HOUR);
    await desk.queue.run();
    await desk.queue.run();
    expect(desk.gateway.sent.map(({ sendKey }) => sendKey)).toEqual([message.sendKey]);
    desk.clock.turn(-39 * 24 * HOUR);
    await desk.queue.run();
    expect([desk.gateway.sent.length, await states(message.id)]).toEqual([1, ['SENT', 'SENT']]);
  });

  it('is said with what it belongs to, and a retry after it has its own 48 hours', async () => {
    const message = await answer({ sendAt: desk.clock.now() + 100 * HOUR });
    desk.clock.turn(101 * HOUR);
    desk.gateway.answers.push(() => Promise.reject(new ChannelFailure('transient', '451 later')));
    await desk.queue.run();
    expect(await states(message.id)).toEqual(['DEFERRED', 'DEFERRED']);
    desk.clock.turn(HOUR);
    await desk.queue.run();
    expect(await states(message.id)).toEqual(['SENT', 'SENT']);
  });
});
