import type { ActorRef } from '../../kernel/context.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import type { Channel } from '../channels/index.js';
import type { Contact } from '../contacts/index.js';
import { applyCounts } from '../inboxes/index.js';
import { insertItem, type Message, type NewItem } from '../messages/index.js';
import {
  type ClosingClock,
  closingOutcomeOf,
  lookWhenDue,
  NO_CLOCK,
  NO_CLOSING,
  outcomeOf,
  pickClock,
  settledClock,
  settledClosing,
  type SlaClock,
  type SlaOutcome,
  targetsIn,
  turnOf,
} from '../sla-clock/index.js';
import { indexNew, reindex } from '../search-index/index.js';
import { nextConversationNumber } from '../workspace/index.js';
import { changedFacts, factsOf } from './conversation-facts.js';
import { afterMessage, clockAfter, type ItemEffects, reopens, shownDelivery, withStatus } from './conversation-rules.js';
import { oneLine, SUBJECT_LENGTH } from './conversation-text.js';
import type { Conversation } from './conversation.entity.js';
import { askForRoutingAfter, stillQueued } from './routing-calls.js';
import { removeDraftOf } from './draft.repository.js';
import { insertConversation, lockConversation, updateConversation } from './conversation.repository.js';

/** What a new conversation is made of. */
export interface NewConversation {
  id?: string;
  inboxId: string;
  channel: Channel | null;
  contact: Contact | null;
  contactName?: string;
  subject: string;
  at: number;
  placement: 'INBOX' | 'FILTERED' | 'SPAM';
  placementReason?: string | null;
  demo?: boolean;
  /** An old one that is imported: it is no news. */
  history?: boolean;
}

/** Something that happened to a conversation, as its timeline tells it. */
export interface Activity {
  type: string;
  actor: ActorRef;
  data?: Record<string, unknown>;
  /** The time of the unit when not given. */
  at?: number;
}

/** What can be changed about a conversation. */
export type ConversationPatch = Partial<
  Pick<
    Conversation,
    | 'status'
    | 'assigneeUserId'
    | 'assigneeTeamId'
    | 'placement'
    | 'placementReason'
    | 'contactId'
    | 'subject'
    | 'inboxId'
    | 'snoozedUntil'
    | 'botControl'
    | 'hasFile'
    | 'botId'
    | 'queuedAt'
    | keyof SlaClock
    | keyof ClosingClock
  >
>;

/** Begins a conversation, empty and open, under the next number. */
export async function openConversation(tx: Tx, input: NewConversation): Promise<Conversation> {
  const conversation: Conversation = {
    id: input.id ?? newId('conversation'),
    inboxId: input.inboxId,
    number: await nextConversationNumber(tx),
    subject: oneLine(input.subject, SUBJECT_LENGTH),
    preview: '',
    status: 'OPEN',
    snoozedUntil: null,
    placement: input.placement,
    placementReason: input.placementReason ?? null,
    // From here on it is kept for so long (S40), whatever its date says.
    placedAt: input.placement === 'INBOX' ? null : tx.now,
    mergedIntoId: null,
    assigneeUserId: null,
    assigneeTeamId: null,
    queuedAt: null,
    botControl: 'NONE',
    botId: null,
    contactId: input.contact?.id ?? null,
    participantCount: 0,
    originalChannelId: input.channel?.id ?? null,
    viewId: input.channel?.viewId ?? null,
    lastMessageAt: input.at,
    lastInboundAt: null,
    lastOutboundAt: null,
    lastDirection: null,
    waitingSince: null,
    firstReplyAt: null,
    ...NO_CLOCK,
    ...NO_CLOSING,
    closedAt: null,
    deliveryStatus: null,
    seq: 0,
    messageCount: 0,
    hasFile: false,
    demo: input.demo ?? false,
    createdAt: input.at,
    updatedAt: tx.now,
    version: 1,
  };
  await insertConversation(tx, conversation);
  await applyCounts(tx, null, conversation);
  const contactName = input.contactName ?? input.contact?.name ?? null;
  const { facts, demo } = factsOf(conversation);
  tell(tx, conversation, 'conversation.created', 'CREATED', conversation.id, {
    data: { number: conversation.number, contactName, is: facts, ...demo, ...(input.history ? { history: true } : {}) },
  });
  return conversation;
}

