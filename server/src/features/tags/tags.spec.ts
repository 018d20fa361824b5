import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { opened } from '../../../test/support/conversations.js';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { World } from '../../../test/support/world.js';
import type { User } from '../agents/index.js';
import { type Conversation, ConversationService } from '../conversations/index.js';
import { type Inbox, recountInboxes } from '../inboxes/index.js';
import { newId } from '../../kernel/ids.js';
import { tagsOf } from './tag.repository.js';
import { TagService } from './tag.service.js';

let db: TestDatabase;
let world: World;
let conversations: ConversationService;
let tags: TagService;
let owner: User;
let anna: User;
let vera: User;
let inbox: Inbox;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  conversations = new ConversationService(db.uow, db.journal);
  tags = new TagService(db.uow, conversations);
  owner = await world.agent('Olivia', 'OWNER');
  anna = await world.agent('Anna');
  vera = await world.agent('Vera');
  const members = [
    { agentId: anna.id, role: 'AGENT' as const },
    { agentId: vera.id, role: 'VIEWER' as const },
  ];
  inbox = await world.inboxes.save(testCtx(), { name: 'Support', audience: 'MEMBERS', members });
});
afterAll(() => db.close());

const make = (): Promise<Conversation> => opened(world, { inboxId: inbox.id });
const save = async (name: string, by = anna) => tags.save(await world.as(by), { name });
const namesOf = async (id: string) => (await tagsOf(db.uow.reader, [id])).map(({ tag }) => tag.name);
const put = async (ids: string[], add: string[], more: { remove?: string[]; expectedVersions?: number[]; by?: User } = {}) =>
  tags.tag(await world.as(more.by ?? anna), {
    ids,
    add,
    remove: more.remove ?? [],
    expectedVersions: more.expectedVersions ?? null,
  });

describe('tags', () => {
  it('are made by whoever works, once for a name and an id, and changed by admins', async () => {
    const id = newId('tag');
    const ctx = await world.as(anna);
    const made = await tags.save(ctx, { id, name: '  Refund ', color: 'RED' });
    expect(made).toMatchObject({ id, name: 'Refund', color: 'RED', version: 1 });
    expect(await tags.save(ctx, { id, name: 'Refund', color: 'RED' })).toEqual(made);
    await expect(save('REFUND')).rejects.toMatchObject({ code: 'CONFLICT', detail: { path: ['name'], currentId: id } });
    await expect(save(' ')).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['name'] } });
    await expect(save('x'.repeat(41))).rejects.toMatchObject({ code: 'INVALID', detail: { path: ['name'] } });
    await expect(tags.save(ctx, { id, name: 'Money' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const before = await world.position();
    const changed = await tags.save(await world.as(owner), { id, name: 'Money', expectedVersion: 1 });
    expect(changed).toMatchObject({ name: 'Money', color: 'RED', version: 2 });
    expect(await world.events(before)).toMatchObject([{ type: 'tag.updated', nodeId: id, inboxId: null, audience: 'agents' }]);
    const stale = tags.save(await world.as(owner), { id, name: 'Cash', expectedVersion: 1 });
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT', detail: { currentId: id } });
  });

  it('go on and off many conversations at once, with a line for each that changed and failures told one by one', async () => {
    const [urgent, later] = [await save('Urgent'), await save('Later')];
    const [first, second] = [await make(), await make()];
    await put([first.id], [urgent.id]);
    const result = await put([first.id, 'cnv_none', second.id], [urgent.id, later.id]);
    expect(result.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['1'] }]);
    expect(await Promise.all([first.id, second.id].map(namesOf))).toEqual([
      ['Later', 'Urgent'],
      ['Later', 'Urgent'],
    ]);
    const { nodes } = await conversations.items(first.id, {});
    expect(nodes.map(({ activity, data }) => [activity, data])).toEqual([
      ['tagged', { added: ['Urgent'], removed: [] }],
      ['tagged', { added: ['Later'], removed: [] }],
    ]);
    const [again] = (await put([first.id], [urgent.id])).conversations;
    expect(again!.version).toBe(result.conversations[0]!.version);
    const off = await put([first.id], [], { remove: [urgent.id], expectedVersions: [again!.version] });
    expect([off.conversations.length, await namesOf(first.id)]).toEqual([1, ['Later']]);
    const old = await put([first.id], [urgent.id], { expectedVersions: [again!.version] });
    expect(old.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await put([first.id], [urgent.id], { by: vera })).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    await expect(put([first.id], ['tag_none'])).rejects.toMatchObject({ code: 'NOT_FOUND', detail: { path: ['add'] } });
    expect(await recountInboxes(db.uow.reader)).toEqual([]);
  });

  it('narrow a list', async () => {
    const [one, two] = [await save('One'), await save('Two')];
    const [a, b, c] = [await make(), await make(), await make()];
    await put([a.id, b.id], [one.id]);
    await put([b.id, c.id], [two.id]);
    const found = async (tagIds: string[]) =>
      (await conversations.list(await world.as(anna), { filter: { tagIds } })).nodes.map(({ id }) => id).toSorted();
    expect(await found([one.id])).toEqual([a.id, b.id].toSorted());
    expect(await found([one.id, two.id])).toEqual([a.id, b.id, c.id].toSorted());
    expect(await found([])).toEqual([]);
  });

  it('become one, or go, with all that have them', async () => {
    const [bill, invoice] = [await save('Bill'), await save('Invoice')];
    const [a, b] = [await make(), await make()];
    await put([a.id, b.id], [bill.id]);
    await put([b.id], [invoice.id]);
    const ctx = await world.as(owner);
    expect(await tags.merge(ctx, invoice.id, [bill.id, invoice.id])).toMatchObject({ id: invoice.id });
    expect(await Promise.all([a.id, b.id].map(namesOf))).toEqual([['Invoice'], ['Invoice']]);
    expect(await tags.merge(ctx, invoice.id, [bill.id])).toMatchObject({ id: invoice.id });
    await expect(tags.merge(ctx, bill.id, [invoice.id])).rejects.toMatchObject({ code: 'NOT_FOUND', detail: { path: ['into'] } });
    expect([await tags.delete(ctx, invoice.id), await tags.delete(ctx, invoice.id)]).toEqual([invoice.id, invoice.id]);
    expect(await namesOf(a.id)).toEqual([]);
    expect((await tags.list()).map(({ name }) => name)).not.toContain('Bill');
  });
});
