import type { VisibleInboxes } from '../../kernel/access.js';
import type { Reader } from '../../kernel/uow.js';
import { compileFilter, type Condition, type ConversationFilter } from './conversation-filter.js';
import { branchesOf } from './conversation-list.js';

/** A count that is not kept goes no further: one more than this means more. */
export const COUNT_LIMIT = 1000;
const FILTERS_PER_STATEMENT = 20;

/** How many conversations fit each filter, counted up to one more than the limit, in one statement for twenty filters. */
export async function countUpToLimit(
  reader: Reader,
  filters: readonly ConversationFilter[],
  visible: VisibleInboxes,
  viewerId: string | null,
  limit = COUNT_LIMIT + 1,
): Promise<number[]> {
  const counts: number[] = [];
  for (let start = 0; start < filters.length; start += FILTERS_PER_STATEMENT) {
    const slice = filters.slice(start, start + FILTERS_PER_STATEMENT);
    const queries = slice.map((filter) => countQuery(filter, visible, viewerId, limit));
    const columns = queries.map(({ sql }, index) => `(${sql}) AS n${index}`).join(', ');
    const values = queries.flatMap((query) => query.values);
    const [row] = await reader.query<Record<string, number | string>>(`SELECT ${columns}`, values);
    counts.push(...slice.map((_, index) => Number(row?.[`n${index}`] ?? 0)));
  }
  return counts;
}

/** By placement and status, as the indexes have them; no branch reads more rows than the limit that fit. */
function countQuery(filter: ConversationFilter, visible: VisibleInboxes, viewerId: string | null, limit: number): Condition {
  const branches = branchesOf(filter).map((branch) => compileFilter(branch, visible, viewerId));
  const rows = branches.map(({ sql }) => `SELECT * FROM (SELECT 1 AS one FROM conversation c WHERE ${sql} LIMIT ${limit}) b`);
  return {
    sql: `SELECT COUNT(*) FROM (SELECT one FROM (${rows.join(' UNION ALL ')}) u LIMIT ${limit}) t`,
    values: branches.flatMap((branch) => branch.values),
  };
}
