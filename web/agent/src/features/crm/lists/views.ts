import type { RecordType } from '../../../generated/crm.js';
import type { ListShown, SavedViewList } from '../../../generated/graphql.js';
import type { ListSearch } from '../listSearch.js';
import { factOf, factText } from './facts.js';

/** The list of each type of record, as views name it. */
export const LIST_OF: Record<RecordType, Exclude<SavedViewList, 'CONVERSATIONS' | 'CONTACTS'>> = {
  TICKET: 'TICKETS',
  DEAL: 'DEALS',
  TASK: 'TASKS',
  NOTE: 'NOTES',
  CALL: 'CALLS',
  MEETING: 'MEETINGS',
  COMPANY: 'COMPANIES',
};
export type RecordList = (typeof LIST_OF)[RecordType];
/** Every list of this part. */
export type CrmList = RecordList | 'CONTACTS';

/** Where a list is in addresses. */
export const pathOf = (list: CrmList): string => list.toLowerCase();

/** Lists that can be under way or done, and those whose usual owner is who looks. */
export const hasState = (list: CrmList): boolean => list === 'TICKETS' || list === 'DEALS' || list === 'TASKS';
/** Who owns what is listed, where nothing else is said. */
export const usualOwner = (list: CrmList): string => (list === 'TASKS' ? 'me' : 'all');
/** Tasks are read by when they are due, all else newest first. */
export const usualOrder = (list: CrmList): 'newest' | 'oldest' => (list === 'TASKS' ? 'oldest' : 'newest');

const STATES = { open: 'OPEN', done: 'DONE', all: 'ALL' } as const;
const WORDS = { OPEN: 'open', DONE: 'done', ALL: 'all' } as const;

/** What a list shows, in the form in which a view keeps it. */
export function shownOf(list: CrmList, search: ListSearch, columns: readonly string[]): ListShown {
  const owner = search.owner ?? usualOwner(list);
  return {
    search: search.q ?? null,
    ownerId: owner === 'all' ? null : owner,
    pipelineId: search.pipeline ?? null,
    stageId: search.stage ?? null,
    state: hasState(list) && !search.bin ? STATES[search.state ?? 'open'] : null,
    deleted: search.bin ?? null,
    fact: factOf(search.fact),
    order: (search.order ?? usualOrder(list)) === 'newest' ? 'NEWEST' : 'OLDEST',
    columns: [...columns],
  };
}

/** What a view holds, in the form of the address. */
export function searchOf(list: CrmList, shown: ListShown): ListSearch {
  const unless = <Word>(word: Word, usual: Word): Word | undefined => (word === usual ? undefined : word);
  return {
    q: shown.search ?? undefined,
    owner: unless(String(shown.ownerId ?? 'all'), usualOwner(list)),
    pipeline: shown.pipelineId?.toString(),
    stage: shown.stageId?.toString(),
    state: unless(WORDS[shown.state ?? 'OPEN'], 'open'),
    bin: shown.deleted ? true : undefined,
    fact: shown.fact ? factText(shown.fact) : undefined,
    order: unless(shown.order === 'OLDEST' ? 'oldest' : 'newest', usualOrder(list)),
    cols: shown.columns ? shown.columns.join() : undefined,
  };
}
