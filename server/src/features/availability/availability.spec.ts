import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { TurnedClock, TurnedQueue } from '../../../test/support/channel-desk.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { gqlContext, World } from '../../../test/support/world.js';
import { findAgents, type User } from '../agents/index.js';
import { WEEKDAYS } from '../working-hours/hours.js';
import { AvailabilityJob } from './availability.job.js';
import { AgentPresenceResolver, AvailabilityResolver } from './availability.resolver.js';
import { AvailabilityService } from './availability.service.js';
import { chosen, type Standing, turned } from './presence-rules.js';
import { presencesOf } from './presence.repository.js';
import { AvailabilityWatchers } from './watchers.js';

const HOUR = 3_600_000;
const office = {
  timeZone: 'Europe/Amsterdam',
  slots: WEEKDAYS.slice(0, 5).map((weekday) => ({ weekday, from: '09:00', until: '17:00' })),
  daysOff: [],
};
/** Monday at noon, and at night. */
const NOON = Date.parse('2026-01-05T11:00:00Z');
const NIGHT = Date.parse('2026-01-05T22:00:00Z');
const nobody = { setById: null, setByName: null };
const plain: Standing = { status: 'AVAILABLE', source: 'SCHEDULE', reassignReplies: false, until: null, ...nobody };
const boss = { id: 'usr_boss', name: 'Boss' };

describe('the rules', () => {
  const wish = { status: 'AWAY' as const, reassignReplies: true, until: null, by: null };

  it('let the person, then a manager, then the hours decide', () => {
    const away = chosen(plain, wish, office, NOON);
    expect(away).toMatchObject({ status: 'AWAY', source: 'MANUAL', reassignReplies: true });
    expect(turned(away, office, NOON + HOUR)).toBe(away);
    expect(() => chosen(away, { ...wish, status: 'AVAILABLE', by: boss }, office, NOON)).toThrow(/they chose/i);
    expect(() => chosen(away, { ...wish, status: null, by: boss }, office, NOON)).toThrow(/they chose/i);
    const told = chosen(plain, { ...wish, by: boss }, office, NOON);
    expect(told).toMatchObject({ status: 'AWAY', source: 'MANAGER', setByName: 'Boss' });
    expect(turned(told, office, NOON + HOUR)).toBe(told);
    expect(chosen(told, { ...wish, status: 'AVAILABLE' }, office, NOON)).toEqual(plain);
  });

  it('follow the hours of who follows them, and never override a choice that holds', () => {
    expect(turned(plain, office, NOON)).toBe(plain);
    expect(turned(plain, office, NIGHT)).toEqual({ ...plain, status: 'AWAY' });
    const early = chosen({ ...plain, status: 'AWAY' }, { ...wish, status: 'AVAILABLE' }, office, NIGHT);
    expect(early).toMatchObject({ status: 'AVAILABLE', source: 'MANUAL', reassignReplies: false });
    expect(turned(early, office, NIGHT + HOUR)).toBe(early);
    // In the morning his hours say the same, and from then on they count again.
    expect(turned(early, office, NOON + 24 * HOUR)).toEqual(plain);
    expect(turned(plain, null, NIGHT)).toBe(plain);
  });

  it('end a choice at its time', () => {
    const lunch = chosen(plain, { ...wish, until: NOON + HOUR }, office, NOON);
    expect(turned(lunch, office, NOON + HOUR - 1)).toBe(lunch);
    expect(turned(lunch, office, NOON + HOUR)).toEqual(plain);
    for (const until of [NOON, NOON - 1, NOON + 400 * 24 * HOUR])
      expect(() => chosen(plain, { ...wish, until }, null, NOON)).toThrow(
        expect.objectContaining({ detail: { path: ['until'] } }),
      );
  });
});

