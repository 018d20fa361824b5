import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { added, opened } from '../../../test/support/conversations.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { CountingUnitOfWork, World } from '../../../test/support/world.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { insertRows } from '../../kernel/rows.js';
import type { User } from '../agents/index.js';
import { changeConversation, Conversation } from '../conversations/index.js';
import type { Inbox } from '../inboxes/index.js';
import { TeamService } from '../teams/index.js';
import { mayChange, SavedViewService } from './saved-view.service.js';

let db: TestDatabase;
let world: World;
let service: SavedViewService;
let people: { anna: User; bram: User; olivia: User };
let ctxs: { anna: Ctx; bram: Ctx; olivia: Ctx };
let everyone: Inbox;
let hidden: Inbox;
let teamId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  service = new SavedViewService(db.uow);
  people = { anna: await world.agent('Anna'), bram: await world.agent('Bram'), olivia: await world.agent('Olivia', 'OWNER') };
  everyone = await world.inboxes.save(testCtx(), { name: 'Everyone' });
  hidden = await world.inboxes.save(testCtx(), { name: 'Hidden', audience: 'MEMBERS', members: [] });
  const team = { name: 'Service', members: [{ agentId: people.anna.id, membership: 'MAIN' as const }] };
  teamId = (await new TeamService(db.uow).save(await world.as(people.olivia), team)).id;
  const [anna, bram, olivia] = [await world.as(people.anna), await world.as(people.bram), await world.as(people.olivia)];
  ctxs = { anna, bram, olivia };
});
afterAll(() => db.close());

const save = (ctx: Ctx, more: Partial<Parameters<SavedViewService['save']>[1]> = {}) => {
  return service.save(ctx, { id: newId('savedView'), name: 'Mine', filter: {}, ...more });
};
const namesOf = async (ctx: Ctx): Promise<string[]> => (await service.list(ctx)).map(({ name }) => name);

