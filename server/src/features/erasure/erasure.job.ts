import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { UnitOfWork } from '../../kernel/uow.js';
import { LIST_INDEX_JOB } from '../list-index/index.js';
import { forgetWords, INDEX_JOB } from '../search-index/index.js';
import { WIPE_FILES } from '../trash/index.js';
import { eraseConversations } from './erase-conversation.js';
import { eraseRecords } from './erase-records.js';
import type { Erasure } from './erasure.entity.js';
import { findErasure, removePerson, updateErasure } from './erasure.repository.js';
import { type Erasing, scrubberOf } from './scrub.js';
import { nextPage } from './sweep-pages.js';
import { type Row, SWEEPS } from './sweeps.js';

export const ERASE = 'contact.erase';
/** How many conversations one unit takes, so that others come in between. */
const BATCH = 20;
const WAIT_MS = 1_000;
/** What follows the tables. */
const ENDING = ['person', 'jobs', 'words', 'more-words', 'settle'];
/** The order of the steps. */
const STEPS = ['conversations', 'records', ...SWEEPS.map(({ table }) => table), ...ENDING];
export const [FIRST_STEP] = STEPS as [string];

/** Erases a person step by step. Where it is stands in the database, and each step finds only what is left: it may be stopped anywhere. */
@Injectable()
export class ErasureJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(ERASE, (job) => this.run(job), { concurrency: 1 });
  }

  async run(job: JobRun): Promise<void> {
    const { erasureId } = job.payload as { erasureId: string };
    const ctx: Ctx = { principal: { kind: 'system', name: 'Contacts' }, correlationId: job.correlationId };
    for (;;) {
      job.signal.throwIfAborted();
      const erasure = await findErasure(this.uow.reader, erasureId);
      if (!erasure || erasure.endedAt !== null) return;
      await this.step(ctx, erasure);
    }
  }

  private async step(ctx: Ctx, erasure: Erasure): Promise<void> {
    const { id, sweep, subject } = erasure;
    const next = { sweep: STEPS[STEPS.indexOf(sweep) + 1] ?? 'settle', cursor: null };
    if (sweep === 'jobs') return this.waitForJobs(ctx, id, next);
    if (sweep === 'settle') {
      if (!(await this.uow.settle())) throw new RetryLater(WAIT_MS, 'Somebody reads', false);
      return this.uow.run(ctx, async (tx) => {
        await updateErasure(tx, id, { endedAt: tx.now });
        tx.emit({ type: 'contactErasure.ended', change: 'UPDATED', nodeId: id, inboxId: null, audience: 'admins' });
      });
    }
    if (sweep === 'words' || sweep === 'more-words') {
      return this.uow.run(ctx, async (tx) => {
        const more = await forgetWords(tx, sweep === 'words');
        if (sweep === 'words' || !more) await updateErasure(tx, id, next);
      });
    }
    if (!subject) return this.uow.run(ctx, (tx) => updateErasure(tx, id, next));
    const erasing: Erasing = { erasure, contactIds: subject.contactIds, scrubber: scrubberOf(subject) };
    if (sweep === 'person')
      return this.uow.run(ctx, async (tx) => {
        await removePerson(tx, subject);
        await updateErasure(tx, id, { ...next, subject: null });
      });
    if (sweep === 'conversations' || sweep === 'records') return this.batch(ctx, erasing, next);
    return this.sweep(ctx, erasing, next);
  }

  private batch(ctx: Ctx, erasing: Erasing, next: Partial<Erasure>): Promise<void> {
    const { erasure, contactIds } = erasing;
    return this.uow.run(ctx, async (tx) => {
      const ids = erasure.sweep === 'records' ? [] : await ownConversations(tx, contactIds);
      const count = erasure.sweep === 'records' ? await eraseRecords(tx, erasing) : await eraseConversations(tx, erasing, ids);
      await updateErasure(tx, erasure.id, count === 0 ? next : { done: erasure.done + count });
      if (count > 0)
        tx.emit({ type: 'contactErasure.progressed', change: 'UPDATED', nodeId: erasure.id, inboxId: null, audience: 'admins' });
    });
  }

  private async sweep(ctx: Ctx, erasing: Erasing, next: Partial<Erasure>): Promise<void> {
    const { erasure } = erasing;
    const sweep = SWEEPS.find(({ table }) => table === erasure.sweep);
    const page = sweep ? await nextPage(this.uow.reader, sweep, erasing) : null;
    await this.uow.run(ctx, async (tx) => {
      if (sweep && page && page.rows.length > 0) await sweep.act(tx, erasing, page.rows);
      await updateErasure(tx, erasure.id, page?.cursor ? { cursor: page.cursor } : next);
    });
  }

  /** Files are deleted, and long conversations are read again, by jobs of their own. */
  private async waitForJobs(ctx: Ctx, id: string, next: Partial<Erasure>): Promise<void> {
    const waiting = await this.uow.reader.query<Row>(`SELECT id FROM job WHERE name IN (?, ?, ?) AND state <> 'DEAD' LIMIT 1`, [
      WIPE_FILES,
      INDEX_JOB,
      LIST_INDEX_JOB,
    ]);
    if (waiting.length > 0) throw new RetryLater(WAIT_MS, 'Its files and words are still being taken away', false);
    await this.uow.run(ctx, (tx) => updateErasure(tx, id, next));
  }
}

async function ownConversations(tx: Parameters<typeof eraseRecords>[0], contactIds: readonly string[]): Promise<string[]> {
  const sql = `SELECT id FROM conversation WHERE contact_id IN (${contactIds.map(() => '?').join(', ')}) ORDER BY id LIMIT ?`;
  return (await tx.query<{ id: string }>(sql, [...contactIds, BATCH])).map(({ id }) => id);
}
