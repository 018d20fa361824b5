import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Capabilities, Identity, InboundEvent, OutboundMessage } from '@balie/plugin-sdk';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import type { Channel } from '../channels/index.js';
import { addItem, ConversationService } from '../conversations/index.js';
import { DeliverJob } from '../delivery/deliver.job.js';
import { DecodeJob } from '../intake/decode.job.js';
import { IntakeService } from '../intake/intake.service.js';
import type { Inbox } from '../inboxes/index.js';
import type { Ctx } from '../../kernel/context.js';
import { ReplyService } from '../replies/index.js';
import { EndingJob } from './ending.job.js';
import { TranscriptJob } from './transcript.job.js';

const MINUTE = 60_000;
const TALK: Partial<Capabilities> = {
  ...{ outbound: 'reply', continuity: 'one-per-contact', compose: [], receipts: ['read'] },
  ending: { afterMinutes: 30, closes: true },
};
let desk: ChannelDesk;
let intake: IntakeService;
let replies: ReplyService;
let conversations: ConversationService;
let inbox: Inbox;
let chat: Channel;
let agent: Ctx;
let n = 0;
let visitor: Identity;
let address: string;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer } = desk;
  intake = new IntakeService(db.uow);
  replies = new ReplyService(db.uow, desk.access, sanitizer, desk.clock);
  conversations = new ConversationService(db.uow, db.journal);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new DeliverJob(db.uow, gateway, queue).onModuleInit();
  new EndingJob(db.uow, queue).onModuleInit();
  new TranscriptJob(db.uow, gateway, queue).onModuleInit();
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Shop', undoSeconds: 0 });
  agent = await desk.world.as(await desk.world.agent('Mia'));
  chat = await desk.channel(inbox, [], TALK);
  await desk.channel(inbox, ['shop@shop.example']);
});
beforeEach(() => {
  n += 1;
  visitor = { kind: 'visitor', value: `visitor-${n}`, trust: 'verified', name: 'Ada\r\nBcc: all@far.example' };
  address = `ada${n}@client.example`;
  desk.gateway.sent.length = 0;
});
afterAll(() => desk.close());

