import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { decodeCursor, encodeCursor } from '../../kernel/keyset.js';
import { type Reader, type Tx, UnitOfWork } from '../../kernel/uow.js';
import type { BulkSubject, Doing, Named, Outcome } from '../bulk-changes/index.js';
import {
  binContact,
  type Contact,
  type ContactsAsked,
  countContacts,
  findContacts,
  listContacts,
  requireWrite,
  saveContact,
} from '../contacts/index.js';
import { type FactAsked, factFilter } from '../list-index/index.js';
import type { ContactAction } from './actions.js';
import { workOff } from './work-off.js';

/** Which contacts are meant; the same as of the list. */
export type ContactFilter = { [Key in keyof ContactsAsked]?: ContactsAsked[Key] | null };

/** The whole list of contacts, or what is found in it; newest first, so that who becomes known meanwhile is left as he is. */
@Injectable()
export class ContactSubject implements BulkSubject<ContactFilter, ContactAction> {
  readonly kind = 'CONTACTS';
  readonly audited = 'CONTACTS_CHANGED';

  constructor(private readonly uow: UnitOfWork) {}

  async require(ctx: Ctx, reader: Reader, { fact }: ContactFilter, action: ContactAction): Promise<void> {
    requireWrite(ctx);
    if (fact) await checkFilter(reader, fact);
    if ('fields' in action && (typeof action.fields !== 'object' || Array.isArray(action.fields)))
      throw new DomainError('INVALID', 'Facts are given by the id of their property.', { path: ['action', 'fields'] });
  }

  count(_ctx: Ctx, reader: Reader, filter: ContactFilter, limit: number): Promise<number> {
    return countContacts(reader, asked(filter), limit);
  }

  async page(_ctx: Ctx, reader: Reader, filter: ContactFilter, { after, first }: { after: string | null; first: number }) {
    const from = after === null ? null : decodeCursor(after, this.kind);
    const contacts = await listContacts(reader, { ...asked(filter), after: from, limit: first });
    const last = contacts.at(-1);
    return { nodes: contacts.map(nameOf), place: last ? encodeCursor({ value: 0, id: last.id }, this.kind) : after };
  }

  async named(_ctx: Ctx, reader: Reader, ids: readonly string[]): Promise<Named[]> {
    return (await findContacts(reader, ids)).map(nameOf);
  }

  async run(
    ctx: Ctx,
    doings: readonly Doing<ContactAction>[],
    settle: (tx: Tx, outcome: Outcome<ContactAction>) => Promise<void>,
  ): Promise<void> {
    requireWrite(ctx);
    const ids = doings.map(({ id }) => id);
    await this.uow.run(ctx, async (tx) => {
      const before = await findContacts(tx, ids);
      await settle(tx, await workOff(tx, doings, { before, work, backOf }));
    });
  }
}

/** The filter of one that began is looked at again: its property may be gone. */
async function checkFilter(reader: Reader, fact: FactAsked): Promise<void> {
  try {
    await factFilter(reader, fact);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, error.message, { path: ['filter', ...(error.detail.path ?? [])] });
  }
}

async function work(tx: Tx, { id, action, version }: Doing<ContactAction>, contact: Contact | undefined): Promise<Contact> {
  if (!contact) throw new DomainError('NOT_FOUND', 'There is no such contact.');
  if (version !== null && version !== contact.version)
    throw new DomainError('CONFLICT', 'Somebody else changed this contact. Look at it again.', { currentId: id });
  if ('deleted' in action) return binContact(tx, contact, !action.deleted);
  if ('own' in action) return saveContact(tx, { id, ownerId: action.own.ownerId ?? null });
  return saveContact(tx, { id, fields: action.fields });
}

function backOf(action: ContactAction, { ownerId, fields }: Contact): ContactAction {
  if ('deleted' in action) return { deleted: !action.deleted };
  if ('own' in action) return { own: { ownerId } };
  return { fields: Object.fromEntries(Object.keys(action.fields).map((id) => [id, fields[id] ?? null])) };
}

function asked({ search, ownerId, deleted, fact }: ContactFilter): ContactsAsked {
  return { search: search?.trim() || null, ownerId: ownerId ?? null, deleted: deleted ?? false, fact: fact ?? null };
}

const nameOf = ({ id, name }: Contact): Named => ({ id, number: null, name });
