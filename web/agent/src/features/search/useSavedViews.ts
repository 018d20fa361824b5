import { useCallback, useEffect } from 'react';
import { useClient, useQuery } from 'urql';
import { outcomeText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { toast } from '../../app/toasts.js';
import {
  DeleteViewDocument,
  OrderViewsDocument,
  SavedViewsDocument,
  SaveViewDocument,
  type ConversationFilter,
  type ListShown,
  type SavedViewItemFragment,
  type SavedViewList,
  type SavedViewSaveInput,
} from '../../generated/graphql.js';

export type SavedView = SavedViewItemFragment;

/** How a saved view stands in the address. */
export const keyOf = (view: Pick<SavedView, 'id'>): string => `v-${view.id}`;
export const isSaved = (key: string): boolean => key.startsWith('v-');
export const filterOfView = (view: SavedView): ConversationFilter => view.filter as ConversationFilter;

/** What a saved view holds, in the form in which its list takes it. */
export const contentOfView = ({ list, filter }: SavedView): Pick<SavedViewSaveInput, 'filter' | 'shown'> =>
  list === 'CONVERSATIONS' ? { filter: filter as ConversationFilter } : { shown: filter as ListShown };

/** The saved views that this person has of a list; undefined until they are known. */
export function useSavedViews(list: SavedViewList = 'CONVERSATIONS'): readonly SavedView[] | undefined {
  const [{ data }] = useQuery({ query: SavedViewsDocument, variables: { list } });
  return data?.savedViews;
}

/** Counts are read again this long after something changed: they are counted, not kept. */
const COUNT_AFTER = 4000;

/** Reads the views again when one of them changes, and their counts after conversations did. */
export function useFollowSavedViews(list: SavedViewList = 'CONVERSATIONS'): void {
  const { live } = useServices();
  const client = useClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let due = Infinity;
    const read = () => {
      timer = undefined;
      due = Infinity;
      void client.query(SavedViewsDocument, { list }, { requestPolicy: 'network-only' }).toPromise();
    };
    const soon = (delay: number) => {
      const at = performance.now() + delay;
      if (at >= due) return;
      clearTimeout(timer);
      due = at;
      timer = setTimeout(read, delay);
    };
    const stop = live.onChange(({ type, nodeId, conversationId }) => {
      if (type === 'RESYNC' || nodeId?.startsWith('svw_')) return soon(100);
      if (list !== 'CONVERSATIONS') return;
      const views = client.readQuery(SavedViewsDocument, { list })?.data?.savedViews ?? [];
      if (conversationId && views.length > 0) soon(COUNT_AFTER);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [live, client, list]);
}

/** What can be done with the saved views of a list; each says what went wrong, deleting can be taken back. */
export function useViewActions(list: SavedViewList = 'CONVERSATIONS') {
  const t = useT();
  const client = useClient();
  const reread = useCallback(
    () => client.query(SavedViewsDocument, { list }, { requestPolicy: 'network-only' }).toPromise(),
    [client, list],
  );
  /** What was wrong, or null. */
  const save = useCallback(
    async (input: SavedViewSaveInput): Promise<string | null> => {
      const { data, error } = await client.mutation(SaveViewDocument, { input }).toPromise();
      const failed = outcomeText(t, error, data?.savedViewSave.userErrors);
      if (failed === null) await reread();
      return failed;
    },
    [client, t, reread],
  );
  const remove = useCallback(
    async (view: SavedView) => {
      const { id, version, name, audience, team } = view;
      const { data, error } = await client.mutation(DeleteViewDocument, { id, expectedVersion: version }).toPromise();
      const failed = outcomeText(t, error, data?.savedViewDelete.userErrors);
      void reread();
      if (failed !== null) return void toast(failed, undefined, 'bad');
      const input = { id, name, audience, teamId: team?.id ?? null, list: view.list, ...contentOfView(view) };
      const undo = async () => {
        const again = await save(input);
        if (again !== null) toast(again, undefined, 'bad');
      };
      toast(t('saved.deleted', { name }), { label: t('undo'), run: () => void undo() });
    },
    [client, t, reread, save],
  );
  const move = useCallback(
    async (views: readonly SavedView[], view: SavedView, by: number) => {
      const ids = views.map(({ id }) => id);
      const from = ids.indexOf(view.id);
      const to = from + by;
      if (to < 0 || to >= ids.length) return;
      ids.splice(from, 1);
      ids.splice(to, 0, view.id);
      await client.mutation(OrderViewsDocument, { ids, list }).toPromise();
      void reread();
    },
    [client, list, reread],
  );
  return { save, remove, move };
}
