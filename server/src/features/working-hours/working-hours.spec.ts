import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { World } from '../../../test/support/world.js';
import type { Inbox } from '../inboxes/index.js';
import { checkDaysOff, checkSlots, checkTimeZone, isOpen, type Slot, WEEKDAYS } from './hours.js';
import { findHours } from './working-hours.repository.js';
import { WorkingHoursService } from './working-hours.service.js';

const week: Slot[] = WEEKDAYS.slice(0, 5).map((weekday) => ({ weekday, from: '09:00', until: '17:30' }));
const amsterdam = { timeZone: 'Europe/Amsterdam', slots: week };
const at = (text: string): number => Date.parse(text);

describe('the hours', () => {
  it.each([
    ['2026-01-05T08:00:00Z', true, 'Monday at nine, winter'],
    ['2026-01-05T07:59:59Z', false, 'a second before'],
    ['2026-01-05T16:29:59Z', true, 'the last minute'],
    ['2026-01-05T16:30:00Z', false, 'half past five'],
    ['2026-07-06T07:00:00Z', true, 'Monday at nine, summer'],
    ['2026-01-04T12:00:00Z', false, 'Sunday'],
  ])('%s is open: %s (%s)', (time, open) => expect(isOpen(amsterdam, at(time))).toBe(open));

  it('are those of the clock on the wall there, at the change of summer time too, and around midnight', () => {
    const night: Slot[] = [
      { weekday: 'SATURDAY', from: '22:00', until: '24:00' },
      { weekday: 'SUNDAY', from: '00:00', until: '03:00' },
    ];
    const hours = { timeZone: 'Europe/Amsterdam', slots: night };
    // On 29 March 2026 the clock goes from 02:00 to 03:00.
    expect(isOpen(hours, at('2026-03-28T22:59:59Z'))).toBe(true);
    expect(isOpen(hours, at('2026-03-28T23:00:00Z'))).toBe(true);
    expect(isOpen(hours, at('2026-03-29T00:59:59Z'))).toBe(true);
    expect(isOpen(hours, at('2026-03-29T01:00:00Z'))).toBe(false);
    expect(isOpen({ ...amsterdam, timeZone: 'Asia/Kathmandu' }, at('2026-01-05T03:15:00Z'))).toBe(true);
    expect(isOpen({ ...amsterdam, timeZone: 'Asia/Kathmandu' }, at('2026-01-05T03:14:00Z'))).toBe(false);
    expect(isOpen({ timeZone: 'UTC', slots: [] }, 0)).toBe(false);
  });

  it('have holidays, by the calendar there', () => {
    const hours = { ...amsterdam, daysOff: [{ from: '2026-01-05', until: '2026-01-06', name: 'Away' }] };
    expect(isOpen(hours, at('2026-01-05T09:00:00Z'))).toBe(false);
    expect(isOpen(hours, at('2026-01-06T16:00:00Z'))).toBe(false);
    expect(isOpen(hours, at('2026-01-07T09:00:00Z'))).toBe(true);
    // Still the 4th in New York when it is the 5th in Amsterdam.
    const day: Slot[] = WEEKDAYS.map((weekday) => ({ weekday, from: '00:00', until: '24:00' }));
    const there = { timeZone: 'America/New_York', slots: day, daysOff: [{ from: '2026-01-05', until: '2026-01-05', name: '' }] };
    expect(isOpen(there, at('2026-01-05T04:59:00Z'))).toBe(true);
    expect(isOpen(there, at('2026-01-05T05:00:00Z'))).toBe(false);
    const wrong = [
      [{ from: '2026-02-30', until: '2026-03-01', name: '' }, ['daysOff', '0', 'from']],
      [{ from: '2026-03-02', until: '2026-03-01', name: '' }, ['daysOff', '0', 'until']],
      [{ from: '2026-03-02', until: '2026-03-02', name: 'x'.repeat(81) }, ['daysOff', '0', 'name']],
    ] as const;
    for (const [one, path] of wrong) expect(() => checkDaysOff([one])).toThrow(expect.objectContaining({ detail: { path } }));
    expect(() =>
      checkDaysOff(Array.from({ length: 201 }, () => ({ from: '2026-01-01', until: '2026-01-01', name: '' }))),
    ).toThrow();
  });

  it('are refused where they are none, with the place', () => {
    const one = (from: string, until: string): Slot => ({ weekday: 'MONDAY', from, until });
    const wrong: [Slot[], string[]][] = [
      [[one('9:00', '17:00')], ['slots', '0', 'from']],
      [[one('24:00', '24:00')], ['slots', '0', 'from']],
      [[one('09:00', '25:00')], ['slots', '0', 'until']],
      [[one('17:00', '09:00')], ['slots', '0', 'until']],
      [
        [one('09:00', '12:00'), one('11:59', '13:00')],
        ['slots', '1', 'from'],
      ],
      [Array.from({ length: 7 }, (_, n) => one(`0${n}:00`, `0${n}:30`)), ['slots', '6']],
    ];
    for (const [slots, path] of wrong) expect(() => checkSlots(slots)).toThrow(expect.objectContaining({ detail: { path } }));
    expect(checkSlots([one('13:00', '17:00'), one('09:00', '13:00')]).map(({ from }) => from)).toEqual(['09:00', '13:00']);
    for (const zone of ['', '+01:00', 'Mars/Olympus', 'Europe/Amsterdam; DROP']) expect(() => checkTimeZone(zone)).toThrow();
    for (const zone of ['UTC', 'Europe/Kiev', 'America/Argentina/Buenos_Aires']) expect(checkTimeZone(zone)).toBe(zone);
  });
});

