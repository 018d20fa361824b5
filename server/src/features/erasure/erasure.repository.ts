import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { indexContacts, removeContacts } from '../list-index/index.js';
import { type ErasedPerson, Erasure } from './erasure.entity.js';

type Raw = Record<string, unknown>;

export async function findErasure(reader: Reader, id: string): Promise<Erasure | null> {
  return fromRows(reader, Erasure, await reader.query<Raw>('SELECT * FROM erasure WHERE id = ?', [id]))[0] ?? null;
}

export async function findErasureOf(reader: Reader, contactId: string): Promise<Erasure | null> {
  return fromRows(reader, Erasure, await reader.query<Raw>('SELECT * FROM erasure WHERE contact_id = ?', [contactId]))[0] ?? null;
}

/** The newest first. */
export async function listErasures(reader: Reader, limit: number): Promise<Erasure[]> {
  const rows = await reader.query<Raw>('SELECT * FROM erasure ORDER BY started_at DESC, id DESC LIMIT ?', [limit]);
  return fromRows(reader, Erasure, rows);
}

/** False when he is being erased already. */
export async function insertErasure(tx: Tx, erasure: Erasure): Promise<boolean> {
  return (await insertRows(tx, Erasure, [erasure], 'ON CONFLICT DO NOTHING')) === 1;
}

export async function updateErasure(tx: Tx, id: string, patch: Partial<Erasure>): Promise<void> {
  await updateRows(tx, Erasure, { id }, patch);
}

/** Everything by which a person is found: also what hung on contacts that became one with his. */
export async function readPerson(reader: Reader, contactId: string): Promise<ErasedPerson> {
  const contactIds = await withMerged(reader, contactId);
  const marks = placeholders(contactIds);
  const identities = await reader.query<{ kind: string; value: string; value_key: string; name: string | null }>(
    `SELECT kind, value, value_key, name FROM contact_identity WHERE contact_id IN (${marks}) ORDER BY id`,
    contactIds,
  );
  const contacts = await reader.query<{ name: string | null }>(`SELECT name FROM contact WHERE id IN (${marks})`, contactIds);
  const merges = await reader.query<{ before: string }>(
    `SELECT before FROM contact_merge WHERE winner_id IN (${marks})`,
    contactIds,
  );
  const before = merges.map((row) => (JSON.parse(row.before) as { name: string | null }).name);
  const names = [...contacts.map(({ name }) => name), ...identities.map(({ name }) => name), ...before];
  return {
    contactIds,
    names: [...new Set(names.filter((name): name is string => name !== null && name.trim() !== ''))],
    identities: identities.map((row) => ({ kind: row.kind, value: row.value, valueKey: row.value_key })),
  };
}

async function withMerged(reader: Reader, contactId: string): Promise<string[]> {
  const ids = [contactId];
  for (let next = [contactId]; next.length > 0;) {
    const rows = await reader.query<{ id: string }>(
      `SELECT id FROM contact WHERE merged_into_id IN (${placeholders(next)})`,
      next,
    );
    next = rows.map(({ id }) => id).filter((id) => !ids.includes(id));
    ids.push(...next);
  }
  return ids;
}

/** Takes from contacts what they are known by: who writes again is somebody new. */
export async function stripContacts(tx: Tx, contactIds: readonly string[]): Promise<void> {
  const marks = placeholders(contactIds);
  await tx.execute(`DELETE FROM contact_identity WHERE contact_id IN (${marks})`, contactIds);
  await tx.execute(
    `UPDATE contact SET name = NULL, avatar_url = NULL, fields = '{}', deleted_at = COALESCE(deleted_at, ?), version = version + 1, updated_at = ?
     WHERE id IN (${marks})`,
    [tx.now, tx.now, ...contactIds],
  );
  await indexContacts(tx, contactIds);
}

/** Deletes contacts, and what was decided and remembered about them. */
export async function removePerson(tx: Tx, { contactIds, identities }: ErasedPerson): Promise<void> {
  const marks = placeholders(contactIds);
  for (const [table, column] of [
    ['contact_identity', 'contact_id'],
    ['told_fact', 'contact_id'],
    ['contact_change', 'contact_id'],
    ['sender_rule', 'contact_id'],
    ['contact_merge', 'winner_id'],
    ['contact_merge', 'loser_id'],
    ['association', 'to_id'],
    ['contact', 'id'],
  ] as const)
    await tx.execute(`DELETE FROM ${table} WHERE ${column} IN (${marks})`, contactIds);
  await removeContacts(tx, contactIds);
  for (const { kind, valueKey } of identities) {
    await tx.execute('DELETE FROM sender_rule WHERE identity_kind = ? AND value_key = ?', [kind, valueKey]);
    await tx.execute('DELETE FROM address_trouble WHERE kind = ? AND value_key = ?', [kind, valueKey]);
    await tx.execute('DELETE FROM acknowledged_sender WHERE kind = ? AND value_key = ?', [kind, valueKey]);
  }
}
