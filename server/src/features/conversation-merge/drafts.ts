import { fromRows } from '../../kernel/rows.js';
import type { Tx } from '../../kernel/uow.js';
import { type Conversation, Draft } from '../conversations/index.js';

/** Drafts follow their author (U11): one that he has of the same kind there goes on with the other's text. Answers those that went over as they are. */
export async function giveDrafts(tx: Tx, fromId: string, to: Conversation, only: readonly string[] | null): Promise<string[]> {
  const there = new Map((await draftsIn(tx, to.id)).map((draft) => [keyOf(draft), draft]));
  const moved: string[] = [];
  for (const draft of await draftsIn(tx, fromId)) {
    if (only && !only.includes(draft.id)) continue;
    const other = there.get(keyOf(draft));
    if (other) await goOn(tx, other, draft);
    else {
      await tx.execute('UPDATE draft SET conversation_id = ?, version = version + 1 WHERE id = ?', [to.id, draft.id]);
      moved.push(draft.id);
    }
    tell(tx, 'UPDATED', other ?? draft, to);
    if (other) tell(tx, 'DELETED', draft, to);
  }
  return moved;
}

const keyOf = ({ userId, mode }: Draft): string => `${userId} ${mode}`;

async function draftsIn(tx: Tx, conversationId: string): Promise<Draft[]> {
  const sql = 'SELECT * FROM draft WHERE conversation_id = ? ORDER BY id';
  return fromRows(tx, Draft, await tx.query<Record<string, unknown>>(sql, [conversationId]));
}

async function goOn(tx: Tx, draft: Draft, more: Draft): Promise<void> {
  const text = [draft.text, more.text].filter((part) => part.trim() !== '').join('\n\n');
  const html = draft.html === null && more.html === null ? null : htmlOf(draft) + htmlOf(more);
  const uploads = [...new Set([...(draft.uploadIds ?? []), ...(more.uploadIds ?? [])])];
  await tx.execute('UPDATE draft SET text = ?, html = ?, upload_ids = ?, version = version + 1, updated_at = ? WHERE id = ?', [
    text,
    html,
    uploads.length > 0 ? JSON.stringify(uploads) : null,
    tx.now,
    draft.id,
  ]);
  await tx.execute('DELETE FROM draft WHERE id = ?', [more.id]);
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function htmlOf({ text, html }: Draft): string {
  if (html !== null || text === '') return html ?? '';
  const escaped = text.replaceAll(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
  return `<p>${escaped.replaceAll('\n', '<br>')}</p>`;
}

function tell(tx: Tx, change: 'UPDATED' | 'DELETED', { id, userId }: Draft, { id: conversationId, inboxId }: Conversation): void {
  const type = change === 'DELETED' ? 'draft.removed' : 'draft.saved';
  tx.emit({ type, change, nodeId: id, inboxId, conversationId, audience: `user:${userId}` });
}
