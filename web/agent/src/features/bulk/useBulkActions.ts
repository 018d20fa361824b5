import { useCallback } from 'react';
import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import type { Row } from '../inbox/listStore.js';
import type { BulkActions } from './bulkActions.js';
import type { BulkAction } from './perform.js';

/** Does something to conversations; what that takes is read when it is first asked for. */
export type DoTo = (
  make: (bulk: BulkActions) => BulkAction,
  rows: readonly Row[],
  onProgress?: (done: number) => boolean,
) => Promise<void>;

export function useBulkActions(): DoTo {
  const t = useT();
  const { locale } = useLocale();
  const { client, lists, actions } = useServices();
  return useCallback(
    async (make, rows, onProgress) => {
      if (rows.length === 0) return;
      const [{ BulkActions }, { perform }] = await Promise.all([import('./bulkActions.js'), import('./perform.js')]);
      await perform({ lists, actions, t }, make(new BulkActions(client, locale, t)), rows, onProgress);
    },
    [client, lists, actions, locale, t],
  );
}

/** What a dialog about many needs to know; with `whole` the rows are only those that are seen of a whole view. */
export interface AboutMany {
  rows: readonly Row[];
  whole: boolean;
  doTo: DoTo;
  onClose: () => void;
}
