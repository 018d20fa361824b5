import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TurnedClock } from '../../../test/support/channel-desk.js';
import { added, opened } from '../../../test/support/conversations.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { World } from '../../../test/support/world.js';
import { SystemClock } from '../../kernel/clock.js';
import { insertRows } from '../../kernel/rows.js';
import type { User } from '../agents/index.js';
import { seenBy } from '../changes/change-rules.js';
import {
  changeConversation,
  type Conversation,
  ConversationAccess,
  ConversationService,
  type ItemEffects,
  lockConversation,
  type NewConversation,
  tellInTimeline,
} from '../conversations/index.js';
import { PersonalService } from '../conversations/personal.service.js';
import { deleteConversations } from '../conversations/index.js';
import type { Inbox } from '../inboxes/index.js';
import { MentionService } from '../mentions/mention.service.js';
import { HtmlSanitizer, type NewItem } from '../messages/index.js';
import { ReplyService } from '../replies/reply.service.js';
import { RoutingRule } from '../routing/index.js';
import { TeamService } from '../teams/index.js';
import type { Notification } from './notification.entity.js';
import { NotificationService } from './notification.service.js';
import { NotificationTail } from './notification-tail.js';
import { choicesOf, type NotificationSettingsSave } from './settings.js';

const DAY = 24 * 60 * 60_000;

let db: TestDatabase;
let world: World;
let clock: TurnedClock;
let sanitizer: HtmlSanitizer;
let tail: NotificationTail;
let service: NotificationService;
let conversations: ConversationService;
let personal: PersonalService;
let replies: ReplyService;
let teams: TeamService;
let owner: User;
let anna: User;
let bram: User;
let vera: User;
let eve: User;
let inbox: Inbox;
let teamId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  const access = new ConversationAccess(db.uow);
  sanitizer = new HtmlSanitizer();
  conversations = new ConversationService(db.uow, db.journal);
  personal = new PersonalService(db.uow, access);
  replies = new ReplyService(db.uow, access, sanitizer, new SystemClock());
  teams = new TeamService(db.uow);
  service = new NotificationService(db.uow, db.journal);
  owner = await world.agent('Olivia', 'OWNER');
  [anna, bram, vera, eve] = [
    await world.agent('Anna'),
    await world.agent('Bram'),
    await world.agent('Vera'),
    await world.agent('Eve'),
  ];
  inbox = await world.inboxes.save(testCtx(), { name: 'Support', audience: 'MEMBERS', members: membership() });
  teamId = (await teams.save(testCtx(), { name: 'Repair', members: [anna, bram, eve].map(inTeam) })).id;
  await opened(world, { inboxId: inbox.id, subject: 'Before anybody was told' });
  await world.position();
  clock = new TurnedClock();
  tail = new NotificationTail(db.uow, db.journal, clock);
  await tail.onApplicationBootstrap();
});
afterAll(async () => {
  await tail.onModuleDestroy();
  await sanitizer.onModuleDestroy();
  await db.close();
});

const inTeam = ({ id }: User) => ({ agentId: id, membership: 'MAIN' as const });
const membership = (...others: User[]) => [
  { agentId: anna.id, role: 'AGENT' as const },
  { agentId: bram.id, role: 'AGENT' as const },
  { agentId: vera.id, role: 'VIEWER' as const },
  ...others.map(({ id }) => ({ agentId: id, role: 'AGENT' as const })),
];
const settled = async (): Promise<void> => {
  await world.position();
  await tail.settled();
};
const make = (input: Partial<NewConversation> = {}): Promise<Conversation> => opened(world, { inboxId: inbox.id, ...input });
const write = (id: string, item: Partial<NewItem> = {}, effects?: ItemEffects) => added(world, id, item, effects);
const assign = async (by: User, id: string, to: { agentId: string | null; teamId?: string }) =>
  conversations.assign(await world.as(by), [id], to);
