import { Button } from '@balie/web-ui';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';

import { useClient, type CombinedError } from 'urql';
import { useT } from '../../app/intl.js';
import {
  AutomationRunsDocument,
  type AutomationRunOutcome,
  type RuleLineFragment,
  type RunLineFragment,
} from '../../generated/automation.js';
import { useTimes } from '../../lib/useTimes.js';
import { Loaded } from '../settings/Loaded.js';

interface Runs {
  items: readonly RunLineFragment[];
  cursor: string | null;
  phase: 'first' | 'ready' | 'more';
  error: CombinedError | undefined;
}
const EMPTY: Runs = { items: [], cursor: null, phase: 'first', error: undefined };
const TONES: Record<AutomationRunOutcome, 'good' | 'warn' | 'bad'> = { RAN: 'good', FAILED: 'bad', STOPPED: 'warn' };

/** What a rule did, newest first, page by page. */
function useRuns(id: string) {
  const client = useClient();
  const [list, setList] = useState(EMPTY);
  const run = useRef(0);
  const fetch = useCallback(
    async (after: string | null) => {
      const mine = (run.current += 1);
      const asked = client.query(AutomationRunsDocument, { id, after }, { requestPolicy: 'network-only' });
      const { data, error } = await asked.toPromise();
      if (mine !== run.current) return;
      const page = data?.node?.__typename === 'AutomationRule' ? data.node.runs : undefined;
      setList((before) => {
        if (!page) return { ...before, phase: before.phase === 'first' ? 'first' : 'ready', error };
        const items = after === null ? page.nodes : [...before.items, ...page.nodes];
        return { items, cursor: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null, phase: 'ready', error };
      });
    },
    [client, id],
  );
  useEffect(() => {
    void fetch(null);
  }, [fetch]);
  const more = () => {
    setList((before) => ({ ...before, phase: 'more' }));
    void fetch(list.cursor);
  };
  return { ...list, more, again: () => void fetch(null) };
}

/** The log of a rule: what it was run for, what became of each action, and what the guard has stopped. */
export function RuleLog({ rule: { id, name } }: { rule: RuleLineFragment }) {
  const t = useT();
  const list = useRuns(id);
  return (
    <section className="rule-log" aria-label={t('auto.logOf', { name })}>
      <div className="filters">
        <Button look="quiet" onClick={list.again}>
          <IconRefresh size={16} aria-hidden />
          {t('auto.refresh')}
        </Button>
      </div>
      <Loaded
        ready={list.phase !== 'first'}
        error={list.error}
        onRetry={list.again}
        empty={list.items.length === 0 && t('auto.logNone')}
      >
        <ul className="lines" aria-label={t('auto.logOf', { name })}>
          {list.items.map((item) => (
            <Line key={item.id} item={item} />
          ))}
        </ul>
        {list.cursor !== null && (
          <Button busy={list.phase === 'more'} onClick={list.more}>
            {t('more')}
          </Button>
        )}
      </Loaded>
    </section>
  );
}

function Line({ item: { at, event, conversation, outcome, reason, results } }: { item: RunLineFragment }) {
  const t = useT();
  const times = useTimes();
  return (
    <li>
      <div className="line-text">
        {conversation ? (
          <Link
            to="/inbox/$inboxId/$view"
            params={{ inboxId: conversation.inbox.id, view: 'all' }}
            search={{ c: conversation.id, status: 'any' }}
          >
            {t('auto.ended', { number: String(conversation.number), subject: conversation.subject })}
          </Link>
        ) : (
          <span className="meta">{t('auto.hidden')}</span>
        )}
        <p className="meta">
          <time dateTime={at} title={times.full(at)}>
            {times.day(at)} {times.clock(at)}
          </time>
          {` · ${t(`autoWhen.${event}`)}`}
          {reason && ` · ${t(`autoWhy.${reason}`)}`}
        </p>
        {results.length > 0 && (
          <ul className="results">
            {results.map((result, index) => (
              <li key={index} className={result.outcome === 'FAILED' ? 'field-error' : 'meta'}>
                {t(`autoDo.${result.kind}`)}: {t(`autoDid.${result.outcome}`)}
                {result.reason && `, ${t(`autoWhy.${result.reason}`)}`}
              </li>
            ))}
          </ul>
        )}
      </div>
      <span className="state" data-tone={TONES[outcome]}>
        {t(`autoRun.${outcome}`)}
      </span>
    </li>
  );
}
