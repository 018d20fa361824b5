import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { WebhookDeliveriesDocument, type DeliveryLineFragment, type WebhookDeliveryState } from '../../../generated/platform.js';

interface Deliveries {
  items: readonly DeliveryLineFragment[];
  cursor: string | null;
  phase: 'first' | 'ready' | 'more';
  error: CombinedError | undefined;
}
const EMPTY: Deliveries = { items: [], cursor: null, phase: 'first', error: undefined };
/** How often the newest are read again while something of them is on its way. */
const LOOK_MS = 3_000;

/** Newest first, each once, as it is now. */
function merged(items: readonly DeliveryLineFragment[], read: readonly DeliveryLineFragment[]): DeliveryLineFragment[] {
  const ids = new Set(read.map(({ id }) => id));
  return [...items.filter(({ id }) => !ids.has(id)), ...read].sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** What a webhook was told, newest first, page by page; kept current while something is on its way. */
export function useDeliveries(id: string, state: WebhookDeliveryState | null) {
  const client = useClient();
  const [list, setList] = useState(EMPTY);
  const run = useRef(0);
  const fetch = useCallback(
    async (after: string | null, keep = after !== null) => {
      const mine = (run.current += 1);
      const variables = { id, state, after };
      const { data, error } = await client
        .query(WebhookDeliveriesDocument, variables, { requestPolicy: 'network-only' })
        .toPromise();
      if (mine !== run.current) return;
      const page = data?.node?.__typename === 'Webhook' ? data.node.deliveries : undefined;
      setList((before) => {
        if (!page) return { ...before, phase: before.phase === 'first' ? 'first' : 'ready', error };
        const items = merged(keep ? before.items : [], page.nodes);
        const cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        // The newest were read again: what comes after the older ones is where it was.
        const rest = after === null && items.length > page.nodes.length ? before.cursor : cursor;
        return { items, cursor: rest, phase: 'ready', error };
      });
    },
    [client, id, state],
  );
  useEffect(() => {
    setList(EMPTY);
    void fetch(null);
  }, [fetch]);
  const underWay = list.items.some((item) => item.state === 'PENDING');
  useEffect(() => {
    if (!underWay) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void fetch(null, true);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [underWay, fetch]);
  const more = useCallback(() => {
    setList((before) => ({ ...before, phase: 'more' }));
    void fetch(list.cursor);
  }, [fetch, list.cursor]);
  const again = useCallback(() => void fetch(null), [fetch]);
  return { ...list, more, again };
}
