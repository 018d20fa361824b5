import { Button } from '@balie/web-ui';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT, type TextKey } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { CameInDocument, ReplayItemDocument, type CameInLineFragment, type InboundState } from '../../generated/graphql.js';
import { useTimes } from '../../lib/useTimes.js';
import { Loaded } from './Loaded.js';
import { useRun } from './useRun.js';

const STATES: Record<InboundState, { text: TextKey; tone: string }> = {
  RECEIVED: { text: 'inbound.RECEIVED', tone: 'plain' },
  DELIVERED: { text: 'inbound.DELIVERED', tone: 'good' },
  FILTERED: { text: 'inbound.FILTERED', tone: 'plain' },
  QUARANTINED: { text: 'inbound.QUARANTINED', tone: 'warn' },
  DUPLICATE: { text: 'inbound.DUPLICATE', tone: 'plain' },
  FAILED: { text: 'inbound.FAILED', tone: 'bad' },
};

/** Everything that came in, each in exactly one state (N1): nothing disappears without a word. */
export function Ledger() {
  const t = useT();
  const [state, setState] = useState<InboundState | null>(null);
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  const choose = (next: InboundState | null) => {
    setState(next);
    setPages([null]);
  };
  const chip = (value: InboundState | null, text: TextKey) => (
    <button key={text} type="button" className="btn quiet" aria-pressed={state === value} onClick={() => choose(value)}>
      {t(text)}
    </button>
  );
  return (
    <>
      <div className="filters" role="group" aria-label={t('inbound.filter')}>
        {chip(null, 'inbound.all')}
        {(Object.keys(STATES) as InboundState[]).map((value) => chip(value, STATES[value].text))}
      </div>
      {pages.map((after, index) => (
        <LedgerPage
          key={`${state} ${after}`}
          state={state}
          after={after}
          last={index === pages.length - 1}
          onMore={(cursor) => setPages([...pages, cursor])}
        />
      ))}
    </>
  );
}

interface PageProps {
  state: InboundState | null;
  after: string | null;
  last: boolean;
  onMore: (cursor: string) => void;
}

function LedgerPage({ state, after, last, onMore }: PageProps) {
  const t = useT();
  const [{ data, error }, again] = useQuery({
    query: CameInDocument,
    variables: { state: state ? [state] : null, after },
    requestPolicy: 'cache-and-network',
  });
  const items = data?.inboundItems;
  const empty = items?.nodes.length === 0 && after === null ? t('inbound.none') : undefined;
  return (
    <Loaded ready={items !== undefined} error={error} onRetry={() => again()} empty={empty}>
      <ul className="lines">
        {items?.nodes.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </ul>
      {last && items?.pageInfo.hasNextPage && items.pageInfo.endCursor && (
        <Button onClick={() => onMore(items.pageInfo.endCursor ?? '')}>{t('more')}</Button>
      )}
    </Loaded>
  );
}

function Line({ item }: { item: CameInLineFragment }) {
  const t = useT();
  const times = useTimes();
  const { run, busy } = useRun();
  const state = STATES[item.state];
  const replay = async () => {
    const done = await run({
      document: ReplayItemDocument,
      variables: { id: item.id },
      problems: (answer) => answer.inboundItemReplay.userErrors,
    });
    if (done) toast(t('inbound.replayed'));
  };
  return (
    <li>
      <div className="line-text">
        {item.conversation ? (
          <Link to="/c/$number" params={{ number: String(item.conversation.number) }}>
            #{item.conversation.number} {item.conversation.subject || t('list.noSubject')}
          </Link>
        ) : (
          <b>{t('inbound.noConversation')}</b>
        )}
        <p className="meta">
          <time dateTime={item.receivedAt} title={times.full(item.receivedAt)}>
            {times.day(item.receivedAt)} {times.clock(item.receivedAt)}
          </time>
          {item.channel && ` · ${item.channel.name}`}
        </p>
        {item.reason && <p className="meta">{item.reason}</p>}
        {item.unparsed && <p className="meta">{t('thread.unparsed')}</p>}
      </div>
      <span className="state" data-tone={state.tone}>
        {t(state.text)}
      </span>
      {item.rawUrl && (
        <a className="btn" href={item.rawUrl} download>
          {t('inbound.raw')}
        </a>
      )}
      {(item.state === 'FAILED' || item.unparsed) && (
        <Button busy={busy} onClick={() => void replay()}>
          {t('inbound.replay')}
        </Button>
      )}
    </li>
  );
}
