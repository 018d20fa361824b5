import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InboundEvent } from '@balie/plugin-sdk';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import type { User } from '../agents/index.js';
import { type Channel, channelsOfInboxes, ChannelService, DecodeFailed } from '../channels/index.js';
import { changeConversation, ConversationService } from '../conversations/index.js';
import { FilterService } from '../filters/index.js';
import { type Inbox, recountInboxes } from '../inboxes/index.js';
import { DecodeJob } from './decode.job.js';
import { InboundItem } from './inbound-item.entity.js';
import { IntakeService } from './intake.service.js';
import { LedgerService } from './ledger.service.js';

let desk: ChannelDesk;
let intake: IntakeService;
let ledger: LedgerService;
let filters: FilterService;
let conversations: ConversationService;
let anna: User;
let inbox: Inbox;
let channel: Channel;
let raws = 0;

const NEWSLETTER = [{ rule: 'newsletter', detail: 'List-Id' }];
const ROBOT = [{ rule: 'robot', detail: 'Auto-Submitted' }];
const FORGED = [{ rule: 'forged', detail: 'DMARC' }];

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer } = desk;
  intake = new IntakeService(db.uow);
  ledger = new LedgerService(db.uow, db.journal);
  conversations = new ConversationService(db.uow, db.journal);
  filters = new FilterService(db.uow, db.journal, conversations);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  anna = await desk.world.agent('Anna');
  inbox = await desk.world.inboxes.save(testCtx(), { name: 'Support' });
  channel = await desk.channel(inbox, ['support@shop.example']);
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.gateway.rules = {
    newsletter: { title: { en: 'Newsletter', nl: 'Nieuwsbrief' }, to: 'filtered', on: true, knownContact: 'yields' },
    robot: { title: 'Automatic answer', to: 'filtered', on: true, knownContact: 'beaten' },
    forged: { title: 'Forged', to: 'spam', on: true, knownContact: 'beaten' },
  };
});

/** What came in as it stands now. */
const itemOf = (id: string): Promise<InboundItem> => desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { id });

/** Lets something in, with what the plugin will make of it. */
async function arrive(events: InboundEvent[] | Error): Promise<InboundItem> {
  const externalId = `raw${(raws += 1)}`;
  const { hash } = await desk.storage.put(Buffer.from(`Subject: ${externalId}\r\n\r\nWords`));
  desk.gateway.events.set(externalId, events);
  await intake.receive(channel.id, [{ externalId, rawHash: hash, meta: {} }], { history: false, epoch: null });
  await desk.queue.run();
  return desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { channelId: channel.id, externalId });
}
async function placed(event: InboundEvent): Promise<{ placement: string; reason: string | null }> {
  const { conversationId } = await arrive([event]);
  const { placement, placementReason } = await desk.conversation(conversationId!);
  return { placement, reason: placementReason };
}
const decide = (value: string, kind: 'ALLOW' | 'DENY' | 'BLOCK') =>
  filters.save(testCtx(), { inboxId: inbox.id, kind, identityKind: 'email', value });
const unread = async (conversationId: string): Promise<boolean | undefined> => {
  const filter = { placement: ['INBOX', 'FILTERED', 'SPAM'] as ('INBOX' | 'FILTERED' | 'SPAM')[], unread: true };
  const page = await conversations.list(await desk.world.as(anna), { filter, first: 100 });
  return page.nodes.some(({ id }) => id === conversationId);
};
const counts = async (): Promise<Record<string, number>> => {
  const sql = 'SELECT "scope", "key", "count" FROM inbox_count WHERE inbox_id = ?';
  const rows = await desk.rows<{ scope: string; key: string; count: number }>(sql, [inbox.id]);
  return Object.fromEntries(rows.map(({ scope, key, count }) => [`${scope} ${key}`, Number(count)]));
};

