import { identityKey, isIdentityValue } from '../../kernel/identity-kinds.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { indexContacts } from '../list-index/index.js';
import { reindex } from '../search-index/index.js';
import type { Contact } from './contact.entity.js';
import { claimIdentity, findContactBy, markVerified } from './contact.repository.js';
import { emitContact, findOrCreateContact, type ShownIdentity } from './find-or-create.js';

/** A person with what else he is known by. */
export interface Introduced {
  contact: Contact;
  /** Who has one of the values already: somebody else, as far as anybody can tell. */
  other: Contact | null;
}

/**
 * The contact of somebody of whom more is said than one identity. What is verified makes a newcomer the contact that has it; what he only
 * claims is added where nobody has it, and never joins him with who has.
 */
export async function introduceContact(tx: Tx, shown: ShownIdentity, known: readonly ShownIdentity[]): Promise<Introduced> {
  const others = known.filter(({ kind, value }) => isIdentityValue(kind, value));
  const proven = await provenContact(tx, shown, others);
  if (proven) await addIdentity(tx, proven, shown);
  const contact = await findOrCreateContact(tx, shown);
  let other: Contact | null = null;
  // Each may be the address of somebody else; there are ten at most.
  for (const identity of others) {
    const found = await findContactBy(tx, identity.kind, identityKey(identity.kind, identity.value));
    if (!found) await addIdentity(tx, contact, identity);
    else if (found.contact.id !== contact.id) other ??= found.contact.deletedAt === null ? found.contact : null;
    else if (identity.verified && !found.verified) await markVerified(tx, found.identityId);
  }
  return { contact, other };
}

/** Of somebody who was never here, the contact that has what is proven of him. */
async function provenContact(tx: Tx, shown: ShownIdentity, others: readonly ShownIdentity[]): Promise<Contact | null> {
  if (await findContactBy(tx, shown.kind, identityKey(shown.kind, shown.value))) return null;
  for (const { kind, value, verified } of others) {
    const found = verified ? await findContactBy(tx, kind, identityKey(kind, value)) : null;
    if (found?.contact.deletedAt === null) return found.contact;
  }
  return null;
}

async function addIdentity(tx: Tx, contact: Contact, { kind, value, verified, name }: ShownIdentity): Promise<void> {
  const claimed = await claimIdentity(tx, {
    id: newId('identity'),
    contactId: contact.id,
    ...{ kind, value: value.trim(), valueKey: identityKey(kind, value), verified },
    name: name ?? null,
    createdAt: tx.now,
  });
  if (!claimed) return;
  await reindex(tx, { of: 'contact', id: contact.id });
  await indexContacts(tx, [contact.id]);
  emitContact(tx, 'UPDATED', contact.id);
}
