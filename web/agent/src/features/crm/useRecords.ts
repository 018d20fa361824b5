import { useCallback } from 'react';
import { useClient } from 'urql';
import { useLocale } from '../../app/intl.js';
import { RecordListDocument, type RecordFilter, type RecordListQuery, type RecordOrder } from '../../generated/crm.js';
import { usePages } from '../../lib/pages.js';
import { useFresh } from './useFresh.js';

export type ListedRecord = RecordListQuery['records']['nodes'][number];

/** A list of records, page by page, read again when one changes. */
export function useRecords(filter: RecordFilter, order: RecordOrder = 'NEWEST', size = 50) {
  const client = useClient();
  const { locale } = useLocale();
  const key = JSON.stringify(filter);
  const read = useCallback(
    async (after: string | null, first: number) => {
      const variables = { filter: JSON.parse(key) as RecordFilter, order, first, after, language: locale };
      const { data, error } = await client.query(RecordListDocument, variables, { requestPolicy: 'network-only' }).toPromise();
      if (!data) return { page: null, error };
      const { nodes, pageInfo } = data.records;
      return { page: { items: nodes, cursor: pageInfo.hasNextPage ? pageInfo.endCursor : null }, error };
    },
    [client, key, order, locale],
  );
  const list = usePages(read, size);
  useFresh(list.again);
  return list;
}