/** Puts an item into the timeline with all that follows from it: order, preview, whose turn it is, status, assignee, counts, events. */
export async function addItem(
  tx: Tx,
  conversationId: string,
  item: NewItem,
  effects: ItemEffects = {},
): Promise<{ conversation: Conversation; message: Message }> {
  const before = await lockConversation(tx, conversationId);
  const after = {
    ...before,
    seq: before.seq + 1,
    hasFile: before.hasFile || (item.attachments ?? []).some(({ inline }) => !inline),
    ...afterMessage(before, item, effects.history),
    ...clockAfter(before, item, effects, tx.now),
  };
  const message = await insertItem(tx, conversationId, after.seq, withStoppedClock(before, item));
  const { subject, contactId } = before;
  await indexNew(tx, message, { subject, contactId, recipients: item.recipients ?? [], files: item.attachments ?? [] });
  tell(tx, after, itemEvent(item), 'CREATED', message.id, { actor: item.author, data: itemData(before, item, effects) });
  if (item.author.kind === 'USER' && item.direction === 'OUTBOUND') giveToPeople(after);
  await removeDraftOf(tx, before, item);
  const happened = (type: string, data: Record<string, unknown>): Promise<void> =>
    insertActivity(tx, after, { type, actor: item.author, data, at: item.at });
  const assignee = effects.assignIfUnassigned;
  if (assignee && after.assigneeUserId === null) {
    after.assigneeUserId = assignee;
    await happened('assigned', { assigneeId: assignee, assigneeName: await agentName(tx, assignee), reason: 'REPLY' });
  }
  const status = effects.setStatus ?? (reopens(before, item, effects) ? 'OPEN' : null);
  if (status && status !== after.status) {
    const wasSnoozed = after.status === 'SNOOZED';
    Object.assign(after, withStatus(status, item.at));
    await happened(status === 'CLOSED' ? 'closed' : wasSnoozed ? 'woken' : 'reopened', { reason: item.kind });
  }
  const stops = turnOf(item) === 'ANSWERED' && after.slaSince === null;
  const sla = stops ? outcomeOf(before, tx.now, item.author.kind === 'USER' ? item.author.id : null) : null;
  const conversation = await storeConversation(tx, before, after, { actor: item.author, sla });
  return { conversation, message };
}

/** Changes a conversation, with the line in its timeline that tells of it. Changes nothing when all is as it should be already. */
export async function changeConversation(
  tx: Tx,
  conversation: Conversation | string,
  patch: ConversationPatch,
  activity?: Activity,
): Promise<Conversation> {
  const before = await lockConversation(tx, typeof conversation === 'string' ? conversation : conversation.id);
  const entries = Object.entries(patch).filter(
    ([key, value]) => value !== undefined && value !== before[key as keyof Conversation],
  );
  if (entries.length === 0) return before;
  const after: Conversation = { ...before, ...(Object.fromEntries(entries) as ConversationPatch) };
  const at = activity?.at ?? tx.now;
  if ((patch.assigneeUserId || patch.assigneeTeamId) && !patch.botControl) giveToPeople(after);
  if (after.status !== before.status) Object.assign(after, withStatus(after.status, at), { snoozedUntil: after.snoozedUntil });
  if (after.status !== 'SNOOZED') after.snoozedUntil = null;
  if (after.placement !== before.placement) after.placedAt = at;
  if (patch.subject !== undefined) after.subject = oneLine(patch.subject, SUBJECT_LENGTH);
  if (activity) await insertActivity(tx, after, { ...activity, at });
  return storeConversation(tx, before, after, { actor: activity?.actor });
}

/** Puts other values in place of what a conversation says of itself, such as when its items are no longer the same; its timeline tells why. */
export async function replaceConversation(
  tx: Tx,
  id: string,
  patch: Partial<Omit<Conversation, 'id' | 'number' | 'version'>>,
  activity: Activity,
): Promise<Conversation> {
  const before = await lockConversation(tx, id);
  const after = { ...before, ...patch };
  await insertActivity(tx, after, activity);
  return storeConversation(tx, before, after, { actor: activity.actor });
}

/** Where a bot has the word, or waits for a person, a person who answers or takes it over has it from then on. */
function giveToPeople(conversation: Conversation): void {
  if (conversation.botControl === 'NONE') return;
  conversation.botControl = 'HUMAN_ACTIVE';
  conversation.botId = null;
}

/** Tells in the timeline of something that is kept elsewhere, such as a tag; it is a change of the conversation all the same. */
export async function tellInTimeline(tx: Tx, conversation: Conversation, activity: Activity): Promise<Conversation> {
  const before = await lockConversation(tx, conversation.id);
  const after = { ...before };
  await insertActivity(tx, after, activity);
  return storeConversation(tx, before, after, { actor: activity.actor });
}

/** Keeps the worst state of what was sent last, as the list shows it. */
export async function setDeliverySummary(tx: Tx, conversationId: string, status: string | null): Promise<void> {
  const before = await lockConversation(tx, conversationId);
  const deliveryStatus = shownDelivery(status);
  if (deliveryStatus !== before.deliveryStatus) await storeConversation(tx, before, { ...before, deliveryStatus });
}

