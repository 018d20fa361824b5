import type { Capabilities } from '@balie/plugin-sdk';
import { answerableUntil, type Channel, channelsOfInboxes, channelsOfPlugin, findChannels } from '../channels/index.js';
import { identitiesOf } from '../contacts/index.js';
import { type Conversation, createThread, type Thread, threadsOf } from '../conversations/index.js';
import { isCopy } from '../delivery/index.js';
import { Message, recipientsOf } from '../messages/index.js';
import type { ErrorCode } from '../../kernel/errors.js';
import { identityKeys } from '../../kernel/identity-kinds.js';
import { fromRows } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import { type Addressee, addressKey, answerAll } from './recipients.js';

/** A way to answer a conversation: a channel, and whom it reaches there. */
export interface Route {
  id: string;
  channel: Channel;
  /** Null where the channel has said nothing in this conversation yet. */
  thread: Thread | null;
  /** The message that is answered. */
  answered: Message | null;
  from: Addressee;
  /** With somebody else than the customer, who never sees it (G7 44). */
  side: boolean;
  /** The answer to the sender only. */
  single: Addressee[];
  /** The answer to all. */
  to: Addressee[];
  cc: Addressee[];
  capabilities: Capabilities;
  /** When the network stops taking an answer; null where it sets no time. */
  closesAt: number | null;
  blockedBy: ErrorCode | null;
}

/**
 * The routes of a conversation, best first: where the customer wrote last, then what else reaches its contact, then side threads
 * (architecture 2.3, 1). With `replyTo` the ways to answer that message, that of its own thread first.
 */
export async function routesOf(
  reader: Reader,
  conversation: Conversation,
  now: number,
  replyTo: Message | null = null,
): Promise<Route[]> {
  const isOwn = await ownCheck(reader);
  const isHere = await ownCheck(reader, conversation.inboxId);
  const threads = (await threadsOf(reader, conversation.id)).toReversed();
  const channels = new Map(
    (await findChannels(reader, [...new Set(threads.map((thread) => thread.channelId))])).map((one) => [one.id, one]),
  );
  const found: { route: Route; seq: number }[] = [];
  for (const thread of threads) {
    const channel = channels.get(thread.channelId);
    const route =
      channel && channel.removedAt === null && canSend(channel)
        ? await threadRoute(reader, conversation, { channel, thread, now, isOwn, isHere, replyTo })
        : null;
    if (route) found.push({ route, seq: route.answered && !isCopy(route.answered) ? route.answered.seq : 0 });
  }
  found.sort((a, b) => Number(a.route.blockedBy !== null) - Number(b.route.blockedBy !== null) || b.seq - a.seq);
  const routes = found.map(({ route }) => route);
  const withCustomer = routes.filter((route) => !route.side);
  const used = new Set(withCustomer.map((route) => route.channel.id));
  const others = await otherRoutes(reader, conversation, used, isOwn);
  const ordered = [...withCustomer, ...others, ...routes.filter((route) => route.side)];
  if (replyTo === null) return ordered;
  const answers = (route: Route): boolean => route.thread !== null && route.thread.id === replyTo.threadId;
  return [...ordered.filter(answers), ...ordered.filter((route) => !answers(route) && route.side === replyTo.side)];
}

/** What a channel can do, as its plugin said. */
export function capabilitiesOf(channel: Channel): Capabilities {
  return channel.capabilities as unknown as Capabilities;
}

/** Whether an address is one of ours, of whichever channel or of those of one inbox; also with a detail, as reply tokens make one. */
export async function ownCheck(reader: Reader, inboxId?: string): Promise<(address: Addressee) => boolean> {
  const channels = inboxId === undefined ? await channelsOfPlugin(reader) : await channelsOfInboxes(reader, [inboxId]);
  const own = new Set(channels.flatMap((channel) => channel.own.map(addressKey)));
  return ({ kind, value }) => identityKeys(kind, value).some((key) => own.has(`${kind} ${key}`));
}

function canSend(channel: Channel): boolean {
  return capabilitiesOf(channel).outbound !== 'none';
}

interface Seen {
  channel: Channel;
  thread: Thread;
  now: number;
  isOwn: (address: Addressee) => boolean;
  /** One of ours, of the conversation's own inbox. */
  isHere: (address: Addressee) => boolean;
  replyTo: Message | null;
}

