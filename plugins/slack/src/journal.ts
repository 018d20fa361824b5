import type { JournalEvent } from '@balie/plugin-sdk';
import { type Context, Slack } from './api.js';
import { entryOf, isShown } from './blocks.js';
import { conversationOf, itemOf } from './desk.js';
import { later } from './later.js';
import { postOnce } from './once.js';
import { channelFor } from './settings.js';
import { refresh, threadOf } from './thread.js';
import { watched } from './trouble.js';

/** What is said in a conversation. */
const SAID = ['message.received', 'message.sent', 'comment.added'];
/** What of a conversation stands above its thread. */
const CHANGED = ['assigned', 'unassigned', 'closed', 'reopened', 'snoozed', 'woken'].map((type) => `conversation.${type}`);
/** After which it lies where it is to be seen, or no longer does. */
const PLACED = ['created', 'moved', 'placed', 'restored', 'unblocked'].map((type) => `conversation.${type}`);
export const HEARD = [...SAID, ...CHANGED, ...PLACED];

/** Shows in Slack what happens in Balie: each conversation as a thread, each message once, and above it what is true now (S86). */
export async function handle(event: JournalEvent, context: Context): Promise<void> {
  const { conversationId, nodeId } = event.data;
  const conversation = conversationId && (await conversationOf(context, conversationId));
  if (!conversation) return;
  const shown = conversation.placement === 'INBOX';
  const slack = new Slack(context);
  const channel = channelFor(context.settings, conversation.inbox);
  await watched(context, channel, async () => {
    // What is filtered or in the trash begins no thread; one that is there tells what became of it.
    if (shown && SAID.includes(event.type)) {
      const item = await itemOf(context, nodeId);
      const { ts } = await threadOf(context, slack, conversation);
      if (!item) return;
      await postOnce(context, slack, item.id, { channel, thread: ts }, entryOf(context, item));
      if (item.attachments.some(isShown)) await later(context, { kind: 'out', key: item.id, conversationId: conversation.id });
      return;
    }
    if (shown && PLACED.includes(event.type)) await threadOf(context, slack, conversation);
    if (event.type !== 'conversation.created') await refresh(context, slack, conversation.id);
  });
}
