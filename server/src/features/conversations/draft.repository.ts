import { newId } from '../../kernel/ids.js';
import { fromRows, insertRows, placeholders } from '../../kernel/rows.js';
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

/** What is kept of a draft besides its key. */
export type DraftContent = Pick<Draft, 'text' | 'html' | 'inboxId' | 'messageId' | 'recipients' | 'subject' | 'uploadIds'>;

/** Whether a draft says this already. */
export function sameDraft(draft: Draft, content: DraftContent): boolean {
  return (Object.keys(content) as (keyof DraftContent)[]).every(
    (key) => JSON.stringify(draft[key]) === JSON.stringify(content[key]),
  );
}

/** Keeps the content under its key; two tabs that save at once leave one draft. */
export async function putDraft(tx: Tx, key: DraftKey, content: DraftContent): Promise<Draft> {
  const row = { id: newId('draft'), ...key, ...content, updatedAt: tx.now, version: 1 };
  const kept = ['text', 'html', 'inbox_id', 'message_id', 'recipients', 'subject', 'upload_ids', 'updated_at'];
  const sets = kept.map((column) => `${column} = excluded.${column}`).join(', ');
  const onConflict = `ON CONFLICT (user_id, conversation_id, mode) DO UPDATE SET ${sets}, version = draft.version + 1`;
  await insertRows(tx, Draft, [row], onConflict);
  const draft = await findDraft(tx, key);
  if (!draft) throw new Error(`The draft of ${key.conversationId} was not kept`);
  return draft;
}

/** Keeps a draft for its author without asking him, such as a text that was taken back; what he is writing there stays. */
export async function keepDraft(tx: Tx, key: DraftKey, content: DraftContent, inboxId: string): Promise<void> {
  if (await findDraft(tx, key)) return;
  tellOfDraft(tx, 'CREATED', await putDraft(tx, key, content), inboxId);
}

/** The author's own messages that begin a conversation, newest first. */
export async function composeDraftsOf(reader: Reader, userId: string): Promise<Draft[]> {
  const sql = "SELECT * FROM draft WHERE user_id = ? AND mode = 'COMPOSE' ORDER BY updated_at DESC, id DESC LIMIT 100";
  return fromRows(reader, Draft, await reader.query<Raw>(sql, [userId]));
}

export async function deleteDraft(tx: Tx, draft: Draft, inboxId: string): Promise<void> {
  await tx.execute('DELETE FROM draft WHERE id = ?', [draft.id]);
  tellOfDraft(tx, 'DELETED', draft, inboxId);
}

/** What an agent has sent is no draft of his any more. */
export async function removeDraftOf(tx: Tx, { id: conversationId, inboxId }: Conversation, item: NewItem): Promise<void> {
  if (item.author.kind !== 'USER' || item.author.id === null || item.kind === 'ACTIVITY') return;
  // An invitation is made in its own dialog: what is being written beside it stays.
  if (item.parts?.some(({ type }) => type === 'calendar')) return;
  const draft = await findDraft(tx, { userId: item.author.id, conversationId, mode: modeOf(item) });
  if (draft) await deleteDraft(tx, draft, inboxId);
}

function modeOf(item: NewItem): Draft['mode'] {
  if (item.kind === 'COMMENT') return 'COMMENT';
  if (item.forwardOfId) return 'FORWARD';
  return item.opens ? 'COMPOSE' : 'REPLY';
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
