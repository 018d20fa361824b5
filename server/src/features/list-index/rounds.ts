import type { Reader, Tx } from '../../kernel/uow.js';
import { indexContacts } from './contact-entries.js';
import { reindexRecords } from './record-entries.js';

/** The job that makes the index of what was there before it, or of many contacts after a change of their company. */
export const LIST_INDEX_JOB = 'lists.index';
/** How many one unit reads again. */
const ROUND = 200;

/** What to read again: all contacts, those of whom facts are kept, all records, or the contacts of a company: those tied to it, and those with an address of its domain. */
export interface ListScope {
  of: 'contacts' | 'facts' | 'records' | 'company';
  id?: string;
  domain?: string | null;
  /** Only those that are older than this one. */
  before?: string;
}

/** Reads a round again, the newest first; more by a job of the same unit. */
export async function reindexList(tx: Tx, scope: ListScope): Promise<void> {
  const ids = await idsOf(tx, scope);
  await (scope.of === 'records' ? reindexRecords(tx, ids) : indexContacts(tx, ids));
  if (ids.length === ROUND) tx.enqueue({ name: LIST_INDEX_JOB, payload: { ...scope, before: ids.at(-1) } });
}

async function idsOf(reader: Reader, { of, id, domain, before }: ListScope): Promise<string[]> {
  const older = (column: string): string => (before ? `AND ${column} < ?` : '');
  const bound = before ? [before] : [];
  if (of !== 'company') {
    const table = of === 'records' ? 'crm_record' : 'contact';
    const which = of === 'facts' ? `t.fields <> '{}'` : '1 = 1';
    const sql = `SELECT t.id FROM ${table} t WHERE ${which} ${older('t.id')} ORDER BY t.id DESC LIMIT ${ROUND}`;
    return (await reader.query<{ id: string }>(sql, bound)).map((row) => row.id);
  }
  const rows = await reader.query<{ id: string }>(
    `SELECT to_id AS id FROM association WHERE from_id = ? AND to_kind = 'contact' ${older('to_id')}
     UNION SELECT contact_id FROM contact_identity WHERE domain = ? ${older('contact_id')} ORDER BY 1 DESC LIMIT ${ROUND}`,
    [id ?? '', ...bound, domain ?? '', ...bound],
  );
  return rows.map((row) => row.id);
}
