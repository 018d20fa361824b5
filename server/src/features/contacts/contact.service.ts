import { Injectable } from '@nestjs/common';
import { hasScope } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { Journal } from '../../kernel/events.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { forEach, type UserErrorRow } from '../../kernel/user-errors.js';
import type { FactAsked } from '../list-index/index.js';
import { keepChanges } from './contact-changes.js';
import type { Contact } from './contact.entity.js';
import { findContacts, listContacts, updateContact } from './contact.repository.js';
import { type ContactSave, conflict, saveContact } from './contact-save.js';
import { emitContact } from './find-or-create.js';

export interface ContactListing {
  search?: string | null;
  ownerId?: string | null;
  /** Those in the bin. */
  deleted?: boolean | null;
  fact?: FactAsked | null;
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
  async list({ search, ownerId, deleted, fact, first, after }: ContactListing) {
    const size = pageSize(first);
    const words = search?.trim() || null;
    const list = `contacts:${ownerId ?? ''}:${String(deleted ?? false)}:${words ?? ''}${fact ? `:${JSON.stringify(fact)}` : ''}`;
    const from = after ? decodeCursor(after, list) : null;
    // Read before the page: a change in between is then told twice rather than never.
    const position = await this.journal.position();
    const rows = await listContacts(this.uow.reader, {
      search: words,
      ownerId: ownerId ?? null,
      deleted: deleted ?? false,
      fact: fact ?? null,
      after: from,
      limit: size + 1,
    });
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
    requireWrite(ctx);
    return this.uow.run(ctx, (tx) => saveContact(tx, input));
  }

  /** Changes several, each as it says, and makes none; an expected failure of one leaves the others be. */
  async changeAll(ctx: Ctx, changes: readonly ContactSave[]): Promise<ContactsResult> {
    requireWrite(ctx);
    checkBulk(changes, 'changes');
    const ids = changes.map(({ id }) => id);
    return this.uow.run(ctx, async (tx) => {
      const known = new Set((await findContacts(tx, ids)).map(({ id }) => id));
      return each(changes, (one) => (known.has(one.id) ? saveContact(tx, one) : Promise.reject(gone())));
    });
  }

  /** Puts contacts into the bin, or takes them out of it (D44); an expected failure of one leaves the others be. */
  async delete(ctx: Ctx, ids: readonly string[], restore: boolean): Promise<ContactsResult> {
    requireWrite(ctx);
    checkBulk(ids, 'ids');
    return this.uow.run(ctx, async (tx) => {
      const found = new Map((await findContacts(tx, ids)).map((contact) => [contact.id, contact]));
      return each(ids, (id) => {
        const contact = found.get(id);
        return contact ? binContact(tx, contact, restore) : Promise.reject(gone());
      });
    });
  }
}

/** What became of several contacts. */
export interface ContactsResult {
  contacts: Contact[];
  userErrors: UserErrorRow[];
}

const BULK_LIMIT = 200;

function checkBulk(items: readonly unknown[], field: string): void {
  if (items.length > BULK_LIMIT)
    throw new DomainError('LIMIT', `At most ${BULK_LIMIT} contacts are changed at once.`, { path: [field] });
}

/** What became of each. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<Contact>): Promise<ContactsResult> {
  const { done, userErrors } = await forEach(items, work);
  return { contacts: done, userErrors };
}

const gone = (): DomainError => new DomainError('NOT_FOUND', 'There is no such contact.');

/** Puts a contact into the bin, or takes him out of it, as part of a unit. */
export async function binContact(tx: Tx, contact: Contact, restore: boolean): Promise<Contact> {
  if (contact.mergedIntoId !== null) throw gone();
  if ((contact.deletedAt === null) === restore) return contact;
  const deletedAt = restore ? null : tx.now;
  if (!(await updateContact(tx, contact, { deletedAt }))) throw conflict(contact.id);
  await keepChanges(tx, contact.id, [{ what: restore ? 'RESTORED' : 'DELETED' }]);
  emitContact(tx, restore ? 'CREATED' : 'UPDATED', contact.id);
  return { ...contact, deletedAt, version: contact.version + 1, updatedAt: tx.now };
}

/** Throws unless the asker may change contacts. */
export function requireWrite(ctx: Ctx): void {
  if (!hasScope(ctx.principal, ['CONTACTS_WRITE'])) throw new DomainError('FORBIDDEN', 'You may not change contacts.');
}
