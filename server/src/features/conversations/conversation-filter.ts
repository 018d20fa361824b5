import type { VisibleInboxes } from '../../kernel/access.js';
import { placeholders } from '../../kernel/rows.js';
import type { Conversation } from './conversation.entity.js';
import { UNREAD_CONDITION } from './unread.js';

/** The one filter language over conversations; what is given must all hold. */
export interface ConversationFilter {
  inboxIds?: string[] | null;
  placement?: Conversation['placement'][] | null;
  status?: Conversation['status'][] | null;
  /** Null in the list means nobody. */
  assigneeIds?: (string | null)[] | null;
  contactId?: string | null;
  channelViews?: string[] | null;
  unread?: boolean | null;
}

/** A condition on conversation `c` with its parameters. */
export interface Condition {
  sql: string;
  values: unknown[];
}

const NOTHING: Condition = { sql: '1 = 0', values: [] };
const EVERYTHING: Condition = { sql: '1 = 1', values: [] };

/** The filter as SQL, with what may be seen at all (S6) in it; `viewerId` is null for who has nothing to read. */
export function compileFilter(filter: ConversationFilter, visible: VisibleInboxes, viewerId: string | null): Condition {
  return and([
    visible.all ? null : isIn('c.inbox_id', visible.inboxIds),
    filter.inboxIds ? isIn('c.inbox_id', filter.inboxIds) : null,
    isIn('c.placement', filter.placement ?? ['INBOX']),
    filter.status ? isIn('c.status', filter.status) : null,
    filter.assigneeIds ? assigned(filter.assigneeIds) : null,
    filter.contactId ? { sql: 'c.contact_id = ?', values: [filter.contactId] } : null,
    filter.channelViews ? isIn('c.view_id', filter.channelViews) : null,
    filter.unread == null ? null : unread(filter.unread, viewerId),
  ]);
}

function and(conditions: (Condition | null)[]): Condition {
  const given = conditions.filter((condition) => condition !== null);
  return { sql: given.map((condition) => condition.sql).join(' AND '), values: given.flatMap((condition) => condition.values) };
}

function isIn(column: string, values: readonly string[]): Condition {
  if (values.length === 0) return NOTHING;
  // One value as an equality, so that the indexes behind the views give their order without a sort.
  if (values.length === 1) return { sql: `${column} = ?`, values: [values[0]] };
  return { sql: `${column} IN (${placeholders(values)})`, values: [...values] };
}

function assigned(ids: readonly (string | null)[]): Condition {
  const named = ids.filter((id) => id !== null);
  if (named.length === ids.length) return isIn('c.assignee_user_id', named);
  if (named.length === 0) return { sql: 'c.assignee_user_id IS NULL', values: [] };
  const some = isIn('c.assignee_user_id', named);
  return { sql: `(c.assignee_user_id IS NULL OR ${some.sql})`, values: some.values };
}

function unread(wanted: boolean, viewerId: string | null): Condition {
  if (viewerId === null) return wanted ? NOTHING : EVERYTHING;
  return { sql: wanted ? UNREAD_CONDITION : `NOT ${UNREAD_CONDITION}`, values: [viewerId, viewerId] };
}
