import { useCallback } from 'react';
import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import type { ListStore } from '../inbox/listStore.js';
import type { DoTo } from './useBulkActions.js';

/** Has something done to all that a list holds, also what was never scrolled to: by the server, which goes on when this page is closed. */
export function useWhole(store: ListStore): DoTo {
  const t = useT();
  const { locale } = useLocale();
  const { client, wholes } = useServices();
  return useCallback(
    async (make) => {
      const { BulkActions } = await import('./bulkActions.js');
      const { wire, done } = make(new BulkActions(client, locale, t));
      await wholes.start({ of: 'CONVERSATIONS', filter: store.filter, action: wire }, done);
    },
    [client, wholes, store, locale, t],
  );
}
