import { INBOX_ROLE_RANK, isAdmin, type Principal, type VisibleInboxes, visibleInboxes } from '../../kernel/access.js';
import { placeholders } from '../../kernel/rows.js';

/** A condition on rows `q` of a report. */
export interface Condition {
  sql: string;
  values: string[];
}

/** What a report is narrowed to; an empty list is no limit. */
export interface Narrowing {
  inboxIds: readonly string[];
  channelIds: readonly string[];
  agentIds: readonly string[];
}

/**
 * In which inboxes somebody may see what each agent did: the figures of an inbox are for all who see it, those of single people for who
 * works there, owners and admins, and programs. Who only reads along, and the free seats with him, sees no colleague measured.
 */
export function agentInboxes(principal: Principal): VisibleInboxes {
  const visible = visibleInboxes(principal);
  if (principal.kind !== 'user' || isAdmin(principal) || visible.all) return visible;
  const works = (id: string): boolean => {
    const role = principal.inboxRoles.get(id);
    return role !== undefined && INBOX_ROLE_RANK[role] >= INBOX_ROLE_RANK.AGENT;
  };
  return { all: false, inboxIds: visible.inboxIds.filter(works) };
}

/** The inboxes of a set. */
export function inInboxes(inboxes: VisibleInboxes): Condition {
  return inboxes.all ? { sql: '1 = 1', values: [] } : among('inbox_id', inboxes.inboxIds);
}

/** What a principal may see of a report that is narrowed so; one of agents only where he may see these. */
export function conditionOf(principal: Principal, { inboxIds, channelIds, agentIds }: Narrowing): Condition {
  const inboxes = agentIds.length > 0 ? agentInboxes(principal) : visibleInboxes(principal);
  const parts = [inInboxes(inboxes)];
  if (inboxIds.length > 0) parts.push(among('inbox_id', inboxIds));
  if (channelIds.length > 0) parts.push(among('channel_id', channelIds));
  if (agentIds.length > 0) parts.push(among('agent_id', agentIds));
  return allOf(parts);
}

/** All of them at once. */
export function allOf(parts: readonly Condition[]): Condition {
  return { sql: parts.map(({ sql }) => `(${sql})`).join(' AND '), values: parts.flatMap(({ values }) => values) };
}

function among(column: string, ids: readonly string[]): Condition {
  return ids.length === 0 ? { sql: '1 = 0', values: [] } : { sql: `q.${column} IN (${placeholders(ids)})`, values: [...ids] };
}
