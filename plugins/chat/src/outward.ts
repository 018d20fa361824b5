import { ChannelError, type ExternalId, type OutboundMessage, type SendResult } from '@balie/plugin-sdk';
import type { ChatContext } from './answer.js';
import { desksFor } from './desk.js';
import { itemOf, pageOf } from './items.js';
import { EVERYBODY, topicOf } from './visitor.js';

const MARK_MS = 90 * 24 * 3_600_000;
const SENT = 'sent:';
const SENT_TO = /^sent:([^:]+):(.+)$/;

/** Shows an agent's message to whoever has the chat open; everybody else finds it in the history. The key makes a repeat the same message. */
export async function send(message: OutboundMessage, context: ChatContext): Promise<SendResult> {
  const [to] = message.to;
  if (to?.kind !== 'visitor') throw new ChannelError('unreachable', 'Nobody of this chat is among the recipients.');
  const { sendKey, author, parts } = message;
  const shown = { name: author.name, ...(author.avatarUrl === undefined ? {} : { avatarUrl: author.avatarUrl }) };
  const from = author.bot ? ('bot' as const) : ('agent' as const);
  const item = await itemOf(context, { id: sendKey, at: new Date().toISOString(), from, author: shown }, parts);
  await context.publish(topicOf(to.value), { kind: 'item', item });
  return { ids: [`${SENT}${sendKey}:${to.value}` as ExternalId], status: 'accepted' };
}

/** Shows what was changed or withdrawn to whoever has the chat open; everybody else finds it so in the history. */
export async function amend({ target }: { target: ExternalId }, context: ChatContext): Promise<void> {
  const [, key, visitorId] = SENT_TO.exec(target) ?? [];
  if (key === undefined || visitorId === undefined) return;
  const { items } = await pageOf(context, visitorId);
  const item = items.find(({ id }) => id === key);
  if (item) await context.publish(topicOf(visitorId), { kind: 'item', item });
}

export async function signalTyping({ key }: { key?: string }, active: boolean, context: ChatContext): Promise<void> {
  if (key !== undefined) await context.publish(topicOf(key), { kind: 'typing', active });
}

/** Tells how far an agent has read, and keeps it for who opens the chat later. */
export async function signalRead({ key }: { key?: string }, upTo: Date, context: ChatContext): Promise<void> {
  if (key === undefined) return;
  const mark = upTo.toISOString();
  await context.state.set(markKey(key), mark, { ttlMs: MARK_MS });
  await context.publish(topicOf(key), { kind: 'read', upTo: mark });
}

/** Shows who answers now: everybody who looks, in one message for all, or him with whose conversation it has to do. */
export async function signalDesk(thread: { key?: string } | null, context: ChatContext): Promise<void> {
  const key = thread?.key;
  if (thread && key === undefined) return;
  const told = { kind: 'desk', own: key !== undefined, desks: await desksFor(context, key) };
  await context.publish(key === undefined ? EVERYBODY : topicOf(key), told);
}

export async function readMarkOf(visitorId: string, { state }: ChatContext): Promise<string | null> {
  return (await state.get<string>(markKey(visitorId)))?.value ?? null;
}

function markKey(visitorId: string): string {
  return `read ${visitorId}`;
}
