import { visibleInboxes, type VisibleInboxes } from '../../kernel/access.js';
import type { Ctx } from '../../kernel/context.js';
import { DomainError } from '../../kernel/errors.js';
import { decodeCursor, encodeCursor, type Keyset, pageSize } from '../../kernel/keyset.js';
import { placeholders } from '../../kernel/rows.js';
import type { Reader } from '../../kernel/uow.js';
import { type ContactChange, changesOfContact } from '../contacts/index.js';
import type { RecordType } from './record-rules.js';
import { seen } from './record.repository.js';

/** What stands in the timeline of a contact. */
export type TimelineKind = 'CONVERSATION' | 'CHANGE' | RecordType;

export interface TimelinePage {
  kinds?: TimelineKind[] | null;
  first?: number | null;
  after?: string | null;
}

/** One row of it; the node is loaded by its own resolver. */
export interface TimelineRow {
  id: string;
  at: number;
  /** Of a change, which is no node. */
  change?: ContactChange;
}

const ALL: readonly TimelineKind[] = ['CONVERSATION', 'TICKET', 'DEAL', 'TASK', 'NOTE', 'CALL', 'MEETING', 'COMPANY', 'CHANGE'];

/**
 * Everything about a contact that the viewer may see, newest first: conversations by their last word, all else by when it was made.
 * Three pages by index, put together: it costs the same however much there is.
 */
export async function contactTimeline(ctx: Ctx, reader: Reader, contactId: string, { kinds, first, after }: TimelinePage) {
  const size = pageSize(first);
  const asked = [...new Set(kinds ?? ALL)];
  const list = `timeline:${contactId}:${asked.toSorted().join()}`;
  const from = after ? decodeCursor(after, list) : null;
  if (from && typeof from.value !== 'number')
    throw new DomainError('INVALID', 'after is not a cursor of this list.', { path: ['after'] });
  const page = { contactId, visible: visibleInboxes(ctx.principal), after: from, limit: size + 1 };
  const types = asked.filter((kind) => kind !== 'CONVERSATION' && kind !== 'CHANGE');
  const found = await Promise.all([
    asked.includes('CONVERSATION') ? conversationsOf(reader, page) : [],
    types.length > 0 ? recordsOf(reader, page, types) : [],
    asked.includes('CHANGE') ? changesIn(reader, page) : [],
  ]);
  const rows = found
    .flat()
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .slice(0, size + 1);
  const nodes = rows.slice(0, size);
  const edges = nodes.map((node) => ({ cursor: encodeCursor({ value: node.at, id: node.id }, list), node }));
  const pageInfo = {
    hasNextPage: rows.length > size,
    hasPreviousPage: from !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, nodes, pageInfo };
}

interface Part {
  contactId: string;
  visible: VisibleInboxes;
  after: Keyset | null;
  limit: number;
}

async function conversationsOf(reader: Reader, { contactId, visible, after, limit }: Part): Promise<TimelineRow[]> {
  if (!visible.all && visible.inboxIds.length === 0) return [];
  const mine = visible.all ? '' : `AND c.inbox_id IN (${placeholders(visible.inboxIds)})`;
  const beyond = after ? 'AND (c.last_message_at, c.id) < (?, ?)' : '';
  const rows = await reader.query<{ id: string; at: number | string }>(
    `SELECT c.id, c.last_message_at AS at FROM conversation c WHERE c.contact_id = ? AND c.placement NOT IN ('TRASH', 'MERGED') ${mine} ${beyond}
     ORDER BY c.last_message_at DESC, c.id DESC LIMIT ?`,
    [contactId, ...(visible.all ? [] : visible.inboxIds), ...(after ? [after.value, after.id] : []), limit],
  );
  return rows.map(({ id, at }) => ({ id, at: Number(at) }));
}

async function recordsOf(
  reader: Reader,
  { contactId, visible, after, limit }: Part,
  types: readonly string[],
): Promise<TimelineRow[]> {
  const rule = seen(visible);
  const beyond = after ? 'AND (a.at, a.from_id) < (?, ?)' : '';
  const rows = await reader.query<{ id: string; at: number | string }>(
    `SELECT a.from_id AS id, a.at FROM association a JOIN crm_record r ON r.id = a.from_id
     WHERE a.to_id = ? AND a.type IN (${placeholders(types)}) AND r.deleted_at IS NULL AND ${rule.sql} ${beyond}
     ORDER BY a.at DESC, a.from_id DESC LIMIT ?`,
    [contactId, ...types, ...rule.values, ...(after ? [after.value, after.id] : []), limit],
  );
  return rows.map(({ id, at }) => ({ id, at: Number(at) }));
}

async function changesIn(reader: Reader, page: Part): Promise<TimelineRow[]> {
  return (await changesOfContact(reader, page)).map((change) => ({ id: change.id, at: change.at, change }));
}

/** How many conversations with these contacts lie where the viewer may not look (S62). */
export async function hiddenCounts(
  reader: Reader,
  contactIds: readonly string[],
  visible: VisibleInboxes,
): Promise<Map<string, number>> {
  if (visible.all || contactIds.length === 0) return new Map();
  const foreign = visible.inboxIds.length > 0 ? `AND inbox_id NOT IN (${placeholders(visible.inboxIds)})` : '';
  const rows = await reader.query<{ contact_id: string; n: number | string }>(
    `SELECT contact_id, COUNT(*) AS n FROM conversation WHERE contact_id IN (${placeholders(contactIds)}) AND placement = 'INBOX' ${foreign} GROUP BY contact_id`,
    [...contactIds, ...visible.inboxIds],
  );
  return new Map(rows.map((row) => [row.contact_id, Number(row.n)]));
}
