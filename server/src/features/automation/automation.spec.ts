import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ChannelDesk, Killed, mail, person } from '../../../test/support/channel-desk.js';
import { added, contactOf, opened } from '../../../test/support/conversations.js';
import { testCtx } from '../../../test/support/database.js';
import type { AutomationActionInput, AutomationRuleInput } from '../../generated/graphql.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { UnitOfWork } from '../../kernel/uow.js';
import type { User } from '../agents/index.js';
import type { Channel } from '../channels/index.js';
import { type Conversation, ConversationService, deleteConversations } from '../conversations/index.js';
import { DeliverJob } from '../delivery/deliver.job.js';
import type { Inbox } from '../inboxes/index.js';
import { DecodeJob } from '../intake/decode.job.js';
import { InboundItem } from '../intake/inbound-item.entity.js';
import { IntakeService } from '../intake/intake.service.js';
import { Upload } from '../messages/index.js';
import { SnippetService } from '../snippets/snippet.service.js';
import { WakeJob } from '../snooze/wake.job.js';
import type { Tag } from '../tags/index.js';
import { TagService } from '../tags/tag.service.js';
import { AutomationJob } from './automation.job.js';
import { AutomationService } from './automation.service.js';
import { AutomationTail } from './automation-tail.js';
import type { AutomationRule } from './automation-rule.entity.js';
import type { AutomationRun } from './automation-run.entity.js';
import { TrialService } from './trial.service.js';

const HOUR = 60 * 60_000;
let desk: ChannelDesk;
let rules: AutomationService;
let trials: TrialService;
let tags: TagService;
let snippets: SnippetService;
let conversations: ConversationService;
let intake: IntakeService;
let tail: AutomationTail;
let job: AutomationJob;
let [owner, mia, anna]: User[] = [];
let [support, sales]: Inbox[] = [];
let channel: Channel;
let admin: Ctx;
let count = 0;

/** Ends in the middle of a unit, where it is about to do a statement for the second time. */
class Dying extends UnitOfWork {
  deaths = 0;
  readonly reader = desk.db.uow.reader;
  readonly runEach: UnitOfWork['runEach'] = (ctx, works) => desk.db.uow.runEach(ctx, works);
  readonly settle: UnitOfWork['settle'] = () => desk.db.uow.settle();
  readonly run: UnitOfWork['run'] = (ctx, work, options) => desk.db.uow.run(ctx, (tx) => work(this.mortal(tx)), options);

  private mortal(tx: Tx): Tx {
    let seen = 0;
    const execute = (sql: string, parameters?: readonly unknown[]): Promise<number> => {
      if (sql.includes('"conversation_tag"') && (seen += 1) === 2 && this.deaths > 0) {
        this.deaths -= 1;
        throw new Killed();
      }
      return tx.execute(sql, parameters);
    };
    return new Proxy(tx, {
      get: (_target, name) => {
        if (name === 'execute') return execute;
        const member: unknown = Reflect.get(tx, name);
        return typeof member === 'function' ? (member.bind(tx) as unknown) : member;
      },
    });
  }
}
let dying: Dying;

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer, world, clock } = desk;
  rules = new AutomationService(db.uow, db.journal);
  trials = new TrialService(db.uow, desk.access, clock);
  conversations = new ConversationService(db.uow, db.journal);
  tags = new TagService(db.uow, conversations);
  snippets = new SnippetService(db.uow, sanitizer);
  intake = new IntakeService(db.uow);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new DeliverJob(db.uow, gateway, queue).onModuleInit();
  new WakeJob(db.uow, queue).onModuleInit();
  dying = new Dying();
  job = new AutomationJob(dying, queue);
  job.onModuleInit();
  [owner, mia, anna] = [await world.agent('Olivia', 'OWNER'), await world.agent('Mia'), await world.agent('Anna')];
  const members = [
    { agentId: mia.id, role: 'MANAGER' as const },
    { agentId: anna.id, role: 'AGENT' as const },
  ];
  support = await world.inboxes.save(testCtx(), { name: 'Support', audience: 'MEMBERS', members });
  sales = await world.inboxes.save(testCtx(), { name: 'Sales', audience: 'MEMBERS', members: [] });
  channel = await desk.channel(support, ['support@shop.example']);
  admin = await world.as(owner);
  tail = new AutomationTail(db.uow, db.journal, clock);
  await tail.onApplicationBootstrap();
});
afterAll(async () => {
  await tail.onModuleDestroy();
  await desk.close();
});
/** Each test has its own rules. */
beforeEach(async () => {
  for (const { id } of (await rules.list(admin, 100, null)).nodes) await rules.remove(admin, id, null);
});

