import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutboundMessage } from '@balie/plugin-sdk';
import { ChannelDesk, mail, MAIL_LIKE, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import type { User } from '../agents/index.js';
import type { Channel } from '../channels/index.js';
import { DeliverJob } from '../delivery/deliver.job.js';
import { DecodeJob } from '../intake/decode.job.js';
import { IntakeService } from '../intake/intake.service.js';
import type { Inbox } from '../inboxes/index.js';
import { Upload } from '../messages/index.js';
import { PublicAddress } from '../../kernel/public-address.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { ReplyService } from './reply.service.js';
import { routesOf } from './routes.js';
import { sweepUploads } from './upload.repository.js';
import { UPLOAD_HEADER, UploadService } from './upload.service.js';

let desk: ChannelDesk;
let intake: IntakeService;
let replies: ReplyService;
let uploads: UploadService;
let inbox: Inbox;
let channel: Channel;
let anna: User;
let agent: Ctx;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer } = desk;
  intake = new IntakeService(db.uow);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new DeliverJob(db.uow, gateway, queue).onModuleInit();
  replies = new ReplyService(db.uow, desk.access, sanitizer, desk.clock);
  uploads = new UploadService(db.uow, storage, new PublicAddress(null));
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Support', undoSeconds: 0 });
  channel = await desk.channel(inbox, ['support@shop.example', 'help@shop.example']);
  anna = await desk.world.agent('Anna');
  agent = await desk.world.as(anna);
});
afterAll(() => desk.close());

const live = { history: false, epoch: null };
/** A conversation that a mail began. */
async function received(
  event = mail(person('bob@client.example', 'Bob'), { to: [person('support@shop.example')] }),
  on = channel,
): Promise<string> {
  await intake.ingest(on.id, [event], live);
  await desk.queue.run();
  const [item] = await desk.rows<{ conversation_id: string }>('SELECT conversation_id FROM inbound_item WHERE external_id = ?', [
    event.id,
  ]);
  return item!.conversation_id;
}
const reply = (conversationId: string, over: object = {}, ctx = agent) =>
  replies.send(ctx, { conversationId, direction: 'OUTBOUND' as const, text: 'Dear Bob', ...over });
/** An inbox for everyone, of which the agent knows. */
async function newInbox(name: string): Promise<Inbox> {
  const made = await desk.world.inboxes.save(testCtx(), { name, undoSeconds: 0 });
  agent = await desk.world.as(anna);
  return made;
}
/** What left last. */
async function left(): Promise<OutboundMessage> {
  await desk.queue.run();
  return desk.gateway.sent.at(-1)!;
}

