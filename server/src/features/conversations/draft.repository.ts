import { newId } from '../../kernel/ids.js';
import { fromRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import type { NewItem } from '../messages/index.js';
import type { Conversation } from './conversation.entity.js';
import { Draft } from './draft.entity.js';

type Raw = Record<string, unknown>;

/** Whose draft, where, and for which of the two editors. */
export interface DraftKey {
  userId: string;
  conversationId: string;
  mode: Draft['mode'];
}

export async function findDraft(reader: Reader, key: DraftKey): Promise<Draft | null> {
  const rows = await reader.query<Raw>('SELECT * FROM draft WHERE user_id = ? AND conversation_id = ? AND mode = ?', [
    key.userId,
    key.conversationId,
    key.mode,
  ]);
  return fromRows(reader, Draft, rows)[0] ?? null;
}

/** A draft by its id, only for its author. */
export async function findOwnDraft(reader: Reader, userId: string, id: string): Promise<Draft | null> {
  const rows = await reader.query<Raw>('SELECT * FROM draft WHERE id = ? AND user_id = ?', [id, userId]);
  return fromRows(reader, Draft, rows)[0] ?? null;
}

/** The author's own drafts in these conversations. */
export async function draftsOf(reader: Reader, userId: string, conversationIds: readonly string[]): Promise<Draft[]> {
  if (conversationIds.length === 0) return [];
  const sql = `SELECT * FROM draft WHERE user_id = ? AND conversation_id IN (${placeholders(conversationIds)}) ORDER BY mode`;
  return fromRows(reader, Draft, await reader.query<Raw>(sql, [userId, ...conversationIds]));
}

/** Keeps the text under its key; two tabs that save at once leave one draft. */
export async function putDraft(tx: Tx, key: DraftKey, text: string, html: string | null): Promise<Draft> {
  const rows = await tx.query<Raw>(
    `INSERT INTO draft (id, user_id, conversation_id, mode, text, html, updated_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT (user_id, conversation_id, mode) DO UPDATE
     SET text = excluded.text, html = excluded.html, updated_at = excluded.updated_at, version = draft.version + 1
     RETURNING *`,
    [newId('draft'), key.userId, key.conversationId, key.mode, text, html, tx.now],
  );
  return fromRows(tx, Draft, rows)[0]!;
}

export async function deleteDraft(tx: Tx, draft: Draft, inboxId: string): Promise<void> {
  await tx.execute('DELETE FROM draft WHERE id = ?', [draft.id]);
  tellOfDraft(tx, 'DELETED', draft, inboxId);
}

/** What an agent has sent is no draft of his any more. */
export async function removeDraftOf(tx: Tx, { id: conversationId, inboxId }: Conversation, item: NewItem): Promise<void> {
  if (item.author.kind !== 'USER' || item.author.id === null || item.kind === 'ACTIVITY') return;
  const mode = item.kind === 'COMMENT' ? 'COMMENT' : 'REPLY';
  const draft = await findDraft(tx, { userId: item.author.id, conversationId, mode });
  if (draft) await deleteDraft(tx, draft, inboxId);
}

/** Tells the author's other windows; nobody else sees a draft. */
export function tellOfDraft(tx: Tx, change: 'CREATED' | 'UPDATED' | 'DELETED', draft: Draft, inboxId: string): void {
  tx.emit({
    type: change === 'DELETED' ? 'draft.removed' : 'draft.saved',
    change,
    nodeId: draft.id,
    inboxId,
    conversationId: draft.conversationId,
    audience: `user:${draft.userId}`,
  });
}
