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

/** The conversations as they are now, held until the end of the unit: no other unit changes them before. Locked by id, so that two units never wait for each other. */
export async function lockConversations(tx: Tx, ids: readonly string[]): Promise<Map<string, Conversation>> {
  const locked = new Map<string, Conversation>();
  if (ids.length === 0) return locked;
  // SQLite has one writer at a time: the open unit is the lock.
  const lock = tx.dialect === 'postgres' ? ' FOR UPDATE' : '';
  const rows = await tx.query<Raw>(`SELECT * FROM conversation WHERE id IN (${placeholders(ids)}) ORDER BY id${lock}`, ids);
  for (const conversation of fromRows(tx, Conversation, rows)) locked.set(conversation.id, conversation);
  return locked;
}

/** One conversation, held until the end of the unit; it must be there. */
export async function lockConversation(tx: Tx, id: string): Promise<Conversation> {
  const conversation = (await lockConversations(tx, [id])).get(id);
  if (!conversation) throw new Error(`There is no conversation ${id}`);
  return conversation;
}

export async function insertConversation(tx: Tx, conversation: Conversation): Promise<void> {
  await insertRows(tx, Conversation, [conversation]);
}

/** Writes what differs between two states of a locked conversation. */
export async function updateConversation(tx: Tx, before: Conversation, after: Conversation): Promise<void> {
  const changed = Object.entries(after).filter(([property, value]) => value !== before[property as keyof Conversation]);
  await updateRows(tx, Conversation, { id: before.id }, Object.fromEntries(changed) as Partial<Conversation>);
}
