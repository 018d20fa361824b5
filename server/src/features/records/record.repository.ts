import type { VisibleInboxes } from '../../kernel/access.js';
import type { Keyset } from '../../kernel/keyset.js';
import { fromRows, insertRows, placeholders, updateRows } from '../../kernel/rows.js';
import type { Dialect, Reader, Tx } from '../../kernel/uow.js';
import { isFound, walkFound } from '../list-index/index.js';
import type { RecordType } from './record-rules.js';
import { CrmRecord } from './record.entity.js';

type Raw = Record<string, unknown>;

/** SQL with its parameters. */
interface Condition {
  sql: string;
  values: unknown[];
}

/** Which records of a list are asked for. */
export interface RecordFilter {
  type: RecordType;
  toId?: string | null;
  pipelineId?: string | null;
  stageId?: string | null;
  ownerId?: string | null;
  open?: boolean | null;
  priority?: CrmRecord['priority'];
  dueFrom?: number | null;
  dueBefore?: number | null;
  search?: string | null;
  deleted?: boolean | null;
}

export interface RecordPage {
  filter: RecordFilter;
  visible: VisibleInboxes;
  newest: boolean;
  after: Keyset | null;
  limit: number;
}

/**
 * A record that hangs on conversations is seen by who may see one of them, wherever these lie now; of one that was deleted for ever the
 * inbox in which it lay stands in its place. Any other is seen by every agent. The one rule behind lists, counts and single records.
 */
export function seen(visible: VisibleInboxes): Condition {
  if (visible.all) return { sql: '1 = 1', values: [] };
  const tied = `SELECT 1 FROM association v WHERE v.from_id = r.id AND v.to_kind IN ('conversation', 'inbox')`;
  if (visible.inboxIds.length === 0) return { sql: `NOT EXISTS (${tied})`, values: [] };
  const mine = `SELECT 1 FROM association v LEFT JOIN conversation c ON c.id = v.to_id AND v.to_kind = 'conversation' WHERE v.from_id = r.id AND v.to_kind IN ('conversation', 'inbox') AND COALESCE(c.inbox_id, v.to_id) IN (${placeholders(visible.inboxIds)})`;
  return { sql: `(NOT EXISTS (${tied}) OR EXISTS (${mine}))`, values: [...visible.inboxIds] };
}

/** Records by id that the viewer may see, those in the bin too; in no order. */
export async function findRecords(reader: Reader, ids: readonly string[], visible: VisibleInboxes): Promise<CrmRecord[]> {
  if (ids.length === 0) return [];
  const rule = seen(visible);
  const sql = `SELECT r.* FROM crm_record r WHERE r.id IN (${placeholders(ids)}) AND ${rule.sql}`;
  return fromRows(reader, CrmRecord, await reader.query<Raw>(sql, [...ids, ...rule.values]));
}

/** Those of the ids that are taken, whoever may see them. */
export async function takenIds(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reader.query<{ id: string }>(`SELECT id FROM crm_record WHERE id IN (${placeholders(ids)})`, ids);
  return new Set(rows.map(({ id }) => id));
}

/** The value by which a list is ordered. */
export function sortValue(filter: RecordFilter, record: CrmRecord): number {
  return filter.toId ? record.createdAt : record.sortAt;
}

/** A page of one type: of everything, or of what hangs on one thing. */
export async function listRecords(reader: Reader, page: RecordPage): Promise<CrmRecord[]> {
  const { from, sql, values, order } = recordsAsked(reader.dialect, page);
  const rows = await reader.query<Raw>(`SELECT r.* FROM ${from} WHERE ${sql} ORDER BY ${order} LIMIT ?`, [...values, page.limit]);
  return fromRows(reader, CrmRecord, rows);
}

/** How many there are of which the viewer may know, exact to the limit. */
export async function countRecords(
  reader: Reader,
  { limit, ...asked }: Pick<RecordPage, 'filter' | 'visible' | 'limit'>,
): Promise<number> {
  const { from, sql, values } = recordsAsked(reader.dialect, { ...asked, newest: true, after: null });
  const counted = `SELECT COUNT(*) AS n FROM (SELECT 1 AS x FROM ${from} WHERE ${sql} LIMIT ?) s`;
  const [row] = await reader.query<{ n: number | string }>(counted, [...values, limit]);
  return Number(row?.n ?? 0);
}