describe('a blocked sender (S55 to S59)', () => {
  it('is stored apart: not unread, not counted, nothing is opened again, whatever speaks for him', async () => {
    const first = mail(person('bad@block.example'));
    const { conversationId } = await arrive([first]);
    const { contactId } = await desk.conversation(conversationId!);
    await desk.db.uow.run(testCtx(), (tx) => changeConversation(tx, conversationId!, { status: 'CLOSED' }, undefined));
    await filters.save(testCtx(), { inboxId: inbox.id, kind: 'ALLOW', identityKind: 'email', value: '@block.example' });
    await filters.block(await desk.world.as(anna), contactId!, inbox.id);
    const before = await counts();

    const answer = await arrive([mail(person('BAD@block.example'), { thread: { answers: first.knownAs } })]);
    expect(answer).toMatchObject({ state: 'FILTERED', reason: 'BLOCKED', conversationId });
    expect(await desk.conversation(conversationId!)).toMatchObject({ status: 'CLOSED', placement: 'FILTERED' });
    const anew = await arrive([mail(person('bad@block.example'))]);
    expect(anew).toMatchObject({ state: 'FILTERED', reason: 'BLOCKED' });
    expect(anew.messageId).not.toBeNull();
    expect([await unread(conversationId!), await unread(anew.conversationId!)]).toEqual([false, false]);
    expect({ ...(await counts()), 'filtered ': 0 }).toEqual({ ...before, 'filtered ': 0 });
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });

  it('reaches no conversation of others, and is let in again by name', async () => {
    const theirs = mail(person('good@two.example'), { to: [person('bad@two.example')] });
    const { conversationId } = await arrive([theirs]);
    const bad = await arrive([mail(person('bad@two.example'))]);
    const { contactId } = await desk.conversation(bad.conversationId!);
    await filters.block(testCtx(), contactId!, inbox.id);
    const answer = await arrive([mail(person('bad@two.example'), { thread: { answers: theirs.knownAs } })]);
    expect(answer.conversationId).not.toBe(conversationId);
    expect(answer.reason).toBe('BLOCKED');

    await filters.unblock(testCtx(), contactId!, inbox.id, false);
    expect(await placed(mail(person('bad@two.example')))).toEqual({ placement: 'INBOX', reason: null });
    expect((await desk.conversation(answer.conversationId!)).placement).toBe('FILTERED');
  });

  it('is unread again once he is moved back', async () => {
    const { conversationId } = await arrive([mail(person('back@block.example'))]);
    const { contactId } = await desk.conversation(conversationId!);
    await filters.block(testCtx(), contactId!, inbox.id);
    expect(await unread(conversationId!)).toBe(false);
    await filters.unblock(testCtx(), contactId!, inbox.id, true);
    expect(await unread(conversationId!)).toBe(true);
  });
});

describe('who is let in or kept out by a rule about him (D42, S25)', () => {
  it('is let in by address or by domain, whatever filter fired, but not when he is forged', async () => {
    await decide('news@allow.example', 'ALLOW');
    await decide('@friends.example', 'ALLOW');
    for (const address of ['NEWS@allow.example', 'any@friends.example']) {
      expect(await placed(mail(person(address), { flags: NEWSLETTER }))).toEqual({ placement: 'INBOX', reason: null });
      expect(await placed(mail(person(address), { flags: FORGED }))).toEqual({ placement: 'SPAM', reason: 'Forged: DMARC' });
    }
    expect(await placed(mail(person('other@allow.example'), { flags: NEWSLETTER }))).toMatchObject({ placement: 'FILTERED' });
  });

  it('is kept out by address or by domain, with the reason; an answer to us still arrives', async () => {
    const first = mail(person('deny@out.example'));
    const { conversationId } = await arrive([first]);
    await decide('deny@out.example', 'DENY');
    await decide('@spammers.example', 'DENY');
    await decide('ok@spammers.example', 'ALLOW');
    const out = { placement: 'FILTERED', reason: expect.stringMatching(/^DENY/) };
    expect(await placed(mail(person('deny@out.example')))).toEqual(out);
    expect(await placed(mail(person('x@spammers.example')))).toEqual(out);
    expect(await placed(mail(person('ok@spammers.example')))).toEqual({ placement: 'INBOX', reason: null });
    const answer = await arrive([mail(person('deny@out.example'), { thread: { answers: first.knownAs } })]);
    expect(answer).toMatchObject({ state: 'DELIVERED', conversationId });
  });

  it('beats rules as a known contact does, except those about automatic mail', async () => {
    await placed(mail(person('known@cust.example')));
    expect(await placed(mail(person('known@cust.example'), { flags: NEWSLETTER }))).toMatchObject({ placement: 'INBOX' });
    expect(await placed(mail(person('known@cust.example'), { flags: ROBOT }))).toEqual({
      placement: 'FILTERED',
      reason: 'Automatic answer: Auto-Submitted',
    });
  });
});