type Body = Partial<AutomationRuleInput> & { name?: string; by?: Ctx };
const act = (kind: AutomationActionInput['kind'], more: Partial<AutomationActionInput> = {}): AutomationActionInput => ({
  kind,
  ...more,
});
const input = ({
  inboxIds = [support!.id],
  when = 'MESSAGE_RECEIVED',
  conditions = [],
  actions = [act('CLOSE')],
}: Body): AutomationRuleInput => {
  return { inboxIds, when, conditions, actions };
};
/** A rule begins behind what the journal holds, and on PostgreSQL what was committed gets its place there a moment later. */
const save = async ({ name = 'VIP', by = admin, ...body }: Body): Promise<AutomationRule> => {
  await desk.world.position();
  return rules.save(by, { id: newId('automationRule'), name, rule: input(body) });
};
const tag = async (name = `Tag ${(count += 1)}`): Promise<Tag> => tags.save(admin, { name, color: 'RED' });
const make = (more: Partial<Parameters<typeof opened>[1]> = {}): Promise<Conversation> =>
  opened(desk.world, { inboxId: support!.id, ...more });
const log = async ({ id }: AutomationRule): Promise<AutomationRun[]> => (await rules.runs(id, 100, null)).nodes.toReversed();
const said = async (rule: AutomationRule) => (await log(rule)).map(({ outcome, reason }) => reason ?? outcome);
const results = async (rule: AutomationRule) =>
  (await log(rule)).flatMap((run) => run.results.map(({ kind, outcome, reason }) => [kind, reason ?? outcome]));
const lines = async (id: string) =>
  (await desk.items(id)).filter(({ kind }) => kind === 'ACTIVITY').map(({ activity, authorName }) => [activity, authorName]);
const namesOn = async (id: string): Promise<string[]> => {
  const sql = 'SELECT t.name FROM tag t JOIN conversation_tag c ON c.tag_id = t.id WHERE c.conversation_id = ? ORDER BY t.name';
  return (await desk.rows<{ name: string }>(sql, [id])).map(({ name }) => name);
};

/** Until nothing follows from anything any more. */
async function settle(): Promise<void> {
  for (let ran = 1; ran > 0;) {
    await desk.world.position();
    await tail.settled();
    ran = await desk.queue.run();
  }
}

/** A mail as the network brings it; its conversation. */
async function arrive(from: string, over: Parameters<typeof mail>[1] = {}): Promise<string> {
  const event = mail(person(from, 'BUY NOW'), { at: new Date(desk.clock.now()), ...over });
  const { hash } = await desk.storage.put(Buffer.from(`From: x@far.example\r\n\r\n${event.id}`));
  desk.gateway.events.set(event.id, [event]);
  await intake.receive(channel.id, [{ externalId: event.id, rawHash: hash, meta: {} }], { history: false, epoch: null });
  await settle();
  const item = await desk.db.uow.reader.manager.findOneByOrFail(InboundItem, { channelId: channel.id, externalId: event.id });
  return item.conversationId ?? '';
}

