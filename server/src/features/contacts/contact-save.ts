import { DomainError } from '../../kernel/errors.js';
import { identityKey, isIdentityValue } from '../../kernel/identity-kinds.js';
import { isId, newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { indexContacts } from '../list-index/index.js';
import { reindex } from '../search-index/index.js';
import { type ChangeLine, keepChanges, linesOf } from './contact-changes.js';
import { factsWith } from './contact-facts.js';
import { cleanName, NAME_LENGTH } from './contact-name.js';
import { listProperties } from './contact-property.repository.js';
import type { Contact } from './contact.entity.js';
import {
  claimIdentity,
  findContact,
  findContactBy,
  identitiesOf,
  insertContact,
  removeIdentity,
  updateContact,
} from './contact.repository.js';
import { emitContact } from './find-or-create.js';

export interface IdentityInput {
  kind: string;
  value: string;
}

/** A contact as it is given; what is undefined stays as it is. */
export interface ContactSave {
  id: string;
  name?: string | null;
  ownerId?: string | null;
  /** By the id of the property; null takes one away. */
  fields?: Record<string, unknown> | null;
  addIdentities?: IdentityInput[] | null;
  removeIdentities?: IdentityInput[] | null;
  expectedVersion?: number | null;
}

/** Kinds that a person may add by hand; all others only a network knows. */
const BY_HAND = ['email', 'phone'];
const MAX_IDENTITIES = 50;

/** Makes a contact under the id that the client made, or changes the one that is there; a repeat changes nothing. */
export async function saveContact(tx: Tx, input: ContactSave): Promise<Contact> {
  const contact = await findContact(tx, input.id);
  if (!contact) return create(tx, input);
  if (contact.deletedAt !== null)
    throw new DomainError('NOT_FOUND', 'This contact was deleted. Restore it first.', { path: ['id'] });
  if (input.expectedVersion != null && input.expectedVersion !== contact.version) throw conflict(contact.id);
  const changes = await changesOf(tx, contact, input);
  const addresses = await changeIdentities(tx, contact.id, input);
  const identities = addresses.length > 0;
  if (Object.keys(changes).length === 0 && !identities) return contact;
  if (!(await updateContact(tx, contact, changes))) throw conflict(contact.id);
  if (changes.name !== undefined) await reindex(tx, { of: 'contact', id: contact.id });
  if (changes.name !== undefined || changes.fields !== undefined || identities) await indexContacts(tx, [contact.id]);
  await keepChanges(tx, contact.id, [...(await linesOf(tx, contact, changes)), ...addresses]);
  emitContact(tx, 'UPDATED', contact.id);
  return { ...contact, ...changes, version: contact.version + 1, updatedAt: tx.now };
}

async function create(tx: Tx, input: ContactSave): Promise<Contact> {
  if (!isId('contact', input.id)) throw new DomainError('NOT_FOUND', 'There is no such contact.', { path: ['id'] });
  const empty: Contact = {
    id: input.id,
    ...{ name: null, avatarUrl: null, ownerId: null, deletedAt: null, mergedIntoId: null, fields: {} },
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
  const contact = { ...empty, ...(await changesOf(tx, empty, input)) };
  if (contact.name === null && !input.addIdentities?.length)
    throw new DomainError('INVALID', 'Give the contact a name or an address.', { path: ['name'] });
  await insertContact(tx, contact);
  await changeIdentities(tx, contact.id, input);
  await indexContacts(tx, [contact.id]);
  emitContact(tx, 'CREATED', contact.id);
  return contact;
}

/** The columns that are different from what is there. */
async function changesOf(tx: Tx, contact: Contact, input: ContactSave): Promise<Partial<Contact>> {
  const changes: Partial<Contact> = {};
  if (input.name !== undefined) {
    if ((input.name ?? '').trim().length > NAME_LENGTH)
      throw new DomainError('INVALID', `A name has at most ${NAME_LENGTH} characters.`, { path: ['name'] });
    const name = cleanName(input.name);
    if (name !== contact.name) changes.name = name;
  }
  if (input.ownerId !== undefined && input.ownerId !== contact.ownerId) {
    const owner = input.ownerId === null ? null : (await findAgents(tx, [input.ownerId]))[0];
    if (owner !== null && owner?.state !== 'ACTIVE')
      throw new DomainError('INVALID', 'There is no active agent with this id.', { path: ['ownerId'] });
    changes.ownerId = input.ownerId;
  }
  if (input.fields != null) {
    const fields = factsWith(contact.fields, input.fields, await listProperties(tx));
    if (JSON.stringify(fields) !== JSON.stringify(contact.fields)) changes.fields = fields;
  }
  return changes;
}

/** Adds and takes away addresses; answers what is different. What belongs to another contact is never taken from him (G14 72). */
async function changeIdentities(tx: Tx, contactId: string, input: ContactSave): Promise<ChangeLine[]> {
  const lines: ChangeLine[] = [];
  for (const { kind, value } of input.removeIdentities ?? [])
    if (await removeIdentity(tx, contactId, { kind, valueKey: identityKey(kind, value) }))
      lines.push({ what: 'ADDRESS_REMOVED', was: value });
  const added = input.addIdentities ?? [];
  if (added.length > 0 && (await identitiesOf(tx, [contactId])).length + added.length > MAX_IDENTITIES)
    throw new DomainError('LIMIT', `A contact has at most ${MAX_IDENTITIES} addresses.`, { path: ['addIdentities'] });
  for (const [index, identity] of added.entries())
    if (await addIdentity(tx, contactId, identity, index)) lines.push({ what: 'ADDRESS_ADDED', became: identity.value.trim() });
  return lines;
}

async function addIdentity(tx: Tx, contactId: string, { kind, value }: IdentityInput, index: number): Promise<boolean> {
  const path = ['addIdentities', String(index), 'value'];
  if (!BY_HAND.includes(kind) || !isIdentityValue(kind, value.trim()))
    throw new DomainError('INVALID', 'That is no mail address or phone number.', { path });
  const valueKey = identityKey(kind, value);
  const row = {
    id: newId('identity'),
    contactId,
    kind,
    value: value.trim(),
    valueKey,
    verified: false,
    name: null,
    createdAt: tx.now,
  };
  if (await claimIdentity(tx, row)) return true;
  const other = await findContactBy(tx, kind, valueKey);
  if (other?.contact.id === contactId) return false;
  throw new DomainError(
    'CONFLICT',
    `${value} belongs to ${other?.contact.name ?? 'another contact'}. Merge the two if they are one.`,
    {
      path,
      currentId: other?.contact.id,
    },
  );
}

export function conflict(currentId: string): DomainError {
  return new DomainError('CONFLICT', 'Somebody else changed this contact. Look at it again.', { currentId });
}
