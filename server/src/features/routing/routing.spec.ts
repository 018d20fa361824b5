import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { ChannelDesk, mail, person } from '../../../test/support/channel-desk.js';
import { testCtx } from '../../../test/support/database.js';
import type { User } from '../agents/index.js';
import { AvailabilityService, AvailabilityWatchers } from '../availability/index.js';
import type { Channel } from '../channels/index.js';
import { findOrCreateContact } from '../contacts/index.js';
import { ConversationService, findConversation } from '../conversations/index.js';
import { type Inbox, recountInboxes } from '../inboxes/index.js';
import { DecodeJob } from '../intake/decode.job.js';
import { IntakeService } from '../intake/intake.service.js';
import { TeamService } from '../teams/index.js';
import { newId } from '../../kernel/ids.js';
import { choose } from './choose.js';
import type { Candidate } from './routing-decision.entity.js';
import { RoutingJob } from './routing.job.js';
import { decisionsOf, rulesOf } from './routing.repository.js';
import { RoutingService, type RuleInput } from './routing.service.js';

describe('ways to choose', () => {
  const one = (agentId: string, open = 0, skipped: Candidate['skipped'] = null): Candidate => {
    return { agentId, name: agentId, open, skipped };
  };
  const all = [one('a', 3), one('b', 1), one('c', 1, 'AWAY'), one('d', 2)];
  const by = (strategy: 'RANDOM' | 'ROUND_ROBIN' | 'LEAST_BUSY' | 'FIRST_ONLINE', last: string | null = null, random = 0) =>
    choose({ strategy, lastAgentId: last }, all, () => random)?.agentId;

  it('take turns in the order of the rule, past who is not free', () => {
    expect([by('ROUND_ROBIN'), by('ROUND_ROBIN', 'a'), by('ROUND_ROBIN', 'b'), by('ROUND_ROBIN', 'd')]).toEqual([
      'a',
      'b',
      'd',
      'a',
    ]);
    expect(by('ROUND_ROBIN', 'who left')).toBe('a');
  });
  it('take whom they say', () => {
    expect(by('LEAST_BUSY')).toBe('b');
    expect(by('FIRST_ONLINE')).toBe('a');
    expect([by('RANDOM', null, 0), by('RANDOM', null, 0.5), by('RANDOM', null, 0.99)]).toEqual(['a', 'b', 'd']);
    expect(choose({ strategy: 'RANDOM', lastAgentId: null }, [one('c', 0, 'FULL')], () => 0)).toBeNull();
  });
});

let desk: ChannelDesk;
let inbox: Inbox;
let channel: Channel;
let routing: RoutingService;
let availability: AvailabilityService;
let conversations: ConversationService;
let intake: IntakeService;
let [anna, bob, cleo]: User[] = [];

beforeAll(async () => {
  desk = await ChannelDesk.open();
  const { db, gateway, queue, storage, sanitizer, world } = desk;
  const watchers = new AvailabilityWatchers();
  availability = new AvailabilityService(db.uow, watchers);
  routing = new RoutingService(db.uow);
  conversations = new ConversationService(db.uow, db.journal);
  intake = new IntakeService(db.uow);
  new DecodeJob(db.uow, gateway, queue, storage, sanitizer).onModuleInit();
  new RoutingJob(db.uow, queue, watchers).onModuleInit();
  [anna, bob, cleo] = await Promise.all(['Anna', 'Bob', 'Cleo'].map((name) => world.agent(name)));
});
afterAll(() => desk.close());

let count = 0;
beforeEach(async () => {
  count += 1;
  const members = [anna!, bob!, cleo!].map(({ id }) => ({ agentId: id, role: 'AGENT' as const }));
  inbox = await desk.world.inboxes.save(testCtx(), { name: `Inbox ${count}`, audience: 'MEMBERS', members });
  channel = await desk.channel(inbox, [`inbox${count}@shop.example`]);
  for (const agent of [anna!, bob!, cleo!]) await set(agent, 'AVAILABLE');
  // What earlier tests gave to somebody is no matter of this one.
  const open = await desk.rows<{ id: string }>("SELECT id FROM conversation WHERE status = 'OPEN'");
  await conversations.setStatus(testCtx(), open.map(({ id }) => id).slice(0, 200), 'CLOSED');
  await desk.queue.run();
});

