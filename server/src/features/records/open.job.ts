import type { JobRun } from '../../kernel/jobs.js';
import type { UnitOfWork } from '../../kernel/uow.js';
import { findConversation, type RecordCall } from '../conversations/index.js';
import { saveRecord } from './record.service.js';
import { takenIds } from './record.repository.js';

/** Opens the record that a conversation began with, once; nothing when that conversation is gone meanwhile (S22, D15). */
export async function openRecord(uow: UnitOfWork, { payload, correlationId }: JobRun): Promise<void> {
  const { id, conversationId, record, title, source } = payload as unknown as RecordCall & { id: string; conversationId: string };
  await uow.run({ principal: { kind: 'system', name: 'Intake' }, correlationId }, async (tx) => {
    if ((await takenIds(tx, [id])).has(id) || !(await findConversation(tx, conversationId))) return;
    const said = { ...(title ? { title: title.slice(0, 250) } : {}), ...(source && record === 'ticket' ? { source } : {}) };
    await saveRecord(tx, { id, linkIds: [conversationId], ...said });
  });
}
