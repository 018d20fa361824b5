import type { VisibleInboxes } from '../../kernel/access.js';
import { kindOfId } from '../../kernel/ids.js';
import { placeholders } from '../../kernel/rows.js';
import type { Conversation } from './conversation.entity.js';
import { type DayRange, momentsOf } from './days.js';
import { UNREAD_CONDITION } from './unread.js';

/** The one filter language over conversations; what is given must all hold. */
export interface ConversationFilter {
  inboxIds?: string[] | null;
  placement?: Conversation['placement'][] | null;
  status?: Conversation['status'][] | null;
  /** Agents and teams; null in the list means neither, `me` whoever asks. */
  assigneeIds?: (string | null)[] | null;
  contactId?: string | null;
  channelViews?: string[] | null;
  unread?: boolean | null;
  /** By the last message (S14). */
  activity?: DayRange | null;
  /** Of the viewer. */
  mentioned?: boolean | null;
  tagIds?: string[] | null;
  /** A bot has the word and nobody owns it: the view Bots (S23). */
  heldByBot?: boolean | null;
  /** By the clock on our next answer (D37). */
  sla?: (keyof typeof CLOCKS)[] | null;
  /** A message or comment of it has a file that is no picture of its text (S9). */
  hasAttachment?: boolean | null;
}

/** A condition on conversation `c` with its parameters. */
export interface Condition {
  sql: string;
  values: unknown[];
}

const CLOCKS = {
  MISSED: '(c.sla_due_at IS NOT NULL AND c.sla_missed_at IS NOT NULL)',
  RUNNING: '(c.sla_due_at IS NOT NULL AND c.sla_missed_at IS NULL)',
  PAUSED: `(c.sla_since IS NOT NULL AND c.sla_due_at IS NULL AND c.placement = 'INBOX' AND c.status <> 'CLOSED')`,
} as const;

const NOTHING: Condition = { sql: '1 = 0', values: [] };
const EVERYTHING: Condition = { sql: '1 = 1', values: [] };

/** The filter as SQL, with what may be seen at all (S6) in it; `viewerId` is null for who has nothing to read. */
export function compileFilter(filter: ConversationFilter, visible: VisibleInboxes, viewerId: string | null): Condition {
  return and([
    visible.all ? null : isIn('c.inbox_id', visible.inboxIds),
    filter.inboxIds ? isIn('c.inbox_id', filter.inboxIds) : null,
    isIn('c.placement', filter.placement ?? ['INBOX']),
    filter.status ? isIn('c.status', filter.status) : null,
    filter.assigneeIds ? assigned(filter.assigneeIds, viewerId) : null,
    filter.contactId ? { sql: 'c.contact_id = ?', values: [filter.contactId] } : null,
    filter.channelViews ? isIn('c.view_id', filter.channelViews) : null,
    filter.unread == null ? null : unread(filter.unread, viewerId),
    filter.activity ? active(filter.activity) : null,
    filter.mentioned ? mentioned(viewerId) : null,
    filter.tagIds ? tagged(filter.tagIds) : null,
    filter.heldByBot == null ? null : held(filter.heldByBot),
    filter.sla ? clocked(filter.sla) : null,
    filter.hasAttachment == null ? null : withFile(filter.hasAttachment),
  ]);
}

/** The filter in a form in which two that mean the same are the same text. */
export function filterText(filter: ConversationFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  const sorted = given.map(([key, value]) => [key, Array.isArray(value) ? [...value].map(String).sort() : value] as const);
  return JSON.stringify(sorted.sort(([a], [b]) => (a < b ? -1 : 1)));
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

/** Stands for whoever asks, so that one saved view can be everybody's own. */
const ME = 'me';

function assigned(given: readonly (string | null)[], viewerId: string | null): Condition {
  // A token is nobody to whom something is assigned; an empty id is nobody's.
  const ids = given.map((id) => (id === ME ? (viewerId ?? '') : id));
  const named = ids.filter((id) => id !== null);
  const [teams, agents] = [named.filter(isTeam), named.filter((id) => !isTeam(id))];
  const any: Condition[] = [];
  if (agents.length > 0) any.push(isIn('c.assignee_user_id', agents));
  if (teams.length > 0) any.push(isIn('c.assignee_team_id', teams));
  if (named.length < ids.length) any.push({ sql: '(c.assignee_user_id IS NULL AND c.assignee_team_id IS NULL)', values: [] });
  const [only] = any;
  if (!only) return NOTHING;
  if (any.length === 1) return only;
  return { sql: `(${any.map(({ sql }) => sql).join(' OR ')})`, values: any.flatMap(({ values }) => values) };
}

function isTeam(id: string): boolean {
  return kindOfId(id) === 'team';
}

function mentioned(viewerId: string | null): Condition {
  const sql = 'EXISTS (SELECT 1 FROM mention mn WHERE mn.conversation_id = c.id AND mn.user_id = ?)';
  return viewerId === null ? NOTHING : { sql, values: [viewerId] };
}

/** In the words of its index. */
function held(wanted: boolean): Condition {
  const sql = `c.bot_control = 'BOT_ACTIVE' AND c.assignee_user_id IS NULL`;
  return { sql: wanted ? sql : `NOT (${sql})`, values: [] };
}

function clocked(states: readonly (keyof typeof CLOCKS)[]): Condition {
  const any = [...new Set(states)].map((state) => CLOCKS[state]);
  return any.length === 0 ? NOTHING : { sql: `(${any.join(' OR ')})`, values: [] };
}

/** In the words of its indexes. */
function withFile(wanted: boolean): Condition {
  return { sql: wanted ? 'c.has_file' : 'NOT c.has_file', values: [] };
}

function tagged(ids: readonly string[]): Condition {
  if (ids.length === 0) return NOTHING;
  const { sql, values } = isIn('ct.tag_id', ids);
  return { sql: `EXISTS (SELECT 1 FROM conversation_tag ct WHERE ct.conversation_id = c.id AND ${sql})`, values };
}

function unread(wanted: boolean, viewerId: string | null): Condition {
  if (viewerId === null) return wanted ? NOTHING : EVERYTHING;
  return { sql: wanted ? UNREAD_CONDITION : `NOT ${UNREAD_CONDITION}`, values: [viewerId, viewerId] };
}

function active(range: DayRange): Condition {
  const { from, before } = momentsOf(range, ['filter', 'activity']);
  const bounds: Condition[] = [];
  if (from !== null) bounds.push({ sql: 'c.last_message_at >= ?', values: [from] });
  if (before !== null) bounds.push({ sql: 'c.last_message_at < ?', values: [before] });
  return bounds.length === 0 ? EVERYTHING : and(bounds);
}
