import type { Tx } from '../../kernel/uow.js';
import { linkRecord, saveRecord } from '../records/index.js';
import { Companies } from './companies.js';
import type { RecordWork } from './plan-records.js';
import type { PlannedRow } from './planned-row.js';

/** Does what was planned; throws when somebody changed the same records meanwhile. */
export async function applyRecords(tx: Tx, rows: readonly PlannedRow<RecordWork>[]): Promise<void> {
  const works = rows.flatMap(({ work }) => work ?? []);
  const companies = await Companies.named(
    tx,
    works.flatMap((work) => work.companies),
  );
  for (const work of works) await applyOne(tx, work, companies);
}

async function applyOne(tx: Tx, { id, save, fresh, linkIds, companies: names }: RecordWork, companies: Companies): Promise<void> {
  const ties = [...linkIds];
  for (const name of names) ties.push((await companies.of(tx, name, [])).company.id);
  if (save) await saveRecord(tx, fresh ? { ...save, linkIds: ties } : save);
  if (!fresh) for (const toId of ties) await linkRecord(tx, { id, toId });
}
