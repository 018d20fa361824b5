import type { Reader } from '../../kernel/uow.js';
import type { Erasing } from './scrub.js';
import { boundOf, type Row, type Sweep } from './sweeps.js';

/** How many rows are looked at in one go. */
const LOOKED_AT = 2_000;
/** How many pages without a find are looked at before it is kept how far it is. */
const PAGES = 20;
/** How many finds one unit takes. */
const FOUND = 50;

/** The next rows of a table that hold something of him, and where to go on; no cursor when that was all. */
export async function nextPage(reader: Reader, sweep: Sweep, erasing: Erasing): Promise<{ rows: Row[]; cursor: string | null }> {
  let cursor = erasing.erasure.cursor;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const last = await endOfPage(reader, sweep, erasing.erasure.until, cursor);
    if (last === null) return { rows: [], cursor: null };
    const rows = await found(reader, sweep, erasing, { after: cursor, last });
    if (rows.length === FOUND) return { rows, cursor: keyOf(sweep, rows.at(-1)!) };
    cursor = last;
    if (rows.length > 0) return { rows, cursor };
  }
  return { rows: [], cursor };
}

async function endOfPage(reader: Reader, sweep: Sweep, until: string, after: string | null): Promise<string | null> {
  const keys = sweep.keys.join(', ');
  const { sql, values } = beyond(sweep, after, until);
  const descending = sweep.keys.map((key) => `${key} DESC`).join(', ');
  const page = `SELECT ${keys} FROM ${sweep.table} WHERE ${sql} ORDER BY ${keys} LIMIT ${LOOKED_AT}`;
  const [row] = await reader.query<Row>(`SELECT ${keys} FROM (${page}) AS page ORDER BY ${descending} LIMIT 1`, values);
  return row ? keyOf(sweep, row) : null;
}

function found(
  reader: Reader,
  sweep: Sweep,
  erasing: Erasing,
  { after, last }: { after: string | null; last: string },
): Promise<Row[]> {
  const keys = sweep.keys.join(', ');
  const start = beyond(sweep, after, erasing.erasure.until);
  const where = sweep.where(erasing);
  const end = JSON.parse(last) as unknown[];
  return reader.query<Row>(
    `SELECT * FROM ${sweep.table} WHERE ${start.sql} AND (${keys}) <= (${end.map(() => '?').join(', ')}) AND (${where.sql}) ORDER BY ${keys} LIMIT ${FOUND}`,
    [...start.values, ...end, ...where.values],
  );
}

function beyond({ keys, kind }: Sweep, after: string | null, until: string): { sql: string; values: unknown[] } {
  const from = after === null ? null : (JSON.parse(after) as unknown[]);
  const parts = [
    ...(from ? [{ sql: `(${keys.join(', ')}) > (${from.map(() => '?').join(', ')})`, values: from }] : []),
    ...(kind ? [{ sql: 'id < ?', values: [boundOf(kind, until)] }] : []),
  ];
  return {
    sql: parts.length === 0 ? '1 = 1' : parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap(({ values }) => values),
  };
}

function keyOf({ keys }: Sweep, row: Row): string {
  return JSON.stringify(keys.map((key) => row[key.replaceAll('"', '')]));
}