function recordsAsked(
  dialect: Dialect,
  { filter, visible, newest, after }: Omit<RecordPage, 'limit'>,
): Condition & { from: string; order: string } {
  const [at, id, from] = filter.toId
    ? ['a.at', 'a.from_id', 'association a JOIN crm_record r ON r.id = a.from_id']
    : ['r.sort_at', 'r.id', 'crm_record r'];
  const parts = [...conditions(filter), seen(visible)];
  const text = filter.search?.trim();
  if (text && !filter.toId) {
    // By a walk over the index in the order of the list.
    const walk = walkFound(dialect, { type: filter.type, text, newest, after });
    const where = [walk, { sql: 'r.id = e.node_id', values: [] }, ...parts];
    return { from: `${walk.from} CROSS JOIN crm_record r`, ...all(where), order: walk.order };
  }
  if (text) parts.push(isFound(dialect, 'r.id', text));
  if (after) parts.push({ sql: `(${at}, ${id}) ${newest ? '<' : '>'} (?, ?)`, values: [after.value, after.id] });
  const direction = newest ? 'DESC' : 'ASC';
  return { from, ...all(parts), order: `${at} ${direction}, ${id} ${direction}` };
}

function all(parts: readonly Condition[]): Condition {
  return { sql: parts.map(({ sql }) => sql).join(' AND '), values: parts.flatMap(({ values }) => values) };
}

function conditions(filter: RecordFilter): Condition[] {
  const parts: Condition[] = [];
  const add = (sql: string, ...values: unknown[]): void => void parts.push({ sql, values });
  if (filter.toId) add('a.to_id = ? AND a.type = ?', filter.toId, filter.type);
  else add('r.type = ?', filter.type);
  add(filter.deleted ? 'r.deleted_at IS NOT NULL' : 'r.deleted_at IS NULL');
  if (filter.stageId) add('r.stage_id = ?', filter.stageId);
  if (filter.pipelineId) add('r.stage_id IN (SELECT id FROM stage WHERE pipeline_id = ?)', filter.pipelineId);
  if (filter.ownerId) add('r.owner_id = ?', filter.ownerId);
  if (filter.open != null) add(filter.open ? 'r.done_at IS NULL' : 'r.done_at IS NOT NULL');
  if (filter.priority) add('r.priority = ?', filter.priority);
  if (filter.dueFrom != null) add('r.due_at >= ?', filter.dueFrom);
  if (filter.dueBefore != null) add('r.due_at < ?', filter.dueBefore);
  return parts;
}

/** How many of each type hang on these, with those under way; only what the viewer may see. */
export async function countsOn(
  reader: Reader,
  toIds: readonly string[],
  visible: VisibleInboxes,
): Promise<{ toId: string; type: RecordType; total: number; open: number }[]> {
  if (toIds.length === 0) return [];
  const rule = seen(visible);
  const rows = await reader.query<{ to_id: string; type: RecordType; total: number | string; open: number | string }>(
    `SELECT a.to_id, a.type, COUNT(*) AS total, SUM(CASE WHEN r.done_at IS NULL THEN 1 ELSE 0 END) AS open
     FROM association a JOIN crm_record r ON r.id = a.from_id
     WHERE a.to_id IN (${placeholders(toIds)}) AND r.deleted_at IS NULL AND ${rule.sql} GROUP BY a.to_id, a.type ORDER BY a.to_id, a.type`,
    [...toIds, ...rule.values],
  );
  return rows.map((row) => ({ toId: row.to_id, type: row.type, total: Number(row.total), open: Number(row.open) }));
}

/** Stages are counted up to here. */
const EXACT_TO = 1_000;

/** How many records are in each of these stages, exact to 1,000. */
export async function countsInStages(
  reader: Reader,
  stageIds: readonly string[],
  visible: VisibleInboxes,
): Promise<ReadonlyMap<string, number>> {
  if (stageIds.length === 0) return new Map();
  const rule = seen(visible);
  const one = `SELECT ? AS id, COUNT(*) AS n FROM (SELECT 1 AS x FROM crm_record r WHERE r.stage_id = ? AND r.deleted_at IS NULL AND ${rule.sql} LIMIT ${EXACT_TO}) s`;
  const rows = await reader.query<{ id: string; n: number | string }>(
    stageIds.map(() => one).join(' UNION ALL '),
    stageIds.flatMap((id) => [id, id, ...rule.values]),
  );
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
}

