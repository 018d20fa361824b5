import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { CountingUnitOfWork, gqlContext, World } from '../../../test/support/world.js';
import { canInInbox } from '../../kernel/access.js';
import type { DomainError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import type { User } from '../agents/index.js';
import { INBOX_LIMIT } from './inbox-rules.js';
import { InboxResolver } from './inbox.resolver.js';
import type { Inbox } from './inbox.entity.js';
import { findInboxRole, loadInboxRoles } from './inbox-grant.repository.js';

let db: TestDatabase;
let world: World;
let owner: User;
let anna: User;
let bram: User;
let support: Inbox;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  owner = await world.agent('Olivia', 'OWNER');
  anna = await world.agent('Anna');
  bram = await world.agent('Bram');
});
afterAll(() => db.close());

const save = async (input: Parameters<World['inboxes']['save']>[1], user = owner): Promise<Inbox> =>
  world.inboxes.save(await world.as(user), input);
const failure = async (work: Promise<unknown>): Promise<DomainError> => {
  try {
    await work;
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('It did not fail');
};

describe('inboxSave', () => {
  it('makes the first inbox the default one and moves the first run on', async () => {
    support = await save({ name: '  Klanten \t service ', audience: 'EVERYONE' });
    expect(support).toMatchObject({ name: 'Klanten service', isDefault: true, version: 1 });
    expect(await save({ name: 'Sales', audience: 'MEMBERS' })).toMatchObject({ isDefault: false });
    expect(await world.workspace.current()).toMatchObject({ setupState: 'channel' });
  });

  it('refuses an empty name, a long one, and one that is taken whatever its case (S74)', async () => {
    for (const name of ['', '   ', undefined, 'x'.repeat(81), 'KLANTEN SERVICE', 'sales'])
      expect(await failure(save({ name }))).toMatchObject({ code: 'INVALID', detail: { path: ['name'] } });
    expect(await failure(save({ id: support.id, name: 'SALES' }))).toMatchObject({ code: 'INVALID' });
    expect(await save({ id: support.id, name: 'klanten SERVICE' })).toMatchObject({ name: 'klanten SERVICE' });
  });

  it('answers a repeat under the client’s id with the first result and changes nothing', async () => {
    const input = {
      id: newId('inbox'),
      name: 'Returns',
      audience: 'MEMBERS' as const,
      members: [{ agentId: anna.id, role: 'AGENT' as const }],
    };
    const first = await save(input);
    const before = await world.position();
    expect(await save(input)).toEqual(first);
    expect((await world.events(before)).length).toBe(0);
    expect(await failure(save({ id: 'inb_1', name: 'Odd id' }))).toMatchObject({ code: 'INVALID', detail: { path: ['id'] } });
  });

  it('tells of a change on an old version, and names what is there now', async () => {
    const inbox = await save({ name: 'Billing' });
    const renamed = await save({ id: inbox.id, name: 'Invoices', expectedVersion: inbox.version });
    expect(renamed.version).toBe(inbox.version + 1);
    const error = await failure(save({ id: inbox.id, name: 'Bills', expectedVersion: inbox.version }));
    expect(error).toMatchObject({ code: 'CONFLICT', detail: { currentId: inbox.id } });
  });

  it('lets only admins manage, and hides the inbox from those who are no members (S6)', async () => {
    expect(await failure(save({ name: 'Mine' }, anna))).toMatchObject({ code: 'FORBIDDEN' });
    const [sales] = await world.inboxes.list(await world.as(owner)).then((all) => all.filter(({ name }) => name === 'Sales'));
    expect(await failure(save({ id: sales!.id, name: 'Mine' }, anna))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await world.inboxes.list(await world.as(bram))).map(({ name }) => name)).toEqual(['Invoices', 'klanten SERVICE']);
    expect((await world.inboxes.list(await world.as(owner))).map(({ name }) => name)).toEqual([
      'Invoices',
      'klanten SERVICE',
      'Returns',
      'Sales',
    ]);
  });

  it('replaces the members, who must be active agents, and says so to every agent', async () => {
    const gone = await world.agent('Gone', 'MEMBER', 'DEACTIVATED');
    const inbox = await save({ name: 'Team', audience: 'MEMBERS', members: [{ agentId: anna.id, role: 'MANAGER' }] });
    const error = await failure(
      save({
        id: inbox.id,
        members: [
          { agentId: anna.id, role: 'AGENT' },
          { agentId: gone.id, role: 'AGENT' },
        ],
      }),
    );
    expect(error).toMatchObject({ code: 'INVALID', detail: { path: ['members', '1', 'agentId'] } });
    expect(await findInboxRole(db.uow.reader, anna.id, inbox.id)).toBe('MANAGER');
    const before = await world.position();
    await save({ id: inbox.id, members: [{ agentId: bram.id, role: 'VIEWER' }] });
    const events = await world.events(before);
    expect(events).toMatchObject([
      { type: 'inbox.updated', nodeId: inbox.id, audience: 'agents', inboxId: null, data: { accessChanged: true } },
    ]);
    expect(await findInboxRole(db.uow.reader, anna.id, inbox.id)).toBeNull();
    expect(await findInboxRole(db.uow.reader, bram.id, inbox.id)).toBe('VIEWER');
  });

  it('takes 100 inboxes and refuses the 101st with the limit in words, also when many come at once (S71)', async () => {
    const there = (await world.inboxes.list(testCtx())).length;
    const more = Array.from({ length: INBOX_LIMIT - there + 5 }, (_, index) =>
      save({ name: `Team ${index}` }).catch((error: unknown) => error),
    );
    const results = await Promise.all(more);
    const failed = results.filter((result) => result instanceof Error) as DomainError[];
    expect(failed.map((error) => error.code)).toEqual(Array(5).fill('LIMIT'));
    expect(failed[0]!.message).toContain('100 inboxes');
    expect((await world.inboxes.list(testCtx())).length).toBe(INBOX_LIMIT);
  });
});

