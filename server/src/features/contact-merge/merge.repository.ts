import { fromRows, insertRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { ContactMerge } from '../contacts/index.js';

type Raw = Record<string, unknown>;

/** Many ids in few statements. */
const ROUND = 500;

export async function findMerge(reader: Reader, id: string): Promise<ContactMerge | null> {
  return fromRows(reader, ContactMerge, await reader.query<Raw>('SELECT * FROM contact_merge WHERE id = ?', [id]))[0] ?? null;
}

/** Merges into these contacts that are not undone, since a time, newest first. */
export async function mergesInto(reader: Reader, winnerIds: readonly string[], since: number): Promise<ContactMerge[]> {
  if (winnerIds.length === 0) return [];
  const rows = await reader.query<Raw>(
    `SELECT * FROM contact_merge WHERE winner_id IN (${placeholders(winnerIds)}) AND undone_at IS NULL AND created_at >= ?
     ORDER BY created_at DESC, id DESC`,
    [...winnerIds, since],
  );
  return fromRows(reader, ContactMerge, rows);
}

export async function insertMerge(tx: Tx, merge: ContactMerge): Promise<boolean> {
  return (await insertRows(tx, ContactMerge, [merge], 'ON CONFLICT DO NOTHING')) === 1;
}

/** False when somebody else has undone it. */
export async function markUndone(tx: Tx, id: string): Promise<boolean> {
  return (await tx.execute('UPDATE contact_merge SET undone_at = ? WHERE id = ? AND undone_at IS NULL', [tx.now, id])) === 1;
}

/** Gives what hangs on one contact to another: addresses, records and decisions about senders. Answers what went over. */
export async function moveTies(tx: Tx, from: string, to: string): Promise<Omit<ContactMerge['moved'], 'conversations'>> {
  const ids = async (sql: string, ...values: unknown[]): Promise<string[]> =>
    (await tx.query<{ id: string }>(sql, values)).map(({ id }) => id);
  const identities = await ids('SELECT id FROM contact_identity WHERE contact_id = ? ORDER BY id', from);
  const rules = await ids('SELECT id FROM sender_rule WHERE contact_id = ? ORDER BY id', from);
  // What hangs on both already stays with each: it is on the winner as it is.
  const records = await ids(
    `SELECT a.from_id AS id FROM association a WHERE a.to_id = ?
     AND NOT EXISTS (SELECT 1 FROM association b WHERE b.from_id = a.from_id AND b.to_id = ?) ORDER BY a.from_id`,
    from,
    to,
  );
  const moved = { identities, rules, records };
  await giveTies(tx, moved, from, to);
  return moved;
}

/** Gives exactly these, as far as they still hang on `from`. */
export async function giveTies(
  tx: Tx,
  moved: Omit<ContactMerge['moved'], 'conversations'>,
  from: string,
  to: string,
): Promise<void> {
  for (const part of rounds(moved.identities))
    await tx.execute(`UPDATE contact_identity SET contact_id = ? WHERE contact_id = ? AND id IN (${placeholders(part)})`, [
      to,
      from,
      ...part,
    ]);
  for (const part of rounds(moved.rules))
    await tx.execute(`UPDATE sender_rule SET contact_id = ? WHERE contact_id = ? AND id IN (${placeholders(part)})`, [
      to,
      from,
      ...part,
    ]);
  for (const part of rounds(moved.records))
    await tx.execute(`UPDATE association SET to_id = ? WHERE to_id = ? AND from_id IN (${placeholders(part)})`, [
      to,
      from,
      ...part,
    ]);
}

/** Gives conversations to another contact, all of his or those named; answers which. Their members are told of each. */
export async function giveConversations(tx: Tx, from: string, to: string, only: readonly string[] | null): Promise<string[]> {
  const moved: string[] = [];
  const parts = only === null ? [null] : rounds(only);
  for (const part of parts) {
    const which = part === null ? '' : `AND id IN (${placeholders(part)})`;
    const rows = await tx.query<{ id: string; inbox_id: string }>(
      `UPDATE conversation SET contact_id = ?, version = version + 1, updated_at = ? WHERE contact_id = ? ${which} RETURNING id, inbox_id`,
      [to, tx.now, from, ...(part ?? [])],
    );
    for (const { id, inbox_id: inboxId } of rows) {
      moved.push(id);
      tx.emit({ type: 'conversation.updated', change: 'UPDATED', nodeId: id, inboxId, conversationId: id, contactId: to });
    }
  }
  return moved;
}

/** How much hangs on a contact. */
export async function weightOf(reader: Reader, contactId: string): Promise<{ conversations: number; records: number }> {
  const [row] = await reader.query<{ c: number | string; r: number | string }>(
    'SELECT (SELECT COUNT(*) FROM conversation WHERE contact_id = ?) AS c, (SELECT COUNT(*) FROM association WHERE to_id = ?) AS r',
    [contactId, contactId],
  );
  return { conversations: Number(row?.c ?? 0), records: Number(row?.r ?? 0) };
}

/** Conversations that were begun since the merge from an address that goes back to the other. */
export async function begunSince(
  reader: Reader,
  { winnerId, createdAt, moved: { identities } }: Pick<ContactMerge, 'winnerId' | 'createdAt' | 'moved'>,
): Promise<string[]> {
  const found = new Set<string>();
  for (const part of rounds(identities)) {
    const rows = await reader.query<{ id: string }>(
      `SELECT c.id FROM contact_identity i
       JOIN conversation c ON c.contact_id = i.contact_id AND c.created_at >= ?
       JOIN participant p ON p.conversation_id = c.id AND p.kind = i.kind AND p.value_key = i.value_key AND p.role = 'STARTER'
       WHERE i.contact_id = ? AND i.id IN (${placeholders(part)}) ORDER BY c.id`,
      [createdAt, winnerId, ...part],
    );
    for (const { id } of rows) found.add(id);
  }
  return [...found];
}

function rounds(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / ROUND) }, (_, index) => ids.slice(index * ROUND, (index + 1) * ROUND));
}
