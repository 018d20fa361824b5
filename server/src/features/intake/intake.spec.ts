import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InboundEvent } from '@balie/plugin-sdk';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import { type Channel, ChannelFailure, DecodeFailed } from '../channels/index.js';
import { changeConversation, threadsOf } from '../conversations/index.js';
import type { Inbox } from '../inboxes/index.js';
import { DecodeJob } from './decode.job.js';
import { FetchFileJob } from './fetch-file.job.js';
import { InboundItem } from './inbound-item.entity.js';
import { IntakeService } from './intake.service.js';
import { LedgerService } from './ledger.service.js';

let desk: ChannelDesk;
let intake: IntakeService;
let ledger: LedgerService;
let inbox: Inbox;
let channel: Channel;
let elsewhere: Channel;
const live = { history: false, epoch: null };
const actor = { kind: 'SYSTEM' as const, id: null, name: 'test' };

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer } = desk;
  intake = new IntakeService(db.uow);
  ledger = new LedgerService(db.uow, db.journal);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new FetchFileJob(db.uow, gateway, queue).onModuleInit();
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Support' });
  const other = await desk.world.inboxes.save(testCtx(), { name: 'Sales' });
  channel = await desk.channel(inbox, ['support@shop.example', 'help@shop.example']);
  elsewhere = await desk.channel(other, ['sales@shop.example']);
});
afterAll(() => desk.close());
beforeEach(() => void Object.assign(desk.gateway, { rules: {}, typeError: null }));

const itemOf = (externalId: string, on = channel): Promise<InboundItem> =>
  desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { channelId: on.id, externalId });

/** Lets a raw item in, with what the plugin will make of it. */
async function arrive(
  events: InboundEvent[] | Error,
  o: { id?: string; on?: Channel; history?: boolean } = {},
): Promise<InboundItem> {
  const first = events instanceof Error ? undefined : events[0];
  const id = o.id ?? (first?.type === 'message' ? first.id : `raw${Math.random()}`);
  const { hash } = await desk.storage.put(Buffer.from(`From: x@far.example\r\n\r\n${id}`));
  desk.gateway.events.set(id, events);
  const on = o.on ?? channel;
  await intake.receive(on.id, [{ externalId: id, rawHash: hash, meta: {} }], { ...live, history: o.history ?? false });
  await desk.queue.run();
  return itemOf(id, on);
}

/** A conversation that this mail began. */
async function begun(event: InboundEvent, on = channel): Promise<{ conversationId: string; messageId: string }> {
  const { conversationId, messageId, state } = await arrive([event], { on });
  expect(state).toBe('DELIVERED');
  return { conversationId: conversationId!, messageId: messageId! };
}

