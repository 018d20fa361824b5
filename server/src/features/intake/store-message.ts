import type { Channel, FilterRuleInfo } from '../channels/index.js';
import { type Contact, findOrCreateContact } from '../contacts/index.js';
import { addItem, addParticipant, type Conversation, openConversation, type Thread } from '../conversations/index.js';
import { applyReceipt } from '../delivery/index.js';
import {
  addExternalIds,
  claimExternalId,
  findByExternalIds,
  findBySendKey,
  findMessages,
  type Message,
  type NewItem,
} from '../messages/index.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import type { CheckedIdentity, MessageEvent } from './inbound-event.js';
import type { InboundItem } from './inbound-item.entity.js';
import type { Ending } from './inbound-item.repository.js';
import { ownAddresses, type OwnAddresses } from './own.js';
import { passedOn } from './passed-on.js';
import { placeByFlags } from './placement.js';
import type { PreparedContent } from './prepare.js';
import { FETCH_FILE } from './fetch-file.job.js';
import { findPlace, type Found, threadFor } from './threading.js';

/** A message that is ready to be stored. */
export interface Incoming {
  channel: Channel;
  item: InboundItem;
  event: MessageEvent;
  content: PreparedContent;
  rules: Readonly<Record<string, FilterRuleInfo>>;
}

/** Stores one message with all that follows from it; answers how its item ends. */
export async function storeMessage(tx: Tx, incoming: Incoming): Promise<Ending> {
  const { channel, event } = incoming;
  const repeat = await findRepeat(tx, channel, event);
  if (repeat) return repeat;
  const own = await ownAddresses(tx, channel);
  if (event.sender === 'self') return storeOwn(tx, incoming, own);
  const loops = own.ofInbox(event.sender) || (event.automatic !== undefined && own.ofAny(event.sender));
  if (loops) return { state: 'FILTERED', reason: 'OWN_LOOP: it came from an address of our own.' };
  const handedOn = await passedOn(tx, incoming, own);
  if (!handedOn) return storeInbound(tx, { ...incoming, sender: event.sender, own });
  const ending = await storeInbound(tx, { ...handedOn.incoming, own });
  if (ending.conversationId) await addItem(tx, ending.conversationId, handedOn.note, { history: incoming.item.history });
  return ending;
}

/** The same thing again, or our own message come back: then it shows that it went out (R-INB-6, R-LOOP-2). */
async function findRepeat(tx: Tx, channel: Channel, event: MessageEvent): Promise<Ending | null> {
  const ids = [event.id, ...(event.knownAs ?? [])];
  const known = await findByExternalIds(tx, [channel.id], ids);
  const messages = await findMessages(tx, [...new Set(known.values())]);
  const ours = messages.find((message) => message.direction === 'OUTBOUND') ?? (await sentAs(tx, channel, event.sendKey));
  if (ours) {
    await addExternalIds(tx, channel.id, ours.id, ids);
    await applyReceipt(tx, ours, { to: 'SENT' });
    return duplicateOf(ours, 'Our own message came back.');
  }
  // Others may share a Message-ID; only the id that the channel vouches for makes two the same (R-DUP-2).
  const same = messages.find((message) => message.id === known.get(event.id));
  return same ? duplicateOf(same, 'It had come in before.') : null;
}

async function sentAs(tx: Tx, channel: Channel, sendKey: string | undefined): Promise<Message | null> {
  const message = sendKey ? await findBySendKey(tx, sendKey) : null;
  return message?.channelId === channel.id ? message : null;
}

function duplicateOf(message: Message, reason: string): Ending {
  return { state: 'DUPLICATE', reason, messageId: message.id, conversationId: message.conversationId };
}

/** Somebody answered from our account outside of Balie: the conversation that he answered shows it; else it is a loop. */
async function storeOwn(tx: Tx, incoming: Incoming, own: OwnAddresses): Promise<Ending> {
  const { channel, event } = incoming;
  const others = [...(event.to ?? []), ...(event.cc ?? [])].filter((address) => !own.ofInbox(address));
  const outside = others.length > 0 || event.to === undefined;
  const place = outside ? await findPlace(tx, channel, event) : null;
  if (!place?.conversation)
    return { state: 'FILTERED', reason: 'OWN_LOOP: our own account wrote it, and it answers nothing that is here.' };
  const thread = await threadFor(tx, channel, place.conversation.id, event, place.thread);
  const author: NewItem['author'] = { kind: 'SYSTEM', id: null, name: channel.name };
  const [from] = channel.own;
  const item: NewItem = { ...newItem(incoming, place, thread, author), direction: 'OUTBOUND', from: from ?? null };
  return finish(tx, incoming, place.conversation.id, item, false);
}

async function storeInbound(tx: Tx, incoming: Incoming & { sender: CheckedIdentity; own: OwnAddresses }): Promise<Ending> {
  const { channel, event, sender, item, own } = incoming;
  const contact = isMachine(incoming)
    ? null
    : await findOrCreateContact(tx, { ...sender, verified: sender.trust === 'verified' });
  const place = await findPlace(tx, channel, event);
  const conversation = place.conversation ?? (await open(tx, incoming, contact, own.ofAny(sender)));
  const thread = await threadFor(tx, channel, conversation.id, event, place.thread);
  const role = place.stranger ? 'UNVERIFIED' : place.conversation ? 'TO' : 'STARTER';
  if (contact) await addParticipant(tx, conversation.id, { ...sender, contactId: contact.id, role });
  // Whom a stranger brings along has no part in it before an agent has looked.
  if (contact && !place.stranger) await addOthers(tx, conversation.id, event, own);
  if (place.linkedTo) await tellLink(tx, conversation.id, place.linkedTo, event);
  const name = contact?.name ?? sender.name ?? sender.value;
  const author: NewItem['author'] = contact ? { kind: 'CONTACT', id: contact.id, name } : { kind: 'SYSTEM', id: null, name };
  const inbound: NewItem = { ...newItem(incoming, place, thread, author), from: sender };
  const ending = await finish(tx, incoming, conversation.id, inbound, !item.history);
  if (conversation.placement === 'INBOX') return ending;
  return { ...ending, state: 'FILTERED', reason: conversation.placementReason };
}

