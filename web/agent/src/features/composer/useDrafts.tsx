import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { useClient } from 'urql';
import { SaveDraftDocument } from '../../generated/graphql.js';
import { DraftStore } from './drafts.js';

const DraftsContext = createContext<DraftStore | null>(null);

/** Unsent texts of this person; sent to the server before the page goes away. */
export function DraftsProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const drafts = useMemo(
    () =>
      new DraftStore(localStorage, (conversationId, mode, { text, html }) =>
        client.mutation(SaveDraftDocument, { input: { conversationId, mode, text, html } }).toPromise(),
      ),
    [client],
  );
  useEffect(() => {
    const flush = () => drafts.flush();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [drafts]);
  return <DraftsContext.Provider value={drafts}>{children}</DraftsContext.Provider>;
}

export function useDrafts(): DraftStore {
  const drafts = useContext(DraftsContext);
  if (!drafts) throw new Error('Outside of the signed-in part');
  return drafts;
}