const comment = async (by: User, conversationId: string, mentionIds: string[] = []) =>
  replies.send(await world.as(by), { conversationId, direction: 'INTERNAL', text: 'Look', mentionIds });
const list = async (user: User): Promise<Notification[]> => {
  await settled();
  return (await service.list(await world.as(user), {})).nodes;
};
const about = async (user: User, id: string): Promise<[string, number][]> =>
  (await list(user)).flatMap(({ subjectId, kind, times, readAt }) =>
    subjectId === id && readAt === null ? ([[kind, times]] as [string, number][]) : [],
  );
const unread = async (user: User): Promise<number> => {
  await settled();
  return service.unread(await world.as(user));
};
const save = async (user: User, input: NotificationSettingsSave) => service.saveSettings(await world.as(user), input);
/** The kept numbers are what a count of the rows gives. */
async function expectExact(): Promise<void> {
  await settled();
  const counted = await db.uow.reader.query<{ user_id: string; inbox_id: string; n: number | string }>(
    'SELECT user_id, inbox_id, COUNT(*) AS n FROM notification WHERE read_at IS NULL AND in_app = ? GROUP BY user_id, inbox_id',
    [true],
  );
  const kept = await db.uow.reader.query<{ user_id: string; inbox_id: string; n: number | string }>(
    'SELECT user_id, inbox_id, unread AS n FROM notification_count WHERE unread <> 0',
  );
  const lines = (rows: typeof kept) => rows.map(({ user_id, inbox_id, n }) => `${user_id} ${inbox_id} ${Number(n)}`).toSorted();
  expect(lines(kept)).toEqual(lines(counted));
}

