import type { Channel } from '../channels/index.js';
import { applyReceipt, askForTranscript } from '../delivery/index.js';
import { type Contact, introduceContact, keepToldFacts, type ShownIdentity } from '../contacts/index.js';
import { changeConversation, findConversation, findThreadByKey } from '../conversations/index.js';
import { findByExternalIds, findMessages, inboxOfConversation, Message, updateMessage } from '../messages/index.js';
import { reindex, reindexMessages } from '../search-index/index.js';
import { assertNever } from '../../kernel/errors.js';
import type { Tx } from '../../kernel/uow.js';
import type { CheckedEvent, CheckedIdentity } from './inbound-event.js';
import type { Ending } from './inbound-item.repository.js';
import type { PreparedContent } from './prepare.js';

type OtherEvent = Exclude<CheckedEvent, { type: 'message' }>;
type Receipt = Extract<CheckedEvent, { type: 'receipt' }>;

/** Stores what is not a message of its own but says something about one. */
export async function storeOther(tx: Tx, channel: Channel, event: OtherEvent, content: PreparedContent | null): Promise<Ending> {
  switch (event.type) {
    case 'receipt':
      return storeReceipt(tx, channel, event);
    case 'edited':
    case 'deleted':
      return storeAmendment(tx, channel, event, content);
    case 'reaction':
      return storeReaction(tx, channel, event);
    case 'profile':
      return storeProfile(tx, channel, event);
    case 'transcript':
      return askedForTranscript(tx, channel, event.threadKey);
    case 'typing':
    case 'online':
      return { state: 'FILTERED', reason: 'UNSUPPORTED: presence is never stored.' };
    default:
      return assertNever(event);
  }
}

const RECEIPTS = {
  delivered: 'DELIVERED',
  read: 'READ',
  failed: 'BOUNCED',
  complained: 'COMPLAINED',
  delayed: 'DELAYED',
} as const;
/** News that moves nothing: it stands at the message, and in the ledger only as what it is (R-BNC-2, R-ARF-1). */
const NOTES = { DELAYED: 'It is late and still on its way', COMPLAINED: 'The recipient complained' } as const;

async function storeReceipt(tx: Tx, channel: Channel, event: Receipt): Promise<Ending> {
  const to = RECEIPTS[event.status];
  const messages = await targetsOf(tx, channel, event.target);
  const ours = messages.filter((message) => message.direction === 'OUTBOUND');
  const [first] = ours;
  if (!first)
    return {
      state: 'FILTERED',
      reason: `A delivery report (${event.status}) about a message that is not here${event.reason ? `: ${event.reason}` : '.'}`,
    };
  const about = { messageId: first.id, conversationId: first.conversationId };
  for (const message of ours) {
    const receipt = {
      to,
      recipient: event.recipient ?? null,
      reason: event.reason ?? null,
      unreachable: event.unreachable ?? false,
    };
    const meant = await applyReceipt(tx, message, receipt);
    // A bounce may name the address behind a forward, which we never wrote to.
    if (!meant && to === 'BOUNCED') await applyReceipt(tx, message, { ...receipt, recipient: null, unreachable: false });
  }
  if (to === 'DELAYED' || to === 'COMPLAINED')
    return { state: 'FILTERED', reason: `${NOTES[to]}${event.reason ? `: ${event.reason}` : '.'}`, ...about };
  return { state: 'DELIVERED', reason: event.reason ?? null, ...about };
}

/** What a network tells about somebody is kept with his contact, who is made when there is none. */
export async function storeProfile(tx: Tx, channel: Channel, event: Extract<OtherEvent, { type: 'profile' }>): Promise<Ending> {
  const { avatarUrl } = event.identity;
  const { contact, other } = await introduceContact(tx, shownBy(event.identity), (event.known ?? []).map(shownBy));
  if (other && event.threadKey !== undefined) await tieTo(tx, channel, event.threadKey, contact, other);
  const told = { channelId: channel.id, at: tx.now, avatarUrl: avatarUrl ?? null, attributes: event.attributes };
  const fresh = await keepToldFacts(tx, contact, told);
  return { state: 'FILTERED', reason: fresh ? 'PROFILE: kept with the contact.' : 'PROFILE: nothing new about the contact.' };
}

function shownBy({ kind, value, trust, name }: CheckedIdentity): ShownIdentity {
  return { kind, value, verified: trust === 'verified', name: name ?? null };
}

