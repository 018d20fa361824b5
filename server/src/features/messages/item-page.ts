import { DomainError } from '../../kernel/errors.js';
import { decodeCursor, encodeCursor, pageSize } from '../../kernel/keyset.js';
import { fromRows } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { Message } from './message.entity.js';

/** `first`/`after` goes forward, `last`/`before` backward; without either the newest 50. */
export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** A page of a timeline, oldest first, in the form of `ItemConnection` without its position. */
export interface ItemPage {
  edges: { cursor: string; node: Message }[];
  nodes: Message[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** The items of a conversation by keyset on their place, so that a page costs the same at any depth. */
export async function listItems(reader: Reader, conversationId: string, page: PageArgs): Promise<ItemPage> {
  if (page.first != null && page.last != null)
    throw new DomainError('INVALID', 'Give first or last, not both.', { path: ['last'] });
  const list = `items:${conversationId}`;
  const forward = page.first != null || (page.last == null && page.after != null);
  const size = forward ? pageSize(page.first) : pageSize(page.last, 'last');
  const bounds = [
    ...(page.after == null ? [] : [{ sign: '>', seq: seqOf(page.after, list, 'after') }]),
    ...(page.before == null ? [] : [{ sign: '<', seq: seqOf(page.before, list, 'before') }]),
  ];
  const where = ['m.conversation_id = ?', ...bounds.map(({ sign }) => `m.seq ${sign} ?`)].join(' AND ');
  const read = await reader.query<Record<string, unknown>>(
    `SELECT m.* FROM message m WHERE ${where} ORDER BY m.seq ${forward ? 'ASC' : 'DESC'} LIMIT ?`,
    [conversationId, ...bounds.map(({ seq }) => seq), size + 1],
  );
  const rows = fromRows(reader, Message, read);
  const more = rows.length > size;
  const nodes = rows.slice(0, size);
  if (!forward) nodes.reverse();
  const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: node.seq, id: node.id }, list), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: forward ? more : page.before != null,
      hasPreviousPage: forward ? page.after != null : more,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function seqOf(cursor: string, list: string, field: string): number {
  const { value } = decodeCursor(cursor, list, field);
  if (typeof value === 'number') return value;
  throw new DomainError('INVALID', `${field} is not a cursor of this list. Start again without it.`, { path: [field] });
}