const now = (): Date => new Date(desk.clock.now());
async function takes(...events: InboundEvent[]): Promise<void> {
  await intake.ingest(chat.id, events, { history: false, epoch: null });
  await desk.queue.run();
}
async function says(text: string): Promise<string> {
  const event = mail(visitor, { parts: [{ type: 'text', text }], thread: { key: visitor.value }, at: now() });
  await takes(event);
  const sql = 'SELECT conversation_id AS id FROM inbound_item WHERE external_id = ?';
  const [item] = await desk.rows<{ id: string }>(sql, [event.id]);
  return item!.id;
}
async function answers(conversationId: string, text: string): Promise<void> {
  await replies.send(agent, { conversationId, direction: 'OUTBOUND', text });
  await desk.queue.run();
}
async function after(minutes: number): Promise<void> {
  desk.clock.turn(minutes * MINUTE);
  await desk.queue.run();
}
const names = (trust: Identity['trust'] = 'claimed') => desk.gateway.named.set(visitor.value, person(address, undefined, trust));
const wants = () => takes({ type: 'transcript', threadKey: visitor.value, at: now() });
const mails = (): OutboundMessage[] => desk.gateway.sent.filter(({ to }) => to[0]?.kind === 'email');
const textOf = (message: OutboundMessage | undefined): string =>
  (message?.parts ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('');
const status = async (id: string) => (await desk.conversation(id)).status;

describe('a talk that nobody goes on with (D26)', () => {
  it('is closed half an hour after our last word, its timeline says why, and it opens again when the visitor writes', async () => {
    const id = await says('Is it in stock?');
    await answers(id, 'It is.');
    await after(20);
    await says('Nice');
    await answers(id, 'Shall I keep one?');
    await after(29);
    expect(await status(id)).toBe('OPEN');
    await after(2);
    expect(await status(id)).toBe('CLOSED');
    const line = (await desk.items(id)).findLast(({ kind }) => kind === 'ACTIVITY');
    expect(line).toMatchObject({ activity: 'closed', authorName: 'Balie', data: { reason: 'UNANSWERED', minutes: 30 } });
    expect(await says('Yes please')).toBe(id);
    expect(await status(id)).toBe('OPEN');
  });

  it('stays open for who waits for us, who sleeps, and where the channel closes nothing', async () => {
    const waits = await says('Hello?');
    await answers(waits, 'Just a moment');
    await says('Still there?');
    await after(300);
    expect(await status(waits)).toBe('OPEN');
    await answers(waits, 'I am back');
    await after(31);
    expect(await status(waits)).toBe('CLOSED');

    const quiet = await desk.channel(inbox, [], { ...TALK, ending: { afterMinutes: 30, closes: false } });
    visitor = { ...visitor, value: `quiet-${n}` };
    const event = mail(visitor, { thread: { key: visitor.value }, at: now() });
    await intake.ingest(quiet.id, [event], { history: false, epoch: null });
    await desk.queue.run();
    const [item] = await desk.rows<{ id: string }>('SELECT conversation_id AS id FROM inbound_item WHERE external_id = ?', [
      event.id,
    ]);
    await answers(item!.id, 'Here I am');
    await after(31);
    expect(await status(item!.id)).toBe('OPEN');
  });
});

describe('a copy of what was said (D36)', () => {
  it('goes by mail to the address that the visitor has named, once for what was said, with nothing of ours in it', async () => {
    const id = await says('<b>Is it</b> in stock?\nBcc: x@far.example');
    await answers(id, 'It is.');
    await desk.db.uow.run(testCtx(), (tx) =>
      addItem(tx, id, {
        ...{ kind: 'COMMENT', direction: 'INTERNAL', at: tx.now, text: 'He is a nuisance' },
        author: { kind: 'USER', id: 'usr_x', name: 'Mia' },
      }),
    );
    await wants();
    expect(mails()).toEqual([]);
    names();
    await wants();
    await wants();
    const [sent, more] = mails();
    expect(more).toBeUndefined();
    expect(sent).toMatchObject({ to: [{ value: address }], from: { value: 'shop@shop.example' }, automatic: true });
    expect([sent?.cc ?? [], sent?.bcc ?? [], sent?.thread.subject]).toEqual([[], [], 'Your chat with Shop']);
    expect(sent?.parts).toHaveLength(1);
    expect(sent?.parts[0]).not.toHaveProperty('html');
    const text = textOf(sent);
    expect(text).toMatch(/^This is what was said in your chat with Shop\./);
    expect(text).toMatch(/\n\nYou, .+\n<b>Is it<\/b> in stock\?\nBcc: x@far\.example\n\nMia, .+\nIt is\.$/);
    expect(text).not.toContain('nuisance');
    expect(text).not.toContain('all@far.example');
    await answers(id, 'And it is blue.');
    await wants();
    expect(textOf(mails()[1])).toContain('And it is blue.');
  });

  it('goes to nobody on his word alone before a person has answered, and at most five times a day', async () => {
    const id = await says('Buy my pills');
    names();
    await wants();
    expect(mails()).toEqual([]);
    names('verified');
    await wants();
    expect(mails()).toHaveLength(1);
    names();
    for (let times = 0; times < 6; times++) {
      // Who has a copy is still answered where he writes.
      await answers(id, `No ${times}`);
      expect(desk.gateway.sent.at(-1)?.to[0]?.kind).toBe('visitor');
      await wants();
    }
    expect(mails()).toHaveLength(5);
  });

  it('goes by itself when the talk is over, also one that was closed by hand; not to an address of our own', async () => {
    const id = await says('Thank you');
    await answers(id, 'Welcome');
    names();
    await after(31);
    expect(mails()).toHaveLength(1);
    const [before] = [await says('One more thing')];
    await answers(before, 'Yes?');
    await says('Found it, bye');
    await conversations.setStatus(agent, [id], 'CLOSED');
    await after(31);
    expect(textOf(mails()[1])).toContain('Found it, bye');
    address = 'shop@shop.example';
    names();
    await says('Again');
    await answers(id, 'Hi');
    await wants();
    expect(mails()).toHaveLength(2);
  });
});