/** His conversation is shown with the contact that he says he is, until somebody decides otherwise; the two stay two. */
async function tieTo(tx: Tx, channel: Channel, threadKey: string, from: Contact, to: Contact): Promise<void> {
  const thread = await findThreadByKey(tx, channel.id, threadKey);
  const conversation = thread && (await findConversation(tx, thread.conversationId));
  if (conversation?.contactId !== from.id) return;
  const data = { previousContactId: from.id, previousName: from.name, contactId: to.id, name: to.name, claimed: true };
  const actor = { kind: 'SYSTEM' as const, id: null, name: 'Balie' };
  await changeConversation(tx, conversation, { contactId: to.id }, { type: 'contact_set', actor, data });
  await reindex(tx, { of: 'conversation', id: conversation.id });
}

/** He wants a copy of what was said with him (D36). */
async function askedForTranscript(tx: Tx, channel: Channel, threadKey: string): Promise<Ending> {
  const thread = await findThreadByKey(tx, channel.id, threadKey);
  if (!thread) return { state: 'FILTERED', reason: 'TRANSCRIPT: nothing was said yet.' };
  askForTranscript(tx, thread.id, 'asked');
  return { state: 'FILTERED', reason: 'TRANSCRIPT: asked for.', conversationId: thread.conversationId };
}

async function targetsOf(tx: Tx, channel: Channel, target: Receipt['target']): Promise<Message[]> {
  if ('id' in target) return byExternalId(tx, channel, target.id);
  const thread = await findThreadByKey(tx, channel.id, target.thread);
  if (!thread) return [];
  const upTo = target.upTo.getTime();
  return tx.manager
    .createQueryBuilder(Message, 'm')
    .where('m.threadId = :threadId AND m.direction = :direction AND m.at <= :upTo', {
      threadId: thread.id,
      direction: 'OUTBOUND',
      upTo,
    })
    .orderBy('m.seq', 'DESC')
    .take(200)
    .getMany();
}

async function byExternalId(tx: Tx, channel: Channel, externalId: string): Promise<Message[]> {
  const known = await findByExternalIds(tx, [channel.id], [externalId]);
  return findMessages(tx, [...known.values()]);
}

/** What its sender has changed afterwards: the text is the new one, and it is said that it was changed. */
async function storeAmendment(
  tx: Tx,
  channel: Channel,
  event: Extract<OtherEvent, { type: 'edited' | 'deleted' }>,
  content: PreparedContent | null,
): Promise<Ending> {
  const [message] = await byExternalId(tx, channel, event.target);
  if (!message) return unknownTarget(event.type);
  const note = { type: event.type, data: { at: event.at.toISOString() } };
  const parts = [...message.parts.filter((part) => part.type !== event.type), note];
  const words =
    event.type === 'edited' && content ? { text: content.text, html: content.html, quotedText: content.quotedText } : {};
  const gone = event.type === 'deleted' ? { text: '', html: null, quotedText: null } : {};
  return amended(tx, message, { parts, ...words, ...gone });
}

async function storeReaction(tx: Tx, channel: Channel, event: Extract<OtherEvent, { type: 'reaction' }>): Promise<Ending> {
  const [message] = await byExternalId(tx, channel, event.target);
  if (!message) return unknownTarget('reaction');
  const by = event.sender === 'self' ? channel.name : (event.sender.name ?? event.sender.value);
  const others = message.parts.filter((part) => !(part.type === 'reaction' && isSame(part.data, { by, emoji: event.emoji })));
  const parts = event.removed ? others : [...others, { type: 'reaction', data: { by, emoji: event.emoji } }];
  return amended(tx, message, { parts });
}

function isSame(data: unknown, { by, emoji }: { by: string; emoji: string }): boolean {
  const reaction = data as { by?: unknown; emoji?: unknown };
  return reaction.by === by && reaction.emoji === emoji;
}

function unknownTarget(what: string): Ending {
  return { state: 'FILTERED', reason: `It is about a message that is not here (${what}).` };
}

async function amended(tx: Tx, message: Message, patch: Parameters<typeof updateMessage>[2]): Promise<Ending> {
  await updateMessage(tx, message.id, patch);
  if (patch.text !== undefined) await reindexMessages(tx, [message.id]);
  tx.emit({
    type: 'message.updated',
    change: 'UPDATED',
    nodeId: message.id,
    inboxId: await inboxOfConversation(tx, message.conversationId),
    conversationId: message.conversationId,
  });
  return { state: 'DELIVERED', messageId: message.id, conversationId: message.conversationId };
}
