import { setImmediate as nextTurn } from 'node:timers/promises';
import { identityDomain, NAMELESS_IDENTITY } from '../../kernel/identity-kinds.js';
import type { Keyset } from '../../kernel/keyset.js';
import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { type FactAsked, factFilter, removeContacts, walkFound } from '../list-index/index.js';
import { hasFact, walkFacts } from './by-fact.js';
import { ContactIdentity } from './contact-identity.entity.js';
import { Contact } from './contact.entity.js';

type Raw = Record<string, unknown>;

export async function findContact(reader: Reader, id: string): Promise<Contact | null> {
  return (await findContacts(reader, [id]))[0] ?? null;
}

/** Contacts by id, in no order. */
export async function findContacts(reader: Reader, ids: readonly string[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  const rows = await reader.query<Raw>(`SELECT * FROM contact WHERE id IN (${placeholders(ids)})`, ids);
  return fromRows(reader, Contact, rows);
}

/** The contact that a network's value names, with the identity by which it does. */
export async function findContactBy(
  reader: Reader,
  kind: string,
  valueKey: string,
): Promise<{ contact: Contact; identityId: string; verified: boolean } | null> {
  const [row] = await reader.query<Raw>(
    `SELECT c.*, i.id AS identity_id, i.verified AS identity_verified FROM contact_identity i JOIN contact c ON c.id = i.contact_id
     WHERE i.kind = ? AND i.value_key = ?`,
    [kind, valueKey],
  );
  const [contact] = row ? fromRows(reader, Contact, [row]) : [];
  return row && contact ? { contact, identityId: String(row['identity_id']), verified: Boolean(row['identity_verified']) } : null;
}

/** Contacts by the values by which they are known, for several at once. */
export async function findContactsBy(reader: Reader, kind: string, valueKeys: readonly string[]): Promise<Map<string, Contact>> {
  if (valueKeys.length === 0) return new Map();
  const rows = await reader.query<Raw>(
    `SELECT c.*, i.value_key AS known_by FROM contact_identity i JOIN contact c ON c.id = i.contact_id
     WHERE i.kind = ? AND i.value_key IN (${placeholders(valueKeys)})`,
    [kind, ...valueKeys],
  );
  const contacts = fromRows(reader, Contact, rows);
  return new Map(contacts.map((contact, index) => [String(rows[index]?.['known_by']), contact]));
}

/** How these contacts are known, first known first. */
export async function identitiesOf(reader: Reader, contactIds: readonly string[]): Promise<ContactIdentity[]> {
  if (contactIds.length === 0) return [];
  const sql = `SELECT * FROM contact_identity WHERE contact_id IN (${placeholders(contactIds)}) ORDER BY id`;
  return fromRows(reader, ContactIdentity, await reader.query<Raw>(sql, contactIds));
}

/** Which contacts are asked for. `search` finds the beginnings of words of names, addresses, numbers and companies. */
export interface ContactsAsked {
  search: string | null;
  ownerId: string | null;
  deleted: boolean;
  /** Only those of whom it is true. */
  fact: FactAsked | null;
}

/** Newest first, without visitors of whom nothing but the browser is known: they are no contacts yet (D23). */
export async function listContacts(
  reader: Reader,
  { after, limit, ...asked }: ContactsAsked & { after: Keyset | null; limit: number },
): Promise<Contact[]> {
  const oneByOne = asked.fact?.kept === false && asked.search === null;
  const contacts: Contact[] = [];
  for (let start = after; ;) {
    const end = oneByOne ? await sliceEnd(reader, start) : null;
    const { from, where, values, order } = await contactsAsked(reader, asked, start);
    const slice = end === null ? { sql: where, values } : { sql: `${where} AND c.id >= ?`, values: [...values, end] };
    const sql = `SELECT c.* FROM ${from} WHERE ${slice.sql} ORDER BY ${order} LIMIT ?`;
    contacts.push(...fromRows(reader, Contact, await reader.query<Raw>(sql, [...slice.values, limit - contacts.length])));
    if (end === null || contacts.length >= limit) return contacts;
    start = { value: 0, id: end };
    await nextTurn();
  }
}

/** So many are looked at by one statement where no index finds them: others have their turn in between. */
const SLICE = 10_000;

/** The last contact of a slice; null when there are no more than it holds. */
async function sliceEnd(reader: Reader, after: Keyset | null): Promise<string | null> {
  const [row] = await reader.query<{ id: string }>(
    `SELECT c.id FROM contact c ${after === null ? '' : 'WHERE c.id < ?'} ORDER BY c.id DESC LIMIT 1 OFFSET ${SLICE}`,
    after === null ? [] : [after.id],
  );
  return row?.id ?? null;
}

/** How many there are, exact to the limit. */
export async function countContacts(reader: Reader, asked: ContactsAsked, limit: number): Promise<number> {
  const { from, where, values } = await contactsAsked(reader, asked, null);
  const sql = `SELECT COUNT(*) AS n FROM (SELECT 1 AS x FROM ${from} WHERE ${where} LIMIT ?) s`;
  const [row] = await reader.query<{ n: number | string }>(sql, [...values, limit]);
  return Number(row?.n ?? 0);
}

async function contactsAsked(reader: Reader, { search, ownerId, deleted, fact }: ContactsAsked, after: Keyset | null) {
  const where: string[] = [
    deleted ? 'c.deleted_at IS NOT NULL AND c.merged_into_id IS NULL' : 'c.deleted_at IS NULL',
    `(c.name IS NOT NULL OR NOT EXISTS (SELECT 1 FROM contact_identity i WHERE i.contact_id = c.id AND i.kind = ?)
      OR EXISTS (SELECT 1 FROM contact_identity i WHERE i.contact_id = c.id AND i.kind <> ?))`,
  ];
  const values: unknown[] = [NAMELESS_IDENTITY, NAMELESS_IDENTITY];
  if (ownerId !== null) {
    where.push('c.owner_id = ?');
    values.push(ownerId);
  }
  const filter = fact === null ? null : await factFilter(reader, fact);
  const clauses = filter?.by === 'words' ? filter.clauses : [];
  if (search !== null || clauses.length > 0) {
    const walk = walkFound(reader.dialect, { type: 'CONTACT', text: search ?? '', clauses, newest: true, after });
    const has = hasFact(filter);
    const found = [walk.sql, 'c.id = e.node_id', ...where, ...has.where].join(' AND ');
    const all = [...walk.values, ...values, ...has.values];
    return { from: `${walk.from} CROSS JOIN contact c`, where: found, values: all, order: walk.order };
  }
  const walk = await walkFacts(reader, filter);
  where.push(...walk.where);
  values.push(...walk.values);
  if (after !== null) {
    where.push(`${walk.id} < ?`);
    values.push(after.id);
  }
  return { from: walk.from, where: where.join(' AND '), values, order: `${walk.id} DESC` };
}

/** Those who have a mail address of this domain, newest first. */
export async function contactsOfDomain(
  reader: Reader,
  page: { domain: string; before: string | null; limit: number },
): Promise<Contact[]> {
  const beyond = page.before === null ? '' : 'AND i.contact_id < ?';
  const rows = await reader.query<Raw>(
    `SELECT c.* FROM contact c WHERE c.deleted_at IS NULL AND c.id IN (
       SELECT i.contact_id FROM contact_identity i WHERE i.domain = ? ${beyond} GROUP BY i.contact_id ORDER BY i.contact_id DESC LIMIT ?)
     ORDER BY c.id DESC`,
    [page.domain, ...(page.before === null ? [] : [page.before]), page.limit],
  );
  return fromRows(reader, Contact, rows);
}

export async function insertContact(tx: Tx, contact: Contact): Promise<void> {
  await insertRows(tx, Contact, [contact]);
}

/** False when the value is somebody's already; the unique key decides, and waits for a unit that is about to take it. */
export async function claimIdentity(tx: Tx, identity: Omit<ContactIdentity, 'domain'>): Promise<boolean> {
  const row = { ...identity, domain: identityDomain(identity.kind, identity.value) };
  return (await insertRows(tx, ContactIdentity, [row], 'ON CONFLICT DO NOTHING')) === 1;
}

export async function markVerified(tx: Tx, identityId: string): Promise<void> {
  await updateRows(tx, ContactIdentity, { id: identityId }, { verified: true });
}

/** Fills in a name where there is none; false when there is one. */
export async function fillName(tx: Tx, contactId: string, name: string): Promise<boolean> {
  const sql = `UPDATE contact SET name = ?, version = version + 1, updated_at = ? WHERE id = ? AND (name IS NULL OR name = '')`;
  return (await tx.execute(sql, [name, tx.now, contactId])) === 1;
}

/** False when it was changed since. */
export async function updateContact(tx: Tx, { id, version }: Contact, patch: Partial<Contact>): Promise<boolean> {
  return (await updateRows(tx, Contact, { id, version }, { ...patch, version: version + 1, updatedAt: tx.now })) === 1;
}

/** Takes an address away from a contact; answers whether it was his. */
export async function removeIdentity(
  tx: Tx,
  contactId: string,
  { kind, valueKey }: { kind: string; valueKey: string },
): Promise<boolean> {
  const sql = 'DELETE FROM contact_identity WHERE contact_id = ? AND kind = ? AND value_key = ?';
  return (await tx.execute(sql, [contactId, kind, valueKey])) > 0;
}

/** Deletes those of the contacts that no conversation names any more, with how they were known; answers their ids. */
export async function deleteUnusedContacts(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const unused = await tx.query<{ id: string }>(
    `SELECT id FROM contact WHERE id IN (${placeholders(ids)})
     AND NOT EXISTS (SELECT 1 FROM conversation c WHERE c.contact_id = contact.id) ORDER BY id`,
    ids,
  );
  const gone = unused.map(({ id }) => id);
  if (gone.length === 0) return [];
  await tx.execute(`DELETE FROM contact_identity WHERE contact_id IN (${placeholders(gone)})`, gone);
  await tx.execute(`DELETE FROM told_fact WHERE contact_id IN (${placeholders(gone)})`, gone);
  await tx.execute(`DELETE FROM bulk_change_item WHERE node_id IN (${placeholders(gone)})`, gone);
  await tx.execute(`DELETE FROM contact_change WHERE contact_id IN (${placeholders(gone)})`, gone);
  await removeContacts(tx, gone);
  await tx.execute(`DELETE FROM contact WHERE id IN (${placeholders(gone)})`, gone);
  return gone;
}