describe('the hours of an inbox', () => {
  let db: TestDatabase;
  let world: World;
  let service: WorkingHoursService;
  let inbox: Inbox;

  beforeAll(async () => {
    db = await openTestDatabase();
    world = await World.make(db);
    service = new WorkingHoursService(db.uow);
    inbox = await world.inboxes.save(testCtx(), { name: 'Support', audience: 'MEMBERS' });
  });
  afterAll(() => db.close());

  it('are kept once, and changed only by who has seen what they are', async () => {
    const before = await world.position();
    await service.save(testCtx(), { inboxId: inbox.id, ...amsterdam, slots: week, expectedVersion: 0 });
    await service.save(testCtx(), { inboxId: inbox.id, ...amsterdam, slots: week });
    expect(await findHours(db.uow.reader, inbox.id)).toMatchObject({ ...amsterdam, version: 1 });
    expect((await world.events(before)).map(({ type, nodeId }) => [type, nodeId])).toEqual([['inbox.updated', inbox.id]]);
    const stale = service.save(testCtx(), { inboxId: inbox.id, timeZone: 'UTC', slots: [], expectedVersion: 0 });
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
    await service.save(testCtx(), { inboxId: inbox.id, timeZone: 'UTC', slots: [], expectedVersion: 1 });
    expect(await findHours(db.uow.reader, inbox.id)).toMatchObject({ timeZone: 'UTC', slots: [], version: 2 });
    const sql = "SELECT changes FROM audit_entry WHERE action = 'WORKING_HOURS_CHANGED' AND object_id = ? ORDER BY seq";
    const entries = await db.uow.reader.query<{ changes: string }>(sql, [inbox.id]);
    const said = entries.map(({ changes }) => JSON.parse(changes) as { field: string; after: unknown }[]);
    expect(said.map((changes) => changes.map(({ field }) => field))).toEqual([
      ['timeZone', 'slots'],
      ['timeZone', 'slots'],
    ]);
    expect(said[0]?.[1]?.after).toContain('MONDAY 09:00–17:30');
  });

  it('are the matter of who manages the inbox, which does not exist for others', async () => {
    const input = { inboxId: inbox.id, ...amsterdam, slots: week };
    const stranger = await world.as(await world.agent('Eve'));
    await expect(service.save(stranger, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const [agent, manager] = [await world.agent('Anna'), await world.agent('Mia')];
    await world.inboxes.save(testCtx(), {
      id: inbox.id,
      members: [
        { agentId: agent.id, role: 'AGENT' },
        { agentId: manager.id, role: 'MANAGER' },
      ],
    });
    await expect(service.save(await world.as(agent), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await service.save(await world.as(manager), input)).toMatchObject({ id: inbox.id });
  });
});
