import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { usePreferences } from '../../../app/preferences.js';
import { useShell } from '../../../app/ShellProvider.js';
import type { ListShown } from '../../../generated/graphql.js';
import { useSavedViews, type SavedView } from '../../search/useSavedViews.js';
import type { ListSearch } from '../listSearch.js';
import { pathOf, searchOf, usualOwner, type CrmList } from './views.js';

/** A list as it is shown: what the view holds as long as nothing was changed, else what the address says (D1, U32). */
export interface ListState {
  list: CrmList;
  search: ListSearch;
  /** Whose rows alone are listed; null for everybody's. */
  ownerId: string | null;
  view: SavedView | undefined;
  /** The view is not known yet. */
  waiting: boolean;
  /** The address names a view that is not there. */
  gone: boolean;
  /** The columns that somebody chose; undefined for the usual ones. */
  columns: readonly string[] | undefined;
  set: (part: ListSearch) => void;
  /** Undefined for the usual ones. */
  setColumns: (columns: readonly string[] | undefined) => void;
}

/** Keeps filters in the address, and columns with the view or with the person. */
export function useList(list: CrmList, asked: ListSearch): ListState {
  const navigate = useNavigate();
  const { viewer } = useShell();
  const [preferences, save] = usePreferences();
  const views = useSavedViews(list);
  const view = asked.view ? views?.find(({ id }) => id === asked.view) : undefined;
  const search = useMemo(
    () => (view && !asked.edited ? { ...searchOf(list, view.filter as ListShown), view: view.id, layout: asked.layout } : asked),
    [view, asked, list],
  );
  const set = (part: ListSearch) => {
    // As a board a view is still the view.
    const edits = asked.edited ?? Object.keys(part).some((key) => key !== 'layout');
    const next = view && !edits ? { view: view.id, ...part } : { ...search, ...part, edited: view ? (true as const) : undefined };
    void navigate({ to: '/$kind', params: { kind: pathOf(list) }, search: next, replace: true });
  };
  const kept = preferences.columns[list];
  const cols = search.cols?.split(',').filter((key) => key !== '');
  const setColumns = (columns: readonly string[] | undefined) => {
    if (view) return set({ cols: columns?.join() });
    const { [list]: _, ...others } = preferences.columns;
    save({ columns: columns ? { ...others, [list]: columns } : others });
  };
  const owner = search.owner ?? usualOwner(list);
  return {
    ...{ list, search, view, set, setColumns },
    ownerId: owner === 'all' ? null : owner === 'me' ? viewer.id : owner,
    waiting: Boolean(asked.view && !asked.edited && !views),
    gone: Boolean(asked.view && views && !view),
    columns: cols ?? (Array.isArray(kept) ? kept : undefined),
  };
}
