import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { type Principal, scopesOfRole } from '../../kernel/access.js';
import { Clock } from '../../kernel/clock.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import type { UserErrorRow } from '../../kernel/user-errors.js';
import { findAgents } from '../agents/index.js';
import { loadInboxRoles } from '../inboxes/index.js';
import type { BulkChange, Problem } from './bulk-change.entity.js';
import type { BulkChangeItem } from './bulk-change-item.entity.js';
import {
  advanceBulkChange,
  bulkItemsOf,
  findBulkChange,
  forgetBulkChanges,
  forgetWaysBack,
  insertBulkItems,
  removeBulkItems,
} from './bulk-change.repository.js';
import { BULK_CHANGE, tell, UNDO_MS } from './bulk-change.service.js';
import { BulkSubjects, type Named, type Outcome } from './bulk-subjects.js';

const SWEEP = 'conversations.change.sweep';
const EVERY_MS = 60 * 60_000;
const KEPT_MS = 30 * 24 * 60 * 60_000;
/** How many one unit takes, so that others come in between. */
const BATCH = 50;
/** Counted no further than this: nobody waits for the exact number of more. */
const COUNTED = 100_000;
/** So many of those that failed are told one by one. */
const TOLD = 5;

const GONE = { code: 'FORBIDDEN', message: 'Whoever began it no longer works here.' };

/** It was stopped, or somebody else goes on with it: what this batch did is undone with its unit. */
class Halted extends Error {}

/**
 * Does one thing to all that a filter finds, batch by batch, with the rights that who began it has at each of them. How far it is stands in
 * the transaction that did it: it may be stopped anywhere, and nothing is done twice. What a customer writes in meanwhile goes to the top of
 * the list, where the job has been: it is left as it is.
 */
@Injectable()
export class BulkChangeJob implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly subjects: BulkSubjects,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(BULK_CHANGE, (job) => this.run(job), { concurrency: 2 });
    this.jobs.register(SWEEP, (job) => this.sweep(job), { concurrency: 1 });
  }

  async onApplicationBootstrap(): Promise<void> {
    const job = { name: SWEEP, payload: {}, unique: SWEEP, key: SWEEP };
    await this.uow.run(system('start'), (tx) => Promise.resolve(tx.enqueue(job)));
  }

  async run(job: JobRun): Promise<void> {
    const { bulkChangeId } = job.payload as { bulkChangeId: string };
    for (;;) {
      job.signal.throwIfAborted();
      const one = await findBulkChange(this.uow.reader, bulkChangeId);
      if (!one) return;
      try {
        if (one.state === 'RUNNING') await this.forward(job, one);
        else if (one.state === 'UNDOING') await this.back(job, one);
        else return;
      } catch (error) {
        // Where it is now is read anew.
        if (!(error instanceof Halted)) throw error;
      }
    }
  }

  private async forward(job: JobRun, one: BulkChange): Promise<void> {
    const ctx = await this.ctxOf(job, one);
    const subject = this.subjects.of(one);
    const { filter, action } = one;
    const { reader } = this.uow;
    const lost = ctx === null ? GONE : await attempt(async () => subject.require(ctx, reader, filter, action));
    if (ctx === null || lost !== null) return this.end(job, one, { state: 'FAILED', reason: lost });
    if (one.total === null) {
      const total = await subject.count(ctx, reader, filter, COUNTED);
      return this.uow.run(ctx, (tx) => advance(tx, one, { total }));
    }
    const { nodes, place } = await subject.page(ctx, reader, filter, { first: BATCH, after: one.place });
    if (nodes.length === 0) return this.end(job, one, { state: 'DONE' });
    const doings = nodes.map(({ id }) => ({ id, action, version: null }));
    const refused = await attempt(() => subject.run(ctx, doings, keeping(one, place, nodes)));
    if (refused !== null) return this.end(job, one, { state: 'FAILED', reason: refused });
  }

  private async back(job: JobRun, one: BulkChange): Promise<void> {
    const ctx = await this.ctxOf(job, one);
    const items = ctx === null ? [] : await bulkItemsOf(this.uow.reader, one.id, BATCH);
    if (ctx === null || items.length === 0) return this.end(job, one, { state: 'UNDONE' });
    const subject = this.subjects.of(one);
    const all = items.map(({ nodeId: id, back: action, version }) => ({ id, action, version }));
    const doings = subject.together?.(all, this.clock.now()) ?? all;
    const ids = doings.map(({ id }) => id);
    const named = new Map((await subject.named(ctx, this.uow.reader, ids)).map((each) => [each.id, each]));
    const nodes = ids.map((id) => named.get(id));
    const refused = await attempt(() => subject.run(ctx, doings, takingBack(one, ids, nodes)));
    if (refused === null) return;
    await this.uow.run(ctx, async (tx) => {
      await removeBulkItems(tx, one.id, ids);
      await advance(tx, one, { failed: one.failed + ids.length, reason: refused });
    });
  }

  private async end(job: JobRun, one: BulkChange, patch: Partial<BulkChange>): Promise<void> {
    await this.uow.run(system(job.correlationId), (tx) => advance(tx, one, { ...patch, endedAt: tx.now }));
  }

  /** He, with his rights of now. */
  private async ctxOf(job: JobRun, { id, byId: userId }: BulkChange): Promise<Ctx | null> {
    const [agent] = await findAgents(this.uow.reader, [userId]);
    if (agent?.state !== 'ACTIVE') return null;
    const { name, role } = agent;
    const inboxRoles = await loadInboxRoles(this.uow.reader, userId, role);
    const principal: Principal = { kind: 'user', userId, name, role, scopes: scopesOfRole(role), inboxRoles, sessionId: null };
    return { principal, correlationId: job.correlationId, operationId: id };
  }

  private async sweep(job: JobRun): Promise<void> {
    await this.uow.run(system(job.correlationId), async (tx) => {
      await forgetWaysBack(tx, tx.now - UNDO_MS);
      await forgetBulkChanges(tx, tx.now - KEPT_MS);
    });
    throw new RetryLater(EVERY_MS, 'Sweeps again in an hour', false);
  }
}

