import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChannelError, ExternalId, SendResult } from '@balie/plugin-sdk';
import { ChannelDesk, Killed, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { type Channel, ChannelFailure } from '../channels/index.js';
import { addItem, changeConversation, createThread, openConversation } from '../conversations/index.js';
import { IntakeService } from '../intake/intake.service.js';
import { DecodeJob } from '../intake/decode.job.js';
import type { Inbox } from '../inboxes/index.js';
import { bringBack } from '../../adapters/jobs/job-store.js';
import { WRONG_CLOCK_MS } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { DeliverJob } from './deliver.job.js';
import { DeliveryService } from './delivery.service.js';
import { queueDeliveries } from './record.js';

const MINUTE = 60_000;
let desk: ChannelDesk;
let service: DeliveryService;
let inbox: Inbox;
let channel: Channel;
let agent: Ctx;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer } = desk;
  service = new DeliveryService(db.uow, desk.access, desk.clock);
  new DeliverJob(db.uow, gateway, queue).onModuleInit();
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Support', undoSeconds: 0 });
  agent = await desk.world.as(await desk.world.agent('Anna'));
});
afterAll(() => desk.close());
beforeEach(async () => {
  channel = await desk.channel(inbox, [`${newId('channel')}@shop.example`]);
  desk.gateway.sent.length = 0;
  desk.gateway.answers.length = 0;
});

/** A message in the outbox, to these people, in a conversation of its own or a given thread. */
async function outgoing(
  o: { to?: string[]; heldMs?: number; after?: { conversationId: string; threadId: string } } = {},
): Promise<{ id: string; conversationId: string; threadId: string }> {
  const id = newId('message');
  return desk.db.uow.run(testCtx(), async (tx) => {
    const opened = o.after
      ? null
      : await openConversation(tx, { inboxId: inbox.id, channel, contact: null, subject: 'S', at: tx.now, placement: 'INBOX' });
    const conversationId = o.after?.conversationId ?? opened!.id;
    const threadId = o.after?.threadId ?? (await createThread(tx, { conversationId, channelId: channel.id, subject: 'S' }))!.id;
    const recipients = (o.to ?? ['bob@far.example']).map((value) => ({ field: 'TO' as const, kind: 'email', value }));
    const heldUntil = o.heldMs ? tx.now + o.heldMs : null;
    const deliveryStatus = heldUntil === null ? 'QUEUED' : 'HELD';
    const author = { kind: 'USER' as const, id: 'usr_x', name: 'Anna' };
    const item = { id, kind: 'MESSAGE', direction: 'OUTBOUND', author, at: tx.now, text: 'Hi', recipients, threadId } as const;
    await addItem(tx, conversationId, { ...item, channelId: channel.id, sendKey: id.slice(4), deliveryStatus });
    await queueDeliveries(tx, {
      messageId: id,
      conversationId,
      channelId: channel.id,
      threadId,
      recipients,
      degraded: [],
      heldUntil,
    });
    return { id, conversationId, threadId };
  });
}

interface Row {
  value: string;
  status: string;
  attempts: number;
  reason: string | null;
}
const rows = (messageId: string): Promise<Row[]> =>
  desk.rows('SELECT value, status, attempts, reason FROM delivery WHERE message_id = ? ORDER BY id', [messageId]);
const states = async (messageId: string): Promise<string[]> => (await rows(messageId)).map((row) => row.status);
const fail =
  (kind: ChannelError['kind'], message = `It was ${kind}`, detail: { retryAfterMs?: number } = {}) =>
  (): Promise<SendResult> =>
    Promise.reject(new ChannelFailure(kind, message, detail));
const activities = async (conversationId: string): Promise<string[]> =>
  (await desk.items(conversationId)).flatMap((item) => (item.activity ? [item.activity] : []));

