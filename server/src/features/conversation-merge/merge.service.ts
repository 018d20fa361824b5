import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { audit } from '../audit/index.js';
import { addParticipants, allowed, type Conversation, lockConversations, participantsOf } from '../conversations/index.js';
import { earlierClock, earlierClosing } from '../sla-clock/index.js';
import { putTags, tagsOf } from '../tags/index.js';
import type { ConversationMerge, Kept, Place } from './conversation-merge.entity.js';
import { giveDrafts } from './drafts.js';
import {
  addRecords,
  findMerge,
  giveAwaited,
  giveThreads,
  insertMerge,
  marksOf,
  mergesOf,
  placesOf,
  putItems,
  putMarks,
} from './merge.repository.js';
import { readMarks } from './read-marks.js';
import { restate } from './restate.js';
import { interleave, type Placed } from './timeline-order.js';

/** How long it can be undone. */
export const UNDO_MS = 30 * 24 * 3_600_000;
/** More items than this are not put into one order. */
export const ITEM_LIMIT = 2000;

export interface MergeInput {
  id: string;
  intoId: string;
  fromId: string;
}

/** Two conversations become one (N12). */
@Injectable()
export class ConversationMergeService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Everything of the other stands in this one then; a repeat answers with the first result. */
  async merge(ctx: Ctx, input: MergeInput): Promise<{ merge: ConversationMerge }> {
    requireId(input.id);
    return this.uow.run(ctx, async (tx) => {
      const known = repeated(await findMerge(tx, input.id), 'MERGE', input.intoId, input.fromId);
      const [into, from] = await lockBoth(ctx, tx, input.intoId, input.fromId, known !== null);
      return { merge: known ?? (await mergeFresh(tx, input.id, into, from)) };
    });
  }

  isUndoable({ undoneAt, createdAt }: ConversationMerge): boolean {
    return undoneAt === null && createdAt >= this.clock.now() - UNDO_MS;
  }

  /** Of these conversations, what can still be undone. */
  undoable(intoIds: readonly string[]): Promise<ConversationMerge[]> {
    return mergesOf(this.uow.reader, intoIds, this.clock.now() - UNDO_MS);
  }
}

/** What a repeat of a call finds; an id that names something else is taken, and tells nothing of it. */
export function repeated(
  known: ConversationMerge | null,
  kind: ConversationMerge['kind'],
  intoId: string,
  fromId: string,
): ConversationMerge | null {
  if (!known || (known.kind === kind && known.intoId === intoId && known.fromId === fromId)) return known;
  throw new DomainError('CONFLICT', 'This id is taken: make another.', { path: ['id'] });
}

export function requireId(id: string): void {
  if (!isId('conversationMerge', id))
    throw new DomainError('INVALID', 'Make the id as ours are made: prefix and UUIDv7.', { path: ['id'] });
}

/** Both as they are now; who asks must act in both, and neither may lie in the trash. A repeat finds the second one merged already. */
async function lockBoth(
  ctx: Ctx,
  tx: Tx,
  intoId: string,
  fromId: string,
  repeated: boolean,
): Promise<[Conversation, Conversation]> {
  if (intoId === fromId) throw new DomainError('INVALID', 'Choose two conversations.', { path: ['fromId'] });
  const locked = await lockConversations(tx, [intoId, fromId]);
  const [into, from] = [locked.get(intoId), locked.get(fromId)];
  return [at('intoId', () => allowed(ctx, into, 'act')), at('fromId', () => allowed(ctx, from, repeated ? 'view' : 'act'))];
}

/** Says of which input a refusal is. */
export function at<T>(field: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    if (error instanceof DomainError) throw new DomainError(error.code, error.message, { ...error.detail, path: [field] });
    throw error;
  }
}

