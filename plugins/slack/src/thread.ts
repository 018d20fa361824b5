import type { Json } from '@balie/plugin-sdk';
import type { Context, Slack } from './api.js';
import { parentOf } from './blocks.js';
import { type Conversation, conversationOf } from './desk.js';
import { postOnce } from './once.js';
import { channelFor } from './settings.js';

const toThread = (conversationId: string, channel: string) => `thread:${conversationId}:${channel}`;
const toConversation = (channel: string, ts: string) => `at:${channel}:${ts}`;

/** The thread of a conversation, begun when there is none; one for each channel that its inbox has had. */
export async function threadOf(
  context: Context,
  slack: Slack,
  conversation: Conversation,
): Promise<{ channel: string; ts: string }> {
  const channel = channelFor(context.settings, conversation.inbox);
  const key = toThread(conversation.id, channel);
  const known = await context.state.get<string>(key);
  if (known) return { channel, ts: known.value };
  const ts = await postOnce(context, slack, key, { channel }, parentOf(context, conversation));
  // The way back first: nobody answers in a thread that we would not know again.
  await keep(context, toConversation(channel, ts), conversation.id);
  await keep(context, key, ts);
  return { channel, ts };
}

/** Of which conversation a thread is; null when it is none of ours. */
export async function conversationAt(context: Context, channel: string, ts: string): Promise<string | null> {
  return (await context.state.get<string>(toConversation(channel, ts)))?.value ?? null;
}

const running = new Map<string, Promise<void>>();

/** Shows above the thread what is true now. One at a time for each conversation, so that an older picture does not come last. */
export async function refresh(context: Context, slack: Slack, conversationId: string): Promise<void> {
  const key = `${context.instance.id} ${conversationId}`;
  const before = running.get(key) ?? Promise.resolve();
  const work = before.catch(() => undefined).then(() => redraw(context, slack, conversationId));
  running.set(key, work);
  try {
    await work;
  } finally {
    if (running.get(key) === work) running.delete(key);
  }
}

async function redraw(context: Context, slack: Slack, conversationId: string): Promise<void> {
  const conversation = await conversationOf(context, conversationId);
  if (!conversation) return;
  const channel = channelFor(context.settings, conversation.inbox);
  const ts = (await context.state.get<string>(toThread(conversationId, channel)))?.value;
  if (ts) await slack.call('chat.update', { channel, ts, ...parentOf(context, conversation) });
}

function keep(context: Context, key: string, value: Json): Promise<unknown> {
  return context.state.set(key, value);
}