describe('a rule', () => {
  it('does its actions in their order when what it is about happens and all holds, by its name, and writes down what it did', async () => {
    const [urgent, old] = [await tag('Urgent'), await tag('Old')];
    const contact = await contactOf(desk.world, 'vera@vip.example');
    const actions = [
      act('ADD_TAG', { tagId: urgent.id }),
      act('REMOVE_TAG', { tagId: old.id }),
      act('ASSIGN_AGENT', { agentId: anna!.id }),
      act('COMMENT', { text: 'Look at this first' }),
      act('SNOOZE', { hours: 2 }),
    ];
    const conditions = [
      { field: 'CUSTOMER' as const, operator: 'IS' as const, values: ['@vip.example', 'x@y.example'] },
      { field: 'SUBJECT' as const, operator: 'CONTAINS' as const, values: ['ORDER'] },
      { field: 'ASSIGNEE' as const, operator: 'IS_EMPTY' as const, values: [] },
    ];
    const rule = await save({ conditions, actions });
    const [one, other] = [await make({ subject: 'My order', contact }), await make({ subject: 'Hello', contact })];
    for (const { id } of [one, other]) await added(desk.world, id);
    await settle();
    expect(await namesOn(one.id)).toEqual(['Urgent']);
    expect(await desk.conversation(one.id)).toMatchObject({ assigneeUserId: anna!.id, status: 'SNOOZED' });
    expect(await lines(one.id)).toEqual([
      ['tagged', 'VIP'],
      ['assigned', 'VIP'],
      ['snoozed', 'VIP'],
    ]);
    const comment = (await desk.items(one.id)).find(({ kind }) => kind === 'COMMENT');
    expect(comment).toMatchObject({ text: 'Look at this first', authorKind: 'SYSTEM', authorName: 'VIP', authorId: rule.id });
    expect(await results(rule)).toEqual([
      ['ADD_TAG', 'DONE'],
      ['REMOVE_TAG', 'UNCHANGED'],
      ['ASSIGN_AGENT', 'DONE'],
      ['COMMENT', 'DONE'],
      ['SNOOZE', 'DONE'],
    ]);
    // What did not meet the conditions is neither changed nor written down.
    expect([await lines(other.id), await said(rule)]).toEqual([[], ['RAN']]);
  });

  it.each([
    ['CONVERSATION_CREATED', async () => undefined],
    ['STATUS_CHANGED', (id: string) => conversations.setStatus(testCtx(), [id], 'CLOSED')],
    ['ASSIGNED', (id: string) => conversations.assign(testCtx(), [id], { agentId: anna!.id })],
    [
      'REPLY_SENT',
      (id: string) => added(desk.world, id, { direction: 'OUTBOUND', author: { kind: 'USER', id: anna!.id, name: 'Anna' } }),
    ],
    ['TAG_ADDED', async (id: string) => tags.tag(testCtx(), { ids: [id], add: [(await tag()).id], remove: [] })],
  ] as const)('begins with %s, once, and not with what else happens', async (when, happen) => {
    const rule = await save({ when, actions: [act('COMMENT', { text: 'Seen' })] });
    const { id } = await make();
    await happen(id);
    await settle();
    expect(await said(rule)).toEqual(['RAN']);
    expect((await log(rule))[0]).toMatchObject({ event: when, conversationId: id, depth: 1, chain: [] });
  });

  it('is nothing for what is in no inbox of it, set aside, imported, older than it, or while it is off', async () => {
    const before = await make();
    await added(desk.world, before.id);
    const rule = await save({});
    const elsewhere = await make({ inboxId: sales!.id });
    const spam = await make({ placement: 'SPAM' });
    for (const { id } of [elsewhere, spam]) await added(desk.world, id);
    await added(desk.world, (await make()).id, {}, { history: true });
    await settle();
    await rules.save(admin, { id: rule.id, active: false });
    await added(desk.world, before.id);
    await settle();
    await rules.save(admin, { id: rule.id, active: true });
    await settle();
    expect(await said(rule)).toEqual([]);
    await added(desk.world, before.id);
    await settle();
    expect(await said(rule)).toEqual(['RAN']);
  });

  it('that names what is gone fails there with the reason, does the rest, and carries a mark until it is put right', async () => {
    const [gone, kept] = [await tag(), await tag()];
    const rule = await save({
      actions: [
        act('ADD_TAG', { tagId: gone.id }),
        act('ASSIGN_AGENT', { agentId: anna!.id }),
        act('ADD_TAG', { tagId: kept.id }),
      ],
    });
    expect(await rules.issues([rule])).toEqual([[]]);
    await tags.delete(admin, gone.id);
    const members = [{ agentId: mia!.id, role: 'MANAGER' as const }];
    await desk.world.inboxes.save(testCtx(), { id: support!.id, members });
    const { id } = await make();
    await added(desk.world, id);
    await settle();
    expect(await results(rule)).toEqual([
      ['ADD_TAG', 'TAG_GONE'],
      ['ASSIGN_AGENT', 'AGENT_OUTSIDE'],
      ['ADD_TAG', 'DONE'],
    ]);
    expect([await said(rule), await namesOn(id)]).toEqual([['FAILED'], [kept.name]]);
    expect(await rules.issues([rule])).toEqual([
      [
        { part: 'ACTION', index: 0, reason: 'TAG_GONE' },
        { part: 'ACTION', index: 1, reason: 'AGENT_OUTSIDE' },
      ],
    ]);
    await desk.world.inboxes.save(testCtx(), { id: support!.id, members: [...members, { agentId: anna!.id, role: 'AGENT' }] });
    expect(await rules.issues([rule])).toMatchObject([[{ reason: 'TAG_GONE' }]]);
  });
});

