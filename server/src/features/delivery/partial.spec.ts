import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExternalId, SendResult } from '@balie/plugin-sdk';
import { ChannelDesk, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { type Channel, ChannelFailure } from '../channels/index.js';
import type { Inbox } from '../inboxes/index.js';
import { ComposeService } from '../replies/compose.service.js';
import { ReplyService } from '../replies/reply.service.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { DeliverJob } from './deliver.job.js';
import { DeliveryService } from './delivery.service.js';

const MINUTE = 60_000;
let desk: ChannelDesk;
let service: DeliveryService;
let composes: ComposeService;
let replies: ReplyService;
let inbox: Inbox;
let channel: Channel;
let agent: Ctx;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, sanitizer, clock } = desk;
  service = new DeliveryService(db.uow, desk.access, clock);
  composes = new ComposeService(db.uow, sanitizer, clock);
  replies = new ReplyService(db.uow, desk.access, sanitizer, clock);
  new DeliverJob(db.uow, gateway, queue).onModuleInit();
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Support', undoSeconds: 0 });
  agent = await desk.world.as(await desk.world.agent('Anna'));
});
afterAll(() => desk.close());
beforeEach(async () => {
  channel = await desk.channel(inbox, [`${newId('channel')}@shop.example`]);
  desk.gateway.sent.length = 0;
  desk.gateway.answers.length = 0;
});

/** A mail to a, with copies to b and, blind, c. */
function written() {
  const fromId = `${channel.id}.${channel.account}`;
  const people = { to: ['a@far.example'], cc: ['b@far.example'], bcc: ['c@far.example'] };
  return composes.compose(agent, { inboxId: inbox.id, fromId, ...people, subject: 'News', text: 'Hello' });
}
interface Row {
  value: string;
  status: string;
  attempts: number;
  reason: string | null;
  transport: string | null;
  provider_id: string | null;
  next_attempt_at: string | number | null;
}
const rows = (messageId: string): Promise<Row[]> =>
  desk.rows('SELECT * FROM delivery WHERE message_id = ? ORDER BY value', [messageId]);
const states = async (messageId: string): Promise<string[]> => (await rows(messageId)).map((row) => row.status);
const taken = (over: Partial<SendResult> = {}): SendResult => ({ ids: ['<x@y>'] as ExternalId[], status: 'accepted', ...over });
const later = (value: string) => ({ to: person(value), reason: '450 greylisted', later: true });
const addresses = (people: { value: string }[] | undefined): string[] => (people ?? []).map(({ value }) => value);

describe('a mail that some have and others do not yet (R-SND-4)', () => {
  it('is tried again for the others alone, naming all, and what follows in its thread does not wait', async () => {
    const message = await written();
    const refused = [later('B@far.example'), { to: person('c@far.example'), reason: '550 no such user' }];
    desk.gateway.answers.push(() => Promise.resolve(taken({ refused, via: 'mx1.example:465', acceptedAs: '4F1A' })));
    await desk.queue.run();
    expect(await rows(message.id)).toMatchObject([
      { status: 'SENT', transport: 'mx1.example:465', provider_id: '4F1A', attempts: 1 },
      { status: 'DEFERRED', transport: null, reason: '450 greylisted', attempts: 1 },
      { status: 'FAILED', transport: null, reason: '550 no such user', attempts: 1 },
    ]);
    const { id } = await replies.send(agent, { conversationId: message.conversationId, direction: 'OUTBOUND', text: 'And more' });
    await desk.queue.run();
    expect(await states(id)).toEqual(['SENT', 'SENT']);
    desk.gateway.sent.length = 0;
    desk.clock.turn(2 * MINUTE);
    await desk.queue.run();
    expect(await states(message.id)).toEqual(['SENT', 'SENT', 'FAILED']);
    const [again, ...more] = desk.gateway.sent;
    expect(more).toEqual([]);
    expect(again).toMatchObject({ sendKey: message.sendKey, attempt: 2, uncertain: false });
    expect([addresses(again?.to), again?.cc, again?.bcc]).toEqual([['b@far.example'], undefined, undefined]);
    expect([addresses(again?.named?.to), addresses(again?.named?.cc)]).toEqual([['a@far.example'], ['b@far.example']]);
  });

  it('gives up on the others after 48 hours, and says so', async () => {
    const message = await written();
    const refused = [later('b@far.example')];
    for (let tries = 0; tries < 8; tries++) {
      desk.gateway.answers.push(() => Promise.resolve(taken({ refused })));
      await desk.queue.run();
      desk.gateway.answers.length = 0;
      desk.clock.turn(8 * 60 * MINUTE);
    }
    expect(await states(message.id)).toEqual(['SENT', 'FAILED', 'SENT']);
    const tried = desk.gateway.sent.length;
    expect(tried).toBeGreaterThan(5);
    expect(desk.gateway.sent.slice(1).every((one) => addresses(one.to).join() === 'b@far.example')).toBe(true);
    const told = (await desk.items(message.conversationId)).filter((item) => item.activity === 'delivery_failed');
    expect(told.map((item) => item.data['recipients'])).toEqual([['b@far.example']]);
    desk.clock.turn(72 * 60 * MINUTE);
    await desk.queue.run();
    expect(desk.gateway.sent).toHaveLength(tried);
  });

  it('can be stopped for the others; what some have stays said', async () => {
    const message = await written();
    desk.gateway.answers.push(() => Promise.resolve(taken({ refused: [later('b@far.example')] })));
    await desk.queue.run();
    const stopped = await service.cancel(agent, message.id);
    expect(await states(message.id)).toEqual(['SENT', 'CANCELLED', 'SENT']);
    expect(stopped).toMatchObject({ id: message.id, deliveryStatus: 'SENT' });
    expect((await desk.conversation(message.conversationId)).messageCount).toBe(1);
    desk.clock.turn(100 * MINUTE);
    await desk.queue.run();
    expect(desk.gateway.sent).toHaveLength(1);
  });

  it('names nobody more while it goes to all', async () => {
    await written();
    await desk.queue.run();
    expect(desk.gateway.sent[0]).toMatchObject({ to: [{ value: 'a@far.example' }], cc: [{ value: 'b@far.example' }] });
    expect(desk.gateway.sent[0]).not.toHaveProperty('named');
  });
});

describe('a limit that was reached (R-SND-7)', () => {
  it('says when it goes on, burns nothing, and ends after 48 hours like all else', async () => {
    const message = await written();
    const full = () => Promise.reject(new ChannelFailure('rate_limited', 'Enough for today', { retryAfterMs: 60 * MINUTE }));
    desk.gateway.answers.push(full);
    await desk.queue.run();
    const [row] = await rows(message.id);
    expect(row).toMatchObject({ status: 'QUEUED', attempts: 0, reason: 'Enough for today' });
    expect(Number(row?.next_attempt_at)).toBeGreaterThan(desk.clock.now() + 59 * MINUTE);
    for (let day = 0; day < 3; day++) {
      desk.clock.turn(24 * 60 * MINUTE);
      desk.gateway.answers.push(full);
      await desk.queue.run();
      desk.gateway.answers.length = 0;
    }
    expect(await states(message.id)).toEqual(['FAILED', 'FAILED', 'FAILED']);
  });
});
