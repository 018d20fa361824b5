import type { Conversation } from '../conversations/index.js';
import { findMessage } from '../messages/index.js';
import { DomainError } from '../../kernel/errors.js';
import type { Tx } from '../../kernel/uow.js';

/** Throws STALE when somebody else said something after what the author had seen; the conversation is locked, so nothing slips in (S42, N). */
export async function requireFresh(tx: Tx, conversation: Conversation, basedOn: string, authorId: string | null): Promise<void> {
  const seen = await findMessage(tx, basedOn);
  if (seen?.conversationId !== conversation.id)
    throw new DomainError('INVALID', 'basedOn is not an item of this conversation.', { path: ['basedOn'] });
  const newer = await tx.query<{ id: string; author_id: string | null; direction: string }>(
    "SELECT id, author_id, direction FROM message WHERE conversation_id = ? AND kind = 'MESSAGE' AND seq > ? AND NOT (direction = 'OUTBOUND' AND automatic IS NOT NULL) ORDER BY seq LIMIT 50",
    [conversation.id, seen.seq],
  );
  const unseenIds = newer.filter((row) => row.direction === 'INBOUND' || row.author_id !== authorId).map((row) => row.id);
  if (unseenIds.length > 0)
    throw new DomainError('STALE', 'Something was said meanwhile. Read it, then send again.', { path: ['basedOn'], unseenIds });
}
