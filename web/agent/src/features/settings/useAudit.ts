import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import { AuditDocument, type AuditFilter, type AuditLineFragment } from '../../generated/settings.js';

interface Log {
  entries: readonly AuditLineFragment[];
  cursor: string | null;
  phase: 'first' | 'ready' | 'more';
  error: CombinedError | undefined;
}
const EMPTY: Log = { entries: [], cursor: null, phase: 'first', error: undefined };
/** How long typing rests before it is looked for. */
const REST_MS = 250;

/** The audit log, page by page; an answer to a filter that is no longer asked for is dropped. */
export function useAudit(filter: AuditFilter) {
  const client = useClient();
  const [log, setLog] = useState(EMPTY);
  const run = useRef(0);
  const fetch = useCallback(
    async (after: string | null) => {
      const mine = after === null ? (run.current += 1) : run.current;
      const { data, error } = await client.query(AuditDocument, { filter, after }, { requestPolicy: 'network-only' }).toPromise();
      if (mine !== run.current) return;
      const page = data?.auditEntries;
      setLog((before) => ({
        entries: page ? [...(after === null ? [] : before.entries), ...page.nodes] : before.entries,
        cursor: page ? (page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null) : before.cursor,
        phase: page || before.phase !== 'first' ? 'ready' : 'first',
        error,
      }));
    },
    [client, filter],
  );
  useEffect(() => {
    const timer = setTimeout(() => void fetch(null), REST_MS);
    return () => clearTimeout(timer);
  }, [fetch]);
  const more = useCallback(() => {
    if (log.cursor === null || log.phase === 'more') return;
    setLog((before) => ({ ...before, phase: 'more' }));
    void fetch(log.cursor);
  }, [fetch, log.cursor, log.phase]);
  return { ...log, more, again: () => void fetch(null) };
}
