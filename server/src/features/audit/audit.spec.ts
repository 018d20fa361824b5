import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { World } from '../../../test/support/world.js';
import type { User } from '../agents/index.js';
import { audit } from './audit.js';
import type { AuditEntry } from './audit-entry.entity.js';
import { type AuditQuery, firstBrokenEntry } from './audit.repository.js';
import { AuditService } from './audit.service.js';

let db: TestDatabase;
let world: World;
let log: AuditService;
let ada: User;
let bea: User;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  log = new AuditService(db.uow, db.journal);
  ada = await world.agent('Ada', 'ADMIN');
  bea = await world.agent('Bea', 'ADMIN');
});
afterAll(() => db.close());

const all = async (filter: AuditQuery = {}): Promise<AuditEntry[]> =>
  (await log.list(await world.as(ada), filter, null, null)).nodes;

test('entries are written with the change or not at all, in one chain also when many come at once', async () => {
  const write = async (user: User, name: string, fail = false): Promise<void> => {
    await db.uow.run({ ...(await world.as(user)), ip: '192.0.2.7' }, async (tx) => {
      const changes = [{ field: 'name', before: null, after: name }];
      await audit(tx, { action: 'TEAM_CREATED', object: { id: `tea_${name}`, name }, changes }, { action: 'TEAM_UPDATED' });
      if (fail) throw new Error('no');
    });
  };
  await expect(write(ada, 'Lost', true)).rejects.toThrow('no');
  await Promise.all(Array.from({ length: 10 }, (_, n) => write(n % 2 === 0 ? ada : bea, `Team ${n}`)));
  const entries = await all();
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => 20 - n));
  expect(entries.find(({ objectName }) => objectName === 'Team 3')).toMatchObject({
    action: 'TEAM_CREATED',
    actorKind: 'USER',
    actorId: bea.id,
    actorName: 'Bea',
    ip: '192.0.2.7',
    changes: [{ field: 'name', before: null, after: 'Team 3' }],
  });
  expect(await firstBrokenEntry(db.uow.reader)).toBeNull();
});

test('they are found by person, action, object, words and date, page by page', async () => {
  expect(await all({ actorId: bea.id })).toHaveLength(10);
  expect(await all({ actions: ['TEAM_UPDATED'], actorId: ada.id })).toHaveLength(5);
  expect((await all({ objectId: 'tea_Team 4' })).map(({ objectName }) => objectName)).toEqual(['Team 4']);
  expect((await all({ text: 'TEAM 4' })).map(({ objectName }) => objectName)).toEqual(['Team 4']);
  expect(await all({ text: '%' })).toEqual([]);
  // The chain's order is that of the commits; of people who act at once the clocks may differ from it by some milliseconds.
  const latest = Math.max(...(await all()).map(({ at }) => at));
  expect(await all({ until: latest + 1 })).toHaveLength(20);
  expect(await all({ from: latest + 1 })).toEqual([]);
  const ctx = await world.as(ada);
  const first = await log.list(ctx, { actorId: ada.id }, 7, null);
  const second = await log.list(ctx, { actorId: ada.id }, 7, first.pageInfo.endCursor);
  expect([first.nodes.length, first.pageInfo.hasNextPage, second.nodes.length, second.pageInfo.hasNextPage]).toEqual([
    7,
    true,
    3,
    false,
  ]);
  await expect(log.list(ctx, {}, 7, first.pageInfo.endCursor)).rejects.toMatchObject({ code: 'INVALID' });
});

test('only admins read it, and nobody changes it', async () => {
  const member = await world.as(await world.agent('Max'));
  await expect(log.list(member, {}, null, null)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const [entry] = await all();
  expect(await log.find(member, entry!.id)).toBeNull();
  expect(await log.find(await world.as(ada), entry!.id)).toMatchObject({ id: entry!.id });
  for (const statement of ["UPDATE audit_entry SET actor_name = 'Nobody'", 'DELETE FROM audit_entry'])
    await expect(db.uow.run(testCtx(), (tx) => tx.execute(statement))).rejects.toThrow(/kept/);
});

test('what is changed or taken out behind its back is noticed', async () => {
  const trigger = { sqlite: 'DROP TRIGGER "tr_audit_entry_update"', postgres: 'DROP TRIGGER "tr_audit_entry" ON "audit_entry"' };
  await db.uow.run(testCtx(), async (tx) => {
    await tx.execute(trigger[tx.dialect]);
    await tx.execute(`UPDATE audit_entry SET actor_name = 'Nobody' WHERE seq = 5`);
  });
  expect(await firstBrokenEntry(db.uow.reader)).toBe(5);
});
