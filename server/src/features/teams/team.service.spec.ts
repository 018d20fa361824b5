import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { World } from '../../../test/support/world.js';
import type { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import type { User } from '../agents/index.js';
import { findInboxRole, loadInboxRoles } from '../inboxes/index.js';
import type { Team } from './team.entity.js';
import { findTeams, teamMembersOf, teamsOfAgents } from './team.repository.js';
import { type TeamSave, TeamService } from './team.service.js';

let db: TestDatabase;
let world: World;
let teams: TeamService;
let admin: User;
let anna: User;
let bram: User;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  teams = new TeamService(db.uow);
  admin = await world.agent('Ada', 'ADMIN');
  anna = await world.agent('Anna');
  bram = await world.agent('Bram');
});
afterAll(() => db.close());

const save = async (input: TeamSave, user = admin): Promise<Team> => teams.save(await world.as(user), input);
const failure = (work: Promise<unknown>): Promise<DomainError> =>
  work.then(
    () => Promise.reject(new Error('It did not fail')),
    (error: DomainError) => error,
  );
const membership = async (user: User): Promise<string[]> =>
  (await teamsOfAgents(db.uow.reader, [user.id])).map((row) => row.membership);

describe('teamSave', () => {
  it('makes a team once, under the id of the client, and says so to every agent', async () => {
    const input: TeamSave = { id: newId('team'), name: ' Front \t desk ', members: [{ agentId: anna.id, membership: 'MAIN' }] };
    const before = await world.position();
    const team = await save(input);
    expect(team).toMatchObject({ id: input.id, name: 'Front desk', version: 1, deletedAt: null });
    expect(await save(input)).toEqual(team);
    expect((await world.events(before)).map(({ type, audience }) => [type, audience])).toEqual([['team.created', 'agents']]);
    expect(await failure(save({ id: 'tea_1', name: 'Odd' }))).toMatchObject({ code: 'INVALID', detail: { path: ['id'] } });
  });

  it('refuses names that are none or taken, people who left, old versions, and those who are no admins', async () => {
    for (const name of ['', ' ', 'x'.repeat(81), 'FRONT desk'])
      expect(await failure(save({ name }))).toMatchObject({ code: 'INVALID', detail: { path: ['name'] } });
    const gone = await world.agent('Gone', 'MEMBER', 'DEACTIVATED');
    const members = [{ agentId: gone.id, membership: 'EXTRA' as const }];
    expect(await failure(save({ name: 'Empty', members }))).toMatchObject({ detail: { path: ['members', '0', 'agentId'] } });
    const team = await save({ name: 'Night' });
    await save({ id: team.id, name: 'Night shift', expectedVersion: 1 });
    const stale = await failure(save({ id: team.id, name: 'Late', expectedVersion: 1 }));
    expect(stale).toMatchObject({ code: 'CONFLICT', detail: { currentId: team.id } });
    expect(await failure(save({ name: 'Mine' }, anna))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('leaves everybody at most one main team', async () => {
    expect(await membership(anna)).toEqual(['MAIN']);
    await save({ name: 'Back office', members: [{ agentId: anna.id, membership: 'MAIN' }] });
    const rows = await teamsOfAgents(db.uow.reader, [anna.id]);
    expect(rows.map((row) => row.membership)).toEqual(['MAIN', 'EXTRA']);
  });
});

describe('a team in an inbox', () => {
  it('opens it to its people and closes it again, at once, and whatever is said of an agent himself counts', async () => {
    const team = await save({ name: 'Sales people', members: [{ agentId: bram.id, membership: 'EXTRA' }] });
    const other = await save({ name: 'Leads', members: [{ agentId: bram.id, membership: 'EXTRA' }] });
    const inbox = await world.inboxes.save(await world.as(admin), {
      name: 'Sales',
      audience: 'MEMBERS',
      members: [
        { teamId: team.id, role: 'VIEWER' },
        { teamId: other.id, role: 'MANAGER' },
      ],
    });
    const role = async (user: User): Promise<unknown> => {
      const roles = await loadInboxRoles(db.uow.reader, user.id, 'MEMBER');
      expect(await findInboxRole(db.uow.reader, user.id, inbox.id)).toBe(roles.get(inbox.id) ?? null);
      return roles.get(inbox.id) ?? null;
    };
    expect([await role(bram), await role(anna)]).toEqual(['MANAGER', null]);
    const before = await world.position();
    await save({ id: other.id, members: [{ agentId: anna.id, membership: 'EXTRA' }] });
    expect([await role(bram), await role(anna)]).toEqual(['VIEWER', 'MANAGER']);
    expect(await world.events(before)).toMatchObject([{ type: 'team.updated', data: { accessChanged: true } }]);
    const members = [
      { teamId: team.id, role: 'AGENT' as const },
      { teamId: other.id, role: 'MANAGER' as const },
      { agentId: anna.id, role: 'VIEWER' as const },
    ];
    await world.inboxes.save(await world.as(admin), { id: inbox.id, members });
    expect([await role(bram), await role(anna)]).toEqual(['AGENT', 'VIEWER']);
    await world.inboxes.save(await world.as(admin), {
      id: inbox.id,
      audience: 'EVERYONE',
      members: [{ teamId: team.id, role: 'MANAGER' }],
    });
    expect([await role(bram), await role(anna)]).toEqual(['MANAGER', 'AGENT']);
    const neither = world.inboxes.save(await world.as(admin), { id: inbox.id, members: [{ role: 'AGENT' }] });
    expect(await failure(neither)).toMatchObject({ code: 'INVALID', detail: { path: ['members', '0'] } });
    const unknown = world.inboxes.save(await world.as(admin), {
      id: inbox.id,
      members: [{ teamId: newId('team'), role: 'AGENT' }],
    });
    expect(await failure(unknown)).toMatchObject({ detail: { path: ['members', '0', 'teamId'] } });
  });

  it('is gone from it when it is deleted, its name free, its row still there to be named', async () => {
    const team = await save({ name: 'Temporary', members: [{ agentId: bram.id, membership: 'EXTRA' }] });
    const inbox = await world.inboxes.save(await world.as(admin), {
      name: 'Project',
      audience: 'MEMBERS',
      members: [{ teamId: team.id, role: 'AGENT' }],
    });
    const ctx = await world.as(admin);
    expect(await failure(teams.delete(ctx, team.id, 9))).toMatchObject({ code: 'CONFLICT' });
    expect(await failure(teams.delete(await world.as(bram), team.id, null))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await teams.delete(ctx, team.id, 1)).toBe(team.id);
    expect(await teams.delete(ctx, team.id, null)).toBe(team.id);
    expect(await findInboxRole(db.uow.reader, bram.id, inbox.id)).toBeNull();
    expect(await teamMembersOf(db.uow.reader, [team.id])).toEqual([]);
    expect((await teams.list()).map(({ name }) => name)).not.toContain('Temporary');
    expect(await findTeams(db.uow.reader, [team.id])).toMatchObject([{ name: 'Temporary' }]);
    expect(await failure(save({ id: team.id, name: 'Again' }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await save({ name: 'temporary' })).toMatchObject({ version: 1 });
  });
});
