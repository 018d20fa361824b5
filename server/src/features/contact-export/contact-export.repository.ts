import { fromRows, insertRows, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { ContactExport } from './contact-export.entity.js';

type Raw = Record<string, unknown>;

export async function findExport(reader: Reader, id: string): Promise<ContactExport | null> {
  return fromRows(reader, ContactExport, await reader.query<Raw>('SELECT * FROM contact_export WHERE id = ?', [id]))[0] ?? null;
}

/** Those of a contact, the newest first. */
export async function exportsOf(reader: Reader, contactId: string, limit: number): Promise<ContactExport[]> {
  const sql = 'SELECT * FROM contact_export WHERE contact_id = ? ORDER BY id DESC LIMIT ?';
  return fromRows(reader, ContactExport, await reader.query<Raw>(sql, [contactId, limit]));
}

export async function insertExport(tx: Tx, one: ContactExport): Promise<void> {
  await insertRows(tx, ContactExport, [one]);
}

/** False when it is no longer there. */
export async function updateExport(tx: Tx, id: string, patch: Partial<ContactExport>): Promise<boolean> {
  return (await updateRows(tx, ContactExport, { id }, patch)) === 1;
}

/** Deletes those whose time is over; answers their files. */
export async function deleteExpired(tx: Tx): Promise<string[]> {
  const sql = 'DELETE FROM contact_export WHERE expires_at IS NOT NULL AND expires_at <= ? RETURNING hash';
  return (await tx.query<{ hash: string | null }>(sql, [tx.now])).flatMap(({ hash }) => hash ?? []);
}