describe('the guard', () => {
  it('lets no rule run on what it caused itself, also by way of others and of time', async () => {
    const closes = await save({ name: 'Closes', when: 'STATUS_CHANGED', actions: [act('CLOSE')] });
    const opens = await save({ name: 'Opens', when: 'STATUS_CHANGED', actions: [act('REOPEN')] });
    const { id } = await make();
    await conversations.setStatus(testCtx(), [id], 'CLOSED');
    await settle();
    expect([await said(closes), await said(opens)]).toEqual([
      ['RAN', 'RAN', 'OWN_EFFECT'],
      ['RAN', 'OWN_EFFECT', 'OWN_EFFECT'],
    ]);
    expect((await log(closes))[1]).toMatchObject({ depth: 2, chain: [opens.id], rootId: 'test' });
    await rules.remove(admin, closes.id, null);
    await rules.remove(admin, opens.id, null);
    const sleeps = await save({ name: 'Sleeps', when: 'STATUS_CHANGED', actions: [act('SNOOZE', { hours: 1 })] });
    await conversations.setStatus(testCtx(), [id], 'OPEN');
    await settle();
    desk.clock.turn(2 * HOUR);
    await settle();
    // It was snoozed, and an hour later woken: both are its own doing.
    const own = (await log(sleeps)).filter(({ conversationId }) => conversationId === id);
    expect(own.map(({ outcome, reason }) => reason ?? outcome)).toEqual(['RAN', 'OWN_EFFECT', 'OWN_EFFECT']);
    expect(await desk.conversation(id)).toMatchObject({ status: 'OPEN' });
  });

  it('ends a chain of rules after four', async () => {
    const chain = [await tag(), await tag(), await tag(), await tag(), await tag(), await tag()];
    const made: AutomationRule[] = [];
    // The last one first: each finds its tag only by way of the event that the one before it has caused.
    for (const [at, next] of [...chain.slice(1).entries()].toReversed())
      made.push(
        await save({
          when: 'TAG_ADDED',
          conditions: [
            { field: 'TAGS', operator: 'IS', values: [chain[at]!.id] },
            { field: 'TAGS', operator: 'IS_NOT', values: [next.id] },
          ],
          actions: [act('ADD_TAG', { tagId: next.id })],
        }),
      );
    const { id } = await make();
    await tags.tag(testCtx(), { ids: [id], add: [chain[0]!.id], remove: [] });
    await settle();
    expect(await Promise.all(made.map(said))).toEqual([['TOO_DEEP'], ['RAN'], ['RAN'], ['RAN'], ['RAN']]);
    expect(await namesOn(id)).toEqual(
      chain
        .slice(0, 5)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it('lets a rule run ten times an hour on a conversation', async () => {
    const rule = await save({ actions: [act('COMMENT', { text: 'Again' })] });
    const { id } = await make();
    for (let n = 0; n < 12; n += 1) await added(desk.world, id);
    await settle();
    expect((await said(rule)).toSorted()).toEqual([...Array<string>(10).fill('RAN'), 'TOO_OFTEN', 'TOO_OFTEN'].toSorted());
    desk.clock.turn(2 * HOUR);
    await added(desk.world, id);
    await settle();
    expect((await said(rule)).at(-1)).toBe('RAN');
  });
});

describe('exactly once', () => {
  it('a process that dies between two actions leaves nothing of them, and the next try does each once', async () => {
    const [first, second] = [await tag(), await tag()];
    const actions = [act('ADD_TAG', { tagId: first.id }), act('COMMENT', { text: 'Once' }), act('ADD_TAG', { tagId: second.id })];
    const rule = await save({ actions });
    const { id } = await make();
    await added(desk.world, id);
    dying.deaths = 1;
    await settle();
    expect(dying.deaths).toBe(0);
    expect(await said(rule)).toEqual(['RAN']);
    expect((await desk.items(id)).map(({ kind, activity }) => activity ?? kind)).toEqual([
      'MESSAGE',
      'tagged',
      'COMMENT',
      'tagged',
    ]);
  });

  it('one that fails each time is in the log, and does nothing', async () => {
    const [first, second] = [await tag(), await tag()];
    const rule = await save({ actions: [act('ADD_TAG', { tagId: first.id }), act('ADD_TAG', { tagId: second.id })] });
    const { id } = await make();
    await desk.db.uow.run(testCtx(), (tx) =>
      tx.execute('UPDATE automation_rule SET actions = ? WHERE id = ?', ['[{"kind":"NONE"}]', rule.id]),
    );
    await added(desk.world, id);
    for (let n = 0; n < 6; n += 1) {
      await settle();
      desk.clock.turn(HOUR);
    }
    expect([await said(rule), await namesOn(id)]).toEqual([['INTERNAL'], []]);
  });

  it('many who follow the journal, and one that starts again, run it once for each event', async () => {
    const rule = await save({ actions: [act('COMMENT', { text: 'Once' })] });
    const { id } = await make();
    await tail.onModuleDestroy();
    for (let n = 0; n < 3; n += 1) await added(desk.world, id);
    await desk.world.position();
    const { uow, journal } = desk.db;
    const others = [1, 2, 3].map(() => new AutomationTail(uow, journal, desk.clock));
    await Promise.all(others.map((one) => one.settled()));
    tail = new AutomationTail(uow, journal, desk.clock);
    await tail.onApplicationBootstrap();
    await settle();
    expect(await said(rule)).toEqual(['RAN', 'RAN', 'RAN']);
    expect((await desk.items(id)).filter(({ kind }) => kind === 'COMMENT')).toHaveLength(3);
  });

  it('forgets what is older than 30 days, and what was of a deleted conversation', async () => {
    const rule = await save({});
    const { id } = await make();
    await added(desk.world, id);
    await settle();
    expect(await said(rule)).toEqual(['RAN']);
    const other = await make();
    await added(desk.world, other.id);
    await settle();
    await desk.db.uow.run(testCtx(), (tx) => deleteConversations(tx, [other.id]));
    expect((await log(rule)).map(({ conversationId }) => conversationId)).toEqual([id]);
    desk.clock.turn(31 * 24 * HOUR);
    await settle();
    expect(await said(rule)).toEqual([]);
  });
});

describe('an answer with a snippet', () => {
  it('goes to a person as the inbox, once a day, in our own words, and never to a machine', async () => {
    const text = 'Dear {contact.name|customer}, {inbox.name} is closed. {agent.email}';
    const snippet = await snippets.save(admin, { id: newId('snippet'), name: 'Closed', shortcut: 'closed', text, shared: true });
    const rule = await save({ actions: [act('REPLY', { snippetId: snippet.id })] });
    const id = await arrive('sem@far.example');
    const again = await arrive('sem@far.example');
    await arrive('robot@far.example', { automatic: 'reply' });
    expect(await results(rule)).toEqual([
      ['REPLY', 'DONE'],
      ['REPLY', 'ANSWERED_LATELY'],
      ['REPLY', 'AUTOMATIC_MAIL'],
    ]);
    expect(desk.gateway.sent).toMatchObject([
      { automatic: true, to: [{ value: 'sem@far.example' }], parts: [{ text: 'Dear customer, Support is closed. ' }] },
    ]);
    expect(JSON.stringify([desk.gateway.sent[0]?.to, desk.gateway.sent[0]?.thread.subject])).not.toMatch(/BUY NOW|Subject of/);
    expect([await lines(id), (await desk.conversation(id)).waitingSince]).toEqual([[['replied', 'VIP']], expect.any(Number)]);
    expect(again).not.toBe('');
  });

  it('takes the files of the snippet along, and says when the channel does not take them (S63)', async () => {
    const { hash } = await desk.storage.put(Readable.from(['price list']));
    const file = async (part: Partial<Upload> = {}): Promise<string> => {
      const id = newId('upload');
      const upload = {
        id,
        userId: owner!.id,
        name: 'Prices.pdf',
        mime: 'application/pdf',
        bytes: 10,
        hash,
        secretHash: 'x',
        ...part,
      };
      await desk.db.uow.run(testCtx(), (tx) => tx.manager.insert(Upload, { ...upload, createdAt: tx.now, expiresAt: 9e15 }));
      return id;
    };
    const text = 'Here are our prices.';
    const of = { id: newId('snippet'), name: 'Prices', shortcut: 'prices', text, shared: true };
    const snippet = await snippets.save(admin, { ...of, fileIds: [await file(), await file()] });
    const rule = await save({ actions: [act('REPLY', { snippetId: snippet.id })] });
    const before = desk.gateway.sent.length;
    await arrive('fay@far.example');
    expect(await results(rule)).toEqual([['REPLY', 'DONE']]);
    const sent = desk.gateway.sent[before];
    expect(sent).toMatchObject({ automatic: true, to: [{ value: 'fay@far.example' }] });
    expect(sent?.parts).toMatchObject([
      { type: 'text', text },
      { type: 'file', file: { stored: hash, name: 'Prices.pdf', mime: 'application/pdf', bytes: 10 } },
      { type: 'file', file: { stored: hash, name: expect.stringMatching(/^Prices.+\.pdf$/) } },
    ]);
    const able = async (capabilities: Channel['capabilities']): Promise<unknown> =>
      desk.db.uow.run(testCtx(), (tx) =>
        tx.execute('UPDATE channel SET capabilities = ? WHERE id = ?', [JSON.stringify(capabilities), channel.id]),
      );
    await able({ ...channel.capabilities, files: 'none' });
    await arrive('fred@far.example');
    await able(channel.capabilities);
    expect(await results(rule)).toEqual([
      ['REPLY', 'DONE'],
      ['REPLY', 'UNFIT'],
    ]);
    expect(desk.gateway.sent.length).toBe(before + 1);
  });
});

describe('who may', () => {
  it('is admins and managers of all inboxes of a rule; “all” is what its owner manages', async () => {
    const [manager, agent] = [await desk.world.as(mia!), await desk.world.as(anna!)];
    const mine = await save({ by: manager, name: 'Mine', inboxIds: [] });
    const both = await save({ name: 'Both', inboxIds: [support!.id, sales!.id] });
    expect((await rules.list(manager, null, null)).nodes.map(({ name }) => name)).toEqual(['Mine']);
    expect((await rules.list(agent, null, null)).nodes).toEqual([]);
    expect([await rules.find(agent, mine.id), await rules.find(manager, both.id)]).toEqual([null, null]);
    const wrong = (by: Ctx, body: Body, code: string, path: string[]) =>
      expect(save({ by, ...body })).rejects.toMatchObject({ code, detail: { path } });
    await wrong(agent, {}, 'FORBIDDEN', ['rule', 'inboxIds', '0']);
    await wrong(agent, { inboxIds: [] }, 'FORBIDDEN', ['rule', 'inboxIds']);
    await wrong(manager, { inboxIds: [support!.id, sales!.id] }, 'NOT_FOUND', ['rule', 'inboxIds', '1']);
    await expect(rules.save(manager, { id: both.id, active: false })).rejects.toMatchObject({ code: 'CONFLICT' });
    for (const by of [manager, agent]) await expect(rules.remove(by, both.id, null)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await rules.remove(agent, newId('automationRule'), null)).toContain('aru_');
    expect(await rules.find(admin, both.id)).not.toBeNull();
    await expect(rules.order(manager, [both.id])).rejects.toMatchObject({ code: 'FORBIDDEN', detail: { path: ['ids', '0'] } });
    for (const inbox of [support!, sales!]) await added(desk.world, (await make({ inboxId: inbox.id })).id);
    await settle();
    expect([await said(mine), await said(both)]).toEqual([['RAN'], ['RAN', 'RAN']]);
  });

  it('saves it once however often it is sent, refuses what was changed meanwhile and what is not there, and puts it in order', async () => {
    const id = newId('automationRule');
    const body = { id, name: 'Twice', rule: input({}) };
    expect(await rules.save(admin, body)).toEqual(await rules.save(admin, body));
    const other = await save({ name: 'Other' });
    await rules.order(admin, [other.id, id]);
    expect((await rules.list(admin, null, null)).nodes.map(({ name }) => name)).toEqual(['Other', 'Twice']);
    const page = await rules.list(admin, 1, null);
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect((await rules.list(admin, 1, page.pageInfo.endCursor)).nodes.map(({ name }) => name)).toEqual(['Twice']);
    expect(await rules.save(admin, { id, active: false, expectedVersion: 1 })).toMatchObject({ active: false, version: 2 });
    const stale = rules.save(admin, { id, active: true, expectedVersion: 1 });
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT', detail: { currentId: id } });
    const refused = (rule: Body, ...path: string[]) =>
      expect(save(rule)).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['rule', ...path] } });
    await refused({ actions: [act('ADD_TAG', { tagId: newId('tag') })] }, 'actions', '0', 'tagId');
    await refused({ conditions: [{ field: 'INBOX', operator: 'IS', values: [sales!.id] }] }, 'conditions', '0', 'values');
    await expect(save({ actions: [] })).rejects.toMatchObject({ detail: { path: ['actions'] } });
    await expect(save({ actions: [act('SNOOZE', { hours: 0 })] })).rejects.toMatchObject({
      detail: { path: ['actions', '0', 'hours'] },
    });
  });
});

