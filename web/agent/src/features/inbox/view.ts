import type { ConversationFilter, ConversationStatus, Placement, RowFragment } from '../../generated/graphql.js';

/** Which status the list shows. */
export type StatusChoice = 'open' | 'closed' | 'any';
/** What the address bar says about a list. */
export interface ViewSpec {
  inboxId: string;
  view: string;
  status: StatusChoice;
  viewerId: string;
}

const PLACES: Record<string, Placement> = { filtered: 'FILTERED', spam: 'SPAM', trash: 'TRASH' };
const STATUSES: Record<StatusChoice, ConversationStatus[] | null> = { open: ['OPEN'], closed: ['CLOSED'], any: null };

/** The filter of a built-in view. A view for a channel names the plugin's own word, so no channel is known here. */
export function filterOf({ inboxId, view, status, viewerId }: ViewSpec): ConversationFilter {
  const filter: ConversationFilter = {};
  if (inboxId !== 'any') filter.inboxIds = [inboxId];
  const place = PLACES[view];
  if (place) return { ...filter, placement: [place] };
  const statuses = STATUSES[status];
  if (statuses) filter.status = statuses;
  if (view === 'mine') filter.assigneeIds = [viewerId];
  if (view === 'unassigned') filter.assigneeIds = [null];
  if (view.startsWith('channel-')) filter.channelViews = [view.slice('channel-'.length)];
  return filter;
}

/** Whether a conversation belongs in a list with this filter: the server's rule, to keep a list current without asking again. */
export function matches(row: RowFragment, filter: ConversationFilter): boolean {
  if (!(filter.placement ?? ['INBOX']).includes(row.placement)) return false;
  if (filter.inboxIds && !filter.inboxIds.includes(row.inbox.id)) return false;
  if (filter.status && !filter.status.includes(row.status)) return false;
  if (filter.channelViews && !filter.channelViews.includes(row.channelView ?? '')) return false;
  const assignees = filter.assigneeIds as (string | null)[] | null | undefined;
  return !assignees || assignees.includes(row.assignee?.id ?? null);
}