describe('saved views (D1)', () => {
  it('are seen by who made them, by the team or by all, and by nobody else', async () => {
    const own = await save(ctxs.anna, { name: 'Own' });
    const team = await save(ctxs.anna, { name: 'Team', audience: 'TEAM', teamId });
    const all = await save(ctxs.olivia, { name: 'All', audience: 'ALL' });
    expect(await namesOf(ctxs.anna)).toEqual(['Own', 'Team', 'All']);
    expect(await namesOf(ctxs.bram)).toEqual(['All']);
    // An admin reads inboxes, not what somebody keeps for himself.
    expect(await namesOf(ctxs.olivia)).toEqual(['All']);
    expect(await service.find(ctxs.bram, own.id)).toBeNull();
    expect(await service.find(ctxs.bram, team.id)).toBeNull();
    for (const id of [own.id, newId('savedView')])
      await expect(service.delete(ctxs.bram, id, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(save(ctxs.bram, { id: own.id })).rejects.toMatchObject({ code: 'CONFLICT', detail: { path: ['id'] } });
    expect([mayChange(ctxs.anna.principal, all), mayChange(ctxs.olivia.principal, team)]).toEqual([false, true]);
    await expect(service.delete(ctxs.anna, all.id, null)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const view of [own, team]) await service.delete(ctxs.anna, view.id, view.version);
    await service.delete(ctxs.olivia, all.id, null);
    expect(await namesOf(ctxs.anna)).toEqual([]);
  });

  it('are shared only by who may share with them, and name the field that is wrong', async () => {
    const refused = async (ctx: Ctx, more: Parameters<typeof save>[1]): Promise<unknown> => {
      const error: unknown = await save(ctx, more).catch((reason: unknown) => reason);
      const { code, detail } = error as { code: string; detail: { path?: string[] } };
      return [code, detail.path];
    };
    expect(await refused(ctxs.anna, { audience: 'ALL' })).toEqual(['FORBIDDEN', ['audience']]);
    expect(await refused(ctxs.bram, { audience: 'TEAM', teamId })).toEqual(['INVALID', ['teamId']]);
    expect(await refused(ctxs.anna, { audience: 'TEAM' })).toEqual(['INVALID', ['teamId']]);
    expect(await refused(ctxs.anna, { name: '  ' })).toEqual(['INVALID', ['name']]);
    expect(await refused(ctxs.anna, { name: 'x'.repeat(81) })).toEqual(['INVALID', ['name']]);
    expect(await refused(ctxs.anna, { id: 'svw_1' })).toEqual(['INVALID', ['id']]);
    expect(await refused(ctxs.anna, { filter: { activity: { from: 'soon', timeZone: 'UTC' } } })).toEqual([
      'INVALID',
      ['filter', 'activity', 'from'],
    ]);
    expect(await namesOf(ctxs.anna)).toEqual([]);
    const token: Ctx = {
      principal: { kind: 'integration', tokenId: 't', name: 'T', scopes: new Set(['CONVERSATIONS_READ']) },
      correlationId: 't',
    };
    expect(await refused(token, {})).toEqual(['FORBIDDEN', undefined]);
    expect(await service.list(token)).toEqual([]);
  });

  it('answer the same twice, change only as they were seen, and come back after they were deleted', async () => {
    const id = newId('savedView');
    const first = await save(ctxs.anna, { id, filter: { status: ['OPEN'], unread: null } });
    expect(await save(ctxs.anna, { id, filter: { status: ['OPEN'] } })).toEqual(first);
    const renamed = await service.save(ctxs.anna, { id, name: 'New name', expectedVersion: 1 });
    expect(renamed).toMatchObject({ name: 'New name', version: 2, filter: { status: ['OPEN'] } });
    await expect(service.save(ctxs.anna, { id, name: 'Late', expectedVersion: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(service.delete(ctxs.anna, id, 1)).rejects.toMatchObject({ code: 'CONFLICT' });
    const before = await world.position();
    await service.delete(ctxs.anna, id, 2);
    expect(await world.events(before)).toMatchObject([{ type: 'savedView.deleted', audience: `user:${people.anna.id}` }]);
    await expect(service.save(ctxs.anna, { id, name: 'Late', expectedVersion: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await save(ctxs.anna, { id, name: 'Back' })).toMatchObject({ name: 'Back', version: 1 });
    await service.delete(ctxs.anna, id, 1);
  });

  it('stand in the order of each person', async () => {
    const [a, b, c] = [
      await save(ctxs.olivia, { name: 'A', audience: 'ALL' }),
      await save(ctxs.olivia, { name: 'B', audience: 'ALL' }),
      await save(ctxs.anna, { name: 'C' }),
    ];
    expect(await namesOf(ctxs.anna)).toEqual(['A', 'B', 'C']);
    await service.order(ctxs.anna, [c.id, b.id, newId('savedView')]);
    expect(await namesOf(ctxs.anna)).toEqual(['C', 'B', 'A']);
    expect(await namesOf(ctxs.olivia)).toEqual(['A', 'B']);
    await service.order(ctxs.olivia, [b.id, c.id, a.id]);
    expect(await namesOf(ctxs.olivia)).toEqual(['B', 'A']);
    for (const view of [a, b]) await service.delete(ctxs.olivia, view.id, null);
    await service.delete(ctxs.anna, c.id, null);
  });
});

describe('saved views of other lists (D1)', () => {
  const shown = { search: 'late', ownerId: 'me', state: 'ALL', order: 'OLDEST', columns: ['stage', 'owner'] } as const;
  const kept = { ...shown, columns: [...shown.columns] };

  it('stand apart from those of conversations, and keep filters, order and columns', async () => {
    const inbox = await save(ctxs.anna, { name: 'Inbox' });
    const tickets = await save(ctxs.anna, { name: 'Tickets', list: 'TICKETS', filter: null, shown: { ...kept, stageId: null } });
    expect(tickets).toMatchObject({ list: 'TICKETS', filter: kept });
    expect(await namesOf(ctxs.anna)).toEqual(['Inbox']);
    expect((await service.list(ctxs.anna, 'TICKETS')).map(({ name }) => name)).toEqual(['Tickets']);
    expect(await service.list(ctxs.anna, 'DEALS')).toEqual([]);
    expect(await service.list(ctxs.bram, 'TICKETS')).toEqual([]);
    expect(await service.counts(ctxs.anna, [tickets, inbox])).toEqual([0, expect.any(Number)]);
    const renamed = await service.save(ctxs.anna, { id: tickets.id, name: 'Late', list: 'CONVERSATIONS', expectedVersion: 1 });
    expect(renamed).toMatchObject({ name: 'Late', list: 'TICKETS', filter: kept });
    for (const { id } of [inbox, tickets]) await service.delete(ctxs.anna, id, null);
  });

  it('are in an order of their own', async () => {
    const make = (name: string, list?: 'DEALS') =>
      save(ctxs.anna, { name, list: list ?? null, ...(list ? { filter: null, shown: {} } : {}) });
    const [a, b, c, d] = [await make('A'), await make('B'), await make('C', 'DEALS'), await make('D', 'DEALS')];
    await service.order(ctxs.anna, [d.id, c.id, a.id], 'DEALS');
    await service.order(ctxs.anna, [b.id, a.id]);
    expect((await service.list(ctxs.anna, 'DEALS')).map(({ name }) => name)).toEqual(['D', 'C']);
    expect(await namesOf(ctxs.anna)).toEqual(['B', 'A']);
    for (const { id } of [a, b, c, d]) await service.delete(ctxs.anna, id, null);
  });

  it('keep nothing that no list could show, and say which field is wrong', async () => {
    const refused = (more: Parameters<typeof save>[1]): Promise<unknown> =>
      save(ctxs.anna, { list: 'TICKETS', filter: null, ...more }).catch(
        (error: unknown) => (error as { detail: { path?: string[] } }).detail.path,
      );
    expect(await refused({ shown: { ownerId: 'everybody' } })).toEqual(['shown', 'ownerId']);
    expect(await refused({ shown: { stageId: newId('pipeline') } })).toEqual(['shown', 'stageId']);
    expect(await refused({ shown: { pipelineId: newId('stage') } })).toEqual(['shown', 'pipelineId']);
    expect(await refused({ shown: { search: 'x'.repeat(201) } })).toEqual(['shown', 'search']);
    expect(await refused({ shown: { columns: ['owner', 'owner'] } })).toEqual(['shown', 'columns']);
    expect(await refused({ shown: { columns: ['<b>'] } })).toEqual(['shown', 'columns']);
    expect(await refused({ filter: {} })).toEqual(['filter']);
    expect(await refused({ list: 'CONVERSATIONS', filter: {}, shown: {} })).toEqual(['shown']);
    expect(await service.list(ctxs.anna, 'TICKETS')).toEqual([]);
  });
});

describe('counts of saved views', () => {
  it('are those of the list for who asks, with `me` as himself', async () => {
    for (const [inboxId, assigneeUserId] of [
      [everyone.id, people.anna.id],
      [everyone.id, people.bram.id],
      [everyone.id, null],
      [hidden.id, people.anna.id],
    ] as const) {
      const { id } = await opened(world, { inboxId });
      await added(world, id);
      await db.uow.run(testCtx(), (tx) => changeConversation(tx, id, { assigneeUserId }));
    }
    const all = await save(ctxs.olivia, { name: 'All', audience: 'ALL', filter: { status: ['OPEN'] } });
    const own = await save(ctxs.olivia, { name: 'Own', audience: 'ALL', filter: { assigneeIds: ['me'] } });
    const none = await save(ctxs.olivia, { name: 'None', audience: 'ALL', filter: { inboxIds: [hidden.id] } });
    expect(await service.counts(ctxs.anna, [all, own, none])).toEqual([3, 1, 0]);
    expect(await service.counts(ctxs.olivia, [all, own, none])).toEqual([4, 0, 1]);
  });

  it('stop after a thousand, in one statement for all views', async () => {
    await db.uow.run(testCtx(), async (tx) => {
      const [row] = await tx.query<Record<string, unknown>>('SELECT * FROM conversation WHERE inbox_id = ?', [everyone.id]);
      const template = await tx.manager.findOneByOrFail(Conversation, { id: String(row!['id']) });
      const copies = Array.from({ length: 1100 }, (_, index) => ({
        ...template,
        id: newId('conversation'),
        number: 10_000 + index,
      }));
      await insertRows(tx, Conversation, copies);
    });
    const views = await service.list(ctxs.anna);
    const counting = new CountingUnitOfWork(db.uow);
    const counts = await new SavedViewService(counting).counts(ctxs.anna, views);
    expect(counts[0]).toBe(1001);
    expect(counting.statements).toHaveLength(1);
    expect(counting.statements[0]).toContain('LIMIT 1001');
  });
});
