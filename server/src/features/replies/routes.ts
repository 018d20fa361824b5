import type { Capabilities } from '@balie/plugin-sdk';
import { type Channel, channelsOfInboxes, channelsOfPlugin, findChannels } from '../channels/index.js';
import { identitiesOf } from '../contacts/index.js';
import { type Conversation, type Thread, threadsOf } from '../conversations/index.js';
import { Message, recipientsOf } from '../messages/index.js';
import type { ErrorCode } from '../../kernel/errors.js';
import type { Reader } from '../../kernel/uow.js';
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
  to: Addressee[];
  cc: Addressee[];
  capabilities: Capabilities;
  blockedBy: ErrorCode | null;
}

/** The routes of a conversation, best first: where was written last, then what else reaches its contact (architecture 2.3, 1). */
export async function routesOf(reader: Reader, conversation: Conversation, now: number): Promise<Route[]> {
  const isOwn = await ownCheck(reader);
  const threads = (await threadsOf(reader, conversation.id)).toReversed();
  const channels = new Map(
    (await findChannels(reader, [...new Set(threads.map((thread) => thread.channelId))])).map((one) => [one.id, one]),
  );
  const found: { route: Route; seq: number }[] = [];
  for (const thread of threads) {
    const channel = channels.get(thread.channelId);
    const route = channel && canSend(channel) ? await threadRoute(reader, conversation, { channel, thread, now, isOwn }) : null;
    if (route) found.push({ route, seq: route.answered?.seq ?? 0 });
  }
  found.sort((a, b) => Number(a.route.blockedBy !== null) - Number(b.route.blockedBy !== null) || b.seq - a.seq);
  const routes = found.map(({ route }) => route);
  const used = new Set(routes.map((route) => route.channel.id));
  return [...routes, ...(await otherRoutes(reader, conversation, used, isOwn))];
}

/** What a channel can do, as its plugin said. */
export function capabilitiesOf(channel: Channel): Capabilities {
  return channel.capabilities as unknown as Capabilities;
}

async function ownCheck(reader: Reader): Promise<(address: Addressee) => boolean> {
  const own = new Set((await channelsOfPlugin(reader)).flatMap((channel) => channel.own.map(addressKey)));
  return (address) => own.has(addressKey(address));
}

function canSend(channel: Channel): boolean {
  return capabilitiesOf(channel).outbound !== 'none';
}

interface Seen {
  channel: Channel;
  thread: Thread;
  now: number;
  isOwn: (address: Addressee) => boolean;
}

async function threadRoute(
  reader: Reader,
  conversation: Conversation,
  { channel, thread, now, isOwn }: Seen,
): Promise<Route | null> {
  const answered = await answeredIn(reader, conversation.id, thread.id);
  if (!answered) return null;
  const recipients = await recipientsOf(reader, [answered.id]);
  const from =
    answered.fromKind !== null && answered.fromValue !== null
      ? { kind: answered.fromKind, value: answered.fromValue, name: answered.fromName }
      : null;
  const { to, cc } = answerAll({ direction: answered.direction, from, recipients }, isOwn);
  if (to.length === 0) return null;
  const capabilities = capabilitiesOf(channel);
  const copies = capabilities.compose.includes('cc');
  return {
    id: `${channel.id}.${thread.id}`,
    channel,
    thread,
    answered,
    from: senderOf(channel, answered, recipients, to),
    // A channel without copies still reaches whom it can.
    to: capabilities.continuity === 'threads' ? to : to.slice(0, 1),
    cc: copies ? cc : [],
    capabilities,
    blockedBy: blocked(channel, capabilities, conversation, now),
  };
}

/** The last message of a person, else the last that came in, else our own last: an out-of-office is not what is answered. */
async function answeredIn(reader: Reader, conversationId: string, threadId: string): Promise<Message | null> {
  const rank = "CASE WHEN m.direction = 'INBOUND' AND m.automatic IS NULL THEN 0 WHEN m.direction = 'INBOUND' THEN 1 ELSE 2 END";
  return reader.manager
    .createQueryBuilder(Message, 'm')
    .addSelect(rank, 'answer_rank')
    .where("m.conversationId = :conversationId AND m.threadId = :threadId AND m.kind = 'MESSAGE'", { conversationId, threadId })
    .orderBy('answer_rank', 'ASC')
    .addOrderBy('m.seq', 'DESC')
    .limit(1)
    .getOne();
}

/** The alias that was written to, if it is one of the channel's; else its first address (R-INB-3). */
function senderOf(channel: Channel, answered: Message, recipients: Addressee[], to: Addressee[]): Addressee {
  const own = new Map(channel.own.map((address) => [addressKey(address), address]));
  const before =
    answered.direction === 'OUTBOUND' && answered.fromValue ? [{ kind: answered.fromKind ?? '', value: answered.fromValue }] : [];
  const written = [...before, ...recipients]
    .map((address) => own.get(addressKey(address)))
    .find((address) => address !== undefined);
  const { kind, value } = written ?? channel.own[0] ?? { kind: to[0]?.kind ?? '', value: channel.account };
  return { kind, value, name: null };
}

function blocked(channel: Channel, capabilities: Capabilities, conversation: Conversation, now: number): ErrorCode | null {
  if (!channel.active) return 'CHANNEL_DOWN';
  const { replyWindow } = capabilities;
  const since = conversation.lastInboundAt ?? conversation.createdAt;
  return replyWindow && now > since + replyWindow.hours * 3_600_000 ? 'WINDOW_CLOSED' : null;
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
        to: [{ kind: to.kind, value: to.value, name: to.name }],
        cc: [],
        capabilities: capabilitiesOf(channel),
        blockedBy: channel.active ? null : 'CHANNEL_DOWN',
      },
    ];
  });
}
