import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InboundEvent } from '@balie/plugin-sdk';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { gqlContext } from '../../../test/support/world.js';
import type { User } from '../agents/index.js';
import { type Channel, ChannelFailure } from '../channels/index.js';
import { addItem, changeConversation, createThread, openConversation } from '../conversations/index.js';
import { unreadAmong } from '../conversations/unread.js';
import type { Inbox } from '../inboxes/index.js';
import { DecodeJob } from '../intake/decode.job.js';
import { InboundItem } from '../intake/inbound-item.entity.js';
import { IntakeService } from '../intake/intake.service.js';
import { newId } from '../../kernel/ids.js';
import { RecipientTroubleResolver } from './address-trouble.resolver.js';
import { DeliverJob } from './deliver.job.js';
import { queueDeliveries } from './record.js';

let desk: ChannelDesk;
let intake: IntakeService;
let inbox: Inbox;
let channel: Channel;
let anna: User;
let bob: User;
let count = 0;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer } = desk;
  intake = new IntakeService(db.uow);
  new DeliverJob(db.uow, gateway, queue).onModuleInit();
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Support', undoSeconds: 0 });
  channel = await desk.channel(inbox, ['support@shop.example']);
  [anna, bob] = [await desk.world.agent('Anna'), await desk.world.agent('Bob')];
});
afterAll(() => desk.close());
beforeEach(() => void desk.gateway.answers.splice(0));

/** A message of Anna's that has left, in a closed conversation that Bob looks after. */
async function sent(
  to: string[] = [`c${(count += 1)}@far.example`],
): Promise<{ id: string; conversationId: string; externalId: string }> {
  const id = newId('message');
  const made = await desk.db.uow.run(testCtx(), async (tx) => {
    const begun = { inboxId: inbox.id, channel, contact: null, subject: 'S', at: tx.now, placement: 'INBOX' as const };
    const conversation = await openConversation(tx, begun);
    const thread = await createThread(tx, { conversationId: conversation.id, channelId: channel.id, subject: 'S' });
    const recipients = to.map((value) => ({ field: 'TO' as const, kind: 'email', value }));
    const author = { kind: 'USER' as const, id: anna.id, name: 'Anna' };
    const common = { conversationId: conversation.id, channelId: channel.id, threadId: thread!.id, recipients };
    const item = { id, kind: 'MESSAGE', direction: 'OUTBOUND', author, at: tx.now, text: 'Hi', sendKey: id.slice(4) } as const;
    await addItem(tx, conversation.id, { ...item, ...common, deliveryStatus: 'QUEUED' });
    await queueDeliveries(tx, { messageId: id, degraded: [], heldUntil: null, ...common });
    const actor = { kind: 'SYSTEM' as const, id: null, name: 'test' };
    await changeConversation(tx, conversation.id, { status: 'CLOSED', assigneeUserId: bob.id }, { type: 'closed', actor });
    return conversation.id;
  });
  await desk.queue.run();
  return { id, conversationId: made, externalId: `<${id.slice(4)}@shop.example>` };
}

/** News from the far side, as a plugin reads it out of a report. */
async function news(id: string, over: Partial<Extract<InboundEvent, { type: 'receipt' }>>): Promise<InboundItem> {
  const key = `news${(count += 1)}`;
  const event = { type: 'receipt', status: 'failed', at: new Date(desk.clock.now()), target: { id }, ...over } as InboundEvent;
  const { hash } = await desk.storage.put(Buffer.from(`From: x@far.example\r\n\r\n${key}`));
  desk.gateway.events.set(key, [event]);
  await intake.receive(channel.id, [{ externalId: key, rawHash: hash, meta: {} }], { history: false, epoch: null });
  await desk.queue.run();
  return desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { channelId: channel.id, externalId: key });
}

const rows = (messageId: string) =>
  desk.rows<{ status: string; reason: string | null; error: string | null }>(
    'SELECT status, reason, error FROM delivery WHERE message_id = ? ORDER BY id',
    [messageId],
  );
const activities = async (conversationId: string): Promise<string[]> =>
  (await desk.items(conversationId)).flatMap(({ activity }) => (activity && activity !== 'closed' ? [activity] : []));
/** What is known of addresses, as an agent is told before he writes. */
async function troubles(value: string): Promise<string[]> {
  const resolver = new RecipientTroubleResolver(desk.db.uow);
  const gql = gqlContext(await desk.world.as(anna));
  const [recipient] = resolver.recipients('email', [value]);
  return (await resolver.troubles(recipient!, {}, gql)).map(({ trouble }) => trouble);
}
/** Who was told by name since a position of the journal. */
async function told(before: number): Promise<string[]> {
  const events = (await desk.world.events(before)).filter(({ type }) => type === 'delivery.trouble');
  return events.map(({ audience }) => audience ?? '').toSorted();
}