/** Why it was refused as a whole; null when it was done, as far as it could be. */
async function attempt(work: () => Promise<void>): Promise<BulkChange['reason']> {
  try {
    await work();
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Of an expected failure; all else is thrown on. */
function reasonOf(error: unknown): BulkChange['reason'] {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  throw error;
}

type Settle = (tx: Tx, outcome: Outcome<unknown>) => Promise<void>;

/** With each batch, in its unit: the way back of each, and how far it is. What was so already has none, and is not counted as changed. */
function keeping(one: BulkChange, place: string | null, nodes: readonly Named[]): Settle {
  return async (tx, { changed, userErrors }) => {
    const items = changed.map(({ id: nodeId, version, back }): BulkChangeItem => {
      return { bulkChangeId: one.id, nodeId, version, back };
    });
    await insertBulkItems(tx, items);
    await advance(tx, one, {
      place,
      done: one.done + nodes.length,
      changed: one.changed + items.length,
      ...withFailures(one, userErrors, nodes),
    });
  };
}

function takingBack(one: BulkChange, ids: readonly string[], nodes: readonly (Named | undefined)[]): Settle {
  return async (tx, { done, userErrors }) => {
    await removeBulkItems(tx, one.id, ids);
    await advance(tx, one, { undone: one.undone + done, ...withFailures(one, userErrors, nodes) });
  };
}

function withFailures(
  { failed, problems }: BulkChange,
  userErrors: readonly UserErrorRow[],
  nodes: readonly (Named | undefined)[],
): Pick<BulkChange, 'failed' | 'problems'> {
  const fresh = userErrors.map(({ path, code, message }): Problem => {
    const node = nodes[Number(path?.[0])];
    return { number: node?.number ?? null, name: node?.name ?? null, code, message };
  });
  return { failed: failed + fresh.length, problems: [...problems, ...fresh].slice(0, TOLD) };
}

async function advance(tx: Tx, one: BulkChange, patch: Partial<BulkChange>): Promise<void> {
  if (!(await advanceBulkChange(tx, one, patch))) throw new Halted(`The change ${one.id} is elsewhere by now`);
  tell(tx, one, 'UPDATED');
}

function system(correlationId: string): Ctx {
  return { principal: { kind: 'system', name: 'Changes' }, correlationId };
}