/** Of these stages, those that deals go through: nothing else has an amount, and to look for one would be to look at all there is. */
async function dealStages(reader: Reader, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const sql = `SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline_id WHERE p.type = 'DEAL' AND s.id IN (${placeholders(ids)})`;
  return (await reader.query<{ id: string }>(sql, ids)).map(({ id }) => id);
}

/** Stages with more deals than this have no sums. */
const SUMMED_TO = 10_000;

/** What the deals in each of these stages are worth by currency; null where there are too many. */
export async function sumsInStages(
  reader: Reader,
  asked: readonly string[],
  visible: VisibleInboxes,
): Promise<ReadonlyMap<string, { currency: string; amount: number }[] | null>> {
  const stageIds = await dealStages(reader, asked);
  if (stageIds.length === 0) return new Map(asked.map((id) => [id, []]));
  const rule = seen(visible);
  const one = `SELECT ? AS id, s.currency, COUNT(*) AS n, SUM(s.amount) AS amount FROM (SELECT r.currency, r.amount FROM crm_record r WHERE r.stage_id = ? AND r.amount IS NOT NULL AND r.currency IS NOT NULL AND r.deleted_at IS NULL AND ${rule.sql} LIMIT ${SUMMED_TO + 1}) s GROUP BY s.currency`;
  const rows = await reader.query<{ id: string; currency: string; n: number | string; amount: number | string }>(
    `SELECT * FROM (${stageIds.map(() => one).join(' UNION ALL ')}) t ORDER BY t.id, t.currency`,
    stageIds.flatMap((id) => [id, id, ...rule.values]),
  );
  const of = (id: string) => rows.filter((row) => row.id === id);
  return new Map(
    asked.map((id) => {
      const many = of(id).reduce((sum, { n }) => sum + Number(n), 0) > SUMMED_TO;
      return [id, many ? null : of(id).map(({ currency, amount }) => ({ currency, amount: Number(amount) }))];
    }),
  );
}

/** False when the id, or the domain, is taken. */
export async function insertRecord(tx: Tx, record: CrmRecord): Promise<boolean> {
  return (await insertRows(tx, CrmRecord, [record], 'ON CONFLICT DO NOTHING')) === 1;
}

/** False when it was changed since `version`. */
export async function updateRecord(tx: Tx, id: string, version: number, patch: Partial<CrmRecord>): Promise<boolean> {
  const changed = { ...patch, version: version + 1, updatedAt: tx.now };
  return (await updateRows(tx, CrmRecord, { id, version }, changed)) === 1;
}

/** Takes away what never came to be, with its ties. */
export async function deleteRecord(tx: Tx, id: string): Promise<void> {
  await tx.execute('DELETE FROM association WHERE from_id = ? OR to_id = ?', [id, id]);
  await tx.execute('DELETE FROM crm_record WHERE id = ?', [id]);
}

/** The record of a type that is found by this, not in the bin. */
export async function findByLookup(reader: Reader, type: RecordType, lookup: string): Promise<CrmRecord | null> {
  const sql = 'SELECT * FROM crm_record WHERE type = ? AND lookup = ? AND deleted_at IS NULL';
  return fromRows(reader, CrmRecord, await reader.query<Raw>(sql, [type, lookup]))[0] ?? null;
}

/** Records of a type by the ids by which another system knows them, those in the bin too; in no order. */
export async function findByExternalIds(reader: Reader, type: RecordType, ids: readonly string[]): Promise<CrmRecord[]> {
  if (ids.length === 0) return [];
  const sql = `SELECT * FROM crm_record WHERE type = ? AND external_id IN (${placeholders(ids)})`;
  return fromRows(reader, CrmRecord, await reader.query<Raw>(sql, [type, ...ids]));
}

/** Companies by the domains of their mail addresses, not in the bin. */
export async function companiesOf(reader: Reader, domains: readonly string[]): Promise<CrmRecord[]> {
  if (domains.length === 0) return [];
  const sql = `SELECT * FROM crm_record WHERE type = 'COMPANY' AND lookup IN (${placeholders(domains)}) AND deleted_at IS NULL`;
  return fromRows(reader, CrmRecord, await reader.query<Raw>(sql, domains));
}

/** The next number of a type; atomic, and given back when the unit rolls back. */
export async function nextNumber(tx: Tx, type: RecordType): Promise<number> {
  const rows = await tx.query<{ last: number }>(
    'INSERT INTO record_number (type, last) VALUES (?, 1) ON CONFLICT (type) DO UPDATE SET last = record_number.last + 1 RETURNING last',
    [type],
  );
  return rows[0]?.last ?? 1;
}
