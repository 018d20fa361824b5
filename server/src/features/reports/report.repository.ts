import { fromRows, insertRows, placeholders } from '../../kernel/rows.js';
import type { Reader, Tx } from '../../kernel/uow.js';
import type { Condition } from './report-condition.js';
import type { Day } from './quarters.js';
import { ReportBacklog } from './report-backlog.entity.js';
import type { ReportPlace } from './report-place.entity.js';
import { type Measure, ReportQuarter } from './report-quarter.entity.js';
import { ReportWatch } from './report-watch.entity.js';

type Raw = Record<string, unknown>;
const PLACE = 'journal';

/** How much there is of a measure, under a key such as a day or an inbox. */
export interface Sum {
  key: string;
  measure: Measure;
  bucket: number;
  count: number;
}

/** By what the rows of a report are. */
export type GroupBy = 'inbox_id' | 'channel_id' | 'agent_id';

/** Up to where the journal was counted, and since when. */
export async function findPlace(reader: Reader): Promise<Pick<ReportPlace, 'position' | 'beganAt'>> {
  const sql = 'SELECT position, began_at FROM report_place WHERE id = ?';
  const [row] = await reader.query<{ position: number | string; began_at: number | string | null }>(sql, [PLACE]);
  const began = row?.began_at ?? null;
  return { position: Number(row?.position ?? 0), beganAt: began === null ? null : Number(began) };
}

/** Remembers when counting began, once. */
export async function beganAt(tx: Tx, at: number): Promise<void> {
  await tx.execute('UPDATE report_place SET began_at = ? WHERE id = ? AND began_at IS NULL', [at, PLACE]);
}

/** Moves on in the journal; false when another process has. */
export async function advance(tx: Tx, from: number, to: number): Promise<boolean> {
  return (await tx.execute('UPDATE report_place SET position = ? WHERE id = ? AND position = ?', [to, PLACE, from])) === 1;
}

/** What is remembered of these conversations. */
export async function watchesOf(reader: Reader, ids: readonly string[]): Promise<ReportWatch[]> {
  if (ids.length === 0) return [];
  const sql = `SELECT * FROM report_watch WHERE conversation_id IN (${placeholders(ids)})`;
  return fromRows(reader, ReportWatch, await reader.query<Raw>(sql, ids));
}

/** Adds what was counted to what is kept. */
export async function addUp(tx: Tx, quarters: readonly ReportQuarter[], backlogs: readonly ReportBacklog[]): Promise<void> {
  await insertRows(
    tx,
    ReportQuarter,
    quarters,
    `ON CONFLICT (quarter, inbox_id, channel_id, agent_id, measure, bucket)
     DO UPDATE SET "count" = report_quarter."count" + excluded."count"`,
  );
  await insertRows(
    tx,
    ReportBacklog,
    backlogs,
    `ON CONFLICT (inbox_id, channel_id, agent_id) DO UPDATE SET "count" = report_backlog."count" + excluded."count"`,
  );
}

/** Keeps what is remembered of some conversations, and forgets others. */
export async function putWatches(tx: Tx, watches: readonly ReportWatch[], gone: readonly string[]): Promise<void> {
  if (gone.length > 0) await tx.execute(`DELETE FROM report_watch WHERE conversation_id IN (${placeholders(gone)})`, gone);
  const sets = ['channel_id', 'new_at', 'new_inbox_id', 'open_since', 'asked_at', 'answered', 'leaving', 'closing'];
  const update = sets.map((column) => `${column} = excluded.${column}`).join(', ');
  await insertRows(tx, ReportWatch, watches, `ON CONFLICT (conversation_id) DO UPDATE SET ${update}`);
}

/** The sums of each day, whose key is its place in the list. */
export function sumsByDay(reader: Reader, days: readonly Day[], { sql, values }: Condition): Promise<Sum[]> {
  return sums(
    reader,
    `WITH day (i, from_quarter, before_quarter) AS (VALUES ${listed(days)})
     SELECT d.i AS "key", q.measure, q.bucket, SUM(q."count") AS "count"
     FROM day d JOIN report_quarter q ON q.quarter >= d.from_quarter AND q.quarter < d.before_quarter
     WHERE ${sql} GROUP BY d.i, q.measure, q.bucket`,
    values,
  );
}

