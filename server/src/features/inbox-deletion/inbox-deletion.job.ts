import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Ctx } from '../../kernel/context.js';
import { JobQueue, type JobRun, RetryLater } from '../../kernel/jobs.js';
import { type Tx, UnitOfWork } from '../../kernel/uow.js';
import { changeConversation, findConversations, teamWorksIn } from '../conversations/index.js';
import { findInboxes, findInboxRole, type Inbox, updateInbox } from '../inboxes/index.js';

export const DELETE_INBOX = 'inbox.delete';
/** How many conversations one unit takes, so that others come in between. */
const BATCH = 50;
/** What came in before the end may still wait to be understood. */
const WAIT_MS = 5_000;

type Deletion = NonNullable<Inbox['deletion']>;

/** Empties a deleted inbox batch by batch; what is done is no longer found, so that it can be stopped anywhere. */
@Injectable()
export class InboxDeletionJob implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(DELETE_INBOX, (job) => this.run(job));
  }

  async run(job: JobRun): Promise<void> {
    const { inboxId } = job.payload as { inboxId: string };
    const ctx: Ctx = { principal: { kind: 'system', name: 'Inboxes' }, correlationId: job.correlationId };
    for (;;) {
      job.signal.throwIfAborted();
      const state = await this.uow.run(ctx, (tx) => step(tx, inboxId));
      if (state === 'done') return;
      if (state === 'waits') throw new RetryLater(WAIT_MS, 'Something that came in is not understood yet', false);
    }
  }
}

async function step(tx: Tx, inboxId: string): Promise<'more' | 'waits' | 'done'> {
  const [inbox] = await findInboxes(tx, [inboxId]);
  if (!inbox?.deletion) return 'done';
  const { deletion } = inbox;
  const where = deletion.mode === 'TRASH' ? "AND placement IN ('INBOX', 'FILTERED', 'SPAM')" : '';
  const sql = `SELECT id FROM conversation WHERE inbox_id = ? ${where} ORDER BY id LIMIT ?`;
  const ids = (await tx.query<{ id: string }>(sql, [inboxId, BATCH])).map(({ id }) => id);
  for (const id of ids) await (deletion.mode === 'TRASH' ? discard(tx, id, deletion) : move(tx, id, inbox, deletion));
  if (ids.length === 0 && (await waits(tx, inboxId))) return 'waits';
  const left = ids.length === 0 ? null : { ...deletion, done: deletion.done + ids.length };
  await updateInbox(tx, inboxId, inbox.version, { deletion: left, updatedAt: tx.now, version: inbox.version + 1 });
  tx.emit({
    type: 'inbox.emptied',
    change: 'UPDATED',
    nodeId: inboxId,
    inboxId: null,
    audience: 'admins',
    data: { accessChanged: false },
  });
  return left ? 'more' : 'done';
}

async function discard(tx: Tx, id: string, { actor }: Deletion): Promise<void> {
  const [conversation] = await findConversations(tx, [id]);
  const data = { from: conversation?.placement, to: 'TRASH', reason: conversation?.placementReason ?? null };
  const patch = { placement: 'TRASH' as const, placementReason: `BY_PERSON: ${actor.name}` };
  await changeConversation(tx, id, patch, { type: 'placed', actor, data });
}

/** Who does not work in the other inbox loses it there. */
async function move(tx: Tx, id: string, inbox: Inbox, { actor, moveToId, moveTo }: Deletion): Promise<void> {
  if (moveToId === null) return;
  const [conversation] = await findConversations(tx, [id]);
  const before = conversation?.assigneeUserId ?? null;
  const role = before === null ? null : await findInboxRole(tx, before, moveToId);
  const assigneeUserId = role === 'AGENT' || role === 'MANAGER' ? before : null;
  const team = conversation?.assigneeTeamId ?? null;
  const assigneeTeamId = team !== null && (await teamWorksIn(tx, team, moveToId)) ? team : null;
  const data = { fromId: inbox.id, from: inbox.name, toId: moveToId, to: moveTo, assigneeId: before };
  await changeConversation(tx, id, { inboxId: moveToId, assigneeUserId, assigneeTeamId }, { type: 'moved', actor, data });
}

async function waits(tx: Tx, inboxId: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT i.id FROM inbound_item i JOIN channel c ON c.id = i.channel_id WHERE c.inbox_id = ? AND i.state = 'RECEIVED' LIMIT 1`,
    [inboxId],
  );
  return rows.length > 0;
}
