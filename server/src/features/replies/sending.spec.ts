import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OutboundMessage } from '@balie/plugin-sdk';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import type { Channel } from '../channels/index.js';
import { draftsOf } from '../conversations/draft.repository.js';
import { DeliverJob } from '../delivery/deliver.job.js';
import { DeliveryService } from '../delivery/delivery.service.js';
import { DecodeJob } from '../intake/decode.job.js';
import { IntakeService } from '../intake/intake.service.js';
import type { Inbox } from '../inboxes/index.js';
import { attachmentsOf } from '../messages/index.js';
import { PublicAddress } from '../../kernel/public-address.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { ComposeService } from './compose.service.js';
import { ForwardService } from './forward.service.js';
import { OutboxService } from './outbox.service.js';
import { ReplyService } from './reply.service.js';
import { UPLOAD_HEADER, UploadService } from './upload.service.js';

let desk: ChannelDesk;
let intake: IntakeService;
let replies: ReplyService;
let composes: ComposeService;
let forwards: ForwardService;
let deliveries: DeliveryService;
let outbox: OutboxService;
let uploads: UploadService;
let inbox: Inbox;
let channel: Channel;
let agent: Ctx;
let agentId: string;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer, access, clock } = desk;
  intake = new IntakeService(db.uow);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new DeliverJob(db.uow, gateway, queue).onModuleInit();
  replies = new ReplyService(db.uow, access, sanitizer, clock);
  composes = new ComposeService(db.uow, sanitizer, clock);
  forwards = new ForwardService(db.uow, access, sanitizer, clock);
  deliveries = new DeliveryService(db.uow, access, clock);
  outbox = new OutboxService(db.uow, db.journal);
  uploads = new UploadService(db.uow, storage, new PublicAddress(null));
  const anna = await desk.world.agent('Anna');
  agentId = anna.id;
  inbox = await desk.world.inboxes.save(testCtx(), {
    name: 'Support',
    signature: { text: 'Team Shop', html: '<b>Team Shop</b><script>x()</script>' },
  });
  channel = await desk.channel(inbox, ['support@shop.example', 'help@shop.example']);
  agent = await desk.world.as(anna);
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.gateway.sent.length = 0;
});

const live = { history: false, epoch: null };
const HELD_MS = 10_500;

async function received(event = mail(person('bob@client.example', 'Bob'), { to: [person('support@shop.example')] })) {
  await intake.ingest(channel.id, [event], live);
  await desk.queue.run();
  const sql = 'SELECT conversation_id FROM inbound_item WHERE external_id = ?';
  const [item] = await desk.rows<{ conversation_id: string }>(sql, [event.id]);
  return item!.conversation_id;
}
async function left(): Promise<OutboundMessage> {
  desk.clock.turn(HELD_MS);
  await desk.queue.run();
  return desk.gateway.sent.at(-1)!;
}
async function uploaded(name: string, content: string, mime = 'text/plain'): Promise<string> {
  const ticket = await uploads.create(agent, { name, mime, bytes: content.length });
  await uploads.put(ticket.id, ticket.headers[UPLOAD_HEADER]!, desk.clock.now(), Readable.from([Buffer.from(content)]), agent);
  return ticket.id;
}
const reply = (conversationId: string, over: object = {}) =>
  replies.send(agent, { conversationId, direction: 'OUTBOUND' as const, text: 'Dear Bob', ...over });
const textOf = (out: OutboundMessage) => out.parts.find((part) => part.type === 'text')!;