/** The sums of all days together, by inbox, channel or agent. */
export function sumsBy(reader: Reader, by: GroupBy, span: Span, { sql, values }: Condition): Promise<Sum[]> {
  return sums(
    reader,
    `SELECT q.${by} AS "key", q.measure, q.bucket, SUM(q."count") AS "count" FROM report_quarter q
     WHERE q.quarter >= ? AND q.quarter < ? AND ${sql} GROUP BY q.${by}, q.measure, q.bucket`,
    [span.from, span.before, ...values],
  );
}

/** Quarters from one on, and before another. */
export interface Span {
  from: number;
  before: number;
}

/** Under whom something is counted, and how many of it are open. */
export interface CellOpen {
  inboxId: string;
  channelId: string;
  agentId: string;
  count: number;
}
/** A sum of a day, in the place of the day in the list. */
export interface CellSum extends CellOpen {
  day: number;
  measure: Measure;
  bucket: number;
}

/** With nobody's name where agents are not for the viewer. */
const cellColumns = (agents: Condition): string =>
  `q.inbox_id, q.channel_id, CASE WHEN ${agents.sql} THEN q.agent_id ELSE '' END AS agent_id`;
const CELL = 's.inbox_id AS "inboxId", s.channel_id AS "channelId", s.agent_id AS "agentId"';

/** Everything apart, at most so many rows. */
export async function sumsByCell(
  reader: Reader,
  days: readonly Day[],
  { sql, values }: Condition,
  agents: Condition,
  limit: number,
): Promise<CellSum[]> {
  const rows = await reader.query<Raw>(
    `WITH day (i, from_quarter, before_quarter) AS (VALUES ${listed(days)})
     SELECT s.i AS "day", ${CELL}, s.measure, s.bucket, SUM(s.n) AS "count"
     FROM (SELECT d.i, ${cellColumns(agents)}, q.measure, q.bucket, q."count" AS n
       FROM day d JOIN report_quarter q ON q.quarter >= d.from_quarter AND q.quarter < d.before_quarter WHERE ${sql}) s
     GROUP BY s.i, s.inbox_id, s.channel_id, s.agent_id, s.measure, s.bucket LIMIT ?`,
    [...agents.values, ...values, limit],
  );
  return rows.map((row) => ({ ...(row as unknown as CellSum), day: Number(row['day']), count: Number(row['count']) }));
}

/** What was open everywhere before a quarter, where that was anything. */
export async function openByCell(reader: Reader, before: number, condition: Condition, agents: Condition): Promise<CellOpen[]> {
  const { sql, values } = condition;
  const rows = await reader.query<Raw>(
    `SELECT ${CELL}, SUM(s.n) AS "count" FROM (
       SELECT ${cellColumns(agents)}, q."count" AS n FROM report_backlog q WHERE ${sql}
       UNION ALL
       SELECT ${cellColumns(agents)}, -q."count" AS n FROM report_quarter q WHERE q.quarter >= ? AND q.measure = 'open' AND ${sql}
     ) s GROUP BY s.inbox_id, s.channel_id, s.agent_id HAVING SUM(s.n) <> 0`,
    [...agents.values, ...values, ...agents.values, before, ...values],
  );
  return rows.map((row) => ({ ...(row as unknown as CellOpen), count: Number(row['count']) }));
}

/** How many are open at the end of a span, by inbox, channel or agent, or all together under an empty key. */
export async function openBefore(
  reader: Reader,
  by: GroupBy | null,
  before: number,
  condition: Condition,
): Promise<Map<string, number>> {
  const { sql, values } = condition;
  const key = by === null ? `''` : `q.${by}`;
  const rows = await reader.query<{ key: string; n: number | string }>(
    `SELECT b.open_key AS "key", SUM(b.n) AS n FROM (
       SELECT ${key} AS open_key, q."count" AS n FROM report_backlog q WHERE ${sql}
       UNION ALL
       SELECT ${key} AS open_key, -q."count" AS n FROM report_quarter q WHERE q.quarter >= ? AND q.measure = 'open' AND ${sql}
     ) b GROUP BY b.open_key`,
    [...values, before, ...values],
  );
  return new Map(rows.map((row) => [row.key, Number(row.n)]));
}

async function sums(reader: Reader, sql: string, values: readonly unknown[]): Promise<Sum[]> {
  const rows = await reader.query<Raw>(sql, values);
  return rows.map((row) => ({ ...(row as unknown as Sum), key: String(row['key']), count: Number(row['count']) }));
}

/** Whole numbers of our own making. */
function listed(days: readonly Day[]): string {
  return days.map(({ from, before }, index) => `(${index}, ${from}, ${before})`).join(', ');
}
