import { useEffect } from 'react';
import { useClient } from 'urql';
import { SendSignalDocument } from '../../generated/graphql.js';

const EVERY = 10_000;

/** Tells colleagues that we look at a conversation, as long as we really do. */
export function useSignals(conversationId: string): void {
  const client = useClient();
  useEffect(() => {
    const send = (active: boolean) =>
      void client.mutation(SendSignalDocument, { conversationId, kind: 'VIEWING', active }).toPromise();
    const beat = () => {
      if (document.visibilityState === 'visible') send(true);
    };
    const first = setTimeout(beat, 400);
    const timer = setInterval(beat, EVERY);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      send(false);
    };
  }, [client, conversationId]);
}
