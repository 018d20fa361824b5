import { createContext, useCallback, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useClient, type Client } from 'urql';
import { useServices } from '../../app/services.js';
import { SaveDraftDocument } from '../../generated/graphql.js';
import type { DraftContent, DraftKey } from './content.js';
import { DraftStore, type DraftStatus } from './drafts.js';

const DraftsContext = createContext<DraftStore | null>(null);

async function save(client: Client, key: DraftKey, content: DraftContent): Promise<string | null> {
  const { text, html, to, cc, bcc, subject, files, messageId, inboxId } = content;
  const people = { to: to && [...to], cc: cc && [...cc], bcc: bcc && [...bcc] };
  const uploadIds = files.map((file) => file.id);
  const input = { ...key, ...people, text, html, subject, uploadIds, messageId, inboxId };
  const { data, error } = await client.mutation(SaveDraftDocument, { input }).toPromise();
  if (error) throw error;
  const problem = data?.draftSave.userErrors[0];
  if (problem) throw new Error(problem.message);
  return data?.draftSave.draft?.id ?? null;
}

/** Unsent texts of this person; sent to the server before the page goes away, and followed where else they are written. */
export function DraftsProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const { live } = useServices();
  const drafts = useMemo(() => new DraftStore(localStorage, (key, content) => save(client, key, content)), [client]);
  useEffect(() => {
    const flush = () => drafts.flush();
    const onStorage = (event: StorageEvent) => drafts.takeTab(event.key, event.newValue);
    const stop = live.onChange(({ node, nodeId, type }) => {
      if (node?.__typename === 'Draft') drafts.takeServer(node);
      else if (type === 'DELETED' && nodeId?.startsWith('drf_')) drafts.takeRemoval(nodeId);
    });
    addEventListener('pagehide', flush);
    addEventListener('storage', onStorage);
    return () => {
      stop();
      removeEventListener('pagehide', flush);
      removeEventListener('storage', onStorage);
      flush();
    };
  }, [drafts, live]);
  return <DraftsContext.Provider value={drafts}>{children}</DraftsContext.Provider>;
}

export function useDrafts(): DraftStore {
  const drafts = useContext(DraftsContext);
  if (!drafts) throw new Error('Outside of the signed-in part');
  return drafts;
}

/** What stands in one draft now. */
export function useDraft({ conversationId, mode }: DraftKey): DraftContent {
  const drafts = useDrafts();
  const read = useCallback(() => drafts.get({ conversationId, mode }), [drafts, conversationId, mode]);
  return useSyncExternalStore(drafts.watch, read);
}

/** How keeping one draft goes. */
export function useDraftStatus({ conversationId, mode }: DraftKey): DraftStatus {
  const drafts = useDrafts();
  const read = useCallback(() => drafts.status({ conversationId, mode }), [drafts, conversationId, mode]);
  return useSyncExternalStore(drafts.watch, read);
}
