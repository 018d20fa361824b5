import { decodeCursor, encodeCursor, type Keyset, pageSize } from '../../kernel/keyset.js';
import type { VisibleInboxes } from '../../kernel/access.js';
import { DomainError } from '../../kernel/errors.js';
import { fromRows } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { compileFilter, type Condition, type ConversationFilter, filterText } from './conversation-filter.js';
import { Conversation } from './conversation.entity.js';

/** How a list is ordered; newest activity first unless said otherwise (S31). */
export interface ConversationOrder {
  field: 'LAST_MESSAGE_AT' | 'CREATED_AT';
  direction: 'ASC' | 'DESC';
}

/** A list as it is asked for. */
export interface ConversationListing {
  filter?: ConversationFilter | null;
  order?: ConversationOrder | null;
  first?: number | null;
  after?: string | null;
}

/** A page in the form of `ConversationConnection` without its position. */
export interface ConversationPage {
  edges: { cursor: string; node: Conversation }[];
  nodes: Conversation[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const FIELDS = {
  LAST_MESSAGE_AT: { column: 'c.last_message_at', property: 'lastMessageAt' },
  CREATED_AT: { column: 'c.created_at', property: 'createdAt' },
} as const;

/** A page of conversations by keyset, in one statement at any depth. */
export async function listConversations(
  reader: Reader,
  listing: ConversationListing,
  visible: VisibleInboxes,
  viewerId: string | null,
): Promise<ConversationPage> {
  const size = pageSize(listing.first);
  const { field, direction } = listing.order ?? { field: 'LAST_MESSAGE_AT', direction: 'DESC' };
  const { column, property } = FIELDS[field];
  const list = `conversations:${field}:${direction}:${filterText(listing.filter ?? {})}`;
  const after = listing.after ? numbered(decodeCursor(listing.after, list)) : null;
  const { sql, values } = pageQuery(listing.filter ?? {}, visible, viewerId, { column, direction, after, limit: size + 1 });
  const rows = await reader.query<Record<string, unknown>>(sql, values);
  const nodes = fromRows(reader, Conversation, rows.slice(0, size));
  const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: node[property], id: node.id }, list), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

interface PageBounds {
  column: string;
  direction: ConversationOrder['direction'];
  after: Keyset | null;
  limit: number;
}

/**
 * One statement for a page. The indexes behind the views give the order for one placement and one status, so a filter with
 * several of them is read as the first rows of each, put together: a page costs the same however many rows there are.
 */
function pageQuery(filter: ConversationFilter, visible: VisibleInboxes, viewerId: string | null, page: PageBounds): Condition {
  const { column, direction, after, limit } = page;
  const order = `ORDER BY ${column} ${direction}, c.id ${direction} LIMIT ?`;
  const beyond = after ? `AND (${column}, c.id) ${direction === 'ASC' ? '>' : '<'} (?, ?)` : '';
  const branches = branchesOf(filter).map((branch) => {
    const condition = compileFilter(branch, visible, viewerId);
    const values = [...condition.values, ...(after ? [after.value, after.id] : []), limit];
    return { sql: `SELECT c.* FROM conversation c WHERE ${condition.sql} ${beyond} ${order}`, values };
  });
  const [only] = branches;
  if (only && branches.length === 1) return only;
  const union = branches.map((branch) => `SELECT * FROM (${branch.sql}) b`).join(' UNION ALL ');
  return { sql: `SELECT c.* FROM (${union}) c ${order}`, values: [...branches.flatMap((branch) => branch.values), limit] };
}

const STATUSES = ['OPEN', 'SNOOZED', 'CLOSED'] as const;

/** The filter for each placement and status that it lets through. */
export function branchesOf(filter: ConversationFilter): ConversationFilter[] {
  const placements = [...new Set(filter.placement ?? (['INBOX'] as const))];
  const statuses = [...new Set(filter.status ?? STATUSES)];
  const branches = placements.flatMap((placement) => {
    return statuses.map((status) => ({ ...filter, placement: [placement], status: [status] }));
  });
  return branches.length > 0 ? branches : [filter];
}

function numbered(keyset: Keyset): Keyset {
  if (typeof keyset.value === 'number' && Number.isSafeInteger(keyset.value)) return keyset;
  throw new DomainError('INVALID', 'after is not a cursor of this list. Start again without it.', { path: ['after'] });
}