describe('the door for raw items', () => {
  it('keeps items, cursor and jobs together, then makes a conversation of each', async () => {
    const event = mail(person('anna@far.example', 'Anna'), {
      to: [person('support@shop.example')],
      cc: [person('bob@far.example')],
      parts: [
        {
          type: 'text',
          text: 'Hello',
          html: '<p onclick="x()">Hello <img src="cid:logo"></p><script>x()</script>',
          quoted: '> before',
        },
        { type: 'file', file: { ref: 'part:2', name: '../../logo.png', mime: 'image/png' }, inlineId: 'logo' },
        { type: 'file', file: { ref: 'part:3', name: 'gone.pdf', mime: 'application/pdf' } },
      ],
    });
    desk.gateway.events.set(event.id, [event]);
    desk.gateway.files.set('part:2', { hash: 'a'.repeat(64), bytes: 7, name: 'logo.png', mime: 'image/png' });
    const { hash } = await desk.storage.put(Buffer.from('raw'));
    const items = [{ externalId: event.id, rawHash: hash, meta: { uid: 7 } }];
    await intake.receive(channel.id, items, { ...live, cursor: { uid: 7 } });
    expect(await itemOf(event.id)).toMatchObject({ state: 'RECEIVED', meta: { uid: 7 }, rawHash: hash });
    expect(await desk.rows('SELECT cursor FROM channel WHERE id = ?', [channel.id])).toEqual([{ cursor: '{"uid":7}' }]);
    await desk.queue.run();
    const item = await itemOf(event.id);
    expect(item).toMatchObject({ state: 'DELIVERED', unparsed: false });
    expect(await desk.conversation(item.conversationId!)).toMatchObject({
      inboxId: inbox.id,
      status: 'OPEN',
      placement: 'INBOX',
      subject: event.thread.subject,
      lastDirection: 'INBOUND',
    });
    const message = await desk.message(item.messageId!);
    expect(message).toMatchObject({
      text: 'Hello',
      quotedText: '> before',
      authorName: 'Anna',
      rawHash: hash,
      fromValue: 'anna@far.example',
    });
    expect(message.html).not.toMatch(/script|onclick/);
    expect([message.to, message.cc]).toEqual([['support@shop.example'], ['bob@far.example']]);
    expect(message.attachments).toMatchObject([
      { name: 'logo.png', inline: true, state: 'READY', bytes: 7, contentId: 'logo' },
      { name: 'gone.pdf', inline: false, state: 'GONE' },
    ]);
    const people = await desk.rows('SELECT value, role FROM participant WHERE conversation_id = ? ORDER BY id', [
      item.conversationId,
    ]);
    expect(people).toEqual([
      { value: 'anna@far.example', role: 'STARTER' },
      { value: 'bob@far.example', role: 'CC' },
    ]);
  });

  it('takes a repeat for what it is, also within one batch', async () => {
    const event = mail(person('again@far.example'));
    desk.gateway.events.set(event.id, [event]);
    const raw = { externalId: event.id, rawHash: 'b'.repeat(64), meta: {} };
    await intake.receive(channel.id, [raw, raw], live);
    await intake.receive(channel.id, [raw], live);
    await desk.queue.run();
    await intake.receive(channel.id, [raw], live);
    expect(await desk.queue.run()).toBe(0);
    expect(await desk.rows('SELECT id FROM inbound_item WHERE external_id = ?', [event.id])).toHaveLength(1);
    expect(await desk.rows('SELECT id FROM message WHERE subject = ?', [event.thread.subject])).toHaveLength(1);
  });

  it('keeps nothing of a listener that has lost its lease, not even its cursor', async () => {
    const id = 'fenced';
    await desk.db.uow.run(testCtx(), (tx) =>
      tx.execute('INSERT INTO channel_lease (channel_id, owner, epoch, expires_at) VALUES (?, ?, 4, 0)', [elsewhere.id, 'me']),
    );
    const raw = [{ externalId: id, rawHash: 'c'.repeat(64), meta: {} }];
    await expect(intake.receive(elsewhere.id, raw, { history: false, epoch: 3, cursor: 'old' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await desk.rows('SELECT id FROM inbound_item WHERE external_id = ?', [id])).toEqual([]);
    expect(await desk.rows('SELECT cursor FROM channel WHERE id = ?', [elsewhere.id])).toEqual([{ cursor: null }]);
    await intake.receive(elsewhere.id, raw, { history: false, epoch: 4, cursor: 'new' });
    expect(await desk.rows('SELECT cursor FROM channel WHERE id = ?', [elsewhere.id])).toEqual([{ cursor: '"new"' }]);
  });
});

describe('what is not understood', () => {
  it('is tried twice, then shown as it came, and can be understood later', async () => {
    const id = 'poison';
    const item = await arrive(new DecodeFailed('It has no end', false), { id });
    expect(item).toMatchObject({ state: 'RECEIVED', attempts: 1, reason: 'It has no end' });
    desk.clock.turn(60_000);
    await desk.queue.run();
    const shown = await itemOf(id);
    expect(shown).toMatchObject({ state: 'DELIVERED', unparsed: true, reason: 'It has no end' });
    const message = await desk.message(shown.messageId!);
    expect(message).toMatchObject({ unparsed: true, rawHash: item.rawHash });
    expect(message.attachments).toMatchObject([{ name: 'original.eml', hash: item.rawHash, state: 'READY' }]);

    expect(await desk.conversation(shown.conversationId!)).toMatchObject({ hasFile: true });
    const admin = await desk.world.as(await desk.world.agent('Olivia', 'OWNER'));
    const member = await desk.world.as(await desk.world.agent('Mem'));
    await expect(ledger.replay(member, shown.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    desk.gateway.events.set(id, [mail(person('late@far.example', 'Late'), { id })]);
    await ledger.replay(admin, shown.id);
    await desk.queue.run();
    expect(await itemOf(id)).toMatchObject({ state: 'DELIVERED', unparsed: false, messageId: shown.messageId });
    expect(await desk.message(shown.messageId!)).toMatchObject({
      unparsed: false,
      text: `Text of ${id}`,
      authorName: 'Late',
      attachments: [],
    });
    expect(await desk.conversation(shown.conversationId!)).toMatchObject({ subject: `Subject of ${id}`, hasFile: false });
    await expect(ledger.replay(admin, shown.id)).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('is shown as it came when a plugin hands over nonsense', async () => {
    const id = 'nonsense';
    await arrive([{ type: 'message', id } as unknown as InboundEvent], { id });
    desk.clock.turn(60_000);
    await desk.queue.run();
    expect(await itemOf(id)).toMatchObject({ state: 'DELIVERED', unparsed: true });
  });

  it('waits while the plugin does not run, and costs no try', async () => {
    const id = 'waits';
    expect(await arrive(new ChannelFailure('transient', 'It starts'), { id })).toMatchObject({ state: 'RECEIVED', attempts: 0 });
    desk.gateway.events.set(id, [mail(person('waits@far.example'), { id })]);
    desk.clock.turn(60_000);
    await desk.queue.run();
    expect(await itemOf(id)).toMatchObject({ state: 'DELIVERED', unparsed: false });
  });

  it('is FAILED with its reason when we are to blame, and a replay mends it', async () => {
    const id = 'ours';
    desk.gateway.typeError = new Error('A bug of ours');
    await arrive([mail(person('ours@far.example'), { id })]);
    for (let tries = 0; tries < 5; tries++) {
      desk.clock.turn(60_000);
      await desk.queue.run();
    }
    const failed = await itemOf(id);
    expect(failed).toMatchObject({ state: 'FAILED', reason: 'A bug of ours' });
    desk.gateway.typeError = null;
    await ledger.replay(testCtx(), failed.id);
    await desk.queue.run();
    expect(await itemOf(id)).toMatchObject({ state: 'DELIVERED', reason: null });
  });
});

describe('threading', () => {
  const anna = person('anna@client.example', 'Anna');

  it('joins the answer of somebody who was on the thread, and reopens it', async () => {
    const first = mail(anna, { cc: [person('carl@client.example')] });
    const { conversationId, messageId } = await begun(first);
    await desk.db.uow.run(testCtx(), (tx) =>
      changeConversation(tx, conversationId, { status: 'CLOSED' }, { type: 'closed', actor }),
    );
    const out = await arrive([mail(anna, { automatic: 'reply', thread: { answers: first.knownAs } })]);
    expect(out).toMatchObject({ conversationId });
    expect((await desk.conversation(conversationId)).status).toBe('CLOSED');
    const answer = await arrive([
      mail(person('Carl@Client.example'), { thread: { answers: ['<unknown@x>', ...first.knownAs!] } }),
    ]);
    expect(answer).toMatchObject({ state: 'DELIVERED', conversationId });
    expect((await desk.message(answer.messageId!)).inReplyToId).toBe(messageId);
    expect((await desk.conversation(conversationId)).status).toBe('OPEN');
  });

  it('lets a colleague join as unverified, and gives a stranger a linked conversation of his own', async () => {
    const first = mail(anna);
    const { conversationId } = await begun(first);
    const colleague = await arrive([mail(person('dora@client.example'), { thread: { answers: first.knownAs } })]);
    expect(colleague.conversationId).toBe(conversationId);
    expect((await desk.message(colleague.messageId!)).data).toEqual({ newParticipant: true });
    const stranger = await arrive([mail(person('eve@evil.example'), { thread: { answers: first.knownAs } })]);
    expect(stranger.conversationId).not.toBe(conversationId);
    expect(await desk.items(stranger.conversationId!)).toMatchObject([
      { kind: 'ACTIVITY', activity: 'linked', data: { conversationId } },
      { kind: 'MESSAGE' },
    ]);
  });

  it('does not take a public mail provider for an organisation', async () => {
    const first = mail(person('one@gmail.com'));
    const { conversationId } = await begun(first);
    expect((await begun(mail(person('two@gmail.com'), { thread: { answers: first.knownAs } }))).conversationId).not.toBe(
      conversationId,
    );
  });

  it('follows a reply token, with a warning when a stranger has it; a forged one is nothing', async () => {
    const { conversationId } = await begun(mail(anna));
    const [thread] = await threadsOf(desk.db.uow.reader, conversationId);
    const mine = await arrive([mail(anna, { thread: { token: thread!.replyToken } })]);
    expect(mine.conversationId).toBe(conversationId);
    const strange = await arrive([mail(person('frank@else.example'), { thread: { token: thread!.replyToken } })]);
    expect(strange.conversationId).toBe(conversationId);
    expect((await desk.message(strange.messageId!)).data).toEqual({ unverifiedSender: true });
    expect((await begun(mail(anna, { thread: { token: 'f'.repeat(32) } }))).conversationId).not.toBe(conversationId);
  });

  it('never joins what lies in another inbox, but links to it', async () => {
    const first = mail(anna);
    const { conversationId } = await begun(first);
    const there = await begun(mail(anna, { thread: { answers: first.knownAs } }), elsewhere);
    expect(there.conversationId).not.toBe(conversationId);
    expect((await desk.conversation(there.conversationId)).inboxId).toBe(elsewhere.inboxId);
    expect((await desk.items(there.conversationId))[0]).toMatchObject({ activity: 'linked', data: { conversationId } });
    const twin = await begun({ ...first, id: `${first.id}-twin` as typeof first.id }, elsewhere);
    expect((await desk.items(twin.conversationId))[0]).toMatchObject({ activity: 'linked', data: { conversationId } });
  });

  it('begins anew after the trash, and goes by the key of the network where there is one', async () => {
    const first = mail(anna, { thread: { key: 'room-1' } });
    const { conversationId } = await begun(first);
    expect((await begun(mail(anna, { thread: { key: 'room-1' } }))).conversationId).toBe(conversationId);
    await desk.db.uow.run(testCtx(), (tx) => changeConversation(tx, conversationId, { placement: 'TRASH' }));
    expect((await begun(mail(anna, { thread: { answers: first.knownAs } }))).conversationId).not.toBe(conversationId);
  });
});

describe('placement', () => {
  const newsletter = [{ rule: 'newsletter', detail: 'List-Unsubscribe' }];
  beforeEach(() => {
    desk.gateway.rules = {
      newsletter: { title: { en: 'Newsletter', nl: 'Nieuwsbrief' }, to: 'filtered', on: true, knownContact: 'yields' },
      robot: { title: 'Automatic answer', to: 'filtered', on: true, knownContact: 'beaten' },
      off: { title: 'Off', to: 'spam', on: false, knownContact: 'beaten' },
      junk: { title: 'Junk', to: 'spam', on: true, knownContact: 'beaten' },
    };
  });

  it('sets aside by the rules that are on, with the reason; a second one from there is not known yet', async () => {
    for (const sender of ['news@bulk.example', 'news@bulk.example']) {
      const item = await arrive([mail(person(sender), { flags: newsletter })]);
      expect(item).toMatchObject({ state: 'FILTERED', reason: 'Newsletter: List-Unsubscribe' });
      expect(await desk.conversation(item.conversationId!)).toMatchObject({
        placement: 'FILTERED',
        placementReason: item.reason,
      });
    }
    const spam = await arrive([mail(person('junk@bulk.example'), { flags: [...newsletter, { rule: 'junk', detail: '' }] })]);
    expect(await desk.conversation(spam.conversationId!)).toMatchObject({ placement: 'SPAM', placementReason: 'Junk' });
    expect(await arrive([mail(person('calm@bulk.example'), { flags: [{ rule: 'off', detail: '' }] })])).toMatchObject({
      state: 'DELIVERED',
    });
  });

  it('yields to a known contact unless the rule is strict, and never hides an answer', async () => {
    const known = person('known@friend.example');
    const first = mail(known);
    await begun(first);
    expect(await arrive([mail(known, { flags: newsletter })])).toMatchObject({ state: 'DELIVERED' });
    expect(await arrive([mail(known, { flags: [{ rule: 'robot', detail: 'ooo' }] })])).toMatchObject({ state: 'FILTERED' });
    const answer = mail(known, {
      flags: [{ rule: 'robot', detail: 'ooo' }],
      automatic: 'reply',
      thread: { answers: first.knownAs },
    });
    expect(await arrive([answer])).toMatchObject({ state: 'DELIVERED' });
  });

  it('stops loops of our own addresses, but lets one of our inboxes write to another', async () => {
    const loop = await arrive([mail(person('help@shop.example'))]);
    expect(loop).toMatchObject({ state: 'FILTERED', conversationId: null });
    expect(loop.reason).toMatch(/^OWN_LOOP/);
    expect(await arrive([mail(person('sales@shop.example'), { automatic: 'reply' })])).toMatchObject({ state: 'FILTERED' });
    expect(await arrive([mail(person('sales@shop.example'))])).toMatchObject({ state: 'DELIVERED' });
  });
  it('shows an answer that was given outside of Balie', async () => {
    const first = mail(person('gina@client.example'));
    const { conversationId } = await begun(first);
    const item = await arrive([mail('self', { to: [person('gina@client.example')], thread: { answers: first.knownAs } })]);
    expect(item).toMatchObject({ state: 'DELIVERED', conversationId });
    expect(await desk.message(item.messageId!)).toMatchObject({ direction: 'OUTBOUND', fromValue: 'support@shop.example' });
    expect(await arrive([mail('self', { to: [person('new@client.example')] })])).toMatchObject({ state: 'FILTERED' });
  });
  it('imports history without waking anybody', async () => {
    const item = await arrive([mail(person('old@client.example'), { at: new Date(Date.UTC(2020, 1, 1)) })], { history: true });
    expect(item).toMatchObject({ state: 'DELIVERED', history: true });
    expect((await desk.message(item.messageId!)).at).toBe(Date.UTC(2020, 1, 1));
  });
});

describe('what is said about messages', () => {
  it('sets a report about a message that is not ours aside, with its source', async () => {
    const report = {
      type: 'receipt',
      status: 'failed',
      at: new Date(0),
      target: { id: '<spoofed@shop.example>' },
      reason: '550 unknown',
    };
    const item = await arrive([report as InboundEvent], { id: 'stray' });
    expect(item).toMatchObject({ state: 'FILTERED', unparsed: false });
    expect(item.reason).toMatch(/not here: 550 unknown$/);
    expect(await desk.conversation(item.conversationId!)).toMatchObject({
      placement: 'FILTERED',
      contactId: null,
      waitingSince: null,
    });
    expect((await desk.message(item.messageId!)).attachments).toMatchObject([{ name: 'original.eml', state: 'READY' }]);
  });

  it('changes, withdraws and marks messages that are here, and says so when they are not', async () => {
    const event = mail(person('hans@client.example', 'Hans'));
    const { messageId } = await begun(event);
    const at = new Date(Date.UTC(2026, 0, 6));
    const sender = person('hans@client.example', 'Hans');
    await intake.ingest(
      channel.id,
      [
        { type: 'edited', target: event.id, at, parts: [{ type: 'text', text: 'Better' }] },
        { type: 'reaction', target: event.id, sender, emoji: '👍' },
        { type: 'typing', sender, thread: {}, active: true },
        { type: 'deleted', target: 'nobody' as typeof event.id, at },
      ],
      live,
    );
    await desk.queue.run();
    expect(await desk.message(messageId)).toMatchObject({
      text: 'Better',
      parts: [
        { type: 'edited', data: { at: at.toISOString() } },
        { type: 'reaction', data: { by: 'Hans', emoji: '👍' } },
      ],
    });
    const rows = await desk.rows<{ external_id: string; state: string }>(
      "SELECT external_id, state FROM inbound_item WHERE external_id LIKE '%:%'",
    );
    expect(rows.map((row) => [row.external_id.split(':')[0], row.state]).sort()).toEqual([
      ['deleted', 'FILTERED'],
      ['edited', 'DELIVERED'],
      ['reaction', 'DELIVERED'],
    ]);
  });
});