describe('a dry run', () => {
  it('says which conditions hold and what would be done, and does nothing', async () => {
    const there = await tag();
    const { id } = await make({ subject: 'Order' });
    const rule = input({
      conditions: [
        { field: 'SUBJECT', operator: 'CONTAINS', values: ['order'] },
        { field: 'STATUS', operator: 'IS', values: ['CLOSED'] },
      ],
      actions: [act('ADD_TAG', { tagId: there.id }), act('REOPEN'), act('REPLY', { snippetId: newId('snippet') })],
    });
    const before = await desk.conversation(id);
    expect(await trials.try(admin, rule, id)).toEqual({
      inScope: true,
      conditions: [true, false],
      met: false,
      actions: [
        { kind: 'ADD_TAG', outcome: 'DONE', reason: null },
        { kind: 'REOPEN', outcome: 'UNCHANGED', reason: null },
        { kind: 'REPLY', outcome: 'FAILED', reason: 'SNIPPET_GONE' },
      ],
    });
    expect([await desk.conversation(id), await namesOn(id)]).toEqual([before, []]);
    const elsewhere = await make({ inboxId: sales!.id });
    expect(await trials.try(admin, rule, elsewhere.id)).toMatchObject({ inScope: false, met: false });
    const manager = await desk.world.as(mia!);
    await expect(trials.try(manager, rule, elsewhere.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(trials.try(await desk.world.as(anna!), rule, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
