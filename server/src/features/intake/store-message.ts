import { askForAcknowledgement } from '../acknowledgements/index.js';
import type { Channel } from '../channels/index.js';
import { type Contact, findOrCreateContact } from '../contacts/index.js';
import {
  addItem,
  addParticipants,
  askForRecord,
  askForRouting,
  type Conversation,
  keepVisited,
  linkConversations,
  type NewParticipant,
  openConversation,
} from '../conversations/index.js';
import { applyReceipt } from '../delivery/index.js';
import { ruleAbout, type SenderRule } from '../filters/index.js';
import { mailCameBack } from '../mail-check/index.js';
import { knowTargets } from '../sla-clock/index.js';
import { isBuried, PURGED } from '../trash/index.js';
import { addExternalIds, findBySendKey, findMessage, type Message, type NewItem } from '../messages/index.js';
import { identityKey } from '../../kernel/identity-kinds.js';
import type { Tx } from '../../kernel/uow.js';
import { awaitParents } from './awaited.js';
import type { CheckedIdentity, MessageEvent } from './inbound-event.js';
import type { Ending } from './inbound-item.repository.js';
import { type Flood, floodOf, tellFlood } from './flood.js';
import type { OwnAddresses } from './surroundings.js';
import { awaitTwin, type KnownMessage, knownMessages } from './known.js';
import { withoutKnown } from './own-words.js';
import { passedOn } from './passed-on.js';
import { placeOf } from './place.js';
import { type Placed, placeByFlags } from './placement.js';
import { asWritten } from './prompt.js';
import { enqueueProfile, finish, type Incoming, newItem, timeOf } from './incoming-item.js';
import { storeOwn } from './store-own.js';
import { type Found, threadFor } from './threading.js';

/** Stores one message with all that follows from it; answers how its item ends. */
export async function storeMessage(tx: Tx, incoming: Incoming): Promise<Ending> {
  const { channel, event } = incoming;
  if (incoming.anyway) return storeAnyway(tx, incoming);
  const { own } = incoming.around;
  await awaitTwin(tx, event, own);
  const known = await knownMessages(tx, event);
  const repeat = await findRepeat(tx, channel, event, known);
  if (repeat) return repeat;
  if (incoming.around.tombstones && (await isBuried(tx, channel, [event.id]))) return { state: 'FILTERED', reason: PURGED };
  if (event.sender === 'self') return storeOwn(tx, incoming, known);
  const loops = own.ofInbox(event.sender) || (event.automatic !== undefined && own.ofAny(event.sender));
  if (loops) return fromOurselves(tx, incoming);
  const handedOn = await passedOn(tx, incoming, own);
  if (!handedOn) return storeInbound(tx, { ...incoming, sender: event.sender, own, known });
  const ending = await storeInbound(tx, { ...handedOn.incoming, own, known, passedOn: true });
  if (ending.conversationId) await addItem(tx, ending.conversationId, handedOn.note, { history: incoming.item.history });
  return ending;
}

/** A mail of the self-check that is back where it began, or one that would go round in circles (R-LOOP-2). */
async function fromOurselves(tx: Tx, { channel, event, rules }: Incoming): Promise<Ending> {
  const spam = (event.flags ?? []).find(({ rule }) => Object.hasOwn(rules, rule) && rules[rule]?.to === 'spam');
  const { proofs = [], thread, at } = event;
  const returned = { channelId: channel.id, subject: thread.subject, at: at.getTime(), spam: spam?.detail ?? null, proofs };
  if (await mailCameBack(tx, returned)) return { state: 'FILTERED', reason: 'SELF_CHECK: the mail of the self-check is back.' };
  return { state: 'FILTERED', reason: 'OWN_LOOP: it came from an address of our own.' };
}

/** As a message of its own, under an id that nothing else has. */
async function storeAnyway(tx: Tx, incoming: Incoming): Promise<Ending> {
  const { channel, item, around } = incoming;
  const [ours] = channel.own;
  const sender: CheckedIdentity =
    incoming.event.sender !== 'self'
      ? incoming.event.sender
      : { kind: ours?.kind ?? '', value: ours?.value ?? channel.account, trust: 'claimed', name: channel.name };
  const event = { ...incoming.event, id: `${incoming.event.id}#${item.id}`, sender, flags: [] };
  return storeInbound(tx, { ...incoming, event, sender, own: around.own, known: await knownMessages(tx, event) });
}

/** The same thing again, or our own message come back: then it shows that it went out (R-INB-6, R-LOOP-2). */
async function findRepeat(tx: Tx, channel: Channel, event: MessageEvent, known: readonly KnownMessage[]): Promise<Ending | null> {
  const ids = [event.id, ...(event.knownAs ?? [])];
  const here = known.filter(({ channelId, externalId }) => channelId === channel.id && ids.includes(externalId));
  const sent = here.find(({ direction }) => direction === 'OUTBOUND');
  const ours = sent ? await findMessage(tx, sent.messageId) : await sentAs(tx, channel, event.sendKey);
  if (ours) {
    await addExternalIds(tx, channel.id, ours.id, ids);
    await applyReceipt(tx, ours, { to: 'SENT' });
    return duplicateOf({ messageId: ours.id, conversationId: ours.conversationId }, 'Our own message came back.');
  }
  // Others may share a Message-ID; only the id that the channel vouches for makes two the same (R-DUP-2).
  const same = here.find(({ externalId }) => externalId === event.id);
  return same ? duplicateOf(same, 'It had come in before.') : null;
}