const rule = (over: Partial<RuleInput> = {}): RuleInput => {
  return { mode: 'SPECIFIC', strategy: 'ROUND_ROBIN', agentIds: [anna!.id, bob!.id], ...over };
};
const save = (...rules: RuleInput[]): Promise<Inbox> => routing.save(testCtx(), { inboxId: inbox.id, rules });

async function set(agent: User, status: 'AVAILABLE' | 'AWAY', reassignReplies = false): Promise<void> {
  await availability.set(await desk.world.as(agent), { status, reassignReplies });
}

/** Lets mails in, runs all jobs, and answers the conversations in which they are. */
async function receive(...events: ReturnType<typeof mail>[]): Promise<string[]> {
  const items = [];
  for (const event of events) {
    const { hash } = await desk.storage.put(Buffer.from(event.id));
    desk.gateway.events.set(event.id, [event]);
    items.push({ externalId: event.id, rawHash: hash, meta: {} });
  }
  await intake.receive(channel.id, items, { history: false, epoch: null });
  await desk.queue.run();
  const rows = await Promise.all(
    events.map(({ id }) => desk.rows<{ c: string }>('SELECT conversation_id AS c FROM inbound_item WHERE external_id = ?', [id])),
  );
  return rows.map(([row]) => row?.c ?? '');
}
const fromNew = (): ReturnType<typeof mail> => mail(person(`c${newId('contact')}@far.example`, 'New'));
const answerTo = (first: ReturnType<typeof mail>): ReturnType<typeof mail> =>
  mail(first.sender, { thread: { answers: first.knownAs as string[] } });
const assigneeOf = async (id: string): Promise<string | null | undefined> =>
  (await findConversation(desk.db.uow.reader, id))?.assigneeUserId;
const lines = async (id: string): Promise<string[]> => (await desk.items(id)).flatMap(({ activity }) => activity ?? []);

