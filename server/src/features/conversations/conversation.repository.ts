import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { Conversation } from './conversation.entity.js';

type Raw = Record<string, unknown>;

export async function findConversation(reader: Reader, id: string): Promise<Conversation | null> {
  return (await findConversations(reader, [id]))[0] ?? null;
}

/** Conversations by id, in no order. */
export async function findConversations(reader: Reader, ids: readonly string[]): Promise<Conversation[]> {
  if (ids.length === 0) return [];
  const rows = await reader.query<Raw>(`SELECT * FROM conversation WHERE id IN (${placeholders(ids)})`, ids);
  return fromRows(reader, Conversation, rows);
}

export async function findConversationByNumber(reader: Reader, number: number): Promise<Conversation | null> {
  const rows = await reader.query<Raw>('SELECT * FROM conversation WHERE number = ?', [number]);
  return fromRows(reader, Conversation, rows)[0] ?? null;
}

/** What a unit has locked or made: nobody else changes it before its end, so it need not be read again. */
const heldByUnit = new WeakMap<Tx, Map<string, Conversation>>();

function heldBy(tx: Tx): Map<string, Conversation> {
  let held = heldByUnit.get(tx);
  if (!held) heldByUnit.set(tx, (held = new Map()));
  return held;
}

/** The conversations as they are now, held until the end of the unit: no other unit changes them before. Locked by id, so that two units never wait for each other. */
export async function lockConversations(tx: Tx, ids: readonly string[]): Promise<Map<string, Conversation>> {
  const held = heldBy(tx);
  const locked = new Map<string, Conversation>();
  for (const id of ids) {
    const known = held.get(id);
    if (known) locked.set(id, known);
  }
  const others = ids.filter((id) => !locked.has(id));
  if (others.length === 0) return locked;
  // SQLite has one writer at a time: the open unit is the lock.
  const lock = tx.dialect === 'postgres' ? ' FOR UPDATE' : '';
  const rows = await tx.query<Raw>(`SELECT * FROM conversation WHERE id IN (${placeholders(others)}) ORDER BY id${lock}`, others);
  for (const conversation of fromRows(tx, Conversation, rows)) {
    locked.set(conversation.id, conversation);
    held.set(conversation.id, conversation);
  }
  return locked;
}

/** The newest conversations of a contact that lie somewhere in an inbox, held until the end of the unit. */
export async function lockOfContact(
  tx: Tx,
  { contactId, inboxId, placement }: { contactId: string; inboxId: string; placement: Conversation['placement'] },
  limit: number,
): Promise<Conversation[]> {
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM conversation WHERE contact_id = ? AND inbox_id = ? AND placement = ? ORDER BY last_message_at DESC, id DESC LIMIT ?',
    [contactId, inboxId, placement, limit],
  );
  const locked = await lockConversations(
    tx,
    rows.map(({ id }) => id),
  );
  return [...locked.values()].filter((conversation) => conversation.placement === placement);
}

/** One conversation, held until the end of the unit; it must be there. */
export async function lockConversation(tx: Tx, id: string): Promise<Conversation> {
  const conversation = (await lockConversations(tx, [id])).get(id);
  if (!conversation) throw new Error(`There is no conversation ${id}`);
  return conversation;
}

/** Forgets conversations that the unit has deleted. */
export function releaseConversations(tx: Tx, ids: readonly string[]): void {
  for (const id of ids) heldBy(tx).delete(id);
}

export async function insertConversation(tx: Tx, conversation: Conversation): Promise<void> {
  await insertRows(tx, Conversation, [conversation]);
  heldBy(tx).set(conversation.id, conversation);
}

/** Writes what differs between two states of a locked conversation. */
export async function updateConversation(tx: Tx, before: Conversation, after: Conversation): Promise<void> {
  const changed = Object.entries(after).filter(([property, value]) => value !== before[property as keyof Conversation]);
  await updateRows(tx, Conversation, { id: before.id }, Object.fromEntries(changed) as Partial<Conversation>);
  heldBy(tx).set(after.id, after);
}
