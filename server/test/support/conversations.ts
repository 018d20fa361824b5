import type { Ctx } from '../../src/kernel/context.js';
import {
  addItem,
  type Conversation,
  type ItemEffects,
  type NewConversation,
  openConversation,
} from '../../src/features/conversations/index.js';
import { type Contact, findOrCreateContact } from '../../src/features/contacts/index.js';
import type { Message, NewItem } from '../../src/features/messages/index.js';
import { testCtx } from './database.js';
import type { World } from './world.js';

/** A contact with this address. */
export function contactOf(world: World, value: string, name?: string): Promise<Contact> {
  return world.db.uow.run(testCtx(), (tx) => findOrCreateContact(tx, { kind: 'email', value, verified: false, name }));
}

/** A conversation without items, in its own unit. */
export function opened(world: World, input: Partial<NewConversation> & { inboxId: string }): Promise<Conversation> {
  return world.db.uow.run(testCtx(), (tx) => {
    return openConversation(tx, { channel: null, contact: null, subject: 'Hello', at: tx.now, placement: 'INBOX', ...input });
  });
}

/** An item in its own unit: an inbound message of a person unless said otherwise. */
export function added(
  world: World,
  conversationId: string,
  item: Partial<NewItem> = {},
  effects?: ItemEffects,
  ctx: Ctx = testCtx(),
): Promise<{ conversation: Conversation; message: Message }> {
  return world.db.uow.run(ctx, (tx) => {
    const author = { kind: 'CONTACT' as const, id: null, name: 'Sem' };
    return addItem(
      tx,
      conversationId,
      { kind: 'MESSAGE', direction: 'INBOUND', author, at: tx.now, text: 'Hi', ...item },
      effects,
    );
  });
}