async function sentAs(tx: Tx, channel: Channel, sendKey: string | undefined): Promise<Message | null> {
  const message = sendKey ? await findBySendKey(tx, sendKey) : null;
  return message?.channelId === channel.id ? message : null;
}

function duplicateOf({ messageId, conversationId }: Pick<KnownMessage, 'messageId' | 'conversationId'>, reason: string): Ending {
  return { state: 'DUPLICATE', reason, messageId, conversationId };
}

/** A message of somebody else, with who that is and what is known of it. */
type FromOutside = Incoming & { sender: CheckedIdentity; own: OwnAddresses; known: readonly KnownMessage[] };
/** Its sender: the contact, where it is a person, and what was decided about him. */
interface Writer {
  contact: Contact | null;
  decided: SenderRule['kind'] | null;
}

async function storeInbound(tx: Tx, given: FromOutside): Promise<Ending> {
  const { channel, sender, item, known, around } = given;
  const contact = isMachine(given) ? null : await findOrCreateContact(tx, { ...sender, verified: sender.trust === 'verified' });
  const asked = around.senderRules && !given.anyway;
  const decided = asked ? ((await ruleAbout(tx, channel.inboxId, sender))?.kind ?? null) : null;
  const writer = { contactId: contact?.id ?? null, blocked: decided === 'BLOCK' };
  const place = await placeOf(tx, { channel, event: given.event, known, inbox: around.inbox }, writer);
  const { incoming, conversation, begins } = await conversationFor(tx, given, place, { contact, decided });
  const { event, flood } = incoming;
  const joined = { ...place, conversation: begins ? null : conversation };
  const thread = await threadFor(tx, channel, conversation.id, event, joined);
  if (event.thread.page) await keepVisited(tx, thread.id, event.thread.page);
  if (incoming.asks && contact?.name === null && begins && !item.history) enqueueProfile(tx, channel.id, sender);
  if (contact) await addPeople(tx, incoming, conversation.id, contact, joined);
  if (place.linkedTo && place.linkedTo !== conversation.id) await tellLink(tx, conversation.id, place.linkedTo, event);
  if (begins && around.tombstones && (await isBuried(tx, channel, event.thread.answers ?? [])))
    await addItem(tx, conversation.id, happened(tx, event, 'follows_deleted', {}));
  const name = contact?.name ?? sender.name ?? sender.value;
  const author: NewItem['author'] = contact ? { kind: 'CONTACT', id: contact.id, name } : { kind: 'SYSTEM', id: null, name };
  const content = place.conversation ? await withoutKnown(tx, conversation.id, incoming.content) : incoming.content;
  if (!item.history) knowTargets(tx, channel.inboxId, await around.targets(tx));
  const inbound: NewItem = { ...newItem({ ...incoming, content }, place, thread, author), from: sender };
  const wakes = !item.history && !flood && event.authentication !== 'failed' && decided !== 'BLOCK';
  const ending = await finish(tx, incoming, conversation.id, inbound, wakes);
  if (flood) await tellFlood(tx, conversation.id, timeOf(tx, event));
  if (conversation.placement !== 'INBOX') return { ...ending, state: 'FILTERED', reason: conversation.placementReason };
  if (begins && event.opens && !item.history) askForRecord(tx, conversation.id, event.opens);
  await route(tx, incoming, conversation, { begins, wakes: wakes && !event.automatic });
  if (begins && contact && ending.messageId && mayBeAnswered(incoming) && (await around.acknowledges(tx)))
    askForAcknowledgement(tx, ending.messageId);
  return ending;
}

/** Has it handed out where that may change something: a new one, one that came back, and one that is somebody's, who may be away (D16, S69, G8 52). */
async function route(
  tx: Tx,
  { item, around }: FromOutside,
  before: Conversation,
  { begins, wakes }: { begins: boolean; wakes: boolean },
): Promise<void> {
  if (begins ? item.history || !(await around.routes(tx)) : !wakes) return;
  if (begins) return askForRouting(tx, before.id, 'NEW');
  if (before.status !== 'OPEN') return askForRouting(tx, before.id, 'REOPENED');
  if (before.assigneeUserId !== null) askForRouting(tx, before.id, 'REPLY');
}