describe('switches of filter rules (S25)', () => {
  const switches = () => new ChannelService(desk.db.uow, desk.gateway, undefined as never, undefined as never);

  it('hold for what comes in from then on; a repeat changes nothing', async () => {
    const set = (on: boolean) => switches().setFilterRule(testCtx(), channel.id, 'newsletter', on);
    const off = await set(false);
    expect((await set(false)).version).toBe(off.version);
    expect(await placed(mail(person('n1@list.example'), { flags: NEWSLETTER }))).toMatchObject({ placement: 'INBOX' });
    expect(await placed(mail(person('n2@list.example'), { flags: FORGED }))).toMatchObject({ placement: 'SPAM' });
    await set(true);
    expect(await placed(mail(person('n3@list.example'), { flags: NEWSLETTER }))).toMatchObject({ placement: 'FILTERED' });
  });

  it('are for those who manage the inbox, and only rules that there are', async () => {
    const team = await desk.world.inboxes.save(testCtx(), {
      name: 'Team',
      audience: 'MEMBERS',
      members: [{ agentId: anna.id, role: 'AGENT' }],
    });
    const own = await desk.channel(team, ['team@shop.example']);
    const eve = await desk.world.agent('Eve');
    const set = async (user: User, key = 'robot') =>
      switches()
        .setFilterRule(await desk.world.as(user), own.id, key, false)
        .then(
          () => 'ok',
          (error: { code: string; detail: { path: string[] } }) => `${error.code} ${error.detail.path.join()}`,
        );
    expect([await set(eve), await set(anna)]).toEqual(['NOT_FOUND channelId', 'FORBIDDEN channelId']);
    const boss = await desk.world.agent('Boss', 'ADMIN');
    expect([await set(boss, 'toString'), await set(boss)]).toEqual(['NOT_FOUND key', 'ok']);
    expect((await channelsOfInboxes(desk.db.uow.reader, [team.id]))[0]?.filterSwitches).toEqual({ robot: false });
  });
});

