import {
  type Conversation,
  createThread,
  findConversation,
  findThreadByKey,
  findThreadByToken,
  participantsOf,
  type Thread,
  threadsOf,
} from '../conversations/index.js';
import { findByExternalIds, findMessages } from '../messages/index.js';
import type { Channel } from '../channels/index.js';
import { identityDomain, identityKey } from '../../kernel/identity-kinds.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import type { CheckedIdentity, MessageEvent } from './inbound-event.js';

/** Where a message belongs. */
export interface Found {
  /** The conversation that it joins; null begins a new one. */
  conversation: Conversation | null;
  /** Of the network's own thread, where that decided. */
  thread: Thread | null;
  /** The message that it answers, in the conversation that it joins. */
  inReplyToId: string | null;
  /** A conversation that it has to do with, but may not join. */
  linkedTo: string | null;
  /** He was not on any message of it: he is shown as unverified. */
  stranger: boolean;
}

const NOWHERE: Found = { conversation: null, thread: null, inReplyToId: null, linkedTo: null, stranger: false };

/** Reply token, then the ids that it answers, then the network's thread; else nowhere (R-THR-1, 3, 5, 6). */
export async function findPlace(tx: Tx, channel: Channel, event: MessageEvent): Promise<Found> {
  const place =
    (await byToken(tx, channel, event)) ?? (await byAnswers(tx, channel, event)) ?? (await byKey(tx, channel, event)) ?? NOWHERE;
  // A person's message to what lies in the trash begins anew (product 5.3).
  if (place.conversation?.placement === 'TRASH') return { ...NOWHERE, linkedTo: place.conversation.id };
  if (place.conversation || place.linkedTo) return place;
  return { ...place, linkedTo: await findTwin(tx, channel, event) };
}

/** The conversation of the same mail in another of our inboxes, or of our own mail from there: each inbox has its own, linked (R-INB-1, G1 6). */
async function findTwin(tx: Tx, channel: Channel, event: MessageEvent): Promise<string | null> {
  const ids = event.knownAs ?? [];
  if (ids.length === 0) return null;
  const known = await findByExternalIds(tx, await channelIds(tx, channel.inboxId, false), ids);
  const [message] = await findMessages(tx, [...known.values()].slice(0, 1));
  return message?.conversationId ?? null;
}

async function byToken(tx: Tx, channel: Channel, event: MessageEvent): Promise<Found | null> {
  const thread = event.thread.token ? await findThreadByToken(tx, event.thread.token) : null;
  const conversation = thread && (await findConversation(tx, thread.conversationId));
  if (!thread || !conversation) return null;
  if (conversation.inboxId !== channel.inboxId) return { ...NOWHERE, linkedTo: conversation.id };
  const stranger = event.sender !== 'self' && !(await tookPart(tx, conversation.id, event.sender));
  return { ...NOWHERE, conversation, thread: thread.channelId === channel.id ? thread : null, stranger };
}

async function byAnswers(tx: Tx, channel: Channel, event: MessageEvent): Promise<Found | null> {
  const answers = event.thread.answers ?? [];
  if (answers.length === 0) return null;
  // Those of other inboxes too: only to link to what they know, never to join it (R-THR-6).
  const here = await findByExternalIds(tx, await channelIds(tx, channel.inboxId, true), answers);
  const known = here.size > 0 ? here : await findByExternalIds(tx, await channelIds(tx, channel.inboxId, false), answers);
  const first = answers.find((id) => known.has(id));
  if (first === undefined) return null;
  const [message] = await findMessages(tx, [known.get(first) ?? '']);
  const conversation = message && (await findConversation(tx, message.conversationId));
  if (!message || !conversation) return null;
  if (conversation.inboxId !== channel.inboxId) return { ...NOWHERE, linkedTo: conversation.id };
  if (event.sender === 'self') return { ...NOWHERE, conversation, inReplyToId: message.id };
  const part = await tookPart(tx, conversation.id, event.sender);
  if (!part && !(await sharesDomain(tx, conversation.id, event.sender))) return { ...NOWHERE, linkedTo: conversation.id };
  return { ...NOWHERE, conversation, inReplyToId: message.id, stranger: !part };
}

async function byKey(tx: Tx, channel: Channel, event: MessageEvent): Promise<Found | null> {
  const thread = event.thread.key ? await findThreadByKey(tx, channel.id, event.thread.key) : null;
  const conversation = thread && (await findConversation(tx, thread.conversationId));
  if (!thread || !conversation) return null;
  return conversation.inboxId === channel.inboxId
    ? { ...NOWHERE, conversation, thread }
    : { ...NOWHERE, linkedTo: conversation.id };
}

/** The channels of the inbox, or those of all others. */
async function channelIds(reader: Reader, inboxId: string, inside: boolean): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(`SELECT id FROM channel WHERE inbox_id ${inside ? '=' : '<>'} ?`, [inboxId]);
  return rows.map((row) => row.id);
}

/** Whether the address takes part, or was on a message. */
async function tookPart(reader: Reader, conversationId: string, sender: CheckedIdentity): Promise<boolean> {
  const key = identityKey(sender.kind, sender.value);
  return (await addressesOf(reader, conversationId)).some(
    ({ kind, value }) => kind === sender.kind && identityKey(kind, value) === key,
  );
}

/** Whether somebody of the same organisation was on a message; a domain where anybody gets an address says nothing. */
async function sharesDomain(reader: Reader, conversationId: string, sender: CheckedIdentity): Promise<boolean> {
  const domain = identityDomain(sender.kind, sender.value);
  if (domain === null) return false;
  return (await addressesOf(reader, conversationId)).some(({ kind, value }) => identityDomain(kind, value) === domain);
}

async function addressesOf(reader: Reader, conversationId: string): Promise<{ kind: string; value: string }[]> {
  const participants = await participantsOf(reader, conversationId);
  const onMessages = await reader.query<{ kind: string; value: string }>(
    'SELECT DISTINCT r.kind AS kind, r.value AS value FROM message_recipient r JOIN message m ON m.id = r.message_id WHERE m.conversation_id = ?',
    [conversationId],
  );
  return [...participants, ...onMessages];
}

/** The thread by which the channel sees the conversation: the one found, the newest that it has, or a new one. */
export async function threadFor(
  tx: Tx,
  channel: Channel,
  conversationId: string,
  event: MessageEvent,
  found: Thread | null,
): Promise<Thread> {
  if (found) return found;
  const key = event.thread.key ?? null;
  const existing = (await threadsOf(tx, conversationId)).findLast(
    (thread) => thread.channelId === channel.id && (key === null || thread.externalKey === key),
  );
  if (existing) return existing;
  const wanted = { conversationId, channelId: channel.id, subject: event.thread.subject ?? '' };
  const made = (await createThread(tx, { ...wanted, externalKey: key })) ?? (await createThread(tx, wanted));
  if (!made) throw new Error(`No thread could be made for the conversation ${conversationId}`);
  return made;
}
