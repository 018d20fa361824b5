import type { Tx } from '../../kernel/uow.js';
import { hasFiles } from '../messages/index.js';
import { reindex } from '../search-index/index.js';
import { NO_CLOCK, owesAnswer } from '../sla-clock/index.js';
import { type Activity, type Conversation, replaceConversation, summaryOf } from '../conversations/index.js';
import { filesOf, messagesOf } from './merge.repository.js';
import type { Placed } from './timeline-order.js';

/** Has a conversation say what is so now that it holds these items, besides what is given; none given: its own words stay. */
export async function restate(
  tx: Tx,
  conversation: Conversation,
  patch: Partial<Conversation>,
  items: readonly Pick<Placed, 'id'>[],
  activity: Activity,
): Promise<Conversation> {
  const said = items.length > 0 ? await messagesOf(tx, conversation.id) : [];
  const summary = items.length > 0 ? summaryOf(conversation, said, await filesOf(tx, conversation.id)) : {};
  const asks = owesAnswer(said.map((message) => ({ ...message, author: { kind: message.authorKind } })));
  const clock = items.length === 0 || asks ? {} : NO_CLOCK;
  const stated = { ...summary, hasFile: await hasFiles(tx, conversation.id), seq: conversation.seq, ...patch, ...clock };
  const after = await replaceConversation(tx, conversation.id, stated, activity);
  if (items.length > 0) await reindex(tx, { of: 'conversation', id: conversation.id });
  return after;
}
