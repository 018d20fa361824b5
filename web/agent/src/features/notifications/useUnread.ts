import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useServices } from '../../app/services.js';
import { ReadToldDocument, UnreadDocument } from '../../generated/graphql.js';

/** How many notifications one has not read, as it is known here. */
export function useUnread(): number {
  const [{ data }] = useQuery({ query: UnreadDocument });
  return data?.notificationsUnread ?? 0;
}

/** What one was told of a conversation is read once it has been on the screen for a second. */
export function useReadTold(conversationId: string): void {
  const { client } = useServices();
  const unread = useUnread();
  useEffect(() => {
    if (unread === 0) return;
    const read = () => {
      if (document.visibilityState === 'visible') void client.mutation(ReadToldDocument, { conversationId }).toPromise();
    };
    const timer = setTimeout(read, 1000);
    document.addEventListener('visibilitychange', read);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', read);
    };
  }, [client, conversationId, unread]);
}
