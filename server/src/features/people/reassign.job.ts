import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { findAgents } from '../agents/index.js';
import { changeConversation } from '../conversations/index.js';
import { findInboxRole, REASSIGN, type ReassignPayload } from '../inboxes/index.js';

/** How many conversations one unit hands on. */
const BATCH = 50;

/** Hands on what was assigned to somebody who no longer works there, batch by batch: what is done is no longer found. */
@Injectable()
export class ReassignJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(REASSIGN, (job) => this.run(job));
  }

  async run(job: JobRun): Promise<void> {
    const payload = job.payload as unknown as ReassignPayload;
    const ctx: Ctx = { principal: { kind: 'system', name: 'People' }, correlationId: job.correlationId };
    for (let more = true; more;) {
      job.signal.throwIfAborted();
      more = await this.uow.run(ctx, (tx) => handOn(tx, payload));
    }
  }
}

async function handOn(tx: Tx, { fromId, toId, inboxId, actor }: ReassignPayload): Promise<boolean> {
  const only = inboxId === null ? '' : 'AND inbox_id = ?';
  const rows = await tx.query<{ id: string; inbox_id: string }>(
    `SELECT id, inbox_id FROM conversation WHERE assignee_user_id = ? AND placement IN ('INBOX', 'FILTERED', 'SPAM', 'TRASH')
     AND status IN ('OPEN', 'SNOOZED') ${only} LIMIT ?`,
    [fromId, ...(inboxId === null ? [] : [inboxId]), BATCH],
  );
  const people = await findAgents(tx, [fromId, ...(toId === null ? [] : [toId])]);
  const from = people.find(({ id }) => id === fromId);
  const heir = people.find(({ id, state }) => id === toId && state === 'ACTIVE');
  const works = new Map<string, boolean>();
  for (const id of new Set(rows.map((row) => row.inbox_id))) {
    const role = heir ? await findInboxRole(tx, heir.id, id) : null;
    works.set(id, role === 'AGENT' || role === 'MANAGER');
  }
  for (const row of rows.toSorted((a, b) => (`${a.inbox_id} ${a.id}` < `${b.inbox_id} ${b.id}` ? -1 : 1))) {
    const to = heir && works.get(row.inbox_id) ? heir : null;
    const data = {
      assigneeId: to?.id ?? null,
      assigneeName: to?.name ?? null,
      previousAssigneeId: fromId,
      previousAssigneeName: from?.name ?? null,
      reason: 'MEMBER_REMOVED',
    };
    await changeConversation(
      tx,
      row.id,
      { assigneeUserId: to?.id ?? null },
      { type: to ? 'assigned' : 'unassigned', actor, data },
    );
  }
  return rows.length === BATCH;
}
