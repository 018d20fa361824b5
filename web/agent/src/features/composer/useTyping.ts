import { useCallback, useRef } from 'react';
import { useClient } from 'urql';
import { SendSignalDocument } from '../../generated/graphql.js';
import { now } from '../../lib/clock.js';

const EVERY = 5000;

/** Tells the others that somebody is writing, now and then; and that he stopped, at once. */
export function useTyping(conversationId: string): (active: boolean) => void {
  const client = useClient();
  const told = useRef(0);
  return useCallback(
    (active: boolean) => {
      if (active ? now() - told.current <= EVERY : told.current === 0) return;
      told.current = active ? now() : 0;
      void client.mutation(SendSignalDocument, { conversationId, kind: 'TYPING', active }).toPromise();
    },
    [client, conversationId],
  );
}
