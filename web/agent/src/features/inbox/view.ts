import type { ConversationFilter, ConversationStatus, Placement, RowFragment } from '../../generated/graphql.js';
import { fits, narrowed, type Find } from '../search/find.js';
import type { StatusChoice } from './statusChoice.js';

/** In which order a list stands. */
export type ListOrder = 'newest' | 'due';
/** What the address bar says about a list. */
export interface ViewSpec {
  inboxId: string;
  view: string;
  status: StatusChoice;
  viewerId: string;
  /** What is looked for in it. */
  find?: Find;
  /** What a saved view holds. */
  saved?: ConversationFilter | undefined;
  order?: ListOrder;
}

const PLACES: Record<string, Placement> = { filtered: 'FILTERED', spam: 'SPAM', trash: 'TRASH' };
const STATUSES: Record<StatusChoice, ConversationStatus[] | null> = {
  open: ['OPEN'],
  snoozed: ['SNOOZED'],
  closed: ['CLOSED'],
  any: null,
};

/** The filter of a built-in view. A view for a channel names the plugin's own word, so no channel is known here. */
export function filterOf(spec: ViewSpec): ConversationFilter {
  return narrowed(ofView(spec), spec.find ?? {});
}

/** The choice of status that a saved view comes with. */
export function choiceOf(saved: ConversationFilter): StatusChoice {
  const [only, more] = saved.status ?? [];
  if (more || (only !== 'OPEN' && only !== 'CLOSED')) return 'any';
  return only === 'OPEN' ? 'open' : 'closed';
}

function ofSaved(saved: ConversationFilter, status: StatusChoice, viewerId: string): ConversationFilter {
  const filter = { ...saved };
  if (status !== choiceOf(saved)) filter.status = STATUSES[status];
  const assignees = saved.assigneeIds as (string | null)[] | null | undefined;
  if (assignees) filter.assigneeIds = assignees.map((id) => (id === 'me' ? viewerId : id)) as string[];
  return filter;
}

function ofView({ inboxId, view, status, viewerId, find, saved }: ViewSpec): ConversationFilter {
  if (saved && find?.q === undefined) return ofSaved(saved, status, viewerId);
  const filter: ConversationFilter = {};
  if (inboxId !== 'any') filter.inboxIds = [inboxId];
  const place = PLACES[view];
  if (place) return { ...filter, placement: [place] };
  // Where one was called may be closed by now.
  if (view === 'mentions')
    return status === 'open' ? { ...filter, mentioned: true } : { ...filter, ...only(status), mentioned: true };
  const statuses = STATUSES[status];
  if (statuses) filter.status = statuses;
  // Who looks for words means the whole inbox, whichever view he was in.
  if (find?.q !== undefined) return filter;
  if (view === 'mine') filter.assigneeIds = [viewerId];
  if (view === 'unassigned') filter.assigneeIds = [null];
  if (view.startsWith('team-')) filter.assigneeIds = [view.slice('team-'.length)];
  if (view === 'bots') filter.heldByBot = true;
  if (view.startsWith('channel-')) filter.channelViews = [view.slice('channel-'.length)];
  return filter;
}

const only = (status: StatusChoice): ConversationFilter => ({ status: STATUSES[status] });

/** Whether it is with an agent or a team, or with null with neither. */
function isWith({ assignee, assigneeTeam }: RowFragment, id: string | null): boolean {
  return id === null ? assignee === null && assigneeTeam === null : assignee?.id === id || assigneeTeam?.id === id;
}

/** Whether a conversation belongs in a list with this filter: the server's rule, to keep a list current without asking again. */
export function matches(row: RowFragment, filter: ConversationFilter): boolean {
  if (!(filter.placement ?? ['INBOX']).includes(row.placement)) return false;
  if (filter.inboxIds && !filter.inboxIds.includes(row.inbox.id)) return false;
  if (filter.status && !filter.status.includes(row.status)) return false;
  if (filter.channelViews && !filter.channelViews.includes(row.channelView ?? '')) return false;
  if (filter.heldByBot && (row.botControl !== 'BOT_ACTIVE' || row.assignee)) return false;
  if (filter.mentioned && row.mentioned === null) return false;
  if (filter.tagIds && !row.tags.some(({ id }) => filter.tagIds?.includes(id))) return false;
  const assignees = filter.assigneeIds as (string | null)[] | null | undefined;
  if (assignees && !assignees.some((id) => isWith(row, id))) return false;
  return fits(row, filter);
}
