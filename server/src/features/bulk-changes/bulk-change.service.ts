import { Injectable } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { audit } from '../audit/index.js';
import type { BulkChange } from './bulk-change.entity.js';
import {
  advanceBulkChange,
  bulkChangesOf,
  countUnderWay,
  findBulkChange,
  insertBulkChange,
  lockBulkChange,
} from './bulk-change.repository.js';
import { type BulkSubject, BulkSubjects } from './bulk-subjects.js';

export const BULK_CHANGE = 'conversations.change';
/** How long what was done can be taken back. */
export const UNDO_MS = 24 * 60 * 60_000;
/** So many at once of one person: the next waits for them anyway. */
const UNDER_WAY = 5;
const LISTED = 20;

/** One thing that is to be done to all that a filter finds. */
export interface BulkChangeInput<Filter = unknown, Action = unknown> {
  id: string;
  filter: Filter;
  action: Action;
}

/** Does things to whole views and lists by a job, however long they are, and takes them back as one thing (U6, U16). */
@Injectable()
export class BulkChangeService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly subjects: BulkSubjects,
  ) {}

  /** Begins it. A repeat answers with the first. */
  async start(ctx: Ctx, kind: BulkChange['kind'], { id, filter, action }: BulkChangeInput): Promise<BulkChange> {
    const userId = personOf(ctx);
    const known = await findBulkChange(this.uow.reader, id);
    if (known?.byId === userId) return known;
    if (known) throw new DomainError('CONFLICT', 'This id is taken.', { path: ['id'] });
    if (!isId('bulkChange', id))
      throw new DomainError('INVALID', 'Make the id as ours are made: blk_ and a UUIDv7.', { path: ['id'] });
    const subject = this.subjects.of({ kind });
    await subject.require(ctx, this.uow.reader, filter, action);
    return this.uow.run(ctx, (tx) => begin(tx, userId, subject, { id, filter, action }));
  }

  /** What it has done stays done; it can be taken back. What has ended already is left as it is. */
  async stop(ctx: Ctx, id: string): Promise<BulkChange> {
    return this.uow.run(ctx, async (tx) => {
      const one = await own(ctx, tx, id);
      if (one.state !== 'RUNNING') return one;
      return settle(tx, one, { state: 'STOPPED', endedAt: tx.now });
    });
  }

  /** Takes back what it did, as far as nobody has changed it since; one that is under way is stopped first. */
  async undo(ctx: Ctx, id: string): Promise<BulkChange> {
    return this.uow.run(ctx, async (tx) => {
      const one = await own(ctx, tx, id);
      if (one.state === 'UNDOING' || one.state === 'UNDONE') return one;
      if (one.endedAt !== null && one.endedAt + UNDO_MS <= tx.now)
        throw new DomainError('INVALID', 'It is too late to take this back.', { path: ['id'] });
      tx.enqueue({ name: BULK_CHANGE, payload: { bulkChangeId: id }, key: keyOf(one.byId) });
      return settle(tx, one, { state: 'UNDOING', undone: 0, failed: 0, problems: [], reason: null, endedAt: null });
    });
  }

  /** His own, the newest first. */
  list(ctx: Ctx): Promise<BulkChange[]> {
    const { principal } = ctx;
    return principal.kind === 'user' ? bulkChangesOf(this.uow.reader, principal.userId, LISTED) : Promise.resolve([]);
  }

  /** One of his own. */
  async find({ principal }: Ctx, id: string): Promise<BulkChange | null> {
    const one = principal.kind === 'user' ? await findBulkChange(this.uow.reader, id) : null;
    return one && principal.kind === 'user' && one.byId === principal.userId ? one : null;
  }
}

/** Somebody with rights of his own: a program has the mutations that take ids. */
function personOf({ principal }: Ctx): string {
  if (principal.kind === 'user' && !principal.via && !principal.token) return principal.userId;
  throw new DomainError('UNSUPPORTED', 'Only a person in the app changes a whole view. Change what is in it by ids.');
}

async function begin(
  tx: Tx,
  byId: string,
  { kind, audited }: Pick<BulkSubject, 'kind' | 'audited'>,
  { id, filter, action }: BulkChangeInput,
): Promise<BulkChange> {
  if ((await countUnderWay(tx, byId)) >= UNDER_WAY)
    throw new DomainError('LIMIT', `${UNDER_WAY} changes of yours are under way. Wait for one of them, or stop it.`);
  const one: BulkChange = {
    ...{ id, byId, kind, filter, action, state: 'RUNNING', reason: null, place: null, total: null },
    ...{ done: 0, changed: 0, failed: 0, undone: 0, problems: [], startedAt: tx.now, endedAt: null },
  };
  if (!(await insertBulkChange(tx, one))) throw new DomainError('CONFLICT', 'This id is taken.', { path: ['id'] });
  await audit(tx, {
    action: audited,
    object: { id, name: null },
    changes: [{ field: 'action', before: null, after: Object.keys(action as object)[0] ?? '' }],
  });
  tell(tx, one, 'CREATED');
  // One after the other: whoever closes all and then reopens all means that order.
  tx.enqueue({ name: BULK_CHANGE, payload: { bulkChangeId: id }, key: keyOf(byId) });
  return one;
}

async function own(ctx: Ctx, tx: Tx, id: string): Promise<BulkChange> {
  const userId = personOf(ctx);
  const one = await lockBulkChange(tx, id);
  if (one?.byId === userId) return one;
  throw new DomainError('NOT_FOUND', 'There is no such change.', { path: ['id'] });
}

async function settle(tx: Tx, one: BulkChange, patch: Partial<BulkChange>): Promise<BulkChange> {
  if (!(await advanceBulkChange(tx, one, patch)))
    throw new DomainError('CONFLICT', 'It has just gone on. Ask again.', { currentId: one.id });
  tell(tx, one, 'UPDATED');
  return { ...one, ...patch };
}

const keyOf = (userId: string): string => `${BULK_CHANGE}:${userId}`;

/** To him alone: nobody else knows of it. */
export function tell(tx: Tx, { id, byId }: BulkChange, change: 'CREATED' | 'UPDATED'): void {
  const type = change === 'CREATED' ? 'bulkChange.started' : 'bulkChange.progressed';
  tx.emit({ type, change, nodeId: id, inboxId: null, audience: `user:${byId}` });
}