describe('an answer', () => {
  it('goes to whom the server says, from the alias that was written to, threaded and quoted', async () => {
    const event = mail(person('bob@client.example', 'Bob'), {
      to: [person('HELP@shop.example'), person('boss@client.example', 'Boss')],
      cc: [person('support@shop.example'), person('lawyer@else.example')],
      parts: [
        {
          type: 'text',
          text: 'My order\nis late',
          html: '<p>My order <img src="cid:x"><img src="https://spy.example/p.gif"></p>',
        },
      ],
      thread: { subject: 'Order 7' },
    });
    const conversationId = await received(event);
    const message = await reply(conversationId, { html: '<p>Dear <b>Bob</b><script>x()</script></p>' });
    expect(message).toMatchObject({ direction: 'OUTBOUND', deliveryStatus: 'QUEUED', authorName: 'Anna', subject: 'Order 7' });
    const out = await left();
    expect(out.from).toMatchObject({ value: 'help@shop.example' });
    expect(out.to).toMatchObject([{ value: 'bob@client.example', name: 'Bob' }]);
    expect(out.cc).toMatchObject([{ value: 'boss@client.example' }, { value: 'lawyer@else.example' }]);
    expect(out.bcc).toBeUndefined();
    expect(out.thread.answers).toContain(event.knownAs![0]);
    expect(out.thread.replyToken).toMatch(/^[0-9a-f]{32}$/);
    expect(out.author).toEqual({ name: 'Anna', bot: false });
    const [text] = out.parts;
    if (text?.type !== 'text') throw new Error('no text');
    expect(text.text).toMatch(/^Dear Bob\n\n2026-01-05 \d\d:\d\d UTC, Bob:\n> My order\n> is late$/);
    expect(text.html).toMatch(
      /^<p>Dear <b>Bob<\/b><\/p><p>2026.*Bob:<\/p><blockquote type="cite"><p>My order <\/p><\/blockquote>$/,
    );
    expect(await desk.conversation(conversationId)).toMatchObject({
      assigneeUserId: anna.id,
      waitingSince: null,
      lastDirection: 'OUTBOUND',
    });
  });

  it('brings the answer to it back into the same conversation', async () => {
    const conversationId = await received();
    await reply(conversationId);
    const { sendKey } = await left();
    const answer = mail(person('bob@client.example'), { thread: { answers: [`<${sendKey}@shop.example>`] } });
    expect(await received(answer)).toBe(conversationId);
    await reply(conversationId);
    expect((await left()).thread.answers.slice(0, 2)).toEqual(expect.arrayContaining([answer.knownAs![0]]));
  });

  it('is written once for one id, whoever asks how often, and never for another input', async () => {
    const conversationId = await received();
    const id = newId('message');
    const sent = desk.gateway.sent.length;
    const results = await Promise.all(Array.from({ length: 5 }, () => reply(conversationId, { id })));
    expect(new Set(results.map((message) => message.id))).toEqual(new Set([id]));
    expect(await reply(conversationId, { id })).toMatchObject({ id, seq: results[0]!.seq });
    await desk.queue.run();
    expect(desk.gateway.sent.length - sent).toBe(1);
    await expect(reply(conversationId, { id, text: 'Other' })).rejects.toMatchObject({
      code: 'CONFLICT',
      detail: { currentId: id },
    });
    const other = await desk.world.as(await desk.world.agent('Bram'));
    await expect(reply(conversationId, { id }, other)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(reply(conversationId, { id: 'msg_1' })).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['id'] } });
  });

  it('sends nothing when something was said that its author had not seen', async () => {
    const conversationId = await received();
    const [first] = await desk.items(conversationId);
    const [cited] = await desk.rows<{ external_id: string }>(
      "SELECT external_id FROM external_id WHERE message_id = ? AND external_id LIKE '<%'",
      [first!.id],
    );
    await received(mail(person('bob@client.example'), { thread: { answers: [cited!.external_id] } }));
    const newer = (await desk.items(conversationId)).filter((item) => item.kind === 'MESSAGE').at(-1)!;
    const stale = reply(conversationId, { basedOn: first!.id });
    await expect(stale).rejects.toMatchObject({ code: 'STALE', detail: { unseenIds: [newer.id] } });
    const mine = await reply(conversationId, { basedOn: newer.id });
    // What he wrote himself is not news to him.
    expect(await reply(conversationId, { basedOn: newer.id, text: 'And more' })).toMatchObject({ direction: 'OUTBOUND' });
    const other = await desk.world.as(await desk.world.agent('Cara'));
    await expect(reply(conversationId, { basedOn: newer.id }, other)).rejects.toMatchObject({ code: 'STALE' });
    expect(mine.deliveryStatus).toBe('QUEUED');
  });

  it('keeps an assignee that there is, and closes when asked', async () => {
    const conversationId = await received();
    await reply(conversationId);
    const other = await desk.world.as(await desk.world.agent('Dirk'));
    await reply(conversationId, { thenSetStatus: 'CLOSED' }, other);
    expect(await desk.conversation(conversationId)).toMatchObject({ assigneeUserId: anna.id, status: 'CLOSED' });
  });

  it('takes other recipients that a person names, each once, but none of ours and no tricks', async () => {
    const conversationId = await received();
    await reply(conversationId, {
      to: ['New@Else.example', 'bob@client.example'],
      cc: ['new@else.example'],
      bcc: ['boss@shop2.example'],
    });
    const out = await left();
    expect(out.to.map(({ value }) => value)).toEqual(['New@Else.example', 'bob@client.example']);
    expect([out.cc, out.bcc?.map(({ value }) => value)]).toEqual([undefined, ['boss@shop2.example']]);
    for (const bad of ['help@shop.example', 'a@b\r\nBcc: x@y', 'a@b, c@d', 'nobody', ''])
      await expect(reply(conversationId, { to: [bad] })).rejects.toMatchObject({
        code: 'INVALID',
        detail: { path: ['to', '0'] },
      });
    await expect(reply(conversationId, { to: [] })).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('a comment', () => {
  it('stays inside, and is open to those who may only look on', async () => {
    const viewer = await desk.world.agent('Vera');
    const closed = await desk.world.inboxes.save(testCtx(), {
      name: 'Viewed',
      audience: 'MEMBERS',
      members: [{ agentId: viewer.id, role: 'VIEWER' }],
    });
    const there = await desk.channel(closed, ['viewed@shop.example']);
    const conversationId = await received(undefined, there);
    const sent = desk.gateway.sent.length;
    const ctx = await desk.world.as(viewer);
    const comment = await replies.send(ctx, {
      conversationId,
      direction: 'INTERNAL',
      text: 'Look',
      html: '<b>Look</b><img src="https://x.example/a">',
    });
    expect(comment).toMatchObject({ kind: 'COMMENT', direction: 'INTERNAL', deliveryStatus: null });
    expect(comment.html).toContain('<b>Look</b>');
    await desk.queue.run();
    expect(desk.gateway.sent).toHaveLength(sent);
    await expect(reply(conversationId, {}, ctx)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(reply(conversationId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const owner = await desk.world.as(await desk.world.agent('Olga', 'OWNER'));
    await expect(reply(conversationId, {}, owner)).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
    await expect(
      replies.send(ctx, { conversationId, direction: 'INTERNAL', text: 'x', to: ['a@b.example'] }),
    ).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('ways to answer', () => {
  it('are those of the threads, newest first, and what else reaches the contact; what is off is blocked', async () => {
    const place = await newInbox('Ways');
    const form = await desk.channel(place, ['form@shop.example'], { outbound: 'none' });
    const second = await desk.channel(place, ['second@shop.example']);
    const conversationId = await received(mail(person('gert@client.example')), form);
    const conversation = await desk.conversation(conversationId);
    const routes = await routesOf(desk.db.uow.reader, conversation, desk.clock.now());
    expect(routes.map((route) => [route.channel.id, route.to.map(({ value }) => value), route.blockedBy])).toEqual([
      [second.id, ['gert@client.example'], null],
    ]);
    await reply(conversationId);
    expect((await left()).to).toMatchObject([{ value: 'gert@client.example' }]);
    await desk.db.uow.run(testCtx(), (tx) => tx.execute('UPDATE channel SET active = ? WHERE id = ?', [false, second.id]));
    await expect(reply(conversationId)).rejects.toMatchObject({ code: 'CHANNEL_DOWN' });
    await expect(reply(conversationId, { routeId: 'nothing' })).rejects.toMatchObject({ code: 'NO_REPLY_ROUTE' });
  });

  it('closes with the window of the network', async () => {
    const place = await newInbox('Window');
    const chat = await desk.channel(place, ['page@shop.example'], {
      replyWindow: { hours: 24 },
      continuity: 'one-per-contact',
      compose: [],
    });
    const conversationId = await received(mail(person('ina@client.example'), { at: new Date(desk.clock.now()) }), chat);
    await reply(conversationId);
    const out = await left();
    expect(out.parts).toEqual([{ type: 'text', text: 'Dear Bob' }]);
    await expect(reply(conversationId, { cc: ['x@y.example'] })).rejects.toMatchObject({ code: 'UNSUPPORTED' });
    desk.clock.turn(25 * 3_600_000);
    await expect(reply(conversationId)).rejects.toMatchObject({ code: 'WINDOW_CLOSED' });
  });

  it('says beforehand what a channel can not take, and keeps it with the deliveries', async () => {
    const place = await newInbox('Plain');
    const plain = await desk.channel(place, ['plain@shop.example'], { text: { maxLength: 20, formats: [] }, files: 'none' });
    const conversationId = await received(undefined, plain);
    const html = '<b>Hi</b>';
    expect(await replies.preview(agent, { conversationId, text: 'Hi', html })).toEqual([
      'Not on this channel: bold. The message goes as plain text.',
    ]);
    expect(await replies.preview(agent, { conversationId, text: 'x'.repeat(21) })).toEqual([
      'The text has 21 characters; this channel takes 20.',
    ]);
    const message = await reply(conversationId, { text: 'Hi', html });
    expect(message.html).toBeNull();
    const [row] = await desk.rows<{ degraded: string }>('SELECT degraded FROM delivery WHERE message_id = ?', [message.id]);
    expect(JSON.parse(row!.degraded)).toEqual(['Not on this channel: bold. The message goes as plain text.']);
    await expect(reply(conversationId, { text: 'x'.repeat(21) })).rejects.toMatchObject({ code: 'UNSUPPORTED' });
    expect(MAIL_LIKE.text.formats).toContain('bold');
  });
});

describe('files', () => {
  const announce = (bytes: number, name = 'plan.pdf') => uploads.create(agent, { name, mime: 'application/pdf', bytes });
  const put = (ticket: { id: string; headers: Record<string, string> }, data: string, secret = ticket.headers[UPLOAD_HEADER]!) =>
    uploads.put(ticket.id, secret, desk.clock.now(), Readable.from([Buffer.from(data)]), testCtx());

  it('are announced, put with the secret, sent with their name, and belong to the message then', async () => {
    const conversationId = await received();
    const ticket = await announce(5, '../plan.pdf');
    await expect(put(ticket, 'hello', 'x'.repeat(43))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(put(ticket, 'hell')).rejects.toMatchObject({ code: 'INVALID' });
    await expect(put(ticket, 'hello!')).rejects.toMatchObject({ code: 'LIMIT' });
    await expect(reply(conversationId, { uploadIds: [ticket.id] })).rejects.toMatchObject({ code: 'INVALID' });
    await put(ticket, 'hello');
    await expect(put(ticket, 'hello')).rejects.toMatchObject({ code: 'CONFLICT' });
    const other = await desk.world.as(await desk.world.agent('Eva'));
    await expect(reply(conversationId, { uploadIds: [ticket.id] }, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const message = await reply(conversationId, { uploadIds: [ticket.id] });
    const hash = createHash('sha256').update('hello').digest('hex');
    expect((await left()).parts[1]).toEqual({
      type: 'file',
      file: { stored: hash, name: 'plan.pdf', mime: 'application/pdf', bytes: 5 },
    });
    expect((await desk.message(message.id)).attachments).toMatchObject([{ name: 'plan.pdf', state: 'READY', hash }]);
    expect(await desk.db.uow.reader.manager.findOneBy(Upload, { id: ticket.id })).toBeNull();
  });

  it('must come within the hour, and are swept after a day', async () => {
    const ticket = await announce(5);
    desk.clock.turn(61 * 60_000);
    await expect(put(ticket, 'hello')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await desk.db.uow.run(testCtx(), sweepUploads)).toBe(0);
    desk.clock.turn(24 * 3_600_000);
    expect(await desk.db.uow.run(testCtx(), sweepUploads)).toBeGreaterThan(0);
    await expect(announce(51 * 1024 * 1024)).rejects.toMatchObject({ code: 'LIMIT' });
  });
});
