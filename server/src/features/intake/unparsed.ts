import type { Channel } from '../channels/index.js';
import { type Contact, findOrCreateContact } from '../contacts/index.js';
import {
  addItem,
  addParticipant,
  changeConversation,
  createThread,
  findThread,
  openConversation,
} from '../conversations/index.js';
import { addExternalIds, findMessage, hasFiles, type NewItem, rewriteItem } from '../messages/index.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import type { InboundItem } from './inbound-item.entity.js';
import type { Ending } from './inbound-item.repository.js';
import { enqueueFiles, type Incoming, newItem } from './incoming-item.js';

/** The bytes of an item, as a file to attach. */
export interface Source {
  hash: string;
  name: string;
  mime: string;
  bytes: number;
}

/** What can't be understood is still shown: a conversation with the source attached, which can be read again later (N1). */
export async function storeUnparsed(
  tx: Tx,
  channel: Channel,
  item: InboundItem,
  source: Source | null,
  reason: string,
): Promise<Ending> {
  const words = {
    subject: 'A message that could not be understood',
    text: 'This message could not be understood. What came in is attached as it is.',
  };
  const stored = await storeSource(tx, { channel, item, source, reason, words, placement: 'INBOX', unparsed: true });
  return { state: 'DELIVERED', reason, unparsed: true, ...stored };
}

/** News about messages that are none of ours is set aside, where a person can look at it (R-BNC-4). */
export async function storeStrayReport(
  tx: Tx,
  channel: Channel,
  item: InboundItem,
  source: Source | null,
  reason: string,
): Promise<Ending> {
  const words = { subject: 'A report about a message that is not here', text: `${reason} What came in is attached as it is.` };
  const stored = await storeSource(tx, { channel, item, source, reason, words, placement: 'FILTERED', unparsed: false });
  return { state: 'FILTERED', reason, ...stored };
}

/** What is no message of anybody, and wanted all the same: its source, where everybody looks (N1). */
export async function storeAsItCame(
  tx: Tx,
  channel: Channel,
  item: InboundItem,
  source: Source | null,
  reason: string,
): Promise<Ending> {
  const words = { subject: 'Something that is no message', text: `${reason} What came in is attached as it is.`.trim() };
  const stored = await storeSource(tx, { channel, item, source, reason, words, placement: 'INBOX', unparsed: false });
  return { state: 'DELIVERED', reason, ...stored };
}

interface SourceStory {
  channel: Channel;
  item: InboundItem;
  source: Source | null;
  reason: string;
  words: { subject: string; text: string };
  placement: 'INBOX' | 'FILTERED';
  unparsed: boolean;
}

async function storeSource(tx: Tx, story: SourceStory): Promise<{ messageId: string; conversationId: string }> {
  const { channel, item, source, words, placement, unparsed } = story;
  const at = item.receivedAt;
  const { subject } = words;
  const placementReason = placement === 'INBOX' ? null : story.reason;
  const conversation = await openConversation(tx, {
    inboxId: channel.inboxId,
    channel,
    contact: null,
    subject,
    at,
    placement,
    placementReason,
    history: item.history,
  });
  const thread = await createThread(tx, { conversationId: conversation.id, channelId: channel.id, subject });
  const id = newId('message');
  const message: NewItem = {
    id,
    kind: 'MESSAGE',
    direction: 'INBOUND',
    author: { kind: 'SYSTEM', id: null, name: channel.name },
    at,
    ...words,
    threadId: thread?.id ?? null,
    channelId: channel.id,
    // It waits for nobody's answer.
    automatic: placement === 'INBOX' ? null : 'reply',
    unparsed,
    rawHash: item.rawHash,
    data: { reason: story.reason },
    attachments: source ? [source] : [],
    externalIds: [item.externalId],
  };
  await addItem(tx, conversation.id, message, { history: item.history });
  return { messageId: id, conversationId: conversation.id };
}

/** An item that is understood at a later try: its message says now what it says, in the conversation that it has. */
export async function storeUnderstood(tx: Tx, incoming: Incoming): Promise<Ending> {
  const { item, event, channel } = incoming;
  const message = item.messageId ? await findMessage(tx, item.messageId) : null;
  const thread = message?.threadId ? await findThread(tx, message.threadId) : null;
  if (!message || !thread) throw new Error(`The message of the inbound item ${item.id} is not there`);
  const { sender } = event;
  const contact = sender === 'self' ? null : await findOrCreateContact(tx, { ...sender, verified: sender.trust === 'verified' });
  const author: NewItem['author'] =
    contact && sender !== 'self'
      ? { kind: 'CONTACT', id: contact.id, name: contact.name ?? sender.value }
      : { kind: 'SYSTEM', id: null, name: channel.name };
  const place = { inReplyToId: null, stranger: false, newParticipant: false };
  const understood: NewItem = { ...newItem(incoming, place, thread, author), from: sender === 'self' ? null : sender };
  await rewriteItem(tx, message.id, understood);
  await addExternalIds(tx, channel.id, message.id, [event.id, ...(event.knownAs ?? [])]);
  enqueueFiles(tx, channel.id, understood);
  await nameConversation(tx, incoming, message.conversationId, contact);
  return { state: 'DELIVERED', messageId: message.id, conversationId: message.conversationId };
}

async function nameConversation(tx: Tx, { event }: Incoming, conversationId: string, contact: Contact | null): Promise<void> {
  if (contact && event.sender !== 'self')
    await addParticipant(tx, conversationId, { ...event.sender, contactId: contact.id, role: 'STARTER' });
  const hasFile = await hasFiles(tx, conversationId);
  const patch = { subject: event.thread.subject ?? '', hasFile, ...(contact ? { contactId: contact.id } : {}) };
  await changeConversation(tx, conversationId, patch, { type: 'understood', actor: { kind: 'SYSTEM', id: null, name: 'Balie' } });
}
