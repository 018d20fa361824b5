import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { added, contactOf, opened } from '../../../test/support/conversations.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { World } from '../../../test/support/world.js';
import type { Conversation } from '../conversations/index.js';
import { ConversationAccess, ConversationService } from '../conversations/index.js';
import { recountInboxes } from '../inboxes/index.js';
import { DemoService } from './demo.service.js';

let db: TestDatabase;
let world: World;
let demo: DemoService;

beforeEach(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  demo = new DemoService(db.uow, world.workspace);
});
afterEach(() => db.close());

/** The journal and the queue remember what happened; everything else must be as before. */
async function tables(): Promise<Record<string, unknown[]>> {
  const names = db.database.writer.entityMetadatas
    .map(({ tableName }) => tableName)
    .filter((name) => !['event', 'job'].includes(name));
  const rows = await Promise.all(names.map((name) => db.uow.reader.query<Record<string, unknown>>(`SELECT * FROM "${name}"`)));
  const lasting = (row: Record<string, unknown>): string => JSON.stringify({ ...row, version: 0, updated_at: 0 });
  return Object.fromEntries(names.map((name, index) => [name, rows[index]!.map(lasting).sort()]));
}

describe('demoSet', () => {
  it('asks for an inbox first, and for an admin', async () => {
    await expect(demo.set(testCtx(), true)).rejects.toMatchObject({ code: 'INVALID' });
    expect(await demo.present()).toBe(false);
    const member = await world.as(await world.agent('Anna'));
    await expect(demo.set(member, true)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('fills the inbox with forty conversations of several days, in all states, with true counts', async () => {
    const owner = await world.agent('Olivia', 'OWNER');
    const anna = await world.agent('Anna');
    await world.inboxes.save(testCtx(), { name: 'Support' });
    expect(await demo.set(await world.as(owner), true)).toBe(true);
    expect(await demo.set(await world.as(owner), true)).toBe(true);
    expect(await demo.present()).toBe(true);
    const service = new ConversationService(db.uow, db.journal);
    const ctx = await world.as(anna);
    const find = async (filter: object): Promise<Conversation[]> => (await service.list(ctx, { filter, first: 100 })).nodes;
    const inbox = await find({});
    const filtered = await find({ placement: ['FILTERED'] });
    expect([inbox.length, filtered.length]).toEqual([36, 4]);
    expect(inbox.every((row) => row.demo && row.preview !== '' && row.lastMessageAt <= Date.now())).toBe(true);
    expect(Math.min(...inbox.map(({ createdAt }) => createdAt))).toBeLessThan(Date.now() - 8 * 86_400_000);
    expect((await find({ unread: true })).length).toBeGreaterThan(4);
    expect((await find({ status: ['CLOSED'] })).length).toBeGreaterThan(10);
    for (const assigneeIds of [[owner.id], [anna.id], [null]])
      expect((await find({ assigneeIds, status: ['OPEN'] })).length).toBeGreaterThan(2);
    const numbers = inbox.toSorted((a, b) => a.createdAt - b.createdAt).map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(await recountInboxes(db.uow.reader)).toEqual([]);
  });

  it('takes everything away again, and leaves what is real', async () => {
    const owner = await world.agent('Olivia', 'OWNER');
    const inbox = await world.inboxes.save(testCtx(), { name: 'Support' });
    const empty = await tables();
    await demo.set(await world.as(owner), true);
    await demo.set(await world.as(owner), false);
    expect(await tables()).toEqual(empty);
    expect(await demo.present()).toBe(false);

    const contact = await contactOf(world, 'real@customer.example', 'Real');
    const real = await opened(world, { inboxId: inbox.id, contact });
    await added(world, real.id);
    const before = await tables();
    await demo.set(await world.as(owner), true);
    const met = (await contactOf(world, 'sem.smit@example.org')).id;
    const kept = await opened(world, { inboxId: inbox.id, contact: await contactOf(world, 'sem.smit@example.org') });
    await demo.set(await world.as(owner), false);
    const after = await tables();
    expect(after.conversation).toHaveLength(2);
    expect(after.contact).toHaveLength(2);
    expect(after.contact!.some((row) => String(row).includes(met))).toBe(true);
    expect(after.message).toEqual(before.message);
    expect((await new ConversationAccess(db.uow).loadVisible(testCtx(), kept.id))?.number).toBe(42);
    expect(await recountInboxes(db.uow.reader)).toEqual([]);
  });

  it('tells who watches of each conversation that goes', async () => {
    await world.inboxes.save(testCtx(), { name: 'Support' });
    await demo.set(testCtx(), true);
    const before = await world.position();
    await demo.set(testCtx(), false);
    const events = await world.events(before);
    expect(events.filter(({ type, change }) => type === 'conversation.deleted' && change === 'DELETED')).toHaveLength(40);
    expect(events.filter(({ type }) => type === 'contact.deleted')).toHaveLength(10);
    expect(events.filter(({ type }) => type === 'inbox.counts')).toHaveLength(1);
  });
});
