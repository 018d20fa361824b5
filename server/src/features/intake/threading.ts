import {
  type Conversation,
  createThread,
  findConversation,
  findThread,
  findThreadByKey,
  findThreadByToken,
  lockConversation,
  type Participant,
  participantsOf,
  passKeyOn,
  type Thread,
  threadsOf,
} from '../conversations/index.js';
import type { Channel } from '../channels/index.js';
import { identityDomain, identityKey } from '../../kernel/identity-kinds.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import type { CheckedIdentity, MessageEvent } from './inbound-event.js';
import type { KnownMessage } from './known.js';

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
  /** Of the same organisation as somebody who was. */
  newParticipant: boolean;
  /** Who takes part in the conversation that it joins, as far as that was asked. */
  participants: readonly Participant[];
}

export const NOWHERE: Found = {
  conversation: null,
  thread: null,
  inReplyToId: null,
  linkedTo: null,
  stranger: false,
  newParticipant: false,
  participants: [],
};

/** A message that looks for its place, with what is known of the ids that it names. */
export interface Citation {
  channel: Channel;
  event: MessageEvent;
  known: readonly KnownMessage[];
}

/** Reply token, then the ids that it answers, then the network's thread; else nowhere (R-THR-1, 3, 5, 6). */
export async function findPlace(tx: Tx, citation: Citation): Promise<Found> {
  const { channel, event } = citation;
  const place =
    (await byToken(tx, channel, event)) ?? (await byAnswers(tx, citation)) ?? (await byKey(tx, channel, event)) ?? NOWHERE;
  // A person's message to what lies in the trash begins anew (product 5.3).
  if (place.conversation?.placement === 'TRASH') return { ...NOWHERE, linkedTo: place.conversation.id };
  if (place.conversation || place.linkedTo) return place;
  return { ...place, linkedTo: twinOf(citation) };
}

/** The conversation of the same mail in another of our inboxes, or of our own mail from there: each inbox has its own, linked (R-INB-1, G1 6). */
function twinOf({ channel, event, known }: Citation): string | null {
  const ids = event.knownAs ?? [];
  const twin = known.find(({ inboxId, externalId }) => inboxId !== channel.inboxId && ids.includes(externalId));
  return twin?.conversationId ?? null;
}

async function byToken(tx: Tx, channel: Channel, event: MessageEvent): Promise<Found | null> {
  const thread = event.thread.token ? await findThreadByToken(tx, event.thread.token) : null;
  const conversation = thread && (await findConversation(tx, thread.conversationId));
  if (!thread || !conversation) return null;
  // One that was moved is still answered through the channel that it came by (D3).
  const here = conversation.inboxId === channel.inboxId || thread.channelId === channel.id;
  if (!here) return { ...NOWHERE, linkedTo: conversation.id };
  const participants = await participantsOf(tx, conversation.id);
  const stranger = event.sender !== 'self' && !(await tookPart(tx, conversation.id, event.sender, participants));
  return { ...NOWHERE, conversation, thread: thread.channelId === channel.id ? thread : null, stranger, participants };
}

async function byAnswers(tx: Tx, { channel, event, known }: Citation): Promise<Found | null> {
  const message = answered(event.thread.answers ?? [], known, channel);
  if (!message) return null;
  const conversation = await lockConversation(tx, message.conversationId);
  const here = conversation.inboxId === channel.inboxId || message.channelId === channel.id;
  if (!here) return { ...NOWHERE, linkedTo: conversation.id };
  const thread = await threadOf(tx, channel, event, message.threadId);
  const found = { ...NOWHERE, conversation, thread, inReplyToId: message.messageId };
  if (event.sender === 'self') return found;
  const participants = await participantsOf(tx, conversation.id);
  if (await tookPart(tx, conversation.id, event.sender, participants)) return { ...found, participants };
  if (!(await sharesDomain(tx, conversation.id, event.sender, participants))) return { ...NOWHERE, linkedTo: conversation.id };
  return { ...found, participants, stranger: true, newParticipant: true };
}