describe('the undo time (D5)', () => {
  it('holds a mail for ten seconds by default, and as long as the inbox says', async () => {
    const conversationId = await received();
    const message = await reply(conversationId);
    expect(message.deliveryStatus).toBe('HELD');
    await desk.queue.run();
    expect(desk.gateway.sent).toEqual([]);
    expect((await left()).sendKey).toBe(message.sendKey);
    for (const undoSeconds of [-1, 61, 1.5])
      await expect(desk.world.inboxes.save(testCtx(), { id: inbox.id, undoSeconds })).rejects.toMatchObject({
        code: 'INVALID',
        detail: { path: ['undoSeconds'] },
      });
  });

  it('gives the text, the people and the files back to the draft, and the customer waits again', async () => {
    const conversationId = await received();
    const before = await desk.conversation(conversationId);
    const file = await uploaded('bill.txt', 'the bill');
    const picture = await uploaded('cat.png', 'a cat', 'image/png');
    const message = await reply(conversationId, {
      html: `<p>Dear Bob <img src="upload:${picture}"></p>`,
      uploadIds: [file, picture],
      cc: ['boss@client.example'],
    });
    expect((await desk.conversation(conversationId)).waitingSince).toBeNull();
    expect(await deliveries.cancel(agent, message.id)).toMatchObject({ deliveryStatus: 'CANCELLED' });
    await left();
    expect(desk.gateway.sent).toEqual([]);
    const after = await desk.conversation(conversationId);
    expect(after).toMatchObject({
      waitingSince: before.waitingSince,
      lastDirection: 'INBOUND',
      preview: before.preview,
      deliveryStatus: null,
    });
    const [draft] = await draftsOf(desk.db.uow.reader, agentId, [conversationId]);
    expect(draft).toMatchObject({ mode: 'REPLY', text: 'Dear Bob', recipients: { cc: ['boss@client.example'], bcc: [] } });
    const [again, shown] = draft!.uploadIds!;
    expect(draft!.html).toBe(`<p>Dear Bob <img src="upload:${shown}" /></p>`);
    const second = await reply(conversationId, { text: draft!.text, html: draft!.html, uploadIds: [again, shown] });
    expect((await attachmentsOf(desk.db.uow.reader, [second.id])).map(({ name, inline }) => [name, inline])).toEqual([
      ['bill.txt', false],
      ['cat.png', true],
    ]);
    const out = await left();
    expect(textOf(out)).toMatchObject({ html: expect.stringContaining(`cid:${shown}`) });
    expect(out.parts).toContainEqual(expect.objectContaining({ type: 'file', inlineId: shown }));
  });

  it('is decided once: what has left can not be stopped', async () => {
    const conversationId = await received();
    const message = await reply(conversationId);
    await left();
    await expect(deliveries.cancel(agent, message.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(deliveries.reschedule(agent, message.id, null)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('a planned message', () => {
  it('waits for its time, listed and movable, and keeps nobody from answering today', async () => {
    const conversationId = await received();
    const hour = 3_600_000;
    const at = desk.clock.now() + 24 * hour;
    const message = await reply(conversationId, { sendAt: at });
    expect((await desk.conversation(conversationId)).waitingSince).not.toBeNull();
    const listed = await outbox.list(agent, { mine: true, status: ['HELD'] });
    expect(listed.nodes.map(({ id }) => id)).toContain(message.id);
    const now = await reply(conversationId, { text: 'First this' });
    expect((await left()).sendKey).toBe(now.sendKey);
    await deliveries.reschedule(agent, message.id, at - 12 * hour);
    desk.clock.turn(12 * hour - HELD_MS * 3);
    await desk.queue.run();
    expect(desk.gateway.sent).toHaveLength(1);
    expect((await left()).sendKey).toBe(now.sendKey);
    desk.clock.turn(HELD_MS * 3);
    expect((await left()).sendKey).toBe(message.sendKey);
    desk.clock.turn(24 * hour);
    await desk.queue.run();
    expect(desk.gateway.sent).toHaveLength(2);
    expect(await desk.conversation(conversationId)).toMatchObject({ waitingSince: null, lastDirection: 'OUTBOUND' });
  });

  it('is refused for a time that is over or too far away, and leaves nothing behind', async () => {
    const conversationId = await received();
    const year = 366 * 24 * 3_600_000;
    for (const sendAt of [desk.clock.now() - 1, desk.clock.now() + year + 60_000])
      await expect(reply(conversationId, { sendAt })).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['sendAt'] } });
    expect(await desk.items(conversationId)).toHaveLength(1);
  });

  it('leaves at once when somebody says so', async () => {
    const conversationId = await received();
    const message = await reply(conversationId, { sendAt: desk.clock.now() + 3_600_000 });
    await deliveries.reschedule(agent, message.id, null);
    await desk.queue.run();
    expect(desk.gateway.sent.map(({ sendKey }) => sendKey)).toEqual([message.sendKey]);
  });
});

describe('the signature', () => {
  it('stands once, above the history, in both forms and without scripts (R-SND-3)', async () => {
    const conversationId = await received(
      mail(person('bob@client.example', 'Bob'), { parts: [{ type: 'text', text: 'Where is it?' }] }),
    );
    await reply(conversationId, { html: '<p>Dear Bob</p>' });
    const text = textOf(await left());
    expect(text).toMatchObject({ type: 'text' });
    if (text.type !== 'text') throw new Error('no text');
    expect(text.text).toMatch(/^Dear Bob\n\n-- \nTeam Shop\n\n.*Bob:\n> Where is it\?$/);
    expect(text.html).toMatch(/^<p>Dear Bob<\/p><div><br \/>-- <br \/><b>Team Shop<\/b><\/div><p>.*Where is it\?/);
    await intake.ingest(
      channel.id,
      [mail(person('bob@client.example'), { thread: { answers: [`<${desk.gateway.sent[0]!.sendKey}@shop.example>`] } })],
      live,
    );
    await desk.queue.run();
    await reply(conversationId);
    const second = textOf(await left());
    if (second.type !== 'text') throw new Error('no text');
    expect(second.text.match(/Team Shop/g)).toHaveLength(1);
  });
});

describe('a new message (S30)', () => {
  const compose = (over: object = {}, ctx = agent) =>
    composes.compose(ctx, { inboxId: inbox.id, to: ['New.Person@else.example'], subject: 'Your order', text: 'Hello', ...over });

  it('begins a conversation with its contact, and the answer lands in it', async () => {
    const conversationId = newId('conversation');
    const message = await compose({
      conversationId,
      cc: ['second@else.example', 'new.person@else.example'],
      bcc: ['boss@else.example'],
      fromId: `${channel.id}.help@shop.example`,
    });
    const conversation = await desk.conversation(conversationId);
    expect(conversation).toMatchObject({ subject: 'Your order', assigneeUserId: agentId, lastDirection: 'OUTBOUND' });
    expect(conversation.contactId).not.toBeNull();
    const out = await left();
    expect(out.from.value).toBe('help@shop.example');
    expect([out.to, out.cc, out.bcc].map((list) => list?.map(({ value }) => value))).toEqual([
      ['New.Person@else.example'],
      ['second@else.example'],
      ['boss@else.example'],
    ]);
    expect(out.thread.answers).toEqual([]);
    const answer = mail(person('new.person@else.example'), { thread: { answers: [`<${message.sendKey}@shop.example>`] } });
    expect(await received(answer)).toBe(conversationId);
  });

  it('answers a repeat with the first result, and refuses another text under its id', async () => {
    const input = { id: newId('message'), conversationId: newId('conversation') };
    const [one, two] = await Promise.all([compose(input), compose(input)]);
    expect(two.conversationId).toBe(one.conversationId);
    await expect(compose({ ...input, text: 'Other' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(compose({ conversationId: input.conversationId })).rejects.toMatchObject({ code: 'CONFLICT' });
    await left();
    expect(desk.gateway.sent).toHaveLength(1);
  });

  it('is for agents of the inbox only (S85)', async () => {
    const outsider = await desk.world.as(await desk.world.agent('Otto'));
    const closed = await desk.world.inboxes.save(testCtx(), { name: 'Closed', audience: 'MEMBERS', members: [] });
    const at = { code: 'NOT_FOUND', detail: { path: ['inboxId'] } };
    await expect(compose({ inboxId: closed.id }, outsider)).rejects.toMatchObject(at);
    const owner = await desk.world.as(await desk.world.agent('Olga', 'OWNER'));
    await expect(compose({ inboxId: closed.id }, owner)).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
  });

  it('says what is wrong with it', async () => {
    const wrong: [object, string[]][] = [
      [{ to: [] }, ['to']],
      [{ to: ['nobody'] }, ['to', '0']],
      [{ to: ['support@shop.example'] }, ['to', '0']],
      [{ cc: ['a@b\r\nBcc: x@y.example'] }, ['cc', '0']],
      [{ text: ' ' }, ['text']],
      [{ subject: 'x'.repeat(901) }, ['subject']],
      [{ fromId: `${channel.id}.other@shop.example` }, ['fromId']],
      [{ uploadIds: [newId('upload')] }, ['uploadIds', '0']],
      [{ id: 'msg_1' }, ['id']],
    ];
    for (const [over, path] of wrong) await expect(compose(over)).rejects.toMatchObject({ detail: { path } });
  });

  it('that is taken back leaves no conversation, and the whole of it in the draft', async () => {
    const conversationId = newId('conversation');
    const message = await compose({ conversationId, cc: ['second@else.example'] });
    expect(await deliveries.cancel(agent, message.id)).toBeNull();
    expect(await desk.rows('SELECT id FROM conversation WHERE id = ?', [conversationId])).toEqual([]);
    const [draft] = await draftsOf(desk.db.uow.reader, agentId, [conversationId]);
    expect(draft).toMatchObject({ mode: 'COMPOSE', inboxId: inbox.id, subject: 'Your order', text: 'Hello' });
    expect(draft?.recipients).toEqual({ to: ['New.Person@else.example'], cc: ['second@else.example'], bcc: [] });
    await left();
    expect(desk.gateway.sent).toEqual([]);
    await compose({ conversationId });
    expect((await desk.conversation(conversationId)).subject).toBe('Your order');
    expect(await draftsOf(desk.db.uow.reader, agentId, [conversationId])).toEqual([]);
  });
});

describe('a forward (D4, G7 44)', () => {
  it('goes with its files into a side thread that the customer never sees', async () => {
    const hash = createHash('sha256').update('photo').digest('hex');
    await desk.storage.put(Readable.from([Buffer.from('photo')]), {});
    const event = mail(person('bob@client.example', 'Bob'), {
      to: [person('support@shop.example')],
      cc: [person('wife@client.example')],
      thread: { subject: 'Broken' },
      parts: [
        { type: 'text', text: 'It broke' },
        { type: 'file', file: { stored: hash, name: 'photo.jpg', mime: 'image/jpeg', bytes: 5 } },
      ],
    });
    const conversationId = await received(event);
    const [first] = await desk.items(conversationId);
    const waiting = (await desk.conversation(conversationId)).waitingSince;
    const forwarded = await forwards.forward(agent, {
      messageId: first!.id,
      to: ['factory@parts.example'],
      text: 'Can you mend this?',
      withAttachments: true,
    });
    expect(forwarded).toMatchObject({ side: true, forwardOfId: first!.id, subject: 'Fwd: Broken' });
    const out = await left();
    expect([out.to, out.cc].map((list) => list?.map(({ value }) => value))).toEqual([['factory@parts.example'], undefined]);
    expect(out.thread.answers).toEqual([]);
    const text = textOf(out);
    if (text.type !== 'text') throw new Error('no text');
    expect(text.text).toContain('From: Bob <bob@client.example>');
    expect(text.text).toMatch(/^Can you mend this\?[\s\S]*Subject: Broken[\s\S]*It broke/);
    expect(out.parts).toContainEqual(expect.objectContaining({ type: 'file' }));
    expect((await desk.conversation(conversationId)).waitingSince).toBe(waiting);

    const answer = mail(person('factory@parts.example'), {
      thread: { answers: [`<${forwarded.sendKey}@shop.example>`] },
      parts: [{ type: 'text', text: 'FACTORY SECRET' }],
    });
    expect(await received(answer)).toBe(conversationId);
    const items = await desk.items(conversationId);
    const fromFactory = items.find(({ text: said }) => said === 'FACTORY SECRET')!;
    expect(fromFactory).toMatchObject({ side: true, threadId: forwarded.threadId });

    await reply(conversationId, { text: 'We are at it' });
    const toCustomer = await left();
    expect([...toCustomer.to, ...(toCustomer.cc ?? [])].map(({ value }) => value)).toEqual([
      'bob@client.example',
      'wife@client.example',
    ]);
    expect(JSON.stringify(toCustomer)).not.toMatch(/FACTORY|parts\.example/);
    expect(toCustomer.thread.answers).toContain(event.knownAs![0]);
    expect(toCustomer.thread.answers.join()).not.toContain(forwarded.sendKey);

    await reply(conversationId, { text: 'Thanks', replyTo: fromFactory.id });
    const toFactory = await left();
    expect([...toFactory.to, ...(toFactory.cc ?? [])].map(({ value }) => value)).toEqual(['factory@parts.example']);
    expect(toFactory.thread.answers.join()).toContain(forwarded.sendKey!);
    expect(toFactory.thread.answers).not.toContain(event.knownAs![0]);
    expect(toFactory.thread.replyToken).not.toBe(toCustomer.thread.replyToken);
  });

  it('takes along only the files that were chosen', async () => {
    const parts = ['plan.txt', 'secret.txt'].map((name) => ({ name, hash: createHash('sha256').update(name).digest('hex') }));
    for (const { name } of parts) await desk.storage.put(Readable.from([Buffer.from(name)]), {});
    const event = mail(person('bob@client.example', 'Bob'), {
      to: [person('support@shop.example')],
      parts: [
        { type: 'text', text: 'Two files' },
        ...parts.map(({ name, hash }) => ({
          type: 'file' as const,
          file: { stored: hash, name, mime: 'text/plain', bytes: name.length },
        })),
      ],
    });
    const conversationId = await received(event);
    const [first] = await desk.items(conversationId);
    const [plan] = await attachmentsOf(desk.db.uow.reader, [first!.id]);
    const input = { messageId: first!.id, to: ['factory@parts.example'], text: 'Look', withAttachments: true };
    const forwarded = await forwards.forward(agent, { ...input, attachmentIds: [plan!.id] });
    const along = await attachmentsOf(desk.db.uow.reader, [forwarded.id]);
    expect(along.map(({ name }) => name)).toEqual(['plan.txt']);
    await expect(forwards.forward(agent, { ...input, attachmentIds: ['att_other'] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      detail: { path: ['attachmentIds'] },
    });
  });

  it('of what nobody may see does not exist, and needs somebody to go to', async () => {
    const conversationId = await received();
    const [first] = await desk.items(conversationId);
    const input = { messageId: first!.id, to: ['x@y.example'], text: '', withAttachments: true };
    const closed = await desk.world.inboxes.save(testCtx(), { name: 'Shut', audience: 'MEMBERS', members: [] });
    const there = await desk.channel(closed, ['shut@shop.example']);
    const event = mail(person('eve@client.example'));
    await intake.ingest(there.id, [event], live);
    await desk.queue.run();
    const [hidden] = await desk.rows<{ id: string }>('SELECT id FROM message WHERE channel_id = ?', [there.id]);
    await expect(forwards.forward(agent, { ...input, messageId: hidden!.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(forwards.forward(agent, { ...input, to: [] })).rejects.toMatchObject({ detail: { path: ['to'] } });
    const stale = { ...input, basedOn: first!.id };
    await received(mail(person('bob@client.example'), { thread: { answers: [event.knownAs![0]!] } }));
    expect(await forwards.forward(agent, stale)).toMatchObject({ side: true, text: '' });
  });
});
