import type { Keyset } from '../../kernel/keyset.js';
import type { Dialect } from '../../kernel/uow.js';
import { slotOf, slotsOf } from './slots.js';
import { type Clause, matchOf, splitMatch } from './terms.js';

/** SQL with its parameters. */
interface Condition {
  sql: string;
  values: unknown[];
}
/** What a list's search is: the source of rows `e` with their `node_id`, what holds for them, and their order, which is that of the list. */
export interface Walk extends Condition {
  from: string;
  order: string;
}

/** Where words are found: in the index beside the table on SQLite, where each entry has a slot of its own; in a column of it on PostgreSQL. */
const FORMS = {
  sqlite: {
    from: 'list_words w CROSS JOIN list_entry e',
    found: 'w.list_words MATCH ? AND e.slot = w.rowid',
    slot: 'w.rowid',
    beyond: (sign: string, bound: string) => `w.rowid ${sign} ${bound}`,
    order: (way: string) => `w.rowid ${way}`,
    // The index of words takes whole numbers only as the bounds of its walk.
    number: 'CAST(? AS integer)',
    of: (node: string) =>
      `SELECT 1 FROM list_entry e CROSS JOIN list_words w WHERE e.node_id = ${node} AND w.rowid = e.slot AND w.list_words MATCH ?`,
  },
  postgres: {
    from: 'list_entry e',
    found: 'e.words @@ CAST(? AS tsquery)',
    slot: 'e.slot',
    beyond: (sign: string, bound: string) => `(e.slot, e.node_id) ${sign} (${bound}, ?)`,
    order: (way: string) => `e.slot ${way}, e.node_id ${way}`,
    number: 'CAST(? AS bigint)',
    of: (node: string) => `SELECT 1 FROM list_entry e WHERE e.node_id = ${node} AND e.words @@ CAST(? AS tsquery)`,
  },
};
/** Written so that the index is not asked for it. */
const HIDDEN = `(e.words || CAST('' AS tsvector)) @@ CAST(? AS tsquery)`;
const NOTHING: Condition = { sql: '1 = 0', values: [] };

interface Search {
  /** `CONTACT`, or the type of a record. */
  type: string;
  text: string;
  /** What must be there besides. */
  clauses?: readonly Clause[];
  newest: boolean;
  after: Keyset | null;
}

/** A walk over what is found, in the order of the list; the caller joins its table on `e.node_id` and leaves out what may not be seen. */
export function walkFound(dialect: Dialect, { type, text, clauses = [], newest, after }: Search): Walk {
  const { from, found, slot, number, beyond, order } = FORMS[dialect];
  const match = matchOf(text, dialect, clauses);
  if (match === null) return { from: 'list_entry e', order: 'e.slot', ...NOTHING };
  const split = dialect === 'postgres' ? splitMatch(text, clauses) : null;
  const parts: Condition[] = [
    ...(split
      ? [{ sql: `${found} AND ${HIDDEN}`, values: [split.lookedUp, split.lookedFor] }]
      : [{ sql: found, values: [match] }]),
    { sql: `${slot} >= ${number} AND ${slot} < ${number}`, values: [...slotsOf(type)] },
  ];
  if (after) {
    const bound = `COALESCE((SELECT b.slot FROM list_entry b WHERE b.node_id = ?), ${number})`;
    const values = [after.id, placeOf(type, after), ...(dialect === 'sqlite' ? [] : [after.id])];
    parts.push({ sql: beyond(newest ? '<' : '>', bound), values });
  }
  return {
    from,
    order: order(newest ? 'DESC' : 'ASC'),
    sql: parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap(({ values }) => values),
  };
}

/** Whether something is found, for a list in another order; `node` names the column of its id. */
export function isFound(dialect: Dialect, node: string, text: string): Condition {
  const match = matchOf(text, dialect);
  return match === null ? NOTHING : { sql: `EXISTS (${FORMS[dialect].of(node)})`, values: [match] };
}

/** Where a row stood that was deleted for ever between two pages. */
function placeOf(type: string, { id, value }: Keyset): number {
  const made = Number.parseInt(id.slice(4, 16), 16) || 0;
  return slotOf({ id, type, at: Number(value) || made, createdAt: made });
}
