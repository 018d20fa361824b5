import { fromRows, insertRows, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { ContactProperty } from './contact-property.entity.js';

type Raw = Record<string, unknown>;

/** All of them, in their order. */
export async function listProperties(reader: Reader): Promise<ContactProperty[]> {
  return fromRows(reader, ContactProperty, await reader.query<Raw>('SELECT * FROM contact_property ORDER BY position, id'));
}

export async function findProperty(reader: Reader, id: string): Promise<ContactProperty | null> {
  return (
    fromRows(reader, ContactProperty, await reader.query<Raw>('SELECT * FROM contact_property WHERE id = ?', [id]))[0] ?? null
  );
}

export async function insertProperty(tx: Tx, property: ContactProperty): Promise<boolean> {
  return (await insertRows(tx, ContactProperty, [property], 'ON CONFLICT DO NOTHING')) === 1;
}

/** False when it was changed since `version`. */
export async function updateProperty(
  tx: Tx,
  { id, version }: ContactProperty,
  patch: Partial<ContactProperty>,
): Promise<boolean> {
  return (await updateRows(tx, ContactProperty, { id, version }, { ...patch, version: version + 1, updatedAt: tx.now })) === 1;
}

export async function deleteProperty(tx: Tx, id: string): Promise<void> {
  await tx.execute('DELETE FROM contact_property WHERE id = ?', [id]);
}
