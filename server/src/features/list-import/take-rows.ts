import type { Reader, Tx } from '../../kernel/uow.js';
import { applyContacts } from './apply-contacts.js';
import { applyRecords } from './apply-records.js';
import type { Row } from './csv-file.js';
import { planContacts } from './plan-contacts.js';
import { planRecords } from './plan-records.js';
import type { PlannedRow, Taking } from './planned-row.js';

/** Says of each row what it would do, one after the other: a row sees what those before it will have done. Nothing is written. */
export function planRows(reader: Reader, rows: readonly Row[], taking: Taking): Promise<PlannedRow[]> {
  return taking.kind === 'CONTACT' ? planContacts(reader, rows, taking) : planRecords(reader, rows, taking);
}

/** Plans and does it, by the same way that people do it by hand; throws when somebody changed the same things meanwhile. */
export async function takeRows(tx: Tx, rows: readonly Row[], taking: Taking): Promise<PlannedRow[]> {
  if (taking.kind !== 'CONTACT') {
    const planned = await planRecords(tx, rows, taking);
    await applyRecords(tx, planned);
    return planned;
  }
  const planned = await planContacts(tx, rows, taking);
  await applyContacts(tx, planned);
  return planned;
}
