import { Injectable } from '@nestjs/common';
import { canInInbox } from '../../kernel/access.js';
import { actorOf, type Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import {
  addParticipants,
  allowed,
  type Conversation,
  lockConversations,
  participantsOf,
  requireInbox,
} from '../conversations/index.js';
import { findInbox } from '../inboxes/index.js';
import { earlierClock, earlierClosing } from '../sla-clock/index.js';
import { putTags, tagsOf, takeTags } from '../tags/index.js';
import type { ConversationMerge, Place } from './conversation-merge.entity.js';
import { giveDrafts } from './drafts.js';
import {
  addRecords,
  findMerge,
  giveAwaited,
  giveAwaitedBack,
  giveThreads,
  laterMerge,
  marksOf,
  markUndone,
  placesOf,
  putItems,
  putMarks,
  rethread,
  takeParticipants,
  takeRecords,
} from './merge.repository.js';
import { at, UNDO_MS } from './merge.service.js';
import { readMarks } from './read-marks.js';
import { restate } from './restate.js';
import { markAfter, type Placed } from './timeline-order.js';

/** As much as a conversation can have grown to since. */
const ALL = 100_000;

/** What was merged is parted, what was split is joined (N12). */
@Injectable()
export class MergeUndoService {
  constructor(private readonly uow: UnitOfWork) {}

  async undo(ctx: Ctx, id: string): Promise<{ merge: ConversationMerge }> {
    return this.uow.run(ctx, async (tx) => {
      const merge = await findMerge(tx, id);
      if (!merge) throw gone();
      const locked = await lockConversations(tx, [merge.intoId, merge.fromId]);
      const [into, from] = [locked.get(merge.intoId), locked.get(merge.fromId)];
      // Who may not know of what is left of the two may not know of the merge.
      if (!into || !from || !canInInbox(ctx.principal, 'view', into.inboxId)) throw gone();
      at('id', () => requireBoth(ctx, merge, into, from));
      if (merge.undoneAt !== null) return { merge };
      if (merge.createdAt < tx.now - UNDO_MS) throw new DomainError('LIMIT', 'It can be undone for 30 days.', { path: ['id'] });
      if (await laterMerge(tx, merge))
        throw new DomainError('CONFLICT', 'One of the two was merged or split again since: undo that first.', {
          currentId: into.id,
        });
      if (!(await markUndone(tx, id)))
        throw new DomainError('CONFLICT', 'Somebody else has undone it. Look again.', { currentId: into.id });
      await (merge.kind === 'MERGE' ? part(tx, merge, into, from) : join(tx, merge, into, from));
      return { merge: { ...merge, undoneAt: tx.now } };
    });
  }
}

function gone(): DomainError {
  return new DomainError('NOT_FOUND', 'There is no such merge.', { path: ['id'] });
}

function requireBoth(ctx: Ctx, merge: ConversationMerge, into: Conversation, from: Conversation): void {
  allowed(ctx, into, 'act');
  if (merge.kind === 'SPLIT' && merge.undoneAt === null) allowed(ctx, from, 'act');
  else requireInbox(ctx, from.inboxId, 'act');
}

async function part(tx: Tx, merge: ConversationMerge, into: Conversation, from: Conversation): Promise<void> {
  if (from.mergedIntoId !== into.id)
    throw new DomainError('CONFLICT', 'The other is no longer a part of this one.', { currentId: into.id });
  const { before, moved } = merge;
  const now = await placesOf(tx, into.id, ALL);
  const [kept, items] = [new Map(moved.kept), new Map(moved.items)];
  const news = now.filter(({ id }) => !kept.has(id) && !items.has(id));
  const theirs = news.filter(
    ({ kind, threadId }) => kind !== 'ACTIVITY' && threadId !== null && moved.threads.includes(threadId),
  );
  const intoPlaces = placesIn(
    now,
    kept,
    news.filter((item) => !theirs.includes(item)),
    before.into.seq,
  );
  const fromPlaces = placesIn(now, items, theirs, from.seq);
  await partMarks(tx, { into: into.id, from: from.id, before: new Map(moved.marks), now, intoPlaces, fromPlaces });
  await putItems(tx, from.id, fromPlaces);
  await putItems(tx, into.id, intoPlaces);
  await giveThreads(tx, into.id, from.id, moved.threads);
  await giveAwaitedBack(tx, merge);
  await giveDrafts(tx, into.id, from, moved.drafts);
  await takeRecords(tx, into.id, moved.records);
  await takeTags(tx, into.id, moved.tags);
  await takeParticipants(tx, moved.participants);
  const actor = actorOf(tx.ctx.principal);
  const untouched = into.version === before.version;
  const end = (places: readonly Place[], least: number): number => Math.max(least, ...places.map(([, seq]) => seq));
  const told = (other: Conversation) => ({ type: 'parted', actor, data: { otherId: other.id, number: other.number } });
  await restate(
    tx,
    { ...into, seq: end(intoPlaces, before.into.seq) },
    untouched
      ? { ...before.into, seq: end(intoPlaces, before.into.seq) }
      : { participantCount: (await participantsOf(tx, into.id)).length },
    now,
    told(from),
  );
  const back = before.from;
  const patch = {
    placement: back?.placement ?? into.placement,
    placementReason: back?.placementReason ?? null,
    placedAt: back?.placedAt ?? null,
    mergedIntoId: null,
    ...(await stillThere(tx, from, into)),
    ...(from.status !== 'OPEN' && theirs.length > 0 ? { status: 'OPEN' as const, closedAt: null, snoozedUntil: null } : {}),
  };
  await restate(tx, { ...from, seq: end(fromPlaces, from.seq) }, patch, theirs, told(into));
}

/** Each at its place of before, and after these what came since. */
function placesIn(now: readonly Placed[], before: ReadonlyMap<string, number>, news: readonly Placed[], end: number): Place[] {
  const old = now.flatMap(({ id }): Place[] => (before.has(id) ? [[id, before.get(id) ?? 0]] : []));
  return [...old, ...news.map(({ id }, index): Place => [id, end + index + 1])];
}

async function partMarks(
  tx: Tx,
  o: {
    into: string;
    from: string;
    before: ReadonlyMap<string, number>;
    now: readonly Placed[];
    intoPlaces: readonly Place[];
    fromPlaces: readonly Place[];
  },
): Promise<void> {
  const seqs = new Map(o.now.map(({ id, seq }) => [id, seq]));
  const theirs = await marksOf(tx, o.from);
  const marks = [...(await marksOf(tx, o.into))];
  const put = (before: ReadonlyMap<string, number>, places: readonly Place[]): Map<string, number> =>
    new Map(
      marks
        .map(([userId, mark]): [string, number] => [userId, markAfter(before.get(userId) ?? 0, places, seqs, mark)])
        .filter(([userId, mark]) => mark > 0 || before.has(userId)),
    );
  await putMarks(tx, o.into, put(o.before, o.intoPlaces));
  await putMarks(tx, o.from, put(theirs, o.fromPlaces));
}

/** Its inbox and whose it was may be gone since. */
async function stillThere(tx: Tx, from: Conversation, into: Conversation): Promise<Partial<Conversation>> {
  const inboxId = (await findInbox(tx, from.inboxId)) ? from.inboxId : into.inboxId;
  const [agent] = from.assigneeUserId === null ? [] : await findAgents(tx, [from.assigneeUserId]);
  const assigneeUserId = agent?.state === 'ACTIVE' && inboxId === from.inboxId ? agent.id : null;
  return { inboxId, assigneeUserId };
}

/** What was split off comes back, with all that hangs on it by now. */
async function join(tx: Tx, merge: ConversationMerge, into: Conversation, from: Conversation): Promise<void> {
  const { before, moved } = merge;
  const [there, here] = [await placesOf(tx, into.id, ALL), await placesOf(tx, from.id, ALL)];
  const said = here.filter(({ kind }) => kind !== 'ACTIVITY');
  const items = new Map(moved.items);
  const news = said.filter(({ id }) => !items.has(id));
  const places = placesIn(said, items, news, into.seq);
  const seqs = new Map(places);
  const all = [...there, ...said.map((item) => ({ ...item, seq: seqs.get(item.id) ?? item.seq }))].toSorted(
    (a, b) => a.seq - b.seq,
  );
  const read = readMarks(all, [
    { items: there, marks: await marksOf(tx, into.id) },
    { items: said, marks: await marksOf(tx, from.id) },
  ]);
  await putItems(tx, into.id, places);
  await putMarks(tx, into.id, read);
  for (const [messageId, threadId] of moved.rethreaded) await rethread(tx, [messageId], threadId);
  await giveThreads(tx, from.id, into.id, null);
  await giveAwaited(tx, from.id, into.id);
  await giveDrafts(tx, from.id, into, null);
  await addRecords(tx, from.id, into.id);
  await putTags(
    tx,
    into.id,
    (await tagsOf(tx, [from.id])).map(({ tag }) => tag.id),
  );
  await addParticipants(tx, into.id, await participantsOf(tx, from.id));
  const actor = actorOf(tx.ctx.principal);
  const told = (type: string, { id, number }: Conversation) => ({ type, actor, data: { otherId: id, number } });
  const merged = { placement: 'MERGED' as const, placementReason: null, placedAt: tx.now, mergedIntoId: into.id };
  await restate(tx, from, merged, [], told('merged_into', into));
  const untouched = into.version === before.version && news.length === 0;
  const seq = into.seq + news.length;
  const joined = untouched ? { ...before.into, seq } : { ...earlierClock(into, from), ...earlierClosing(into, from) };
  await restate(tx, { ...into, seq }, joined, all, told('joined', from));
}
