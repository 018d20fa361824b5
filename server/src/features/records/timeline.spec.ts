import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { contactOf, opened } from '../../../test/support/conversations.js';
import { World } from '../../../test/support/world.js';
import { visibleInboxes } from '../../kernel/access.js';
import { newId } from '../../kernel/ids.js';
import { ContactService } from '../contacts/index.js';
import { RecordService } from './record.service.js';
import { hiddenCounts, type TimelineKind } from './timeline.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
});
afterAll(() => db.close());

it('has everything about a contact that the viewer may see, newest first, page by page, and counts the rest (S62)', async () => {
  const [mia, tom] = [await world.agent('Mia'), await world.agent('Tom')];
  const olga = await world.as(await world.agent('Olga', 'OWNER'));
  const inbox = async (name: string, agentId: string): Promise<string> => {
    const members = [{ agentId, role: 'AGENT' as const }];
    return (await world.inboxes.save(olga, { name, audience: 'MEMBERS', members })).id;
  };
  const [sales, support] = [await inbox('Sales', mia.id), await inbox('Support', tom.id)];
  const sem = await contactOf(world, 'sem@a.example', 'Sem');
  const records = new RecordService(db.uow, db.journal);
  const [hers, his] = [await world.as(mia), await world.as(tom)];
  const mine = await opened(world, { inboxId: sales, contact: sem, subject: 'Mine' });
  const foreign = await opened(world, { inboxId: support, contact: sem, subject: 'Foreign' });
  const note = await records.save(hers, { id: newId('note'), body: 'For all', linkIds: [sem.id] });
  const secret = await records.save(his, { id: newId('ticket'), title: 'Secret', linkIds: [foreign.id] });
  const task = await records.save(hers, { id: newId('task'), title: 'Call', linkIds: [sem.id] });
  const all = async (ctx: typeof hers, kinds?: TimelineKind[]): Promise<string[]> => {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<RecordService['timeline']>> = await records.timeline(ctx, sem.id, {
        kinds,
        first: 1,
        after,
      });
      ids.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    return ids;
  };
  const changed = { ownerId: mia.id, addIdentities: [{ kind: 'phone', value: '+31 20 555' }], expectedVersion: sem.version };
  await new ContactService(db.uow, db.journal).save(hers, { id: sem.id, name: 'Sam', ...changed });
  const { nodes: changes } = await records.timeline(hers, sem.id, { kinds: ['CHANGE'] });
  expect(changes.map(({ change }) => [change?.what, change?.was, change?.became, change?.byName])).toEqual([
    ['ADDRESS_ADDED', null, '+31 20 555', 'Mia'],
    ['OWNER', null, 'Mia', 'Mia'],
    ['NAME', 'Sem', 'Sam', 'Mia'],
  ]);
  expect(await all(hers, ['CHANGE'])).toEqual(changes.map(({ id }) => id));
  const ofChanges = changes.map(({ id }) => id);
  expect((await all(hers)).toSorted()).toEqual([mine.id, note.id, task.id, ...ofChanges].toSorted());
  expect((await all(olga)).toSorted()).toEqual([mine.id, foreign.id, note.id, secret.id, task.id, ...ofChanges].toSorted());
  expect(await all(hers, ['NOTE', 'TASK'])).toHaveLength(2);
  expect(await all(his, ['CONVERSATION'])).toEqual([foreign.id]);
  const hidden = async (ctx: typeof hers): Promise<number> =>
    (await hiddenCounts(db.uow.reader, [sem.id], visibleInboxes(ctx.principal))).get(sem.id) ?? 0;
  expect([await hidden(hers), await hidden(his), await hidden(olga)]).toEqual([1, 1, 0]);
});