/** The nearest that is here, of the same channel before another of the inbox; one of another inbox only to link to it (R-THR-6). */
function answered(answers: readonly string[], known: readonly KnownMessage[], channel: Channel): KnownMessage | null {
  const named = known.filter(({ externalId }) => answers.includes(externalId));
  const here = named.filter(({ inboxId }) => inboxId === channel.inboxId);
  const among = here.length > 0 ? here : named;
  const first = answers.find((id) => among.some(({ externalId }) => externalId === id));
  const same = among.filter(({ externalId }) => externalId === first);
  return same.find(({ channelId }) => channelId === channel.id) ?? same[0] ?? null;
}

/** The thread of the message that it answers, where that is the channel's own; a side thread stays away from the customer (G7 44). */
async function threadOf(tx: Tx, channel: Channel, event: MessageEvent, threadId: string | null): Promise<Thread | null> {
  const thread = threadId === null ? null : await findThread(tx, threadId);
  if (thread?.channelId !== channel.id) return null;
  return thread.purpose === 'SIDE' || event.thread.key === undefined ? thread : null;
}

async function byKey(tx: Tx, channel: Channel, event: MessageEvent): Promise<Found | null> {
  const thread = event.thread.key ? await findThreadByKey(tx, channel.id, event.thread.key) : null;
  const conversation = thread && (await findConversation(tx, thread.conversationId));
  if (!thread || !conversation) return null;
  return { ...NOWHERE, conversation, thread };
}

/** Whether the address takes part, or was on a message. Who took part is asked first: that costs the same however long the conversation is. */
export async function tookPart(
  reader: Reader,
  conversationId: string,
  sender: CheckedIdentity,
  participants: readonly Participant[],
): Promise<boolean> {
  const key = identityKey(sender.kind, sender.value);
  if (participants.some(({ kind, valueKey }) => kind === sender.kind && valueKey === key)) return true;
  const rows = await reader.query(
    `SELECT r.id FROM message m JOIN message_recipient r ON r.message_id = m.id
     WHERE m.conversation_id = ? AND r.kind = ? AND r.value_key = ? LIMIT 1`,
    [conversationId, sender.kind, key],
  );
  return rows.length > 0;
}

/** Whether somebody of the same organisation was on a message; a domain where anybody gets an address says nothing. */
export async function sharesDomain(
  reader: Reader,
  conversationId: string,
  sender: CheckedIdentity,
  participants: readonly Participant[],
): Promise<boolean> {
  const domain = identityDomain(sender.kind, sender.value);
  if (domain === null) return false;
  const isColleague = ({ kind, value }: { kind: string; value: string }) => identityDomain(kind, value) === domain;
  if (participants.some(isColleague)) return true;
  const onMessages = await reader.query<{ kind: string; value: string }>(
    'SELECT DISTINCT r.kind AS kind, r.value AS value FROM message_recipient r JOIN message m ON m.id = r.message_id WHERE m.conversation_id = ?',
    [conversationId],
  );
  return onMessages.some(isColleague);
}

/** The thread by which the channel sees the conversation: the one found, the newest that it has, or a new one. */
export async function threadFor(
  tx: Tx,
  channel: Channel,
  conversationId: string,
  event: MessageEvent,
  { thread: found, conversation }: Pick<Found, 'thread' | 'conversation'>,
): Promise<Thread> {
  if (found) return found;
  const key = event.thread.key ?? null;
  // One that has just begun has none.
  const threads = conversation ? await threadsOf(tx, conversationId) : [];
  const existing = threads.findLast(
    (thread) => thread.purpose === 'CUSTOMER' && thread.channelId === channel.id && (key === null || thread.externalKey === key),
  );
  if (existing) return existing;
  const wanted = { conversationId, channelId: channel.id, subject: event.thread.subject ?? '' };
  // What follows under the key belongs to what has just begun, and not each time to something new.
  if (!conversation && key !== null) await passKeyOn(tx, channel.id, key);
  const made = (await createThread(tx, { ...wanted, externalKey: key })) ?? (await createThread(tx, wanted));
  if (!made) throw new Error(`No thread could be made for the conversation ${conversationId}`);
  return made;
}