describe('a message that did not arrive', () => {
  const ways: [string, (to: string[]) => Promise<{ id: string; conversationId: string }>, string][] = [
    [
      'that came back',
      async (to) => {
        const message = await sent(to);
        await news(message.externalId, { reason: '550 5.1.1 unknown', unreachable: true });
        return message;
      },
      'BOUNCED',
    ],
    [
      'that was refused',
      async (to) => {
        desk.gateway.answers.push(() => Promise.reject(new ChannelFailure('unreachable', '550 5.1.1 unknown')));
        return sent(to);
      },
      'FAILED',
    ],
    [
      'that may have been lost',
      async (to) => {
        const lost = () => Promise.reject(new ChannelFailure('uncertain', 'The line broke'));
        desk.gateway.answers.push(lost, lost);
        const message = await sent(to);
        desk.clock.turn(60_000);
        await desk.queue.run();
        return message;
      },
      'UNCERTAIN',
    ],
  ];

  it.each(ways)('%s: red, told to author and assignee, open and unread again', async (_, happen, status) => {
    const before = await desk.world.position();
    const { id, conversationId } = await happen([`lost${(count += 1)}@far.example`]);
    expect(await rows(id)).toMatchObject([{ status }]);
    expect(await desk.conversation(conversationId)).toMatchObject({ status: 'OPEN', deliveryStatus: status });
    expect(await activities(conversationId)).toContain(`delivery_${status.toLowerCase()}`);
    expect(await told(before)).toEqual([`user:${anna.id}`, `user:${bob.id}`].toSorted());
    for (const { id: agent } of [anna, bob])
      expect(await unreadAmong(desk.db.uow.reader, agent, [conversationId])).toEqual(new Set([conversationId]));
  });

  it('tells once, and of each recipient apart', async () => {
    const { id, conversationId, externalId } = await sent(['one@far.example', 'two@far.example']);
    await news(externalId, { recipient: person('two@far.example'), reason: '552 5.2.2 full' });
    await news(externalId, { recipient: person('TWO@far.example'), reason: '552 5.2.2 full' });
    expect(await rows(id)).toMatchObject([{ status: 'SENT' }, { status: 'BOUNCED', reason: '552 5.2.2 full' }]);
    expect(await activities(conversationId)).toEqual(['delivery_bounced', 'reopened']);
    expect([await troubles('one@far.example'), await troubles('two@far.example')]).toEqual([[], []]);
  });

  it('is not retried into the trash of anybody: a bounce of what is not here touches nothing', async () => {
    expect(await news('<nobody@shop.example>', { reason: '550 5.1.1', unreachable: true })).toMatchObject({ state: 'FILTERED' });
  });
});

describe('news that moves nothing (R-BNC-2, R-ARF-1)', () => {
  it('a delay is a note, without alarm; the failure that comes later is one', async () => {
    const { id, conversationId, externalId } = await sent();
    const before = await desk.world.position();
    const item = await news(externalId, { status: 'delayed', reason: '4.4.1 no answer' });
    expect(item).toMatchObject({ state: 'FILTERED', messageId: id });
    expect(await rows(id)).toEqual([{ status: 'SENT', reason: '4.4.1 no answer', error: 'delayed' }]);
    expect(await desk.conversation(conversationId)).toMatchObject({ status: 'CLOSED', deliveryStatus: null });
    expect([await activities(conversationId), await told(before)]).toEqual([[], []]);
    await news(externalId, { reason: '5.4.7 expired' });
    expect(await rows(id)).toEqual([{ status: 'BOUNCED', reason: '5.4.7 expired', error: 'bounced' }]);
    await news(externalId, { status: 'delayed', reason: '4.4.1 again' });
    await news(externalId, { status: 'delivered' });
    expect(await rows(id)).toMatchObject([{ status: 'BOUNCED', reason: '5.4.7 expired' }]);
    expect(await desk.conversation(conversationId)).toMatchObject({ status: 'OPEN' });
  });

  it('a delay that ends well is forgotten', async () => {
    const { id, externalId } = await sent();
    await news(externalId, { status: 'delayed', reason: '4.4.1 no answer' });
    await news(externalId, { status: 'delivered' });
    expect(await rows(id)).toEqual([{ status: 'DELIVERED', reason: null, error: null }]);
  });

  it('a complaint stands at the message and at the address, opens nothing, and is said once', async () => {
    const { id, conversationId, externalId } = await sent(['angry@far.example']);
    for (let times = 0; times < 2; times++)
      expect(await news(externalId, { status: 'complained', reason: 'abuse' })).toMatchObject({ state: 'FILTERED' });
    expect(await rows(id)).toEqual([{ status: 'SENT', reason: 'abuse', error: 'complained' }]);
    expect(await activities(conversationId)).toEqual(['delivery_complained']);
    expect((await desk.conversation(conversationId)).status).toBe('CLOSED');
    expect(await troubles('Angry@far.example')).toEqual(['COMPLAINED']);
  });
});

describe('an address that is gone (R-BNC-6)', () => {
  it('is known as such from a bounce or a refusal that says so, until somebody writes from it', async () => {
    const { externalId } = await sent(['gone@far.example']);
    await news(externalId, { recipient: person('gone@far.example'), reason: '550 5.1.1', unreachable: true });
    expect(await troubles('GONE@far.example')).toEqual(['UNREACHABLE']);
    const refused = [{ to: person('ex@far.example'), reason: '550 5.1.1', unreachable: true }];
    desk.gateway.answers.push(() => ({ ids: [], status: 'accepted', refused }));
    await sent(['ex@far.example', 'here@far.example']);
    expect([await troubles('ex@far.example'), await troubles('here@far.example')]).toEqual([['UNREACHABLE'], []]);
    // He becomes a contact, and then he is there again.
    for (let times = 0; times < 2; times++) {
      const event = mail(person('gone@far.example'), { at: new Date(desk.clock.now()) });
      desk.gateway.events.set(event.id, [event]);
      await intake.receive(channel.id, [{ externalId: event.id, rawHash: 'a'.repeat(64), meta: {} }], {
        history: false,
        epoch: null,
      });
      await desk.queue.run();
    }
    expect(await troubles('gone@far.example')).toEqual([]);
  });

  it('is not the one that we wrote to, when the report names another behind it', async () => {
    const { id, externalId } = await sent(['alias@far.example']);
    await news(externalId, { recipient: person('behind@else.example'), reason: '550 5.1.1', unreachable: true });
    expect(await rows(id)).toMatchObject([{ status: 'BOUNCED' }]);
    expect([await troubles('alias@far.example'), await troubles('behind@else.example')]).toEqual([[], []]);
  });
});
