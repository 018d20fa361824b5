import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestDatabase, testCtx, type TestDatabase } from '../../../test/support/database.js';
import { contactOf, opened } from '../../../test/support/conversations.js';
import { World } from '../../../test/support/world.js';
import { SystemClock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import { type Contact, ContactService, findContact, findOrCreateContact, identitiesOf } from '../contacts/index.js';
import { findConversation } from '../conversations/index.js';
import { associationsOf, RecordService } from '../records/index.js';
import { MergeService } from './merge.service.js';

let db: TestDatabase;
let world: World;
let merges: MergeService;
let agent: Ctx;
let inboxId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
  merges = new MergeService(db.uow, new SystemClock());
  agent = await world.as(await world.agent('Anna'));
  const olga = await world.as(await world.agent('Olga', 'OWNER'));
  inboxId = (await world.inboxes.save(olga, { name: 'Support', audience: 'EVERYONE' })).id;
});
afterAll(() => db.close());

const proven = (value: string, name: string): Promise<Contact> =>
  db.uow.run(testCtx(), (tx) => findOrCreateContact(tx, { kind: 'email', value, verified: true, name }));
const addresses = async (id: string): Promise<string[]> =>
  (await identitiesOf(db.uow.reader, [id])).map(({ value }) => value).toSorted();

it('everything of the other hangs on the winner, and goes back to him as it was', async () => {
  const records = new RecordService(db.uow, db.journal);
  const [winner, loser] = [await contactOf(world, 'w@a.example', 'Winner'), await contactOf(world, 'l@a.example', 'Loser')];
  const [his, others] = [await opened(world, { inboxId, contact: winner }), await opened(world, { inboxId, contact: loser })];
  const note = await records.save(agent, { id: newId('note'), body: 'Of the loser', linkIds: [loser.id] });
  const both = await records.save(agent, { id: newId('note'), body: 'Of both', linkIds: [loser.id, winner.id] });
  expect(await merges.preview(winner.id, loser.id)).toMatchObject({ verifiedDiffer: false, conversations: 1, records: 2 });
  const input = { id: newId('contactMerge'), winnerId: winner.id, loserId: loser.id, name: 'One', sure: false };
  const { merge, contact } = await merges.merge(agent, input);
  expect(contact).toMatchObject({ id: winner.id, name: 'One' });
  expect(await addresses(winner.id)).toEqual(['l@a.example', 'w@a.example']);
  expect(await contactOf(world, 'l@a.example')).toMatchObject({ id: winner.id });
  const contactOfConversation = async (id: string) => (await findConversation(db.uow.reader, id))?.contactId;
  expect([await contactOfConversation(his.id), await contactOfConversation(others.id)]).toEqual([winner.id, winner.id]);
  expect((await associationsOf(db.uow.reader, [note.id])).map(({ toId }) => toId)).toEqual([winner.id]);
  expect(await findContact(db.uow.reader, loser.id)).toMatchObject({ mergedIntoId: winner.id });
  // The same again is the same.
  expect((await merges.merge(agent, input)).merge).toMatchObject({ id: merge.id });
  expect((await merges.undoable([winner.id])).map(({ id }) => id)).toEqual([merge.id]);
  // A merged contact is not in the bin: only the way back brings it back.
  const contacts = new ContactService(db.uow, db.journal);
  expect(await contacts.delete(agent, [loser.id], true)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  const parted = await merges.undo(agent, merge.id);
  expect(parted.contact).toMatchObject({ name: 'Winner' });
  expect([await addresses(winner.id), await addresses(loser.id)]).toEqual([['w@a.example'], ['l@a.example']]);
  expect([await contactOfConversation(his.id), await contactOfConversation(others.id)]).toEqual([winner.id, loser.id]);
  expect((await associationsOf(db.uow.reader, [note.id])).map(({ toId }) => toId)).toEqual([loser.id]);
  expect((await associationsOf(db.uow.reader, [both.id])).map(({ toId }) => toId).toSorted()).toEqual(
    [winner.id, loser.id].toSorted(),
  );
  expect(await findContact(db.uow.reader, loser.id)).toMatchObject({ deletedAt: null, mergedIntoId: null });
  expect(await merges.undoable([winner.id])).toEqual([]);
});

it('two who are both proven are merged only by somebody who says that he is sure (G14 72)', async () => {
  const [winner, loser] = [await proven('p1@a.example', 'P'), await proven('p2@a.example', 'Q')];
  expect((await merges.preview(winner.id, loser.id))?.verifiedDiffer).toBe(true);
  const input = { id: newId('contactMerge'), winnerId: winner.id, loserId: loser.id };
  await expect(merges.merge(agent, { ...input, sure: false })).rejects.toMatchObject({
    code: 'CONFLICT',
    detail: { path: ['sure'] },
  });
  expect(await addresses(loser.id)).toEqual(['p2@a.example']);
  await merges.merge(agent, { ...input, sure: true });
  expect(await addresses(winner.id)).toEqual(['p1@a.example', 'p2@a.example']);
  await expect(merges.merge(agent, { ...input, id: newId('contactMerge'), sure: true })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('what the team changed since the merge is not lost when it is undone', async () => {
  const [winner, loser] = [await contactOf(world, 'c1@a.example', 'C'), await contactOf(world, 'c2@a.example', 'D')];
  const { merge } = await merges.merge(agent, { id: newId('contactMerge'), winnerId: winner.id, loserId: loser.id, sure: false });
  await new ContactService(db.uow, db.journal).save(agent, { id: winner.id, name: 'Changed since' });
  const { contact } = await merges.undo(agent, merge.id);
  expect(contact.name).toBe('Changed since');
  expect(await addresses(loser.id)).toEqual(['c2@a.example']);
});
