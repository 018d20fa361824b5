import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { useLocale } from '../../app/intl.js';
import { RecordListDocument, type RecordFilter, type RecordListQuery, type RecordOrder } from '../../generated/crm.js';
import { useFresh } from './useFresh.js';

export type ListedRecord = RecordListQuery['records']['nodes'][number];
interface State {
  items: readonly ListedRecord[];
  cursor: string | null;
  phase: 'first' | 'ready' | 'more';
  error: CombinedError | undefined;
}
const EMPTY: State = { items: [], cursor: null, phase: 'first', error: undefined };

/** A list of records, page by page, read again when one changes. */
export function useRecords(filter: RecordFilter, order: RecordOrder = 'NEWEST', size = 50) {
  const client = useClient();
  const { locale } = useLocale();
  const [state, setState] = useState(EMPTY);
  const run = useRef(0);
  const key = JSON.stringify(filter);
  const fetch = useCallback(
    async (after: string | null, first: number) => {
      const mine = after === null ? (run.current += 1) : run.current;
      const variables = { filter: JSON.parse(key) as RecordFilter, order, first, after, language: locale };
      const { data, error } = await client.query(RecordListDocument, variables, { requestPolicy: 'network-only' }).toPromise();
      if (mine !== run.current) return;
      const page = data?.records;
      setState((before) => ({
        items: page ? [...(after === null ? [] : before.items), ...page.nodes] : before.items,
        cursor: page ? (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null) : before.cursor,
        phase: page || before.phase !== 'first' ? 'ready' : 'first',
        error,
      }));
    },
    [client, key, order, locale],
  );
  useEffect(() => {
    setState(EMPTY);
    void fetch(null, size);
  }, [fetch, size]);
  const again = () => void fetch(null, Math.min(100, Math.max(size, state.items.length)));
  useFresh(again);
  const more = () => {
    if (state.cursor === null || state.phase === 'more') return;
    setState((before) => ({ ...before, phase: 'more' }));
    void fetch(state.cursor, size);
  };
  return { ...state, again, more };
}