describe('what comes in', () => {
  test('is left unassigned where nobody has said otherwise, and goes round where somebody has, with why (D16, N13)', async () => {
    const [before] = await receive(fromNew());
    expect(await assigneeOf(before!)).toBeNull();
    await save(rule());
    const ids = [...(await receive(fromNew())), ...(await receive(fromNew())), ...(await receive(fromNew()))];
    expect(await Promise.all(ids.map(assigneeOf))).toEqual([anna!.id, bob!.id, anna!.id]);
    const [decision] = await decisionsOf(desk.db.uow.reader, ids[2]!);
    expect(decision).toMatchObject({ occasion: 'NEW', outcome: 'ASSIGNED', agentId: anna!.id, strategy: 'ROUND_ROBIN' });
    expect(decision?.candidates).toEqual([
      { agentId: anna!.id, name: 'Anna', open: 1, skipped: null },
      { agentId: bob!.id, name: 'Bob', open: 1, skipped: null },
    ]);
    const [line] = (await desk.items(ids[2]!)).filter(({ activity }) => activity === 'assigned');
    expect(line?.data).toMatchObject({ assigneeId: anna!.id, reason: 'ROUTING', decisionId: decision?.id });
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });

  test('goes only to who is there, may act here, and has a full seat; a channel has its own rule (S2, S3, D17)', async () => {
    const teams = new TeamService(desk.db.uow);
    const light = await desk.world.agent('Lily');
    await desk.db.uow.run(testCtx(), (tx) => tx.execute("UPDATE app_user SET seat = 'LIGHT' WHERE id = ?", [light.id]));
    const stranger = await desk.world.agent('Stan');
    const members = [light, stranger, cleo!].map(({ id }) => ({ agentId: id, membership: 'EXTRA' as const }));
    const team = await teams.save(testCtx(), { id: newId('team'), name: `Team ${count}`, members });
    await desk.world.inboxes.save(testCtx(), {
      id: inbox.id,
      members: [anna!, bob!, cleo!, light].map(({ id }) => ({ agentId: id, role: 'AGENT' })),
    });
    await set(anna!, 'AWAY');
    await save(rule({ agentIds: [bob!.id] }), rule({ channelId: channel.id, agentIds: [anna!.id], teamIds: [team.id] }));
    const [id] = await receive(fromNew());
    expect(await assigneeOf(id!)).toBe(cleo!.id);
    const [decision] = await decisionsOf(desk.db.uow.reader, id!);
    expect(decision?.candidates.map(({ name, skipped }) => [name, skipped])).toEqual([
      ['Anna', 'AWAY'],
      ['Cleo', null],
      ['Lily', 'LIGHT_SEAT'],
      ['Stan', 'NO_AGENT'],
    ]);
    const preview = await routing.preview(testCtx(), inbox.id, rule({ agentIds: [anna!.id], strategy: 'FIRST_ONLINE' }));
    expect(preview).toMatchObject({ agentId: null, candidates: [{ name: 'Anna', skipped: 'AWAY' }] });
    // A free user assigns and is assigned by hand all the same.
    await conversations.assign(await desk.world.as(light), [id!], { agentId: light.id });
    expect(await assigneeOf(id!)).toBe(light.id);
  });

  test('waits in line while nobody is free, and goes out first in first out, no more than fits (D19, G8 53)', async () => {
    await save(rule({ capacity: 2 }));
    for (const agent of [anna!, bob!]) await set(agent, 'AWAY');
    const ids: string[] = [];
    for (let n = 0; n < 4; n++) ids.push(...(await receive(fromNew())));
    expect(await Promise.all(ids.map(assigneeOf))).toEqual([null, null, null, null]);
    expect(await lines(ids[0]!)).toEqual(['queued']);
    await set(bob!, 'AVAILABLE');
    await desk.queue.run();
    expect(await Promise.all(ids.map(assigneeOf))).toEqual([bob!.id, bob!.id, null, null]);
    // One that is taken by hand is no longer in line; one that he closes makes room for the next.
    await conversations.assign(testCtx(), [ids[2]!], { agentId: cleo!.id });
    await conversations.assign(testCtx(), [ids[2]!], { agentId: null });
    await conversations.setStatus(testCtx(), [ids[0]!], 'CLOSED');
    await desk.queue.run();
    expect(await Promise.all(ids.map(assigneeOf))).toEqual([bob!.id, bob!.id, null, bob!.id]);
    expect((await decisionsOf(desk.db.uow.reader, ids[3]!)).map(({ occasion, outcome }) => [occasion, outcome])).toEqual([
      ['BACKLOG', 'ASSIGNED'],
      ['NEW', 'WAITING'],
    ]);
    // By hand anybody can be given more.
    await conversations.assign(testCtx(), [ids[2]!], { agentId: bob!.id });
    expect(await assigneeOf(ids[2]!)).toBe(bob!.id);
  });

  test('goes to others while its assignee is away and wants that, and not back to him (S69)', async () => {
    await save(rule());
    const first = fromNew();
    const [id] = await receive(first);
    expect(await assigneeOf(id!)).toBe(anna!.id);
    await set(anna!, 'AWAY');
    await receive(answerTo(first));
    expect(await assigneeOf(id!)).toBe(anna!.id);
    await set(bob!, 'AWAY');
    await set(anna!, 'AWAY', true);
    await receive(answerTo(first));
    expect(await assigneeOf(id!)).toBeNull();
    const [line] = (await desk.items(id!)).filter(({ activity }) => activity === 'queued');
    expect(line?.data).toMatchObject({ previousAssigneeId: anna!.id, reason: 'AWAY_REASSIGN' });
    await set(anna!, 'AVAILABLE');
    await desk.queue.run();
    expect(await assigneeOf(id!)).toBeNull();
    await set(bob!, 'AVAILABLE');
    await desk.queue.run();
    expect(await assigneeOf(id!)).toBe(bob!.id);
    const [decision] = await decisionsOf(desk.db.uow.reader, id!);
    expect(decision?.candidates[0]).toMatchObject({ name: 'Anna', skipped: 'NOT_BACK' });
  });

  test('is left to a team that has it, goes back to the team from who is away, and out of the line (S37, S69)', async () => {
    await save(rule());
    const members = [anna!, cleo!].map(({ id }) => ({ agentId: id, membership: 'EXTRA' as const }));
    const team = await new TeamService(desk.db.uow).save(testCtx(), { name: 'Doers', members });
    for (const agent of [anna!, bob!]) await set(agent, 'AWAY');
    const first = fromNew();
    const [id] = await receive(first);
    expect(await lines(id!)).toEqual(['queued']);
    await conversations.assign(testCtx(), [id!], { agentId: null, teamId: team.id });
    await set(bob!, 'AVAILABLE');
    await desk.queue.run();
    expect(await assigneeOf(id!)).toBeNull();
    await conversations.setStatus(testCtx(), [id!], 'CLOSED');
    await receive(answerTo(first));
    expect(await assigneeOf(id!)).toBeNull();
    await conversations.assign(testCtx(), [id!], { agentId: anna!.id });
    await set(anna!, 'AWAY', true);
    await receive(answerTo(first));
    expect(await findConversation(desk.db.uow.reader, id!)).toMatchObject({
      status: 'OPEN',
      assigneeUserId: null,
      assigneeTeamId: team.id,
    });
    expect((await lines(id!)).at(-1)).toBe('unassigned');
  });

  test('goes to whom its contact belongs, and from there as the rule says, with word to him when he is away (D18, N13)', async () => {
    const owned = async (owner: User | null): Promise<string> => {
      const sender = person(`c${newId('contact')}@far.example`, 'New');
      await desk.db.uow.run(testCtx(), async (tx) => {
        const { id } = await findOrCreateContact(tx, { ...sender, verified: true });
        await tx.execute('UPDATE contact SET owner_id = ? WHERE id = ?', [owner?.id ?? null, id]);
      });
      return (await receive(mail(sender)))[0]!;
    };
    const why = async (id: string) => {
      const [decision] = await decisionsOf(desk.db.uow.reader, id);
      return [
        decision?.mode,
        decision?.outcome,
        decision?.candidates.map(({ name, owner, skipped }) => [name, owner ?? false, skipped]),
      ];
    };
    const told = async () => {
      const rows = await desk.rows<{ audience: string }>("SELECT audience FROM event WHERE type = 'routing.owner_away'");
      return rows.map(({ audience }) => audience);
    };
    await save(rule({ mode: 'CONTACT_OWNER', agentIds: [bob!.id] }));
    const mine = await owned(anna!);
    expect([await assigneeOf(mine), await why(mine)]).toEqual([
      anna!.id,
      [
        'CONTACT_OWNER',
        'ASSIGNED',
        [
          ['Anna', true, null],
          ['Bob', false, null],
        ],
      ],
    ]);
    const nobodys = await owned(null);
    expect([await assigneeOf(nobodys), (await why(nobodys))[2]]).toEqual([bob!.id, [['Bob', false, null]]]);
    const strangers = await owned(await desk.world.agent('Sid'));
    expect(await assigneeOf(strangers)).toBe(bob!.id);
    expect((await why(strangers))[2]).toContainEqual(['Sid', true, 'NO_AGENT']);
    expect(await told()).toEqual([]);
    await set(anna!, 'AWAY');
    expect(await assigneeOf(await owned(anna!))).toBe(bob!.id);
    expect(await told()).toEqual([`user:${anna!.id}`]);
    await save(rule({ mode: 'CONTACT_OWNER', agentIds: [] }));
    const left = await owned(anna!);
    expect([await assigneeOf(left), (await why(left))[1], await lines(left)]).toEqual([null, 'UNASSIGNED', []]);
    expect(await told()).toHaveLength(2);
    await set(anna!, 'AVAILABLE');
    expect(await assigneeOf(await owned(anna!))).toBe(anna!.id);
  });

  test('that came back is handed out again while its assignee is not there, where that is set (G8 52)', async () => {
    for (const reroute of [false, true]) {
      await save(rule({ strategy: 'FIRST_ONLINE', reroute }));
      const first = fromNew();
      const [id] = await receive(first);
      await conversations.setStatus(testCtx(), [id!], 'CLOSED');
      await set(anna!, 'AWAY');
      await receive(answerTo(first));
      expect(await assigneeOf(id!)).toBe(reroute ? bob!.id : anna!.id);
      await set(anna!, 'AVAILABLE');
    }
  });
});

