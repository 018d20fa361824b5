import { Injectable } from '@nestjs/common';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { identityKey } from '../../kernel/identity-kinds.js';
import { isId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import {
  addParticipants,
  allowed,
  type Conversation,
  createThread,
  findConversation,
  lockConversations,
  openConversation,
  type Participant,
  participantsOf,
  threadsOf,
} from '../conversations/index.js';
import { findMessages, type Message, recipientsOf } from '../messages/index.js';
import { pickClock, pickClosing } from '../sla-clock/index.js';
import type { ConversationMerge } from './conversation-merge.entity.js';
import { findMerge, giveThreads, marksOf, placesOf, putItems, putMarks, rethread } from './merge.repository.js';
import { at, ITEM_LIMIT, keep, keptOf, repeated, requireId } from './merge.service.js';
import { restate } from './restate.js';

export interface SplitInput {
  id: string;
  conversationId: string;
  fromId: string;
  itemIds: string[];
  subject?: string | null;
}

const SPLIT_LIMIT = 200;
type Item = Awaited<ReturnType<typeof placesOf>>[number];

/** One conversation becomes two (N12, G3 26). */
@Injectable()
export class ConversationSplitService {
  constructor(private readonly uow: UnitOfWork) {}

  /** These items are a conversation of their own then; a repeat answers with the first result. */
  async split(ctx: Ctx, input: SplitInput): Promise<{ merge: ConversationMerge }> {
    requireId(input.id);
    if (!isId('conversation', input.conversationId))
      throw new DomainError('INVALID', 'Make the id as ours are made: prefix and UUIDv7.', { path: ['conversationId'] });
    return this.uow.run(ctx, async (tx) => {
      const known = repeated(await findMerge(tx, input.id), 'SPLIT', input.fromId, input.conversationId);
      const locked = await lockConversations(tx, [input.fromId]);
      const from = at('fromId', () => allowed(ctx, locked.get(input.fromId), 'act'));
      return { merge: known ?? (await splitFresh(tx, input, from)) };
    });
  }
}

async function splitFresh(tx: Tx, input: SplitInput, from: Conversation): Promise<ConversationMerge> {
  if (await findConversation(tx, input.conversationId))
    throw new DomainError('CONFLICT', 'There is a conversation with this id already.', { path: ['conversationId'] });
  const all = await placesOf(tx, from.id, ITEM_LIMIT);
  const chosen = choose(all, input.itemIds);
  const messages = await findMessages(
    tx,
    chosen.map(({ id }) => id),
  );
  const first = chosen.map(({ id }) => messages.find((one) => one.id === id)).find((one) => one?.kind === 'MESSAGE');
  if (!first) throw new DomainError('INVALID', 'Choose a message.', { path: ['itemIds'] });
  const before = keptOf(from);
  const made = await openConversation(tx, {
    id: input.conversationId,
    inboxId: from.inboxId,
    channel: null,
    contact: null,
    subject: input.subject?.trim() || first.subject || from.subject,
    at: first.at,
    placement: from.placement as 'INBOX' | 'FILTERED' | 'SPAM',
    placementReason: from.placementReason,
    demo: from.demo,
  });
  const threads = await splitThreads(tx, { from, made, all, chosen });
  await putItems(
    tx,
    made.id,
    chosen.map(({ id }, index) => [id, index + 1]),
  );
  await splitMarks(tx, from, made, chosen);
  const people = await takePart(tx, from, messages);
  await addParticipants(tx, made.id, people);
  const { originalChannelId, viewId, assigneeUserId, assigneeTeamId } = from;
  const contactId = people.find((one) => isSender(one, first))?.contactId ?? from.contactId;
  const actor = actorOf(tx.ctx.principal);
  const patch = { originalChannelId, viewId, assigneeUserId, assigneeTeamId, contactId, ...clocksOf(from) };
  await restate(tx, { ...made, seq: chosen.length }, patch, chosen, {
    type: 'split_off',
    actor,
    data: { mergeId: input.id, otherId: from.id, number: from.number },
  });
  const left = all.filter((item) => !chosen.includes(item));
  const after = await restate(tx, from, {}, left, {
    type: 'split',
    actor,
    data: { mergeId: input.id, otherId: made.id, number: made.number, count: chosen.length },
  });
  const merge: ConversationMerge = {
    ...{ id: input.id, kind: 'SPLIT', intoId: from.id, fromId: made.id },
    before: { into: before, from: null, version: after.version },
    moved: {
      items: chosen.map(({ id, seq }) => [id, seq]),
      ...threads,
      ...{ kept: [], drafts: [], awaited: [], participants: [], tags: [], records: [], marks: [] },
    },
    ...{ byId: actor.id, byName: actor.name, undoneAt: null, createdAt: tx.now },
  };
  await keep(tx, merge, from);
  return merge;
}

/** The question goes with its clocks. */
function clocksOf(from: Conversation) {
  return { ...pickClock(from), ...pickClosing(from) };
}

/** The items by their ids, in the order of the timeline. */
function choose(all: readonly Item[], ids: readonly string[]): Item[] {
  const wanted = new Set(ids);
  const refuse = (code: 'INVALID' | 'LIMIT' | 'NOT_FOUND', message: string): never => {
    throw new DomainError(code, message, { path: ['itemIds'] });
  };
  if (wanted.size > SPLIT_LIMIT) return refuse('LIMIT', `At most ${SPLIT_LIMIT} items are split off at once.`);
  const chosen = all.filter(({ id, kind }) => kind !== 'ACTIVITY' && wanted.has(id));
  if (chosen.length < wanted.size) return refuse('NOT_FOUND', 'Some of these are no messages or comments of this conversation.');
  const messages = (items: readonly Item[]): number => items.filter(({ kind }) => kind === 'MESSAGE').length;
  if (messages(chosen) === 0) return refuse('INVALID', 'Choose a message.');
  if (messages(chosen) === messages(all))
    return refuse('INVALID', 'Leave a message: with all of them there is nothing to split.');
  return chosen;
}

/** A thread of which everything is chosen goes along; of others a new one is made, under which answers come to the new conversation. */
async function splitThreads(
  tx: Tx,
  { from, made, all, chosen }: { from: Conversation; made: Conversation; all: readonly Item[]; chosen: readonly Item[] },
): Promise<{ threads: string[]; rethreaded: [string, string][] }> {
  const whole: string[] = [];
  const rethreaded: [string, string][] = [];
  for (const thread of await threadsOf(tx, from.id)) {
    const own = chosen.filter(({ threadId }) => threadId === thread.id);
    if (own.length === 0) continue;
    if (own.length === all.filter(({ threadId }) => threadId === thread.id).length) {
      whole.push(thread.id);
      continue;
    }
    if (thread.externalKey !== null)
      throw new DomainError('UNSUPPORTED', 'On its network this is one conversation, which can’t be parted.', {
        path: ['itemIds'],
      });
    const { channelId, subject, purpose } = thread;
    const apart = await createThread(tx, { conversationId: made.id, channelId, subject, purpose });
    if (!apart) throw new Error(`No thread was made for ${made.id}`);
    const ids = own.map(({ id }) => id);
    await rethread(tx, ids, apart.id);
    for (const id of ids) rethreaded.push([id, thread.id]);
  }
  await giveThreads(tx, from.id, made.id, whole);
  return { threads: whole, rethreaded };
}

async function splitMarks(tx: Tx, from: Conversation, made: Conversation, chosen: readonly Item[]): Promise<void> {
  const marks = await marksOf(tx, from.id);
  await putMarks(
    tx,
    made.id,
    new Map([...marks].map(([userId, mark]) => [userId, chosen.filter(({ seq }) => seq <= mark).length])),
  );
}

const isSender = (one: Participant, { fromKind, fromValue }: Message): boolean =>
  one.kind === fromKind && fromValue !== null && one.valueKey === identityKey(fromKind, fromValue);

/** Those of its people who wrote or got any of these messages. */
async function takePart(tx: Tx, from: Conversation, messages: readonly Message[]): Promise<Participant[]> {
  const recipients = await recipientsOf(
    tx,
    messages.map(({ id }) => id),
  );
  const got = new Set(recipients.map(({ kind, valueKey }) => `${kind} ${valueKey}`));
  const people = await participantsOf(tx, from.id);
  return people.filter((one) => got.has(`${one.kind} ${one.valueKey}`) || messages.some((message) => isSender(one, message)));
}
