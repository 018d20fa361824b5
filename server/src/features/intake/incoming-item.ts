import type { Channel, FilterRuleInfo } from '../channels/index.js';
import { addItem, type Thread } from '../conversations/index.js';
import { answersCalendar, askAboutCalendar, CALENDAR_ANSWERED, claimExternalIds, type NewItem } from '../messages/index.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { FETCH_FILE } from './fetch-file.job.js';
import { FETCH_PROFILE } from './fetch-profile.job.js';
import type { CheckedIdentity, MessageEvent } from './inbound-event.js';
import type { InboundItem } from './inbound-item.entity.js';
import type { Ending } from './inbound-item.repository.js';
import type { PreparedContent } from './prepare.js';
import type { Surroundings } from './surroundings.js';
import type { Found } from './threading.js';

/** A message that is ready to be stored. */
export interface Incoming {
  channel: Channel;
  item: InboundItem;
  event: MessageEvent;
  content: PreparedContent;
  rules: Readonly<Record<string, FilterRuleInfo>>;
  around: Surroundings;
  /** The channel can be asked who somebody is. */
  asks?: boolean;
  /** A person wants it whatever was known of it or decided about its sender (N1). */
  anyway?: boolean;
  /** An agent has passed it on: its sender has not written to us. */
  passedOn?: boolean;
  /** One too many of its sender: it wakes nobody (R-LOOP-3). */
  flood?: boolean;
}

/** The item as its source says it; also for an item that is understood at a second try. */
export function newItem(
  incoming: Incoming,
  place: Pick<Found, 'inReplyToId' | 'stranger' | 'newParticipant'>,
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
    side: thread.purpose === 'SIDE',
    channelId: channel.id,
    parts: content.parts,
    data: {
      ...(place.newParticipant ? { newParticipant: true } : place.stranger ? { unverifiedSender: true } : {}),
      ...(event.authentication === 'failed' ? { senderNotProven: true } : {}),
      ...(content.cut ? { cut: true } : {}),
      ...(incoming.flood ? { flood: true } : {}),
    },
    automatic: event.automatic ?? null,
    rawHash: item.rawHash,
    inReplyToId: place.inReplyToId,
    attachments: content.attachments,
  };
}

/** Writes the message under its id, with the files that are still to be fetched. */
export async function finish(
  tx: Tx,
  incoming: Incoming,
  conversationId: string,
  item: NewItem,
  reopen: boolean,
): Promise<Ending> {
  const id = newId('message');
  const { channel, event } = incoming;
  const claimed = await claimExternalIds(tx, channel.id, id, [event.id, ...(event.knownAs ?? [])]);
  if (!claimed.has(event.id)) throw new Error(`The id ${event.id} was taken meanwhile`);
  await addItem(tx, conversationId, { ...item, id }, { reopen: reopen && !event.automatic, history: incoming.item.history });
  enqueueFiles(tx, channel.id, item);
  const parts = item.parts ?? [];
  if (!incoming.item.history && answersCalendar(parts)) askAboutCalendar(tx, CALENDAR_ANSWERED, { id, parts });
  return { state: 'DELIVERED', messageId: id, conversationId };
}

/** Files that are named only are fetched one by one, beside the message. */
export function enqueueFiles(tx: Tx, channelId: string, item: NewItem): void {
  for (const file of item.attachments ?? [])
    if (!file.hash && file.id) tx.enqueue({ name: FETCH_FILE, payload: { attachmentId: file.id, channelId } });
}

/** Who says no name is asked for by his network, beside the message (D40). */
export function enqueueProfile(tx: Tx, channelId: string, { kind, value, trust }: CheckedIdentity): void {
  tx.enqueue({ name: FETCH_PROFILE, payload: { channelId, identity: { kind, value, trust } } });
}

/** When it came in, as far as that can be believed. */
export function timeOf(tx: Tx, event: MessageEvent): number {
  return Math.min(safeTime(event.at), tx.now);
}

/** What a sender writes as a date may be anything. */
function safeTime(date: Date): number {
  const time = date.getTime();
  return Number.isFinite(time) ? Math.min(Math.max(time, 0), 8.64e15) : 0;
}
