import { Injectable } from '@nestjs/common';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import type { Tx } from '../../kernel/uow.js';
import { type Contact, findContacts } from '../contacts/index.js';
import { type BulkResult, changeConversation, type Conversation, ConversationService } from '../conversations/index.js';
import { reindex } from '../search-index/index.js';

/** Who a conversation is with, as a person decides it. */
@Injectable()
export class ConversationContactService {
  constructor(private readonly conversations: ConversationService) {}

  /** Ties conversations to a contact, or to nobody; what was said stays as it was said (S53). */
  async set(ctx: Ctx, ids: readonly string[], contactId: string | null, versions: readonly number[] | null): Promise<BulkResult> {
    const actor = actorOf(ctx.principal);
    return this.conversations.changeEach(ctx, ids, versions, async (tx) => {
      const contact = contactId === null ? null : await requireLive(tx, contactId);
      return async (conversation) => {
        if (conversation.contactId === contactId) return conversation;
        const type = contact ? 'contact_set' : 'contact_removed';
        const data = { ...(await before(tx, conversation)), contactId, name: contact?.name ?? null };
        const changed = await changeConversation(tx, conversation, { contactId }, { type, actor, data });
        await reindex(tx, { of: 'conversation', id: conversation.id });
        return changed;
      };
    });
  }
}

async function before(tx: Tx, { contactId }: Conversation): Promise<Record<string, unknown>> {
  const [contact] = contactId === null ? [] : await findContacts(tx, [contactId]);
  return { previousContactId: contactId, previousName: contact?.name ?? null };
}

async function requireLive(tx: Tx, id: string): Promise<Contact> {
  const [contact] = await findContacts(tx, [id]);
  if (contact && contact.deletedAt === null) return contact;
  throw new DomainError('NOT_FOUND', 'There is no such contact.', { path: ['contactId'] });
}