/** Nobody wrote it: a mail server did, about a mail (R-BNC-1). */
function isMachine({ event, rules }: Incoming): boolean {
  return (event.flags ?? []).some(({ rule }) => Object.hasOwn(rules, rule) && rules[rule]?.sender === 'machine');
}

async function open(tx: Tx, incoming: Incoming, contact: Contact | null, ours: boolean): Promise<Conversation> {
  const { channel, event, rules } = incoming;
  const flags = event.flags ?? [];
  // Our own other inboxes are known, too: many are called info@ or sales@.
  const known = ours || (contact !== null && flags.length > 0 && (await isKnown(tx, contact.id)));
  const { placement, reason } = placeByFlags(flags, rules, known);
  return openConversation(tx, {
    inboxId: channel.inboxId,
    channel,
    contact,
    subject: event.thread.subject ?? '',
    at: timeOf(tx, event),
    placement,
    placementReason: reason,
  });
}

/** A contact with whom there is a conversation that nobody has set aside. */
async function isKnown(tx: Tx, contactId: string): Promise<boolean> {
  return (
    (await tx.query("SELECT id FROM conversation WHERE contact_id = ? AND placement = 'INBOX' LIMIT 1", [contactId])).length > 0
  );
}

async function addOthers(tx: Tx, conversationId: string, event: MessageEvent, own: OwnAddresses): Promise<void> {
  const others = [
    ...(event.to ?? []).map((address) => ({ ...address, role: 'TO' as const })),
    ...(event.cc ?? []).map((address) => ({ ...address, role: 'CC' as const })),
  ];
  for (const other of others.slice(0, 200)) if (!own.ofAny(other)) await addParticipant(tx, conversationId, other);
}

/** It cites a message of another conversation that its sender has no part in: one click away, and not mixed (R-THR-5, 6). */
async function tellLink(tx: Tx, conversationId: string, linkedTo: string, event: MessageEvent): Promise<void> {
  await addItem(tx, conversationId, {
    kind: 'ACTIVITY',
    direction: 'INTERNAL',
    author: { kind: 'SYSTEM', id: null, name: 'Balie' },
    at: timeOf(tx, event),
    activity: 'linked',
    data: { conversationId: linkedTo },
  });
}

/** The item as its source says it; also for an item that is understood at a second try. */
export function newItem(
  incoming: Incoming,
  place: Pick<Found, 'inReplyToId' | 'stranger'>,
  thread: Thread,
  author: NewItem['author'],
): NewItem {
  const { channel, event, content, item } = incoming;
  const address = (field: 'TO' | 'CC') => (identity: CheckedIdentity) => ({ ...identity, field });
  return {
    kind: 'MESSAGE',
    direction: 'INBOUND',
    author,
    at: Math.min(safeTime(event.at), item.receivedAt),
    sentAt: safeTime(event.at),
    text: content.text,
    html: content.html,
    quotedText: content.quotedText,
    subject: event.thread.subject ?? null,
    recipients: [...(event.to ?? []).map(address('TO')), ...(event.cc ?? []).map(address('CC'))],
    threadId: thread.id,
    channelId: channel.id,
    parts: content.parts,
    data: { ...(place.stranger ? { unverifiedSender: true } : {}), ...(content.cut ? { cut: true } : {}) },
    automatic: event.automatic ?? null,
    rawHash: item.rawHash,
    inReplyToId: place.inReplyToId,
    attachments: content.attachments,
    externalIds: event.knownAs ?? [],
  };
}

async function finish(tx: Tx, incoming: Incoming, conversationId: string, item: NewItem, reopen: boolean): Promise<Ending> {
  const id = newId('message');
  const { channel, event } = incoming;
  const claimed = await claimExternalId(tx, channel.id, event.id, id);
  if (!claimed) throw new Error(`The id ${event.id} was taken meanwhile`);
  await addItem(tx, conversationId, { ...item, id }, { reopen: reopen && !event.automatic, history: incoming.item.history });
  enqueueFiles(tx, channel.id, item);
  return { state: 'DELIVERED', messageId: id, conversationId };
}

/** Files that are named only are fetched one by one, beside the message. */
export function enqueueFiles(tx: Tx, channelId: string, item: NewItem): void {
  for (const file of item.attachments ?? [])
    if (!file.hash && file.id) tx.enqueue({ name: FETCH_FILE, payload: { attachmentId: file.id, channelId } });
}

function timeOf(tx: Tx, event: MessageEvent): number {
  return Math.min(safeTime(event.at), tx.now);
}

/** What a sender writes as a date may be anything. */
function safeTime(date: Date): number {
  const time = date.getTime();
  return Number.isFinite(time) ? Math.min(Math.max(time, 0), 8.64e15) : 0;
}
