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

/** The contact that a network's value names. */
export async function findByIdentity(reader: Reader, kind: string, valueKey: string): Promise<ContactIdentity | null> {
  const rows = await reader.query<Raw>('SELECT * FROM contact_identity WHERE kind = ? AND value_key = ?', [kind, valueKey]);
  return fromRows(reader, ContactIdentity, rows)[0] ?? null;
}

/** How these contacts are known, first known first. */
export async function identitiesOf(reader: Reader, contactIds: readonly string[]): Promise<ContactIdentity[]> {
  if (contactIds.length === 0) return [];
  const sql = `SELECT * FROM contact_identity WHERE contact_id IN (${placeholders(contactIds)}) ORDER BY id`;
  return fromRows(reader, ContactIdentity, await reader.query<Raw>(sql, contactIds));
}

/** Newest first; `search` finds a part of the name, or the beginning of an address or of what follows its @. */
export async function listContacts(
  reader: Reader,
  page: { search: string | null; after: Keyset | null; limit: number },
): Promise<Contact[]> {
  const where: string[] = [];
  const values: unknown[] = [];
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
  const condition = where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
  const sql = `SELECT c.* FROM contact c ${condition} ORDER BY c.id DESC LIMIT ?`;
  return fromRows(reader, Contact, await reader.query<Raw>(sql, [...values, page.limit]));
}

export async function insertContact(tx: Tx, contact: Contact): Promise<void> {
  await insertRows(tx, Contact, [contact]);
}

/** False when the value is somebody's already; the unique key decides, and waits for a unit that is about to take it. */
export async function claimIdentity(tx: Tx, identity: ContactIdentity): Promise<boolean> {
  return (await insertRows(tx, ContactIdentity, [identity], 'ON CONFLICT DO NOTHING')) === 1;
}

export async function markVerified(tx: Tx, identityId: string): Promise<void> {
  await updateRows(tx, ContactIdentity, { id: identityId }, { verified: true });
}

/** Fills in a name where there is none; false when there is one. */
export async function fillName(tx: Tx, contactId: string, name: string): Promise<boolean> {
  const sql = `UPDATE contact SET name = ?, version = version + 1, updated_at = ? WHERE id = ? AND (name IS NULL OR name = '')`;
  return (await tx.execute(sql, [name, tx.now, contactId])) === 1;
}

/** False when it was changed since `version`. */
export async function renameContact(tx: Tx, id: string, version: number, name: string | null): Promise<boolean> {
  const changed = { name, version: version + 1, updatedAt: tx.now };
  return (await updateRows(tx, Contact, { id, version }, changed)) === 1;
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
  await tx.execute(`DELETE FROM contact WHERE id IN (${placeholders(gone)})`, gone);
  return gone;
}