describe('roles', () => {
  it('makes each active agent an AGENT of an inbox for everyone, and named rows win (S75)', async () => {
    const inbox = await save({ id: support.id, members: [{ agentId: anna.id, role: 'VIEWER' }] });
    expect((await loadInboxRoles(db.uow.reader, anna.id, 'MEMBER')).get(inbox.id)).toBe('VIEWER');
    expect((await loadInboxRoles(db.uow.reader, bram.id, 'MEMBER')).get(inbox.id)).toBe('AGENT');
    const admin = (await world.as(await world.agent('Ada', 'ADMIN'))).principal;
    const [sales] = (await world.inboxes.list(testCtx())).filter(({ name }) => name === 'Sales');
    expect(canInInbox(admin, 'view', sales!.id)).toBe(true);
    expect(canInInbox(admin, 'act', sales!.id)).toBe(false);
  });
});

describe('fields', () => {
  it('are loaded in as many statements for a hundred inboxes as for one', async () => {
    const counting = new CountingUnitOfWork(db.uow);
    const resolver = new InboxResolver(world.inboxes, counting);
    const ctx = await world.as(owner);
    const all = await world.inboxes.list(ctx);
    const load = async (inboxes: Inbox[]): Promise<number> => {
      counting.statements.length = 0;
      const gql = gqlContext(ctx);
      await Promise.all(inboxes.map((inbox) => Promise.all([resolver.members(inbox, {}, gql), resolver.views(inbox, {}, gql)])));
      return counting.statements.length;
    };
    expect(await load(all)).toBe(await load(all.slice(0, 1)));
  });

  it('show who works in an inbox, what the viewer may do, and the built-in views in order', async () => {
    const resolver = new InboxResolver(world.inboxes, db.uow);
    const gql = gqlContext(await world.as(anna));
    const members = await resolver.members(support, {}, gql);
    expect(members.map(({ agent, role }) => [agent.name, role])).toEqual([
      ['Ada', 'AGENT'],
      ['Anna', 'VIEWER'],
      ['Bram', 'AGENT'],
      ['Olivia', 'AGENT'],
    ]);
    expect(resolver.viewerRole(support, {}, gql)).toBe('VIEWER');
    expect(resolver.viewerCan(support, {}, gql)).toEqual(['COMMENT']);
    expect((await resolver.views(support, {}, gql)).map(({ key }) => key)).toEqual([
      'all',
      'mine',
      'unassigned',
      'bots',
      'filtered',
      'spam',
      'trash',
    ]);
  });
});
