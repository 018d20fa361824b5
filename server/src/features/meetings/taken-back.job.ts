import { indexRecords, removeEntries } from '../list-index/index.js';
import type { CalendarCall } from '../messages/index.js';
import { associationsOf, type CrmRecord, deleteRecord, findByLookup, tellOfRecord, updateRecord } from '../records/index.js';
import type { JobRun } from '../../kernel/jobs.js';
import type { Tx, UnitOfWork } from '../../kernel/uow.js';
import { asData, dataOf } from './meeting.js';

/** Puts a meeting back to what it was when the mail about it was stopped before it left; one that nobody has heard of is gone. */
export async function putBack(uow: UnitOfWork, { payload, correlationId }: JobRun): Promise<void> {
  const { messageId, uids } = payload as unknown as CalendarCall;
  await uow.run({ principal: { kind: 'system', name: 'Calendar' }, correlationId }, async (tx) => {
    const [uid] = uids;
    const record = uid === undefined ? null : await findByLookup(tx, 'MEETING', uid);
    if (record && dataOf(record).messageId === messageId) await restore(tx, record);
  });
}

async function restore(tx: Tx, record: CrmRecord): Promise<void> {
  const { before } = dataOf(record);
  const contact = (await associationsOf(tx, [record.id])).find(({ toKind }) => toKind === 'contact');
  await tellOfRecord(tx, tx, record, before ? 'UPDATED' : 'DELETED', contact?.toId ?? null);
  if (!before) {
    await removeEntries(tx, [record.id]);
    return deleteRecord(tx, record.id);
  }
  const { data, ...columns } = before;
  const patch = { ...columns, data: asData({ ...data, before: null }) };
  if (!(await updateRecord(tx, record.id, record.version, patch))) throw new Error(`${record.id} has just changed`);
  await indexRecords(tx, [{ ...record, ...patch }]);
}