/** Keeps what has changed, with the counts and the news of it; for this slice only. */
export async function storeConversation(
  tx: Tx,
  before: Conversation,
  changed: Conversation,
  { actor, sla = null }: { actor?: ActorRef | undefined; sla?: SlaOutcome | null } = {},
): Promise<Conversation> {
  const clocks = await settledClocks(tx, before, changed);
  const closed = changed.status === 'CLOSED' && before.status !== 'CLOSED' && changed.placement === 'INBOX';
  const closing = closed ? closingOutcomeOf(before, tx.now, actor?.kind === 'USER' ? actor.id : null) : null;
  // What is late and was not told yet is counted here, and told no more.
  if (closing && !closing.kept) clocks.closingMissedAt = before.closingDueAt;
  const after = { ...changed, ...clocks, queuedAt: stillQueued(changed), version: before.version + 1, updatedAt: tx.now };
  await updateConversation(tx, before, after);
  if (after.subject !== before.subject || after.contactId !== before.contactId)
    await reindex(tx, { of: 'conversation', id: after.id });
  await applyCounts(tx, before, after);
  askForRoutingAfter(tx, before, after);
  lookWhenDue(tx, after.id, before, after);
  const previousInboxId = after.inboxId === before.inboxId ? null : before.inboxId;
  const outcomes = [sla, closing].filter((one) => one !== null);
  const data = { ...changedFacts(before, after, outcomes.length > 0), ...(outcomes.length > 0 ? { sla: outcomes } : {}) };
  tell(tx, after, 'conversation.updated', 'UPDATED', after.id, { actor, previousInboxId, data });
  return after;
}

async function settledClocks(tx: Tx, before: Conversation, after: Conversation): Promise<Partial<SlaClock & ClosingClock>> {
  const targetsOf = (conversation: Pick<Conversation, 'inboxId' | 'originalChannelId'>) => targetsIn(tx, conversation);
  const closing = await settledClosing(before, after, tx.now, targetsOf);
  return { ...(await settledClock(before, after, tx.now, targetsOf)), ...closing };
}

/** Writes a line about what happened; the caller stores the conversation with its `seq`. */
async function insertActivity(tx: Tx, conversation: Conversation, { type, actor, data, at }: Activity): Promise<void> {
  conversation.seq += 1;
  const line = await insertItem(tx, conversation.id, conversation.seq, {
    kind: 'ACTIVITY',
    direction: 'INTERNAL',
    author: actor,
    at: at ?? tx.now,
    activity: type,
    data: data ?? {},
  });
  tell(tx, conversation, `conversation.${type}`, 'CREATED', line.id, { actor, data });
}

function tell(
  tx: Tx,
  { id, inboxId, contactId }: Conversation,
  type: string,
  change: 'CREATED' | 'UPDATED' | 'DELETED',
  nodeId: string,
  more: { actor?: ActorRef; data?: Record<string, unknown>; previousInboxId?: string | null } = {},
): void {
  tx.emit({ type, change, nodeId, inboxId, conversationId: id, contactId, ...more });
}

function itemEvent(item: NewItem): string {
  switch (item.kind) {
    case 'MESSAGE':
      return item.direction === 'INBOUND' ? 'message.received' : 'message.sent';
    case 'COMMENT':
      return 'comment.added';
    case 'ACTIVITY':
      return `conversation.${item.activity ?? 'activity'}`;
  }
}

/** An answer keeps the clock that it stops: who takes it back has it again. */
function withStoppedClock(before: Conversation, item: NewItem): NewItem {
  if (before.slaSince === null || turnOf(item) !== 'ANSWERED') return item;
  return { ...item, data: { ...item.data, sla: pickClock(before) } };
}

function itemData(before: Conversation, item: NewItem, effects: ItemEffects): Record<string, unknown> {
  const first = item.kind === 'MESSAGE' && item.direction === 'INBOUND' && before.lastInboundAt === null;
  const leaves = item.kind === 'MESSAGE' && item.direction === 'OUTBOUND';
  return {
    ...item.data,
    ...(first ? { first: true } : {}),
    ...(item.side ? { side: true } : {}),
    ...(leaves && item.deliveryStatus ? { status: item.deliveryStatus } : {}),
    ...(leaves && item.sendAt ? { sendAt: new Date(item.sendAt).toISOString() } : {}),
    ...(item.automatic ? { automatic: item.automatic } : {}),
    ...(effects.history ? { history: true } : {}),
  };
}

async function agentName(tx: Tx, agentId: string): Promise<string> {
  return (await findAgents(tx, [agentId]))[0]?.name ?? '';
}
