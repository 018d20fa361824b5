import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Identity, InboundEvent, OutboundMessage } from '@balie/plugin-sdk';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import type { User } from '../agents/index.js';
import type { Channel } from '../channels/index.js';
import { DeliverJob } from '../delivery/deliver.job.js';
import { DecodeJob } from '../intake/decode.job.js';
import { IntakeService } from '../intake/intake.service.js';
import type { Inbox } from '../inboxes/index.js';
import type { Ctx } from '../../kernel/context.js';
import { ReplyService } from '../replies/index.js';
import { OnwardJob } from './onward.job.js';

const MINUTE = 60_000;
let desk: ChannelDesk;
let intake: IntakeService;
let replies: ReplyService;
let inbox: Inbox;
let chat: Channel;
let post: Channel;
let mia: User;
let agent: Ctx;
let n = 0;
let visitor: Identity;
let address: string;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer } = desk;
  intake = new IntakeService(db.uow);
  replies = new ReplyService(db.uow, desk.access, sanitizer, desk.clock);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new DeliverJob(db.uow, gateway, queue).onModuleInit();
  new OnwardJob(db.uow, queue).onModuleInit();
  mia = await desk.world.agent('Mia');
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Shop', undoSeconds: 0 });
  agent = await desk.world.as(mia);
  chat = await desk.channel(inbox, [], {
    ...{ outbound: 'reply', continuity: 'one-per-contact', offline: 'next-route', compose: [], receipts: ['read'] },
  });
  post = await desk.channel(inbox, ['shop@shop.example']);
});
beforeEach(() => {
  n += 1;
  visitor = { kind: 'visitor', value: `visitor-${n}`, trust: 'verified' };
  address = `ada${n}@client.example`;
  desk.gateway.sent.length = 0;
});
afterAll(() => desk.close());

async function takes(channel: Channel, ...events: InboundEvent[]): Promise<void> {
  await intake.ingest(channel.id, events, { history: false, epoch: null });
  await desk.queue.run();
}
/** He writes in the chat; answers his conversation. */
async function says(text = 'Is it in stock?'): Promise<string> {
  const event = mail(visitor, {
    parts: [{ type: 'text', text }],
    thread: { key: visitor.value },
    at: new Date(desk.clock.now()),
  });
  await takes(chat, event);
  const [item] = await desk.rows<{ id: string }>('SELECT conversation_id AS id FROM inbound_item WHERE external_id = ?', [
    event.id,
  ]);
  return item!.id;
}
const tellsAddress = (): Promise<void> =>
  takes(chat, { type: 'profile', identity: visitor, known: [person(address)], threadKey: visitor.value, attributes: {} });
async function answers(conversationId: string, text: string): Promise<void> {
  await replies.send(agent, { conversationId, direction: 'OUTBOUND', text });
  await desk.queue.run();
}
/** Lets time go by, and answers what has left as mail. */
async function after(minutes: number): Promise<OutboundMessage[]> {
  desk.clock.turn(minutes * MINUTE);
  await desk.queue.run();
  return desk.gateway.sent.filter(({ to }) => to[0]?.kind === 'email');
}

describe('who has left the chat', () => {
  it('gets what he has not read by mail, all in one, and his answer goes on in the same conversation (D22)', async () => {
    const id = await says();
    await tellsAddress();
    await answers(id, 'It is.');
    expect(await after(9)).toEqual([]);
    await answers(id, 'Shall I keep one for you?');
    expect(await after(9)).toEqual([]);
    const [sent, more] = await after(2);
    expect(more).toBeUndefined();
    expect(sent).toMatchObject({ to: [{ value: address }], from: { value: 'shop@shop.example' }, automatic: true });
    expect(sent?.thread.subject).toBe('Answer from Shop');
    const [part] = sent?.parts ?? [];
    expect(part).toMatchObject({
      text: 'You had left when we answered. Answer this mail to go on.\n\nMia:\nIt is.\n\nMia:\nShall I keep one for you?',
    });
    expect(await after(60)).toHaveLength(1);
    const token = sent!.thread.replyToken;
    const reply = mail(person(address), { thread: { token }, to: [person('shop@shop.example')], at: new Date(desk.clock.now()) });
    await takes(post, reply);
    expect((await desk.items(id)).at(-1)).toMatchObject({ direction: 'INBOUND', channelId: post.id });
    // From now on he is written to where he wrote last.
    await answers(id, 'Kept.');
    expect(desk.gateway.sent.at(-1)?.to[0]?.value).toBe(address);
  });

  it('gets no mail for what he has read, or when he has written since', async () => {
    const id = await says();
    await tellsAddress();
    await answers(id, 'It is.');
    const upTo = new Date(desk.clock.now());
    await takes(chat, { type: 'receipt', status: 'read', at: upTo, target: { thread: visitor.value, upTo } });
    expect(await after(30)).toEqual([]);
    await answers(id, 'Anything else?');
    await says('No, thank you');
    expect(await after(30)).toEqual([]);
  });

  it('gets later only what came later', async () => {
    const id = await says();
    await tellsAddress();
    await answers(id, 'First');
    expect(await after(11)).toHaveLength(1);
    const chatRoute = `${chat.id}.${(await desk.items(id))[0]!.threadId}`;
    await replies.send(agent, { conversationId: id, direction: 'OUTBOUND', text: 'Second', routeId: chatRoute });
    await desk.queue.run();
    const sent = await after(11);
    expect(sent).toHaveLength(2);
    expect(JSON.stringify(sent[1]?.parts)).toContain('Second');
    expect(JSON.stringify(sent[1]?.parts)).not.toContain('First');
  });

  it('is left in peace without an address, and when his conversation was put aside', async () => {
    const id = await says();
    await answers(id, 'Nobody can hear me');
    expect(await after(30)).toEqual([]);
    await tellsAddress();
    await answers(id, 'And now?');
    await desk.db.uow.run(testCtx(), (tx) => tx.execute("UPDATE conversation SET placement = 'TRASH' WHERE id = ?", [id]));
    expect(await after(30)).toEqual([]);
  });
});