async function threadRoute(
  reader: Reader,
  conversation: Conversation,
  { channel, thread, now, isOwn, isHere, replyTo }: Seen,
): Promise<Route | null> {
  const answered = replyTo?.threadId === thread.id ? replyTo : await answeredIn(reader, conversation.id, thread.id);
  if (!answered) return null;
  const recipients = await recipientsOf(reader, [answered.id]);
  const from =
    answered.fromKind !== null && answered.fromValue !== null
      ? { kind: answered.fromKind, value: answered.fromValue, name: answered.fromName }
      : null;
  const { to, cc } = answerAll({ direction: answered.direction, from, recipients }, isOwn, isHere);
  if (to.length === 0) return null;
  const capabilities = capabilitiesOf(channel);
  const heard = capabilities.replyWindow && replyTo ? await answeredIn(reader, conversation.id, thread.id) : answered;
  const closesAt = answerableUntil(capabilities, heard?.direction === 'INBOUND' ? heard.at : conversation.createdAt);
  const copies = capabilities.compose.includes('cc');
  return {
    id: `${channel.id}.${thread.id}`,
    channel,
    thread,
    answered,
    from: senderOf(channel, answered, recipients, to),
    side: thread.purpose === 'SIDE',
    single: to.slice(0, 1),
    // A channel without copies still reaches whom it can.
    to: capabilities.continuity === 'threads' ? to : to.slice(0, 1),
    cc: copies ? cc : [],
    capabilities,
    closesAt,
    blockedBy: blocked(channel, closesAt, now),
  };
}

/** The last message of a person, else the last that came in, else our own last: an out-of-office is not what is answered. */
async function answeredIn(reader: Reader, conversationId: string, threadId: string): Promise<Message | null> {
  const rank = "CASE WHEN m.direction = 'INBOUND' AND m.automatic IS NULL THEN 0 WHEN m.direction = 'INBOUND' THEN 1 ELSE 2 END";
  const rows = await reader.query<Record<string, unknown>>(
    `SELECT m.* FROM message m WHERE m.conversation_id = ? AND m.thread_id = ? AND m.kind = 'MESSAGE' ORDER BY ${rank}, m.seq DESC LIMIT 1`,
    [conversationId, threadId],
  );
  return fromRows(reader, Message, rows)[0] ?? null;
}

/** The alias that was written to, if it is one of the channel's; else its first address (R-INB-3). */
function senderOf(channel: Channel, answered: Message, recipients: Addressee[], to: Addressee[]): Addressee {
  const own = new Map(channel.own.map((address) => [addressKey(address), address]));
  const before =
    answered.direction === 'OUTBOUND' && answered.fromValue ? [{ kind: answered.fromKind ?? '', value: answered.fromValue }] : [];
  // Also where it was written to with a detail, as answers to our own mails are by their token.
  const written = [...before, ...recipients]
    .flatMap((address) => identityKeys(address.kind, address.value).map((key) => own.get(`${address.kind} ${key}`)))
    .find((address) => address !== undefined);
  const { kind, value } = written ?? channel.own[0] ?? { kind: to[0]?.kind ?? '', value: channel.account };
  return { kind, value, name: null };
}

function blocked(channel: Channel, closesAt: number | null, now: number): ErrorCode | null {
  if (!channel.active) return 'CHANNEL_DOWN';
  return closesAt !== null && now > closesAt ? 'WINDOW_CLOSED' : null;
}

/** Channels of the inbox that may write first, to an address that the contact is known by. */
async function otherRoutes(
  reader: Reader,
  conversation: Conversation,
  used: ReadonlySet<string>,
  isOwn: (address: Addressee) => boolean,
): Promise<Route[]> {
  const channels = (await channelsOfInboxes(reader, [conversation.inboxId])).filter(
    (channel) => !used.has(channel.id) && capabilitiesOf(channel).outbound === 'initiate',
  );
  if (channels.length === 0 || conversation.contactId === null) return [];
  const identities = (await identitiesOf(reader, [conversation.contactId])).filter((identity) => !isOwn(identity));
  return channels.flatMap((channel): Route[] => {
    const from = channel.own[0];
    const to = from && identities.find((identity) => identity.kind === from.kind);
    if (!from || !to) return [];
    return [
      {
        id: `${channel.id}.new`,
        channel,
        thread: null,
        answered: null,
        from: { ...from, name: null },
        side: false,
        single: [{ kind: to.kind, value: to.value, name: to.name }],
        to: [{ kind: to.kind, value: to.value, name: to.name }],
        cc: [],
        capabilities: capabilitiesOf(channel),
        closesAt: null,
        blockedBy: channel.active ? null : 'CHANNEL_DOWN',
      },
    ];
  });
}

/** The thread in which a route says something: its own, or a new one of its channel. */
export async function threadOf(tx: Tx, conversation: Conversation, route: Route): Promise<Thread> {
  if (route.thread) return route.thread;
  const made = await createThread(tx, {
    conversationId: conversation.id,
    channelId: route.channel.id,
    subject: conversation.subject,
  });
  if (!made) throw new Error(`No thread could be made for the conversation ${conversation.id}`);
  return made;
}