describe('the rules of an inbox', () => {
  test('are saved by who manages it and has seen what they are', async () => {
    const manager = await desk.world.agent('Mia');
    await desk.world.inboxes.save(testCtx(), {
      id: inbox.id,
      members: [
        { agentId: manager.id, role: 'MANAGER' },
        { agentId: anna!.id, role: 'AGENT' },
      ],
    });
    const input = { inboxId: inbox.id, rules: [rule({ agentIds: [anna!.id] })], expectedVersion: 0 };
    await expect(routing.save(await desk.world.as(anna!), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(routing.save(await desk.world.as(bob!), input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(routing.preview(await desk.world.as(anna!), inbox.id, rule())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await routing.save(await desk.world.as(manager), input);
    await expect(routing.save(await desk.world.as(manager), input)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await rulesOf(desk.db.uow.reader, [inbox.id])).toMatchObject([{ channelId: '', agentIds: [anna!.id], version: 1 }]);
  });

  test('that name whoever can not be picked are refused with the place (S2)', async () => {
    const light = await desk.world.agent('Light');
    const stranger = await desk.world.agent('Stranger');
    await desk.db.uow.run(testCtx(), (tx) => tx.execute("UPDATE app_user SET seat = 'LIGHT' WHERE id = ?", [light.id]));
    await desk.world.inboxes.save(testCtx(), {
      id: inbox.id,
      members: [
        { agentId: light.id, role: 'AGENT' },
        { agentId: anna!.id, role: 'AGENT' },
        { agentId: bob!.id, role: 'VIEWER' },
      ],
    });
    const wrong: [RuleInput[], string[]][] = [
      [[rule({ agentIds: [anna!.id, light.id] })], ['rules', '0', 'agentIds', '1']],
      [[rule({ agentIds: [stranger.id] })], ['rules', '0', 'agentIds', '0']],
      [[rule({ agentIds: [bob!.id] })], ['rules', '0', 'agentIds', '0']],
      [[rule({ agentIds: [] })], ['rules', '0', 'agentIds']],
      [[rule({ agentIds: [anna!.id], teamIds: ['tea_none'] })], ['rules', '0', 'teamIds', '0']],
      [[rule({ agentIds: [anna!.id], capacity: 0 })], ['rules', '0', 'capacity']],
      [[rule({ agentIds: [anna!.id], channelId: 'chn_none' })], ['rules']],
      [
        [rule({ agentIds: [anna!.id] }), rule({ agentIds: [anna!.id] })],
        ['rules', '1', 'channelId'],
      ],
    ];
    for (const [rules, path] of wrong) await expect(save(...rules)).rejects.toMatchObject({ code: 'INVALID', detail: { path } });
    expect(await rulesOf(desk.db.uow.reader, [inbox.id])).toEqual([]);
  });
});

describe('processes at the same time', () => {
  it('never hand one conversation out twice, nor more to anybody than fits', async () => {
    const capacity = 3;
    await save(rule({ agentIds: [anna!.id, bob!.id, cleo!.id], capacity, strategy: 'LEAST_BUSY' }));
    const all = [anna!, bob!, cleo!];
    for (const agent of all) await set(agent, 'AWAY');
    const ids = await receive(...Array.from({ length: 14 }, fromNew));
    // As many processes as runs, each with the same backlog before it.
    const handler = desk.queue.handlers.get('routing.backlog');
    if (!handler) throw new Error('Nobody looks at the backlog');
    const { signal } = new AbortController();
    const run = (agentId: string): Promise<void> =>
      handler({ id: newId('job'), name: 'routing.backlog', payload: { agentId }, attempt: 1, correlationId: 'test', signal });
    for (const agent of all) await set(agent, 'AVAILABLE');
    await Promise.all([...all, ...all, ...all].map(({ id }) => run(id)));
    for (const agent of all) {
      const mine = await desk.rows<{ n: number | string }>(
        "SELECT COUNT(*) AS n FROM conversation WHERE assignee_user_id = ? AND status = 'OPEN' AND placement = 'INBOX'",
        [agent.id],
      );
      expect(Number(mine[0]?.n)).toBe(capacity);
    }
    const times = await Promise.all(ids.map(async (id) => (await lines(id)).filter((line) => line === 'assigned').length));
    expect(times.filter((n) => n === 1)).toHaveLength(9);
    expect(times.filter((n) => n > 1)).toEqual([]);
    expect(await recountInboxes(desk.db.uow.reader)).toEqual([]);
  });
});