async function mergeFresh(tx: Tx, id: string, into: Conversation, from: Conversation): Promise<ConversationMerge> {
  const [kept, others] = [await placesOf(tx, into.id, ITEM_LIMIT + 1), await placesOf(tx, from.id, ITEM_LIMIT + 1)];
  if (kept.length + others.length > ITEM_LIMIT)
    throw new DomainError('LIMIT', `At most ${ITEM_LIMIT} items are put into one conversation.`, { path: ['fromId'] });
  // What happened to the other stays its own story: “closed” would be wrong here.
  const said = others.filter(({ kind }) => kind !== 'ACTIVITY');
  const all = interleave(kept, said).map((item, index) => ({ ...item, seq: index + 1 }));
  const places = (items: readonly Placed[]): Place[] => items.map((item) => [item.id, item.seq]);
  const marks = await marksOf(tx, into.id);
  const read = readMarks(all, [
    { items: kept, marks },
    { items: said, marks: await marksOf(tx, from.id) },
  ]);
  await putItems(tx, into.id, places(all));
  await putMarks(tx, into.id, read);
  const ties = await moveTies(tx, into, from);
  const before = { into: keptOf(into), from: keptOf(from) };
  const actor = actorOf(tx.ctx.principal);
  await restate(tx, from, { placement: 'MERGED', placementReason: null, placedAt: tx.now, mergedIntoId: into.id }, [], {
    type: 'merged_into',
    actor,
    data: { otherId: into.id, number: into.number },
  });
  const after = await restate(tx, { ...into, seq: all.length }, joined(into, from), all, {
    type: 'merged',
    actor,
    data: { mergeId: id, otherId: from.id, number: from.number },
  });
  const merge: ConversationMerge = {
    ...{ id, kind: 'MERGE', intoId: into.id, fromId: from.id },
    before: { ...before, version: after.version },
    moved: { items: places(said), kept: places(kept), rethreaded: [], marks: [...marks], ...ties },
    ...{ byId: actor.id, byName: actor.name, undoneAt: null, createdAt: tx.now },
  };
  await keep(tx, merge, into);
  await audit(tx, {
    action: 'CONVERSATION_MERGED',
    object: { id: from.id, name: `#${from.number}` },
    changes: [{ field: 'into', before: null, after: `#${into.number}` }],
  });
  return merge;
}

export async function keep(tx: Tx, merge: ConversationMerge, into: Conversation): Promise<void> {
  if (await insertMerge(tx, merge)) return;
  throw new DomainError('CONFLICT', 'It is being merged already. Look again.', { currentId: into.id });
}

/** What hangs on the other besides its items, and what the one has more of it then. */
async function moveTies(tx: Tx, into: Conversation, from: Conversation) {
  const threads = await giveThreads(tx, from.id, into.id, null);
  const awaited = await giveAwaited(tx, from.id, into.id);
  const drafts = await giveDrafts(tx, from.id, into, null);
  const records = await addRecords(tx, from.id, into.id);
  const tagged = await tagsOf(tx, [into.id, from.id]);
  const has = (id: string, tagId: string): boolean => tagged.some((one) => one.conversationId === id && one.tag.id === tagId);
  const tags = tagged.filter((one) => one.conversationId === from.id && !has(into.id, one.tag.id)).map(({ tag }) => tag.id);
  await putTags(tx, into.id, tags);
  const known = new Set((await participantsOf(tx, into.id)).map(({ id }) => id));
  await addParticipants(tx, into.id, await participantsOf(tx, from.id));
  const participants = (await participantsOf(tx, into.id)).filter(({ id }) => !known.has(id)).map(({ id }) => id);
  return { threads, awaited, drafts, records, tags, participants };
}

/** Open when one of them is, somebody's when one of them is. */
function joined(into: Conversation, from: Conversation): Partial<Conversation> {
  const opened = into.status !== 'OPEN' && from.status === 'OPEN';
  const free = into.assigneeUserId === null && into.assigneeTeamId === null;
  return {
    ...(opened ? { status: 'OPEN' as const, closedAt: null, snoozedUntil: null } : {}),
    ...(free ? { assigneeUserId: from.assigneeUserId, assigneeTeamId: from.assigneeTeamId } : {}),
    contactId: into.contactId ?? from.contactId,
    ...earlierClock(into, from),
    ...earlierClosing(into, from),
  };
}

export function keptOf({ id, number, version, updatedAt, createdAt, demo, ...kept }: Conversation): Kept {
  void [id, number, version, updatedAt, createdAt, demo];
  return kept;
}
