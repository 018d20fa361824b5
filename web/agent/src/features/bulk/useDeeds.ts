import { useCallback } from 'react';
import { useLocale, useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import type { Row } from '../inbox/listStore.js';
import type { Deeds } from './deeds.js';
import type { Deed } from './perform.js';

/** Does something to conversations; what that takes is read when it is first asked for. */
export type DoTo = (make: (deeds: Deeds) => Deed, rows: readonly Row[], onProgress?: (done: number) => boolean) => Promise<void>;

export function useDeeds(): DoTo {
  const t = useT();
  const { locale } = useLocale();
  const { client, lists, actions } = useServices();
  return useCallback(
    async (make, rows, onProgress) => {
      if (rows.length === 0) return;
      const [{ Deeds }, { perform }] = await Promise.all([import('./deeds.js'), import('./perform.js')]);
      await perform({ lists, actions, t }, make(new Deeds(client, locale, t)), rows, onProgress);
    },
    [client, lists, actions, locale, t],
  );
}