describe('a message on its way', () => {
  it('is SENDING before the call, SENT after it, and everybody hears of each step', async () => {
    const { id, conversationId } = await outgoing();
    const before = await desk.world.position();
    desk.gateway.answers.push(async (message) => {
      expect(await states(id)).toEqual(['SENDING']);
      expect((await desk.conversation(conversationId)).deliveryStatus).toBe('SENDING');
      return { ids: ['<a@x>', '<b@provider>'] as ExternalId[], status: 'accepted', threadKey: `key-${message.sendKey}` };
    });
    await desk.queue.run();
    expect(await rows(id)).toEqual([{ value: 'bob@far.example', status: 'SENT', attempts: 1, reason: null }]);
    expect(await desk.message(id)).toMatchObject({ deliveryStatus: 'SENT' });
    expect((await desk.conversation(conversationId)).deliveryStatus).toBeNull();
    expect(await desk.rows('SELECT external_id FROM external_id WHERE message_id = ? ORDER BY external_id', [id])).toEqual([
      { external_id: '<a@x>' },
      { external_id: '<b@provider>' },
    ]);
    expect(await desk.rows('SELECT external_key FROM thread WHERE conversation_id = ?', [conversationId])).toEqual([
      { external_key: `key-${id.slice(4)}` },
    ]);
    const told = (await desk.world.events(before)).filter((event) => event.type === 'delivery.updated');
    expect(told.map((event) => [event.nodeId, event.data['status']])).toEqual([
      [id, 'SENDING'],
      [id, 'SENT'],
    ]);
    expect(desk.gateway.sent).toMatchObject([
      { attempt: 1, uncertain: false, sendKey: id.slice(4), to: [{ value: 'bob@far.example' }] },
    ]);
  });

  it('says for each recipient how it went', async () => {
    const { id, conversationId } = await outgoing({ to: ['good@far.example', 'bad@far.example'] });
    desk.gateway.answers.push(() => ({
      ids: [],
      status: 'accepted',
      refused: [{ to: person('BAD@far.example'), reason: '550 no such user' }],
    }));
    await desk.queue.run();
    expect(await rows(id)).toMatchObject([{ status: 'SENT' }, { status: 'FAILED', reason: '550 no such user' }]);
    expect((await desk.message(id)).deliveryStatus).toBe('FAILED');
    expect((await desk.conversation(conversationId)).deliveryStatus).toBe('FAILED');
    desk.gateway.sent.length = 0;
    await service.retry(agent, id, false);
    await desk.queue.run();
    expect(desk.gateway.sent).toMatchObject([{ to: [{ value: 'bad@far.example' }] }]);
    expect(await states(id)).toEqual(['SENT', 'SENT']);
  });

  it('waits for the end of the undo time, and can be taken back until then', async () => {
    const held = await outgoing({ heldMs: 10_000 });
    const stopped = await outgoing({ heldMs: 10_000 });
    await desk.queue.run();
    expect(desk.gateway.sent).toHaveLength(0);
    expect(await service.cancel(agent, stopped.id)).toMatchObject({ deliveryStatus: 'CANCELLED' });
    desk.clock.turn(11_000);
    await desk.queue.run();
    expect([await states(held.id), await states(stopped.id)]).toEqual([['SENT'], ['CANCELLED']]);
    await expect(service.cancel(agent, held.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(desk.gateway.sent).toHaveLength(1);
  });

  it('waits for no time that was set while the clock was ahead; that which its sender chose it keeps (F18)', async () => {
    const ahead = 48 * 60 * MINUTE;
    desk.clock.turn(ahead);
    const held = await outgoing({ heldMs: 10_000 });
    const chosen = await outgoing({ heldMs: 10_000 });
    const sendAt = 'UPDATE message SET send_at = ? WHERE id = ?';
    await desk.db.uow.run(testCtx(), (tx) => tx.execute(sendAt, [desk.clock.now() + 10_000, chosen.id]));
    const begun = await outgoing();
    desk.gateway.answers.push(fail('uncertain'));
    await desk.queue.run();
    expect(await states(begun.id)).toEqual(['SENDING']);
    desk.clock.turn(-ahead);
    await desk.db.uow.run(testCtx(), (tx) => bringBack(tx, WRONG_CLOCK_MS, []));
    desk.clock.turn(11_000);
    await desk.queue.run();
    expect([await states(held.id), await states(begun.id), await states(chosen.id)]).toEqual([['SENT'], ['SENT'], ['HELD']]);
    expect(desk.gateway.sent).toHaveLength(3);
    desk.clock.turn(ahead);
    await desk.queue.run();
    expect(await states(chosen.id)).toEqual(['SENT']);
  });

  it('keeps its order within a thread', async () => {
    const first = await outgoing();
    const second = await outgoing({ after: first });
    desk.gateway.answers.push(fail('transient'));
    await desk.queue.run();
    expect([await states(first.id), await states(second.id)]).toEqual([['DEFERRED'], ['QUEUED']]);
    desk.clock.turn(2 * MINUTE);
    await desk.queue.run();
    expect(desk.gateway.sent.map((message) => message.sendKey)).toEqual([first.id, first.id, second.id].map((id) => id.slice(4)));
  });
});

describe('each way to fail', () => {
  it('transient: tries again after 1, 5, 15, 60 minutes with the same key, and gives up after 48 hours', async () => {
    const { id, conversationId } = await outgoing();
    const delays: number[] = [];
    for (let tries = 1; tries < 6; tries++) {
      desk.gateway.answers.push(fail('transient', '451 busy'));
      await desk.queue.run();
      expect(await rows(id)).toMatchObject([{ status: 'DEFERRED', attempts: tries, reason: '451 busy' }]);
      const [row] = await desk.rows<{ next_attempt_at: string | number }>(
        'SELECT next_attempt_at FROM delivery WHERE message_id = ?',
        [id],
      );
      const wait = Number(row!.next_attempt_at) - desk.clock.now();
      delays.push(wait / MINUTE);
      desk.clock.turn(wait + 10);
    }
    for (const [index, minutes] of [1, 5, 15, 60, 60].entries()) {
      expect(delays[index]).toBeGreaterThan(minutes * 0.79);
      expect(delays[index]).toBeLessThan(minutes * 1.21);
    }
    desk.clock.turn(48 * 60 * MINUTE);
    desk.gateway.answers.push(fail('transient', '451 still busy'));
    await desk.queue.run();
    expect(await rows(id)).toMatchObject([{ status: 'FAILED', attempts: 6, reason: '451 still busy' }]);
    expect(new Set(desk.gateway.sent.map((message) => message.sendKey)).size).toBe(1);
    expect(desk.gateway.sent.map((message) => message.attempt)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await activities(conversationId)).toEqual(['delivery_failed']);
  });

  it('rate_limited: the whole lane waits, and the try does not count', async () => {
    const { id } = await outgoing();
    const other = await outgoing();
    desk.gateway.answers.push(fail('rate_limited', '432 slow down', { retryAfterMs: 5 * MINUTE }));
    await desk.queue.run();
    expect((await rows(id)).concat(await rows(other.id)).some((row) => row.status === 'QUEUED' && row.attempts === 0)).toBe(true);
    const calls = desk.gateway.sent.length;
    const late = await outgoing();
    desk.clock.turn(4 * MINUTE);
    await desk.queue.run();
    expect(desk.gateway.sent).toHaveLength(calls);
    desk.clock.turn(2 * MINUTE);
    await desk.queue.run();
    expect([await states(id), await states(other.id), await states(late.id)]).toEqual([['SENT'], ['SENT'], ['SENT']]);
  });

  it.each(['rejected', 'unreachable', 'window_closed'] as const)(
    '%s: FAILED at once, told in the timeline, open again',
    async (kind) => {
      const { id, conversationId } = await outgoing();
      const actor = { kind: 'SYSTEM' as const, id: null, name: 'test' };
      await desk.db.uow.run(testCtx(), (tx) =>
        changeConversation(tx, conversationId, { status: 'CLOSED' }, { type: 'closed', actor }),
      );
      desk.gateway.answers.push(fail(kind, '554 no'));
      await desk.queue.run();
      desk.clock.turn(100 * MINUTE);
      await desk.queue.run();
      expect(await rows(id)).toMatchObject([{ status: 'FAILED', attempts: 1, reason: '554 no' }]);
      expect(await desk.conversation(conversationId)).toMatchObject({ status: 'OPEN', deliveryStatus: 'FAILED' });
      expect(await activities(conversationId)).toContain('delivery_failed');
      expect(desk.gateway.sent).toHaveLength(1);
    },
  );

  it('auth: nothing is burnt, the channel says that it is locked out, and all goes on when it is let in', async () => {
    const { id } = await outgoing();
    desk.gateway.answers.push(fail('auth', '535 wrong password'));
    await desk.queue.run();
    expect(await rows(id)).toMatchObject([{ status: 'QUEUED', attempts: 0, reason: '535 wrong password' }]);
    expect(await desk.rows('SELECT state, authorized, state_message FROM channel WHERE id = ?', [channel.id])).toMatchObject([
      { state: 'UNAUTHORIZED', state_message: '535 wrong password' },
    ]);
    expect(await desk.rows("SELECT id FROM job WHERE name = 'channel.lane'")).not.toEqual([]);
    desk.clock.turn(2 * MINUTE);
    await desk.queue.run();
    expect(await states(id)).toEqual(['SENT']);
  });

  it.each([
    ['uncertain', new ChannelFailure('uncertain', 'The line broke')],
    ['any other throw', new Error('The line broke')],
  ])('%s: looked for once, then a person decides, and never sent again by itself', async (_name, error) => {
    const { id, conversationId } = await outgoing();
    desk.gateway.answers.push(() => Promise.reject(error), fail('uncertain', 'It is not in the Sent folder'));
    await desk.queue.run();
    expect(await states(id)).toEqual(['SENDING']);
    desk.clock.turn(MINUTE);
    await desk.queue.run();
    expect(desk.gateway.sent.map((message) => message.uncertain)).toEqual([false, true]);
    expect(await rows(id)).toMatchObject([{ status: 'UNCERTAIN', reason: 'The line broke It is not in the Sent folder' }]);
    expect(await activities(conversationId)).toEqual(['delivery_uncertain']);
    desk.clock.turn(72 * 60 * MINUTE);
    await desk.queue.run();
    expect(desk.gateway.sent).toHaveLength(2);
    await expect(service.retry(agent, id, false)).rejects.toMatchObject({
      code: 'INVALID',
      detail: { path: ['evenIfUncertain'] },
    });
    expect(await service.markSent(agent, id)).toMatchObject({ deliveryStatus: 'SENT' });
    await expect(service.markSent(agent, id)).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('uncertain: what the look finds is SENT; what a person sends again is sent with the same key', async () => {
    const found = await outgoing();
    desk.gateway.answers.push(fail('uncertain'));
    await desk.queue.run();
    desk.clock.turn(MINUTE);
    await desk.queue.run();
    expect(await states(found.id)).toEqual(['SENT']);
    const again = await outgoing();
    desk.gateway.answers.push(fail('uncertain'), fail('uncertain'));
    await desk.queue.run();
    desk.clock.turn(MINUTE);
    await desk.queue.run();
    await service.retry(agent, again.id, true);
    await desk.queue.run();
    expect(await states(again.id)).toEqual(['SENT']);
    expect(desk.gateway.sent.at(-1)).toMatchObject({ sendKey: again.id.slice(4), uncertain: false });
  });

  it('uncertain: a look that can not be had is had later', async () => {
    const { id } = await outgoing();
    desk.gateway.answers.push(
      fail('uncertain', 'Gone'),
      fail('transient', 'The plugin starts'),
      fail('transient', 'The plugin starts'),
    );
    for (let turn = 0; turn < 4; turn++) {
      await desk.queue.run();
      desk.clock.turn(10 * MINUTE);
    }
    expect(desk.gateway.sent.map((message) => message.uncertain)).toEqual([false, true, true, true]);
    expect(await states(id)).toEqual(['SENT']);
  });
});

describe('a plugin that starts', () => {
  it('gets the message as soon as it said, not after a whole back-off', async () => {
    const { id } = await outgoing();
    desk.gateway.answers.push(fail('transient', 'It is not running', { retryAfterMs: 10_000 }));
    await desk.queue.run();
    expect(await states(id)).toEqual(['DEFERRED']);
    desk.clock.turn(11_000);
    await desk.queue.run();
    expect(await states(id)).toEqual(['SENT']);
  });
});

describe('a process that dies', () => {
  it('between the two transactions: the next run only looks', async () => {
    const { id } = await outgoing();
    const run = desk.db.uow.run.bind(desk.db.uow);
    let calls = 0;
    const dying = Object.assign(Object.create(desk.db.uow) as typeof desk.db.uow, {
      run: (...args: Parameters<typeof run>) => (++calls === 2 ? Promise.reject(new Killed()) : run(...args)),
    });
    const handlers = desk.queue.handlers;
    const alive = handlers.get('deliver')!;
    new DeliverJob(dying, desk.gateway, desk.queue).onModuleInit();
    const [job] = await desk.rows<{ id: string }>("SELECT id FROM job WHERE name = 'deliver'");
    await desk.queue.runOne('deliver', job!.id);
    expect([await states(id), desk.gateway.sent.length]).toEqual([['SENDING'], 1]);
    handlers.set('deliver', alive);
    desk.gateway.answers.push(fail('uncertain', 'It may have gone out'));
    await desk.queue.run();
    expect(desk.gateway.sent.map((message) => [message.attempt, message.uncertain])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(await states(id)).toEqual(['UNCERTAIN']);
  });

  it('and an echo that comes in later settles it', async () => {
    const { id } = await outgoing();
    desk.gateway.answers.push(fail('uncertain'), fail('uncertain'));
    await desk.queue.run();
    desk.clock.turn(MINUTE);
    await desk.queue.run();
    expect(await states(id)).toEqual(['UNCERTAIN']);
    const echo = { ...mail('self'), sendKey: id.slice(4) };
    await new IntakeService(desk.db.uow).ingest(channel.id, [echo], { history: false, epoch: null });
    await desk.queue.run();
    expect(await states(id)).toEqual(['SENT']);
    expect(await desk.rows('SELECT state, message_id FROM inbound_item WHERE external_id = ?', [echo.id])).toEqual([
      { state: 'DUPLICATE', message_id: id },
    ]);
  });
});

describe('receipts', () => {
  it('only move forward; a bounce opens the conversation and says why', async () => {
    const { id, conversationId } = await outgoing({ to: ['x@far.example', 'y@far.example'] });
    desk.gateway.answers.push(() => ({ ids: [`<${id}>`] as ExternalId[], status: 'accepted' }));
    await desk.queue.run();
    const intake = new IntakeService(desk.db.uow);
    const receipt = async (status: 'delivered' | 'read' | 'failed', to?: string, reason?: string): Promise<string[]> => {
      const target = { id: `<${id}>` as ExternalId };
      const event = { type: 'receipt' as const, status, at: new Date(desk.clock.now()), target };
      await intake.ingest(channel.id, [{ ...event, ...(to ? { recipient: person(to) } : {}), ...(reason ? { reason } : {}) }], {
        history: false,
        epoch: null,
      });
      await desk.queue.run();
      return states(id);
    };
    expect(await receipt('read', 'x@far.example')).toEqual(['READ', 'SENT']);
    expect(await receipt('delivered')).toEqual(['READ', 'DELIVERED']);
    expect(await receipt('failed', 'Y@far.example', '5.1.1 unknown')).toEqual(['READ', 'BOUNCED']);
    expect(await receipt('delivered', 'y@far.example')).toEqual(['READ', 'BOUNCED']);
    expect((await rows(id))[1]).toMatchObject({ reason: '5.1.1 unknown' });
    expect(await activities(conversationId)).toEqual(['delivery_bounced']);
    expect((await desk.conversation(conversationId)).deliveryStatus).toBe('BOUNCED');
  });
});

describe('rights', () => {
  it('lets nobody touch what goes out of an inbox that is not his', async () => {
    const closed = await desk.world.inboxes.save(testCtx(), { name: 'Closed', audience: 'MEMBERS', members: [] });
    const { id, conversationId } = await outgoing();
    await desk.db.uow.run(testCtx(), (tx) => changeConversation(tx, conversationId, { inboxId: closed.id }));
    // One after the other: a refusal that nobody waits for yet would count as one that nobody handles.
    const works = [() => service.retry(agent, id, true), () => service.cancel(agent, id), () => service.markSent(agent, id)];
    for (const work of works) await expect(work()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
