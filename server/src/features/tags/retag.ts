import type { ActorRef } from '../../kernel/context.js';
import type { Tx } from '../../kernel/uow.js';
import { type Conversation, tellInTimeline } from '../conversations/index.js';
import type { Tag } from './tag.entity.js';
import { putTags, takeTags } from './tag.repository.js';

/** Puts tags on that are not on, and takes off that are, with the line that tells of it; nothing to do changes nothing. */
export async function retag(
  tx: Tx,
  conversation: Conversation,
  { on, off }: { on: readonly Tag[]; off: readonly Tag[] },
  actor: ActorRef,
): Promise<Conversation> {
  if (on.length + off.length === 0) return conversation;
  const ids = (tags: readonly Tag[]): string[] => tags.map(({ id }) => id);
  const names = (tags: readonly Tag[]): string[] => tags.map(({ name }) => name);
  await putTags(tx, conversation.id, ids(on));
  await takeTags(tx, conversation.id, ids(off));
  return tellInTimeline(tx, conversation, { type: 'tagged', actor, data: { added: names(on), removed: names(off) } });
}
