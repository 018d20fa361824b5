import type { JobRun } from '../../kernel/jobs.js';
import type { UnitOfWork } from '../../kernel/uow.js';
import { tellOfRecord } from './record-access.js';
import { findRecords, updateRecord } from './record.repository.js';

/** Tells the owner of a task, or who made it, at the time he chose; nothing when it was done, moved or deleted meanwhile, and once only (S51). */
export async function remindOwner(uow: UnitOfWork, { payload, correlationId }: JobRun): Promise<void> {
  const { id, remindAt } = payload as { id: string; remindAt: number };
  await uow.run({ principal: { kind: 'system', name: 'Reminder' }, correlationId }, async (tx) => {
    const [task] = await findRecords(tx, [id], { all: true });
    if (!task || task.remindAt !== remindAt || task.doneAt !== null || task.deletedAt !== null) return;
    const userId = task.ownerId ?? task.createdById;
    await updateRecord(tx, task.id, task.version, { remindAt: null });
    // It has another version now: who has it before him would be refused when he ticks it off.
    await tellOfRecord(tx, tx, task, 'UPDATED', null);
    if (userId === null) return;
    tx.emit({
      type: 'task.reminder',
      change: 'UPDATED',
      nodeId: id,
      inboxId: null,
      audience: `user:${userId}`,
      data: { title: task.title },
    });
  });
}
