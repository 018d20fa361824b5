import { type Context, Slack } from './api.js';
import { conversationOf, itemOf } from './desk.js';
import { shareFiles } from './files-out.js';
import { finish } from './finish.js';
import type { Task } from './later.js';
import { channelFor } from './settings.js';
import { threadOf } from './thread.js';
import { watched } from './trouble.js';

/** Does what had to wait for its files: an answer from Slack, or the files of a message in Balie. */
export async function doTask(context: Context, { kind, key, conversationId }: Task, last: boolean): Promise<void> {
  if (kind === 'in') return watched(context, null, () => finish(context, key, last));
  const conversation = await conversationOf(context, conversationId);
  const item = conversation && (await itemOf(context, key));
  // Deleted, or moved to where we see nothing.
  if (!item) return;
  const slack = new Slack(context);
  const channel = channelFor(context.settings, conversation.inbox);
  await watched(context, channel, async () => {
    const { ts } = await threadOf(context, slack, conversation);
    await shareFiles(context, slack, item, { place: { channel, thread: ts }, last });
  });
}
