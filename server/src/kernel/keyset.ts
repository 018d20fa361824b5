import { createHash } from 'node:crypto';
import { DomainError } from './errors.js';

/** Where a page begins: the sort value and the id of the last row of the page before it. */
export interface Keyset {
  value: number | string;
  id: string;
}

/** The asked-for size of a page: 50 when not given, 1 to 100. */
export function pageSize(size: number | null | undefined, field = 'first'): number {
  if (size === null || size === undefined) return 50;
  if (!Number.isInteger(size) || size < 1 || size > 100)
    throw new DomainError('INVALID', `${field} must be 1 to 100.`, { path: [field] });
  return size;
}

/** A cursor that only fits the list it was made for: `list` names its filter and order. */
export function encodeCursor(keyset: Keyset, list: string): string {
  return Buffer.from(JSON.stringify([keyset.value, keyset.id, listHash(list)])).toString('base64url');
}

/** The keyset of a cursor; INVALID when it is not one of ours or of another list. */
export function decodeCursor(cursor: string, list: string, field = 'after'): Keyset {
  try {
    const [value, id, hash] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown, unknown];
    const fits = (typeof value === 'number' || typeof value === 'string') && typeof id === 'string' && hash === listHash(list);
    if (fits) return { value, id };
  } catch {
    // Falls through to the one message below: a broken cursor and a foreign one are the same to the caller.
  }
  throw new DomainError('INVALID', `${field} is not a cursor of this list. Start again without it.`, { path: [field] });
}

/** A page in the form of a connection: of one row more than were asked for, which tells that there is a next one. */
export function pageOf<Row extends { id: string }>(
  rows: readonly Row[],
  { size, from, list, position }: { size: number; from: Keyset | null; list: string; position: number },
  value: (row: Row) => Keyset['value'],
) {
  const nodes = rows.slice(0, size);
  const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: value(node), id: node.id }, list), node }));
  const pageInfo = {
    hasNextPage: rows.length > size,
    hasPreviousPage: from !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { position: String(position), edges, nodes, pageInfo };
}

let hashed = { list: '', hash: '' };

/** All cursors of a page are of one list, whose hash is made once. */
function listHash(list: string): string {
  if (hashed.list !== list || hashed.hash === '')
    hashed = { list, hash: createHash('sha256').update(list).digest('base64url').slice(0, 10) };
  return hashed.hash;
}