describe('people', () => {
  let db: TestDatabase;
  let world: World;
  let clock: TurnedClock;
  let service: AvailabilityService;
  let watched: [string, string][];
  let [anna, mia, bob, eve]: User[] = [];

  beforeAll(async () => {
    clock = new TurnedClock();
    db = await openTestDatabase({ clock });
    world = await World.make(db);
    watched = [];
    const watchers = new AvailabilityWatchers();
    watchers.add((_, agentId, status) => void watched.push([agentId, status]));
    service = new AvailabilityService(db.uow, watchers);
    [anna, mia, bob, eve] = await Promise.all(['Anna', 'Mia', 'Bob', 'Eve'].map((name) => world.agent(name)));
    await world.inboxes.save(testCtx(), {
      name: 'Support',
      audience: 'MEMBERS',
      members: [
        { agentId: anna!.id, role: 'AGENT' },
        { agentId: mia!.id, role: 'MANAGER' },
      ],
    });
    await world.inboxes.save(testCtx(), { name: 'Sales', audience: 'MEMBERS', members: [{ agentId: bob!.id, role: 'MANAGER' }] });
  });
  afterAll(() => db.close());

  const statusOf = async (agent: User): Promise<string | undefined> =>
    (await findAgents(db.uow.reader, [agent.id]))[0]?.availability;
  const reasonOf = async (agent: User) => (await presencesOf(db.uow.reader, [agent.id]))[0];

  test('set themselves, with all who see it told at once; a repeat changes nothing', async () => {
    const before = await world.position();
    const away = { status: 'AWAY', reassignReplies: true, expectedVersion: 0 } as const;
    expect(await service.set(await world.as(anna!), away)).toMatchObject({ id: anna!.id, availability: 'AWAY' });
    await service.set(await world.as(anna!), { status: 'AWAY', reassignReplies: true });
    expect(await reasonOf(anna!)).toMatchObject({ source: 'MANUAL', reassignReplies: true, setById: null, version: 1 });
    const events = await world.events(before);
    expect(events.map(({ type, nodeId, audience }) => [type, nodeId, audience])).toEqual([
      ['agent.availability', anna!.id, 'agents'],
    ]);
    expect(events[0]?.data).toMatchObject({ status: 'AWAY', source: 'MANUAL' });
    expect(watched).toEqual([[anna!.id, 'AWAY']]);
    const stale = service.set(await world.as(anna!), { status: 'AVAILABLE', expectedVersion: 0 });
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
    await service.set(await world.as(anna!), { status: 'AVAILABLE', expectedVersion: 1 });
    expect(await statusOf(anna!)).toBe('AVAILABLE');
  });

  test('are set by who manages an inbox of theirs and by admins, and know who it was (D21)', async () => {
    const away = { agentId: anna!.id, status: 'AWAY' as const };
    for (const other of [bob!, eve!])
      await expect(service.set(await world.as(other), away)).rejects.toMatchObject({
        code: 'FORBIDDEN',
        detail: { path: ['agentId'] },
      });
    await service.set(await world.as(mia!), away);
    expect(await reasonOf(anna!)).toMatchObject({ source: 'MANAGER', setById: mia!.id, setByName: 'Mia' });
    await service.set(await world.as(anna!), { status: 'AVAILABLE' });
    expect(await reasonOf(anna!)).toMatchObject({ source: 'SCHEDULE', setById: null });
    const admin = await world.agent('Adam', 'ADMIN');
    await service.set(await world.as(admin), { agentId: bob!.id, status: 'AWAY' });
    expect(await statusOf(bob!)).toBe('AWAY');
    // A free user sees it, and changes only himself.
    await db.uow.run(testCtx(), (tx) => tx.execute("UPDATE app_user SET seat = 'LIGHT' WHERE id IN (?, ?)", [admin.id, mia!.id]));
    for (const light of [admin, mia!])
      await expect(service.set(await world.as(light), away)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await service.set(await world.as(mia!), { status: 'AWAY' })).toMatchObject({ availability: 'AWAY' });
    await db.uow.run(testCtx(), (tx) => tx.execute("UPDATE app_user SET seat = 'FULL'"));
    const gone = await world.agent('Gone', 'MEMBER', 'DEACTIVATED');
    for (const id of [gone.id, 'usr_none'])
      await expect(service.set(testCtx(), { agentId: id, status: 'AWAY' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('show whom one may set', async () => {
    const resolver = new AvailabilityResolver(service, db.uow);
    const fields = new AgentPresenceResolver(db.uow);
    const seen = async (viewer: User): Promise<boolean[]> => {
      const gql = gqlContext(await world.as(viewer));
      const presences = await Promise.all([anna!, mia!, bob!].map((agent) => resolver.presence(agent, {}, gql)));
      return Promise.all(presences.map((presence) => fields.viewerCanSet(presence, {}, gql)));
    };
    expect(await seen(anna!)).toEqual([true, false, false]);
    expect(await seen(mia!)).toEqual([true, true, false]);
    expect(await seen(await world.agent('Olga', 'OWNER'))).toEqual([true, true, true]);
  });

  test('come and go by their hours when the clock says so, unless they have chosen (D20)', async () => {
    const queue = new TurnedQueue(db, clock);
    const job = new AvailabilityJob(service, db.uow, queue, clock);
    job.onModuleInit();
    await job.onApplicationBootstrap();
    // Nine in the morning in London, which is ten in Amsterdam.
    const mine = { ...office, timeZone: 'Europe/London', daysOff: [{ from: '2026-01-07', until: '2026-01-07', name: 'Skiing' }] };
    await service.saveHours(await world.as(anna!), { hours: mine });
    await expect(service.saveHours(await world.as(mia!), { agentId: anna!.id, hours: null })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const after = async (hours: number): Promise<string | undefined> => {
      clock.turn(hours * HOUR);
      await queue.run();
      return statusOf(anna!);
    };
    expect(await after(0)).toBe('AVAILABLE');
    // 17:30, and what the hours did is told with its reason.
    expect(await after(8.5)).toBe('AWAY');
    expect(await reasonOf(anna!)).toMatchObject({ source: 'SCHEDULE', setById: null });
    expect(await after(16)).toBe('AVAILABLE');
    await service.set(await world.as(anna!), { status: 'AWAY', until: clock.now() + 3 * HOUR });
    expect(await after(2)).toBe('AWAY');
    expect(await after(2)).toBe('AVAILABLE');
    // The day after is a day off, and a choice is stronger than that.
    expect(await after(22)).toBe('AWAY');
    await service.set(await world.as(anna!), { status: 'AVAILABLE' });
    expect(await after(2)).toBe('AVAILABLE');
    expect(await reasonOf(anna!)).toMatchObject({ source: 'MANUAL' });
    await service.saveHours(await world.as(anna!), { hours: null });
    expect(await statusOf(anna!)).toBe('AVAILABLE');
  });
});