describe('import anyway (N1)', () => {
  /** Asks for it twice at once, and answers how many messages it made. */
  async function importTwice(item: InboundItem): Promise<number> {
    const count = async (): Promise<number> =>
      Number((await desk.rows<{ n: number }>('SELECT COUNT(*) AS n FROM message'))[0]?.n);
    const before = await count();
    await Promise.all([ledger.import(testCtx(), item.id), ledger.import(testCtx(), item.id)]);
    await desk.queue.run();
    await ledger.import(testCtx(), item.id);
    await desk.queue.run();
    return (await count()) - before;
  }

  it('makes a message of a duplicate, once, beside the first one', async () => {
    const event = mail(person('twice@cust.example'));
    const first = await arrive([event]);
    const repeat = await arrive([event]);
    expect(repeat).toMatchObject({ state: 'DUPLICATE', messageId: first.messageId, sender: 'twice@cust.example' });
    expect(await importTwice(repeat)).toBe(1);
    const after = await itemOf(repeat.id);
    expect(after).toMatchObject({ state: 'DELIVERED' });
    expect(after.messageId).not.toBe(first.messageId);
    expect((await arrive([event])).state).toBe('DUPLICATE');
  });

  it('makes a message of a loop, in the inbox, with no rule against it', async () => {
    const loop = await arrive([mail(person('support@shop.example'), { flags: NEWSLETTER })]);
    expect(loop).toMatchObject({ state: 'FILTERED', conversationId: null });
    expect(await importTwice(loop)).toBe(1);
    const { state, conversationId } = await itemOf(loop.id);
    expect([state, (await desk.conversation(conversationId!)).placement]).toEqual(['DELIVERED', 'INBOX']);
  });

  it('makes a message of what failed, also when it can not be understood to this day', async () => {
    const bad = mail(person('fail@cust.example'));
    desk.gateway.typeError = new Error('the disk is full');
    const failing = await arrive([bad]);
    expect(failing.state).toBe('RECEIVED');
    for (let tries = 0; (await itemOf(failing.id)).state === 'RECEIVED' && tries < 10; tries++) {
      desk.clock.turn(60_000);
      await desk.queue.run();
    }
    expect(await itemOf(failing.id)).toMatchObject({ state: 'FAILED', reason: 'the disk is full' });
    desk.gateway.typeError = null;
    desk.gateway.events.set(failing.externalId, new DecodeFailed('not a mail', false));
    const asked = await ledger.import(testCtx(), failing.id);
    expect(asked.state).toBe('FAILED');
    for (let tries = 0; (await itemOf(failing.id)).state === 'FAILED' && tries < 10; tries++) {
      await desk.queue.run();
      desk.clock.turn(60_000);
    }
    const after = await itemOf(failing.id);
    expect(after).toMatchObject({ state: 'DELIVERED', unparsed: true });
    expect((await desk.message(after.messageId!)).attachments).toMatchObject([{ name: 'original.eml' }]);
  });

  it('shows the source of what holds no message at all', async () => {
    const empty = await arrive([]);
    expect(empty).toMatchObject({ state: 'FILTERED', reason: expect.stringMatching(/^EMPTY/), conversationId: null });
    expect(await importTwice(empty)).toBe(1);
    const after = await itemOf(empty.id);
    expect(after).toMatchObject({ state: 'DELIVERED', unparsed: false });
    expect((await desk.conversation(after.conversationId!)).placement).toBe('INBOX');
    expect((await desk.message(after.messageId!)).attachments).toMatchObject([{ name: 'original.eml' }]);
  });

  it('says that it failed instead of staying silent, and what it was a repeat of', async () => {
    const event = mail(person('silent@cust.example'));
    const first = await arrive([event]);
    const repeat = await arrive([event]);
    desk.gateway.typeError = new Error('the disk is full');
    await ledger.import(testCtx(), repeat.id);
    for (let tries = 0; (await itemOf(repeat.id)).state === 'DUPLICATE' && tries < 10; tries++) {
      await desk.queue.run();
      desk.clock.turn(60_000);
    }
    desk.gateway.typeError = null;
    expect(await itemOf(repeat.id)).toMatchObject({
      state: 'FAILED',
      reason: 'the disk is full',
      conversationId: first.conversationId,
    });
    expect(await importTwice(repeat)).toBe(1);
  });

  it('is nothing for what is in a conversation of its own, and for what waits', async () => {
    const delivered = await arrive([mail(person('fine@cust.example'))]);
    const filtered = await arrive([mail(person('n@list.example'), { flags: NEWSLETTER })]);
    expect([await importTwice(delivered), await importTwice(filtered)]).toEqual([0, 0]);
  });

  it('and the ledger are for those who manage the inbox, who are told of each ending', async () => {
    const item = await arrive([mail(person('support@shop.example'))]);
    const boss = await desk.world.agent('Boss', 'OWNER');
    const max = await desk.world.agent('Max');
    const eve = await desk.world.agent('Eve');
    await desk.world.inboxes.save(testCtx(), { id: inbox.id, members: [{ agentId: max.id, role: 'MANAGER' }] });
    const tried = async (user: User, work: (as: Awaited<ReturnType<typeof desk.world.as>>) => Promise<unknown>) =>
      work(await desk.world.as(user)).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      );
    for (const work of [
      (as: Parameters<LedgerService['import']>[0]) => ledger.import(as, item.id),
      (as: Parameters<LedgerService['import']>[0]) => ledger.replay(as, item.id),
    ])
      expect([await tried(eve, work), await tried(anna, work)]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await tried(eve, (as) => ledger.list(as, {}))).toBe('FORBIDDEN');
    const listed = async (user: User) => (await ledger.list(await desk.world.as(user), {})).nodes.map(({ id }) => id);
    expect([(await listed(max)).includes(item.id), (await listed(boss)).includes(item.id)]).toEqual([true, true]);
    expect(await tried(max, (as) => ledger.replay(as, item.id))).toBe('INVALID');

    const from = await desk.world.position();
    await ledger.import(await desk.world.as(max), item.id);
    await desk.queue.run();
    const told = (await desk.world.events(from)).filter(({ nodeId }) => nodeId === item.id);
    expect(told).toMatchObject([{ type: 'inbound.delivered', inboxId: inbox.id, audience: 'managers' }]);
  });

  it('says that there is nowhere to import it to once its channel is gone', async () => {
    const gone = await desk.channel(inbox, ['gone@shop.example']);
    const { hash } = await desk.storage.put(Buffer.from('x'));
    await intake.receive(gone.id, [{ externalId: 'gone', rawHash: hash, meta: {} }], { history: false, epoch: null });
    await desk.db.uow.run(testCtx(), (tx) => tx.execute('DELETE FROM channel WHERE id = ?', [gone.id]));
    await desk.queue.run();
    const item = await desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { channelId: gone.id });
    expect(item.state).toBe('FAILED');
    await expect(ledger.import(testCtx(), item.id)).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['id'] } });
  });
});
