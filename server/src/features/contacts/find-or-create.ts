import { identityDomain, identityKey } from '../../kernel/identity-kinds.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { indexContacts, indexNewContact } from '../list-index/index.js';
import { reindex, rememberContactName } from '../search-index/index.js';
import { keepChanges } from './contact-changes.js';
import type { Contact } from './contact.entity.js';
import { claimIdentity, fillName, findContactBy, insertContact, markVerified, updateContact } from './contact.repository.js';
import { cleanName } from './contact-name.js';

/** A person as a network shows him: `verified` when the network proved it, false when it was only said. */
export interface ShownIdentity {
  kind: string;
  value: string;
  verified: boolean;
  name?: string | null;
}

/**
 * The contact that is known by this value, made when there is none. A name is taken where there was none. It looks at one
 * identity only, so what somebody merely claims never joins two contacts into one.
 */
export async function findOrCreateContact(tx: Tx, identity: ShownIdentity): Promise<Contact> {
  const valueKey = identityKey(identity.kind, identity.value);
  const name = cleanName(identity.name);
  const known = await findContactBy(tx, identity.kind, valueKey);
  if (known) {
    if (identity.verified && !known.verified) await markVerified(tx, known.identityId);
    return namedContact(tx, await broughtBack(tx, known.contact), name);
  }
  const contact: Contact = {
    id: newId('contact'),
    name,
    ...{ avatarUrl: null, ownerId: null, deletedAt: null, mergedIntoId: null, fields: {} },
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
  const claimed = await claimIdentity(tx, {
    id: newId('identity'),
    contactId: contact.id,
    kind: identity.kind,
    value: identity.value.trim(),
    valueKey,
    verified: identity.verified,
    name,
    createdAt: tx.now,
  });
  // Another unit took the value between the two statements; its contact is the one.
  if (!claimed) return findOrCreateContact(tx, identity);
  await insertContact(tx, contact);
  const { kind, value } = identity;
  await indexNewContact(tx, contact, { kind, value, name, domain: identityDomain(kind, value) });
  rememberContactName(tx, contact.id, name);
  emitContact(tx, 'CREATED', contact.id);
  return contact;
}

/** Who was deleted and writes again is a contact again: what is said now has to be somebody's. */
async function broughtBack(tx: Tx, contact: Contact): Promise<Contact> {
  if (contact.deletedAt === null) return contact;
  await updateContact(tx, contact, { deletedAt: null });
  await keepChanges(tx, contact.id, [{ what: 'RESTORED' }]);
  emitContact(tx, 'CREATED', contact.id);
  return { ...contact, deletedAt: null, version: contact.version + 1, updatedAt: tx.now };
}

async function namedContact(tx: Tx, contact: Contact, name: string | null): Promise<Contact> {
  if (!name || contact.name || !(await fillName(tx, contact.id, name))) {
    rememberContactName(tx, contact.id, contact.name);
    return contact;
  }
  await reindex(tx, { of: 'contact', id: contact.id });
  await indexContacts(tx, [contact.id]);
  emitContact(tx, 'UPDATED', contact.id);
  return { ...contact, name, version: contact.version + 1, updatedAt: tx.now };
}

/** Tells every agent of a new or changed contact: contacts belong to the workspace, not to an inbox. */
export function emitContact(tx: Tx, change: 'CREATED' | 'UPDATED' | 'DELETED', contactId: string): void {
  const type = `contact.${change.toLowerCase()}`;
  tx.emit({ type, change, nodeId: contactId, inboxId: null, contactId, audience: 'agents' });
}