describe('notifications (S64, U20)', () => {
  it('tell who is given a conversation, its holder what is said there, and nobody what he did himself', async () => {
    const { id } = await make();
    const before = await world.position();
    await assign(bram, id, { agentId: anna.id });
    expect(await about(anna, id)).toEqual([['ASSIGNED', 1]]);
    const told = (await world.events(before)).filter(({ type }) => type === 'notification.told');
    expect(told).toMatchObject([{ audience: `user:${anna.id}`, inboxId: inbox.id, conversationId: id, change: 'CREATED' }]);
    const [annas, brams] = await Promise.all([anna, bram].map(async (user) => (await world.as(user)).principal));
    expect([seenBy(annas!, told[0]!), seenBy(brams!, told[0]!)]).toEqual(['event', 'nothing']);
    await write(id);
    await write(id, { text: 'And another thing' });
    await comment(bram, id);
    await comment(anna, id);
    await write(id, { automatic: 'reply' });
    await write(id, {}, { history: true });
    expect(await about(anna, id)).toEqual([
      ['MESSAGE', 3],
      ['ASSIGNED', 1],
    ]);
    const own = await make();
    await assign(anna, own.id, { agentId: anna.id });
    expect([await about(anna, own.id), await about(bram, id), await about(owner, id)]).toEqual([[], [], []]);
    await expectExact();
  });

  it('call those who are mentioned, alone or with their team, once each, and only who may see it', async () => {
    const { id } = await make();
    await assign(bram, id, { agentId: anna.id });
    await comment(bram, id, [anna.id, vera.id, eve.id, owner.id]);
    // Anna is told of the comment as what called her, and not of the same as a message too.
    expect(await about(anna, id)).toEqual(expect.arrayContaining([['MENTIONED', 1]]));
    expect((await about(anna, id)).map(([kind]) => kind)).not.toContain('MESSAGE');
    expect([await about(vera, id), await about(owner, id), await about(eve, id)]).toEqual([
      [['MENTIONED', 1]],
      [['MENTIONED', 1]],
      [],
    ]);
    const other = await make();
    const message = await comment(bram, other.id, [teamId, anna.id]);
    expect(message.data['mentions']).toEqual([
      { agentId: anna.id, name: 'Anna', told: true },
      { agentId: bram.id, name: 'Bram', told: true, team: 'Repair' },
      { agentId: eve.id, name: 'Eve', told: false, team: 'Repair' },
    ]);
    expect([await about(anna, other.id), await about(bram, other.id), await about(eve, other.id)]).toEqual([
      [['MENTIONED', 1]],
      [],
      [],
    ]);
    const gone = 'tea_01a2b3c4d5e67f898a9b0c1d2e3f4a5b';
    await expect(comment(bram, id, [gone])).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['mentionIds'] } });
    await new MentionService(db.uow, db.journal, new ConversationAccess(db.uow)).see(await world.as(vera), id);
    expect(await about(vera, id)).toEqual([]);
    await expectExact();
  });

  it('ask a team, and those who follow an inbox, until somebody has it', async () => {
    await save(anna, { follows: 'ALL' });
    await save(bram, { follows: 'SOME', inboxIds: [inbox.id] });
    await save(vera, { follows: 'ALL' });
    const { id } = await make();
    await write(id);
    await write(id);
    // Who only reads there can not take it.
    expect([await about(anna, id), await about(bram, id), await about(vera, id)]).toEqual([
      [['NEW_CONVERSATION', 1]],
      [['NEW_CONVERSATION', 1]],
      [],
    ]);
    await assign(owner, id, { agentId: null, teamId });
    await assign(bram, id, { agentId: null, teamId });
    expect(await about(anna, id)).toEqual([
      ['TEAM_ASSIGNED', 1],
      ['NEW_CONVERSATION', 1],
    ]);
    expect(await about(eve, id)).toEqual([]);
    const before = await world.position();
    await assign(bram, id, { agentId: bram.id });
    expect([await about(anna, id), await about(bram, id)]).toEqual([[], []]);
    const back = (await world.events(before)).filter(({ type }) => type === 'notification.withdrawn');
    expect(new Set(back.map(({ audience }) => audience))).toEqual(new Set([`user:${anna.id}`, `user:${bram.id}`]));
    await expectExact();
  });

  it('say nothing of what a bot answers, lies aside or is about to be handed out by rule', async () => {
    const [spam, demo] = [await make({ placement: 'SPAM' }), await make({ demo: true })];
    const bot = await make();
    await db.uow.run(testCtx(), (tx) => changeConversation(tx, bot, { botControl: 'BOT_ACTIVE', botId: 'rsp_1' }));
    for (const { id } of [spam, demo, bot]) await write(id);
    for (const { id } of [spam, demo, bot]) expect(await about(anna, id)).toEqual([]);
    await db.uow.run(testCtx(), (tx) =>
      changeConversation(
        tx,
        bot.id,
        { botControl: 'HANDOFF_REQUESTED', botId: null },
        { type: 'handed_off', actor: { kind: 'BOT', id: 'rsp_1', name: 'Bot' } },
      ),
    );
    expect(await about(anna, bot.id)).toEqual([['NEW_CONVERSATION', 1]]);
    const rule = {
      inboxId: inbox.id,
      channelId: '',
      mode: 'SPECIFIC',
      strategy: 'RANDOM',
      agentIds: [bram.id],
      teamIds: [],
    } as const;
    const rest = { capacity: null, reroute: false, lastAgentId: null, updatedAt: 0, version: 1 };
    await db.uow.run(testCtx(), (tx) => insertRows(tx, RoutingRule, [{ ...rule, ...rest } as unknown as RoutingRule]));
    const routed = await make();
    await write(routed.id);
    expect(await about(anna, routed.id)).toEqual([]);
    await db.uow.run(testCtx(), (tx) =>
      changeConversation(
        tx,
        routed.id,
        { queuedAt: tx.now },
        { type: 'queued', actor: { kind: 'SYSTEM', id: null, name: 'Routing' }, data: {} },
      ),
    );
    expect(await about(anna, routed.id)).toEqual([['NEW_CONVERSATION', 1]]);
    await db.uow.run(testCtx(), (tx) => tx.execute('DELETE FROM routing_rule'));
    await expectExact();
  });

  it('tell of an answer that is late who has it, else his team, else those who follow the inbox (D37)', async () => {
    const actor = { kind: 'SYSTEM' as const, id: null, name: 'Balie' };
    const late = async (of?: { agentId: string | null; teamId?: string }): Promise<string> => {
      const { id } = await make();
      if (of) await assign(anna, id, of);
      await db.uow.run(testCtx(), async (tx) => {
        const conversation = await lockConversation(tx, id);
        const data = { teamId: conversation.assigneeTeamId };
        return tellInTimeline(tx, conversation, { type: 'sla_missed', actor, data });
      });
      return id;
    };
    const told = async (user: User, id: string) => (await about(user, id)).filter(([kind]) => kind === 'SLA_MISSED');
    const once = [['SLA_MISSED', 1]];
    const [his, teams, nobodys] = [await late({ agentId: bram.id }), await late({ agentId: null, teamId }), await late()];
    expect([await told(bram, his), await told(anna, his)]).toEqual([once, []]);
    expect([await told(bram, teams), await told(anna, teams), await told(vera, teams)]).toEqual([once, once, []]);
    expect([await told(bram, nobodys), await told(anna, nobodys), await told(eve, nobodys)]).toEqual([once, once, []]);
    await expectExact();
  });

  it('come for what woke, did not arrive or is to be remembered, to those it concerns', async () => {
    const { id } = await make();
    const wake = (data: object) =>
      db.uow.run(testCtx(), async (tx) => {
        await changeConversation(tx, id, { status: 'SNOOZED' });
        const actor = { kind: 'SYSTEM' as const, id: null, name: 'Balie' };
        await changeConversation(tx, id, { status: 'OPEN' }, { type: 'woken', actor, data: { ...data } });
      });
    await wake({ reason: 'MESSAGE' });
    await wake({ reason: 'TIME', byId: bram.id });
    expect([await about(bram, id), await about(anna, id)]).toEqual([[['WOKEN', 1]], []]);
    const audience = `user:${anna.id}` as const;
    const message = (await write(id)).message.id;
    await db.uow.run(testCtx(), (tx) => {
      const trouble = { type: 'delivery.trouble', change: 'UPDATED' as const, nodeId: message, conversationId: id };
      tx.emit({ ...trouble, inboxId: inbox.id, audience });
      tx.emit({ type: 'task.reminder', change: 'UPDATED', nodeId: 'tsk_1', inboxId: null, audience });
      tx.emit({ type: 'note.mentioned', change: 'UPDATED', nodeId: 'not_1', inboxId: null, audience });
      return Promise.resolve();
    });
    expect(await about(anna, 'not_1')).toEqual([['MENTIONED', 1]]);
    expect(await about(anna, id)).toEqual([
      ['NOT_DELIVERED', 1],
      ['NEW_CONVERSATION', 1],
    ]);
    expect(await about(anna, 'tsk_1')).toEqual([['REMINDER', 1]]);
    await expectExact();
  });

  it('are read by reading the conversation, by name or all at once, and the number follows', async () => {
    const { id } = await make();
    await assign(bram, id, { agentId: anna.id });
    // What is read of the journal together with the assignment is told by it alone.
    await settled();
    const { message } = await write(id);
    expect(await about(anna, id)).toHaveLength(2);
    await personal.markRead(await world.as(anna), id, message.id);
    expect(await about(anna, id)).toEqual([]);
    await write(id);
    const [first] = await list(anna);
    const left = await unread(anna);
    expect(left).toBeGreaterThan(1);
    // Nobody reads what somebody else was told.
    expect(await service.markRead(await world.as(bram), { ids: [first!.id] })).toBe(await unread(bram));
    expect(await service.markRead(await world.as(anna), { ids: [first!.id] })).toBe(left - 1);
    expect(await service.markRead(await world.as(anna), { ids: [first!.id] })).toBe(left - 1);
    // What was read is not added to: it is news again.
    await write(id);
    expect(await about(anna, id)).toEqual([['MESSAGE', 1]]);
    expect(await service.markRead(await world.as(anna), { conversationId: id })).toBe(left - 1);
    expect(await service.markRead(await world.as(anna), {})).toBe(0);
    expect([await unread(anna), (await list(anna)).every(({ readAt }) => readAt !== null)]).toEqual([0, true]);
    await expectExact();
  });

  it('end with the right to see what they are about, move with it, and go with it', async () => {
    await world.inboxes.save(testCtx(), { id: inbox.id, members: membership(eve) });
    const other = await world.inboxes.save(testCtx(), {
      name: 'Board',
      audience: 'MEMBERS',
      members: [{ agentId: bram.id, role: 'AGENT' }],
    });
    const [stays, moves] = [await make(), await make()];
    for (const { id } of [stays, moves]) await assign(bram, id, { agentId: eve.id });
    const [told] = await list(eve);
    expect([await unread(eve), (await list(eve)).length]).toEqual([2, 2]);
    await db.uow.run(testCtx(), (tx) => changeConversation(tx, moves.id, { inboxId: other.id }));
    expect([await unread(eve), (await list(eve)).length]).toEqual([1, 1]);
    await expectExact();
    await world.inboxes.save(testCtx(), { id: inbox.id, members: membership() });
    expect([await unread(eve), await list(eve)]).toEqual([0, []]);
    expect(await service.find(await world.as(eve), told!.id)).toBeNull();
    await db.uow.run(testCtx(), (tx) => deleteConversations(tx, [stays.id, moves.id]));
    await settled();
    const left = await db.uow.reader.query('SELECT id FROM notification WHERE subject_id IN (?, ?)', [stays.id, moves.id]);
    expect(left).toEqual([]);
    await expectExact();
  });

  it('are settled by each for himself, and a kind that is wanted by no way leaves nothing', async () => {
    const off = choicesOf(await service.settings(await world.as(anna))).map((one) => ({
      ...one,
      ...{ app: false, browser: false, push: false },
    }));
    await save(anna, { kinds: off.filter(({ kind }) => kind === 'ASSIGNED') });
    const { id } = await make();
    await assign(bram, id, { agentId: anna.id });
    await write(id);
    expect((await about(anna, id)).map(([kind]) => kind)).toEqual(['MESSAGE']);
    expect(await save(anna, { sound: false, quiet: true })).toMatchObject({
      sound: false,
      quiet: true,
      follows: 'ALL',
    });
    const foreign = await world.inboxes.save(testCtx(), { name: 'Foreign', audience: 'MEMBERS', members: [] });
    await expect(save(anna, { inboxIds: [foreign.id] })).rejects.toMatchObject({ detail: { path: ['inboxIds'] } });
  });

  it('are told once, whoever reads the journal, and forgotten after 90 days', async () => {
    const second = new NotificationTail(db.uow, db.journal, clock);
    await second.onApplicationBootstrap();
    const many = await Promise.all(Array.from({ length: 8 }, () => make()));
    for (const { id } of many) await assign(bram, id, { agentId: anna.id }).then(() => write(id));
    await world.position();
    await Promise.all([tail.settled(), second.settled()]);
    for (const { id } of many) expect(await about(anna, id)).toEqual([['MESSAGE', 1]]);
    await second.onModuleDestroy();
    const pages = [];
    for (let after: string | null = null, more = true; more;) {
      const page = await service.list(await world.as(anna), { first: 3, after });
      pages.push(...page.nodes.map(({ id }) => id));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(pages).toEqual((await list(anna)).map(({ id }) => id));
    const old = (await list(anna))[0]!;
    await db.uow.run(testCtx(), (tx) =>
      tx.execute('UPDATE notification SET at = ? WHERE id = ?', [clock.now() - 91 * DAY, old.id]),
    );
    clock.turn(DAY);
    await tail.settled();
    expect((await list(anna)).map(({ id }) => id)).not.toContain(old.id);
    await expectExact();
  });
});
