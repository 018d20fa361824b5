import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { useLocale } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { CameInByIdDocument, CameInDocument, type CameInLineFragment, type InboundState } from '../../generated/settings.js';

export interface LedgerFilter {
  state: InboundState | null;
  channelId: string | null;
}
interface Ledger {
  items: readonly CameInLineFragment[];
  cursor: string | null;
  phase: 'first' | 'ready' | 'more';
  error: CombinedError | undefined;
}

const EMPTY: Ledger = { items: [], cursor: null, phase: 'first', error: undefined };
/** More news than this at once are read as a list. */
const TOO_MANY = 10;

const newestFirst = (a: CameInLineFragment, b: CameInLineFragment): number =>
  a.receivedAt === b.receivedAt ? (a.id < b.id ? 1 : -1) : a.receivedAt < b.receivedAt ? 1 : -1;

function merged(items: readonly CameInLineFragment[], news: readonly CameInLineFragment[], filter: LedgerFilter) {
  const changed = new Map(news.map((item) => [item.id, item]));
  const fits = ({ state, channel }: CameInLineFragment) =>
    (filter.state === null || state === filter.state) && (filter.channelId === null || channel?.id === filter.channelId);
  return [...items.filter(({ id }) => !changed.has(id)), ...[...changed.values()].filter(fits)].sort(newestFirst);
}

/** Reads what is said to have changed, several at once; all of it after a gap. */
function useNews(all: (after: null) => Promise<void>, some: (ids: readonly string[]) => Promise<void>): void {
  const { live } = useServices();
  useEffect(() => {
    const named = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = live.onChange((change) => {
      if (change.type === 'RESYNC') return void all(null);
      if (!change.event.startsWith('inbound.') || !change.nodeId) return;
      named.add(change.nodeId);
      timer ??= setTimeout(() => {
        timer = undefined;
        const ids = [...named];
        named.clear();
        void some(ids);
      }, 150);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [live, all, some]);
}

/** What came in, page by page, and kept current while it is looked at. */
export function useLedger(filter: LedgerFilter) {
  const client = useClient();
  const { locale } = useLocale();
  const [ledger, setLedger] = useState(EMPTY);
  const run = useRef(0);
  const { state, channelId } = filter;
  const fetch = useCallback(
    async (after: string | null) => {
      const mine = after === null ? (run.current += 1) : run.current;
      const variables = { state: state ? [state] : null, channelId, after, language: locale };
      const { data, error } = await client.query(CameInDocument, variables, { requestPolicy: 'network-only' }).toPromise();
      if (mine !== run.current) return;
      const page = data?.inboundItems;
      setLedger((before) => ({
        items: page ? merged(after === null ? [] : before.items, page.nodes, { state, channelId }) : before.items,
        cursor: page ? (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null) : before.cursor,
        phase: page || before.phase !== 'first' ? 'ready' : 'first',
        error,
      }));
    },
    [client, state, channelId, locale],
  );
  const readAgain = useCallback(
    async (ids: readonly string[]) => {
      if (ids.length > TOO_MANY) return fetch(null);
      const read = (id: string) => client.query(CameInByIdDocument, { id, language: locale }, { requestPolicy: 'network-only' });
      const answers = await Promise.all(ids.map((id) => read(id).toPromise()));
      const news = answers.flatMap(({ data }) => (data?.node?.__typename === 'InboundItem' ? [data.node] : []));
      setLedger((before) => ({ ...before, items: merged(before.items, news, { state, channelId }) }));
    },
    [client, fetch, state, channelId, locale],
  );
  useEffect(() => {
    setLedger(EMPTY);
    void fetch(null);
  }, [fetch]);
  useNews(fetch, readAgain);
  const more = useCallback(() => {
    if (ledger.cursor === null || ledger.phase === 'more') return;
    setLedger((before) => ({ ...before, phase: 'more' }));
    void fetch(ledger.cursor);
  }, [fetch, ledger.cursor, ledger.phase]);
  const replace = useCallback(
    (item: CameInLineFragment) =>
      setLedger((before) => ({ ...before, items: merged(before.items, [item], { state, channelId }) })),
    [state, channelId],
  );
  return { ...ledger, more, replace, again: () => void fetch(null) };
}
