import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun } from '../../kernel/jobs.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { TEAM_GONE, type TeamGone } from '../teams/index.js';
import { assignment } from './assign-target.js';
import { findConversations } from './conversation.repository.js';
import { changeConversation } from './conversation-writes.js';

/** How many conversations one unit takes off the team. */
const BATCH = 50;

/** Takes what a deleted team had off it, batch by batch, so that it is seen as unassigned: what is done is no longer found. */
@Injectable()
export class TeamGoneJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(TEAM_GONE, (job) => this.run(job));
  }

  async run(job: JobRun): Promise<void> {
    const payload = job.payload as unknown as TeamGone;
    const ctx: Ctx = { principal: { kind: 'system', name: 'People' }, correlationId: job.correlationId };
    for (let more = true; more;) {
      job.signal.throwIfAborted();
      more = await this.uow.run(ctx, (tx) => takeOff(tx, payload));
    }
  }
}

async function takeOff(tx: Tx, { teamId, actor }: TeamGone): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM conversation WHERE assignee_team_id = ? ORDER BY inbox_id, id LIMIT ?',
    [teamId, BATCH],
  );
  const ids = rows.map(({ id }) => id);
  const held = new Map((await findConversations(tx, ids)).map((one) => [one.id, one]));
  for (const id of ids) {
    const before = held.get(id);
    if (!before) continue;
    const patch = { assigneeUserId: before.assigneeUserId, assigneeTeamId: null };
    const data = { ...(await assignment(tx, before, patch)), reason: 'TEAM_DELETED' };
    const told = before.assigneeUserId === null ? { type: 'unassigned', actor, data } : undefined;
    await changeConversation(tx, id, patch, told);
  }
  return rows.length === BATCH;
}
