import { identityDomain, NAMELESS_IDENTITY } from '../../kernel/identity-kinds.js';
import type { Keyset } from '../../kernel/keyset.js';
import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
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

/** How these contacts are known, first known first. */
export async function identitiesOf(reader: Reader, contactIds: readonly string[]): Promise<ContactIdentity[]> {
  if (contactIds.length === 0) return [];
  const sql = `SELECT * FROM contact_identity WHERE contact_id IN (${placeholders(contactIds)}) ORDER BY id`;
  return fromRows(reader, ContactIdentity, await reader.query<Raw>(sql, contactIds));
}

/** Newest first, without visitors of whom nothing but the browser is known: they are no contacts yet (D23). `search` finds a part of the name, or the beginning of an address or of what follows its @. */
export async function listContacts(
  reader: Reader,
  page: { search: string | null; ownerId: string | null; deleted: boolean; after: Keyset | null; limit: number },
): Promise<Contact[]> {
  const where: string[] = [
    page.deleted ? 'c.deleted_at IS NOT NULL AND c.merged_into_id IS NULL' : 'c.deleted_at IS NULL',
    `(c.name IS NOT NULL OR NOT EXISTS (SELECT 1 FROM contact_identity i WHERE i.contact_id = c.id AND i.kind = ?)
      OR EXISTS (SELECT 1 FROM contact_identity i WHERE i.contact_id = c.id AND i.kind <> ?))`,
  ];
  const values: unknown[] = [NAMELESS_IDENTITY, NAMELESS_IDENTITY];
  if (page.ownerId !== null) {
    where.push('c.owner_id = ?');
    values.push(page.ownerId);
  }
  if (page.search !== null) {
    const typed = page.search.replaceAll(/[\\%_]/g, '\\$&');
    const text = typed.toLowerCase();
    // SQLite lowers ASCII only, so a name with other capitals is also compared as it was typed.
    where.push(`(LOWER(c.name) LIKE ? ESCAPE '\\' OR c.name LIKE ? ESCAPE '\\' OR c.id IN (
      SELECT i.contact_id FROM contact_identity i WHERE LOWER(i.value_key) LIKE ? ESCAPE '\\' OR LOWER(i.value_key) LIKE ? ESCAPE '\\'))`);
    values.push(`%${text}%`, `%${typed}%`, `${text}%`, `%@${text}%`);
  }
  if (page.after !== null) {
    where.push('c.id < ?');
    values.push(page.after.id);
  }
  const sql = `SELECT c.* FROM contact c WHERE ${where.join(' AND ')} ORDER BY c.id DESC LIMIT ?`;
  return fromRows(reader, Contact, await reader.query<Raw>(sql, [...values, page.limit]));
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

/** Takes addresses away from a contact; answers how many there were. */
export async function removeIdentities(
  tx: Tx,
  contactId: string,
  identities: readonly { kind: string; valueKey: string }[],
): Promise<number> {
  let removed = 0;
  for (const { kind, valueKey } of identities)
    removed += await tx.execute('DELETE FROM contact_identity WHERE contact_id = ? AND kind = ? AND value_key = ?', [
      contactId,
      kind,
      valueKey,
    ]);
  return removed;
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
  await tx.execute(`DELETE FROM contact WHERE id IN (${placeholders(gone)})`, gone);
  return gone;
}