/** The conversation where a message belongs, with the message as it counts there; `begins` when it is its first. */
async function conversationFor(
  tx: Tx,
  given: FromOutside,
  { conversation }: Found,
  { contact, decided }: Writer,
): Promise<{ incoming: FromOutside; conversation: Conversation; begins: boolean }> {
  const { channel, own, sender } = given;
  if (conversation)
    return { incoming: { ...given, event: await asWritten(tx, given.event, conversation.id) }, conversation, begins: false };
  const placed = await placedOf(tx, given, contact, { ours: own.ofAny(sender), decided });
  const flood = await tooMany(tx, given, contact, placed);
  const incoming: FromOutside = { ...given, flood: flood !== null };
  if (flood?.conversation) return { incoming, conversation: flood.conversation, begins: false };
  const begun = await open(tx, incoming, contact, placed);
  await awaitParents(tx, channel, begun.id, given.event);
  return { incoming, conversation: begun, begins: true };
}

/** Whether a machine may answer it (R-LOOP-1, 2): a person has just written it to us, as far as anybody can tell. */
function mayBeAnswered({ event, item, anyway, passedOn, own, sender }: FromOutside): boolean {
  if (item.history || anyway || passedOn || event.automatic || event.noAutoReply) return false;
  return event.authentication !== 'failed' && !own.ofAny(sender);
}

/** Whether its sender floods the inbox; who has only just become known does not. */
async function tooMany(tx: Tx, incoming: FromOutside, contact: Contact | null, { placement }: Placed): Promise<Flood | null> {
  const { channel, event, item, anyway } = incoming;
  if (!contact || contact.createdAt === tx.now || item.history || anyway) return null;
  return floodOf(tx, { inboxId: channel.inboxId, contactId: contact.id, placement, at: timeOf(tx, event) });
}

/** Nobody wrote it: a mail server did, about a mail (R-BNC-1). */
function isMachine({ event, rules }: Incoming): boolean {
  return (event.flags ?? []).some(({ rule }) => Object.hasOwn(rules, rule) && rules[rule]?.sender === 'machine');
}

/** Where it is put if it begins a conversation. */
async function placedOf(
  tx: Tx,
  { event, rules }: FromOutside,
  contact: Contact | null,
  { ours, decided }: { ours: boolean; decided: SenderRule['kind'] | null },
): Promise<Placed> {
  const flags = event.flags ?? [];
  // Our own other inboxes are known, too: many are called info@ or sales@.
  const known = ours || (contact !== null && flags.length > 0 && (await isKnown(tx, contact.id)));
  return placeByFlags(flags, rules, { known, decided });
}

function open(tx: Tx, { channel, event, item }: FromOutside, contact: Contact | null, placed: Placed): Promise<Conversation> {
  return openConversation(tx, {
    inboxId: channel.inboxId,
    channel,
    contact,
    subject: event.thread.subject ?? '',
    at: timeOf(tx, event),
    placement: placed.placement,
    placementReason: placed.reason,
    history: item.history,
  });
}

/** A contact with whom there is a conversation that nobody has set aside. */
async function isKnown(tx: Tx, contactId: string): Promise<boolean> {
  return (
    (await tx.query("SELECT id FROM conversation WHERE contact_id = ? AND placement = 'INBOX' LIMIT 1", [contactId])).length > 0
  );
}

/** Its sender and whom he wrote to besides us take part from now on. */
async function addPeople(
  tx: Tx,
  { event, sender, own }: FromOutside,
  conversationId: string,
  contact: Contact,
  place: Found,
): Promise<void> {
  const role = place.stranger ? 'UNVERIFIED' : place.conversation ? 'TO' : 'STARTER';
  const others: NewParticipant[] = [
    ...(event.to ?? []).map((address) => ({ ...address, role: 'TO' as const })),
    ...(event.cc ?? []).map((address) => ({ ...address, role: 'CC' as const })),
  ];
  // Whom a stranger brings along has no part in it before an agent has looked.
  const brought = place.stranger ? [] : others.slice(0, 200).filter((other) => !own.ofAny(other));
  const there = new Set(place.participants.map(({ kind, valueKey }) => `${kind} ${valueKey}`));
  const fresh = [{ ...sender, contactId: contact.id, role } as NewParticipant, ...brought].filter(
    ({ kind, value }) => !there.has(`${kind} ${identityKey(kind, value)}`),
  );
  await addParticipants(tx, conversationId, fresh);
}

/** It cites a message of another conversation that its sender has no part in: one click away, and not mixed (R-THR-5, 6). */
async function tellLink(tx: Tx, conversationId: string, linkedTo: string, event: MessageEvent): Promise<void> {
  await linkConversations(tx, conversationId, linkedTo);
  await addItem(tx, conversationId, happened(tx, event, 'linked', { conversationId: linkedTo }));
}

/** A line of the timeline that the machine writes. */
function happened(tx: Tx, event: MessageEvent, activity: string, data: Record<string, unknown>): NewItem {
  const author: NewItem['author'] = { kind: 'SYSTEM', id: null, name: 'Balie' };
  return { kind: 'ACTIVITY', direction: 'INTERNAL', author, at: timeOf(tx, event), activity, data };
}
