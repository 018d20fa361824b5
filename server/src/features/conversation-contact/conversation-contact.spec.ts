import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { contactOf, opened } from '../../../test/support/conversations.js';
import { World } from '../../../test/support/world.js';
import { newId } from '../../kernel/ids.js';
import { ConversationService } from '../conversations/index.js';
import { ConversationContactService } from './conversation-contact.service.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await openTestDatabase();
  world = await World.make(db);
});
afterAll(() => db.close());

it('a conversation is let go of by its contact and tied to another, and back with the version it led to (S53)', async () => {
  const mia = await world.agent('Mia');
  const olga = await world.as(await world.agent('Olga', 'OWNER'));
  const members = [{ agentId: mia.id, role: 'AGENT' as const }];
  const inbox = await world.inboxes.save(olga, { name: 'Sales', audience: 'MEMBERS', members });
  const [sem, other] = [await contactOf(world, 'sem@a.example', 'Sem'), await contactOf(world, 'o@a.example', 'Other')];
  const conversation = await opened(world, { inboxId: inbox.id, contact: sem });
  const service = new ConversationContactService(new ConversationService(db.uow, db.journal));
  const ctx = await world.as(mia);
  const position = await world.position();
  const { conversations } = await service.set(ctx, [conversation.id], null, [conversation.version]);
  expect(conversations).toMatchObject([{ contactId: null }]);
  const told = (await world.events(position)).find(({ type }) => type === 'conversation.contact_removed');
  expect(told?.data).toMatchObject({ previousContactId: sem.id, previousName: 'Sem' });
  const again = await service.set(ctx, [conversation.id], other.id, [conversation.version]);
  expect(again).toMatchObject({ conversations: [], userErrors: [{ code: 'CONFLICT' }] });
  const tied = await service.set(ctx, [conversation.id], other.id, [conversations[0]!.version]);
  expect(tied).toMatchObject({ conversations: [{ contactId: other.id }], userErrors: [] });
  await expect(service.set(ctx, [conversation.id], newId('contact'), null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  // Who only looks in does not act (S5).
  expect(await service.set(olga, [conversation.id], null, null)).toMatchObject({ userErrors: [{ code: 'NOT_A_MEMBER' }] });
});
