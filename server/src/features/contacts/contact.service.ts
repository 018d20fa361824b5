import { Injectable } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { cleanName, NAME_LENGTH } from './contact-name.js';
import type { Contact } from './contact.entity.js';
import { findContact, listContacts, renameContact } from './contact.repository.js';
import { emitContact } from './find-or-create.js';

export interface ContactSave {
  id: string;
  name?: string | null;
  expectedVersion?: number | null;
}
export interface ContactListing {
  search?: string | null;
  first?: number | null;
  after?: string | null;
}

/** What agents do with contacts. */
@Injectable()
export class ContactService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** A page in the form of `ContactConnection`, newest contacts first. */
  async list({ search, first, after }: ContactListing) {
    const size = pageSize(first);
    const words = search?.trim() || null;
    const list = `contacts:${words ?? ''}`;
    const from = after ? decodeCursor(after, list) : null;
    // Read before the page: a change in between is then told twice rather than never.
    const position = await this.journal.position();
    const rows = await listContacts(this.uow.reader, { search: words, after: from, limit: size + 1 });
    const nodes = rows.slice(0, size);
    const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: 0, id: node.id }, list), node }));
    const pageInfo = {
      hasNextPage: rows.length > size,
      hasPreviousPage: from !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    return { position: String(position), edges, nodes, pageInfo };
  }

  /** Changes what the team knows about a contact. */
  async save(ctx: Ctx, input: ContactSave): Promise<Contact> {
    if (!hasScope(ctx.principal, ['CONTACTS_WRITE'])) throw new DomainError('FORBIDDEN', 'You may not change contacts.');
    return this.uow.run(ctx, async (tx) => {
      const contact = await findContact(tx, input.id);
      if (!contact) throw new DomainError('NOT_FOUND', 'There is no such contact.', { path: ['id'] });
      if (input.expectedVersion != null && input.expectedVersion !== contact.version) throw conflict(contact.id);
      if (input.name === undefined) return contact;
      if ((input.name ?? '').trim().length > NAME_LENGTH)
        throw new DomainError('INVALID', `A name has at most ${NAME_LENGTH} characters.`, { path: ['name'] });
      const name = cleanName(input.name);
      if (name === contact.name) return contact;
      if (!(await renameContact(tx, contact.id, contact.version, name))) throw conflict(contact.id);
      emitContact(tx, 'UPDATED', contact.id);
      return { ...contact, name, version: contact.version + 1, updatedAt: tx.now };
    });
  }
}

function conflict(currentId: string): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed this contact. Look at it again.', { currentId });
}
