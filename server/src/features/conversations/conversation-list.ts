import { decodeCursor, encodeCursor, type Keyset, pageSize } from '../../kernel/keyset.js';
import type { VisibleInboxes } from '../../kernel/access.js';
import { DomainError } from '../../kernel/errors.js';
import { fromRows } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { compileFilter, type Condition, type ConversationFilter, filterText } from './conversation-filter.js';
import { Conversation } from './conversation.entity.js';

/** How a list is ordered; newest activity first unless said otherwise (S31). */
export interface ConversationOrder {
  field: 'LAST_MESSAGE_AT' | 'CREATED_AT' | 'DUE_AT';
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

const COLUMNS = { LAST_MESSAGE_AT: 'c.last_message_at', CREATED_AT: 'c.created_at' } as const;

/** By which a row is found again; what has no due time comes after all that has, so it counts downwards from zero. */
const PLACES = {
  LAST_MESSAGE_AT: ({ lastMessageAt }: Conversation): number => lastMessageAt,
  CREATED_AT: ({ createdAt }: Conversation): number => createdAt,
  DUE_AT: ({ slaDueAt, lastMessageAt }: Conversation): number => slaDueAt ?? -lastMessageAt,
} as const;

type Rows = Record<string, unknown>[];
type ReadPage = (page: PageBounds) => Promise<Rows>;

/** A page of conversations by keyset, in one statement at any depth. */
export async function listConversations(
  reader: Reader,
  listing: ConversationListing,
  visible: VisibleInboxes,
  viewerId: string | null,
): Promise<ConversationPage> {
  const size = pageSize(listing.first);
  const { field, direction } = listing.order ?? { field: 'LAST_MESSAGE_AT', direction: 'DESC' };
  const list = `conversations:${field}:${direction}:${filterText(listing.filter ?? {})}`;
  const after: Place | null = listing.after ? numbered(decodeCursor(listing.after, list)) : null;
  const read: ReadPage = (page) => {
    const filter = listing.filter ?? {};
    const branches = comesInOrder(reader, filter, page) ? [filter] : branchesOf(filter);
    const { sql, values } = pageQuery(branches, visible, viewerId, page);
    return reader.query<Record<string, unknown>>(sql, values);
  };
  const limit = size + 1;
  if (field === 'DUE_AT' && direction === 'DESC')
    throw new DomainError('INVALID', 'What is due is listed from the first on: ASC.', { path: ['order', 'direction'] });
  const rows =
    field === 'DUE_AT' ? await dueFirst(read, after, limit) : await read({ column: COLUMNS[field], direction, after, limit });
  const nodes = fromRows(reader, Conversation, rows.slice(0, size));
  const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: PLACES[field](node), id: node.id }, list), node }));
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

interface Place extends Keyset {
  value: number;
}
interface PageBounds {
  column: string;
  direction: ConversationOrder['direction'];
  after: Place | null;
  limit: number;
  /** What else holds for all of the page. */
  only?: string;
}

/** What is due, the first first, and then all the rest, newest first: each from an index of its own. */
async function dueFirst(read: ReadPage, after: Place | null, limit: number): Promise<Rows> {
  const inDue = after === null || after.value > 0;
  const due = inDue
    ? await read({ column: 'c.sla_due_at', direction: 'ASC', after, limit, only: 'c.sla_due_at IS NOT NULL' })
    : [];
  if (due.length >= limit) return due;
  const rest = inDue ? null : { ...after, value: -after.value };
  const of = { column: COLUMNS.LAST_MESSAGE_AT, direction: 'DESC' as const, only: 'c.sla_due_at IS NULL' };
  return [...due, ...(await read({ ...of, after: rest, limit: limit - due.length }))];
}

/**
 * One statement for a page. The indexes behind the views give the order for one placement and one status, so a filter with
 * several of them is read as the first rows of each, put together: a page costs the same however many rows there are.
 */
function pageQuery(
  filters: readonly ConversationFilter[],
  visible: VisibleInboxes,
  viewerId: string | null,
  page: PageBounds,
): Condition {
  const { column, direction, after, limit, only } = page;
  const order = `ORDER BY ${column} ${direction}, c.id ${direction} LIMIT ?`;
  const beyond = after ? `AND (${column}, c.id) ${direction === 'ASC' ? '>' : '<'} (?, ?)` : '';
  const branches = filters.map((branch) => {
    const condition = compileFilter(branch, visible, viewerId);
    const values = [...condition.values, ...(after ? [after.value, after.id] : []), limit];
    const more = only ? `AND ${only}` : '';
    return { sql: `SELECT c.* FROM conversation c WHERE ${condition.sql} ${more} ${beyond} ${order}`, values };
  });
  const [first] = branches;
  if (first && branches.length === 1) return first;
  const union = branches.map((branch) => `SELECT * FROM (${branch.sql}) b`).join(' UNION ALL ');
  return { sql: `SELECT c.* FROM (${union}) c ${order}`, values: [...branches.flatMap((branch) => branch.values), limit] };
}

/**
 * Whether one index gives all of a contact's conversations in this order: PostgreSQL takes longer to plan the branches than to read the rows.
 * SQLite plans in no time, and without statistics might take the index of the statuses.
 */
function comesInOrder({ dialect }: Reader, { contactId, status }: ConversationFilter, { column }: PageBounds): boolean {
  return dialect === 'postgres' && Boolean(contactId) && !status && column === COLUMNS.LAST_MESSAGE_AT;
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

function numbered({ value, id }: Keyset): Place {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return { value, id };
  throw new DomainError('INVALID', 'after is not a cursor of this list. Start again without it.', { path: ['after'] });
}
