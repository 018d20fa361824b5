import type { StatusChoice } from '../inbox/statusChoice.js';
import type { ConversationFilter, RowFragment, SlaState } from '../../generated/graphql.js';

/** What the address bar says about what is looked for; lists are separated by commas (U32). */
export interface Find {
  q?: string | undefined;
  channel?: string | undefined;
  /** Ids of agents, or `none`. */
  assignee?: string | undefined;
  contact?: string | undefined;
  /** Ids of tags, of which any will do. */
  tag?: string | undefined;
  /** Days, both included. */
  from?: string | undefined;
  to?: string | undefined;
  unread?: boolean | undefined;
  /** A file hangs on it. */
  file?: boolean | undefined;
  /** States of the clock on our next answer, of which any will do. */
  due?: string | undefined;
  /** Looks into what was filtered, spam and trash, too. */
  where?: 'all' | undefined;
}

/** What a search can ask for at once: the filters, and the status that the list shows. */
export interface Narrowing extends Find {
  status?: StatusChoice | undefined;
}

/** What the field, the menu and the chips share. */
export interface FindProps {
  find: Find;
  inboxId: string;
  onFind: (part: Partial<Narrowing>) => void;
  /** Moves on into the list. */
  onDown: () => void;
}

const NOBODY = 'none';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads what is looked for from the address bar; what makes no sense is left out. */
export function findOf(search: Record<string, unknown>): Find {
  const text = (name: string): string | undefined => {
    const value = search[name];
    const words = typeof value === 'number' ? String(value) : value;
    return typeof words === 'string' && words.trim() !== '' ? words : undefined;
  };
  const day = (name: string): string | undefined => (DAY.test(text(name) ?? '') ? text(name) : undefined);
  const find: Find = {
    q: text('q'),
    channel: text('channel'),
    assignee: text('assignee'),
    contact: text('contact'),
    tag: text('tag'),
    from: day('from'),
    to: day('to'),
    unread: search['unread'] === true || search['unread'] === 1 ? true : undefined,
    file: search['file'] === true || search['file'] === 1 ? true : undefined,
    due: textOf(listOf(text('due')).filter(isDueState)),
    where: search['where'] === 'all' ? 'all' : undefined,
  };
  return Object.fromEntries(Object.entries(find).filter(([, value]) => value !== undefined));
}

export const listOf = (value: string | undefined): string[] => (value ? value.split(',').filter(Boolean) : []);
export const textOf = (values: readonly string[]): string | undefined => values.join(',') || undefined;

/** Whether anything but words narrows the list. */
export const narrows = ({ q: _, ...filters }: Find): boolean => Object.values(filters).some((value) => value !== undefined);

/** Takes every filter away; the words stay. */
export const NO_FILTERS: Omit<Find, 'q'> = {
  channel: undefined,
  assignee: undefined,
  contact: undefined,
  tag: undefined,
  from: undefined,
  to: undefined,
  unread: undefined,
  file: undefined,
  due: undefined,
  where: undefined,
};

/** The states of the clock on our next answer. */
export const DUE_STATES = ['MISSED', 'RUNNING', 'PAUSED'] as const satisfies readonly SlaState[];
const isDueState = (value: string): value is SlaState => (DUE_STATES as readonly string[]).includes(value);

export const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The filter of a view, narrowed; both must hold. */
export function narrowed(filter: ConversationFilter, find: Find): ConversationFilter {
  const made: ConversationFilter = { ...filter };
  if (find.where === 'all' && !made.placement) made.placement = ['INBOX', 'FILTERED', 'SPAM', 'TRASH'];
  if (find.channel) made.channelViews = both(made.channelViews, listOf(find.channel));
  if (find.assignee) {
    const ids = listOf(find.assignee).map((id) => (id === NOBODY ? null : id));
    made.assigneeIds = both(made.assigneeIds as (string | null)[] | null | undefined, ids) as string[];
  }
  if (find.contact) made.contactId = find.contact;
  if (find.tag) made.tagIds = listOf(find.tag);
  if (find.unread) made.unread = true;
  if (find.file) made.hasAttachment = true;
  if (find.due) made.sla = listOf(find.due).filter(isDueState);
  if (find.from || find.to) made.activity = { from: find.from ?? null, to: find.to ?? null, timeZone: zone() };
  return made;
}

function both<T>(given: readonly T[] | null | undefined, wanted: readonly T[]): T[] {
  return given ? wanted.filter((one) => given.includes(one)) : [...wanted];
}

/** The part of the server's rule that narrowing needs, to keep a list current without asking again. */
export function fits(row: RowFragment, { contactId, tagIds, unread, activity, sla }: ConversationFilter): boolean {
  if (sla && !sla.some((state) => state === dueState(row))) return false;
  if (tagIds && !row.tags.some(({ id }) => tagIds.includes(id))) return false;
  if (contactId && row.contact?.id !== contactId) return false;
  if (unread != null && row.unread !== unread) return false;
  if (!activity) return true;
  const day = new Date(row.lastMessageAt).toLocaleDateString('sv-SE', { timeZone: activity.timeZone });
  return (!activity.from || day >= activity.from) && (!activity.to || day <= activity.to);
}

function dueState({ sla }: RowFragment): SlaState | null {
  if (!sla) return null;
  if (sla.paused) return 'PAUSED';
  return sla.missedAt === null ? 'RUNNING' : 'MISSED';
}
